"""The command: options in, one function called, words out, an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import get_args

import click

from eia import __version__
from eia.diagnostics.diagnostic import Diagnostic, Severity, counts
from eia.diagnostics.human import WIDTH, Paint, human, plain
from eia.diagnostics.machine import as_json, concise, github
from eia.diagnostics.shown import printable, shown_path
from eia.files import ENDINGS, FORMATS, Format
from eia.linting import Checked, judge, lint
from eia.model.assessment import Status
from eia.project import Dossier
from eia.targets import Goal, NotFound, dossiers_named
from eia.unfit import Unfit
from eia.write import Impossible, Refused

DONE, FOUND, COULD_NOT, INTERRUPTED = 0, 1, 2, 130

FIRST_STEPS = """\
eia checks equality impact assessments written in YAML, and makes the Word document that gets signed.

  eia lint                      check every assessment in this folder
  eia export ASSESSMENT         make its Word document
  eia explain RULE              say what a message means and what to do

`eia --help` lists everything.
"""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


class _Day(click.ParamType[date]):
    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2026-05-21", param, ctx)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="eia")
@click.pass_context
def cli(context: click.Context) -> None:
    """Equality impact assessments as code."""
    if context.invoked_subcommand is None:
        click.echo(FIRST_STEPS, nl=False)


@cli.command("lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "concise", "json", "github"]),
    default="text",
    help="How to print what was found.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    help="The least severity that makes the exit code 1.",
)
@click.option("--status", type=click.Choice(get_args(Status)), help="Judge every assessment as if it had this status.")
@click.option(
    "--as-of", type=_Day(), help="The day that counts as today for rules about time, of which there are none yet."
)
@click.pass_context
def lint_command(
    context: click.Context,
    paths: tuple[Path, ...],
    layout: str,
    fail_on: str,
    status: Status | None,
    as_of: date | None,
) -> None:
    """Check assessments: files, or folders with all they hold (without PATHS, this folder)."""
    checked = lint(paths or (Path(),), status=status, as_of=as_of)
    if not checked.files:
        _say_nothing_found(checked, paths or (Path(),))
        context.exit(COULD_NOT)
    _print(checked, layout)
    context.exit(_exit_code(checked, Severity.of(fail_on)))


def _exit_code(checked: Checked, fail_on: Severity) -> int:
    if checked.unreadable:
        return COULD_NOT
    return FOUND if checked.at_least(fail_on) else DONE


def _print(checked: Checked, layout: str) -> None:
    named = [(dossier.assessment.id, dossier.status) for dossier in checked.dossiers]
    match layout:
        case "json":
            click.echo(as_json(checked.diagnostics, named))
        case "concise":
            _echo_all(concise(checked.diagnostics))
        case "github":
            _echo_all(github(checked.diagnostics))
        case _:
            _echo_all(human(checked.diagnostics, _paint()))
            click.echo(closing(checked))


def _echo_all(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, color=_coloured())


def closing(checked: Checked) -> str:
    """How much was checked as what, and how much was found; clean is not the same as met."""
    number = counts(checked.diagnostics)
    statuses = [dossier.status for dossier in checked.dossiers]
    judged = ", ".join(
        f"{_many(statuses.count(status), 'assessment')} as {status}" for status in dict.fromkeys(statuses)
    )
    found = ", ".join(_many(number[severity], severity.word) for severity in reversed(Severity))
    lines = [f"Checked {_many(len(checked.files), 'file')}: {judged or 'no assessment'}. Found {found}."]
    if checked.dossiers and not number[Severity.ERROR] and not number[Severity.WARNING]:
        lines.append("No error and no warning does not mean that the duty is met: that is for people to judge.")
    return "\n".join(fill(line, WIDTH) for line in lines)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _say_nothing_found(checked: Checked, paths: Sequence[Path]) -> None:
    where = ", ".join(shown_path(path.resolve()) for path in paths)
    click.echo(
        f"No assessment was found in {where}: files that end in {' or '.join(ENDINGS)} were looked for.", err=True
    )
    for path in checked.near_misses:
        click.echo(f"  {shown_path(path)} has nearly such a name; did something rename it?", err=True)


def _coloured() -> bool:
    """Colour only on a terminal, unless FORCE_COLOR or NO_COLOR says otherwise."""
    return not os.environ.get("NO_COLOR") and bool(os.environ.get("FORCE_COLOR") or sys.stdout.isatty())


def _paint() -> Paint:
    if not _coloured():
        return plain
    return lambda words, severity: click.style(words, fg=_COLOURS[severity], bold=True)


@cli.command("export")
@click.argument("assessments", nargs=-1, required=True)
@click.option("--to", type=click.Choice(FORMATS), help="Word (docx, unless -o says otherwise) or Markdown (md).")
@click.option("-o", "--output", help="The file to write, or a folder (with a / at its end, if it is not there yet).")
@click.option("--draft", is_flag=True, help="Export in spite of errors; every page is marked, and they are listed.")
@click.option("--force", is_flag=True, help="Overwrite a document even if somebody changed it since it was exported.")
@click.option("--as-of", type=_Day(), help="The date the document bears, e.g. 2026-05-21.")
@click.pass_context
def export_command(
    context: click.Context,
    assessments: tuple[str, ...],
    to: Format | None,
    output: str | None,
    draft: bool,
    force: bool,
    as_of: date | None,
) -> None:
    """Make the document of each ASSESSMENT: a file, a folder, or an assessment's id."""
    try:
        dossiers, failed = dossiers_named(assessments, as_of)
        goal = Goal.of(to, output, several=len(dossiers) > 1)
        targets = goal.paths(dossiers)
    except NotFound as reason:
        _say(reason.message, reason.help)
        context.exit(COULD_NOT)
    for diagnostics in failed:
        _echo_all(human(diagnostics, _paint()))
    checked = judge((), dossiers)
    codes = [COULD_NOT] * len(failed)
    for number, (dossier, target) in enumerate(zip(dossiers, targets, strict=True), 1):
        if len(dossiers) > 1 and sys.stderr.isatty():
            click.echo(f"{number} of {len(dossiers)}: {printable(dossier.assessment.id)}", err=True)
        codes.append(_export(dossier, checked.of(dossier), target, goal.format, draft, force))
    if len(codes) > 1:
        click.echo(f"{_many(codes.count(DONE), 'document')} written, {len(codes) - codes.count(DONE)} not.")
    context.exit(max(codes))


def _export(
    dossier: Dossier, diagnostics: tuple[Diagnostic, ...], target: Path, to: Format, draft: bool, force: bool
) -> int:
    from eia.publishing.save import render, save  # the writers are heavy, and lint never needs them

    try:
        save(dossier, target, render(dossier, diagnostics, to, draft), to, force)
    except Unfit as unfit:
        _echo_all(concise(unfit.diagnostics))
        _say(
            f"{dossier.assessment.id} was not exported: it has {_many(len(unfit.diagnostics), 'error')}.",
            "Mend them, or use --draft, which marks every page and lists them. `eia lint` shows each in its place.",
        )
        return FOUND
    except Refused as reason:
        _say(reason.message, reason.help)
        return COULD_NOT if isinstance(reason, Impossible) else FOUND
    click.echo(f"Written: {shown_path(target.resolve())}")
    return DONE


@cli.command("explain")
@click.argument("rule")
@click.pass_context
def explain_command(context: click.Context, rule: str) -> None:
    """Say what a RULE checks, why, and what to do."""
    from eia.rules.manual import nearest, page

    text = page(rule)
    if text is None:
        near = nearest(rule)
        _say(f"There is no rule `{rule}`.", f"Did you mean `{near}`?" if near else "`eia rules` lists them all.")
        context.exit(COULD_NOT)
    click.echo(text)


@cli.command("rules")
def rules_command() -> None:
    """List every rule with its severity."""
    from eia.rules.manual import summaries

    for name, severity, summary in summaries():
        click.echo(f"{name:<26} {severity:<24} {summary}")


def _say(message: str, help: str = "") -> None:
    click.echo(printable(message), err=True)
    if help:
        click.echo(f"What to do: {printable(help)}", err=True)


def main() -> None:
    """Run the command; whatever happens, the exit code means what the manual says, and no traceback is shown."""
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    sys.exit(_guarded(lambda: cli.main(standalone_mode=False)))


def _guarded(run: Callable[[], object]) -> int:
    try:
        code = run()
    except click.ClickException as error:
        error.show()
        return COULD_NOT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit:  # click's way to end when whoever read us has gone
        return DONE
    except OSError as error:
        _say(f"eia could not go on: {error.strerror or error}.", "Your files are as they were.")
        return COULD_NOT
    except Exception as error:
        return _internal(error)
    return code if isinstance(code, int) else DONE


def _internal(error: Exception) -> int:
    click.echo(
        f"eia has a mistake of its own ({type(error).__name__}). Your files are as they were. Please report it.",
        err=True,
    )
    if os.environ.get("EIA_DEBUG") == "1":
        traceback.print_exception(error)
    else:
        click.echo("What to do: run it again with EIA_DEBUG=1 set, and send what it prints.", err=True)
    return COULD_NOT

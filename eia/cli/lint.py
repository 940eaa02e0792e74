"""`eia lint`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import get_args

import click

from eia.baseline import NAME as BASELINE
from eia.choosing import misnamed
from eia.cli.day import Day
from eia.cli.fix import TOO, differences, report, what_would_be
from eia.cli.public import for_everybody
from eia.cli.show import COULD_NOT, DONE, FOUND, PRINTERS, echo_all, say, say_near_misses, say_nothing_found
from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import nearest, quoted, shortened
from eia.diagnostics.told import Told
from eia.files import is_eia
from eia.fixing import Leave, Mended, mend, offered
from eia.linting import Checked, lint
from eia.model.assessment import Status
from eia.project import Dossier
from eia.schema.files import refresh
from eia.settings import NAME as SETTINGS
from eia.settings import PRESETS, Choice, Preset, Settings
from eia.targets import paths_named
from eia.text.read import real
from eia.text.yaml import LIBYAML
from eia.write import rewrite, write_whole

AS_OF = (
    "The day by which rules about time judge, e.g. 2026-05-21, or today. Without it, what is signed off is judged by its own "
    "date, and the rest by today."
)

PUBLIC = "Check whether everybody may read it: what `eia export --public` would withhold, and why it would refuse."

OUTPUT = (
    "A file for what was found, in the format of --format, which is text then on the terminal, or, with sarif=FILE, in one of "
    "its own beside that; may be repeated."
)


@click.command("lint")
@click.argument("names", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format",
    "layout",
    type=click.Choice(list(PRINTERS)),
    default="text",
    help="How to print what was found.",
)
@click.option("-o", "--output", "outputs", multiple=True, metavar="[FORMAT=]FILE", help=OUTPUT)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    help="The least severity that makes the exit code 1.",
)
@click.option("--status", type=click.Choice(get_args(Status)), help="Judge every assessment as if it had this status.")
@click.option("--as-of", type=Day(), help=AS_OF)
@click.option("--preset", type=click.Choice(PRESETS), help="Which rules are asked (unless eia.toml says otherwise).")
@click.option(
    "--select", multiple=True, metavar="RULE", help="A rule or a family of rules to ask besides; may be repeated."
)
@click.option(
    "--ignore", multiple=True, metavar="RULE", help="A rule or a family of rules to leave out; may be repeated."
)
@click.option("--public", is_flag=True, help=PUBLIC)
@click.option("--fix", is_flag=True, help="Mend what is a matter of notation, and say what was mended.")
@click.option("--diff", is_flag=True, help="Show what --fix would do, line by line, and write nothing.")
@click.option("--unsafe", is_flag=True, help="With --fix or --diff: also mend what you have to read afterwards.")
@click.option(TOO, "signed_off", is_flag=True, help="With --fix or --diff: also mend what is signed off.")
@click.option("--no-baseline", is_flag=True, help="Show also what eia-baseline.json has, so all that is found.")
@click.option("--read-only", is_flag=True, help="Write nothing: leave as it is what `eia schema` made for your editor.")
@click.pass_context
def lint_command(
    context: click.Context,
    names: tuple[str, ...],
    layout: str,
    outputs: tuple[str, ...],
    fail_on: str,
    status: Status | None,
    as_of: date | None,
    preset: Preset | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    public: bool,
    fix: bool,
    diff: bool,
    unsafe: bool,
    signed_off: bool,
    no_baseline: bool,
    read_only: bool,
) -> None:
    """Check assessments.

    PATHS are files, folders with all they hold, or ids of assessments; without any, it is the folder you stand in.

    With --fix, what can only be meant in one way is mended in the files: citations, quotes, the order of rows. Ratings, reasons,
    figures, decisions and names of people are never touched."""
    _refuse_contradictions(context, fix, diff, unsafe or signed_off, read_only)
    if public and (fix or diff):
        raise click.UsageError("--public only checks, and --fix and --diff mend: leave one of them out.", context)
    if not LIBYAML:
        say("The fast YAML reader, libyaml, is missing here: the result is the same, and takes longer.")
    paths = paths_named(names) or [Path()]
    choice = Choice(preset or "", select, ignore)
    for _, message, help in misnamed(Settings(select=select, ignore=ignore)):
        raise Told(message, help)
    targets = [_target(one, layout) for one in outputs]
    if any("=" not in one for one in outputs):
        layout = "text"
    mended = None
    if fix or diff:
        leave = Leave(unsafe, signed_off, remarks=not (status or as_of))
        mended = mend(paths, leave, status=status, as_of=as_of, choice=choice, baseline=not no_baseline)
        checked = offered(mended.checked)
    else:
        checked = offered(lint(paths, status=status, as_of=as_of, choice=choice, baseline=not no_baseline))
    weight = Severity.of(fail_on)
    if not checked.files:
        say_nothing_found(checked, paths)
        _write(targets, checked, weight)
        context.exit(DONE if not names and _is_newly_set_up(checked) else COULD_NOT)
    checked, withheld = for_everybody(checked) if public else (checked, [])
    if mended and diff:
        context.exit(_shown(mended))
    if mended:
        rewrite((one.before, one.after) for one in mended.files)
        for line in report(mended):
            click.echo(line, err=layout != "text")
    try:
        _write(targets, checked, weight)
    finally:
        echo_all(PRINTERS[layout](checked, weight))
    for line in withheld:
        click.echo(line, err=layout != "text")
    if not read_only:
        _refresh_schemas(checked.dossiers)
    say_near_misses(checked)
    context.exit(_exit_code(checked, weight))


def _target(output: str, layout: str) -> tuple[str, Path]:
    """The format and the file that an option names. No file of a project is written over."""
    name, equals, file = output.partition("=")
    if not equals:
        name, file = layout, output
    if name not in PRINTERS:
        raise Told(f"there is no format `{shortened(name)}`", nearest(name, PRINTERS))
    path = Path(file)
    if file in ("", "-") or is_eia(path) or is_eia(real(path)) or path.name in (SETTINGS, BASELINE):
        raise Told(f"{quoted(file)} is no file for what was found", "Name another, such as sarif=eia.sarif.")
    return name, path


def _write(targets: Iterable[tuple[str, Path]], checked: Checked, fail_on: Severity) -> None:
    for name, path in targets:
        lines = "".join(f"{line}\n" for line in PRINTERS[name](checked, fail_on))
        write_whole(path, click.unstyle(lines).encode("utf-8", "backslashreplace"))


def _shown(mended: Mended) -> int:
    """Show what --fix would do, and whether it would do anything."""
    echo_all(differences(mended))
    for line in what_would_be(mended):
        click.echo(line, err=True)
    return COULD_NOT if mended.checked.unreadable else FOUND if mended.files else DONE


def _refuse_contradictions(context: click.Context, fix: bool, diff: bool, more: bool, read_only: bool) -> None:
    if fix and read_only:
        raise click.UsageError("--fix writes, and --read-only says to write nothing: leave one of them out.", context)
    if fix and diff:
        raise click.UsageError("--fix writes, and --diff only shows what it would do: leave one of them out.", context)
    if more and not (fix or diff):
        raise click.UsageError(f"--unsafe and {TOO} say what --fix or --diff may do: add one of these.", context)


def _is_newly_set_up(checked: Checked) -> bool:
    """A project that has no assessment yet may be committed; anywhere else, finding nothing is a mistake."""
    return not checked.near_misses and (Path() / SETTINGS).is_file()


def _refresh_schemas(dossiers: tuple[Dossier, ...]) -> None:
    """Let editors know of the ids that were just read; whatever goes wrong is no fault of the assessments."""
    try:
        for reason in refresh(dossiers):
            say(f"What your editor offers could not be brought up to date: {reason.message}.", reason.help)
    except (Told, OSError) as error:
        say(f"What your editor offers could not be brought up to date: {error}.")


def _exit_code(checked: Checked, fail_on: Severity) -> int:
    if checked.unreadable:
        return COULD_NOT
    if checked.at_least(fail_on):
        return FOUND
    return COULD_NOT if checked.near_misses else DONE

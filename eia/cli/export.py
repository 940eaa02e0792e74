"""`eia export`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from eia.cli.day import Day
from eia.cli.show import COULD_NOT, DONE, FOUND, echo_all, many, paint, say, told
from eia.cli.template import OPTION as TEMPLATE
from eia.cli.template import template_for
from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.human import human
from eia.diagnostics.machine import concise
from eia.diagnostics.shown import printable, shown_path
from eia.document.unfold import LAYOUTS, Layout
from eia.files import FORMATS, Format
from eia.linting import judge
from eia.project import Dossier
from eia.publishing.edition import Edition
from eia.settings import settings_of
from eia.targets import Goal, NotFound, dossiers_named
from eia.unfit import Dropped, Unfit
from eia.write import Impossible, Refused


@click.command("export")
@click.argument("assessments", nargs=-1)
@click.option("--to", type=click.Choice(FORMATS), help="Word (docx, unless -o says otherwise) or Markdown (md).")
@click.option("-o", "--output", help="The file to write, or a folder (with a / at its end, if it is not there yet).")
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    help="Rows in a table (unless eia.toml says otherwise), or each under headings.",
)
@click.option("--draft", is_flag=True, help="Export in spite of errors; every page is marked, and they are listed.")
@click.option("--force", is_flag=True, help="Overwrite a document even if somebody changed it since it was exported.")
@click.option("--template", type=click.Path(path_type=Path), metavar="FILE", help=TEMPLATE)
@click.option("--as-of", type=Day(), help="The date the document bears, e.g. 2026-05-21.")
@click.pass_context
def export_command(
    context: click.Context,
    assessments: tuple[str, ...],
    to: Format | None,
    output: str | None,
    layout: Layout | None,
    draft: bool,
    force: bool,
    template: Path | None,
    as_of: date | None,
) -> None:
    """Make the Word document, or Markdown.

    ASSESSMENTS are files, folders or ids; without any, it is the only one there is. Of several, each is exported that can
    be, and the last lines say which were not and why.

    Equal input gives equal bytes: no clock shows in the file. The date in its properties is that of --as-of, else that of
    the variable SOURCE_DATE_EPOCH, else that of the last approval or the decision, else 1 January 1980."""
    try:
        dossiers, failed = dossiers_named(assessments, as_of)
        goal = Goal.of(to, output, several=len(dossiers) > 1)
        targets = goal.paths(dossiers)
    except NotFound as reason:
        say(reason.message, reason.help)
        context.exit(COULD_NOT)
    for diagnostics in failed:
        echo_all(human(diagnostics, paint()))
    if len(dossiers) > 1:
        click.echo(f"Checking {len(dossiers)} assessments.", err=True)
    checked = judge((), dossiers)
    ends = [End(shown_path(one.text.path), COULD_NOT, one.message) for one, *_ in failed]
    for number, (dossier, target) in enumerate(zip(dossiers, targets, strict=True), 1):
        if len(dossiers) > 1 and sys.stderr.isatty():
            click.echo(f"{number} of {len(dossiers)}: {printable(dossier.assessment.id)}", err=True)
        look = layout or settings_of(dossier.root).layout or LAYOUTS[0]
        edition = Edition(goal.format, look, draft, template_for(dossier, template, goal.format))
        ends.append(_export(dossier, checked.told_of(dossier), target, edition, force))
    if len(ends) > 1:
        echo_all(_summed_up(ends))
    context.exit(max(end.code for end in ends))


@dataclass(frozen=True, slots=True)
class End:
    """How it ended with one assessment, and why, where it was not exported."""

    name: str
    code: int = DONE
    why: str = ""


def _export(dossier: Dossier, diagnostics: tuple[Diagnostic, ...], target: Path, edition: Edition, force: bool) -> End:
    from eia.publishing.save import render, save  # the writers are heavy, and lint never needs them

    name = dossier.assessment.id
    try:
        save(dossier, target, render(dossier, diagnostics, edition), edition, force)
    except Dropped as dropped:
        echo_all(concise(dropped.diagnostics))
        why = f"{many(len(dropped.diagnostics), 'thing')} that its files say would be missing from the document"
        say(
            f"{name} was not exported: {why}. The files are not wrong; eia is.",
            "Please report it, with the lines above: `eia help proof` says where, and what you can do until it is mended.",
        )
        return End(name, COULD_NOT, why)
    except Unfit as unfit:
        echo_all(concise(unfit.diagnostics))
        why = f"it has {many(len(unfit.diagnostics), 'error')}"
        say(
            f"{name} was not exported: {why}.",
            "Mend them, or use --draft, which marks every page and lists them. `eia lint` shows each in its place.",
        )
        return End(name, FOUND, why)
    except Refused as reason:
        say(reason.message, reason.help)
        return End(name, COULD_NOT if isinstance(reason, Impossible) else FOUND, reason.message)
    except OSError as error:
        say(f"{name} was not exported: {told(error)}.")
        return End(name, COULD_NOT, told(error))
    click.echo(f"Written: {shown_path(target.resolve())}")
    return End(name)


def _summed_up(ends: Sequence[End]) -> Iterator[str]:
    """How many were written, and a line for each that was not: what came before may fill pages."""
    failed = [end for end in ends if end.code != DONE]
    yield f"{many(len(ends) - len(failed), 'document')} written, {len(failed)} not."
    yield from (printable(f"  {end.name}: {end.why}") for end in failed)

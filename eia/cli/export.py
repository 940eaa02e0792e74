"""`eia export`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import click

from eia.cli.day import Day
from eia.cli.show import COULD_NOT, DONE, FOUND, echo_all, paint, say, told
from eia.diagnostics.concise import concise
from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.human import human
from eia.diagnostics.shown import many, printable, shown_path
from eia.diagnostics.told import Told
from eia.document.layout import LAYOUTS, Layout
from eia.files import FORMATS, Format
from eia.linting import judge
from eia.project import Dossier
from eia.publishing.edition import Edition, edition_of
from eia.settings import WrongSettings
from eia.targets import Goal, NotFound, dossiers_named
from eia.unfit import Dropped, NotPublic, Unfit
from eia.withholding.listed import listed
from eia.write import Impossible, Refused, advice

TO = "Word (docx, unless -o says otherwise), Markdown (md), all of it as data (json), or a table of its actions (csv)."
TEMPLATE = "The organisation's own Word file (.docx or .dotx) to make the document in, with its styles, logo, header and footer."
PUBLIC = "Withhold what is not for everybody: names, ways to reach a person, small counts; refuse what cannot be told from that."
REPORT = "Please report it, with the lines above: `eia help proof` says where, and what you can do until it is mended."
LOOK = "Mend each, or set it aside with a reason: `eia help publish-an-assessment` says how. `eia lint --public` only checks."
MEND = "Mend them, or use --draft, which marks every page and lists them. `eia lint` shows each in its place."


@click.command("export")
@click.argument("assessments", nargs=-1)
@click.option("--to", type=click.Choice(FORMATS), help=TO)
@click.option("-o", "--output", help="The file to write, or a folder (with a / at its end, if it is not there yet).")
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    help="Rows in a table (unless eia.toml says otherwise), or each under headings.",
)
@click.option(
    "--summary", is_flag=True, help="Two or three pages in plain words, for those who will not read the whole."
)
@click.option("--draft", is_flag=True, help="Export in spite of errors; every page is marked, and they are listed.")
@click.option("--public", is_flag=True, help=PUBLIC)
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
    summary: bool,
    draft: bool,
    public: bool,
    force: bool,
    template: Path | None,
    as_of: date | None,
) -> None:
    """Make the Word document, or Markdown, or data of the same.

    ASSESSMENTS are files, folders or ids; without any, it is the only one there is. Of several, each is exported that can
    be, and the last lines say which were not and why.

    Equal input gives equal bytes: no clock shows in the file. The date in its properties is that of --as-of, else that of
    the variable SOURCE_DATE_EPOCH, else that of the last approval or the decision, else 1 January 1980."""
    try:
        dossiers, failed = dossiers_named(assessments, as_of)
        ending = "-public" * public + "-summary" * summary
        goal = Goal.of(to, output, several=len(dossiers) > 1, ending=ending)
        targets = goal.paths(dossiers)
    except NotFound as reason:
        say(reason.message, reason.help)
        context.exit(COULD_NOT)
    for diagnostics in failed:
        echo_all(human(diagnostics, paint()))
    if len(dossiers) > 1:
        click.echo(f"Checking {len(dossiers)} assessments.", err=True)
    wanted = partial(
        edition_of, format=goal.format, layout=layout, draft=draft, template=template, summary=summary, public=public
    )
    editions = _editions(dossiers, wanted)
    checked = judge((), dossiers)
    ends = [End(shown_path(one.text.path), COULD_NOT, one.message) for one, *_ in failed]
    for number, (dossier, target) in enumerate(zip(dossiers, targets, strict=True), 1):
        if len(dossiers) > 1 and sys.stderr.isatty():
            click.echo(f"{number} of {len(dossiers)}: {printable(dossier.assessment.id)}", err=True)
        match editions[dossier.root]:
            case Edition() as edition:
                ends.append(_export(dossier, checked.told_of(dossier), target, edition, force))
            case WrongSettings(message=why):
                ends.append(End(dossier.assessment.id, COULD_NOT, why))
    if len(ends) > 1:
        echo_all(_summed_up(ends))
    context.exit(max(end.code for end in ends))


@dataclass(frozen=True, slots=True)
class End:
    """How it ended with one assessment, and why, where it was not exported."""

    name: str
    code: int = DONE
    why: str = ""


def _editions(dossiers: Iterable[Dossier], edition: Callable[[Path], Edition]) -> dict[Path, Edition | WrongSettings]:
    """By the folder of each project, what its documents are to be; one whose settings are wrong is told of once."""
    editions: dict[Path, Edition | WrongSettings] = {}
    for root in dict.fromkeys(dossier.root for dossier in dossiers):
        try:
            editions[root] = edition(root)
        except WrongSettings as reason:
            say(reason.message, reason.help)
            editions[root] = reason
    return editions


def _export(dossier: Dossier, diagnostics: tuple[Diagnostic, ...], target: Path, edition: Edition, force: bool) -> End:
    from eia.exporting import made  # the writers are heavy, and lint never needs them
    from eia.publishing.save import save

    name = dossier.assessment.id
    try:
        ready = made(dossier, diagnostics, edition)
        save(dossier, target, ready.content, edition, force)
    except (Unfit, Told, OSError) as error:
        code, why, help = _reason(error)
        echo_all(concise(error.diagnostics) if isinstance(error, Unfit) else ())
        say(why if isinstance(error, Told) else f"{name} was not exported: {why}.", help)
        return End(name, code, why)
    echo_all(listed(ready.withheld))
    click.echo(f"Written: {shown_path(target.resolve())}")
    return End(name)


def _reason(error: Unfit | Told | OSError) -> tuple[int, str, str]:
    """The exit code, why nothing was written, and what to do."""
    match error:
        case Dropped(diagnostics=lacking):
            why = f"{many(len(lacking), 'thing')} that its files say would be missing from the document"
            return COULD_NOT, f"{why}; the files are not wrong, eia is", REPORT
        case NotPublic(diagnostics=open):
            return FOUND, f"{many(len(open), 'thing')} in it may not be for everybody", LOOK
        case Unfit(diagnostics=errors):
            return FOUND, f"it has {many(len(errors), 'error')}", MEND
        case Told(message=why, help=help):
            return FOUND if isinstance(error, Refused) and not isinstance(error, Impossible) else COULD_NOT, why, help
        case OSError():
            return COULD_NOT, told(error), advice(error)


def _summed_up(ends: Sequence[End]) -> Iterator[str]:
    """How many were written, and a line for each that was not: what came before may fill pages."""
    failed = [end for end in ends if end.code != DONE]
    yield f"{many(len(ends) - len(failed), 'document')} written, {len(failed)} not."
    yield from (printable(f"  {end.name}: {end.why}") for end in failed)

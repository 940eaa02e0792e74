"""`eia status`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import get_args

import click

from eia.checklist import Checklist, checklist
from eia.cli.show import COULD_NOT, DONE, echo_all
from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.human import folded, human
from eia.diagnostics.shown import many, printable, shown_path
from eia.forms.remarks import sentence
from eia.model.assessment import STATUSES, Status
from eia.settings import settings_of
from eia.targets import dossiers_named

NOBODY = "nobody named yet"
HEAD = "About the assessment"


@click.command("status")
@click.argument("assessments", nargs=-1)
@click.option(
    "--for", "goal", type=click.Choice(get_args(Status)), help="The status to prepare for (else the next one)."
)
@click.pass_context
def status_command(context: click.Context, assessments: tuple[str, ...], goal: Status | None) -> None:
    """List what an assessment still needs.

    It is a checklist for the next status, by section of the document and by owner. ASSESSMENTS
    are files, folders or ids; without any, it is the only one there is."""
    dossiers, failed = dossiers_named(assessments, today=date.today())
    for root in dict.fromkeys(dossier.root for dossier in dossiers):
        settings_of(root)  # a list by settings that are not followed would ask for other things
    for diagnostics in failed:
        echo_all(human(diagnostics))
    echo_all("\n".join(_lines(checklist(dossier, goal))) for dossier in dossiers)
    context.exit(COULD_NOT if failed else DONE)


def _lines(done: Checklist) -> Iterator[str]:
    assessment = done.dossier.assessment
    yield f"{printable(assessment.title or 'Untitled assessment')} ({printable(assessment.id)})"
    reached = done.goal == done.dossier.status
    yield f"Status: {_spoken(done.dossier.status)}. {'Still open' if reached else f'To do before it is {_spoken(done.goal)}'}:"
    yield ""
    if not done.points:
        yield from _nothing_open(done)
        return
    for (section, owner), points in groupby(done.points, key=lambda one: (one.section, one.owner)):
        heading = done.dossier.profile.headings.get(section, HEAD)
        yield f"{printable(heading)} ({printable(owner or NOBODY)})"
        said = ""
        for point in points:
            yield from _point(point.told, point.told.help if point.told.help != said else "")
            said = point.told.help
        yield ""
    yield from _by_owner(done)


def _point(told: Diagnostic, help: str) -> Iterator[str]:
    """A box to tick, the place to go to, and what to do there, unless the point before has said so."""
    said = f"{told.about}: {told.message}" if told.about else told.message[:1].upper() + told.message[1:]
    where = f"{shown_path(told.text.path)}:{told.text.position(told.span.start).line}"
    yield from folded(f"{sentence(said)} {where}", "  [ ] ", "      ")
    yield from folded(" ".join(help.split()), margin="      ")


def _by_owner(done: Checklist) -> Iterator[str]:
    number = Counter(point.owner or NOBODY for point in done.points)
    each = ", ".join(f"{printable(owner)} {count}" for owner, count in number.items())
    yield from folded(f"{many(len(done.points), 'open point')}: {each}.")


def _nothing_open(done: Checklist) -> Iterator[str]:
    """Nothing that a program can see: people still judge."""
    yield "No point is open that a program can see. Whether the duty is met is for people to judge."
    if STATUSES.index(done.goal) > STATUSES.index(done.dossier.status):
        yield from folded(f"When that is agreed, write `status: {done.goal}` in {shown_path(done.dossier.file.path)}.")


def _spoken(status: Status) -> str:
    return status.replace("-", " ")

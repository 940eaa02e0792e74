"""What commands that change files of a project have in common: which assessments are meant, the difference, the question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from eia.cli.show import DONE, FOUND, can_ask, echo_all, say
from eia.diagnostics.difference import difference
from eia.diagnostics.human import folded
from eia.diagnostics.shown import many, shortened, shown_path
from eia.diagnostics.told import Told
from eia.files import root_of
from eia.naming.renaming import Renamed, fulfilled, known_in
from eia.naming.things import ASSESSMENT, Place, Thing, things
from eia.naming.wishes import Wish
from eia.project import Dossier, Project
from eia.schema.files import FOLDER, refresh, schema_path, write_for
from eia.targets import NotFound, dossiers_named
from eia.text.read import is_file, real
from eia.text.span import Span, Text
from eia.write import rewrite

within = click.option(
    "--in", "within", metavar="ASSESSMENT", help="The assessment that is meant, where several have the id."
)
at_once = click.option("--yes", "at_once", is_flag=True, help="Write without asking.")
signed_off_too = click.option("--signed-off-too", "signed_off", is_flag=True, help="Change also what is signed off.")

BEFORE = 30
"""So much of a line is shown before what it is about."""
MOST_SHOWN = 20
"""More mentions than this are counted, and not listed."""


def meant(within: str | None) -> tuple[Project, tuple[Dossier, ...], dict[Place, Thing]]:
    """A project, its dossiers, and all things that may be meant. Raises `Told`."""
    named = dossiers_named([within])[0] if within else []
    if within and len(named) != 1:
        raise NotFound(f"{within} is not one assessment that can be read", "Name the file of the one that is meant.")
    project = Project(named[0].root if named else root_of(Path()))
    dossiers = known_in(project)
    if not dossiers:
        raise NotFound(f"there is no assessment in {shown_path(project.root)}", "Begin one with `eia new`.")
    chosen = [one for one in dossiers if not named or real(one.file.path) == real(named[0].file.path)]
    known = things(dossiers)
    return project, dossiers, {place: known[place] for place in things(chosen)}


def carry_out(
    context: click.Context,
    within: str | None,
    wish: Callable[[dict[Place, Thing]], Wish],
    *,
    at_once: bool,
    signed_off: bool,
) -> None:
    """Show what would change, ask, write all of it, and say what was left for people. Raises `Told`."""
    project, dossiers, known = meant(within)
    done = fulfilled(project, dossiers, wish(known), signed_off=signed_off)
    if not done.files:
        click.echo("It is so already: nothing was changed.")
        context.exit(DONE)
    if not at_once:
        for before, after in done.files:
            echo_all(difference(before, after))
        _ask(context, done)
    rewrite(done.files)
    echo_all(_told(done))
    _let_editors_know(project, done)


def _ask(context: click.Context, done: Renamed) -> None:
    files = many(len(done.files), "file")
    if not can_ask():
        say(f"Nothing was written yet: {files} would be changed.", "Look through the lines above, and add `--yes`.")
        context.exit(FOUND)
    if not click.confirm(f"Change {'this file' if len(done.files) == 1 else f'these {files}'}?"):
        click.echo("Nothing was written.")
        context.exit(FOUND)


def _told(done: Renamed) -> Iterator[str]:
    """What was changed where, and what was left."""
    for one, new in done.names:
        yield from folded(f"The {one.called} is now `{new}`.")
    if done.added:
        yield from folded(f"A new action `{done.added}` stands in the plan, with nothing filled in.")
    yield from folded(f"Changed: {', '.join(shown_path(before.path) for before, _ in done.files)}.")
    for one in done.forgotten:
        yield from folded(
            f"`{one.id}` is written in a line, with no place for `was:`, so its former id is not remembered."
        )
    if done.wholes:
        yield from folded("Whole sections are cited that have other actions now; see whether that is still meant:")
        yield from _lines(list(done.wholes))
    if done.left:
        words = many(len(done.left), "place")
        yield from folded(f"A former id stands in plain words in {words}, left for you to read:")
        yield from _lines([(mention.text, mention.span) for mention in done.left])


def _lines(spots: list[tuple[Text, Span]]) -> Iterator[str]:
    yield from (line for spot in spots[:MOST_SHOWN] for line in spot_line(*spot))
    if len(spots) > MOST_SHOWN:
        yield f"  and {len(spots) - MOST_SHOWN} more"


def spot_line(text: Text, span: Span) -> list[str]:
    """A place and the line that stands there."""
    spot = text.position(span.start)
    where = f"{shown_path(text.path)}:{spot.line}:{spot.column}"
    line = text.line(spot.line)
    begin = max(spot.column - 1 - BEFORE, 0)
    words = line if begin == 0 else f"…{line[begin:]}"
    return folded(f"{where}: {shortened(words)}", "  ", "    ")


def _let_editors_know(project: Project, done: Renamed) -> None:
    """Bring schemas up to date, and make that of an assessment by its new name; whatever goes wrong, it has been renamed."""
    after = known_in(Project(project.root))
    renamed = {new: one.id for one, new in done.names if one.sort == ASSESSMENT}
    try:
        reasons = list(refresh(after))
        for one in after:
            old = schema_path(project.root, renamed.get(one.assessment.id, ""))
            if one.assessment.id in renamed and is_file(old):
                reasons += write_for(project.root, [one]).left
                click.echo(f"{shown_path(old)} is needed no more: delete it. The new one is in {FOLDER}/.")
    except (Told, OSError) as error:
        reasons = [Told(str(error))]
    for reason in reasons:
        say(f"What your editor offers could not be brought up to date: {reason.message}.", reason.help)

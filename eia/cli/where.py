"""`eia where`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from eia.cli.asked import meant, spot_line, within
from eia.cli.show import echo_all, text_or_json
from eia.diagnostics.human import folded
from eia.diagnostics.shown import many, shortened, shown_path
from eia.naming.where import Spot, Whereabouts, whereabouts
from eia.naming.wishes import the_one


@click.command("where")
@click.argument("id", metavar="ID")
@within
@text_or_json
def where_command(id: str, within: str | None, layout: str) -> None:
    """Print where something is defined, and everywhere it is cited.

    Plain words such as `action 1.a` in a sentence are no citation: they are listed apart, since nothing follows them."""
    _, dossiers, known = meant(within)
    found = whereabouts(the_one(known, id), dossiers)
    if layout == "json":
        click.echo(json.dumps(_as_data(found), ensure_ascii=False, indent=2))
    else:
        echo_all(_as_text(found))


def _as_text(found: Whereabouts) -> Iterator[str]:
    one = found.thing
    yield from folded(f"The {one.called}" + (f": {shortened(one.title)}" if one.title else ""))
    yield ""
    yield "Defined:"
    yield from _lines([found.defined])
    if one.was:
        yield from folded(f"It was {', '.join(f'`{was}`' for was in one.was)} before.", margin="  ")
    yield f"Cited in {many(len(found.cited), 'place')}:" if found.cited else "Cited nowhere."
    yield from _lines(found.cited)
    if found.mentioned:
        yield f"In plain words in {many(len(found.mentioned), 'place')}, which nothing follows:"
        yield from _lines([(mention.text, mention.span) for mention in found.mentioned])


def _lines(spots: Iterable[Spot]) -> Iterator[str]:
    yield from (line for spot in spots for line in spot_line(*spot))


def _as_data(found: Whereabouts) -> dict[str, object]:
    one = found.thing
    return {
        "id": one.id,
        "sort": one.sort,
        "title": one.title,
        "was": list(one.was),
        "assessments": [dossier.assessment.id for dossier in one.known_in],
        "defined": _place(found.defined),
        "cited": [_place(spot) for spot in found.cited],
        "mentioned": [_place((mention.text, mention.span)) for mention in found.mentioned],
    }


def _place(spot: Spot) -> dict[str, object]:
    text, span = spot
    position, end = text.position(span.start), text.position(span.end)
    path = Path(shown_path(text.path)).as_posix()
    return {
        "file": path,
        "line": position.line,
        "column": position.column,
        "end-line": end.line,
        "end-column": end.column,
    }

"""`eia template`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from eia.cli.show import COULD_NOT, DONE, FOUND, say
from eia.diagnostics.human import folded
from eia.diagnostics.shown import shown_path
from eia.write import Impossible, Refused


@click.group("template")
def template_group() -> None:
    """The Word file that documents are made in.

    `eia export --template FILE` makes one document in it; `template = "FILE"` in eia.toml, all of a project."""


@template_group.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def check_command(context: click.Context, file: Path) -> None:
    """Say whether documents can be made in a Word file, and what to know of it.

    FILE is a Word document or template, .docx or .dotx."""
    from eia.publishing.word.house.check import report  # lxml is heavy, and lint never needs it

    try:
        found = report(file)
    except Refused as reason:
        say(f"{reason.message}.", reason.help)
        context.exit(COULD_NOT if isinstance(reason, Impossible) else FOUND)
    click.echo(f"{shown_path(file)} can be used as a template.")
    for line in _styles(found.lacking, found.wanted):
        click.echo("\n".join(line))
    for note in found.notes:
        click.echo("\n".join(folded(note, "* ", "  ")))
    context.exit(DONE)


def _styles(lacking: tuple[str, ...], wanted: int) -> Iterator[list[str]]:
    if not lacking:
        yield folded(f"It has all {wanted} styles that a document is written in.")
        return
    has = f"It has {wanted - len(lacking)} of the {wanted} styles that a document is written in."
    yield folded(f"{has} For the others eia's own are used, in the font of its running text:")
    yield folded(", ".join(name[:1].upper() + name[1:] for name in lacking), "  ", "  ")

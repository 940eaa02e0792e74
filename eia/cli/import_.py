"""`eia import`."""

from __future__ import annotations

from pathlib import Path

import click

from eia.cli.schema import let_editors_know
from eia.cli.show import say
from eia.diagnostics.shown import shown_path
from eia.files import root_of
from eia.publishing.data.contents import MOST, NotData
from eia.publishing.data.whole import is_unchanged
from eia.starting.draft import ASSESSMENT
from eia.starting.restored import restore
from eia.text.read import Unreadable, content_of
from eia.write import Refused

CHANGED = "Only what stands under `written` was read: the lists above it only say the same once more."


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def import_command(file: Path) -> None:
    """Make the files of an assessment again of its JSON.

    FILE is what `eia export --to json` has written. The new files say the same words at the same places, in a new folder
    below `assessments` that is called after the short name. Nothing is overwritten. Remarks are not in the JSON."""
    try:
        content = content_of(file, MOST)
    except Unreadable as reason:
        raise Refused(f"{shown_path(file)} cannot be read: {reason.message}", reason.help) from reason
    root = root_of(Path())
    try:
        folder = restore(root, content)
    except NotData as reason:
        raise NotData(f"{shown_path(file)} cannot be read: {reason.message}", reason.help) from reason
    if not is_unchanged(content):
        say(f"{shown_path(file)} was changed since it was exported.", CHANGED)
    click.echo(f"Written: {shown_path(folder)}\n")
    for path in sorted(folder.iterdir()):
        click.echo(f"  {path.name}")
    click.echo(f"\nNext: check it with\n\n  eia lint {shown_path(folder)}")
    let_editors_know(root, folder / ASSESSMENT)

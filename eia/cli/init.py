"""`eia init`."""

from __future__ import annotations

from pathlib import Path

import click

from eia.cli.schema import tell
from eia.cli.show import can_ask, say
from eia.diagnostics.shown import printable, shown_path
from eia.schema.files import write_all
from eia.settings import NAME as SETTINGS
from eia.starting.folder import set_up

WIDEST = 32


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--body", help="The organisation, which `eia new` will propose.")
@click.option(
    "--package",
    default="",
    help="What the checks install: a version, the path of a wheel, or an address (else what is installed here).",
)
def init_command(folder: Path, body: str | None, package: str) -> None:
    """Set up a folder for assessments.

    It gets settings for eia and for the editor, checks at each commit, and a page for colleagues. What is there already
    is left as it is. FOLDER is the one you stand in, if you name none."""
    if body is None and can_ask():
        body = click.prompt("Organisation that decides (Enter leaves it open)", default="", show_default=False)
    for one in set_up(folder, (body or "").strip(), package=package):
        state = "made" if one.new else "there already, left as it is"
        click.echo(f"  {shown_path(one.path):<{WIDEST}} {state}")
    outcome = write_all(folder.absolute())
    for path in outcome.written:
        click.echo(f"  {shown_path(path):<{WIDEST}} made")
    tell(outcome)
    if above := next((one for one in folder.absolute().parents if (one / SETTINGS).is_file()), None):
        say(f"Note that {printable(str(above))} is a project already; this folder is now one of its own inside it.")
    where = "" if folder.resolve() == Path().resolve() else f"in {printable(str(folder))}, "
    click.echo(f"\nNext: {where}begin an assessment with `eia new` and a short name, e.g. eia new library-hours-2026")

"""`eia init`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from eia.cli.schema import tell
from eia.cli.show import COULD_NOT, say
from eia.diagnostics.shown import printable, shown_path
from eia.schema.outcome import Outcome
from eia.settings import NAME as SETTINGS
from eia.starting.folder import set_up
from eia.write import Refused

WIDEST = 32


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--body", help="The organisation, which `eia new` will propose.")
@click.option(
    "--package",
    default="",
    help="What the checks install: a version, the path of a wheel, or an address (else what is installed here).",
)
@click.pass_context
def init_command(context: click.Context, folder: Path, body: str | None, package: str) -> None:
    """Set up a folder for assessments.

    It gets settings for eia and for the editor, checks at each commit, and a page for colleagues. What is there already
    is left as it is. FOLDER is the one you stand in, if you name none."""
    if body is None and sys.stdin.isatty():
        body = click.prompt("Organisation that decides (Enter leaves it open)", default="", show_default=False)
    try:
        for one in set_up(folder, (body or "").strip(), package=package):
            state = "made" if one.new else "there already, left as it is"
            click.echo(f"  {shown_path(one.path):<{WIDEST}} {state}")
        outcome = _let_editors_know(folder)
    except Refused as reason:
        say(reason.message, reason.help)
        context.exit(COULD_NOT)
    tell(outcome)
    if above := next((one for one in folder.absolute().parents if (one / SETTINGS).is_file()), None):
        say(f"Note that {shown_path(above)} is a project already; this folder is now one of its own inside it.")
    where = "" if folder.resolve() == Path().resolve() else f"in {printable(str(folder))}, "
    click.echo(f"\nNext: {where}begin an assessment with `eia new` and a short name, e.g. eia new library-hours-2026")


def _let_editors_know(folder: Path) -> Outcome:
    from eia.schema.files import write_all  # of the commands that everybody waits for, none needs it

    outcome = write_all(folder.absolute())
    for path in outcome.written:
        click.echo(f"  {shown_path(path):<{WIDEST}} made")
    return outcome

"""`eia schema`."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from eia.cli.form import FormName
from eia.cli.show import DONE, FOUND, say
from eia.diagnostics.shown import many, shown_path
from eia.files import root_of
from eia.forms.find import USUAL, Forms
from eia.loading import Kind
from eia.schema.files import Outcome, write_all
from eia.schema.kinds import schema_of


@click.command("schema")
@click.argument("kind", required=False, metavar="[KIND]", type=click.Choice(get_args(Kind)))
@click.option("--profile", type=FormName(), help=f"The form whose words are offered (else {USUAL}).")
@click.option("--project", is_flag=True, help="Write them into the folder `schemas` of the project you stand in.")
@click.pass_context
def schema_command(context: click.Context, kind: Kind | None, profile: str | None, project: bool) -> None:
    """Let your editor help as you type.

    Makes the files from which VS Code and other editors know what to offer, to explain and to underline (JSON Schemas). With
    --project there is one for each kind of file, and for each assessment one that knows its own actions, facts and sources;
    `eia lint` then keeps them up to date. With a KIND of file (assessment, plan, sources or profile) its own is printed."""
    if project == bool(kind):
        raise click.UsageError(f"Say --project, or the kind of file: {', '.join(get_args(Kind))}.", context)
    if project and profile:
        raise click.UsageError("A project has the form that its eia.toml names, so leave --profile out.", context)
    context.exit(_print(kind, profile or USUAL) if kind else _write(root_of(Path())))


def _print(kind: Kind, profile: str) -> int:
    forms = Forms(root_of(Path()))
    if form := forms.get(profile):
        click.echo(schema_of(kind, form.profile, forms.names()), nl=False)
    return DONE


def _write(root: Path) -> int:
    outcome = write_all(root)
    if not outcome.written and not outcome.left:
        click.echo("Everything your editor needs is there and up to date.")
    for path in outcome.written:
        click.echo(f"Written: {shown_path(path)}")
    tell(outcome)
    return FOUND if outcome.left else DONE


def tell(outcome: Outcome) -> None:
    """What was left as it is, and where a line is missing."""
    for left in outcome.left:
        say(left.message, left.help)
    if outcome.pointers:
        click.echo(
            f"\n{many(len(outcome.pointers), 'assessment')} should say in the first line where your editor finds what it may "
            "offer.\nPut this line there, in place of one that begins like it:"
        )
    for pointer in outcome.pointers:
        click.echo(f"\n  {shown_path(pointer.file)}\n{pointer.line}")

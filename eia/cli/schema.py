"""`eia schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

import click

from eia.cli.form import FormName
from eia.cli.show import DONE, FOUND, say
from eia.diagnostics.shown import many, shown_path
from eia.diagnostics.told import Told
from eia.files import root_of
from eia.forms.find import USUAL, Forms
from eia.loading import Kind
from eia.project import Project
from eia.publishing.data.schema import schema
from eia.schema.files import FOLDER, Outcome, write_all, write_for
from eia.schema.kinds import schema_of

Data = Literal["data"]
DATA: Data = "data"
KINDS = (*get_args(Kind), DATA)
"""What can be printed: the schema of a kind of file, or that of the data of an assessment."""


@click.command("schema")
@click.argument("kind", required=False, metavar="[KIND]", type=click.Choice(KINDS))
@click.option("--profile", type=FormName(), help=f"The form whose words are offered (else {USUAL}).")
@click.option("--project", is_flag=True, help="Write them into the folder `schemas` of the project you stand in.")
@click.pass_context
def schema_command(context: click.Context, kind: Kind | Data | None, profile: str | None, project: bool) -> None:
    """Let your editor help as you type.

    Makes the files from which VS Code and other editors know what to offer, to explain and to underline (JSON Schemas). With
    --project there is one for each kind of file, and for each assessment one that knows its own actions, facts and sources;
    `eia lint` then keeps them up to date. With a KIND of file (assessment, plan, sources or profile) its own is printed, and
    with `data` the schema of what `eia export --to json` writes."""
    if project == bool(kind):
        raise click.UsageError(f"Say --project, or the kind of file: {', '.join(KINDS)}.", context)
    if profile and (project or kind == DATA):
        why = "A project has the form that its eia.toml names" if project else "The data of all forms has one schema"
        raise click.UsageError(f"{why}, so leave --profile out.", context)
    context.exit(_print(kind, profile or USUAL) if kind else _write(root_of(Path())))


def _print(kind: Kind | Data, profile: str) -> int:
    if kind == DATA:
        click.echo(schema(), nl=False)
        return DONE
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


def let_editors_know(root: Path, assessment: Path) -> None:
    """Write what the first lines of new files point to; whatever goes wrong, the files are there."""
    project = Project(root)
    dossier = project.dossier(project.file(assessment))
    try:
        outcome = write_for(root, [dossier] if dossier else [])
    except (Told, OSError) as reason:
        say(f"Your editor could not be told about it: {reason}.", "`eia schema --project` tries again.")
        return
    tell(outcome)
    if not outcome.left:
        click.echo(f"\nThe folder {shown_path(root / FOLDER)} tells your editor what it may offer and explain.")

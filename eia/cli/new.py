"""`eia new`."""

from __future__ import annotations

from pathlib import Path

import click

from eia.cli.form import Form
from eia.cli.schema import tell
from eia.cli.show import can_ask, say
from eia.diagnostics.shown import shortened, shown_path
from eia.diagnostics.told import Told
from eia.files import root_of
from eia.project import Project, form_of, profile_names
from eia.schema.files import FOLDER as SCHEMAS
from eia.schema.files import write_for
from eia.settings import settings_of
from eia.starting.draft import ASSESSMENT, FILES, HOME, Answers, begin, fault_of, slug_like
from eia.targets import ids_in
from eia.text.read import inside
from eia.write import Refused

SHORT_NAME = "Short name, e.g. library-hours-2026"
QUESTIONS = {
    "title": "Title: what is being decided, and from when",
    "body": "Organisation that decides",
    "profile": f"Form to follow ({', '.join(profile_names())})",
    "who": "Who leads it, by role, e.g. Libraries Manager",
    "when": "When a decision is planned, e.g. April 2027",
}
"""Where there is only one form to follow, it is not asked for."""


@click.command("new")
@click.argument("words", nargs=-1, metavar="SLUG")
@click.option("--title", help="What is being decided, and from when.")
@click.option("--body", help="The organisation that decides.")
@click.option("--profile", type=Form(), help=f"The form to follow: {', '.join(profile_names())}.")
@click.option("--who", help="Who leads it, by role.")
@click.option("--when", help="When a decision is planned, e.g. April 2027.")
def new_command(words: tuple[str, ...], **given: str | None) -> None:
    """Begin an assessment with its files.

    SLUG is a short name of your own, such as library-hours-2026: the folder of the three files is called so. On a terminal
    the command asks what the options leave open; what you leave empty stays empty in the file, to be filled in later."""
    root = root_of(Path())
    slug = " ".join(words) or (click.prompt(SHORT_NAME) if can_ask() else "")
    _refuse(slug, root)
    answers = _answers(given, {"body": settings_of(root).body, "profile": form_of(root)})
    profile = answers.pop("profile")
    folder = begin(root, slug, profile, Answers(**answers))
    _tell(folder)
    _let_editors_know(root, folder)


def _refuse(slug: str, root: Path) -> None:
    """Whatever stands against this name, before anything is asked."""
    folder = root / HOME / slug
    if fault := fault_of(slug):
        near = slug_like(slug)
        example = "library-hours-2026" if fault_of(near) else near
        raise Refused(f"`{shortened(slug)}` cannot be a short name: {fault}", f"Write, for instance, {example}")
    if folder.exists() or folder.is_symlink():
        raise Refused(f"{shown_path(folder)} is there already, and is left as it is", "Choose another short name.")
    if not inside(root, folder):
        raise Refused(f"{shown_path(folder.parent)} leads out of this project", "Put the folder itself here.")
    for path, id in ids_in(root):
        if id == slug:
            raise Refused(f"{shown_path(path)} has the id {slug} already", "Choose another short name.")


def _answers(given: dict[str, str | None], defaults: dict[str, str]) -> dict[str, str]:
    """What the options say; for the rest, what is answered on the terminal, or what goes without saying."""
    choice = len(profile_names()) > 1
    asked = [name for name in QUESTIONS if given[name] is None and (choice or name != "profile")] if can_ask() else []
    if asked:
        click.echo("Enter leaves a question open; you can answer it in the file later.\n")
    said = {name: _answer(name, defaults.get(name, "")) for name in asked}
    return {name: given[name] or said.get(name) or defaults.get(name, "") for name in QUESTIONS}


def _answer(name: str, default: str) -> str:
    kind = Form() if name == "profile" else click.STRING
    answer: str = click.prompt(QUESTIONS[name], default=default, show_default=bool(default), type=kind)
    return answer


def _tell(folder: Path) -> None:
    shown = shown_path(folder)
    click.echo(f"Begun: {shown}\n")
    for name, what in FILES.items():
        click.echo(f"  {name:<22} {what}")
    click.echo(f"\nNext: open {shown}/{ASSESSMENT}, write in what you know, and check it with\n\n  eia lint {shown}")


def _let_editors_know(root: Path, folder: Path) -> None:
    """Write what the first lines of the new files point to; whatever goes wrong, the assessment has begun."""
    project = Project(root)
    dossier = project.dossier(project.file(folder / ASSESSMENT))
    try:
        outcome = write_for(root, [dossier] if dossier else [])
    except (Told, OSError) as reason:
        say(f"Your editor could not be told about it: {reason}.", "`eia schema --project` tries again.")
        return
    tell(outcome)
    if not outcome.left:
        click.echo(f"\nThe folder {shown_path(root / SCHEMAS)} tells your editor what it may offer and explain.")

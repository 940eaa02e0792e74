"""`eia new`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from eia.cli.form import Form
from eia.cli.show import COULD_NOT, say
from eia.diagnostics.shown import shortened, shown_path
from eia.files import root_of
from eia.project import FALLBACK, Project, profile_names, shipped
from eia.schema.home import FOLDER as SCHEMAS
from eia.settings import WrongSettings, settings_of
from eia.starting.draft import HOME, Answers, is_slug, make, slug_like, texts
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
@click.pass_context
def new_command(context: click.Context, /, words: tuple[str, ...], **given: str | None) -> None:
    """Begin an assessment with its files.

    SLUG is a short name of your own, such as library-hours-2026: the folder of the three files is called so. On a terminal
    the command asks what the options leave open; what you leave empty stays empty in the file, to be filled in later."""
    root = root_of(Path())
    asks = sys.stdin.isatty()
    slug = " ".join(words) or (asks and click.prompt(SHORT_NAME)) or ""
    folder = root / HOME / slug
    try:
        _refuse(slug, folder)
        settings = settings_of(root)
        said = _ask(given, asks, {"body": settings.body, "profile": settings.profile or FALLBACK})
        profile = Form().convert(said.pop("profile"), None, context)
        schemas = Path(os.path.relpath(root / SCHEMAS, folder)).as_posix()
        make(folder, texts(slug, profile, shipped(profile), Answers(**said), schemas))
        left = _let_editors_know(folder, root)
    except (Refused, WrongSettings) as reason:
        say(reason.message, reason.help)
        context.exit(COULD_NOT)
    shown = shown_path(folder)
    click.echo(f"Begun: {shown}\n")
    for name, what in FILES.items():
        click.echo(f"  {name:<22} {what}")
    for one in left:
        say(one.message, one.help)
    click.echo(f"\nThe folder {shown_path(root / SCHEMAS)} tells your editor what it may offer and explain.")
    click.echo(
        f"\nNext: open {shown}/assessment.eia.yaml, write in what you know, and check it with\n\n  eia lint {shown}"
    )


ASSESSMENT = "assessment.eia.yaml"
FILES = {
    ASSESSMENT: "what is decided, what you know, and the table",
    "plan.eia.yaml": "the actions, which rows of the table cite",
    "sources.eia.yaml": "where the facts come from",
}


def _let_editors_know(folder: Path, root: Path) -> tuple[Refused, ...]:
    """Write what the first lines of the new files point to."""
    from eia.schema.files import write_for  # of the commands that everybody waits for, none needs it

    project = Project(root)
    dossier = project.dossier(project.file(folder / ASSESSMENT))
    return write_for(root, [dossier] if dossier else []).left


def _refuse(slug: str, folder: Path) -> None:
    if not is_slug(slug):
        near = slug_like(slug)
        example = near if is_slug(near) else "library-hours-2026"
        help = f"Use three or more small letters, digits and single hyphens, and begin with a letter: {example}"
        raise Refused(f"`{shortened(slug)}` cannot be a short name", help)
    if folder.exists() or folder.is_symlink():
        raise Refused(f"{shown_path(folder)} is there already, and is left as it is", "Choose another short name.")


def _ask(given: dict[str, str | None], asks: bool, defaults: dict[str, str]) -> dict[str, str]:
    """What the options say; for the rest, what is answered on the terminal, or what goes without saying."""
    open_ones = [name for name in QUESTIONS if given[name] is None and (name != "profile" or len(profile_names()) > 1)]
    if asks and open_ones:
        click.echo("Enter leaves a question open; you can answer it in the file later.\n")
    answers = {name: _answer(name, defaults.get(name, "")) for name in open_ones} if asks else {}
    return {name: (given[name] or answers.get(name) or defaults.get(name, "")).strip() for name in QUESTIONS}


def _answer(name: str, default: str) -> str:
    kind = Form() if name == "profile" else click.STRING
    answer: str = click.prompt(QUESTIONS[name], default=default, show_default=bool(default), type=kind)
    return answer

"""`eia new`."""

from __future__ import annotations

from pathlib import Path

import click

from eia.cli.form import FormName, KindOf
from eia.cli.schema import let_editors_know
from eia.cli.show import can_ask, say
from eia.diagnostics.shown import many, shortened, shown_path
from eia.files import root_of
from eia.forms.find import Forms
from eia.model.profile import Profile
from eia.project import form_of
from eia.settings import settings_of
from eia.starting.draft import ASSESSMENT, Answers, begin, fault_of, files_of, slug_like
from eia.starting.parts import Blank
from eia.starting.place import free_folder
from eia.write import Refused

SHORT_NAME = "Short name, e.g. library-hours-2026"
QUESTIONS = {
    "title": "Title: what is being decided, and from when",
    "body": "Organisation that decides",
    "who": "Who leads it, by role, e.g. Libraries Manager",
    "when": "When a decision is planned, e.g. April 2027",
}
FORM, KIND = "Form to follow ({})", "Kind of assessment ({})"
"""Asked first, where there is more than one: they say what else there is to ask."""


@click.command("new")
@click.argument("words", nargs=-1, metavar="SLUG")
@click.option("--title", help="What is being decided, and from when.")
@click.option("--body", help="The organisation that decides.")
@click.option("--profile", type=FormName(), help="The form to follow; `eia profile list` names them.")
@click.option("--kind", help="The kind of assessment, e.g. screening (else the form's first).")
@click.option("--who", help="Who leads it, by role.")
@click.option("--when", help="When a decision is planned, e.g. April 2027.")
def new_command(words: tuple[str, ...], profile: str | None, kind: str | None, **given: str | None) -> None:
    """Begin an assessment with its files.

    SLUG is a short name of your own, such as library-hours-2026: the folder of its files is called so. On a terminal
    the command asks what the options leave open; what you leave empty stays empty in the file, to be filled in later."""
    root = root_of(Path())
    slug = " ".join(words) or (click.prompt(SHORT_NAME) if can_ask() else "")
    _refuse(slug, root)
    name = _name_of_form(profile, Forms(root).names(), form_of(root))
    form = _form(root, name)
    blank = Blank.of(form, _kind(kind, form))
    answers = _answers(given, {"body": settings_of(root).body}, blank)
    folder = begin(root, slug, name, Answers(**answers, kind=blank.kind))
    _tell(folder, blank)
    let_editors_know(root, folder / ASSESSMENT)


def _refuse(slug: str, root: Path) -> None:
    """Whatever stands against this name, before anything is asked."""
    if fault := fault_of(slug):
        near = slug_like(slug)
        example = "library-hours-2026" if fault_of(near) else near
        raise Refused(f"`{shortened(slug)}` cannot be a short name: {fault}", f"Write, for instance, {example}")
    free_folder(root, slug)


def _name_of_form(said: str | None, names: list[str], usual: str) -> str:
    if said or len(names) == 1 or not can_ask():
        return said or usual
    answer: str = click.prompt(FORM.format(", ".join(names)), default=usual, type=FormName())
    return answer


def _form(root: Path, name: str) -> Profile:
    """The form of this name. Raises `Refused` where it could not be read to the end: half a form would leave half unasked."""
    forms = Forms(root)
    form = forms.get(name)
    found = (*form.diagnostics, *(one for file in form.files for one in file.diagnostics)) if form else ()
    if form is None or not form.complete:
        why = f": {found[0].message}" if found else ""
        help = f"`eia profile check {name}` says what is wrong with {shown_path(forms.path(name))}."
        raise Refused(f"the form {name} cannot be followed yet{why}", help)
    if found:
        say(f"The form {name} has {many(len(found), 'mistake')}.", f"`eia profile check {name}` shows them.")
    return form.profile


def _kind(said: str | None, form: Profile) -> str:
    if said:
        return KindOf(form).convert(said, None, None)
    if len(form.kinds) < 2 or not can_ask():
        return ""
    kinds = list(form.kinds)
    answer: str = click.prompt(KIND.format(", ".join(kinds)), default=kinds[0], type=KindOf(form))
    return answer


def _answers(given: dict[str, str | None], defaults: dict[str, str], blank: Blank) -> dict[str, str]:
    """What the options say; for the rest, what is answered on the terminal, or what goes without saying."""
    if given["when"] and not blank.day_in:
        message = f"an assessment of the kind {blank.kind} has no place for the day of a decision"
        raise Refused(message, "Leave --when out, or choose another kind.")
    asked = [name for name in QUESTIONS if given[name] is None] if can_ask() else []
    if asked:
        click.echo("Enter leaves a question open; you can answer it in the file later.\n")
    said = {name: _answer(name, defaults.get(name, "")) for name in asked if name != "when" or blank.day_in}
    return {name: given[name] or said.get(name) or defaults.get(name, "") for name in QUESTIONS}


def _answer(name: str, default: str) -> str:
    answer: str = click.prompt(QUESTIONS[name], default=default, show_default=bool(default))
    return answer


def _tell(folder: Path, blank: Blank) -> None:
    shown = shown_path(folder)
    click.echo(f"Begun: {shown}\n")
    for name, what in files_of(blank).items():
        click.echo(f"  {name:<22} {what}")
    click.echo(f"\nNext: open {shown}/{ASSESSMENT}, write in what you know, and check it with\n\n  eia lint {shown}")

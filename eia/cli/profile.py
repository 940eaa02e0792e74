"""`eia profile`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from eia.cli.form import FormName
from eia.cli.schema import tell
from eia.cli.show import COULD_NOT, DONE, FOUND, PRINTERS, can_ask, echo_all, on_terminal, say
from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import nearest, printable, shortened, shown_path
from eia.diagnostics.told import Told
from eia.files import root_of
from eia.forms.find import PLAIN, Forms, is_shipped, shipped, shipped_names
from eia.forms.page import page
from eia.linting import Checked, judge
from eia.project import Project, form_of
from eia.schema.files import write_for
from eia.starting.draft import fault_of, slug_like
from eia.starting.form import begin_form
from eia.text.read import inside
from eia.write import Refused


@click.group("profile")
def profile_group() -> None:
    """The forms that assessments follow.

    A form says which groups, ratings, questions and headings there are. Some come with eia; an organisation's own stands in
    the folder profiles of its project, and may extend any other."""


@profile_group.command("list")
def list_command() -> None:
    """List the forms that an assessment may follow here."""
    root = root_of(Path())
    forms, usual = Forms(root), form_of(root)
    names = forms.names()
    width = max(map(len, names))
    for name in names:
        form = forms.get(name)
        own = "" if name in shipped_names() else f" ({shown_path(forms.path(name))})"
        title = form.profile.called if form and form.complete else "not to be read yet"
        click.echo(f"{name:<{width}}  {title}{own}{' (what `eia new` proposes)' if name == usual else ''}")


@profile_group.command("show")
@click.argument("name", type=FormName(or_plain=True))
def show_command(name: str) -> None:
    """Print all that a form says, and on which law it rests.

    NAME is that of a form, or plain, the words that every form builds on."""
    form = shipped(PLAIN) if name == PLAIN else Forms(root_of(Path())).get(name)
    if form is None or not form.complete:
        raise Refused(f"the form {name} cannot be read yet", f"`eia profile check {name}` says why.")
    text = "\n".join(map(printable, page(form.profile).splitlines()))
    if on_terminal():
        click.echo_via_pager(text)
    else:
        click.echo(text)


@profile_group.command("check")
@click.argument("names", nargs=-1)
@click.pass_context
def check_command(context: click.Context, names: tuple[str, ...]) -> None:
    """Say what is wrong with forms of this project.

    NAMES are those of forms; without any, it is all that the project has."""
    checked = _checked(Project(root_of(Path())), names)
    if not checked.files:
        say("This project has no form of its own.", "Begin one with `eia profile new`.")
        context.exit(COULD_NOT)
    echo_all(PRINTERS["text"](checked, Severity.ERROR))
    context.exit(FOUND if checked.at_least(Severity.ERROR) else DONE)


def _checked(project: Project, names: Sequence[str]) -> Checked:
    known = project.forms.of_the_project()
    for name in names:
        if name not in known and is_shipped(name):
            raise Refused(f"{name} comes with eia", "It is checked whenever eia is tested. Name a form of your own.")
        if name not in known:
            raise Refused(f"there is no form {shortened(name)} in this project", nearest(name, known))
    return judge((), (), forms=[known[name] for name in names or known])


@profile_group.command("new")
@click.argument("name")
@click.option(
    "--extends",
    type=FormName(or_plain=True),
    help="The form that the new one builds on (else the one that `eia new` proposes); plain has no group and no law.",
)
@click.option("--title", help="What the form is called.")
def new_form_command(name: str, extends: str | None, title: str | None) -> None:
    """Begin a form of your own.

    NAME is a short name such as midshire: assessments follow the form with `profile: midshire`."""
    root = root_of(Path())
    _refuse(name, root)
    if title is None and can_ask():
        title = click.prompt("What the form is called (Enter leaves it open)", default="", show_default=False)
    path = begin_form(root, name, extends or form_of(root), title or "")
    click.echo("\n".join(_told(name, path)))
    try:
        tell(write_for(root, ()))
    except (Told, OSError) as reason:
        say(f"Your editor could not be told about it: {reason}.", "`eia schema --project` tries again.")


def _refuse(name: str, root: Path) -> None:
    """Raise `Refused` where no form can have this name."""
    if fault := fault_of(name):
        near = slug_like(name)
        help = "" if fault_of(near) else f"Write, for instance, {near}."
        raise Refused(f"{shortened(name)} cannot be the name of a form: {fault}", help)
    if name in (*shipped_names(), PLAIN):
        raise Refused(f"{name} comes with eia", f"Choose another name, and write `--extends {name}` to build on it.")
    path = Forms(root).path(name)
    if not inside(root, path):
        raise Refused(f"{shown_path(path)} leads out of the project", "Put the folder itself there.")
    if path.parent.exists():
        raise Refused(f"{shown_path(path.parent)} is there already, and is left as it is", "Choose another name.")


def _told(name: str, path: Path) -> Iterator[str]:
    yield f"Begun: {shown_path(path)}\n"
    yield "Next: write in what is to be different, and check it with\n"
    yield f"  eia profile check {name}\n"
    yield f'Assessments follow it with `profile: {name}`. To have `eia new` propose it, write `profile = "{name}"` into eia.toml.'

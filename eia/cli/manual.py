"""`eia explain` and `eia rules`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from eia.cli.form import FormName
from eia.cli.show import echo_all, text_or_json
from eia.diagnostics.shown import nearest, printable, shortened
from eia.diagnostics.told import Told
from eia.files import root_of
from eia.forms.find import Forms
from eia.forms.page import about, names
from eia.project import form_of
from eia.rules import FAMILIES
from eia.rules.manual import known as names_of_rules
from eia.rules.manual import page, registry, summaries

REGISTRY_VERSION = 1


@click.command("explain")
@click.argument("name")
@click.option(
    "--profile", type=FormName(), help="The form that is asked about a key or a word (else that of this project)."
)
def explain_command(name: str, profile: str | None) -> None:
    """Say what a rule checks, what belongs under a key, or what a word of the form means.

    NAME is that of a rule, a key such as policy.aims, or a word of the form: a group, a question, an outcome."""
    name = name.strip("[]`: ")  # as messages print it
    root = root_of(Path())
    form = Forms(root).get(profile or form_of(root))
    text = page(name) or (about(form.profile, name) if form else None)
    if text is None:
        known = [*names_of_rules(), *(names(form.profile) if form else ())]
        help = nearest(name, known, "`eia rules` lists the rules, `eia profile show` the words of a form.")
        message = f"there is no rule, no key and no word of the form called {shortened(name)}"
        raise Told(message, help)
    echo_all(map(printable, text.splitlines()))


@click.command("rules")
@click.argument("family", required=False, type=click.Choice([*FAMILIES]))
@text_or_json
def rules_command(family: str | None, layout: str) -> None:
    """List every rule, or those of a family."""
    rules = [one for one in registry() if family in (None, one["family"])]
    if layout == "json":
        click.echo(json.dumps({"version": REGISTRY_VERSION, "rules": rules}, ensure_ascii=False, indent=2))
        return
    names = {one["name"] for one in rules}
    for name, severity, summary in summaries():
        if name in names:
            click.echo(f"{name:<26} {severity:<24} {summary}")

"""`eia explain` and `eia rules`."""

from __future__ import annotations

import click

from eia.cli.show import COULD_NOT, say
from eia.rules.manual import nearest, page, summaries


@click.command("explain")
@click.argument("rule")
@click.pass_context
def explain_command(context: click.Context, rule: str) -> None:
    """Say what a rule checks and what to do."""
    rule = rule.strip("[]")  # as messages print it
    text = page(rule)
    if text is None:
        near = nearest(rule)
        say(f"There is no rule `{rule}`.", f"Did you mean `{near}`?" if near else "`eia rules` lists them all.")
        context.exit(COULD_NOT)
    click.echo(text)


@click.command("rules")
def rules_command() -> None:
    """List every rule with its severity."""
    for name, severity, summary in summaries():
        click.echo(f"{name:<26} {severity:<24} {summary}")

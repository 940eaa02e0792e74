"""`eia help`."""

from __future__ import annotations

import click

from eia.cli.show import COULD_NOT, on_terminal, say
from eia.diagnostics.shown import nearest, shortened
from eia.pages import Page, pages
from eia.rules.manual import page as rule_page


@click.command("help")
@click.argument("topic", required=False)
@click.pass_context
def help_command(context: click.Context, topic: str | None) -> None:
    """Print a page of the documentation.

    Without a TOPIC it lists the pages. Needs no network."""
    if topic is None:
        click.echo("\n".join(_contents(pages())))
        return
    page = next((page for page in pages() if page.topic == topic), None)
    words = page.words if page else rule_page(topic)
    if words is None:
        otherwise = "`eia help` lists them all, and `eia rules` lists the rules."
        say(
            f"There is no page about `{shortened(topic)}`.", nearest(topic, [page.topic for page in pages()], otherwise)
        )
        context.exit(COULD_NOT)
    if on_terminal():
        click.echo_via_pager(words)
    else:
        click.echo(words)


def _contents(found: tuple[Page, ...]) -> list[str]:
    width = max((len(page.topic) for page in found), default=0)
    return [
        "Read a page with `eia help` and its name, e.g. `eia help tutorial`:",
        "",
        *(f"  {page.topic:<{width}}  {page.title}" for page in found),
        "",
        "`eia explain` and the name of a rule print its page; `eia rules` lists them; `eia COMMAND --help` lists options.",
    ]

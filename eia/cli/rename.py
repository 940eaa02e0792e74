"""`eia rename`, `eia renumber`, `eia insert` and `eia move`."""

from __future__ import annotations

import click

from eia.cli.asked import at_once, carry_out, signed_off_too, within
from eia.naming.wishes import to_insert, to_move, to_rename, to_renumber


@click.command("rename")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@within
@at_once
@signed_off_too
@click.pass_context
def rename_command(
    context: click.Context, old: str, new: str, within: str | None, at_once: bool, signed_off: bool
) -> None:
    """Give something another id, and let all that cites it follow.

    OLD is the id of an action, a section, a source, a fact, a piece of engagement, a related document, a row or an
    assessment. The difference is shown first; with a section, the ids of its actions change too."""
    carry_out(context, within, lambda known: to_rename(known, old, new), at_once=at_once, signed_off=signed_off)


@click.command("renumber")
@click.argument("section", metavar="SECTION")
@within
@at_once
@signed_off_too
@click.pass_context
def renumber_command(context: click.Context, section: str, within: str | None, at_once: bool, signed_off: bool) -> None:
    """Count the actions of a section anew, in the order in which they stand.

    They become a, b, c or 1, 2, 3, as they are now; all that cites them follows."""
    carry_out(context, within, lambda known: to_renumber(known, section), at_once=at_once, signed_off=signed_off)


@click.command("insert")
@click.argument("id", metavar="ID")
@within
@at_once
@signed_off_too
@click.pass_context
def insert_command(context: click.Context, id: str, within: str | None, at_once: bool, signed_off: bool) -> None:
    """Make room in the plan for a new action.

    The action that has this ID, and those after it, go one label further, up to the first that is free; all that cites
    them follows. A new action stands there, with nothing filled in."""
    carry_out(context, within, lambda known: to_insert(known, id), at_once=at_once, signed_off=signed_off)


@click.command("move")
@click.argument("id", metavar="ID")
@click.argument("new", metavar="NEW")
@within
@at_once
@signed_off_too
@click.pass_context
def move_command(
    context: click.Context, id: str, new: str, within: str | None, at_once: bool, signed_off: bool
) -> None:
    """Move an action to another place in the plan, also in another section.

    Its text goes there with its remarks; those in its way go one label further. The place that it leaves stays free until
    `eia renumber`. All that cites them follows."""
    carry_out(context, within, lambda known: to_move(known, id, new), at_once=at_once, signed_off=signed_off)

"""The form that an assessment follows, as an option of the command."""

from __future__ import annotations

from difflib import get_close_matches

import click

from eia.diagnostics.shown import shortened
from eia.project import profile_names


class Form(click.ParamType[str]):
    """`gb-equality-act`: the id of a profile that comes with the program."""

    name = "form"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id, or which one may be meant."""
        said, known = str(value), profile_names()
        if said not in known:
            near = get_close_matches(said, known, n=1)
            help = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
            self.fail(f"there is no form called {shortened(said)}. {help}", param, ctx)
        return said

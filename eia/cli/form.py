"""The form that an assessment follows, as an option of the command."""

from __future__ import annotations

import click

from eia.diagnostics.shown import nearest, shortened
from eia.project import profile_names


class Form(click.ParamType[str]):
    """`gb-equality-act`: the id of a profile that comes with the program."""

    name = "form"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id, or which one may be meant."""
        said, known = str(value), profile_names()
        if said not in known:
            self.fail(f"there is no form called {shortened(said)}. {nearest(said, known)}", param, ctx)
        return said

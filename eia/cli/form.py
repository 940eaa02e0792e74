"""The form that an assessment follows, and the kind of assessment, as options of the command."""

from __future__ import annotations

from pathlib import Path

import click

from eia.diagnostics.shown import nearest, shortened
from eia.files import root_of
from eia.forms.find import PLAIN, Forms
from eia.model.profile import Profile
from eia.model.vocabulary import chosen


class FormName(click.ParamType[str]):
    """`gb-equality-act`: the short name of a form that comes with the program or stands in the project."""

    name = "form"

    def __init__(self, *, or_plain: bool = False) -> None:
        """`or_plain` lets in the words that every form builds on, which no assessment follows."""
        self._others = [PLAIN] if or_plain else []

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id, or which one may be meant."""
        said, known = str(value), [*Forms(root_of(Path())).names(), *self._others]
        if said not in known:
            self.fail(f"there is no form called {shortened(said)}. {nearest(said, known)}", param, ctx)
        return said


class KindOf(click.ParamType[str]):
    """`screening`: a kind of assessment that a form knows, by its short name or as people call it."""

    name = "kind"

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its short name in the form."""
        said, known = str(value), self._profile.kinds
        key = chosen(known, said)
        if not key:
            help = nearest(said, known)
            self.fail(f"the form {self._profile.id} has no kind called {shortened(said)}. {help}", param, ctx)
        return key

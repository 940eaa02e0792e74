"""The exceptions of the library: an assessment that cannot be used as asked, and a document that lacks some of it."""

from __future__ import annotations

from collections.abc import Iterable

from eia.diagnostics.concise import concise
from eia.diagnostics.diagnostic import Diagnostic


class Unfit(Exception):
    """What was asked for cannot be had of this assessment; `diagnostics` say why."""

    def __init__(self, message: str, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join((message, *concise(self.diagnostics))))


class NotPublic(Unfit):
    """What was asked for is not for everybody as it is; `diagnostics` say where, and what to do."""


class Dropped(Unfit):
    """The document that was made lacks something that the assessment says: a mistake of this program, and not of the assessment.

    `diagnostics` name what is lacking, each in its place."""

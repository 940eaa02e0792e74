"""Something wrong with what a profile says, and its place in the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.shown import nearest, shortened
from eia.loading import LoadedFile
from eia.model.part import Route
from eia.model.terms import Term, Terms
from eia.model.written import JOINT

UNDEFINED = "undefined-name"
SHARED = "shared-name"
EMPTY = "empty-name"
UNUSABLE = "unusable-name"
LESSENED = "lessened-form"
CLASHING = "clashing-layout"
CIRCULAR = "circular-profile"
UNKNOWN = "unknown-profile"
MISPLACED = "misplaced-profile"
LIMIT = "over-limit"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, at a place of a profile; `within` are offsets into the value there, `key` means the key that leads to it."""

    rule: str
    route: Route
    message: str
    help: str
    within: tuple[int, int] | None = None
    key: bool = False
    name: str = ""
    """The name that leads nowhere, where that is what is wrong."""


def placed(file: LoadedFile, fault: Fault) -> Diagnostic:
    """The fault as a diagnostic; every one is an error, since what was meant would have no effect."""
    assert file.tree is not None  # only a profile that was read has faults
    span = (fault.key and file.tree.key(fault.route)) or file.tree.nearest(fault.route)
    if fault.within:
        span = file.tree.within(fault.route, *fault.within, JOINT)
    return Diagnostic(fault.rule, Severity.ERROR, fault.message, file.text, span, fault.help)


def undefined(route: Route, name: str, what: str, known: Collection[str], within: tuple[int, int] | None) -> Fault:
    """That a name leads nowhere; `what` says what it should lead to."""
    help = nearest(name, known, "Write one of: {}.") if known else f"The form has no {what} at all."
    return Fault(UNDEFINED, route, f"the form has no {what} `{shortened(name)}`", help, within, name=name)


def among(route: Route, said: Terms | str | None, what: str, known: Collection[str]) -> Iterator[Fault]:
    """A fault for each of the words said that is not among those known."""
    terms = said.items if isinstance(said, Terms) else (Term(said, 0, len(said)),) if said else ()
    for term in terms:
        if term.text not in known:
            within = (term.start, term.end) if isinstance(said, Terms) else None
            yield undefined(route, term.text, what, known, within)

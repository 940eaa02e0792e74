"""Something wrong with what a profile says, and its place in the file."""

from __future__ import annotations

from dataclasses import dataclass

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.loading import LoadedFile
from eia.model.part import Route
from eia.model.written import JOINT

UNDEFINED = "undefined-name"
SHARED = "shared-name"
EMPTY = "empty-name"
CLASHING = "clashing-columns"
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


def placed(file: LoadedFile, fault: Fault) -> Diagnostic:
    """The fault as a diagnostic; every one is an error, since what was meant would have no effect."""
    assert file.tree is not None  # only a profile that was read has faults
    span = (fault.key and file.tree.key(fault.route)) or file.tree.nearest(fault.route)
    if fault.within:
        span = file.tree.within(fault.route, *fault.within, JOINT)
    return Diagnostic(fault.rule, Severity.ERROR, fault.message, file.text, span, fault.help)

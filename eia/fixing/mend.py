"""Round after round of fixes, until none is left to make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic
from eia.fixing.allowed import Leave, Refused, fixable
from eia.fixing.turn import mended
from eia.linting import Checked, lint
from eia.model.assessment import Status
from eia.settings import Choice
from eia.text.read import real
from eia.text.span import Text

ROUNDS = 25
"""Fixes that overlap take turns; so many rounds are more than any file has needed."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file that says the same in other characters: its text as it was read, and as it is to be."""

    before: Text
    after: Text


@dataclass(frozen=True)
class Mended:
    """What was mended, what was not and why, and what is wrong now."""

    files: tuple[Rewritten, ...]
    made: tuple[Diagnostic, ...]
    """What is wrong no more."""
    refused: tuple[tuple[Diagnostic, str], ...]
    """What has a fix that was not made, and the reason."""
    checked: Checked


def mend(
    paths: Iterable[Path],
    leave: Leave,
    *,
    status: Status | None = None,
    as_of: date | None = None,
    choice: Choice | None = None,
    baseline: bool = True,
) -> Mended:
    """Make every fix that may be made, until none is left; nothing is written, and the files are read but once."""
    named = tuple(paths)
    checked = lint(named, status=status, as_of=as_of, choice=choice, baseline=baseline)
    first = {real(file.path): file.text for file in checked.files}
    drafts: dict[Path, Text] = {}
    made: list[Diagnostic] = []
    refused: Refused = []
    for _ in range(ROUNDS):
        refused.clear()
        turn = [mended(file, found, refused) for file, found in fixable(checked, leave, refused)]
        if not any(done for _, done in turn):
            break
        for text, done in turn:
            made += done
            drafts[real(text.path)] = text
        checked = lint(named, status=status, as_of=as_of, choice=choice, baseline=baseline, drafts=drafts)
    files = (Rewritten(first[path], text) for path, text in drafts.items() if text.source != first[path].source)
    return Mended(tuple(files), tuple(made), tuple(refused), checked)

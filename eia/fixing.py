"""Mending what is a matter of notation: which fixes are made, in which turn, and what is wrong once they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic
from eia.editing.apply import edited
from eia.editing.realise import realised
from eia.editing.refused import NotMade
from eia.linting import Checked, lint
from eia.loading import LoadedFile
from eia.model.assessment import Status
from eia.settings import Choice
from eia.text.change import Change, Clean, Fix, Quote, Reword
from eia.text.read import real
from eia.text.span import Route, Span, Text

ROUNDS = 10
"""Fixes that overlap take turns; so many rounds are more than any file has needed."""

REASONS = ("because", "not-assessed", "none", "impact")
"""Keys whose words are a judgement, wherever they stand."""
JUDGED = ("decision", "screening", "approvals", "answers", "waivers", "people", "contact")
"""Parts of an assessment that record what somebody decided, or who somebody is."""
COUNTED = ("figures", "base", "total", "columns", "period", "participants")
"""Keys of a fact, or of a piece of engagement, that hold what was counted."""


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


@dataclass(frozen=True, slots=True)
class Leave:
    """What may be mended."""

    unsafe: bool = False
    """Also fixes that somebody has to read afterwards."""
    signed_off: bool = False
    """Also files of what is signed off."""


def mend(
    paths: Iterable[Path],
    leave: Leave,
    *,
    status: Status | None = None,
    as_of: date | None = None,
    choice: Choice | None = None,
) -> Mended:
    """Make every fix that may be made, until none is left; nothing is written, and the files are read but once."""
    named = tuple(paths)
    checked = lint(named, status=status, as_of=as_of, choice=choice)
    first = {real(file.path): file.text for file in checked.files}
    drafts: dict[Path, Text] = {}
    made: list[Diagnostic] = []
    refused: list[tuple[Diagnostic, str]] = []
    for _ in range(ROUNDS):
        refused.clear()
        turn = [_mended(file, found, refused) for file, found in _fixable(checked, leave, refused)]
        if not any(mended for _, mended in turn):
            break
        for text, mended in turn:
            made += mended
            drafts[real(text.path)] = text
        checked = lint(named, status=status, as_of=as_of, choice=choice, drafts=drafts)
    files = (Rewritten(first[path], text) for path, text in drafts.items() if text.source != first[path].source)
    return Mended(tuple(files), tuple(made), tuple(refused), checked)


def _fixable(
    checked: Checked, leave: Leave, refused: list[tuple[Diagnostic, str]]
) -> Iterator[tuple[LoadedFile, list[tuple[Diagnostic, Fix]]]]:
    """By file, what can and may be mended there."""
    settled = {file.path for one in checked.dossiers if one.is_settled for file in one.files}
    by_file: dict[Path, list[tuple[Diagnostic, Fix]]] = {}
    for one in checked.diagnostics:
        if one.fix is None or not (one.fix.safe or leave.unsafe):
            continue
        if one.text.path in settled and not leave.signed_off:
            refused.append((one, "it is signed off"))
        else:
            by_file.setdefault(one.text.path, []).append((one, one.fix))
    files = {file.path: file for file in checked.files}
    yield from ((files[path], found) for path, found in by_file.items())


def _mended(
    file: LoadedFile, found: list[tuple[Diagnostic, Fix]], refused: list[tuple[Diagnostic, str]]
) -> tuple[Text, list[Diagnostic]]:
    """The text with all fixes that go together, and what they mend; of two that touch each other, the second waits."""
    going: list[tuple[Diagnostic, Fix]] = []
    taken: list[Span] = []
    for one, fix in found:
        try:
            spans = _spans(file, fix)
        except NotMade as reason:
            refused.append((one, reason.why))
            continue
        if not any(mine.start <= other.end and other.start <= mine.end for mine in spans for other in taken):
            going.append((one, fix))
            taken += spans
    try:
        return edited(file.text, _changes(going)), [one for one, _ in going]
    except NotMade:
        return _one_by_one(file.text, going, refused)


def _one_by_one(
    text: Text, going: list[tuple[Diagnostic, Fix]], refused: list[tuple[Diagnostic, str]]
) -> tuple[Text, list[Diagnostic]]:
    """The text with every fix that can be made together with those before it."""
    made: list[tuple[Diagnostic, Fix]] = []
    mended = text
    for each in going:
        try:
            mended = edited(text, _changes([*made, each]))
        except NotMade as reason:
            refused.append((each[0], reason.why))
        else:
            made.append(each)
    return mended, [one for one, _ in made]


def _changes(fixes: list[tuple[Diagnostic, Fix]]) -> tuple[Change, ...]:
    return tuple(change for _, fix in fixes for change in fix.changes)


def _spans(file: LoadedFile, fix: Fix) -> list[Span]:
    """The stretches that a fix changes. Raises `NotMade` where it may not, or cannot, be made."""
    if any(_is_judgement(file, change) for change in fix.changes):
        raise NotMade("only people write reasons, ratings, figures and decisions")
    if file.tree is None:
        return [change.span for change in fix.changes if isinstance(change, Quote)]
    return [edit.span for edit in realised(file.tree, fix.changes)]


def _is_judgement(file: LoadedFile, change: Change) -> bool:
    """Whether a change lies in what a fix never touches, whatever it says."""
    if isinstance(change, Reword | Quote) or file.tree is None:
        return isinstance(change, Quote) and any(f"{key}:" in _line(file, change.span) for key in REASONS)
    if isinstance(change, Clean):
        return is_judgement(file.tree.route_at(change.span.start))
    return is_judgement(change.route)


def _line(file: LoadedFile, span: Span) -> str:
    return file.text.line(file.text.position(span.start).line)


def is_judgement(route: Route) -> bool:
    """Whether what stands here is a rating, a reason, a figure, a decision or a person, which only people write."""
    first = str(route[0]) if route else ""
    counted = first in ("evidence", "engagement") and len(route) > 2 and route[2] in COUNTED
    return first in JUDGED or counted or any(step in REASONS for step in route[1:])

"""One turn of fixes in one file: as many as go together."""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Diagnostic
from eia.editing.apply import edited
from eia.editing.edit import Edit
from eia.editing.realise import realised
from eia.editing.refused import NotMade
from eia.editing.written import quoted
from eia.fixing.allowed import Fixable, Refused
from eia.fixing.judged import PEOPLE_WRITE, touches_judgement
from eia.fixing.unread import in_quotes
from eia.loading import LoadedFile
from eia.text.change import Change, Fix, Quote
from eia.text.span import Span, Text


def mended(file: LoadedFile, found: list[Fixable], refused: Refused) -> tuple[Text, list[Diagnostic]]:
    """The text with all fixes that go together, and what they mend; of two that touch each other, the second waits."""
    if file.tree is None:
        return in_quotes(file, found, refused)
    going: list[Fixable] = []
    waiting: list[Fixable] = []
    taken: list[Span] = []
    for one, fix in found:
        try:
            spans = [edit.span for edit in edits(file, fix)]
        except NotMade as reason:
            refused.append((one, reason.why))
            continue
        if any(mine.start <= other.end and other.start <= mine.end for mine in spans for other in taken):
            waiting.append((one, fix))
        else:
            going.append((one, fix))
            taken += spans
    try:
        return edited(file.text, _changes(going)), [one for one, _ in going]
    except NotMade:
        text, made = _one_by_one(file.text, going, refused)
    return (text, made) if made or not waiting else mended(file, waiting, refused)


def edits(file: LoadedFile, fix: Fix) -> Iterator[Edit]:
    """What a fix changes, stretch by stretch. Raises `NotMade` where it may not, or cannot, be made."""
    if any(touches_judgement(file, change) for change in fix.changes):
        raise NotMade(PEOPLE_WRITE)
    if file.tree is not None:
        yield from realised(file.tree, fix.changes)
    elif all(isinstance(change, Quote) for change in fix.changes):
        quotes = (change.span for change in fix.changes if isinstance(change, Quote))
        yield from (Edit(span, quoted(file.text.slice(span))) for span in quotes)
    else:
        raise NotMade("the file cannot be read as it is")


def _one_by_one(text: Text, going: list[Fixable], refused: Refused) -> tuple[Text, list[Diagnostic]]:
    """The text with every fix that can be made together with those before it."""
    made: list[Fixable] = []
    after = text
    for each in going:
        try:
            after = edited(text, _changes([*made, each]))
        except NotMade as reason:
            refused.append((each[0], reason.why))
        else:
            made.append(each)
    return after, [one for one, _ in made]


def _changes(fixes: list[Fixable]) -> tuple[Change, ...]:
    return tuple(change for _, fix in fixes for change in fix.changes)

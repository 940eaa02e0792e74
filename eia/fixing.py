"""Mending what is a matter of notation: which fixes are made, in which turn, and what is wrong once they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic
from eia.editing.apply import edited
from eia.editing.edit import Edit, spliced
from eia.editing.realise import realised
from eia.editing.refused import NotMade
from eia.editing.written import quoted
from eia.linting import Checked, lint
from eia.loading import LoadedFile, load_text
from eia.model.assessment import SETTLED, Assessment, Status
from eia.model.judgement import is_judgement
from eia.settings import Choice
from eia.text.change import Add, Change, Clean, Fix, New, Quote, Remove, Reword
from eia.text.lines import Lines
from eia.text.read import real
from eia.text.span import Route, Span, Text
from eia.text.tree import Tree, everything

ROUNDS = 25
"""Fixes that overlap take turns; so many rounds are more than any file has needed."""

PEOPLE_WRITE = "only people write reasons, ratings, figures and decisions"
SIGNED_OFF = "it is signed off"
ANOTHER_DAY = "the remark may be needed on another day, or at another status"
SHARED = "assessments that were not checked use this file too"


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
    remarks: bool = True
    """Also remarks that set nothing aside; not where it is asked as if it were another day or status."""


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
    refused: list[tuple[Diagnostic, str]] = []
    for _ in range(ROUNDS):
        refused.clear()
        turn = [_mended(file, found, refused) for file, found in _fixable(checked, leave, refused)]
        if not any(mended for _, mended in turn):
            break
        for text, mended in turn:
            made += mended
            drafts[real(text.path)] = text
        checked = lint(named, status=status, as_of=as_of, choice=choice, baseline=baseline, drafts=drafts)
    files = (Rewritten(first[path], text) for path, text in drafts.items() if text.source != first[path].source)
    return Mended(tuple(files), tuple(made), tuple(refused), checked)


def offered(checked: Checked) -> Checked:
    """The same, in which only what may be mended has its fix: no judgement, and nothing that is signed off."""
    kept = {one.order for _, found in _fixable(checked, Leave(unsafe=True), []) for one, _ in found}
    files = {file.path: file for file in checked.files}
    told = (
        one
        if one.fix is None or (one.order in kept and _can_be_made(files[one.text.path], one.fix))
        else replace(one, fix=None)
        for one in checked.diagnostics
    )
    return replace(checked, diagnostics=tuple(told))


def edits_of(checked: Checked, one: Diagnostic) -> tuple[tuple[Span, str], ...]:
    """The stretches of its file that the fix of a diagnostic changes, and the words that come there."""
    file = next((file for file in checked.files if file.path == one.text.path), None)
    return tuple((edit.span, edit.words) for edit in _edits(file, one.fix)) if file and one.fix else ()


def _fixable(
    checked: Checked, leave: Leave, refused: list[tuple[Diagnostic, str]]
) -> Iterator[tuple[LoadedFile, list[tuple[Diagnostic, Fix]]]]:
    """By file, what can and may be mended there."""
    files = {file.path: file for file in checked.files}
    reasons: dict[tuple[Path, bool], str] = {}
    by_file: dict[Path, list[tuple[Diagnostic, Fix]]] = {}
    for one in checked.diagnostics:
        if one.fix is None or not (one.fix.safe or leave.unsafe):
            continue
        is_remark = any(isinstance(change, Reword) for change in one.fix.changes)
        asked = one.text.path, is_remark
        if asked not in reasons:
            needed = ANOTHER_DAY if is_remark and not leave.remarks else ""
            reasons[asked] = needed or _why_not(checked, files[one.text.path], is_remark, leave)
        if reasons[asked]:
            refused.append((one, reasons[asked]))
        else:
            by_file.setdefault(one.text.path, []).append((one, one.fix))
    yield from ((files[path], found) for path, found in by_file.items())


def _why_not(checked: Checked, file: LoadedFile, is_remark: bool, leave: Leave) -> str:
    """Why nothing may be mended in a file: who uses it has signed; or, of a remark, may need it."""
    users = list(_users(checked, file))
    if not leave.signed_off and any(map(_is_settled, (file, *users))):
        return SIGNED_OFF
    known = {dossier.file.path for dossier in checked.dossiers}
    return SHARED if is_remark and any(one.path not in known for one in users) else ""


def _users(checked: Checked, file: LoadedFile) -> Iterator[LoadedFile]:
    """The assessments that use a file, whether or not they were checked."""
    if file.kind != "assessment":
        for project in dict.fromkeys(dossier.project for dossier in checked.dossiers):
            yield from project.users_of(file)
    yield from (one.file for one in checked.dossiers if file.path in {held.path for held in one.files})


def _is_settled(file: LoadedFile) -> bool:
    """Whether a file says that it is signed, also if it cannot be read to the end."""
    if isinstance(file.content, Assessment):
        return file.content.status in SETTLED
    lines = Lines(file.text).saying if file.tree is None else ()
    return any(one.key == "status" and not one.column and one.value.strip("\"'") in SETTLED for one in lines)


def _mended(
    file: LoadedFile, found: list[tuple[Diagnostic, Fix]], refused: list[tuple[Diagnostic, str]]
) -> tuple[Text, list[Diagnostic]]:
    """The text with all fixes that go together, and what they mend; of two that touch each other, the second waits."""
    if file.tree is None:
        return _in_quotes(file, found, refused)
    going: list[tuple[Diagnostic, Fix]] = []
    taken: list[Span] = []
    for one, fix in found:
        try:
            spans = [edit.span for edit in _edits(file, fix)]
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


def _in_quotes(
    file: LoadedFile, found: list[tuple[Diagnostic, Fix]], refused: list[tuple[Diagnostic, str]]
) -> tuple[Text, list[Diagnostic]]:
    """The text with all quotes that it takes to read it: only behind one slip does the parser come to the next."""
    unsafe = any(not fix.safe for _, fix in found)
    text, draft, quotes, mended = file.text, file, list[Quote](), list[Diagnostic]()
    while draft.tree is None:
        more = len(draft.text.source) - len(text.source)
        waiting = (one for one in draft.diagnostics if one.fix and (one.fix.safe or unsafe))
        last = quotes[-1].span.end if quotes else 0
        new = next(
            ((one, quote) for one in waiting if (quote := _quote(one.fix, more)) and quote.span.start >= last), None
        )
        if new is None:
            break
        mended.append(new[0])
        quotes.append(new[1])
        edits = (Edit(one.span, quoted(text.slice(one.span))) for one in quotes)
        draft = load_text(Text(text.path, spliced(text.source, edits)))
    try:
        if any(is_judgement(_keys_above(text, one.span.start)) for one in quotes):
            raise NotMade(PEOPLE_WRITE)
        return edited(text, quotes), mended
    except NotMade as reason:
        refused += ((one, reason.why) for one in mended or [one for one, _ in found])
        return text, []


def _quote(fix: Fix | None, more: int) -> Quote | None:
    """The quotes that a fix puts, so many characters before where it says."""
    if fix and len(fix.changes) == 1 and isinstance(change := fix.changes[0], Quote):
        return Quote(Span(change.span.start - more, change.span.end - more))
    return None


def _changes(fixes: list[tuple[Diagnostic, Fix]]) -> tuple[Change, ...]:
    return tuple(change for _, fix in fixes for change in fix.changes)


def _can_be_made(file: LoadedFile, fix: Fix) -> bool:
    try:
        return bool(list(_edits(file, fix)))
    except NotMade:
        return False


def _edits(file: LoadedFile, fix: Fix) -> Iterator[Edit]:
    """What a fix changes, stretch by stretch. Raises `NotMade` where it may not, or cannot, be made."""
    if any(_is_judgement(file, change) for change in fix.changes):
        raise NotMade(PEOPLE_WRITE)
    if file.tree is not None:
        yield from realised(file.tree, fix.changes)
    elif all(isinstance(change, Quote) for change in fix.changes):
        quotes = (change.span for change in fix.changes if isinstance(change, Quote))
        yield from (Edit(span, quoted(file.text.slice(span))) for span in quotes)
    else:
        raise NotMade("the file cannot be read as it is")


def _is_judgement(file: LoadedFile, change: Change) -> bool:
    """Whether a change lies in what a fix never touches, or takes any of it away or adds to it."""
    match change:
        case Reword():
            return False
        case Quote() | Clean() if file.tree is None:
            return is_judgement(_keys_above(file.text, change.span.start))
        case Clean() | Quote():
            return file.tree is not None and is_judgement(file.tree.route_at(change.span.start))
        case Remove(route=route):
            return file.tree is not None and any(map(is_judgement, _below(file.tree, route)))
        case Add(route=route, value=value):
            return any(map(is_judgement, _said(route, value)))
        case _:
            return is_judgement(change.route)


def _below(tree: Tree, route: Route) -> Iterator[Route]:
    """A route, and every key below it."""
    yield route
    node = tree.node(route)
    yield from ((key.value,) for key, _ in (everything(node) if node else ()) if key)


def _said(route: Route, value: New) -> Iterator[Route]:
    """Where something new says anything."""
    if isinstance(value, str):
        yield from (route for said in (value,) if said)
    elif isinstance(value, tuple):
        yield from (below for one in value for below in _said(route, one))
    elif value is not None:
        yield from (below for key, one in value.items() for below in _said((*route, key), one))


def _keys_above(text: Text, offset: int) -> Route:
    """The keys under which a line stands, as far as anybody can tell where the file cannot be read."""
    lines = Lines(text)
    line = lines.all[lines.number(offset)]
    keys, column = [line.key], line.column
    for above in lines.above(line.number):
        if above.key and above.column < column:
            keys.append(above.key)
            column = above.column
    return tuple(key for key in reversed(keys) if key)

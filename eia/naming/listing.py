"""How a list of ids is written once some of them are others: in the manner in which it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product

from eia.model.reference import DASH, Reference

NUMBERED = re.compile(r"(?P<section>[0-9]{1,3})\.(?P<label>[A-Za-z]{1,2}|[0-9]{1,3})")
BEGINS_FULL = re.compile(r"[0-9]{1,3}\.")
BETWEEN_ENDS = re.compile(DASH, re.IGNORECASE)
NEVER = 10_000
"""More ids than any list has: so long a run is never written as a range."""


@dataclass(frozen=True, slots=True)
class Manner:
    """One way to write a list of ids."""

    within: str = ", "
    """Between two ids of one section, or two short names."""
    between: str = "; "
    """Between two of different sections."""
    short: bool = True
    """Whether a label stands alone where its section has just been named."""
    run: int = 3
    """So many ids that follow each other are written as a range."""
    dash: str = "–"


SHORTEST = Manner()
MANNERS = tuple(
    dict.fromkeys(
        Manner(within, between, short, run, dash)
        for short, within, between, (run, dash) in product(
            (True, False),
            (", ", "; "),
            ("; ", ", "),
            [*product((3, 2), ("–", "-", " to ", " – ")), (NEVER, "–")],
        )
    )
)
"""All ways that are looked for, the shortest first."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text, or an item of a YAML list, among all the words of a value; and whether it stands on one line."""

    start: int
    end: int
    on_one_line: bool = True


@dataclass(frozen=True, slots=True)
class Edited:
    """A stretch of a list, and what comes in its place."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """One id of a list: as it was written, and as it is to be."""

    item: Reference
    new: str

    @property
    def old(self) -> str:
        """The id that is written there now."""
        return self.item.id


def rewritten(words: str, stretches: Iterable[Stretch], named: Sequence[Named]) -> Iterator[Edited]:
    """What changes in a list of ids, so that it names the new ones in the same order.

    Of a YAML list each item is a text of its own, though a label may have its section from the item before. A text that is
    written in one manner throughout is written in that manner again; else each piece is, in its own."""
    old_section = new_section = ""
    for one in stretches:
        here = [each for each in named if one.start <= each.item.start and each.item.end <= one.end]
        if not here:
            continue
        carried = old_section and not BEGINS_FULL.match(words, here[0].item.start)
        before, after = (old_section, new_section) if carried else ("", "")
        manner = _manner(words[one.start : one.end], here, before) if one.on_one_line else None
        if before == after and all(each.old == each.new for each in here):
            pass
        elif manner:
            there = _written(here, manner, after, new=True)
            yield from [Edited(one.start, one.end, there)] if there != words[one.start : one.end] else []
        else:
            yield from _piece_by_piece(words, here, before, after)
        old_section, new_section = _section(here[-1], new=False), _section(here[-1], new=True)


def in_short(named: Sequence[Named]) -> str:
    """The shortest way to write a list of ids as they are now."""
    return _written(named, SHORTEST, "", new=False)


def _manner(text: str, named: Sequence[Named], section: str) -> Manner | None:
    """The shortest manner in which a text is written throughout, after one of this section."""
    return next((one for one in MANNERS if _written(named, one, section, new=False) == text), None)


def _written(named: Sequence[Named], manner: Manner, section: str, *, new: bool) -> str:
    """A list of ids in this manner, after one of this section."""
    pieces: list[str] = []
    before: Named | None = None
    at = 0
    while at < len(named):
        one = named[at]
        if before:
            alike = _section(before, new=new) == _section(one, new=new)
            whole = before.item.section or one.item.section
            pieces.append(manner.within if alike and not whole else manner.between)
        run = _run(named[at:], new=new)
        length = len(run) if len(run) >= max(manner.run, 2) else 1
        pieces.append(_piece(run[:length], section if manner.short else "", manner.dash, new=new))
        section, before = _section(one, new=new), one
        at += length
    return "".join(pieces)


def _piece_by_piece(words: str, named: Sequence[Named], old: str, new: str) -> Iterator[Edited]:
    """Each id, each range, in the manner in which it was written; what needs its section now gets it."""
    for place, several in groupby(named, key=lambda one: one.item.range or (one.item.start, one.item.end)):
        here, text = list(several), words[slice(*place)]
        full = BEGINS_FULL.match(text) is not None
        run = _run(here, new=True)
        if here[0].item.range and len(run) == len(here):
            dash = BETWEEN_ENDS.search(text)
            written = _piece(run, "" if full else new, dash[0] if dash else SHORTEST.dash, new=True)
            if dash and BEGINS_FULL.match(text, dash.end()):
                first, _, last = written.rpartition(dash[0])
                written = f"{first}{dash[0]}{_section(here[0], new=True)}.{last}"
        elif here[0].item.range:
            written = _written(here, SHORTEST, "" if full else new, new=True)
        elif here[0].item.section:
            written = text[: -len(here[0].old)] + here[0].new
        else:
            written = _piece(here, "" if full else new, "", new=True)
        if written != text and not (new == old and all(one.old == one.new for one in here)):
            yield Edited(place[0], place[1], written)
        old, new = _section(here[-1], new=False), _section(here[-1], new=True)


def _piece(run: Sequence[Named], section: str, dash: str, *, new: bool) -> str:
    """One id, or a range from the first to the last; without its section, where that has just been named."""
    one = run[0]
    id = one.new if new else one.old
    if one.item.section:
        return f"all of {id}"
    found = NUMBERED.fullmatch(id)
    if not found:
        return id
    first = found["label"] if found["section"] == section else id
    return first + (f"{dash}{_label(run[-1], new=new)}" if len(run) > 1 else "")


def _run(named: Sequence[Named], *, new: bool) -> list[Named]:
    """As many from the first on as a range could hold: of one section, each the one after the other."""
    run = [named[0]]
    for one in named[1:]:
        if one.item.section or run[-1].item.section or not _follows(run[0], run[-1], one, new=new):
            break
        run.append(one)
    return run


def _follows(first: Named, before: Named, one: Named, *, new: bool) -> bool:
    section, label, last = _section(one, new=new), _label(one, new=new), _label(before, new=new)
    if not section or section != _section(before, new=new):
        return False
    if label.isdigit() and last.isdigit():
        return label == str(int(last) + 1).zfill(len(_label(first, new=new)))
    return len(label) == len(last) == 1 and ord(label) == ord(last) + 1 and label.isupper() == last.isupper()


def _section(one: Named, *, new: bool) -> str:
    """The section that a label after this id would have."""
    found = None if one.item.section else NUMBERED.fullmatch(one.new if new else one.old)
    return found["section"] if found else ""


def _label(one: Named, *, new: bool) -> str:
    found = NUMBERED.fullmatch(one.new if new else one.old)
    return found["label"] if found else ""

"""References to actions, evidence, sources, rows and groups, as officers write them: `1.a–f; 4.a, c, k`.

    refs    = "all" [ sep ] | item { sep item } [ sep ] .     a separator at the end is read, and kept as stray
    item    = "all of" section | range | ref | slug .
    range   = ref dash ref .                     one section; one letter or number at each end; forwards
    ref     = [ section "." ] label .            without a section: that of the item before
    sep     = ( ";" | "," ) [ "and" ] | "and" .
    dash    = "–" | "-" | "to" .
    section = 1 to 3 digits .
    label   = 1 or 2 letters | 1 to 3 digits .
    slug    = a letter, then 2 or more letters, digits and single hyphens .

`1.a-f` is a range and `co-design` a slug, because a range runs between single letters or between numbers.
Capitals are read like small letters and kept in ids; whether an id exists is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import ClassVar, Self

from eia.model.miscited import NONE, advise, listed
from eia.model.scan import Piece, even, quote, split
from eia.model.written import Misread, Written

SECTION = "[0-9]{1,3}"
DASH = "(?: *[–-] *| +to +)"
SEPARATOR = re.compile(r"[;,](?: +and(?![^ ]))?|(?<![^ ])and(?![^ ])")
ALL_OF = re.compile(f"all +of +(?P<section>{SECTION})")
REF = re.compile(rf"(?:(?P<section>{SECTION})\.)?(?P<label>[a-z]{{1,2}}|[0-9]{{1,3}})")
END = rf"(?:(?P<section_>{SECTION})\.)?(?P<end_>[a-z]|[0-9]{{1,3}})"
RANGE = re.compile(END.replace("_>", "1>") + DASH + END.replace("_>", "2>"))
SLUG = re.compile(r"[a-z](?:[a-z0-9]|-(?=[a-z0-9])){2,}")
IS_SLUG = "It takes three or more small letters, digits and single hyphens, and begins with a letter."
SECTION_FIRST = re.compile(rf"(?P<section>{SECTION})(?![0-9])")

NONE_WORDS = ("nil", "none", "nothing", "tbc", "unknown")
"""Words that would do as short names and say that there is none."""
NO_WORDS = ("no", "na")
"""Words that look like the label of an action and say that there is none."""
LONGEST_ID = 60
FILE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
"""What the id of an assessment has to be like, since it names its document and its schema."""

MOST = 10_000
"""More references than this in one value are no list that anybody wrote."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One id that is cited, and where: `start` and `end` are the item's own characters.

    The members of a range: the first and the last stand where they are written, those between on the whole range."""

    id: str
    start: int
    end: int
    section: bool = False
    """Whether it is `all of 3`: the id is then the section's."""
    range: tuple[int, int] | None = None
    """The place of the range it comes from."""


@dataclass(frozen=True)
class References(Written):
    """Ids that are cited, in the order written."""

    items: tuple[Reference, ...] = ()
    everything: bool = False
    """Whether it is the word `all`, alone."""
    stray: tuple[tuple[int, int], ...] = ()
    """Places of separators at the end, after which nothing comes."""

    lists: ClassVar[bool] = True
    kinds: ClassVar[tuple[str, ...]] = ()
    """What the ids may belong to."""

    @classmethod
    def read(cls, words: str) -> Self:
        """The references that these words mean."""
        pieces, separators = split(even(words), SEPARATOR)
        while pieces and not pieces[-1].text:
            pieces.pop()
        if not pieces:
            misread = Misread(
                0,
                len(words),
                f"no {cls._noun()} is named",
                f"{listed(cls._noun())}; if there are none, {NONE}",
            )
            return cls(words, (misread,))
        stray = tuple((after.start, after.end) for after in separators[len(pieces) - 1 :])
        if [piece.text for piece in pieces] == ["all"]:
            return cls(words, everything=True, stray=stray)
        reader = _Reader(words, cls._noun())
        reader.read(pieces, separators)
        return cls(words, tuple(reader.misreads), tuple(reader.items), stray=stray)

    @classmethod
    def _noun(cls) -> str:
        return cls.kinds[0] if cls.kinds else "id"


class ActionReferences(References):
    """Actions of the plan."""

    kinds = ("action",)


class EvidenceReferences(References):
    """What a statement rests on: evidence, or what was heard in an engagement."""

    kinds = ("evidence", "engagement")


class EvidenceItems(References):
    """Pieces of evidence that a figure was worked out of."""

    kinds = ("evidence",)


class SourceReferences(References):
    """Sources that are quoted."""

    kinds = ("source",)


class RowReferences(References):
    """Rows of the assessment's own tables."""

    kinds = ("row",)


class GroupReferences(References):
    """Groups of people that the profile knows."""

    kinds = ("group",)


def is_id(words: str) -> bool:
    """Whether these words can be cited as the one id that they are."""
    return [item.id for item in References.read(words).items] == [words]


@dataclass(slots=True)
class _Reader:
    """Reads item after item; what follows an item that cannot be read is read all the same."""

    words: str
    noun: str
    section: str = ""
    """The section of the item before."""
    items: list[Reference] = field(default_factory=list)
    misreads: list[Misread] = field(default_factory=list)

    def read(self, pieces: list[Piece], separators: list[Piece]) -> None:
        for number, piece in enumerate(pieces):
            if len(self.items) + len(self.misreads) >= MOST:
                self._misread(piece, f"more than {MOST:,} ids are too many to read", "name fewer, or use `all`")
                break
            if piece.text:
                self._item(piece)
            else:
                after = separators[number]
                said = f"nothing is named before {self._quote(after)}"
                self._misread(after, said, "take out what is too many, or add what is missing")

    def _item(self, piece: Piece) -> None:
        if all_of := ALL_OF.fullmatch(piece.text):
            self.section = ""
            self.items.append(Reference(all_of["section"], piece.start, piece.end, section=True))
        elif ends := RANGE.fullmatch(piece.text):
            self._range(piece, ends)
        elif ref := REF.fullmatch(piece.text):
            self._ref(piece, ref)
        elif SLUG.fullmatch(piece.text) and piece.text not in ("all", *NONE_WORDS):
            self.section = ""
            self.items.append(Reference(self.words[piece.start : piece.end], piece.start, piece.end))
        else:
            self._unreadable(piece)

    def _ref(self, piece: Piece, ref: re.Match[str]) -> None:
        self.section = ref["section"] or self.section
        if self.section:
            label = self.words[piece.start + ref.start("label") : piece.end]
            self.items.append(Reference(f"{self.section}.{label}", piece.start, piece.end))
        else:
            self._no_section(piece)

    def _range(self, piece: Piece, ends: re.Match[str]) -> None:
        self.section = ends["section1"] or self.section
        if not self.section:
            self._no_section(piece)
        elif slip := _slip_of_range(ends, self.section):
            said, advice = slip
            self._misread(piece, f"the range {self._quote(piece)} {said}", advice)
        else:
            self._members(piece, ends)

    def _members(self, piece: Piece, ends: re.Match[str]) -> None:
        """Letters are all as large as the first of them is written."""
        whole = (piece.start, piece.end)
        labels = _between(ends["end1"], ends["end2"])
        if self.words[piece.start + ends.start("end1")].isupper():
            labels = [label.upper() for label in labels]
        places = [whole] * len(labels)
        places[0] = (piece.start, piece.start + ends.end("end1"))
        places[-1] = (piece.start + ends.start("section2" if ends["section2"] else "end2"), piece.end)
        for label, (start, end) in zip(labels, places, strict=True):
            self.items.append(Reference(f"{self.section}.{label}", start, end, range=whole))

    def _no_section(self, piece: Piece) -> None:
        words = self.words[piece.start : piece.end]
        if words.casefold() in NO_WORDS or self.noun not in ("action", "id"):
            self._misread(piece, f"{self._quote(piece)} names no {self.noun}", advise(words, self.noun))
            return
        advice = f"write the section first, e.g. `1.{words}`"
        if words.isdigit():
            advice = f"write `{words}.a`, or `all of {words}`"
        self._misread(piece, f"{self._quote(piece)} has no section yet", advice)

    def _unreadable(self, piece: Piece) -> None:
        if section := SECTION_FIRST.match(piece.text):
            self.section = section["section"]
        if piece.text == "all":
            self._misread(piece, "`all` stands beside other ids", "write `all` alone, or name each")
        else:
            words = " ".join(self.words[piece.start : piece.end].split())
            self._misread(piece, f"{self._quote(piece)} names no {self.noun}", advise(words, self.noun))

    def _quote(self, piece: Piece) -> str:
        return quote(self.words[piece.start : piece.end])

    def _misread(self, piece: Piece, message: str, advice: str) -> None:
        self.misreads.append(Misread(piece.start, piece.end, message, advice))


def _slip_of_range(ends: re.Match[str], section: str) -> tuple[str, str] | None:
    """What is wrong with a range, and what to write."""
    first, last = ends["end1"], ends["end2"]
    if (ends["section2"] or section) != section:
        return "runs over two sections", "write one range for each section"
    if first.isdigit() != last.isdigit():
        return "mixes a letter and a number", "write it from letter to letter, e.g. `1.a–f`"
    if first == last:
        return "begins where it ends", f"write `{section}.{first}`"
    if not _between(first, last):
        return "does not run forwards", f"write `{section}.{last}–{first}`"
    return None


def _between(first: str, last: str) -> list[str]:
    """All labels from the first to the last, both included; numbers are as wide as the first."""
    if first.isdigit():
        return [str(number).zfill(len(first)) for number in range(int(first), int(last) + 1)]
    return list(ascii_lowercase[ascii_lowercase.index(first) : ascii_lowercase.index(last) + 1])

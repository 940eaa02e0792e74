"""Footnotes: their marks in the text, and the part that holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from eia.document.tree import Inlines

from .bookmarks import Bookmarks, note_name
from .markup import Element, t, w, word_field
from .paragraphs import paragraph
from .unusable import number


@dataclass(slots=True)
class Notes:
    """The footnotes of a document, numbered by their first use."""

    _part: Element
    _notes: Mapping[str, Inlines]
    _bookmarks: Bookmarks
    _numbers: dict[str, int] = field(default_factory=dict)
    _filling: bool = False
    _before: int = 0
    """The highest id of the part's separators, which differs from program to program."""

    def __post_init__(self) -> None:
        self._before = max((number(note, "id") for note in self._part), default=0)

    def mark(self, key: str) -> list[Element]:
        """The mark of a note. Word prints a note as often as it is marked, so a second use refers to the first."""
        if key in self._numbers:
            place = self._numbers[key]
            return [word_field(f"NOTEREF {note_name(key)} \\f \\h", superscript(t(str(place))))]
        if key not in self._notes:
            raise LookupError(f"the note {key!r} is marked and not among the document's notes")
        if self._filling:
            raise ValueError(f"the note {key!r} is marked in a note only, and Word has no notes to notes")
        place = self._numbers[key] = len(self._numbers) + 1
        start, end = self._bookmarks.ends(note_name(key))
        return [start, superscript(w("footnoteReference", id=self._before + place)), end]

    def fill(self, runs: Callable[[Inlines], Iterable[Element]]) -> Iterator[Element]:
        """Write the notes that were marked, one after the other; `runs` turns their words into Word's."""
        self._filling = True
        for key, place in self._numbers.items():
            mark = superscript(w("footnoteRef"))
            note = paragraph("FootnoteText", mark, w("r", t(" ")), *runs(self._notes[key]))
            self._part.append(w("footnote", note, id=self._before + place))
            yield self._part[-1]


def superscript(content: Element) -> Element:
    """A run that stands as high as the mark of a note."""
    return w("r", w("rPr", w("rStyle", val="FootnoteReference")), content)

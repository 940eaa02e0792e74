"""Footnotes: their marks in the text, and the list at the end, from which each leads back to its marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from eia.document.tree import Furniture, Inlines

from .markup import Content, Element, h
from .names import mark_id, note_id


@dataclass(slots=True)
class Notes:
    """The footnotes of a document, numbered by their first use."""

    _notes: Mapping[str, Inlines]
    _words: Furniture
    _marks: dict[str, int] = field(default_factory=dict)
    """How often each has been marked, in the order in which they were first."""

    def mark(self, key: str) -> Element:
        """The mark of a note."""
        self._marks[key] = self._marks.get(key, 0) + 1
        number = list(self._marks).index(key) + 1
        link = h("a", str(number), href=f"#{note_id(key)}", id=mark_id(key, self._marks[key]), role="doc-noteref")
        link.set("aria-label", f"{self._words.note} {number}")
        return h("sup", link)

    def listed(self, said: Callable[[Inlines], Iterator[Content]]) -> Iterator[Element]:
        """The section of the notes; none where nothing is marked."""
        if self._marks:
            items = [self._item(key, said) for key in tuple(self._marks)]
            title = h("h2", self._words.notes, id="notes")
            yield h("section", title, h("ol", *items), class_="notes", role="doc-endnotes", aria_labelledby="notes")

    def _item(self, key: str, said: Callable[[Inlines], Iterator[Content]]) -> Element:
        return h("li", *said(self._notes[key]), *self._back(key), id=note_id(key))

    def _back(self, key: str) -> Iterator[Content]:
        """A way back for each mark; of several, each says which it leads to."""
        times, number = self._marks[key], list(self._marks).index(key) + 1
        for at in range(1, times + 1):
            back = h("a", "↩" if times == 1 else f"↩ {at}", href=f"#{mark_id(key, at)}", role="doc-backlink")
            which = f"{number}" if times == 1 else f"{number} ({at})"
            back.set("aria-label", f"{self._words.back} {which}")
            yield from (" ", back)

"""Bookmarks: the places that jumps lead to, the first marks of footnotes, what is said again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from .markup import Element, sound, w

LONGEST = 40
"""Word's own limit for the name of a bookmark."""
AGAIN = "_again_"
"""How the name of a bookmark begins around what is said again; Word hides those that begin with this sign."""


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of a document: which anchors were placed, and which were jumped to."""

    _count: int = 0
    """The highest number that is taken."""
    _placed: set[str] = field(default_factory=set)
    _wanted: list[str] = field(default_factory=list)

    def place(self, anchor: str, paragraph: Element) -> None:
        """Let a paragraph carry an anchor."""
        if anchor in self._placed:
            raise ValueError(f"two blocks carry the anchor {anchor!r}")
        self._placed.add(anchor)
        start, end = self.ends(bookmark_name(anchor))
        paragraph.insert(1, start)  # after the paragraph's properties
        paragraph.append(end)

    def target(self, anchor: str) -> str:
        """The name of the bookmark that a jump leads to."""
        self._wanted.append(anchor)
        return bookmark_name(anchor)

    def check(self) -> None:
        """Every jump must arrive."""
        for anchor in self._wanted:
            if anchor not in self._placed:
                raise LookupError(f"a jump leads to the anchor {anchor!r}, which no block carries")

    def again(self) -> tuple[Element, Element]:
        """The two ends of what is said again."""
        return self.ends(f"{AGAIN}{self._count + 1}")

    def ends(self, name: str) -> tuple[Element, Element]:
        """The two ends of a new bookmark; no two bookmarks may share their number."""
        self._count += 1
        return w("bookmarkStart", id=self._count, name=name), w("bookmarkEnd", id=self._count)


def note_name(key: str) -> str:
    """The name of the bookmark around the first mark of a footnote."""
    return bookmark_name(f"note {key}")


@lru_cache(maxsize=4096)
def bookmark_name(anchor: str) -> str:
    """A name that Word allows, the same for the same anchor in every document.

    The words are for people; the digest keeps apart what differs in case or in characters that names cannot have."""
    digest = sha256(sound(anchor).encode()).hexdigest()[:8]
    words = re.sub(r"\W+", "_", anchor, flags=re.ASCII).strip("_")
    return f"eia_{words}"[: LONGEST - len(digest) - 1] + "_" + digest

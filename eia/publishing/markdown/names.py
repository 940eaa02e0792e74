"""What each place is called that a link leads to: headings as GitHub calls them by itself, all others in a sign on their line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import category

from eia.document.tree import Document, Heading, NoteMark
from eia.document.walk import in_line, jumped_to, plain

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_IN_SLUG = {"L", "M", "Nd", "Nl", "Pc"}
"""The kinds of characters, as Unicode sorts them, that GitHub keeps of a heading, beside blanks and hyphens."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the places of one document, by their anchors."""

    slugs: Mapping[str, str]
    """Those that GitHub and others give to headings without our help."""
    signs: Mapping[str, str]
    """Those of the other places that some link leads to; any more would only be in the way of who reads the text."""

    @classmethod
    def of(cls, document: Document) -> Names:
        """The names that a document needs. No two places have the same."""
        taken = dict[str, int]()
        _next(_slug(document.title), taken)
        slugs = dict(_of_headings(document, taken))
        others = sorted(jumped_to(document) - slugs.keys())
        return cls(slugs, {anchor: _next(_id(anchor), taken) for anchor in others})

    def sign(self, anchor: str | None) -> str:
        """The target of a link, to stand on the line of what it names."""
        return f'<a id="{self.signs[anchor]}"></a>' if anchor in self.signs and anchor else ""

    def target(self, anchor: str) -> str:
        """Where a link to an anchor leads."""
        return f"#{self.slugs.get(anchor) or self.signs[anchor]}"


def _of_headings(document: Document, taken: dict[str, int]) -> Iterator[tuple[str, str]]:
    """A heading without letters has no name that anybody could rely on, nor has one with the mark of a footnote."""
    for heading in (one for one in document.blocks if isinstance(one, Heading)):
        own = _slug(plain(heading.content))
        slug = _next(own, taken)
        if (
            heading.anchor
            and own.strip("-_")
            and not any(isinstance(one, NoteMark) for one in in_line(heading.content))
        ):
            yield heading.anchor, slug


def _next(own: str, taken: dict[str, int]) -> str:
    """The name, or the next with a number that is free."""
    name = own
    while name in taken:
        taken[own] += 1
        name = f"{own}-{taken[own]}"
    taken[name] = 0
    return name


def _slug(heading: str) -> str:
    kept = (char for char in heading.strip().lower() if char in " -" or {category(char), category(char)[0]} & _IN_SLUG)
    return "".join(kept).replace(" ", "-")


def _id(anchor: str) -> str:
    return _NOT_IN_ID.sub("-", anchor.lower()).strip("-") or "place"

"""Inlines become words, and elements among them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from eia.diagnostics.shown import shown_path
from eia.document.marks import told_apart
from eia.document.tongues import Tongues
from eia.document.tree import (
    Again,
    Code,
    Emphasis,
    Inline,
    Inlines,
    Jump,
    LineBreak,
    Link,
    NoteMark,
    Picture,
    Sign,
    Strong,
    Words,
)
from eia.picture import Unprintable, image_of
from eia.publishing.address import encoded
from eia.write import Refused

from .markup import Content, Element, h
from .names import AGAIN, FILE, id_of
from .notes import Notes

PIXELS = 96
"""So many make an inch."""


class WrongPicture(Refused):
    """A picture is named that cannot be shown, so that there is no document."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says inlines in one document."""

    notes: Notes
    tongues: Tongues

    def words(self, text: str) -> Iterator[Content]:
        """Plain words, of which those in another language are marked with it."""
        for language, words in self.tongues.pieces(text):
            if words:
                yield h("span", words, lang=language) if language else words

    def said(self, content: Inlines) -> Iterator[Content]:
        """The words and elements that these inlines are."""
        for touches, inline in told_apart(content):
            if touches:
                yield h("sup", ",", class_="between")
            yield from self._said(inline)

    def _said(self, inline: Inline) -> Iterator[Content]:
        match inline:
            case Words(text):
                yield from self.words(text)
            case Emphasis(content):
                yield h("em", *self.said(content))
            case Strong(content):
                yield h("strong", *self.said(content))
            case Code(text):
                yield h("code", text)
            case Link(url, content):
                yield h("a", *self.said(content), href=encoded(url))
            case Jump(anchor, content):
                yield h("a", *self.said(content), href=f"#{id_of(anchor)}")
            case Again(content):
                yield h("span", *self.said(content), **{AGAIN: ""})
            case NoteMark(key):
                yield self.notes.mark(key)
            case Sign(of):
                yield h("span", inline.text, class_=f"sign {of}", aria_hidden="true")
            case LineBreak():
                yield h("br")
            case Picture():
                yield _picture(inline)
            case _:
                assert_never(inline)


def _picture(picture: Picture) -> Element:
    """The picture itself, within the page, as wide as it is in print."""
    try:
        image = image_of(picture.path)
    except Unprintable as reason:
        raise WrongPicture(f"the picture {shown_path(picture.path)} {reason.message}", reason.help) from reason
    kind = {"jpg": "jpeg"}.get(image.ending, image.ending)
    data = f"data:image/{kind};base64,{b64encode(image.content).decode('ascii')}"
    width, height = max(1, round(image.width * PIXELS)), max(1, round(image.height * PIXELS))
    return h("img", src=data, alt=picture.alternative, width=width, height=height, **{FILE: picture.path.name})

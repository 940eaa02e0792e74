"""The beginning of what somebody wrote, for those who have little time: whole sentences, and never a part of one."""

from __future__ import annotations

from dataclasses import replace

from eia.document.tree import Blocks, Inline, Inlines, Listing, NoteMark, Paragraph, Words
from eia.document.walk import plain
from eia.model.wording import sentences

ENOUGH = 120
"""A paragraph of so many characters is short enough to stand as it is."""
ITEMS = 2
"""So many items of a list are its beginning."""
SHORTEST = 40
"""Of a sentence that says something by itself."""
ENDS = (".", "!", "?")
CLOSING = "\"'”’)]"
"""Stand behind the end of a sentence and belong to it."""
MORE, HELD = "…", "\N{NO-BREAK SPACE}"
"""Stands behind what does not end here, and never at the beginning of a line."""


def beginning(blocks: Blocks) -> Blocks:
    """The first block: of a long paragraph its first sentence, with the footnotes at its end, of a list its first items."""
    return begun(_first(blocks), blocks)


def begun(said: Blocks, whole: Blocks) -> Blocks:
    """Blocks with which a whole begins, marked at their end where it goes on."""
    return said if said == whole else _going_on(said)


def _going_on(said: Blocks) -> Blocks:
    match said:
        case (*above, Paragraph(content) as last):
            goes_on = plain(content).endswith(MORE)
            return said if goes_on else (*above, replace(last, content=(*content, Words(f"{HELD}{MORE}"))))
        case (*above, Listing((*items, item)) as last):
            return (*above, replace(last, items=(*items, _going_on(item))))
        case _:
            return (*said, Paragraph((Words(MORE),)))


def _first(blocks: Blocks) -> Blocks:
    match blocks:
        case (Paragraph(content) as first, *_):
            return (replace(first, content=_sentence(content)),) if len(plain(content)) > ENOUGH else (first,)
        case (Listing(items) as first, *_):
            return (replace(first, items=tuple(map(beginning, items[:ITEMS]))),)
        case _:
            return blocks[:1]


def _sentence(content: Inlines) -> Inlines:
    """What stands before the first end of a sentence that is far enough along: a label that runs in is none."""
    said: list[Inline] = []
    for one in content:
        if _has_ended(said) and not isinstance(one, NoteMark) and plain((one,))[:1].isspace():
            break
        said.append(one)
        if isinstance(one, Words):
            for sentence in sentences(one.text)[:-1]:
                end = _behind_closing(one.text, sentence.end)
                if _has_ended([*said[:-1], Words(one.text[:end])]):
                    return (*said[:-1], Words(one.text[:end]))
    return tuple(said)


def _behind_closing(text: str, end: int) -> int:
    while text[end : end + 1] and text[end] in CLOSING:
        end += 1
    return end


def _has_ended(said: list[Inline]) -> bool:
    words = plain(tuple(said)).strip()
    return len(words) >= SHORTEST and words.rstrip(CLOSING).endswith(ENDS)

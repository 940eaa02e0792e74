"""How broad words are on a terminal, and words folded to fit: signs of Chinese take two columns, accents that are put on none."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width


def breadth(words: str) -> int:
    """How many columns of a terminal the words take."""
    return sum(map(_of_sign, words))


def padded(words: str, width: int) -> str:
    """The words with blanks after them, up to this width."""
    return words + " " * (width - breadth(words))


def fitted(words: str, width: int) -> list[str]:
    """The words on lines that are no broader than this, of which there is at least one; a word that is, is broken."""
    lines = [""]
    for word in words.split():
        for piece in _broken(word, width):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if breadth(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _of_sign(sign: str) -> int:
    return 0 if category(sign) in ("Mn", "Me") else 2 if east_asian_width(sign) in "WF" else 1


def _broken(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit; one sign is never broken."""
    piece = ""
    for sign in word:
        if piece and breadth(piece + sign) > width:
            yield piece
            piece = ""
        piece += sign
    yield piece

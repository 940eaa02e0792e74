"""A second look, which shares nothing with the first: whether the bytes of a document hold what is withheld."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from eia.project import Dossier
from eia.rules.privacy.everywhere import everything_in
from eia.withholding.withheld import Withheld

PACKED = b"PK"
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</(?:w:p|p|li|td|th|h[1-6]|dt|dd|div)>|<(?:w:)?br ?/?>|<w:tab/>")
_OTHER = re.compile(r"[\W_]+")
_NUMBERS = re.compile(r"[0-9]+")
SHORTEST = 4
"""Fewer letters may stand for anything."""


def leaking(shown: Iterable[str], dossier: Dossier, found: Iterable[Withheld]) -> Iterator[Withheld]:
    """What is withheld, no longer stands in the files of the dossier, and is shown all the same."""
    files = " | ".join(_plain(words) for file in dossier.files for _, words in everything_in(file))
    wanted = {f" {plain} ": one for one in found if _tells(one, plain := _plain(one.words))}
    wanted = {plain: one for plain, one in wanted.items() if plain not in f" {files} "}
    page = " | ".join(map(_plain, shown)) if wanted else ""
    yield from (one for plain, one in wanted.items() if plain in f" {page} ")


def _tells(one: Withheld, plain: str) -> bool:
    """Whether these words are those of something withheld, wherever they stand: a single number may be of anything."""
    if one.kind in ("count", "further"):
        return len(_NUMBERS.findall(plain)) > 1
    return len(plain) >= SHORTEST


def unpacked(content: bytes) -> Iterator[str]:
    """All that bytes hold, with and without what is not for readers; of a package, each part: properties and addresses too."""
    parts = [content]
    if content.startswith(PACKED):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [package.read(name) for name in package.namelist()]
    for part in parts:
        words = part.decode("utf-8", "ignore")
        yield words
        yield from (_TAG.sub("", block) for block in _BLOCK.split(words))


def _plain(words: str) -> str:
    """Words in small letters with nothing between them but a blank."""
    return _OTHER.sub(" ", unescape(unquote(words)).casefold()).strip()

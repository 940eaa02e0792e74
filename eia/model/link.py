"""Addresses in running text: as a link with words of its own, as a picture, or bare; and what an address is made of."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import SplitResult, urlsplit

from eia.model.prose import without_code

WEB = ("http", "https")
"""How an address of the web begins."""
BARE = re.compile(r"(?<![\w@/.:-])(?:(?:https?|ftp|file)://|www\.)[^\s<>\"“”|`]+", re.IGNORECASE)
"""An address by itself."""

_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<words>(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,1000})\]"
    r"\([ \n]?(?P<address><[^<>\n]{0,2000}>|(?=\S)(?:[^()\n]|\([^()\n]{0,200}\)){0,2000}?)"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\s{0,9}\)"
)
_AUTOMATIC = re.compile(r"<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)>")
_SHARE = re.compile(r"(?<![\w\\])\\\\[\w.-]+\\[^\s<>|\"“”]+")
_LIKE_ONE = re.compile(r"[a-z][a-z0-9+.-]*:|www\.|\\\\", re.IGNORECASE)
_BEHIND = ".,;:!?'’*_~]"
"""Stands behind an address in a sentence, and is none of it."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address, and the words that lead to it; `start` and `end` are where the address stands."""

    address: str
    start: int
    end: int
    words: str | None = None
    """What a reader sees in its place; nothing where that is the address itself."""
    at: tuple[int, int] = (0, 0)
    """Where these words stand."""
    picture: bool = False
    """Whether it is a picture, for which the words stand."""

    @property
    def whole(self) -> tuple[int, int]:
        """Where its words stand; of a bare one, the address."""
        return (self.start, self.end) if self.words is None else self.at


def links(words: str) -> Iterator[Link]:
    """The addresses of a text, in no order; those in code are not meant."""
    if not any(sign in words for sign in ("](", "://", "www.", "WWW.", "<", "\\\\")):
        return
    said = without_code(words)
    taken = list[tuple[int, int]]()
    for found in _LINK.finditer(said):
        address, start = found["address"], found.start("address")
        pointed = address.startswith("<")
        if pointed or " " not in address or _LIKE_ONE.match(address):
            taken.append(found.span())
            inner = address[1:-1] if pointed else address
            begin = start + pointed
            picture = bool(found["picture"])
            yield Link(inner, begin, begin + len(inner), found["words"], found.span("words"), picture)
    alone = ((one["address"], one.start("address")) for one in _AUTOMATIC.finditer(said))
    bare = ((_without_end(one[0]), one.start()) for one in chain(BARE.finditer(said), _SHARE.finditer(words)))
    places = _Places(taken)
    for address, start in chain(alone, bare):
        if places.is_free(start):
            places.take(start)
            yield Link(address, start, start + len(address))


class _Places:
    """Where links stand that were found already."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._taken = {at for start, end in spans for at in range(start, end)}

    def is_free(self, at: int) -> bool:
        return at not in self._taken

    def take(self, at: int) -> None:
        self._taken.add(at)


def parsed(address: str) -> SplitResult | None:
    """An address taken apart; nothing where nobody could."""
    try:
        split = urlsplit(address.strip())
        _ = split.port  # is read only when it is asked for
    except ValueError:
        return None
    return split


def host_of(address: str) -> str:
    """The computer that an address of the web names, in small letters; nothing where it names none."""
    split = parsed(
        address if "://" in address else f"https://{address}" if address[:4].casefold() == "www." else address
    )
    return (split.hostname or "").rstrip(".") if split and split.scheme in WEB else ""


def is_inside(host: str) -> bool:
    """Whether a host can only be one of an internal network."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host


def _without_end(address: str) -> str:
    """An address without what stands behind it in its sentence."""
    while address and (address[-1] in _BEHIND or (address[-1] == ")" and address.count(")") > address.count("("))):
        address = address[:-1]
    return address

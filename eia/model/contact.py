"""What in a text leads to one person: letter boxes, telephones, homes, and the numbers that the state gives to people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAILBOX = "an e-mail address"
"""What a letter box is called; it may be that of a team."""

_SPACED = r"(?:[ \u00a0-]?[0-9]){7,8}(?![ \u00a0-]?[0-9]|[\w/])"
_POSTCODE = r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}"
_KINDS = {
    MAILBOX: re.compile(r"(?<![\w.+@/-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w@-])"),
    "a telephone number": re.compile(
        rf"(?<![\w.,/+-])(?:(?!08|03)0[1278][0-9]{_SPACED}"
        rf"|\+44 ?(?:\(0\) ?)?[127][0-9]{_SPACED}"
        r"|\(0[127][0-9]{1,3}\) ?[0-9](?:[ -]?[0-9]){5,7}(?![ -]?[0-9]|\w))"
    ),
    "an address with its number and postcode": re.compile(
        rf"(?<![\w.,/-])[0-9]{{1,4}}[A-Za-z]?,? (?:[A-Z][\w'’-]{{1,30}}(?: |, ?|\n)){{1,8}}{_POSTCODE}(?!\w)"
    ),
    "a National Insurance number": re.compile(
        r"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?[0-9]{2}){3} ?[A-D](?!\w)"
    ),
    "an NHS number": re.compile(r"(?<![\w.,/-])(?<![0-9] )[0-9]{3}([ -])[0-9]{3}\1[0-9]{4}(?![ -]?[0-9]|\w)"),
}
_MAY_BE = re.compile(r"[0-9]|\w@")
"""Nothing of the kind is without one of these."""
_ISBN = re.compile(r"ISBN[ :-]*$")
_WEIGHTS = range(10, 1, -1)
"""What each of the first nine digits of an NHS number counts; the tenth proves them."""


@dataclass(frozen=True, slots=True)
class Detail:
    """Such a thing: what it is called, the words, and where they stand."""

    called: str
    words: str
    start: int
    end: int


def details(words: str) -> Iterator[Detail]:
    """Everything of the kind in a text."""
    for called, pattern in _KINDS.items() if _MAY_BE.search(words) else ():
        for found in pattern.finditer(words):
            if _is_true(called, found[0]) and not _ISBN.search(words, max(0, found.start() - 10), found.start()):
                yield Detail(called, found[0], *found.span())


def _is_true(called: str, words: str) -> bool:
    """An NHS number has a last digit that proves it."""
    if not called.endswith("NHS number"):
        return True
    digits = [int(sign) for sign in words if sign.isdecimal()]
    proof = -sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False)) % 11
    return len(set(digits)) > 1 and proof == digits[-1]

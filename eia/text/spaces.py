"""The start of a line: a dash or a key that YAML does not see, for want of one plain space."""

from __future__ import annotations

import re

from eia.text.flaw import Flaw
from eia.text.span import Span

WORD = r"[^\W\d_][\w-]*"
KEY = rf"(?!(?:mailto|tel|urn|doi|isbn):){WORD}(?: [\w-]+){{0,2}}"
GLUED_KEY = re.compile(rf"{KEY}:(?=[^\s/\\:\d])|{WORD}:(?=\d)")
GLUED_DASH = re.compile(r"-(?=[^\W\d]|[\"'(])")
WIDE_AFTER_KEY = re.compile(rf"{KEY}:(\u00a0+)")
WIDE_AFTER_DASH = re.compile("-(\u00a0+)")
BULLET = re.compile("([–—•·▪‣\uf0b7])(?=[ \t\u00a0])|([•▪‣\uf0b7])")


def missing_space(source: str, start: int) -> Flaw | None:
    """What keeps YAML from seeing the dash or the key that a line starts with."""
    if found := GLUED_DASH.match(source, start):
        word = source[start : start + 30].split()[0]
        return _no_space(Span(*found.span()), f"the dash in `{word}`", "the dash")
    if found := GLUED_KEY.match(source, start):
        return _no_space(Span(found.end() - 1, found.end()), f"`{found[0]}`", "the colon")
    if found := WIDE_AFTER_KEY.match(source, start) or WIDE_AFTER_DASH.match(source, start):
        return Flaw(
            "hidden-character",
            f"a no-break space (U+00A0), which looks like an ordinary space, stands after `{source[start : found.start(1)]}`",
            Span(*found.span(1)),
            "Delete it and type an ordinary space.",
        )
    return None


def bullet(source: str, start: int, warning: bool) -> Flaw | None:
    """A list as word processors write it: its lines are one running text to YAML."""
    found = BULLET.match(source, start)
    return found and Flaw(
        "swallowed-text",
        f"the line starts with `{found[0]}`, which does not begin an item of a list",
        Span(*found.span()),
        "Begin each item with a hyphen and a space; Word turns the hyphen into a longer dash or a dot.",
        warning=warning,
    )


def _no_space(span: Span, where: str, sign: str) -> Flaw:
    return Flaw("broken-yaml", f"there is no space after {where}", span, f"Put a space after {sign}.")

"""What to write instead of words that are no reference."""

from __future__ import annotations

import re

HELP = "write ids with `;` between them, e.g. `1.a–f; 2.c` or `step-free-access`"
LONGEST = 80
"""Advice is for slips; longer items are no slips."""

NUMBER = "[0-9]{1,3}"
LABEL = "[a-z0-9]{1,3}"
SLIPS = [
    (re.compile(pattern, re.IGNORECASE), advice)
    for pattern, advice in (
        (rf"({NUMBER})[ .:(]*([a-z](?: *[–-] *[a-z])?)\)?", r"write `\1.\2`"),
        (rf"actions? *({NUMBER}\.{LABEL})", r"write `\1`"),
        (rf"({NUMBER})[.:]", r"write the letter too, e.g. `\1.a`, or `all of \1`"),
        (rf"\.({LABEL})", r"write the section first, e.g. `1.\1`"),
        (rf"({NUMBER}\.{LABEL}) *(?:\.{{2,}}|…|—) *({LABEL})", r"write `\1–\2`"),
        (rf"({NUMBER}\.{LABEL}) *[/&+] *({LABEL})", r"write `\1, \2`"),
        (r"all (?:but|except|apart).*", "list those that are meant, or use `all of` with a section's number"),
        (r"all .*", "write `all`, or `all of` with the section's number in digits, e.g. `all of 3`"),
        (r"(?:as|see|same)\b.*", "name them again, or use `as:` with the other row's name"),
        (r"\[@([a-z0-9.-]+)\]", r"write `\1` alone; brackets belong to running text"),
        (r"[a-z].* .*", "write the short name that it has in these files, e.g. `step-free-access`"),
        (r"(?:none|n/a|not applicable)", "write `none:` and the reason on a line of its own, indented under the key"),
    )
]


def advise(words: str) -> str:
    """The help for an item that could not be read."""
    slips = ((pattern.fullmatch(words), advice) for pattern, advice in SLIPS if len(words) <= LONGEST)
    return next((found.expand(advice) for found, advice in slips if found), HELP)

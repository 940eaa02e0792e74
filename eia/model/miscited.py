"""What to write instead of words that are no reference.

Whoever reads it must be able to find each name in the files at hand: so no name is given as if it stood there."""

from __future__ import annotations

import re

LONGEST = 80
"""Advice is for slips; longer items are no slips."""
LONGEST_NAME = 40

NAMED = {
    "action": "write the ids that the actions have in the plan",
    "evidence": "write the short names that the facts have under `evidence:`",
    "source": "write the short names that the sources have where they are listed",
    "row": "write the names of rows, as they stand under `characteristics:`",
    "group": "write the names of groups, as the rows under `characteristics:` have them",
}
PLACES = {
    "source": "and see that it stands under that name in the sources",
    "evidence": "and see that what you know stands under that name in `evidence:`",
}
"""Where something that is called by its title can be given a short name."""

NONE = "leave nothing after the key; on the next line, two spaces further in, write `none:` and the reason"
NOT_THERE = r"no (?:data|evidence|figures|information|sources?|research|actions?|mitigations?)"
NONE_SAID = rf"(?:none|nothing|nil|no|n/a|na|not applicable|not known|unknown|tbc|{NOT_THERE})(?: \w+){{0,3}}"
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
TITLE = re.compile(r"[^\W\d_].*[ _A-Z].*|[^\W\d_]*[A-Z].*", re.DOTALL)

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
        (r"@([a-z0-9.-]+)", r"write `\1`, without `@`"),
        (NONE_SAID, NONE),
    )
]


def listed(noun: str) -> str:
    """How several things of a kind are cited."""
    return f"{NAMED.get(noun, 'write the short names that they have')}, with `;` between them"


def advise(words: str, noun: str) -> str:
    """The help for an item that could not be read."""
    if URL.match(words):
        return f"an address goes under `url:` of a source; write the {'source' if noun == 'source' else noun}'s short name here"
    slips = ((pattern.fullmatch(words), advice) for pattern, advice in SLIPS if len(words) <= LONGEST)
    return (
        next((found.expand(advice) for found, advice in slips if found), "") or _short_name(words, noun) or listed(noun)
    )


def _short_name(words: str, noun: str) -> str:
    """A title made into a name, where the thing may be added under it."""
    if len(words) > LONGEST or not TITLE.match(words):
        return ""
    name = re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")[:LONGEST_NAME].strip("-")
    if noun == "action":
        return "write the id that the action has in the plan; what will be done goes under `how:`"
    if noun in PLACES and re.fullmatch(r"[a-z][a-z0-9-]{2,}", name):
        return f"write a short name of small letters and hyphens, e.g. `{name}`, {PLACES[noun]}"
    return ""

"""Words of files made harmless for whatever reads them: the commands of pipelines, JSON, XML, Markdown.

For a terminal there is `shown.printable`, on which these stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from eia.diagnostics.shown import printable

Json: TypeAlias = "str | int | Sequence[Json] | Mapping[str, Json] | None"
"""What is written as JSON."""


def in_command(words: str, in_property: bool = False) -> str:
    """Words of a workflow command of GitHub's, in which no other command can begin."""
    for char in "%\r\n" + (":," if in_property else ""):
        words = words.replace(char, f"%{ord(char):02X}")
    return printable(words)


def in_json(data: Json) -> str:
    """A document in JSON that may be shown on a terminal and in the log of a pipeline; it says the same."""
    written = json.dumps(data, ensure_ascii=False, indent=2)
    steering = (char for char in set(written) if not char.isprintable() and char != "\n")
    written = written.translate({ord(char): _as_escape(char) for char in steering})
    return written.replace("##", "#\\u0023")


def _as_escape(char: str) -> str:
    """A character as JSON writes one that is not ASCII."""
    return json.dumps(char)[1:-1] if char > "\x7f" else "\\u007f"


def in_xml(words: str) -> str:
    """Words that XML can hold: what is no character there is written out, line by line."""
    return "\n".join(map(printable, words.splitlines()))


def in_code(words: str) -> str:
    """Words in the code of Markdown, where nothing comes alive."""
    line = " ".join(printable(words).split())
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    room = " " if "`" in line else ""
    return f"{fence}{room}{line}{room}{fence}" if line else ""


_LIVE = re.compile(
    r"[@#$]|://|www\.|mailto:|xmpp:|^/\w|(?<!\w)[!~%&^]\w|\bGH-\d|:[a-z_+-][\w+-]*:|\b(?=[a-f]*\d)[0-9a-f]{7,}\b",
    re.IGNORECASE,
)
"""What services make a link, a picture or an order of, though no Markdown says so: people, issues, commits, addresses."""
_SIGNS = re.compile(r"([\\*_{}\[\]<>|~&^=]|^[#+-]|(?<=\d)[.)]$)")
"""What Markdown reads."""


def in_markdown(words: str) -> str:
    """Words as Markdown that says just that. What stands between backticks is code, and so is a word that might become a link."""
    pieces = groupby(_pieces(" ".join(printable(words).split())), key=lambda one: one[0])
    return "".join(
        in_code(said) if is_code else said
        for is_code, said in ((is_code, "".join(one for _, one in some)) for is_code, some in pieces)
    )


def _pieces(line: str) -> Iterator[tuple[bool, str]]:
    """The parts of a line, and whether each is code; what is not is written as Markdown wants it."""
    parts = line.split("`")
    for number, part in enumerate(parts):
        if number % 2 and number < len(parts) - 1:
            yield True, part
            continue
        if number % 2:
            yield True, "`"  # which nothing closes
        for word in filter(None, re.split("( )", part)):
            yield (True, word) if _LIVE.search(word) else (False, _SIGNS.sub(r"\\\1", word))

"""Templates filled in: names replaced, and the profile's guidance written as remarks above the keys it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from string import Template
from textwrap import wrap

GUIDANCE = "#? "
"""Before a key's name: here goes what the profile says about it."""
WIDTH = 100


def filled(name: str, words: Mapping[str, str], guidance: Mapping[str, str] | None = None) -> str:
    """The template of this name with the words in place of `${…}`."""
    text = files("eia.starting").joinpath("templates", name).read_text("utf-8")
    lines = (line for row in text.split("\n") for line in _guided(row, guidance or {}))
    return "".join(
        f"{line.rstrip()}\n" for line in Template("\n".join(lines)).substitute(words).rstrip("\n").split("\n")
    )


def _guided(line: str, guidance: Mapping[str, str]) -> Iterator[str]:
    margin, mark, key = line.partition(GUIDANCE)
    if not mark or margin.strip():
        yield line
        return
    words = " ".join(guidance.get(key, "").split()).replace("$", "$$")
    yield from wrap(words, WIDTH, initial_indent=f"{margin}# ", subsequent_indent=f"{margin}# ")

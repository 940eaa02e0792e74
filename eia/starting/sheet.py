"""Templates filled in: names replaced, what is not asked left out, and remarks written above the keys that they belong to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.resources import files
from string import Template
from textwrap import wrap

GUIDANCE = "#? "
"""Before a key's name: here goes the remark about it."""
IF, END = "#if ", "#end"
"""On lines of their own: what stands between them is only there if what is named is asked for."""
WIDTH = 100


def filled(
    name: str, words: Mapping[str, str], remarks: Mapping[str, str] | None = None, asked: Collection[str] = ()
) -> str:
    """The template of this name with the words in place of `${…}`; a line that is one such name, and nothing to say, goes."""
    text = files("eia.starting").joinpath("templates", name).read_text("utf-8")
    silent = {f"${{{word}}}" for word, said in words.items() if not said}
    rows = (row for row in _kept(text.split("\n"), asked) if row not in silent)
    lines = (line for row in rows for line in _told(row, remarks or {}))
    full = Template("\n".join(lines)).substitute(words).rstrip("\n")
    return "".join(f"{line.rstrip()}\n" for line in full.split("\n"))


def remark(words: str, margin: str) -> list[str]:
    """Words as remarks that stand this far in."""
    sign = f"{margin}# "
    return wrap(" ".join(words.split()), WIDTH, initial_indent=sign, subsequent_indent=sign, break_on_hyphens=False)


def _kept(rows: Iterable[str], asked: Collection[str]) -> Iterator[str]:
    around: list[bool] = []
    for row in rows:
        if row.startswith(IF):
            around.append(row.removeprefix(IF) in asked)
        elif row == END:
            around.pop()
        elif all(around):
            yield row


def _told(line: str, remarks: Mapping[str, str]) -> Iterator[str]:
    margin, mark, key = line.partition(GUIDANCE)
    if not mark or margin.strip():
        yield line
    else:
        yield from (told.replace("$", "$$") for told in remark(remarks.get(key, ""), margin))

"""Reads Markdown back beside the page of the same words, which says where everything stands: what it lacks is not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from . import html
from .reading import Reading
from .words import Run, mark, run

_MARK = re.compile(r"\[\^(\d+)\]")
_NOTE = re.compile(r"^\[\^(\d+)\]: (.*(?:\n.+)*)", re.MULTILINE)
"""A footnote: its number and its words."""
SURE = 8
"""Where so many words are alike, the text and the page are together again."""
SOON, AHEAD = 4000, 60
"""So many letters of the text, and so many lines of the page, are looked through for that."""
DEEPEST = 200
"""Lists and quotes in each other, beyond which nobody can tell them apart."""


def read(content: bytes, page: bytes) -> Reading:
    """What stands in a page, as far as Markdown says it too, line by line in the same order."""
    text = content.decode("utf-8")
    reading, walk = html.read(page), _Walk(_spaced(_words(_NOTE.sub("", text))), html.lines(page))
    notes = {number: tuple(_words(said)) for number, said in _NOTE.findall(text)}
    return replace(
        reading,
        lines=tuple(line if kept else () for line, kept in zip(reading.lines, walk.kept(), strict=True)),
        notes={number: said for number, said in reading.notes.items() if notes.get(number) == said},
    )


@dataclass(slots=True)
class _Walk:
    """Goes through a text and the lines of a page side by side."""

    text: str
    lines: Sequence[Run]
    """Those of the page, with the words that they only say again."""
    at: int = 0
    """How far the text has been read."""

    def kept(self) -> Iterator[bool]:
        """Whether the text says each line."""
        for number, line in enumerate(self.lines):
            said = _spaced(line)
            start = self.at if self.text.startswith(said, self.at) else self._later(number)
            if start is not None:
                self.at = start + len(said)
            yield start is not None

    def _later(self, number: int) -> int | None:
        """Where the text says a line after words of its own; nowhere, if it is nearer to go on with a line behind that one."""
        passed, near = 0, list[tuple[int, int, int]]()
        for ahead in range(number, min(number + AHEAD, len(self.lines))):
            if (start := self.text.find(self._from(ahead), self.at - 1, self.at + SOON)) >= 0:
                near.append((start + passed, ahead, start + 1))
            passed += len(_spaced(self.lines[ahead]))
        _, ahead, start = min(near, default=(0, -1, 0))
        return start if ahead == number else None

    def _from(self, number: int) -> str:
        """A line with as much behind it as it takes to be sure."""
        words = list[str]()
        for line in self.lines[number : number + SURE]:
            words += line if len(words) < SURE else ()
        return f" {_spaced(words)}"


def _spaced(words: Iterable[str]) -> str:
    return "".join(f"{word} " for word in words)


def _words(text: str) -> Iterator[str]:
    """The words of a text, line by line; after those of each line what has words of its own: addresses, pictures."""
    for line in (one.children or [] for one in _reader().parse(text) if one.type == "inline"):
        yield from run("".join(map(_said, line)))
        yield from (word for one in line for beside in _beside(one) for word in run(beside))


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    reader.inline.ruler.before("link", "mark", _mark)
    return reader


def _mark(state: StateInline, silent: bool) -> bool:
    """Knows the mark of a footnote, which Markdown itself does not."""
    found = _MARK.match(state.src, state.pos)
    if found and not silent:
        state.push("mark", "", 0).content = mark(found[1])
    state.pos = found.end() if found else state.pos
    return found is not None


def _said(one: Token) -> str:
    """What is shown of a token in its line."""
    return one.content if one.type in ("text", "code_inline", "mark") else "\t" * one.type.endswith("break")


def _beside(one: Token) -> Iterator[str]:
    """The address of a link out of the document, or what stands for a picture and the name of its file."""
    if one.type == "link_open" and not (address := str(one.attrs["href"])).startswith("#"):
        yield address
    if one.type == "image":
        yield from (one.content, str(one.attrs["src"]))

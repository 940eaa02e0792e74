"""What the engine makes of awkward files, in plain files: what stands there, what is wanted, and what comes of it.

Each file of `cases` is a topic. A case begins with `===` and what is different about it; lines with `>` are the changes; then
comes the text. Below `=>` stands what comes of it: the text afterwards, or why the change is not made. What nobody would see is
written so that it can be seen, and a text whose last line has no end has a sign there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from eia.editing.apply import edited
from eia.editing.refused import NotMade
from eia.text.change import Change
from eia.text.span import Span, Text

CASES = Path(__file__).parent / "cases"
REFUSED = "not made, since "
OPEN = "␄"

_SHOWN = {"\r": "␍", "\t": "⇥", "\u00a0": "⍽", "\u200b": "⟨200b⟩", "\u202e": "⟨202e⟩", "\ufeff": "⟨feff⟩"}
_KINDS = {kind.__name__.lower(): kind for kind in get_args(Change)}
_OF_A_SPAN = ("reword", "clean", "quote")


@dataclass(frozen=True, slots=True)
class Case:
    """Its topic and name, the changes as they are written, the text, and what came of it."""

    topic: str
    name: str
    wanted: tuple[str, ...]
    source: str
    outcome: str

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is wanted."""
        return tuple(_change(line, self.source) for line in self.wanted)

    @property
    def reason(self) -> str:
        """Why it is not made; nothing where it is."""
        return self.outcome.removeprefix(REFUSED).strip() if self.outcome.startswith(REFUSED) else ""

    @property
    def now(self) -> str:
        """What comes of it now."""
        try:
            return edited(Text(Path(), self.source), self.changes).source
        except NotMade as reason:
            return f"{REFUSED}{reason.why}\n"


def cases(topic: str = "*") -> Iterator[Case]:
    """All cases, by topic."""
    for path in sorted(CASES.glob(f"{topic}.txt")):
        for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            before, _, outcome = part.partition("=>\n")
            name, *lines = before.split("\n")
            wanted = tuple(line[2:] for line in lines if line.startswith("> "))
            source = "\n".join(line for line in lines if not line.startswith("> "))
            yield Case(path.stem, name, tuple(map(_hidden, wanted)), _hidden(source), _hidden(outcome))


def written(several: Iterable[Case]) -> str:
    """Cases as they stand in a file."""
    return "".join(_written(one) for one in several)


def _written(case: Case) -> str:
    wanted = "".join(f"> {_shown(line)}\n" for line in case.wanted)
    return f"=== {case.name}\n{wanted}{_block(case.source)}=>\n{_block(case.outcome)}"


def _block(words: str) -> str:
    return _shown(words) if words.endswith("\n") or not words else f"{_shown(words)}{OPEN}\n"


def _shown(words: str) -> str:
    for char, sign in _SHOWN.items():
        words = words.replace(char, sign)
    return words


def _hidden(words: str) -> str:
    for char, sign in _SHOWN.items():
        words = words.replace(sign, char)
    return words.replace(f"{OPEN}\n", "")


def _change(line: str, source: str) -> Change:
    """A change as it is written in a case: its kind, and what it is made of, as JSON."""
    kind, _, said = line.partition(" ")
    first, *rest = json.loads(f"[{said}]", object_hook=_keys)
    if kind in _OF_A_SPAN:
        at = source.index(first)
        return _KINDS[kind](Span(at, at + len(first)), *rest)
    return _KINDS[kind](tuple(first), *(tuple(one) if isinstance(one, list) else one for one in rest))


def _keys(said: dict[str, object]) -> dict[str, object]:
    return {key: tuple(one) if isinstance(one, list) else one for key, one in said.items()}

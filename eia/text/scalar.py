"""Words written as a YAML value that our reader, and any other, reads back as the same words."""

from __future__ import annotations

import json
import re
from pathlib import Path

from eia.text.hidden import EMPTY
from eia.text.span import Text
from eia.text.yaml import parse

_UNSEEN = re.compile(f"[{EMPTY}]+")


def as_value(words: str) -> str:
    """The words on one line: as they are where that is safe, else in double quotes. What cannot be printed is left out."""
    line = on_one_line(words)
    return line if not line or _reads_back(line) else json.dumps(line, ensure_ascii=False)


def on_one_line(words: str) -> str:
    """The words with single blanks between them, and without what cannot be printed or seen."""
    return _UNSEEN.sub("", "".join(char for char in " ".join(words.split()) if char.isprintable()))


def _reads_back(line: str) -> bool:
    parsed = parse(Text(Path(), f"key: {line}\n"))
    return not parsed.flaws and parsed.tree is not None and parsed.tree.data() == {"key": line}

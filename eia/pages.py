"""The pages of the documentation, as they come with the program: the same help without a network."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
FOLDERS = (HERE / "pages", HERE.parent / "docs")
"""Installed, the pages lie beside this file; in the project's own folder they lie in `docs`."""

FIRST = ("index", "tutorial", "install", "format")
"""What somebody new reads first; the rest follows by name."""

REMARK = re.compile(r"<!--.*?-->\n*", re.DOTALL)
PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
LINK = re.compile(r"\[([^\[\]]+)\]\((?:[^)]*/)?([a-z0-9-]+)\.md(?:#[^)]*)?\)")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what it is called on the command line, and where it lies."""

    topic: str
    path: Path

    @property
    def title(self) -> str:
        """Its heading."""
        return self.path.read_text("utf-8").partition("\n")[0].lstrip("# ")

    @property
    def words(self) -> str:
        """Its words for a terminal: pictures by what they show, links by the topic they lead to."""
        text = REMARK.sub("", self.path.read_text("utf-8"))
        return LINK.sub(_linked, PICTURE.sub(r"(Picture: \1)", text)).strip()


def pages() -> tuple[Page, ...]:
    """Every page but those of rules, which `eia explain` prints."""
    folder = next((folder for folder in FOLDERS if folder.is_dir()), None)
    found = sorted(folder.rglob("*.md")) if folder else []
    each = [Page(path.stem, path) for path in found if path.parent.name != "rules"]
    return tuple(sorted(each, key=lambda page: FIRST.index(page.topic) if page.topic in FIRST else len(FIRST)))


def _linked(link: re.Match[str]) -> str:
    words, topic = link.groups()
    return words if words == topic else f"{words} (eia help {topic})"

"""What `eia.toml`, at the top of a project, says about all its assessments."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from eia.diagnostics.shown import nearest, shortened, shown_path
from eia.diagnostics.told import Told
from eia.document.unfold import LAYOUTS, Layout
from eia.text.read import inside, is_file, read

NAME = "eia.toml"


CHOICES = {"layout": LAYOUTS}
"""The only words that some settings take."""


AS_THIS = 'Write a setting a line, e.g. `body = "Midshire Borough Council"`.'
TWICE = ("says something a second time", "Leave one of the two out.")
UNENDED = ("has quotes that do not end", "Put the same quotes at the end of the words, on the same line.")
BACKSLASH = (
    "has a backslash, which means something else here",
    "Write `/` in its place, or put single quotes round the words.",
)
PLAINLY = {
    "Cannot overwrite": TWICE,
    "Cannot declare": TWICE,
    "Unterminated": UNENDED,
    "Found invalid character": UNENDED,
    "Illegal character": UNENDED,
    "Unescaped": BACKSLASH,
    "Invalid hex value": BACKSLASH,
    "Invalid value": ("has words without quotes behind the `=`", AS_THIS),
    "Expected '='": ("has no `=` behind its first word", AS_THIS),
    "Expected newline": ("has something behind the words in quotes", AS_THIS),
}
"""By what the reader of TOML says: what is wrong with a line, and what to do."""

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class WrongSettings(Told):
    """The file of settings cannot be used as it is."""


@dataclass(frozen=True)
class Settings:
    """What `eia new` and `eia export` take for granted; empty where nothing is said."""

    body: str = ""
    profile: str = ""
    layout: Layout | Literal[""] = ""
    template: str = ""


def settings_of(root: Path) -> Settings:
    """The settings of the project at this root; none where it has no such file. Raises `WrongSettings`."""
    path = root / NAME
    if not os.path.lexists(path):
        return Settings()
    reading = read(path)
    for flaw in reading.flaws:
        raise WrongSettings(f"{shown_path(path)}: {flaw.message}", flaw.help)
    try:
        said = tomllib.loads(reading.text.source)
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, reading.text.source, str(error)) from error
    for key, value in said.items():
        _judge(path, key, value)
    return Settings(**said)


def _unreadable(path: Path, source: str, error: str) -> WrongSettings:
    """What the reader of TOML says, in plain words; what it says of the end is said of the last line."""
    why, help = next((plain for words, plain in PLAINLY.items() if error.startswith(words)), ("is no setting", AS_THIS))
    place = _PLACE.search(error)
    where = f"line {place[1] or len(source.splitlines())}" if place else "what stands there"
    return WrongSettings(f"{shown_path(path)} cannot be read: {where} {why}", help)


def template_of(root: Path, settings: Settings) -> Path | None:
    """The Word file that the project's documents are made in, where it has one. Raises `WrongSettings`."""
    if not settings.template:
        return None
    path, here = root / settings.template, f"{shown_path(root / NAME)}: `template`"
    if not inside(root, path):
        help = "Put the Word file into the project, and name it from where eia.toml is."
        raise WrongSettings(f"{here} leads out of the project", help)
    if not is_file(path):
        kind = "is a folder" if path.is_dir() else "is not there"
        help = "Name the Word file from where eia.toml is, or leave the setting out."
        raise WrongSettings(f"{here} is `{shortened(settings.template)}`, which {kind}", help)
    return path


def _judge(path: Path, key: str, value: object) -> None:
    known = [field.name for field in fields(Settings)]
    if key not in known:
        help = nearest(key, known, "These may stand there: {}.")
        raise WrongSettings(f"{shown_path(path)}: `{shortened(key)}` is no setting", help)
    if not isinstance(value, str):
        raise WrongSettings(f"{shown_path(path)}: `{key}` takes text", f'Write `{key} = "…"`, with the quotes.')
    if value and value not in CHOICES.get(key, (value,)):
        help = nearest(value, CHOICES[key], "It takes one of these: {}.")
        raise WrongSettings(f"{shown_path(path)}: `{key}` cannot be `{shortened(value)}`", help)

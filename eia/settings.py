"""What `eia.toml`, at the top of a project, says about all its assessments."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path

from eia.diagnostics.shown import shortened, shown_path
from eia.text.read import read

NAME = "eia.toml"


class WrongSettings(Exception):
    """The file of settings cannot be used as it is."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message, self.help = message, help


@dataclass(frozen=True)
class Settings:
    """What `eia new` takes for granted; empty where nothing is said."""

    body: str = ""
    profile: str = ""


def settings_of(root: Path) -> Settings:
    """The settings of the project at this root; none where it has no such file. Raises `WrongSettings`."""
    path = root / NAME
    if not path.is_file():
        return Settings()
    reading = read(path)
    if not reading.readable:
        raise WrongSettings(f"{shown_path(path)} cannot be read", "Is it a text file?")
    try:
        said = tomllib.loads(reading.text.source)
    except tomllib.TOMLDecodeError as error:
        help = 'Write a setting a line, e.g. `body = "Midshire Borough Council"`.'
        raise WrongSettings(f"{shown_path(path)} cannot be read: {error}", help) from error
    for key, value in said.items():
        _judge(path, key, value)
    return Settings(**said)


def _judge(path: Path, key: str, value: object) -> None:
    known = [field.name for field in fields(Settings)]
    if key not in known:
        near = get_close_matches(key, known, n=1)
        help = f"Did you mean `{near[0]}`?" if near else f"These may stand there: {', '.join(known)}."
        raise WrongSettings(f"{shown_path(path)}: `{shortened(key)}` is no setting", help)
    if not isinstance(value, str):
        raise WrongSettings(f"{shown_path(path)}: `{key}` takes text", f'Write `{key} = "…"`, with the quotes.')

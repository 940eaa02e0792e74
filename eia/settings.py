"""What `eia.toml`, at the top of a project, says about all its assessments."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Literal, get_args

from eia.diagnostics.shown import nearest, shortened, shown_path
from eia.diagnostics.told import Told
from eia.document.layout import LAYOUTS, Layout
from eia.model.reference import IS_SLUG, SLUG, is_id
from eia.text.hidden import DIRECTION, STRAY
from eia.text.read import inside, is_file, read
from eia.text.span import Span, Text

NAME = "eia.toml"

Preset = Literal["standard", "strict", "review"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
"""Sets of rules, each with all that the one before it has."""
OFF = "off"
SEVERITIES = ("error", "warning", "note", OFF)
"""What a rule can count as in a project."""

CHOICES: Mapping[str, tuple[str, ...]] = {"layout": LAYOUTS, "preset": PRESETS}
"""The only words that some settings take."""
LISTS = ("select", "ignore", "acronyms")
TABLES = ("severity", "thresholds", "groups", "words")
TOO_MUCH = 10**6
"""No threshold is as great."""
CHANGES = ("add", "remove")
"""What can be done to a list of words."""

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
    'Expected "\'"': UNENDED,
    "Found invalid character": UNENDED,
    "Illegal character": UNENDED,
    "Unescaped": BACKSLASH,
    "Invalid hex value": BACKSLASH,
    "Invalid value": ("has words without quotes behind the `=`", AS_THIS),
    "Expected '='": ("has no `=` behind its first word", AS_THIS),
    "Expected newline": ("has something behind the words in quotes", AS_THIS),
}
"""By what the reader of TOML says: what is wrong with a line, and what to do."""

BLANK = " \t\r\n*"
"""A word of nothing else is none: a `*` stands for any ending of what is before it."""
IN_A_LINE = "text on one line, without signs that nobody sees"
_LINE = re.compile(rf"[^\t\n\r{STRAY}{DIRECTION}]*")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class WrongSettings(Told):
    """The file of settings cannot be used as it is."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file of settings, and where."""

    path: Path
    text: Text
    span: Span
    message: str
    help: str


@dataclass(frozen=True)
class Words:
    """What a project does to a list of words of its form."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """What a project says of all its assessments; empty where nothing is said."""

    body: str = ""
    profile: str = ""
    layout: Layout | Literal[""] = ""
    template: str = ""
    preset: Preset | Literal[""] = ""
    """Which rules are asked: `standard`, `strict` or `review`."""
    select: tuple[str, ...] = ()
    """Rules and families that are asked besides."""
    ignore: tuple[str, ...] = ()
    """Rules and families that are not asked."""
    severity: Mapping[str, str] = field(default_factory=dict)
    """What single rules count as."""
    thresholds: Mapping[str, str] = field(default_factory=dict)
    """The numbers by which rules judge, in place of the form's."""
    words: Mapping[str, Words] = field(default_factory=dict)
    """What is added to lists of words of the form, and taken from them."""
    acronyms: tuple[str, ...] = ()
    """Abbreviations that every reader of this organisation's documents knows."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """Groups that the organisation adds to those of the form, each with what the document calls it."""


@dataclass(frozen=True)
class Choice:
    """Which rules somebody asks for this once."""

    preset: Preset | Literal[""] = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True)
class SettingsFile:
    """The file of settings of a project: what can be understood, and what is wrong with the rest."""

    path: Path
    text: Text
    settings: Settings = Settings()
    faults: tuple[Fault, ...] = ()

    def fault(self, keys: tuple[str, ...], message: str, help: str) -> Fault:
        """Something wrong with what stands under these keys."""
        return Fault(self.path, self.text, place_of(self.text, *keys), message, help)


def settings_of(root: Path) -> Settings:
    """The settings of the project at this root; none where it has no such file. Raises `WrongSettings`."""
    file = read_settings(root)
    for fault in file.faults:
        raise WrongSettings(f"{shown_path(fault.path)}: {fault.message}", fault.help)
    return file.settings


def read_settings(root: Path) -> SettingsFile:
    """The file of settings of the project at this root, whether it is there or not."""
    path = root / NAME
    if not os.path.lexists(path):
        return SettingsFile(path, Text(path, ""))
    reading = read(path)
    text, source = reading.text, reading.text.source
    if reading.flaws:
        faults = tuple(Fault(path, text, flaw.span, flaw.message, flaw.help) for flaw in reading.flaws)
        return SettingsFile(path, text, faults=faults)
    try:
        said = tomllib.loads(source)
    except (ValueError, RecursionError) as error:
        return SettingsFile(path, text, faults=(_unreadable(path, text, str(error)),))
    file = SettingsFile(path, text)
    faults = tuple(file.fault(*wrong) for wrong in _wrong(said))
    if faults:
        return replace(file, faults=faults)
    lists = {key: tuple(said[key]) for key in LISTS if key in said}
    thresholds = {name: str(number) for name, number in said.get("thresholds", {}).items()}
    words = {
        name: Words(**{change: tuple(listed) for change, listed in changes.items()})
        for name, changes in said.get("words", {}).items()
    }
    return replace(file, settings=Settings(**{**said, **lists, "thresholds": thresholds, "words": words}))


def place_of(text: Text, *keys: str) -> Span:
    """Where a setting stands: the last of these keys that is found, looked for one after the other."""
    place = Span(0, 0)
    for key in keys:
        name = rf"[\"']?{re.escape(key)}[\"']?"
        table, setting = rf"\[(?:[^\]\n]*\.)?(?P<table>{name})\]", rf"(?P<setting>{name})[ \t]*[.=]"
        pattern = rf"^[ \t]*(?:{table}|{setting}|[^#\n]*[\"'](?P<item>{re.escape(key)})[\"'])"
        if found := re.compile(pattern, re.MULTILINE).search(text.source, place.start):
            place = Span(*found.span(found.lastgroup or 0))
    return place


def _unreadable(path: Path, text: Text, error: str) -> Fault:
    """What the reader of TOML says, in plain words; what it says of the end is said of the last line."""
    why, help = next((plain for words, plain in PLAINLY.items() if error.startswith(words)), ("is no setting", AS_THIS))
    place = _PLACE.search(error)
    number = int(place[1] or len(text.source.splitlines())) if place else 1
    where = f"line {number}" if place else "what stands there"
    return Fault(path, text, text.bounds(number), f"{where} {why}", help)


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


Wrong = Iterator[tuple[tuple[str, ...], str, str]]
"""Keys that lead to something that cannot be understood, what is wrong with it, and what to do."""


def _wrong(said: Mapping[str, object]) -> Wrong:
    known = [one.name for one in fields(Settings)]
    for key, value in said.items():
        if key not in known:
            yield (key,), f"`{shortened(key)}` is no setting", nearest(key, known, "These may stand there: {}.")
        elif key in LISTS:
            yield from _wrong_list((key,), value)
        elif key in TABLES:
            yield from _wrong_table(key, value)
        elif not isinstance(value, str):
            yield (key,), f"`{key}` takes text", f'Write `{key} = "…"`, with the quotes.'
        elif not _LINE.fullmatch(value):
            yield (key,), f"`{key}` takes {IN_A_LINE}", f'Write `{key} = "…"`.'
        elif value:
            yield from _wrong_choice((key,), value, CHOICES.get(key, (value,)))


def _wrong_list(keys: tuple[str, ...], value: object) -> Wrong:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip(BLANK) for one in value):
        yield keys, f"`{keys[-1]}` takes a list of words", f'Write `{keys[-1]} = ["…", "…"]`.'


def _wrong_choice(keys: tuple[str, ...], value: object, known: tuple[object, ...]) -> Wrong:
    if value not in known:
        help = nearest(str(value), map(str, known), "It takes one of these: {}.")
        yield keys, f"`{shortened(keys[-1])}` cannot be `{shortened(str(value))}`", help


def _wrong_table(key: str, value: object) -> Wrong:
    if not isinstance(value, dict):
        yield (key,), f"`{key}` has lines of its own", f"Write `[{key}]` on a line, and its settings below, one a line."
        return
    for name, one in value.items():
        match key:
            case "severity":
                yield from _wrong_choice((key, name), one, SEVERITIES)
            case "words":
                yield from _wrong_words(name, one)
            case "thresholds" if isinstance(one, bool) or not isinstance(one, int) or not 0 <= one < TOO_MUCH:
                help = f"Write `{shortened(name)} = 10`, without quotes."
                yield (key, name), f"`{shortened(name)}` takes a whole number", help
            case "groups" if not (SLUG.fullmatch(name) and is_id(name)):
                message = f"`{shortened(name)}` cannot be the short name of a group"
                yield (key, name), message, f"{IS_SLUG} What people read stands behind the `=`."
            case "groups" if not isinstance(one, str) or not one.strip():
                help = f'Write `{shortened(name)} = "…"`: what it is called.'
                yield (key, name), f"`{shortened(name)}` takes text", help
            case "groups" if not _LINE.fullmatch(one):
                yield (key, name), f"`{shortened(name)}` takes {IN_A_LINE}", f'Write `{shortened(name)} = "…"`.'


def _wrong_words(name: str, value: object) -> Wrong:
    how = 'Write `add = ["…"]` or `remove = ["…"]` below it.'
    if not isinstance(value, dict) or not value.keys() <= {*CHANGES}:
        yield ("words", name), f"the list `{shortened(name)}` can be added to, and words be taken from it", how
        return
    for change, words in value.items():
        yield from _wrong_list(("words", name, change), words)

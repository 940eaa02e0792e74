"""The baseline: findings of old assessments that a project knows of, so that lint shows what is new. No line counts in it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path, PurePosixPath

from eia.choosing import weight_of
from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.fingerprint import LENGTH, fingerprinted
from eia.diagnostics.shown import quoted
from eia.project import Dossier
from eia.rules import ALL
from eia.rules.firm import CAN_BE_SET_ASIDE
from eia.text.read import LARGEST, inside, is_file, read, real
from eia.text.span import Span, Text
from eia.write import Refused, write_whole

NAME = "eia-baseline.json"
VERSION = 1
_FINGERPRINT = re.compile(f"[0-9a-f]{{{LENGTH}}}")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)
ANEW = "Take it back from an earlier version, or delete it and run `eia baseline`. Until then, nothing in it holds."
BOTH = (
    "Two versions of it were merged: take out the lines with `<<<<<<<`, `=======` and `>>>>>>>`, and keep the others, "
    "with a comma at the end of each entry but the last."
)
COMMAS = "Each entry but the last ends with a comma: look at the line above too."


@dataclass(frozen=True, order=True, slots=True)
class Entry:
    """A finding that is known: in which file of the project, of which rule, what was said, its fingerprint, since when."""

    file: str
    rule: str
    message: str
    fingerprint: str
    added: str

    @property
    def key(self) -> tuple[str, str]:
        """By what it is known again."""
        return self.file, self.fingerprint


ORDER = ("rule", "file", "fingerprint", "message", "added")
"""The keys of an entry, as they stand in the file."""
assert set(ORDER) == {one.name for one in fields(Entry)}


@dataclass(frozen=True)
class Baseline:
    """What a project knows of, and what is wrong with the file that says so: then nothing in it holds."""

    root: Path
    entries: tuple[Entry, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    @property
    def path(self) -> Path:
        """Where the file is, or would be."""
        return self.root / NAME

    @property
    def exists(self) -> bool:
        """Whether there is one."""
        return is_file(self.path)


@dataclass(frozen=True)
class Compared:
    """What was found, beside what is known: each with the entry that it has, or would have."""

    known: tuple[tuple[Diagnostic, Entry], ...]
    new: tuple[tuple[Diagnostic, Entry], ...]
    mended: tuple[Entry, ...]
    """What is known, and was looked for and not found."""


def read_baseline(root: Path) -> Baseline:
    """The baseline of a project; never raises for what is in it. A project without one knows of nothing."""
    path = root / NAME
    if not is_file(path):
        return Baseline(root)
    if not inside(root, path):
        return Baseline(root, (), (_wrong(Text(path, ""), 0, "leads out of the project"),))
    reading = read(path)
    if reading.flaws:
        flaw = reading.flaws[0]
        return Baseline(root, (), (_wrong(reading.text, 0, f"cannot be read: {flaw.message}", flaw.help or ANEW),))
    try:
        return Baseline(root, _entries(reading.text.source))
    except _Broken as broken:
        return Baseline(root, (), (_wrong(reading.text, broken.at, broken.why, broken.help),))


def compared(held: Baseline, dossiers: Iterable[Dossier], found: Iterable[Diagnostic], day: date) -> Compared:
    """What is known of all that was found in the dossiers of a project, and what is new; `day` is that of new entries."""
    asked = tuple(one for one in dossiers if real(one.root) == real(held.root))
    entries = {one.key: one for one in held.entries}
    known, new = list[tuple[Diagnostic, Entry]](), list[tuple[Diagnostic, Entry]]()
    for one, entry in _holdable(held.root, asked, found, day):
        (known if entry.key in entries else new).append((one, entries.get(entry.key, entry)))
    met = {entry.key for _, entry in known}
    looked = _looked_for(held.root, asked)
    unmet = (one for one in held.entries if one.key not in met)
    return Compared(tuple(known), tuple(new), tuple(one for one in unmet if _is_mended(held.root, one, looked)))


def write_baseline(root: Path, entries: Iterable[Entry]) -> None:
    """Write what is known, a line each, in an order of its own. Raises `Refused`."""
    lines = ",\n".join(f"    {_line(one)}" for one in sorted(set(entries)))
    said = f'{{\n  "version": {VERSION},\n  "known": [\n{lines}\n  ]\n}}\n' if lines else _EMPTY
    content = said.encode()
    if len(content) > LARGEST:
        help = "Make one for each part of it: a folder with an `eia.toml` is a project of its own."
        raise Refused(f"so many findings do not fit into one {NAME}", help)
    if (root / NAME).is_symlink() and not inside(root, root / NAME):
        raise Refused(f"{NAME} leads out of the project", "Put a file of its own into the project.")
    write_whole(root / NAME, content)


_EMPTY = f'{{\n  "version": {VERSION},\n  "known": []\n}}\n'


def _line(one: Entry) -> str:
    """One entry on one line, with every sign written out that nobody would see."""
    said = json.dumps({key: getattr(one, key) for key in ORDER}, ensure_ascii=False)
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in said)


def _holdable(
    root: Path, dossiers: tuple[Dossier, ...], found: Iterable[Diagnostic], day: date
) -> Iterator[tuple[Diagnostic, Entry]]:
    """What a baseline may hold: what rules find that are not firm, and not in the files of anything that is signed."""
    signed = {file.path for one in dossiers if one.is_settled for file in one.files}
    files = {file.path for one in dossiers for file in one.files} - signed
    of_file: defaultdict[Path, list[Diagnostic]] = defaultdict(list)
    for one in found:
        if one.text.path in files and one.rule in CAN_BE_SET_ASIDE:
            of_file[one.text.path].append(one)
    for path, several in of_file.items():
        for one, fingerprint in fingerprinted(several):
            yield one, Entry(_name(root, path), one.rule, one.message, fingerprint, day.isoformat())


def _name(root: Path, path: Path) -> str:
    """A file as the project names it: from its root, with forward slashes on every machine."""
    return real(path).relative_to(real(root)).as_posix()


def _looked_for(root: Path, dossiers: Iterable[Dossier]) -> Mapping[str, frozenset[str]]:
    """By each file that was read to the end, the rules that were asked of it; of what is signed all, as nothing holds there."""
    looked: dict[str, frozenset[str]] = {}
    for dossier in dossiers:
        whole = dossier.knows_profile and not any(_is_broken(file.diagnostics) for file in dossier.files)
        every = frozenset(rule.id for rule in ALL if dossier.is_settled or (whole and weight_of(rule, dossier)))
        for file in dossier.files:
            name = _name(root, file.path)
            looked[name] = looked.get(name, every) | every
    return looked


def _is_broken(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in diagnostics)


def _is_mended(root: Path, one: Entry, looked: Mapping[str, frozenset[str]]) -> bool:
    """Whether an entry that met nothing has outlived what it stands for, rather than not being looked for this time."""
    return one.rule not in CAN_BE_SET_ASIDE or not is_file(root / one.file) or one.rule in looked.get(one.file, ())


class _Broken(Exception):
    """The file cannot be used: why, and where, if that is known."""

    def __init__(self, why: str, help: str = ANEW, at: int = 0) -> None:
        super().__init__(why)
        self.why, self.help, self.at = why, help, at


def _wrong(text: Text, at: int, why: str, help: str = ANEW) -> Diagnostic:
    end = text.bounds(text.position(at).line).end
    return Diagnostic("wrong-baseline", Severity.ERROR, f"{NAME} {why}", text, Span(at, max(at, end)), help)


def _entries(source: str) -> tuple[Entry, ...]:
    """What the file holds. Raises `_Broken`."""
    if conflict := _CONFLICT.search(source):
        raise _Broken("holds two versions of itself", BOTH, conflict.start())
    try:
        said = json.loads(source)
    except json.JSONDecodeError as error:
        raise _Broken("is not as `eia baseline` writes it", f"{COMMAS} {ANEW}", error.pos) from error
    except (RecursionError, ValueError) as error:
        raise _Broken("is not as `eia baseline` writes it") from error
    known = said.get("known") if isinstance(said, dict) else None
    if not isinstance(known, list) or said != {"version": VERSION, "known": known}:
        raise _Broken(f'does not hold `"version": {VERSION}` and a list `"known"`, and nothing else')
    return tuple(_entry(one, number) for number, one in enumerate(known, 1))


def _entry(said: object, number: int) -> Entry:
    if not isinstance(said, dict) or set(said) != set(ORDER) or not all(isinstance(one, str) for one in said.values()):
        why = f"has an entry, number {number}, that does not say {', '.join(ORDER)}, each in quotes, and nothing else"
        raise _Broken(why)
    entry = Entry(**said)
    path = PurePosixPath(entry.file)
    if path.is_absolute() or ".." in path.parts or "\\" in entry.file:
        raise _Broken(f"names a file otherwise than from the project's folder in entry {number}, {quoted(entry.file)}")
    if not _FINGERPRINT.fullmatch(entry.fingerprint):
        raise _Broken(f"has a fingerprint of another kind in entry {number}, {quoted(entry.fingerprint)}")
    return entry

"""The schemas of a project as files: written where somebody asks for them, and kept up to date where they are."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from eia.diagnostics.shown import shortened, shown_path
from eia.files import find
from eia.loading import KINDS, LoadedFile
from eia.project import FALLBACK, Dossier, Project, profile_names, shipped
from eia.rules.malformed_id import FILE_NAME, LONGEST
from eia.schema.home import schema_path
from eia.schema.kinds import OURS, schema_of, schema_of_dossier
from eia.schema.outcome import Outcome, Pointer
from eia.settings import NAME, WrongSettings, settings_of
from eia.text.read import inside, is_file
from eia.write import Impossible, Refused, write_whole

MODELINE = "# yaml-language-server: $schema="
POINTS = re.compile(r"#\s+yaml-language-server:\s*\$schema=(\S+)")


def write_all(root: Path) -> Outcome:
    """Write the schemas of a project: of each kind of file, and of each assessment. Raises `Refused`."""
    project = Project(root)
    return write_for(root, [one for one in map(project.dossier, map(project.file, find(root))) if one])


def write_for(root: Path, dossiers: list[Dossier]) -> Outcome:
    """Write the schemas of each kind of file and of these assessments of a project. Raises `Refused`."""
    texts, left = _general(root), [*_unnamed(dossiers)]
    pointers: list[Pointer] = []
    for path, dossier in _by_path(dossiers).items():
        pointers += _pointers(dossier.file, path)
        if dossier.out_of_sight and is_file(path):
            left.append(_half_seen(dossier, path))
        else:
            texts[path] = schema_of_dossier(dossier)
    _make_folder(root)
    written: list[Path] = []
    for path, text in texts.items():
        try:
            written += [path] if _put(root, path, text) else []
        except Refused as reason:
            left.append(reason)
    return Outcome(tuple(written), tuple(left), tuple(pointers))


def refresh(dossiers: Iterable[Dossier]) -> Iterator[Refused]:
    """Bring up to date the schemas that are there already; what comes back is why one could not be."""
    there = {path: dossier for path, dossier in _by_path(dossiers).items() if is_file(path)}
    texts = {path: schema_of_dossier(one) for path, one in there.items() if not one.out_of_sight}
    for root in dict.fromkeys(dossier.root for dossier in there.values()):
        try:
            texts |= {path: text for path, text in _general(root).items() if is_file(path)}
        except Refused as reason:
            yield reason
    for path, text in texts.items():
        try:
            if _is_ours(path):
                _put(path.parent.parent, path, text)
        except Refused as reason:
            yield reason


def _general(root: Path) -> dict[Path, str]:
    """The schemas of the kinds of file, for the profile that new assessments of the project follow."""
    try:
        name = settings_of(root).profile or FALLBACK
    except WrongSettings as reason:
        raise Refused(reason.message, reason.help) from reason
    if name not in profile_names():
        raise Refused(
            f"{NAME} names the form `{shortened(name)}`, which is not there",
            f"Write one of: {', '.join(profile_names())}.",
        )
    return {schema_path(root, kind): schema_of(kind, shipped(name)) for kind in KINDS}


def _by_path(dossiers: Iterable[Dossier]) -> dict[Path, Dossier]:
    """The dossiers that can have a schema, by where it lies."""
    several = list(dossiers)
    return {schema_path(one.root, one.assessment.id): one for one in several if not _why_unnamed(one, several)}


def _unnamed(dossiers: list[Dossier]) -> Iterator[Refused]:
    for dossier in dossiers:
        if why := _why_unnamed(dossier, dossiers):
            yield Refused(
                f"your editor cannot be told about {shown_path(dossier.file.path)}: {why}", "Give it another id."
            )


def _why_unnamed(dossier: Dossier, dossiers: list[Dossier]) -> str:
    """Why the id of an assessment cannot name its schema; on some systems capitals do not tell files apart."""
    id = dossier.assessment.id
    if not FILE_NAME.fullmatch(id) or len(id) > LONGEST:
        return f"its id `{shortened(id, 40)}` cannot name a file"
    if id.casefold() in KINDS:
        return f"its id `{id}` is the name of a kind of file"
    same = Counter(one.assessment.id.casefold() for one in dossiers if one.root == dossier.root)
    return f"another assessment has the id `{id}` too" if same[id.casefold()] > 1 else ""


def _half_seen(dossier: Dossier, path: Path) -> Refused:
    sorts = " and ".join(sorted(dossier.out_of_sight))
    return Refused(
        f"{shown_path(path)} is left as it is: what {shown_path(dossier.file.path)} may cite ({sorts}) cannot be read",
        "`eia lint` says why.",
    )


def _pointers(file: LoadedFile, path: Path) -> Iterator[Pointer]:
    found = POINTS.match(file.text.source)
    way = Path(os.path.relpath(path, file.path.parent)).as_posix()
    if found is None or os.path.normpath(found[1]) != os.path.normpath(way):
        yield Pointer(file.path, f"{MODELINE}{way}")


def _make_folder(root: Path) -> None:
    folder = schema_path(root, "").parent
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Impossible(f"the folder {shown_path(folder)} cannot be made ({error.strerror})") from error


def _put(root: Path, path: Path, text: str) -> bool:
    """Write a schema if it is not there or not up to date. Raises `Refused` where something else is there."""
    shown, content = shown_path(path), text.encode()
    if not inside(root, path):
        raise Refused(f"{shown} leads out of the project, and is left as it is", "Put the file itself there.")
    if path.exists() and not _is_ours(path):
        raise Refused(f"{shown} was not written by eia, and is left as it is", "To have it made, rename that file.")
    if path.exists() and path.read_bytes() == content:
        return False
    write_whole(path, content)
    return True


def _is_ours(path: Path) -> bool:
    """Whether the file says that we wrote it."""
    try:
        with path.open("rb") as file:
            return f'"$comment": "{OURS}'.encode() in file.read(500)
    except OSError:
        return False

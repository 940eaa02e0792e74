"""The schemas of a project as files: written where somebody asks for them, and kept up to date where they are."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eia.diagnostics.shown import shortened, shown_path
from eia.diagnostics.told import Told
from eia.files import of_project
from eia.forms.find import Forms
from eia.loading import KINDS, LoadedFile
from eia.model.reference import FILE_NAME, LONGEST_ID
from eia.project import Dossier, Project, form_of
from eia.schema.kinds import KEPT, OURS, schema_of, schema_of_dossier
from eia.text.read import inside, is_file, real
from eia.write import Impossible, Refused, write_whole

FOLDER = "schemas"
MODELINE = "# yaml-language-server: $schema="
POINTS = re.compile(r"#\s+yaml-language-server:\s*\$schema=(\S+)")
WRITTEN_FOR = re.compile(rf'"\$comment": "{OURS}(?: for (?P<file>[^"\n]+))?{re.escape(KEPT[:20])}')


@dataclass(frozen=True, slots=True)
class Pointer:
    """The line with which an assessment would say where its schema is, and does not yet."""

    file: Path
    line: str


@dataclass(frozen=True)
class Outcome:
    """What became of the schemas of a project."""

    written: tuple[Path, ...]
    """The others were as they should be."""
    left: tuple[Told, ...]
    """Why some were left as they are."""
    pointers: tuple[Pointer, ...]


def schema_path(root: Path, name: str) -> Path:
    """The schema of a kind of file, or of the assessment that has this id."""
    return root / FOLDER / f"{name}.schema.json"


def pointer(schema: Path, file: Path) -> str:
    """The first line of a file that tells editors where its schema is."""
    return f"{MODELINE}{_way(schema, file)}"


def _way(schema: Path, file: Path) -> str:
    return Path(os.path.relpath(schema, file.parent)).as_posix()


def write_all(root: Path) -> Outcome:
    """Write the schemas of a project: of each kind of file, and of each assessment. Raises `Told`."""
    project = Project(root)
    return write_for(root, [one for one in map(project.dossier, map(project.file, of_project(root))) if one])


def write_for(root: Path, dossiers: Iterable[Dossier]) -> Outcome:
    """Write the schemas of each kind of file and of these assessments of a project. Raises `Told`."""
    named, left = _named(dossiers)
    texts = _general(root)
    for path, dossier in named.items():
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
    pointers = (one for path, dossier in named.items() for one in _missing_pointer(dossier.file, path))
    return Outcome(tuple(written), tuple(left), tuple(pointers))


def refresh(dossiers: Iterable[Dossier]) -> Iterator[Told]:
    """Bring up to date the schemas that are there already; what comes back is why one could not be."""
    there = {path: one for path, one in _named(dossiers)[0].items() if is_file(path) and _is_for(path, one)}
    texts = {path: schema_of_dossier(one) for path, one in there.items() if not one.out_of_sight}
    for root in dict.fromkeys(dossier.root for dossier in there.values()):
        try:
            texts |= {path: text for path, text in _general(root).items() if is_file(path) and _of_ours(path)}
        except Told as reason:
            yield reason
    for path, text in texts.items():
        try:
            _put(path.parent.parent, path, text)
        except Refused as reason:
            yield reason


def _general(root: Path) -> dict[Path, str]:
    """The schemas of the kinds of file, for the profile that new assessments of the project follow."""
    forms = Forms(root)
    form = forms.get(form_of(root))
    assert form is not None  # `form_of` names one that is there
    return {schema_path(root, kind): schema_of(kind, form.profile, forms.names()) for kind in KINDS}


def _named(dossiers: Iterable[Dossier]) -> tuple[dict[Path, Dossier], list[Told]]:
    """The dossiers that can have a schema, by where it lies; and why others cannot."""
    dossiers = list(dossiers)
    same = Counter((one.root, one.assessment.id.casefold()) for one in dossiers)
    named: dict[Path, Dossier] = {}
    left: list[Told] = []
    for one in dossiers:
        id = one.assessment.id
        if why := _why_unnamed(id, same[one.root, id.casefold()]):
            message = f"your editor cannot be told about {shown_path(one.file.path)}: {why}"
            left.append(Told(message, "Give it another id."))
        else:
            named[schema_path(one.root, id)] = one
    return named, left


def _why_unnamed(id: str, number: int) -> str:
    """Why an id cannot name a schema; on some systems capitals do not tell files apart."""
    if not FILE_NAME.fullmatch(id) or len(id) > LONGEST_ID:
        return f"its id `{shortened(id, 40)}` cannot name a file"
    if id.casefold() in KINDS:
        return f"its id `{id}` is the name of a kind of file"
    return f"another assessment has the id `{id}` too" if number > 1 else ""


def _half_seen(dossier: Dossier, path: Path) -> Told:
    sorts = " and ".join(sorted(dossier.out_of_sight))
    return Told(
        f"{shown_path(path)} is left as it is: what {shown_path(dossier.file.path)} may cite ({sorts}) cannot be read",
        "`eia lint` says why.",
    )


def _missing_pointer(file: LoadedFile, path: Path) -> Iterator[Pointer]:
    found = POINTS.match(file.text.source)
    if found is None or os.path.normpath(found[1]) != os.path.normpath(_way(path, file.path)):
        yield Pointer(file.path, pointer(path, file.path))


def _make_folder(root: Path) -> None:
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        help = "Rename what is called so, or see whether you may write there."
        raise Impossible(f"the folder {shown_path(folder)} cannot be made ({error.strerror})", help) from error


def _put(root: Path, path: Path, text: str) -> bool:
    """Write a schema if it is not there or not up to date. Raises `Refused` where something else is there."""
    shown, content = shown_path(path), text.encode()
    if not inside(root, path):
        raise Refused(f"{shown} leads out of the project, and is left as it is", "Put the file itself there.")
    if is_file(path) and not _of_ours(path):
        raise Refused(f"{shown} was not written by eia, and is left as it is", "To have it made, rename that file.")
    if is_file(path) and path.read_bytes() == content:
        return False
    write_whole(path, content)
    return True


def _is_for(path: Path, dossier: Dossier) -> bool:
    """Whether a schema was written for this assessment, or for one that has since been moved or deleted."""
    found = _of_ours(path)
    if not found or not found["file"]:
        return False
    owner = dossier.root / found["file"]
    return not is_file(owner) or real(owner) == real(dossier.file.path)


def _of_ours(path: Path) -> re.Match[str] | None:
    """What a file says of itself, if we wrote it."""
    try:
        with path.open("rb") as file:
            return WRITTEN_FOR.search(file.read(2000).decode(errors="replace"))
    except OSError:
        return None

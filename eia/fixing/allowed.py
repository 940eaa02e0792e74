"""Which fixes may be made: not in what is signed off, and no remark that may be needed elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from eia.diagnostics.diagnostic import Diagnostic
from eia.linting import Checked
from eia.loading import LoadedFile
from eia.model.assessment import SETTLED, Assessment
from eia.text.change import Fix, Reword
from eia.text.lines import Lines

SIGNED_OFF = "it is signed off"
ANOTHER_DAY = "the remark may be needed on another day, or at another status"
SHARED = "assessments that were not checked use this file too"

Fixable: TypeAlias = tuple[Diagnostic, Fix]
"""What is wrong, and how it can be mended."""
Refused: TypeAlias = list[tuple[Diagnostic, str]]
"""What has a fix that is not made, and the reason."""


@dataclass(frozen=True, slots=True)
class Leave:
    """What may be mended."""

    unsafe: bool = False
    """Also fixes that somebody has to read afterwards."""
    signed_off: bool = False
    """Also files of what is signed off."""
    remarks: bool = True
    """Also remarks that set nothing aside; not where it is asked as if it were another day or status."""


def fixable(checked: Checked, leave: Leave, refused: Refused) -> Iterator[tuple[LoadedFile, list[Fixable]]]:
    """By file, what can and may be mended there."""
    files = {file.path: file for file in checked.files}
    reasons: dict[tuple[Path, bool], str] = {}
    by_file: dict[Path, list[Fixable]] = {}
    for one in checked.diagnostics:
        if one.fix is None or not (one.fix.safe or leave.unsafe):
            continue
        is_remark = any(isinstance(change, Reword) for change in one.fix.changes)
        asked = one.text.path, is_remark
        if asked not in reasons:
            needed = ANOTHER_DAY if is_remark and not leave.remarks else ""
            reasons[asked] = needed or _why_not(checked, files[one.text.path], is_remark, leave)
        if reasons[asked]:
            refused.append((one, reasons[asked]))
        else:
            by_file.setdefault(one.text.path, []).append((one, one.fix))
    yield from ((files[path], found) for path, found in by_file.items())


def _why_not(checked: Checked, file: LoadedFile, is_remark: bool, leave: Leave) -> str:
    """Why nothing may be mended in a file: who uses it has signed; or, of a remark, may need it."""
    users = list(_users(checked, file))
    if not leave.signed_off and any(map(_is_settled, (file, *users))):
        return SIGNED_OFF
    known = {dossier.file.path for dossier in checked.dossiers}
    return SHARED if is_remark and any(one.path not in known for one in users) else ""


def _users(checked: Checked, file: LoadedFile) -> Iterator[LoadedFile]:
    """The assessments that use a file, whether or not they were checked."""
    if file.kind != "assessment":
        for project in dict.fromkeys(dossier.project for dossier in checked.dossiers):
            yield from project.users_of(file)
    yield from (one.file for one in checked.dossiers if file.path in {held.path for held in one.files})


def _is_settled(file: LoadedFile) -> bool:
    """Whether a file says that it is signed, also if it cannot be read to the end."""
    if isinstance(file.content, Assessment):
        return file.content.status in SETTLED
    lines = Lines(file.text).saying if file.tree is None else ()
    return any(one.key == "status" and not one.column and one.value.strip("\"'") in SETTLED for one in lines)

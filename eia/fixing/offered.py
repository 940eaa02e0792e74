"""What may be mended, to be told of before anything is."""

from __future__ import annotations

from dataclasses import replace

from eia.diagnostics.diagnostic import Diagnostic
from eia.editing.refused import NotMade
from eia.fixing.allowed import Leave, fixable
from eia.fixing.turn import edits
from eia.linting import Checked
from eia.loading import LoadedFile
from eia.text.change import Fix
from eia.text.span import Span


def offered(checked: Checked) -> Checked:
    """The same, in which only what may be mended has its fix: no judgement, and nothing that is signed off."""
    kept = {one.order for _, found in fixable(checked, Leave(unsafe=True), []) for one, _ in found}
    files = {file.path: file for file in checked.files}
    told = (
        one
        if one.fix is None or (one.order in kept and _can_be_made(files[one.text.path], one.fix))
        else replace(one, fix=None)
        for one in checked.diagnostics
    )
    return replace(checked, diagnostics=tuple(told))


def edits_of(checked: Checked, one: Diagnostic) -> tuple[tuple[Span, str], ...]:
    """The stretches of its file that the fix of a diagnostic changes, and the words that come there."""
    file = next((file for file in checked.files if file.path == one.text.path), None)
    return tuple((edit.span, edit.words) for edit in edits(file, one.fix)) if file and one.fix else ()


def _can_be_made(file: LoadedFile, fix: Fix) -> bool:
    try:
        return bool(list(edits(file, fix)))
    except NotMade:
        return False

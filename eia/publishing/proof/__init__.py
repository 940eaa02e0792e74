"""The proof: a document is read back, and all that its assessment says must be in it."""

from __future__ import annotations

from eia.diagnostics.diagnostic import Diagnostic, in_order
from eia.model.evidence import Source
from eia.project import Dossier

from . import compare
from .expected import Expected
from .page import Page
from .places import OPENING, Places
from .reading import Reading
from .silences import silent
from .told import told
from .words import Run, run
from .written import written

__all__ = ["Reading", "lacking"]


def lacking(dossier: Dossier, reading: Reading) -> tuple[Diagnostic, ...]:
    """What the files of a dossier say, and its document as it was read back does not, each in its place."""
    return in_order(told(one.site, one.words) for one in losses(dossier, reading))


def losses(dossier: Dossier, reading: Reading) -> list[Expected]:
    """The same, as what was expected."""
    places = Places(dossier)
    expected = [one for one in (*written(dossier, places), *silent(dossier, places)) if one.ways]
    anchors = {*(anchor for one in expected for anchor in one.place), *places.anchors.values()}
    sources = {id: _words(one) for id, one in dossier.sources.content.root.items()}
    return compare.lacking(Page.of(reading, anchors, OPENING, sources), expected)


def _words(source: Source) -> Run:
    """The words of a source, which its footnote has in whatever order."""
    dates = (date.words for date in (source.date, source.accessed) if date)
    said = (source.by, source.title or source.url, source.in_, *dates)
    return run(" ".join(filter(None, said)))

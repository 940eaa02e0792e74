"""What rules about figures look at one after the other, and how they name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.shown import quoted
from eia.index import Site
from eia.model.change import Change, changes
from eia.model.figure import Figure
from eia.project import Dossier

CHANGES, GAPS, LITTLE = "names-of-changes", "names-of-gaps", "little-words"
"""The lists of words by which a line is called a change in time or a difference, and of those that say nothing more."""


def told(dossier: Dossier, key: str, label: str, figure: Figure) -> tuple[Site, str]:
    """Where a figure of a fact stands, and how a message repeats it."""
    within = (figure.start, figure.end)
    words = dossier.assessment.facts[key].lines[label].words[slice(*within)]
    return replace(dossier.site(("evidence", key, "figures", label)), within=within), quoted(words)


def stated_changes(dossier: Dossier) -> Iterator[tuple[Site, Change]]:
    """Every change in a fact that stands beside its two levels, and where it is stated."""
    names, gaps, little = map(dossier.profile.words_in, (CHANGES, GAPS, LITTLE))
    for key, fact in dossier.assessment.facts.items():
        for one in changes(fact, names, gaps, little):
            site = dossier.site(("evidence", key, "figures", one.label))
            yield replace(site, within=(one.stated.start, one.figure.end)), one

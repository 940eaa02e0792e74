"""Whose a letter box is: that of a team, or of a person."""

from __future__ import annotations

import re

from eia.model.contact import Detail
from eia.project import Dossier

TEAMS = "team-mailboxes"
"""The list of what stands before the `@` of a letter box that belongs to a team."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def team_names(dossier: Dossier) -> frozenset[str]:
    """The words by which a letter box is known to be that of a team: those of the form, of the title, the unit and the body."""
    own = " ".join(filter(None, (getattr(dossier.assessment, key) for key in ("title", "unit", "body"))))
    return frozenset((*dossier.profile.words_in(TEAMS), *map(str.casefold, _WORD.findall(own))))


def is_of_team(one: Detail, teams: frozenset[str]) -> bool:
    """Whether a letter box is named by a word that no person has for a name."""
    before = one.words.partition("@")[0].casefold()
    return before in teams or not teams.isdisjoint(_WORD.findall(before))

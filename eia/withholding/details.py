"""What leads to a single person: e-mail addresses, telephone numbers, homes, and the numbers that the state gives to people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.index import Site
from eia.model.contact import MAILBOX, Detail, details
from eia.model.wording import sentences
from eia.project import Dossier
from eia.rules.privacy.contact_detail import MEANT
from eia.rules.privacy.everywhere import values
from eia.rules.privacy.mailbox import is_of_team, team_names
from eia.withholding.names import GIVEN, Names

_WORD = re.compile(r"[^\W\d_]+")


def details_in(dossier: Dossier, names: Names) -> Iterator[tuple[Site, Detail]]:
    """Every such thing in a dossier. Where readers are told whom to ask, a number stays, but for that of a person."""
    teams, given = team_names(dossier), frozenset(dossier.profile.words_in(GIVEN))
    for site, words in values(dossier):
        for one in details(words):
            personal = one.called == MAILBOX and (not is_of_team(one, teams) or _names_somebody(one, given))
            asked = site.route[0] == MEANT and not _beside_a_person(words, one, names, teams)
            if personal or (one.called != MAILBOX and not asked and not _is_address(site)):
                yield replace(site, within=(one.start, one.end)), one


def _is_address(site: Site) -> bool:
    """The figures in the address of a page are no telephone."""
    return site.route[-1] == "url"


def _names_somebody(one: Detail, given: frozenset[str]) -> bool:
    """Whether a person's name stands before the `@`, even if a team's does too."""
    return not given.isdisjoint(_WORD.findall(one.words.partition("@")[0].casefold()))


def _beside_a_person(words: str, one: Detail, names: Names, teams: frozenset[str]) -> bool:
    """Whether the sentence that has it names somebody, or has a person's letter box."""
    for said in sentences(words):
        if said.start <= one.start < said.end:
            here = words[said.start : said.end]
            boxes = (each for each in details(here) if each.called == MAILBOX)
            return any(names.in_prose(here)) or any(not is_of_team(each, teams) for each in boxes)
    return False

"""The ids of one assessment: what an editor offers where something is cited, and underlines where it is not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.shown import shortened
from eia.index import Definition, sorts_of
from eia.model.outline import ReadAs
from eia.model.reference import (
    SECTION,
    SLUG,
    ActionReferences,
    EvidenceItems,
    EvidenceReferences,
    GroupReferences,
    Reference,
    References,
    RowReferences,
    SourceReferences,
    is_id,
)
from eia.project import Dossier
from eia.schema.offers import Offer, Offers
from eia.schema.words import ALL, of_profile

LONGEST = 200
"""More characters of what an action does, or of what a fact says, are not shown beside it."""

_SLUG = SLUG.pattern.replace("a-z", "a-zA-Z")
ONE_ID = rf"(?:{SECTION}\.(?:[a-zA-Z]{{1,2}}|[0-9]{{1,3}})|{_SLUG})"
"""A single id, as the grammar of references reads it; whatever else stands there is for lint to judge."""

CITING: dict[type[References], str] = {
    ActionReferences: "No action of the plan has this id.",
    EvidenceReferences: "Nothing under `evidence:` or `engagement:` has this short name.",
    EvidenceItems: "Nothing under `evidence:` has this short name.",
    SourceReferences: "No source has this short name.",
    RowReferences: "No row has this name.",
    GroupReferences: "No group and no row has this name.",
}
"""What to say where a single id is cited that is not there."""
JUST_ADDED = "If you have just added it, save its file and run `eia lint`."


def of_dossier(dossier: Dossier) -> Offers:
    """What holds for one assessment: the profile's words, and the ids that are there to be cited."""
    general = of_profile(dossier.profile, dossier.project.forms.names(), dossier.assessment.kind)
    texts = dict(general.texts)
    only: dict[ReadAs, tuple[str, str]] = {}
    for kind, unknown in CITING.items():
        sorts = sorts_of(kind(""), Reference("", 0, 0))
        there = {one.id: one for one in reversed(dossier.index.of_sorts(*sorts)) if is_id(one.id)}
        ids = (Offer(one.id, says=_told(one)) for one in reversed(there.values()))
        sections = _sections(dossier) if kind is ActionReferences else ()
        general_ones = (one for one in general.texts.get(kind, ()) if one.word not in there)
        texts[kind] = (*ids, *(one for one in general_ones if one.word == ALL), *sections)
        if dossier.out_of_sight.isdisjoint(sorts):
            known = "|".join(dict.fromkeys(map(_spelt, (*there, ALL))))
            only[kind] = (rf"^(?!\s*{ONE_ID}\s*$)|^\s*(?:{known})\s*$", f"{unknown} {JUST_ADDED}")
    return replace(general, texts=texts, only=only)


def _told(one: Definition) -> str:
    """What a thing is called, in brief; among facts, an engagement says that it is one."""
    return shortened(f"Engagement: {one.title}" if one.sort == "engagement" else one.title, LONGEST)


def _sections(dossier: Dossier) -> Iterator[Offer]:
    """Ways to name a whole section of the plan."""
    for section in dossier.index.of_sorts("section"):
        if section.id.isdigit():
            yield Offer(f"all of {section.id}", says=shortened(section.title, LONGEST))


def _spelt(id: str) -> str:
    """A pattern for every way to write an id that lint would not call an error: in capitals, or with look-alike signs."""
    return "".join(_sign(char) for char in id.casefold())


def _sign(char: str) -> str:
    alike = next((signs for signs in ("iIlL1", "oO0") if char in signs), char + char.upper() if char.isalpha() else "")
    return f"[{alike}]" if alike else rf"\{char}" if char == "." else char

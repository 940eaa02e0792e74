"""The words that an editor offers where the format itself knows none: the profile's vocabulary, and a dossier's own ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from eia.diagnostics.shown import shortened
from eia.index import Definition, sorts_of
from eia.model.outline import ReadAs
from eia.model.profile import Profile
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
from eia.model.row import STAGES
from eia.model.terms import Rating
from eia.project import Dossier, profile_names

Keys = tuple[str, ...]
"""The keys of the format that lead to a place, without the names and numbers between them."""

TABLES = ("characteristics", "intersections", "duties")
ALL = "all"
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


@dataclass(frozen=True)
class Offer:
    """A word that may be written, what it is called, and what it means."""

    word: str
    title: str = ""
    says: str = ""


@dataclass(frozen=True)
class Offers:
    """Everything that is offered in the files of one profile, or of one dossier."""

    guidance: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[ReadAs, tuple[Offer, ...]] = field(default_factory=dict)
    """By what a text is read as."""
    places: Mapping[Keys, tuple[Offer, ...]] = field(default_factory=dict)
    """By the place of a text, or of names of one's own."""
    only: Mapping[ReadAs, tuple[str, str]] = field(default_factory=dict)
    """For a text that cites: the pattern of what may be cited, and what to say of anything else."""

    def guides(self, keys: Keys) -> str:
        """The guidance for a key. All tables have rows of one kind, so what is said of one table holds for the others."""
        as_in_table = (TABLES[0], *keys[1:]) if keys[0] in TABLES and len(keys) > 1 else keys
        asked = (".".join(one).replace(".sections.actions", ".actions") for one in (keys, as_in_table))
        return " ".join(next((self.guidance[key] for key in asked if key in self.guidance), "").split())


def of_profile(profile: Profile) -> Offers:
    """What holds for every assessment of a profile."""
    groups = tuple(Offer(key, group.label, group.law or "") for key, group in profile.groups.items())
    sections = (Offer(key, title, f"Opens the section `{title}`.") for key, title in profile.headings.items())
    aims = tuple(_aims(profile))
    ratings = (Offer(word, "", _counts_as(word, means.words)) for word, means in profile.ratings.items())
    return Offers(
        profile.guidance,
        {
            Rating: tuple(ratings),
            ActionReferences: (Offer(ALL, says="All actions of the plan."),),
            GroupReferences: (Offer(ALL, says="All groups."), *(Offer(one.word, says=one.title) for one in groups)),
        },
        {
            ("profile",): tuple(map(Offer, profile_names())),
            ("characteristics",): groups,
            ("text",): tuple(sections),
            **{(table, key): aims for table in TABLES for key in ("impact", "because")},
        },
    )


def _counts_as(word: str, means: str) -> str:
    return "" if word == means else f"Counts as: {means}."


def _aims(profile: Profile) -> Iterator[Offer]:
    for key, aim in profile.aims.items():
        yield Offer(key, says=f"{aim.label} ({aim.law})." if aim.law else f"{aim.label}.")
    for stage in STAGES:
        yield Offer(stage, says=f"{profile.words[stage]}." if stage in profile.words else "")


def of_dossier(dossier: Dossier) -> Offers:
    """What holds for one assessment: the profile's words, and the ids that are there to be cited."""
    general = of_profile(dossier.profile)
    texts = dict(general.texts)
    only: dict[ReadAs, tuple[str, str]] = {}
    for kind, unknown in CITING.items():
        sorts = sorts_of(kind(""), Reference("", 0, 0))
        there = {one.id: one for one in reversed(dossier.index.of_sorts(*sorts)) if is_id(one.id)}
        ids = (Offer(one.id, says=_told(one)) for one in reversed(there.values()))
        sections = _sections(dossier) if kind is ActionReferences else ()
        general_ones = (one for one in general.texts.get(kind, ()) if one.word not in there)
        texts[kind] = (*ids, *(one for one in general_ones if one.word == ALL), *sections)
        if dossier.out_of_sight.isdisjoint(sorts) and not _sets_aside(dossier):
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


def _sets_aside(dossier: Dossier) -> bool:
    """Whether a remark lets a citation stand that leads nowhere."""
    remarks = (comment.text for file in dossier.files if file.tree for comment in file.tree.comments)
    return any("unknown-reference" in remark for remark in remarks)


def _spelt(id: str) -> str:
    """A pattern for every way to write an id that lint would not call an error: in capitals, or with look-alike signs."""
    return "".join(_sign(char) for char in id.casefold())


def _sign(char: str) -> str:
    alike = next((signs for signs in ("iIlL1", "oO0") if char in signs), char + char.upper() if char.isalpha() else "")
    return f"[{alike}]" if alike else rf"\{char}" if char == "." else char

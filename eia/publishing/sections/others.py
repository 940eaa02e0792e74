"""What stands beside this assessment: the one before it and what came of that, the next one, related documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from eia.document.prose import is_web
from eia.document.tree import Block, Blocks, Inline, Link, Listing, Paragraph, Row, Table, Words
from eia.index import Site
from eia.model.assessment import FollowUp, Related, Version
from eia.model.part import Nothing
from eia.project import Dossier
from eia.publishing.voice import Voice, below, line

Tell = Callable[[Voice, FollowUp, Site], Blocks]


def titled(voice: Voice, id: str) -> str:
    """Another assessment by its title and id, where it is in this project; else as it was written."""
    other = _other(voice, id)
    return f"{other.assessment.title} ({id})" if other and other.assessment.title else id


def next_ones(voice: Voice) -> Blocks:
    """The assessments of the project that name this one as the one before them."""
    id = voice.dossier.assessment.id
    return tuple(line(titled(voice, one)) for one in voice.dossier.project.following(id)) if id else ()


def _other(voice: Voice, id: str) -> Dossier | None:
    return voice.dossier.project.called(id) if id != voice.dossier.assessment.id else None


def history(voice: Voice) -> Blocks:
    """The versions of this document, and what changed in each."""
    site = voice.dossier.site(("history",))
    places = [(one, below(site, at)) for at, one in enumerate(voice.dossier.assessment.history or ())]
    read = [(one, place) for one, place in places if not voice.lost(place)]
    if not read:
        return voice.silence("history") if voice.requires("history") else ()
    head = tuple(map(voice.word, ("version", "date", "by", "change-made")))
    rows = tuple(Row(tuple(_version(voice, one, place))) for one, place in read)
    return (Table("", head, rows, (12, 18, 20, 50), level=2), *(voice.unread() if len(read) < len(places) else ()))


def _version(voice: Voice, one: Version, site: Site) -> Iterator[Blocks]:
    for key in ("version", "date", "by", "change"):
        yield _told(voice, one, key, site)


def _told(voice: Voice, one: Version | FollowUp, key: str, site: Site) -> Blocks:
    """What stands under a key, or that nothing does."""
    return voice.said(one.at(key)) if one.at(key) else voice.unanswered(at=below(site, key))


def follow_up(voice: Voice) -> Blocks:
    """What came of the actions of the assessment before this one."""
    said = voice.dossier.assessment.follow_up
    if isinstance(said, Nothing):
        return voice.none(said)
    if not said:
        return voice.silence("follow-up")
    columns = [key for key in FOLLOWED if key != "further" or any(one.further for one in said)]
    site = voice.dossier.site(("follow-up",))
    places = [(one, below(site, at)) for at, one in enumerate(said) if not voice.lost(below(site, at))]
    rows = tuple(Row(tuple(FOLLOWED[key](voice, one, place) for key in columns)) for one, place in places)
    table = (Table("", tuple(map(voice.word, columns)), rows, tuple(WIDTHS[key] for key in columns), level=2),)
    return (*table, *(voice.unread() if any(voice.lost(below(site, at)) for at in range(len(said))) else ()))


def _planned(voice: Voice, one: FollowUp, site: Site) -> Blocks:
    """What was planned; where nobody says it again, in the words of the earlier plan, or that it stands there."""
    told = voice.prose(one.planned) or _as_planned(voice, one.action)
    elsewhere = (line(voice.word("planned-elsewhere")),) if one.action else ()
    return told or elsewhere or voice.unanswered(at=below(site, "planned"))


def _as_planned(voice: Voice, id: str | None) -> Blocks:
    before = _other(voice, voice.dossier.assessment.previous or "")
    actions = before.plan.content.all_actions() if before and id else ()
    return next((voice.elsewhere(action.does) for _, action in actions if action.id == id), ())


FOLLOWED: Mapping[str, Tell] = {
    "action": lambda voice, one, site: _told(voice, one, "action", site),
    "was-planned": _planned,
    "came": lambda voice, one, site: _told(voice, one, "came", site),
    "further": lambda voice, one, site: _told(voice, one, "further", site),
}
"""The columns of what came of earlier actions. Where nothing is carried on, there is no column for that."""
WIDTHS: Mapping[str, int] = {"action": 10, "was-planned": 34, "came": 40, "further": 16}


def related(voice: Voice) -> Blocks:
    """Other assessments and documents that belong with this one."""
    said = voice.dossier.assessment.related
    if isinstance(said, Nothing):
        return voice.none(said)
    items = tuple(tuple(_document(voice, key, one)) for key, one in (said or {}).items())
    return (Listing(items),) if items else voice.silence("related")


def _document(voice: Voice, key: str, one: Related) -> Iterator[Block]:
    """Its title, which leads to it; its kind; the assessment of the project that it is; and how the two belong together."""
    anchor = voice.anchor_at(voice.dossier.site(("related", key)))
    yield Paragraph(tuple(_named(voice, key, one)), anchor)
    yield from voice.prose(one.note)


def _named(voice: Voice, key: str, one: Related) -> Iterator[Inline]:
    other = titled(voice, one.assessment) if one.assessment else ""
    title = Words(one.title or other or (one.url if one.url and not is_web(one.url) else "") or key)
    yield Link(one.url, (title,)) if one.url and is_web(one.url) else title
    if one.kind:
        yield Words(f", {one.kind}")
    if one.title and other:
        yield Words(f": {other}")
    if one.url and not is_web(one.url) and title.text != one.url:
        yield Words(f", {one.url}")

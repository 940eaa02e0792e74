"""What the assessment rests on: policy and aims, engagement, evidence."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from eia.document.labelled import labelled
from eia.document.tree import Blocks, Heading, Inlines, Listing, Paragraph, Row, Table, Words
from eia.model.evidence import Engagement, Evidence
from eia.model.figure import Figures
from eia.model.part import Nothing
from eia.model.vocabulary import words_of
from eia.publishing import typeset
from eia.publishing.sections.own import own_facts
from eia.publishing.voice import Voice, below, capital, lead, line


def policy(voice: Voice) -> Blocks:
    """What is being decided."""
    said = voice.dossier.assessment.policy
    site = voice.dossier.site(("policy",))
    if said is None:
        return voice.silence("policy")
    aims = voice.prose(said.aims) or labelled(voice.word("aims"), voice.unanswered(at=below(site, "aims")))
    change, affects = said.change or "", said.affects.words if said.affects else ""
    facts = voice.facts((("change", capital(change)), ("affects", capital(affects))), site)
    return (*aims, *facts, *own_facts(voice, "policy", said))


def engagement(voice: Voice) -> Blocks:
    """Who was asked, event by event."""
    events = voice.dossier.assessment.engagement
    if events and isinstance(events, Mapping):
        return tuple(chain.from_iterable(_event(voice, key, event) for key, event in events.items()))
    return voice.none(events) if isinstance(events, Nothing) else voice.silence("engagement")


def _event(voice: Voice, key: str, event: Engagement) -> Blocks:
    anchor = voice.anchor_at(voice.dossier.site(("engagement", key)))
    title = event.title or event.who or event.how or key
    return (
        Heading(2, (Words(capital(title)),), anchor, listed=False),
        *voice.facts(
            (
                ("who", event.who if title is not event.who else None),
                ("how", capital(event.how or "") if title is not event.how else None),
                ("when", event.when),
                ("planned", event.planned),
                ("groups", event.groups),
                ("figures", event.figures),
            )
        ),
        *_heard(voice, event),
        *(labelled(voice.word("changed"), voice.prose(event.changed)) if event.changed else ()),
        *(labelled(voice.word("participants"), voice.prose(event.participants)) if event.participants else ()),
        *own_facts(voice, "engagement", event),
    )


def _heard(voice: Voice, event: Engagement) -> Blocks:
    """What people said; of an event that is still to come nobody can say."""
    if event.heard:
        return labelled(voice.word("heard"), voice.prose(event.heard))
    return () if event.planned else labelled(voice.word("heard"), voice.unanswered())


def evidence(voice: Voice) -> Blocks:
    """Each piece of evidence in full, with who cites it."""
    items = voice.dossier.assessment.evidence
    if items and isinstance(items, Mapping):
        return tuple(chain.from_iterable(_item(voice, key, item) for key, item in items.items()))
    return voice.none(items) if isinstance(items, Nothing) else voice.silence("evidence")


def _item(voice: Voice, key: str, item: Evidence) -> Blocks:
    site = voice.dossier.site(("evidence", key))
    cited = voice.citing(site)
    return (
        Heading(2, (Words(_title(item, key)),), voice.anchor_at(site), listed=False),
        *figures(voice, item),
        *voice.facts(
            (
                ("period", item.period),
                ("place", item.place),
                ("base", item.base),
                ("compared-with", item.compared_with),
                ("total", item.total),
                ("divides", item.divides),
                ("from", item.from_),
                ("source", item.source and (Paragraph((*voice.references(item.source), *voice.sources(item.source))),)),
                ("note", item.note),
                ("cited-by", cited and (Paragraph(cited),)),
            )
        ),
        *own_facts(voice, "evidence", item),
    )


def figures(voice: Voice, item: Evidence) -> Blocks:
    """The figures: a small table where groups are compared, otherwise as they were written."""
    columns, said = words_of(item.columns), item.figures or {}
    if said and columns and all(len(one.cells) == len(columns) for one in said.values()):
        rows = tuple(Row((_cell(label), *_cells(one))) for label, one in said.items())
        return (Table("", (voice.word("item"), *(capital(name) for name in columns)), rows),)
    heads = (lead(voice.word("columns"), Words(", ".join(columns))),) if columns else ()
    points = tuple(_cell(f"{label}: {typeset.figures(one)}") for label, one in said.items())
    return (*heads, Listing(points)) if points else heads


def _cells(said: Figures) -> tuple[Blocks, ...]:
    return tuple(_cell(typeset.figure(said, figure)) for figure in said.cells)


def _cell(words: str) -> Blocks:
    return (line(words),)


def in_brief(voice: Voice, key: str, item: Evidence) -> Blocks:
    """A piece of evidence as a row of the table tells it: what it says, its figures, its source."""
    target = voice.dossier.index.at(voice.dossier.site(("evidence", key)))
    title = _title(item, key)
    head: Inlines = (voice.jump(target, title),) if target else (Words(title),)
    columns = f" ({' v '.join(term.text for term in item.columns.items)})" if item.columns else ""
    when = f", {item.period.words}" if item.period else ""
    said = "; ".join(f"{label}: {typeset.figures(said)}" for label, said in (item.figures or {}).items())
    told = f"{columns}{when}{': ' + said if said else ''}"
    return (Paragraph((*head, *((Words(told),) if told else ()), *voice.sources(item.source))),)


def event_in_brief(voice: Voice, key: str, event: Engagement) -> Blocks:
    """An engagement event as a row of the table tells it: who was asked, how, and when."""
    how = capital(event.how) if event.how and event.who else ""
    when = event.when.words if event.when else ""
    planned = f"{voice.word('planned').lower()} {event.planned.words}" if event.planned else ""
    told = ", ".join(filter(None, (how, when, planned)))
    return (Paragraph((*voice.cite(key), *((Words(f": {told}"),) if told else ()))),)


def _title(item: Evidence, key: str) -> str:
    return capital(" ".join(item.says.words.split())) if item.says else key

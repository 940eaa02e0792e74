"""The action plan, and who cites each action."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.document.labelled import labelled
from eia.document.tree import Block, Blocks, Heading, Inline, Inlines, LineBreak, Paragraph, Row, Table, Words
from eia.index import Site
from eia.model.part import Route
from eia.model.plan import Action
from eia.publishing.sections.own import own_keys
from eia.publishing.voice import Voice, below, lead, line

WIDTHS = (10, 46, 22, 22)
STEPS = ("begin", "report")
"""What may be due at times of its own."""


def plan(voice: Voice) -> Blocks:
    """Every action, section by section."""
    held = voice.dossier.plan.content
    blocks: list[Block] = [line(held.title)] if held.title and held.title != voice.title("plan") else []
    if held.actions:
        blocks += _actions(voice, {("actions", at): one for at, one in enumerate(held.actions)}, 2)
    for number, section in enumerate(held.sections):
        anchor = voice.anchor_at(voice.dossier.plan.site(("sections", number)))
        title = voice.plan_section(section.id, section.title)
        blocks.append(Heading(2, (Words(title),), anchor))
        actions: dict[Route, Action] = {
            ("sections", number, "actions", at): one for at, one in enumerate(section.actions)
        }
        blocks += (
            _actions(voice, actions, 3)
            if actions
            else voice.unanswered(at=voice.dossier.plan.site(("sections", number, "actions")))
        )
    return tuple(blocks) or voice.silence("plan", at=voice.dossier.plan.site(()))


def _actions(voice: Voice, actions: Mapping[Route, Action], level: int) -> Blocks:
    head = tuple(voice.word(key) for key in ("action", "does", "owner-and-date", "cited-by"))
    rows = tuple(_row(voice, route, one) for route, one in actions.items())
    return (Table("", head, rows, WIDTHS, level=level),)


def _row(voice: Voice, route: Route, action: Action) -> Row:
    site = voice.dossier.plan.site(route)
    cited = voice.citing(site)
    name = action.id if not action.label or action.label == action.id else f"{action.id} {action.label}"
    return Row(
        (
            (line(name or voice.word("no-answer")),),
            (*(voice.prose(action.does) or voice.unanswered(at=below(site, "does"))), *_more(voice, action)),
            who_and_when(voice, action, site),
            (Paragraph(cited),) if cited else voice.unanswered("nobody"),
        ),
        voice.anchor_at(site),
    )


def _more(voice: Voice, action: Action) -> Iterator[Block]:
    for key, said in (
        ("status", action.status),
        ("cost", action.cost),
        ("measure", action.measure),
        ("for", action.for_),
        ("was", action.was),
    ):
        if said:
            yield from labelled(voice.word(key), voice.said(said))
    for label, blocks in own_keys(voice, "plan.actions", action):
        yield from labelled(label, blocks)


def who_and_when(voice: Voice, action: Action, site: Site) -> Blocks:
    """A line for the owner, and one for each time at which something is due."""
    return (Paragraph((*_line(voice, action.owner, "no-owner", below(site, "owner")), *_due(voice, action, site))),)


def _due(voice: Voice, action: Action, site: Site) -> Iterator[Inline]:
    match action.due:
        case Mapping():
            for key, when in action.due.items():
                yield from (LineBreak(), *lead(voice.label(key, STEPS), Words(when.words)).content)
        case due:
            yield LineBreak()
            yield from _line(voice, due.words if due else None, "no-date", below(site, "due"))


def _line(voice: Voice, said: str | None, silence: str, site: Site) -> Inlines:
    (first, *_) = (line(said),) if said else voice.unanswered(silence, site)
    return first.content if isinstance(first, Paragraph) else ()

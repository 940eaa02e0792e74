"""Everything that the files of a dossier say, value by value, by their trees: nothing is left out but by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from eia.forms.leads import HOLD_OWN_KEYS
from eia.index import Corner, Site
from eia.model.assessment import HOLD_ROWS, Approval, Assessment
from eia.model.evidence import Engagement, Evidence, Sources
from eia.model.part import OWN, Nothing, Route, walk
from eia.model.plan import Action, Plan
from eia.model.prose import Prose
from eia.model.reference import References
from eia.model.terms import Names
from eia.model.vocabulary import plainly
from eia.model.written import JOINT, Written
from eia.project import Dossier
from eia.text.span import Span
from eia.text.tree import Mapping as Keys
from eia.text.tree import Node, Scalar, Sequence

from .expected import Expected
from .places import ABOUT_FILE, UNREAD, Places, heading
from .said import Speaker

PASSED: Mapping[type, tuple[str, ...]] = {Assessment: ("plan", "sources"), Plan: ("plan",), Sources: ("sources",)}
"""Keys at the top that name another file, or say of a file what it is."""
NONE = ("there-is-none", "no-evidence", "no-mitigation", "no-gaps", "no-more-gaps")
STEPS = ("begin", "report")
"""What of an action may be due at times of its own, in words of the form."""


def written(dossier: Dossier, places: Places) -> Iterator[Expected]:
    """What every value reads like, and at the end what could not be read."""
    for corner in dossier.index.corners:
        yield from _Corner(dossier, places, corner).said()
    for file in dossier.files:
        for one in file.unread:
            speaker = Speaker(dossier, Site(file, one.route), UNREAD)
            yield from map(speaker.words, one.words.splitlines())


@dataclass(frozen=True)
class _Corner:
    """The assessment, its plan or its sources."""

    dossier: Dossier
    places: Places
    corner: Corner

    @cached_property
    def values(self) -> Mapping[Route, object]:
        """What the model has read at each route."""
        return dict(walk(self.corner.content))

    @cached_property
    def unread(self) -> frozenset[Span]:
        return frozenset(one.span for one in self.corner.at(()).file.unread)

    def said(self) -> Iterator[Expected]:
        """What its values read like; of a file that holds something else, nothing can be said."""
        top = self.corner.at(())
        holds = top.route or isinstance(top.file.content, type(self.corner.content))
        node = top.file.tree.node(top.route) if top.file.tree and holds else None
        yield from self._below(node, ()) if isinstance(node, Keys) else ()

    def _below(self, node: Node, route: Route) -> Iterator[Expected]:
        if isinstance(node, Keys):
            for key, entry in node.first.items():
                below = (*route, key)
                if not (self._is_passed(below) or Span(entry.key.span.start, entry.value.span.end) in self.unread):
                    yield from (self._own if key.startswith(OWN) else self._below)(entry.value, below)
        elif isinstance(node, Sequence) and not isinstance(self.values.get(route), Written):
            for at, item in enumerate(node.items):
                yield from self._below(item, (*route, at)) if item.span not in self.unread else ()
        elif words := _words(node):
            yield from self._leaf(route, words)

    def _is_passed(self, route: Route) -> bool:
        """What names a file; and a former name of what has a short name, since that is not printed either."""
        if route[-1] == "was" and isinstance(self.values.get(route), Names):
            return not isinstance(self.values.get(route[:-1]), Action)
        return len(route) == 1 and route[0] in PASSED[type(self.corner.content)]

    def _speaker(self, route: Route) -> Speaker:
        site = self.corner.at(route)
        return Speaker(self.dossier, site, self.places.of(site))

    def _leaf(self, route: Route, words: str) -> Iterator[Expected]:
        speaker = self._speaker(route)
        match self.corner.content:
            case Assessment():
                yield from self._label(route, speaker)
                yield from self._in_assessment(route, words, speaker)
            case Plan():
                yield from self._in_plan(route, words, speaker)
            case _:
                yield from speaker.value(self.values.get(route), words)

    def _in_plan(self, route: Route, words: str, speaker: Speaker) -> Iterator[Expected]:
        match route:
            case (*_, "due", str(step)):
                yield speaker.form(step) if step in STEPS else speaker.words(step)
            case (*_, int(), "label") if words == self.values.get((*route[:-1], "id")):
                return  # one name is printed once
        yield from speaker.value(self.values.get(route), words)

    def _label(self, route: Route, speaker: Speaker) -> Iterator[Expected]:
        """What stands before a value and is not the same for all: a name of the officer's own, an aim, that there is none."""
        match route:
            case ("people" | "glossary", str(name)) | ("evidence" | "engagement", _, "figures", str(name)):
                yield speaker.words(name)
            case ("text", str(name)) if name not in (*self.dossier.profile.headings, ABOUT_FILE):
                yield speaker.words(name)
            case (table, _, "impact", str(aim)) if table in HOLD_ROWS:
                yield from self._aim(route, aim, speaker)
            case (table, _, "because", str(aim)) if (
                table in HOLD_ROWS and (*route[:2], "impact", aim) not in self.values
            ):
                yield from self._aim(route, aim, speaker)
            case (table, _, "not-assessed") if table in HOLD_ROWS:
                yield speaker.form("not-assessed")
            case (*above, "none") if isinstance(self._held(above), Nothing):
                yield speaker.form(*NONE)

    def _held(self, steps: list[str | int]) -> object:
        """What the model has read at a route, or where a list has this as its only item."""
        return self.values.get(tuple(steps)) or self.values.get(tuple(steps[:-1]))

    def _aim(self, route: Route, said: str, speaker: Speaker) -> Iterator[Expected]:
        """The name of an aim or a stage; in a column that is about it alone it goes unsaid."""
        form = self.dossier.profile
        key = said if (*route[:-1], form.rated_as(said)) in self.values else form.rated_as(said)
        if key not in {form.rated_as(one.of) for one in form.layout.columns.values() if one.of}:
            yield speaker.words(form.scale_name(key), said)

    def _in_assessment(self, route: Route, words: str, speaker: Speaker) -> Iterator[Expected]:
        """A value by its place, where that says more than its sort."""
        form, asked, value = self.dossier.profile, self.dossier.asked, self.values.get(route)
        match route:
            case ("kind",):
                yield speaker.called(form.kinds, words)
            case ("status",):
                yield speaker.form(self.dossier.status)
            case ("profile",):
                yield speaker.words(form.called if self.dossier.knows_profile else words)
            case ("screening" | "decision" as part, "outcome"):
                yield speaker.called(asked.outcomes(part), words)
            case ("waivers", int(), "at") if isinstance(value, Names):
                yield from (speaker.about(term.text) for term in value.items)
            case ("approvals", int(), "role" | "as" as key):
                yield from self._signed(route, str(key), speaker)
            case ("answers", str(key)) | ("answers", str(key), "answer"):
                yield from (speaker.question(key), *speaker.answer(key, words))
            case (_, _, "answers", str(key)) | (_, _, "answers", str(key), "answer"):
                yield from (speaker.question(key), *speaker.answer(key, words))
            case ("evidence", _, "says"):
                yield speaker.words(words)  # it is a title, in which Markdown says nothing
            case ("evidence", _, "source") if isinstance(value, References):
                yield from (*speaker.references(value), *speaker.sources(value))
            case (table, _, "evidence") if table in HOLD_ROWS and isinstance(value, References):
                yield from self._in_brief(value, speaker)
            case (table, _, "gaps", _, "what") if table in HOLD_ROWS and isinstance(value, Prose):
                again = Speaker(self.dossier, speaker.site, (heading("gaps"),))
                yield from (*speaker.prose(value), *again.prose(value))
            case _:
                yield from speaker.value(value, words)

    def _signed(self, route: Route, key: str, speaker: Speaker) -> Iterator[Expected]:
        """In which role somebody signed, and in which capacity of the form: once where the two are called alike."""
        approval, known = self.values[route[:-1]], self.dossier.profile.signatories
        assert isinstance(approval, Approval)
        name = self.dossier.asked.capacity(approval)
        capacity = (known[name].label or name) if name else approval.as_ or ""
        if capacity and (key == "as" or not approval.as_):
            yield speaker.words(capacity)
        if key == "role" and approval.role and plainly(approval.role) not in (plainly(name), plainly(capacity)):
            yield speaker.words(approval.role)

    def _in_brief(self, cited: References, speaker: Speaker) -> Iterator[Expected]:
        """What a row tells of the evidence that it cites, as far as it is there; the rest as references are."""
        if not cited.items:
            yield from speaker.references(cited)
            return
        for item in cited.items:
            match self.values.get(("evidence", item.id)) or self.values.get(("engagement", item.id)):
                case Evidence() as fact:
                    yield speaker.words(fact.says.words if fact.says else item.id)
                    yield from speaker.value(fact.columns, "") if fact.columns else ()
                    yield from (speaker.words(fact.period.words),) if fact.period else ()
                    yield from speaker.sources(fact.source)
                    for label, figures in (fact.figures or {}).items():
                        yield from (speaker.words(label), *speaker.value(figures, figures.words))
                case Engagement() as event:
                    yield speaker.words(event.title or event.who or event.how or item.id)
                    yield from (speaker.words(event.how),) if event.how and event.who else ()
                    yield from (speaker.words(one.words) for one in (event.when, event.planned) if one)
                case _:
                    yield from speaker.cited(item.id)
        yield from speaker.misread(cited)

    def _own(self, node: Node, route: Route) -> Iterator[Expected]:
        """A key of the organisation's own, where the form has a label for it: no other is printed."""
        plan = self.corner.content is self.dossier.plan.content
        above = "plan.actions" if plan else str(route[0]) if route[1:] else ""
        known = self.dossier.profile.own_keys.get(f"{above}.{route[-1]}".strip("."))
        if known and above in HOLD_OWN_KEYS:
            speaker = self._speaker(route)
            if said := tuple(_all(node, speaker)):
                yield from (speaker.words(known.label or str(route[-1])), *said)


def _words(node: Node) -> str:
    """The words of a value, those of a list as the model joins them; nothing for silence."""
    items = node.items if isinstance(node, Sequence) else (node,)
    said = [one.value for one in items if isinstance(one, Scalar)]
    return JOINT.join(said) if any(map(str.strip, said)) else ""


def _all(node: Node, speaker: Speaker) -> Iterator[Expected]:
    """Whatever stands there, keys and all."""
    if isinstance(node, Keys):
        for key, entry in node.first.items():
            if said := tuple(_all(entry.value, speaker)):
                yield from (speaker.words(key), *said)
    elif isinstance(node, Sequence):
        yield from (one for item in node.items for one in _all(item, speaker))
    elif node.value.strip():
        yield from speaker.prose(Prose.read(node.value))

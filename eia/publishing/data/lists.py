"""The lists of an assessment: each thing in it once, with all that it means, and where the files say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from eia.index import Definition, Site
from eia.model.assessment import HOLD_ROWS, PARTICULARS, Approval, Assessment
from eia.model.outline import shape_of
from eia.model.part import Nothing, Part, Route, step_down
from eia.model.plan import Action
from eia.model.profile import Profile
from eia.model.row import Answer
from eia.model.vocabulary import Named, chosen
from eia.project import Dossier

from .record import Json, Record
from .values import Told, several
from .written import Files

APART = ("plan", "sources", "gaps", *HOLD_ROWS)
"""Parts that are told in lists of another name, or with what stands elsewhere."""


@dataclass(frozen=True)
class Lists:
    """Tells what a dossier says, list by list."""

    dossier: Dossier
    files: Files

    def all(self) -> Record:
        """Facts about the assessment, its parts, its plan and sources, and who cites whom."""
        return {
            "about": self.about(),
            "form": self.form(),
            **self.parts(),
            "rows": list(self.rows()),
            "gaps": list(self.gaps()),
            "plan": self._told.part(self.dossier.plan.content, "sections", "actions"),
            "sections": list(self.sections()),
            "actions": [self.action(route, one) for route, one in self.dossier.plan.content.all_actions()],
            "sources": list(self.sources()),
            "citations": list(self.citations()),
            "silences": list(self.silences()),
            "unread": self.files.unread(),
        }

    def about(self) -> Record:
        """What every assessment says of itself; without a status of its own it is a draft."""
        assessment = self.dossier.assessment
        known = Assessment.keys()
        told = self._told.part(assessment, *(key for key in known if key not in PARTICULARS))
        told = {"id": told.pop("assessment", ""), **told, "status": self.dossier.status}
        return told | _label("kind-label", self._form.kinds, assessment.kind)

    def form(self) -> Record:
        """The form that it follows; one that is not known has nothing to say."""
        known = self.dossier.knows_profile
        return {"id": self._form.id, "title": self._form.called} if known else {"id": None, "title": None}

    def parts(self) -> Record:
        """Every other part of the assessment in the order of the format: a list of things, or a thing by itself."""
        assessment, told = self.dossier.assessment, Record()
        for name, field in Assessment.model_fields.items():
            key, value = field.alias or name, getattr(assessment, name)
            if key not in (*PARTICULARS, *APART):
                alone = not several(shape_of(field.annotation))
                told[key] = self._alone(key, value) if alone else list(self._listed((key,), value))
        return told

    def rows(self) -> Iterator[Json]:
        """Every row of every table, with the groups that it is about; gaps have a list of their own."""
        assessment = self.dossier.assessment
        for table in HOLD_ROWS:
            if isinstance(none := assessment.at(table), Nothing):
                yield {"table": table} | self._told.part(none) | self._place(self.dossier.site((table,)))
        for route, row in assessment.rows():
            table, key = map(str, route)
            title = row.label or self._form.row_label(table, key) or key
            groups: list[Json] = [self._group(one) for one in self.dossier.asked.groups_of(route, row)]
            named: Record = {"table": table, "id": key, "title": title, "groups": groups}
            told = self._told.part(row, "gaps")
            told |= {"answers": list(self._listed((*route, "answers"), row.answers))} if row.answers else {}
            yield named | told | self._place(self.dossier.site(route))

    def gaps(self) -> Iterator[Record]:
        """What is not known: about people in general, then about those of a row."""
        assessment = self.dossier.assessment
        held: list[tuple[Route, object]] = [((), assessment.gaps)]
        for route, gaps in (*held, *((route, row.gaps) for route, row in assessment.rows())):
            row: Record = {"row": str(route[1])} if route else {}
            yield from (row | told for told in self._listed((*route, "gaps"), gaps))

    def sections(self) -> Iterator[Json]:
        """The sections of the plan, without their actions."""
        for number, section in enumerate(self.dossier.plan.content.sections):
            place = self._place(self.dossier.plan.site(("sections", number)))
            yield self._told.part(section, "actions") | place

    def action(self, route: Route, action: Action) -> Record:
        """An action, the section that it stands in, and who cites it, each once."""
        index, site = self.dossier.index, self.dossier.plan.site(route)
        section = index.holder(self.dossier.plan.site(route[:2])) if route[2:] else None
        here: Record = {"section": section.id, "section-title": section.title} if section else {}
        by: list[Json] = [self.named(one) for one in index.citing(site)]
        return self._told.part(action) | here | {"cited-by": by} | self._place(site)

    def sources(self) -> Iterator[Json]:
        """The sources, each with its id."""
        for id, source in self.dossier.sources.content.root.items():
            yield {"id": id} | self._told.part(source) | self._place(self.dossier.sources.site((id,)))

    def citations(self) -> Iterator[Json]:
        """Who cites whom, an item for each citation: of a range, one for each id in it."""
        for use in self.dossier.index.uses:
            by, resolved = self.dossier.index.holder(use.site), self.dossier.index.resolve(use)
            targets: list[Json] = [self.named(one) for one in resolved.targets]
            whole: Record = {"cites": use.id, "found": resolved.found, "targets": targets}
            yield {"by": self.named(by) if by else None} | whole | self._place(use.site)

    def silences(self) -> Iterator[Json]:
        """Groups that the form asks about and no row does; then what is not said to the end, or that the form requires by now."""
        covered = self.dossier.assessment.covered(self._form.groups)
        for group in self._form.assessed() if self.dossier.knows_profile else ():
            if group not in covered and self.dossier.asked.holds(HOLD_ROWS[0]):
                yield {"row": group, "key": HOLD_ROWS[0]}
        for site, place in (*self.dossier.silences(self.dossier.status), *self.dossier.half_said()):
            row: Record = {"row": str(place.route[1])} if place.route[0] in HOLD_ROWS and place.route[1:] else {}
            yield row | {"key": place.key} | self._place(site)

    def named(self, one: Definition) -> Record:
        """A thing with an id: of what sort it is, what it is called, and where it stands; a group need stand nowhere."""
        place = self._place(one.site) if one.site else {}
        return {"sort": one.sort, "id": one.id, "title": one.title} | place

    def _alone(self, key: str, part: object) -> Record:
        """A part that there is once, and what the form calls its outcome; without any key where it is silent."""
        told = self._told.part(part) if isinstance(part, Part) else {}
        for decided, said, outcome in self.dossier.asked.decided():
            if decided == key:
                told |= _label("outcome-label", self.dossier.asked.outcomes(decided), outcome or said.outcome)
        return told

    def _listed(self, route: Route, value: object) -> Iterator[Record]:
        """The things of a part, by their names or numbers, each with its place; or that there is none, and why."""
        names = value if isinstance(value, Mapping) else range(len(value)) if isinstance(value, tuple) else ()
        for name in names:
            item, place = step_down(value, name), self._place(self.dossier.site((*route, name)))
            told = self._told.named(name, item) if isinstance(name, str) else self._told.record(item)
            yield self._called(name, item) | told | place
        if isinstance(value, Nothing):
            yield self._told.part(value) | self._place(self.dossier.site(route))

    def _called(self, name: str | int, item: object) -> Record:
        """How the form asks what is answered, or what it calls the capacity in which somebody signed."""
        if isinstance(item, Answer):
            return _label("asked", self._form.questions, str(name))
        if isinstance(item, Approval):
            return _label("as-label", self._form.signatories, self.dossier.asked.capacity(item))
        return {}

    def _group(self, key: str) -> Json:
        """A group of the form, what it calls it, and the law that names it."""
        group = self._form.groups[key]
        law: list[Json] = [one.reference or one.says or "" for one in self._form.basis(group.law)]
        return {"id": key, "label": group.label, "law": law}

    def _place(self, site: Site) -> Record:
        return {"pointer": self.files.pointer(site)}

    @property
    def _form(self) -> Profile:
        return self.dossier.profile

    @cached_property
    def _told(self) -> Told:
        return Told(self.dossier)


def _label(key: str, words: Mapping[str, Named], said: str | None) -> Record:
    """What the form calls a word that somebody chose; nothing where it has no such word."""
    word = words.get(chosen(words, said))
    return {key: word.label} if word and word.label else {}

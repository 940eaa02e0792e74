"""Many files made into dossiers: an assessment with its plan, its sources, its profile, and who cites whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.shown import nearest, shortened, shown_path
from eia.files import is_eia, of_project
from eia.forms.find import USUAL, Form, Forms, plain
from eia.index import Corner, Index, Site
from eia.loading import Kind, LoadedFile, load_in, load_text
from eia.model.asked import Asked
from eia.model.assessment import SETTLED, Assessment, Status
from eia.model.evidence import Evidence, Source, Sources
from eia.model.part import Route
from eia.model.plan import Plan
from eia.model.profile import Profile
from eia.model.silence import Place
from eia.model.vocabulary import Signatory, words_of
from eia.settings import NAME, Choice, Settings, SettingsFile, WrongSettings, read_settings, settings_of
from eia.text.read import inside, is_file, read, real
from eia.text.span import Text

NAMES_ITSELF = re.compile(r"""^assessment:[ \t]+["']?([^\s#"']+)""", re.MULTILINE)
NAMES_THE_ONE_BEFORE = re.compile(r"""^previous:[ \t]+["']?([^\s#"']+)["']?[ \t\r]*(?:#.*)?$""", re.MULTILINE)

MAY_NAME_A_FILE = re.compile(r"""\b(?:plan|sources)["']?\s*:\s+[^\s:]+(?:\s|\Z)""")
"""Stands in every assessment whose plan or sources are a file of their own; most others need not be read to the end."""

Held = TypeVar("Held", Plan, Sources)


@dataclass(frozen=True)
class Attached(Generic[Held]):
    """A plan or sources with the place they stand at: a file of their own, or a part of the assessment."""

    file: LoadedFile
    prefix: Route
    content: Held

    def site(self, route: Route) -> Site:
        """The place of something in it."""
        return Site(self.file, (*self.prefix, *route))


@dataclass(frozen=True)
class Dossier:
    """One assessment with everything that it is judged and printed with."""

    file: LoadedFile
    assessment: Assessment
    plan: Attached[Plan]
    sources: Attached[Sources]
    form: Form
    project: Project
    diagnostics: tuple[Diagnostic, ...]

    @property
    def profile(self) -> Profile:
        """The words of the form that it follows."""
        return self.form.profile

    @property
    def knows_profile(self) -> bool:
        """Whether the form is known, and all of it could be read: if not, nothing can be said to be missing or wrong."""
        return self.form.complete

    @property
    def root(self) -> Path:
        """The top folder of the project."""
        return self.project.root

    @property
    def as_of(self) -> date | None:
        """The day that counts as today, where one was named."""
        return self.project.as_of

    @property
    def is_settled(self) -> bool:
        """Whether its file says that it is signed, and so the record of a day that is past, as whatever it is judged."""
        said = self.file.content
        return isinstance(said, Assessment) and said.status in SETTLED

    @property
    def day(self) -> date | None:
        """The day by which rules about time judge: the one that was named; else, of what is settled, its own; else today.

        Nothing, where nobody says what day it is: an export comes to the same on every day."""
        return self.as_of or (self.assessment.own_day if self.is_settled else self.project.today)

    def is_overdue(self, last: date | None) -> bool:
        """Whether the last day for something is past; a draft promises nothing yet."""
        return bool(last and self.day and last < self.day and self.status != "draft")

    @property
    def files(self) -> tuple[LoadedFile, ...]:
        """The files of the dossier, each once."""
        return tuple({file.path: file for file in (self.file, self.plan.file, self.sources.file)}.values())

    @property
    def whole(self) -> Assessment:
        """The assessment with its plan and sources in place of their paths."""
        return self.assessment.model_copy(update={"plan": self.plan.content, "sources": self.sources.content})

    @cached_property
    def asked(self) -> Asked:
        """What the form asks of it."""
        return Asked(self.profile, self.whole)

    def silences(self, status: Status) -> Iterator[tuple[Site, Place]]:
        """Where nothing is said though the form asks for it by this status; not of a plan that is out of sight."""
        hidden = "action" in self.out_of_sight
        for place in self.asked.silences(status):
            if not (hidden and place.route[:1] == ("plan",)):
                yield self.place_of(place), place

    def half_said(self) -> Iterator[tuple[Site, Place]]:
        """Where something is not said to the end, or, after the draft, not begun; not where the form requires it anyway."""
        told = {place.route for _, place in self.silences(self.status)}
        unsaid = self.asked.unsaid() if self.status != "draft" and not self.out_of_sight else ()
        found = (one for one in (*self.asked.half_said(), *unsaid) if one.route not in told)
        yield from ((self.place_of(one), one) for one in found)

    def place_of(self, place: Place) -> Site:
        """Where a place of the whole stands: in the file of the assessment, of its plan or of its sources."""
        first, *rest = place.route
        if first == "plan":
            return self.plan.site(tuple(rest))
        return self.sources.site(tuple(rest)) if first == "sources" else self.site(place.route)

    def unsigned(self, status: Status) -> Mapping[str, Signatory]:
        """Who has yet to sign by this status, where it is one for which signatures are asked and there is any."""
        asked = any(key.partition(".")[0] == "approvals" for key in self.asked.required(status))
        return self.asked.unsigned if asked and isinstance(self.assessment.approvals, tuple) else {}

    @property
    def status(self) -> Status:
        """The status it is judged as; silence is a draft."""
        return self.assessment.status or "draft"

    def sources_of(self, fact: Evidence) -> list[Source]:
        """The sources that a fact names, as far as they are there."""
        listed, cited = self.sources.content.root, fact.source.items if fact.source else ()
        return [listed[one.id] for one in cited if one.id in listed]

    def site(self, route: Route) -> Site:
        """The place of something in the assessment."""
        return Site(self.file, route)

    @property
    def out_of_sight(self) -> frozenset[str]:
        """The sorts of thing that may be defined in a file that could not be read, or a profile that is not known."""
        sorts = set() if self.knows_profile else {"group"}
        if isinstance(self.assessment.plan, str) and not isinstance(self.plan.file.content, Plan):
            sorts |= {"action", "section"}
        if isinstance(self.assessment.sources, str) and not isinstance(self.sources.file.content, Sources):
            sorts |= {"source"}
        return frozenset(sorts)

    @cached_property
    def index(self) -> Index:
        """Who defines and who cites what."""
        own = self.assessment.model_copy(update={"plan": None, "sources": None})
        corners = (
            Corner(own, self.site),
            Corner(self.plan.content, self.plan.site),
            Corner(self.sources.content, self.sources.site),
        )
        return Index.of(self.profile if self.knows_profile else Profile(), corners)


class Project:
    """The files under one root, each read once."""

    def __init__(
        self,
        root: Path,
        as_of: date | None = None,
        today: date | None = None,
        choice: Choice | None = None,
        drafts: Mapping[Path, Text] | None = None,
    ) -> None:
        """`choice` goes before what the project's own file says; `drafts`, by the real paths of files, before what they hold."""
        self.root = root
        self.as_of = as_of
        self.today = today
        self.choice = choice or Choice()
        self.drafts = drafts or {}
        self._files: dict[Path, LoadedFile] = {}

    @cached_property
    def settings(self) -> Settings:
        """What the project says of all its assessments, as far as it can be understood."""
        return self.settings_file.settings

    @cached_property
    def forms(self) -> Forms:
        """The forms that its assessments may follow."""
        return Forms(self.root, self.file, self.settings)

    @cached_property
    def settings_file(self) -> SettingsFile:
        """The file that says so."""
        return read_settings(self.root)

    def file(self, path: Path) -> LoadedFile:
        """A file by its path; links and `..` lead to one and the same file. One outside the project is not read."""
        resolved = real(path)
        if resolved not in self._files:
            draft = self.drafts.get(resolved)
            self._files[resolved] = load_text(draft) if draft else load_in(self.root, path)
        return self._files[resolved]

    def dossier(self, file: LoadedFile) -> Dossier | None:
        """The dossier of an assessment's file; None where the file holds no readable assessment."""
        if not isinstance(file.content, Assessment):
            return None
        assessment = file.content
        found: list[Diagnostic] = []
        form = self._form(file, assessment, found)
        return Dossier(
            file,
            assessment,
            self._attached(file, "plan", assessment.plan, Plan(), found),
            self._attached(file, "sources", assessment.sources, Sources({}), found),
            form or Form(plain(), (), complete=False),
            self,
            tuple(found),
        )

    def users_of(self, file: LoadedFile) -> tuple[LoadedFile, ...]:
        """The assessments of the project that name this plan or these sources, or follow this form."""
        users = self._naming if file.kind in ("plan", "sources") else self._users
        return tuple(users.get(real(file.path), ()))

    @cached_property
    def _naming(self) -> Mapping[Path, list[LoadedFile]]:
        """By the path of a plan or of sources: who uses it, asked once of every assessment that may name any."""
        return self._using(path for path in of_project(self.root) if MAY_NAME_A_FILE.search(read(path).text.source))

    @cached_property
    def _users(self) -> Mapping[Path, list[LoadedFile]]:
        """By the path of a plan, of sources or of a form: who uses it, asked of every assessment once."""
        return self._using(of_project(self.root))

    def _using(self, paths: Iterable[Path]) -> Mapping[Path, list[LoadedFile]]:
        users: defaultdict[Path, list[LoadedFile]] = defaultdict(list)
        for file in map(self.file, paths):
            if isinstance(file.content, Assessment):
                for path in set(self._used_by(file.path, file.content)):
                    users[path].append(file)
        return users

    def _used_by(self, path: Path, assessment: Assessment) -> Iterator[Path]:
        """The files beside its own that an assessment names or follows."""
        named = (path.parent / one for one in (assessment.plan, assessment.sources) if isinstance(one, str))
        yield from (real(one) for one in named if inside(self.root, one))
        form = self.forms.get(assessment.profile) if assessment.profile else None
        yield from (real(one.path) for one in (form.files if form else ()))

    @cached_property
    def assessments(self) -> Mapping[str, Path]:
        """The assessments of the project, by their ids."""
        return {id: path for path, id in ids_in(self.root, self.drafts)}

    def formerly(self, id: str) -> str:
        """The id that an assessment has now that used to have this one; nothing where there is none."""
        contents = (self.file(path).content for path in self.assessments.values())
        renamed = (one for one in contents if isinstance(one, Assessment) and one.was)
        return next((one.id for one in renamed if one.was and any(term.text == id for term in one.was.items)), "")

    def called(self, id: str) -> Dossier | None:
        """The dossier of another assessment of the project; None where there is none of that id, or none that can be read."""
        path = self.assessments.get(id)
        return self.dossier(self.file(path)) if path else None

    def before(self, id: str) -> list[str]:
        """The ids of the assessments before this one, the last first; where they go round in a circle, it ends with this one."""
        line: dict[str, None] = {}
        while (id := self._befores.get(id, "")) and id not in line:
            line[id] = None
        return list(line)

    def following(self, id: str) -> list[str]:
        """The ids of the assessments that name this one as the one before them."""
        return [other for other, before in self._befores.items() if before == id and other != id]

    @cached_property
    def _befores(self) -> Mapping[str, str]:
        """By its id, what each assessment of the project names as the one before it."""
        sources = {id: _source(path, self.drafts) for id, path in self.assessments.items()}
        said = {id: NAMES_THE_ONE_BEFORE.search(source) for id, source in sources.items()}
        return {id: before[1] for id, before in said.items() if before}

    def _form(self, file: LoadedFile, assessment: Assessment, found: list[Diagnostic]) -> Form | None:
        """The form that an assessment follows, in its language."""
        name = assessment.profile
        if name and (form := self.forms.get(name, *words_of(assessment.language))):
            return form
        known = self.forms.names()
        message = (
            f"there is no profile `{shortened(name)}`"
            if name
            else "the assessment does not say which profile it follows"
        )
        found.append(
            _at(file, ("profile",), "unknown-profile", message, f"Write `profile:` with one of: {', '.join(known)}.")
        )
        return None

    def _attached(
        self, file: LoadedFile, kind: Kind, named: str | Held | None, empty: Held, found: list[Diagnostic]
    ) -> Attached[Held]:
        if named is None:
            return Attached(file, (kind,), empty)
        if not isinstance(named, str):
            return Attached(file, (kind,), named)
        if problem := self._unreachable(file, kind, named):
            found.append(problem)
            return Attached(file, (kind,), empty)
        other = self.file(file.path.parent / named)
        if isinstance(other.content, type(empty)):
            return Attached(other, (), other.content)
        if other.readable and other.kind:
            found.append(
                _at(
                    file,
                    (kind,),
                    "wrong-kind",
                    f"`{shortened(named)}` holds {an(other.kind)}, not {an(kind)}",
                    f"Name a file whose first key is `{kind}:`.",
                )
            )
        return Attached(other, (), empty)

    def _unreachable(self, file: LoadedFile, kind: Kind, named: str) -> Diagnostic | None:
        path = file.path.parent / named
        if not inside(self.root, path):
            return _at(
                file,
                (kind,),
                "outside-project",
                f"`{shortened(named)}` leads out of the project",
                f"Keep the file under {shown_path(self.root)}, and name it from the assessment's folder.",
            )
        if not is_file(path):
            what = "is no file" if named.strip("./") == "" else "is not there"
            return _at(
                file,
                (kind,),
                "missing-file",
                f"the file `{shortened(named)}` {what}",
                self._nearest(path, kind) or f"Put it back, or take the line `{kind}:` out.",
            )
        return None

    def _nearest(self, path: Path, kind: Kind) -> str:
        """A file of this kind in the same folder whose name is like this one."""
        others = [other.name for other in path.parent.glob("*") if is_eia(other) and self.file(other).kind == kind]
        return nearest(path.name, others, "")


def an(kind: str) -> str:
    """A kind of file with its article."""
    return f"an {kind}" if kind == "assessment" else kind if kind == "sources" else f"a {kind}"


def _at(file: LoadedFile, route: Route, rule: str, message: str, help: str) -> Diagnostic:
    assert file.tree is not None  # only a file with content asks
    return Diagnostic(rule, Severity.ERROR, message, file.text, file.tree.nearest(route), help)


def ids_in(root: Path, drafts: Mapping[Path, Text] | None = None) -> Iterator[tuple[Path, str]]:
    """The assessments of a project by what their files say of themselves, also where they cannot be read to the end."""
    for path in of_project(root):
        if said := NAMES_ITSELF.search(_source(path, drafts or {})):
            yield path, said[1]


def _source(path: Path, drafts: Mapping[Path, Text]) -> str:
    draft = drafts.get(real(path))
    return (draft or read(path).text).source


def form_of(root: Path) -> str:
    """The form that new assessments of a project follow. Raises `WrongSettings`."""
    name, known = settings_of(root).profile or USUAL, Forms(root).names()
    if name in known:
        return name
    help = nearest(name, known, "Write one of: {}.")
    raise WrongSettings(f"{NAME} names the form `{shortened(name)}`, which is not there", help)

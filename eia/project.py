"""Many files made into dossiers: an assessment with its plan, its sources, its profile, and who cites whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Generic, TypeVar

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.shown import nearest, shortened, shown_path
from eia.files import find, is_eia
from eia.index import Corner, Index, Site
from eia.loading import Kind, LoadedFile, load
from eia.model.assessment import Assessment, Status
from eia.model.evidence import Sources
from eia.model.part import Route
from eia.model.plan import Plan
from eia.model.profile import Profile
from eia.settings import NAME, WrongSettings, settings_of
from eia.text.read import inside, is_file
from eia.text.span import Span, Text

PROFILES = Path(__file__).parent / "profiles"
FALLBACK = "gb-equality-act"
"""Lends its headings to a draft that names no known profile; its groups and ratings are then not asked for."""

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
    profile: Profile
    knows_profile: bool
    root: Path
    as_of: date | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def files(self) -> tuple[LoadedFile, ...]:
        """The files of the dossier, each once."""
        return tuple({file.path: file for file in (self.file, self.plan.file, self.sources.file)}.values())

    @property
    def status(self) -> Status:
        """The status it is judged as; silence is a draft."""
        return self.assessment.status or "draft"

    def site(self, route: Route) -> Site:
        """The place of something in the assessment."""
        return Site(self.file, route)

    @property
    def dated(self) -> date | None:
        """The date the document bears: as asked, else that of the last approval or of the decision; never today's."""
        approvals = self.assessment.approvals
        signed = [one.date for one in approvals if one.date] if isinstance(approvals, tuple) else []
        decided = [self.assessment.decision.date] if self.assessment.decision and self.assessment.decision.date else []
        days = [when.last for when in (*signed, *decided) if when.last]
        return self.as_of or max(days, default=None)

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
        return Index.of(self.profile.groups if self.knows_profile else {}, corners)


class Project:
    """The files under one root, each read once."""

    def __init__(self, root: Path, as_of: date | None = None) -> None:
        self.root = root
        self.as_of = as_of
        self._files: dict[Path, LoadedFile] = {}

    def file(self, path: Path) -> LoadedFile:
        """A file by its path; links and `..` lead to one and the same file. One outside the project is not read."""
        if not inside(self.root, path):
            return _outside(path)
        resolved = path.resolve()
        if resolved not in self._files:
            self._files[resolved] = load(path)
        return self._files[resolved]

    def dossier(self, file: LoadedFile) -> Dossier | None:
        """The dossier of an assessment's file; None where the file holds no readable assessment."""
        if not isinstance(file.content, Assessment):
            return None
        assessment = file.content
        found: list[Diagnostic] = []
        profile = self._profile(file, assessment.profile, found)
        return Dossier(
            file,
            assessment,
            self._attached(file, "plan", assessment.plan, Plan(), found),
            self._attached(file, "sources", assessment.sources, Sources({}), found),
            profile or shipped(FALLBACK),
            profile is not None,
            self.root,
            self.as_of,
            tuple(found),
        )

    def users_of(self, file: LoadedFile) -> tuple[LoadedFile, ...]:
        """The assessments of the project that name this plan or these sources."""
        return tuple(self._users.get(file.path.resolve(), ()))

    @cached_property
    def _users(self) -> dict[Path, list[LoadedFile]]:
        """By the path of a plan or sources: who names it, asked of every assessment once."""
        users: defaultdict[Path, list[LoadedFile]] = defaultdict(list)
        for file in map(self.file, find(self.root)):
            if isinstance(file.content, Assessment):
                named = (one for one in (file.content.plan, file.content.sources) if isinstance(one, str))
                paths = {file.path.parent / one for one in named}
                for path in (path for path in paths if inside(self.root, path)):
                    users[path.resolve()].append(file)
        return users

    def _profile(self, file: LoadedFile, name: str | None, found: list[Diagnostic]) -> Profile | None:
        known = profile_names()
        if name in known:
            return shipped(name)
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
        near = get_close_matches(path.name, others, n=1)
        return f"Did you mean `{near[0]}`?" if near else ""


def _outside(path: Path) -> LoadedFile:
    text = Text(path, "")
    message, help = "this link leads out of the project, so it is not read", "Put the file itself into the project."
    return LoadedFile(
        text, diagnostics=(Diagnostic("outside-project", Severity.ERROR, message, text, Span(0, 0), help),)
    )


def an(kind: str) -> str:
    """A kind of file with its article."""
    return f"an {kind}" if kind == "assessment" else kind if kind == "sources" else f"a {kind}"


def _at(file: LoadedFile, route: Route, rule: str, message: str, help: str) -> Diagnostic:
    assert file.tree is not None  # only a file with content asks
    return Diagnostic(rule, Severity.ERROR, message, file.text, file.tree.nearest(route), help)


def profile_names() -> list[str]:
    """The profiles that come with the program."""
    return sorted(folder.name for folder in PROFILES.iterdir() if folder.is_dir())


def form_of(root: Path) -> str:
    """The form that new assessments of a project follow. Raises `WrongSettings`."""
    name = settings_of(root).profile or FALLBACK
    if name in profile_names():
        return name
    help = nearest(name, profile_names(), "Write one of: {}.")
    raise WrongSettings(f"{NAME} names the form `{shortened(name)}`, which is not there", help)


@cache
def shipped(name: str) -> Profile:
    """One of them."""
    content = load(PROFILES / name / "profile.eia.yaml").content
    assert isinstance(content, Profile)  # a test reads every shipped profile
    return content

"""Asking every rule of every dossier, and placing what they say."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

from eia.baseline import Baseline, Entry, compared, read_baseline
from eia.choosing import misnamed, weight_of
from eia.diagnostics.diagnostic import Diagnostic, Order, Related, Severity, in_order
from eia.diagnostics.shown import nearest, shortened
from eia.files import find, is_eia, near_misses, root_of
from eia.forms.find import Form
from eia.ignore import sifted
from eia.index import Site
from eia.loading import LoadedFile
from eia.model.assessment import Status
from eia.model.profile import Profile
from eia.model.vocabulary import LAW
from eia.model.written import JOINT
from eia.project import Dossier, Project
from eia.rules import ALL, Problem, Rule
from eia.settings import Choice
from eia.text.read import real
from eia.text.span import Span, Text
from eia.waivers import faults, waived


@dataclass(frozen=True)
class Checked:
    """What was looked at, and everything that is wrong with it, in order."""

    files: tuple[LoadedFile, ...]
    dossiers: tuple[Dossier, ...]
    diagnostics: tuple[Diagnostic, ...]
    near_misses: tuple[Path, ...] = ()
    """Where no assessment was found: files that were not read because of their name, though it nearly says that they are ours."""
    accepted: tuple[Diagnostic, ...] = ()
    """What somebody set aside, each with the reason."""
    known: tuple[Diagnostic, ...] = ()
    """What the project knew of already, by its baseline, and does not want to be shown."""
    mended: tuple[Entry, ...] = ()
    """What the baseline knows of, and is not found any more."""

    @property
    def unreadable(self) -> tuple[LoadedFile, ...]:
        """Files that could not even be opened as text."""
        return tuple(file for file in self.files if not file.readable)

    def of(self, dossier: Dossier) -> tuple[Diagnostic, ...]:
        """What is wrong in the files of one dossier, and in those of its form."""
        return tuple(one for one in self.told_of(dossier) if not one.accepted)

    def told_of(self, dossier: Dossier) -> tuple[Diagnostic, ...]:
        """What the document of a dossier may tell of: what is wrong, and what somebody set aside.

        In a plan that several assessments share, each has accepted only what its own record says."""
        paths = {file.path for file in (*dossier.files, *dossier.form.files)}
        told = [one for one in (*self.diagnostics, *self.known, *self.accepted) if one.text.path in paths]
        by_remark = [one for one in told if one.accepted and not one.accepted.on_record]
        others = (replace(one, accepted=None) for one in told if one not in by_remark)
        return in_order((*by_remark, *waived(dossier, others)))

    def at_least(self, severity: Severity) -> bool:
        """Whether anything is this bad or worse."""
        return any(one.severity >= severity for one in self.diagnostics)

    @cached_property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The errors alone."""
        return tuple(one for one in self.diagnostics if one.severity is Severity.ERROR)


def lint(
    paths: Iterable[Path],
    *,
    status: Status | None = None,
    as_of: date | None = None,
    choice: Choice | None = None,
    drafts: Mapping[Path, Text] | None = None,
    baseline: bool = True,
) -> Checked:
    """Check files, and folders with all they hold. Checking a plan, sources or a form means checking the assessments that use it.

    `status` judges every assessment as if it had that status. Rules about time judge what is settled by its own date, and
    the rest by today; `as_of` is a day by which all are judged. A choice of rules goes before that of the project.
    `drafts` are read in place of the files with these real paths. What the baseline of a project knows of is put aside, unless
    it is to be left out."""
    today = date.today()
    projects: dict[Path, Project] = {}
    files: dict[Path, tuple[Project, LoadedFile]] = {}
    folders: list[Path] = []
    for path in paths:
        is_folder = path.is_dir() and not is_eia(path)
        folders += [path] if is_folder else []
        for each in find(path) if is_folder else [path]:
            root = root_of(each)
            project = projects.setdefault(root, Project(root, as_of, today, choice, drafts))
            files.setdefault(Path(os.path.abspath(each)), (project, project.file(each)))
    dossiers = [as_status(dossier, status) for dossier in _dossiers(files.values())]
    missed = () if dossiers else tuple(one for folder in folders for one in near_misses(folder))
    forms = (project.forms.of(file) for project, file in files.values())
    checked = judge([file for _, file in files.values()], dossiers, missed, filter(None, forms), projects.values())
    return _with_known(checked, map(read_baseline, projects), as_of or today) if baseline else checked


def _with_known(checked: Checked, baselines: Iterable[Baseline], day: date) -> Checked:
    """The same, with what baselines know of put aside, and what is wrong with them told."""
    known, mended, faults = list[Diagnostic](), list[Entry](), list[Diagnostic]()
    for held in baselines:
        there = compared(held, checked.dossiers, checked.diagnostics, day)
        known += (one for one, _ in there.known)
        mended += there.mended
        faults += held.faults
    orders = {one.order for one in known}
    told = in_order((*faults, *(one for one in checked.diagnostics if one.order not in orders)))
    return replace(checked, diagnostics=told, known=tuple(known), mended=tuple(mended))


def judge(
    files: Iterable[LoadedFile],
    dossiers: Iterable[Dossier],
    missed: tuple[Path, ...] = (),
    forms: Iterable[Form] = (),
    projects: Iterable[Project] = (),
) -> Checked:
    """Everything that is wrong with these files, dossiers, forms and settings, and with the forms that dossiers follow."""
    dossiers = tuple(dossiers)
    every_form = (*forms, *(one.form for one in dossiers))
    of_dossiers = [file for one in dossiers for file in one.files]
    of_forms = [file for one in every_form for file in one.files]
    everything = tuple({file.path: file for file in (*files, *of_dossiers, *of_forms)}.values())
    found = [one for file in everything for one in file.diagnostics]
    found += [one for form in every_form for one in form.diagnostics]
    found += (one for form in every_form for one in _misnamed_rules(form))
    found += _of_settings(projects)
    found += _shared_names(dossiers)
    for dossier in dossiers:
        found += dossier.diagnostics
    found += _ask_all(dossiers)
    ran = frozenset(rule.id for rule in ALL for one in dossiers if weight_of(rule, one))
    told = in_order(_named(sifted(found, everything, ran), everything))
    accepted = tuple(one for one in told if one.accepted)
    return Checked(everything, dossiers, tuple(one for one in told if not one.accepted), missed, accepted)


def _named(found: Iterable[Diagnostic], files: Iterable[LoadedFile]) -> Iterator[Diagnostic]:
    """The same, each with the name of the thing that it is about, which does not change with the lines above it."""
    held = {file.path: file for file in files}
    for one in found:
        file = held.get(one.text.path)
        within = file.tree.named(file.tree.route_at(one.span.start)) if file and file.tree else ()
        yield replace(one, at=(file.id or file.path.name, *within)) if file else one


def _dossiers(files: Iterable[tuple[Project, LoadedFile]]) -> Iterator[Dossier]:
    """The dossiers of the given assessments, and of those that use the given plans, sources and forms, each once."""
    wanted: dict[Path, tuple[Project, LoadedFile]] = {}
    for project, file in files:
        users = project.users_of(file) if file.kind != "assessment" else ()
        wanted |= {real(one.path): (project, one) for one in (file, *users) if one.content}
    for project, file in wanted.values():
        if dossier := project.dossier(file):
            yield dossier


def as_status(dossier: Dossier, status: Status | None) -> Dossier:
    """The same dossier, to be judged as if it had this status."""
    if status is None:
        return dossier
    return replace(dossier, assessment=dossier.assessment.model_copy(update={"status": status}))


def _ask_all(dossiers: tuple[Dossier, ...]) -> Iterator[Diagnostic]:
    """What the rules find in each dossier, and what is wrong with its waivers."""
    asked: list[tuple[Diagnostic, ...]] = []
    for dossier in sorted(dossiers, key=lambda one: one.file.path):
        weights = {rule.id: weight for rule in ALL if (weight := weight_of(rule, dossier))}
        found = tuple(waived(dossier, _ask(dossier, weights)))
        asked.append(found)
        for wrong in faults(dossier, found, weights):
            yield Diagnostic(
                wrong.rule, wrong.severity, wrong.problem.message, *place(wrong.problem.site), wrong.problem.help
            )
    sharing = Counter(file.path for dossier in dossiers for file in dossier.files)
    yield from _told_once(asked, sharing)


def _told_once(asked: Iterable[tuple[Diagnostic, ...]], sharing: Mapping[Path, int]) -> Iterator[Diagnostic]:
    """What was found in all dossiers. Of a plan that several share, an action is uncited only if none of them cites it.

    What several of them would be told in one place is told as it is for the first by path, whichever was named first; and it
    is set aside only if all of them have accepted it."""
    unanimous = {rule.id for rule in ALL if rule.unanimous}
    answers: defaultdict[Order, list[Diagnostic]] = defaultdict(list)
    for one in chain.from_iterable(asked):
        answers[one.order].append(one)
    for same in answers.values():
        first = same[0]
        if first.rule not in unanimous or len(same) == sharing[first.text.path]:
            open_still = [one for one in same if not one.accepted]
            yield max(open_still or same, key=lambda one: one.severity)


def _ask(dossier: Dossier, weights: Mapping[str, Severity]) -> Iterator[Diagnostic]:
    """What these rules find in a dossier."""
    for rule in ALL:
        if rule.id in weights:
            for problem in rule.check(dossier):
                yield _placed(rule, weights[rule.id], problem, dossier)


def _placed(rule: Rule, severity: Severity, problem: Problem, dossier: Dossier) -> Diagnostic:
    text, span = place(problem.site)
    weight = dossier.profile.rules.get(rule.id)
    law = dict.fromkeys((*problem.law, *dossier.profile.basis(weight.law if weight else None)))
    return Diagnostic(
        rule.id,
        severity,
        problem.message,
        text,
        span,
        problem.help,
        tuple(Related(*place(site), message) for site, message in problem.related),
        about=_about(dossier, problem.site),
        confidence=rule.confidence,
        basis=next((one.basis or LAW for one in law), rule.basis),
        authority="; ".join(one.told for one in law),
        fix=problem.fix,
        also=tuple(place(site) for site in problem.also),
    )


def _about(dossier: Dossier, site: Site) -> str:
    """The name of the row that a place belongs to."""
    row = dossier.index.at(Site(site.file, site.route[:2]))
    return row.title or row.id if row and row.sort == "row" else ""


def place(site: Site) -> tuple[Text, Span]:
    """Where a thing stands: the one step from names to characters."""
    tree = site.file.tree
    if tree is None:
        return site.file.text, Span(0, 0)
    if site.within:
        return site.file.text, tree.within(site.route, *site.within, JOINT)
    return site.file.text, (site.key and tree.key(site.route)) or tree.nearest(site.route)


def _misnamed_rules(form: Form) -> Iterator[Diagnostic]:
    """The rules that a profile of the project names and nobody has."""
    known = [rule.id for rule in ALL]
    for file in form.files:
        names = file.content.rules if isinstance(file.content, Profile) else ()
        for name in (name for name in names if name not in known):
            message, help = f"there is no rule `{shortened(name)}`", nearest(name, known)
            yield Diagnostic(
                "undefined-name", Severity.ERROR, message, *place(Site(file, ("rules", name), key=True)), help
            )


def _of_settings(projects: Iterable[Project]) -> Iterator[Diagnostic]:
    """What is wrong with the settings of projects, and with the names of rules there."""
    for project in projects:
        file = project.settings_file
        for fault in (*file.faults, *(file.fault(*wrong) for wrong in misnamed(file.settings))):
            yield Diagnostic("wrong-settings", Severity.ERROR, fault.message, fault.text, fault.span, fault.help)


def _shared_names(dossiers: tuple[Dossier, ...]) -> Iterator[Diagnostic]:
    """Two assessments with one id cannot be told apart in links and registers; a copied folder mostly has a name of its own."""
    first: dict[str, Dossier] = {}
    for dossier in sorted(dossiers, key=lambda one: (one.file.path.parent.name != one.assessment.id, one.file.path)):
        other = first.setdefault(dossier.assessment.id, dossier)
        if other is not dossier:
            text, span = place(dossier.site(("assessment",)))
            related = Related(*place(other.site(("assessment",))), "first used here")
            message = f"another assessment has the id `{shortened(dossier.assessment.id)}` already"
            yield Diagnostic(
                "duplicate-id", Severity.ERROR, message, text, span, "Give it an id of its own.", (related,)
            )

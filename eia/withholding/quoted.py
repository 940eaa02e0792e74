"""What a document quotes of other assessments of the project: their titles, and what the one before it had planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.index import Site
from eia.project import Dossier
from eia.rules.privacy.numbers import Numbers
from eia.withholding.left import LEFT
from eia.withholding.marking import RESTRICTED, is_restricted
from eia.withholding.withheld import withheld
from eia.withholding.without import read_again, without

PLANNED = "Say under `planned:` here what was planned, in words that may be published."


def quoted_without(dossier: Dossier) -> Dossier:
    """The same dossier, among others from which what is private is taken out too. Raises `NotMade`."""
    for id in dict.fromkeys(_quoted(dossier)):
        if (other := dossier.project.called(id)) and id != dossier.assessment.id:
            dossier = read_again(dossier, without(other, withheld(other), said=False).project.drafts)
    return dossier


def _quoted(dossier: Dossier) -> Iterator[str]:
    """The ids of those that it names, and of those that name it."""
    assessment = dossier.assessment
    yield from (assessment.previous,) if assessment.previous else ()
    related = assessment.related if isinstance(assessment.related, Mapping) else {}
    yield from (one.assessment for one in related.values() if one.assessment)
    yield from dossier.project.following(assessment.id)


def unfit_quotes(dossier: Dossier) -> Iterator[Diagnostic]:
    """What the document would say in the words of an earlier plan, and nobody may read or nobody has looked at."""
    before = dossier.project.called(dossier.assessment.previous or "")
    said = dossier.assessment.follow_up
    if before is None or not isinstance(said, tuple):
        return
    does = {action.id: action.does.words for _, action in before.plan.content.all_actions() if action.does}
    for number, one in enumerate(said):
        site, words = dossier.site(("follow-up", number, "action")), does.get(one.action or "", "")
        if words and not one.planned and is_restricted(before):
            yield _told(RESTRICTED, "what was planned stands in an assessment that not everybody may read", site)
        elif words and not one.planned and any(Numbers(before).unplaced(words)):
            yield _told(LEFT, "what was planned holds a small number, of people perhaps", site)


def _told(rule: str, message: str, site: Site) -> Diagnostic:
    assert site.file.tree is not None  # it was read
    return Diagnostic(rule, Severity.ERROR, message, site.file.text, site.file.tree.nearest(site.route), PLANNED)

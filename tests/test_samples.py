"""The complete samples, one for each form: nothing is wrong with them, and nothing is open."""

from __future__ import annotations

from pathlib import Path

import pytest

import eia
from eia.checklist import checklist
from eia.forms.find import shipped_names
from eia.model.assessment import Status
from eia.model.figure import Figures
from eia.model.part import parts
from eia.model.row import Answer
from eia.project import Dossier

COMPLETE = {
    "gb-equality-act": Path("assessments/library-hours-2026"),
    "england-council": Path("assessments/college-travel-2026"),
    "northern-ireland-s75": Path("assessments/millrace-leisure-2026"),
}
LEAST = 15


@pytest.fixture(scope="module", params=COMPLETE)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    found = eia.load(COMPLETE[request.param] / "assessment.eia.yaml")
    assert found.assessment.profile == request.param
    return found


def test_there_is_one_for_each_form() -> None:
    assert sorted(COMPLETE) == shipped_names()


@pytest.mark.slow
@pytest.mark.parametrize("folder", COMPLETE.values(), ids=str)
@pytest.mark.parametrize("status", ["signed-off", "published"])
def test_nothing_is_wrong_with_it(folder: Path, status: Status) -> None:
    assert [(one.rule, one.message) for one in eia.lint(folder, status=status).diagnostics] == []
    assert not [path for path in folder.glob("*.yaml") if "eia: ignore" in path.read_text("utf-8")]


def test_nothing_is_open(dossier: Dossier) -> None:
    assert [one.told.message for one in checklist(dossier, "published").points] == []


def test_it_has_at_least_fifteen_actions_or_answers(dossier: Dossier) -> None:
    actions = len(list(dossier.plan.content.all_actions()))
    answers = len(list(parts(dossier.assessment, Answer)))
    assert actions + answers >= LEAST


def test_every_figure_of_its_evidence_has_been_read(dossier: Dossier) -> None:
    figures = [one for _, one in parts(dossier.assessment.evidence, Figures)]
    assert len(figures) >= LEAST
    assert not [one.words for one in figures if one.misreads]


def test_every_word_of_its_scale_is_the_forms(dossier: Dossier) -> None:
    directions = {way for _, row in dossier.assessment.rows() for way in _directions(dossier, row.impact)}
    assert {"negative", "none"} <= directions


def _directions(dossier: Dossier, impact: object) -> set[str]:
    ratings = impact.values() if isinstance(impact, dict) else [impact] if impact else []
    return {way for one in ratings for way in dossier.profile.directions(one)}

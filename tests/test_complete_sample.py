"""The complete sample: nothing is wrong with it, every part of the format stands in it, and it is published as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import eia
from eia.files import DOCUMENTS, Format
from eia.model.assessment import Assessment
from eia.model.figure import Figure, Figures
from eia.model.moment import Moment
from eia.model.part import Nothing, NothingListed, Part, parts
from eia.model.prose import Prose
from eia.model.reference import References
from eia.model.row import Row
from eia.model.terms import Rating, Terms
from eia.model.when import Recurrence, Stretch, When
from eia.model.written import JOINT, Written
from eia.project import Dossier
from eia.publishing.build import build

SAMPLE = Path("assessments/library-hours-2026")
LEFT_OUT = {
    "Plan.actions": "a plan has sections of actions, as this one, or the actions at once",
    "Approval.as": "the form of this sample has no capacities in which people sign",
    "Related.assessment": "the other assessments of this folder are other bodies'",
    **{
        f"Summary.{question}": "the summary of this sample shows both, an answer of the author's and what is taken from the rest"
        for question in ("affected", "heard", "doing", "not-known", "decided")
    },
    **{
        f"{kind}.was": "only an action of it was ever called otherwise"
        for kind in ("Assessment", "Section", "Row", "Source", "Evidence", "Engagement", "Related")
    },
}
OF_FORMS = ("eia.model.profile", "eia.model.vocabulary")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return eia.load(SAMPLE / "assessment.eia.yaml")


@pytest.fixture(scope="module")
def assessment(dossier: Dossier) -> Assessment:
    return dossier.assessment


def below(kind: type[Part]) -> Iterator[type[Part]]:
    """The kinds of part that an assessment, a plan or a list of sources is made of."""
    for child in kind.__subclasses__():
        if child.__module__ not in OF_FORMS:
            yield child
        yield from below(child)


def own_keys(kind: type[Part]) -> dict[str, str]:
    """The keys that this kind brings itself, by the names of its fields."""
    inherited = {name for base in kind.__bases__ if issubclass(base, Part) for name in base.model_fields}
    return {name: field.alias or name for name, field in kind.model_fields.items() if name not in inherited}


def found(dossier: Dossier, kind: type[Part]) -> Iterator[Part]:
    for content in (dossier.assessment, dossier.plan.content, dossier.sources.content):
        yield from (part for _, part in parts(content, kind))


def cells(assessment: Assessment) -> list[Figure]:
    return [cell for _, figures in parts(assessment, Figures) for cell in figures.cells]


def test_every_key_of_the_format_stands_in_it(dossier: Dossier) -> None:
    missing = {
        f"{kind.__name__}.{key}"
        for kind in below(Part)
        for name, key in own_keys(kind).items()
        if not any(getattr(part, name) is not None and name in part.model_fields_set for part in found(dossier, kind))
    }
    assert missing == set(LEFT_OUT)


def test_a_key_of_the_organisation_stands_in_it(assessment: Assessment) -> None:
    assert [key for key in assessment.model_extra or {} if key.startswith("x-")]


def test_every_characteristic_has_a_row_of_its_own(dossier: Dossier) -> None:
    assert dossier.profile.groups.keys() < (dossier.assessment.characteristics or {}).keys()


@pytest.mark.parametrize("unit", ["%", "points", "times", "£", "of", ""])
def test_every_unit_of_a_figure_stands_in_it(assessment: Assessment, unit: str) -> None:
    assert [cell for cell in cells(assessment) if cell.value and cell.unit == unit]


def test_every_other_way_to_write_a_figure_stands_in_it(assessment: Assessment) -> None:
    every = cells(assessment)
    assert [cell for cell in every if cell.unit == "%" and cell.count and cell.of]
    assert [cell for cell in every if cell.value and cell.value.value < 0 and cell.count and cell.count.value < 0]
    assert [cell for cell in every if cell.approx]
    assert [cell for cell in every if cell.to]
    assert [cell for cell in every if cell.per]
    assert [cell for cell in every if cell.absent == "not collected"]
    lines = [figures for _, figures in parts(assessment, Figures)]
    assert {len(figures.cells) for figures in lines} == {1, 2, 3}
    assert [figures for figures in lines if "->" in figures.words]


@pytest.mark.parametrize("kind", ["day", "month", "quarter", "financial year", "season", "year"])
def test_every_kind_of_moment_stands_in_it(dossier: Dossier, kind: str) -> None:
    assert [part for part in times(dossier) if isinstance(part, Moment) and part.kind == kind]


def test_every_other_way_to_write_a_date_stands_in_it(dossier: Dossier) -> None:
    every = times(dossier)
    assert [part for part in every if isinstance(part, Stretch)]
    assert [part for part in every if isinstance(part, Recurrence)]
    assert [part for part in every if isinstance(part, Moment) and part.edge]
    assert [when for _, when in dossier.index.values(When) if when.words.startswith("12 months to ")]


def times(dossier: Dossier) -> list[Moment | Stretch | Recurrence]:
    return [part for _, when in dossier.index.values(When) for part in when.parts]


def test_every_way_to_cite_stands_in_it(dossier: Dossier) -> None:
    cited = [references for _, references in dossier.index.values(References)]
    assert [one for one in cited if one.everything]
    assert [one for one in cited if any(item.section for item in one.items)]
    assert [one for one in cited if any(item.range for item in one.items) and "–" in one.words]
    in_prose = {
        target.sort
        for use in dossier.index.uses
        if use.reference is None
        for target in dossier.index.resolve(use).targets
    }
    assert in_prose == {"action", "source", "evidence", "engagement", "row"}


def test_a_list_stands_in_it_on_one_line_and_on_several(dossier: Dossier) -> None:
    several = {kind for kind in (References, Terms) for _, value in dossier.index.values(kind) if joined(value)}
    assert several == {References, Terms}
    assert [one for _, one in dossier.index.values(References) if len(one.items) > 1 and not joined(one)]
    assert "[age, over-75s" in source()
    assert "evidence:\n      - disabled-members\n" in source()


def joined(value: Written) -> bool:
    return JOINT in value.words


def test_every_way_to_rate_stands_in_it(assessment: Assessment) -> None:
    rows = [row for _, row in parts(assessment, Row)]
    single = [row.impact for row in rows if isinstance(row.impact, Rating)]
    each = [row.impact.keys() for row in rows if isinstance(row.impact, dict)]
    assert [rating for rating in single if len(rating.items) > 1]
    assert [rating for rating in single if " to " in rating.words]
    assert {"positive", "negative", "neutral", "unknown"} <= {term.text for rating in single for term in rating.items}
    assert {"before", "after"} in each
    assert {"eliminate", "advance", "foster"} in each


def test_there_is_none_stands_in_it_alone_and_as_the_item_of_a_list(assessment: Assessment) -> None:
    said = [part for _, part in parts(assessment, Nothing) if part.none]
    assert {type(part) for part in said} == {Nothing, NothingListed}


@pytest.mark.parametrize(
    "mark", ["**", " *", "\n> ", "\n1. ", "\n- ", "\n  - ", "| --- |", "](https://", "![Bar chart"], ids=repr
)
def test_every_form_of_prose_stands_in_it(dossier: Dossier, mark: str) -> None:
    assert [prose for _, prose in dossier.index.values(Prose) if mark in f"\n{prose.words}"]


def test_its_picture_is_small_enough_for_a_sample() -> None:
    assert 0 < (SAMPLE / "visits-by-hour.png").stat().st_size < 30_000


@pytest.mark.slow
@pytest.mark.parametrize("to", DOCUMENTS)
def test_it_is_published_as_it_is_and_not_as_a_draft(dossier: Dossier, to: Format) -> None:
    assert len(eia.export(SAMPLE / "assessment.eia.yaml", to=to)) > 10_000
    assert build(dossier).mark == "OFFICIAL"
    assert "Version 1.2 · Signed off" in build(dossier).footer


def source() -> str:
    return (SAMPLE / "assessment.eia.yaml").read_text("utf-8")

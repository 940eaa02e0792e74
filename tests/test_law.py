"""Whoever is told what the law asks is told of the law of their own form, and how far it was verified; never of another's."""

from __future__ import annotations

from pathlib import Path

import pytest

from eia.forms.find import SHIPPED, shipped, shipped_names
from eia.linting import lint
from eia.model.profile import Profile

FORMS = shipped_names()


def references(profile: Profile) -> set[str]:
    return {one.reference for one in profile.law.values() if one.reference}


def acts(profile: Profile) -> set[str]:
    """The laws themselves, without sections: `Equality Act 2010`."""
    return {reference.partition(",")[0] for reference in references(profile)}


def neglected(name: str) -> str:
    """An assessment that answers next to nothing, and rates a row as a whole."""
    first = next(iter(shipped(name).profile.groups))
    word = next(iter(shipped(name).profile.ratings))
    return f"assessment: neglected\nprofile: {name}\nstatus: signed-off\ncharacteristics:\n  {first}:\n    impact: {word}\n"


@pytest.mark.parametrize("name", FORMS)
def test_a_missing_group_is_told_with_the_law_that_names_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.eia.yaml"
    path.write_text(neglected(name), encoding="utf-8")
    found = [one for one in lint([path]).diagnostics if one.rule == "missing-characteristic"]
    profile = shipped(name).profile
    _, *groups = profile.assessed().values()
    missing = (*groups, *profile.duties.values())
    told = ["; ".join(one.told for one in profile.basis(word.law)) for word in missing]
    assert sorted(one.authority for one in found) == sorted(told)
    assert any(told)


@pytest.mark.parametrize("name", FORMS)
def test_no_diagnostic_speaks_of_the_law_of_another_form(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.eia.yaml"
    path.write_text(neglected(name), encoding="utf-8")
    said = " ".join(f"{one.message} {one.help} {one.authority}" for one in lint([path]).diagnostics)
    own = shipped(name).profile
    foreign = {law for other in FORMS for law in acts(shipped(other).profile) | references(shipped(other).profile)}
    assert not {law for law in foreign - acts(own) - references(own) if law in said}


@pytest.mark.parametrize("name", FORMS)
def test_every_statement_of_law_has_a_reference_and_a_standing(name: str) -> None:
    profile = shipped(name).profile
    assert profile.law
    for key, statement in profile.law.items():
        assert statement.reference, key
        assert statement.says, key
        assert statement.standing, key
    assert profile.reviewed_on


def test_what_is_not_verified_is_told_so() -> None:
    law = shipped("gb-equality-act").profile.law
    assert law["section-5"].told == "Equality Act 2010, section 5 (verified in the source)"
    assert law["section-11"].told == "Equality Act 2010, section 11 (from a secondary source)"
    assert law["practice-outcomes"].told.endswith("(guidance, from memory, not verified)")


def test_the_words_that_all_forms_share_speak_of_no_law_and_of_guidance_for_all_alone() -> None:
    assert {one.basis for one in shipped("plain").profile.law.values()} <= {"guidance", "statistics"}
    text = (SHIPPED / "plain" / "profile.eia.yaml").read_text("utf-8")
    for law in {law for name in FORMS for law in acts(shipped(name).profile)} - acts(shipped("plain").profile):
        assert law not in text

"""A form in the language of an assessment: Welsh labels, English ones where there are none, or both side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

import eia
from eia.forms.spoken import spoken
from eia.model.profile import Profile
from eia.model.vocabulary import chosen
from eia.publishing import markdown
from eia.publishing.build import build
from tests.publishing.own_form import FORM, own_form

WELSH = """\
translations:
  cy:
    title: Gwiriad cydraddoldeb Midshire
    groups:
      age: Oedran
    aims:
      advance: Agor drysau
    ratings:
      minor: Effaith fach
      major: Effaith fawr
    stages:
      before: I ddechrau
    duties:
      welsh: Y Gymraeg
    kinds:
      quick: Gwiriad cyflym
    questions:
      any-effect: Oes rhywun yn cael ei effeithio?
    answers:
      Yes: Oes
    outcomes:
      enough: Mae'r gwiriad cyflym yn ddigon
    signatories:
      lead: Pennaeth gwasanaeth
    declarations:
      read: Rydym wedi darllen hwn.
    columns:
      context: Yr hyn a wyddom
    headings:
      costs: Beth mae'n ei gostio
      policy: Polisi a nodau
    words:
      kind: Math o asesiad
      not-rated: Heb ei asesu eto
      page: Tudalen
    word-lists:
      before-a-citation: gweler, yn
"""
BODY = """\
kind: quick
policy:
  aims: Nofio mwy. Gweler [@age].
text:
  costs: Dwy bunt.
answers:
  any-effect: yes
characteristics:
  age:
    impact:
      eliminate: minor
  disability:
    impact:
      eliminate: major
duties:
  welsh:
    impact: minor
screening:
  outcome: enough
"""


def text(folder: Path, language: str, form: str = FORM + WELSH) -> str:
    body = f"language: {language}\n{BODY}" if language else BODY
    return markdown.write(build(eia.load(own_form(folder, body, form)))).decode()


@pytest.mark.parametrize(
    "said",
    [
        "**Math o asesiad:** Gwiriad cyflym",
        "## Polisi a nodau",
        "Gweler [Oedran](#oedran)",
        "### Oedran",
        "#### Yr hyn a wyddom",
        "**End unfair treatment:** Effaith fach",
        "**Agor drysau:** Heb ei asesu eto",
        "**End unfair treatment:** Effaith fawr",
        '<a id="row-welsh"></a>Y Gymraeg',
        "**2a Oes rhywun yn cael ei effeithio?** Oes",
        "Mae'r gwiriad cyflym yn ddigon",
        "| Pennaeth gwasanaeth |",
        "Rydym wedi darllen hwn.",
        "## Beth mae'n ei gostio",
        "Gwiriad cydraddoldeb Midshire",
    ],
)
@pytest.mark.parametrize("language", ["cy", "cy-GB", "CY"])
def test_an_assessment_in_welsh_has_welsh_labels(tmp_path: Path, language: str, said: str) -> None:
    assert said in text(tmp_path, language)


def test_what_has_no_translation_stays_as_it_is(tmp_path: Path) -> None:
    said = text(tmp_path, "cy")
    for label in ("## Sign-off", "### Disability", "| Equality adviser |", "#### What we do"):
        assert label in said


@pytest.mark.parametrize(
    "said",
    [
        "**Kind of assessment / Math o asesiad:** Quick check / Gwiriad cyflym",
        "**End unfair treatment:** Minor effect / Effaith fach",
        "**End unfair treatment:** Major / Effaith fawr",
        "**Open doors / Agor drysau:** Not yet assessed / Heb ei asesu eto",
        "**2a Is anybody affected? / Oes rhywun yn cael ei effeithio?** Yes / Oes",
        "### Disability\n",
    ],
)
def test_an_assessment_in_two_languages_has_both_labels(tmp_path: Path, said: str) -> None:
    assert said in text(tmp_path, "en-GB, cy")


def test_the_first_language_comes_first(tmp_path: Path) -> None:
    assert "**Math o asesiad / Kind of assessment:** Gwiriad cyflym / Quick check" in text(tmp_path, "cy, en-GB")


@pytest.mark.parametrize("language", ["", "en-GB", "en", "fr", "gibberish"])
def test_in_any_other_language_the_form_keeps_its_own_labels(tmp_path: Path, language: str) -> None:
    assert text(tmp_path, language) == text(tmp_path, language, FORM)


@pytest.mark.parametrize(("said", "first"), [("", "en-GB"), ("cy", "cy"), ("cy, en-GB", "cy"), ("en-GB; cy", "en-GB")])
def test_the_document_is_in_the_first_language_or_in_that_of_the_form(tmp_path: Path, said: str, first: str) -> None:
    body = f"language: {said}\n" if said else "title: x\n"
    assert build(eia.load(own_form(tmp_path, body))).language == first


def test_the_edges_of_the_page_speak_it_too(tmp_path: Path) -> None:
    path = own_form(tmp_path, "language: en-GB, cy\n", FORM + WELSH)
    assert build(eia.load(path)).furniture.page == "Page / Tudalen"


def test_a_word_is_still_known_by_its_label_in_the_language_of_the_form(tmp_path: Path) -> None:
    form = eia.load(own_form(tmp_path, BODY, FORM + WELSH)).profile
    for languages in (["cy"], ["en-GB", "cy"]):
        welsh = spoken(form, languages)
        for said in ("quick", "Quick check", "Gwiriad cyflym"):
            assert chosen(welsh.kinds, said) == "quick"
        for said in ("minor", "Minor effect", "Slight", "Effaith fach"):
            assert welsh.rating(said) is welsh.ratings["minor"]


def test_a_form_without_translations_is_the_same_form() -> None:
    form = Profile()
    assert spoken(form, ["cy"]) is form
    assert spoken(form, []) is form

"""A screen reader speaks each label in its own language, though the page is in another."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as markup

import eia
from eia.document.tongues import Tongues
from eia.forms.find import shipped
from eia.forms.spoken import labels_in
from eia.publishing import html
from eia.publishing.build import build
from tests.forms.test_spoken import BODY, WELSH
from tests.publishing.html_reading import page_text
from tests.publishing.own_form import FORM, own_form


def marked(folder: Path, language: str, form: str = FORM + WELSH) -> tuple[str, dict[str, set[str]]]:
    """The words of the page, and those of them that are marked with each language."""
    path = own_form(folder, f"language: {language}\n{BODY}" if language else BODY, form)
    content = html.write(build(eia.load(path), draft=True))
    found: dict[str, set[str]] = {}
    for one in markup.document_fromstring(content.decode()).xpath("//body//*[@lang]"):
        found.setdefault(one.get("lang"), set()).add(one.text)
    return page_text(content), found


def test_of_two_languages_side_by_side_the_second_is_marked(tmp_path: Path) -> None:
    words, found = marked(tmp_path, "en-GB, cy")
    assert "Kind of assessment / Math o asesiad" in words
    assert found.keys() == {"cy"}
    assert {"Math o asesiad", "Polisi a nodau", "Oedran", "Y Gymraeg", "Heb ei asesu eto", "Effaith fach"} <= found[
        "cy"
    ]
    assert not {"Kind of assessment", "Disability", "Dwy bunt."} & found["cy"]


def test_where_the_other_comes_first_it_is_the_language_of_the_page(tmp_path: Path) -> None:
    _, found = marked(tmp_path, "cy, en-GB")
    assert found.keys() == {"en-GB"}
    assert {"Kind of assessment", "Disability", "Sign-off"} <= found["en-GB"]
    assert "Oedran" not in found["en-GB"]


def test_labels_that_nobody_translated_are_marked_with_the_language_of_the_form(tmp_path: Path) -> None:
    _, found = marked(tmp_path, "cy")
    assert found.keys() == {"en-GB"}
    assert {"Disability", "Sign-off", "What we do", "Skip to the text", "Draft, not for decision"} <= found["en-GB"]
    assert not {"Polisi a nodau", "Nofio mwy. Gweler "} & found["en-GB"]


@pytest.mark.parametrize("language", ["", "en-GB", "en"])
def test_in_the_language_of_the_form_nothing_is_marked(tmp_path: Path, language: str) -> None:
    assert marked(tmp_path, language)[1] == {}


def test_a_form_of_ours_has_labels_in_english_alone() -> None:
    form = shipped("gb-equality-act").profile
    assert labels_in(form, ["en-GB"]) == labels_in(form, []) == {}
    labels = labels_in(form, ["cy", "fr"])
    assert labels["Action plan"] == (("en-GB", "Action plan"),)


TONGUES = Tongues(
    {"No": (("en", "No"),), "Yes / Oes": (("", "Yes"), ("", " / "), ("cy", "Oes")), "Yes / Oes.": (("cy", "x"),) * 2}
)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("No", [("en", "No")]),
        ("No:", [("en", "No"), ("", ":")]),
        ("No, thanks", [("", "No, thanks")]),
        ("Say Yes / Oes!", [("", "Say "), ("", "Yes"), ("", " / "), ("cy", "Oes"), ("", "!")]),
        ("Yes / Oesoedd", [("", "Yes / Oesoedd")]),
        ("", []),
    ],
)
def test_a_label_in_one_language_is_known_where_it_stands_alone_and_one_in_several_anywhere(
    text: str, pieces: list[tuple[str, str]]
) -> None:
    assert [one for one in TONGUES.pieces(text) if one[1]] == pieces

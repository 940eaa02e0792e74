"""What a citation prints as: a link to the one thing that is meant, and plain words otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import eia
from eia.document.layout import LAYOUTS, Layout
from eia.document.tree import Again, Blocks, Inlines, Jump, NoteMark, Picture, Table, Words
from eia.document.unfold import laid_out
from eia.document.walk import jumped_to, within
from eia.model.prose import Prose
from eia.model.reference import ActionReferences
from eia.publishing.build import build
from eia.publishing.voice import Voice
from tests.asking import PUBLISHED, assessment
from tests.publishing.samples import SAMPLES
from tests.publishing.word.word_sample import png

PNG = png(4, 3)


@pytest.fixture
def voice() -> Voice:
    return Voice(eia.load(PUBLISHED / "assessment.eia.yaml"))


def links(voice: Voice, words: str) -> list[str]:
    said = voice.references(ActionReferences.read(words))
    assert "".join(part.text if isinstance(part, Words) else part.content[0].text for part in said) == words
    return [part.anchor for part in said if isinstance(part, Jump)]


def test_an_id_that_three_actions_carry_is_no_link(voice: Voice) -> None:
    assert links(voice, "1.A; b") == ["action 1.b"]


def test_an_id_that_nothing_carries_is_no_link(voice: Voice) -> None:
    assert links(voice, "1.e, 1.f") == []


def test_of_a_range_the_ends_are_links(voice: Voice) -> None:
    assert links(voice, "2.a–d; 4.I") == ["action 2.a", "action 2.d", "action 4.i"]


def test_a_whole_section_is_one_link(voice: Voice) -> None:
    assert links(voice, "all of 3; 1.b") == ["section 3", "action 1.b"]


def test_a_source_becomes_a_footnote_whatever_its_case(voice: Voice) -> None:
    assert voice.cite("public-voice-dashboard") == voice.cite("Public-Voice-Dashboard")
    assert voice.cite("public-voice-dashboard") == (NoteMark("public-voice-dashboard"),)


def test_citing_a_section_cites_its_actions(tmp_path: Path) -> None:
    plan = "plan:\n  sections:\n    - id: 1\n      actions:\n        - id: 1.a\n    - id: 2\n      actions:\n        - id: 2.a\n"
    body = plan + "characteristics:\n  age:\n    mitigations:\n      - actions: all of 1\n"
    index = eia.load(assessment(tmp_path, body)).index
    assert [one.id for one in index.of_sorts("action") if index.cites(one)] == ["1.a"]


def picture(folder: Path, address: str) -> object:
    voice = Voice(eia.load(assessment(folder, "title: x\n")))
    return voice.prose(Prose.read(f"![A map]({address})"))[0].content[0]


def test_a_picture_of_the_project_is_printed(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(PNG)
    assert picture(tmp_path, "map.png") == Picture(tmp_path / "map.png", "A map", "map.png")


@pytest.mark.parametrize("address", ["../map.png", "missing.png", "text.png", "folder", "link.png"])
def test_any_other_leaves_its_words_and_its_address(tmp_path: Path, address: str) -> None:
    home = tmp_path / "home"
    (home / "folder").mkdir(parents=True)
    (tmp_path / "map.png").write_bytes(PNG)
    (home / "eia.toml").touch()
    (home / "text.png").write_text("no picture")
    (home / "link.png").symlink_to(tmp_path / "map.png")
    assert picture(home, address) == Words(f"A map ({address})")


def citing(folder: Path, body: str) -> Inlines:
    """What the plan says of who cites its one action."""
    dossier = eia.load(assessment(folder, f"{body}\nplan:\n  actions:\n    - {{id: 1.a, does: Ask.}}\n"))
    voice = Voice(dossier)
    (action,) = dossier.index.of_sorts("action")
    assert action.site
    return tuple(one for again in voice.citing(action.site) if isinstance(again, Again) for one in again.content)


@pytest.mark.parametrize(
    ("body", "anchor"),
    [
        ("decision: {because: 'It helps [@1.a].'}", "heading decision"),
        ("text: {introduction: 'We ask [@1.a].'}", "heading introduction"),
        ("text: {our-own: 'We ask [@1.a].'}", "heading our-own"),
        ("contact: Ask those of [@1.a].", "heading contact"),
        ("waivers: [{rule: no-owner, about: 1.a, because: So.}]", "heading accepted"),
    ],
)
def test_a_section_that_cites_an_action_is_a_link_to_its_heading(tmp_path: Path, body: str, anchor: str) -> None:
    (link,) = citing(tmp_path, body)
    assert isinstance(link, Jump)
    assert link.anchor == anchor


def places(blocks: Blocks) -> Iterator[str | None]:
    """The names of all places that a link can lead to."""
    for block in blocks:
        rows = block.rows if isinstance(block, Table) else ()
        yield from (getattr(block, "anchor", None), *(row.anchor for row in rows))
        for inner in within(block):
            yield from places(inner)


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_link_of_a_sample_leads_somewhere(name: str, layout: Layout) -> None:
    document = laid_out(build(eia.load(SAMPLES[name] / "assessment.eia.yaml"), draft=True), layout)
    assert jumped_to(document) <= set(places(document.blocks))

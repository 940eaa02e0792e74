"""`eia export --public` and `eia lint --public`: what is private reaches no file of any format, and nothing else is touched."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from shutil import copytree
from unittest.mock import patch

import pytest

import eia
from eia import exporting
from eia.files import DATA, DOCUMENTS, Format
from eia.unfit import NotPublic
from eia.withholding.leak import leaking, unpacked
from eia.withholding.withheld import withheld
from eia.withholding.without import without
from tests.asking import assessment
from tests.running import within
from tests.withholding.test_withholding import of, planted, private, surname

SAMPLE = Path("assessments/library-hours-2026/assessment.eia.yaml")
EVERY: tuple[Format, ...] = (*DOCUMENTS, *DATA)
SIGNED = "people:\n  lead officer: Jane Ashworth\nengagement:\n  talks:\n    heard: Mrs Ashworth spoke.\n"


def shown(content: bytes) -> str:
    return " ".join(unpacked(content)).casefold()


def test_what_is_withheld_is_listed_by_its_places_and_never_in_its_words(tmp_path: Path) -> None:
    assessment(tmp_path, SIGNED, status="draft")
    done = within(tmp_path, "export", "a.eia.yaml", "--public", "--draft", "--to", "md")
    assert done.code == 0
    assert done.out.splitlines() == [
        "Withheld in 2 places, which stay as they are in your files:",
        "  a.eia.yaml:5:17: the name of a person",
        "  a.eia.yaml:8:12: the name of a person",
        "Written: a-public.md",
    ]
    assert "Ashworth" not in (tmp_path / "a-public.md").read_text("utf-8")
    assert "- Names of people: 2" in (tmp_path / "a-public.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            "marking: OFFICIAL-SENSITIVE\n",
            "a.eia.yaml:4:10: error: it is marked `OFFICIAL-SENSITIVE`, which is no marking of ",
        ),
        (
            "policy:\n  aims: For 3 trans men.\n",
            "a.eia.yaml:5:13: error: a small number stands here, of people perhaps ",
        ),
    ],
)
def test_what_may_not_be_for_everybody_is_refused_in_its_place_and_nothing_written(
    tmp_path: Path, words: str, why: str
) -> None:
    assessment(tmp_path, words, status="draft")
    done = within(tmp_path, "export", "a.eia.yaml", "--public", "--draft", "--to", "md", merged=True)
    assert done.code == 1
    assert done.out.startswith(why)
    assert "a was not exported: 1 thing in it may not be for everybody." in done.out
    assert not (tmp_path / "a-public.md").exists()
    assert within(tmp_path, "lint", "a.eia.yaml", "--public", "--read-only").code == 1


def test_the_check_alone_lists_what_would_be_withheld_and_finds_nothing_wrong_with_it(tmp_path: Path) -> None:
    assessment(tmp_path, SIGNED, status="draft")
    done = within(tmp_path, "lint", "a.eia.yaml", "--public", "--read-only", "--preset", "review")
    assert "named-individual" not in done.out
    assert "  a.eia.yaml:8:12: the name of a person" in done.out


def test_the_check_alone_mends_nothing(tmp_path: Path) -> None:
    assessment(tmp_path, SIGNED)
    assert within(tmp_path, "lint", "a.eia.yaml", "--public", "--fix").code == 2


def test_a_document_that_holds_what_is_withheld_is_never_given_out(tmp_path: Path) -> None:
    dossier = of(tmp_path, SIGNED)
    with (
        patch.object(exporting, "render", lambda *_: b"<p>Jane <b>Ashworth</b></p>"),
        pytest.raises(NotPublic) as caught,
    ):
        eia.export(dossier, to="md", public=True, draft=True)
    assert {one.rule for one in caught.value.diagnostics} == {"leaked"}


@pytest.mark.parametrize(
    ("bytes_of", "leaks"),
    [
        (b"<p>Jane <b>Ashworth</b></p>", True),
        (b"<w:t>Jane </w:t></w:r><w:r><w:t>Ashworth</w:t></w:p>", True),
        (b'<a href="/jane%20ashworth">', True),
        (b"photos/JANE-ASHWORTH.png", True),
        (b"<li>Jane</li><li>Ashworth</li>", False),
        (b"Janet Ashworthy", False),
        (b"Name withheld", False),
    ],
)
def test_a_name_is_seen_in_whatever_guise(tmp_path: Path, bytes_of: bytes, leaks: bool) -> None:
    dossier = of(tmp_path, SIGNED)
    found = [one for one in withheld(dossier) if one.words == "Jane Ashworth"]
    after = without(dossier, withheld(dossier))
    assert bool([*leaking(unpacked(bytes_of), after, found)]) is leaks


def test_every_part_of_a_package_is_looked_through() -> None:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as parts:
        parts.writestr("docProps/core.xml", "<dc:creator>Jane Ashworth</dc:creator>")
    assert "jane ashworth" in shown(package.getvalue())


@pytest.mark.slow
@pytest.mark.parametrize("to", EVERY)
def test_a_sample_of_which_nothing_is_withheld_is_the_same_as_ever(to: Format) -> None:
    assert eia.export(SAMPLE, to=to, public=True) == eia.export(SAMPLE, to=to)


@pytest.mark.slow
@pytest.mark.parametrize("to", EVERY)
@pytest.mark.parametrize("layout", ["table", "headings"])
def test_nothing_private_that_is_planted_in_every_text_reaches_a_file(to: Format, layout: str) -> None:
    if to in DATA and layout == "headings":
        pytest.skip("data has no layout")
    dossier, routes = planted()
    content = shown(eia.export(dossier, to=to, public=True, draft=True, layout=None if to in DATA else layout))
    published = {at for at, site in enumerate(routes) if site.file.kind == "sources"}
    found = [private(at) for at in range(len(routes)) if surname(at).casefold() in content and at not in published]
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["millrace-leisure-2026", "college-travel-2026"])
def test_the_samples_can_be_published_as_they_are(sample: str, tmp_path: Path) -> None:
    copytree(Path("assessments") / sample, tmp_path / sample)
    (tmp_path / "eia.toml").touch()
    done = within(tmp_path, "export", sample, "--public", "--to", "md")
    assert (done.code, done.out) == (0, f"Written: {Path(sample) / sample}-public.md\n")

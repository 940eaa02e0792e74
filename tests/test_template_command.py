"""`eia template check`, `eia export --template` and the template of a project."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

import eia
from tests.asking import assessment
from tests.running import within

HOUSE = Path(__file__).parent / "publishing" / "word" / "made_by_libreoffice.docx"
CLEAN = "title: A small change\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose documents are made in its house.docx, with one assessment, a.eia.yaml."""
    (tmp_path / "house.docx").write_bytes(HOUSE.read_bytes())
    (tmp_path / "eia.toml").write_text('template = "house.docx"\n', encoding="utf-8")
    (tmp_path / "deep").mkdir()
    assessment(tmp_path / "deep", CLEAN, status="draft")
    return tmp_path


def in_house(path: Path) -> bool:
    with ZipFile(path) as archive:
        return any(b"Midshire Borough Council" in archive.read(name) for name in archive.namelist() if "header" in name)


def test_a_template_that_can_be_used_ends_with_0_and_says_what_stands_in_for_what() -> None:
    ran = within(HOUSE.parent, "template", "check", HOUSE.name)
    assert ran.code == 0
    assert ran.err == ""
    assert "It has 7 of the 30 styles" in ran.out
    assert "Callout" in ran.out
    assert "Heading 1" not in ran.out
    assert "It numbers the pages." in ran.out
    assert max(len(line) for line in ran.out.splitlines()) <= 80


def test_the_project_s_template_is_used_from_whichever_folder(project: Path) -> None:
    assert within(project / "deep", "export", "a.eia.yaml").code == 0
    assert in_house(project / "deep" / "a.docx")


def test_the_option_wins(project: Path) -> None:
    (project / "eia.toml").write_text('template = "gone.docx"\n', encoding="utf-8")
    assert within(project, "export", "deep", "--template", "house.docx").code == 0
    assert in_house(project / "deep" / "a.docx")


def test_without_a_template_the_document_is_in_our_own(project: Path) -> None:
    (project / "eia.toml").write_text("", encoding="utf-8")
    assert within(project, "export", "deep").code == 0
    assert not in_house(project / "deep" / "a.docx")
    assert (project / "deep" / "a.docx").read_bytes() == eia.export(project / "deep" / "a.eia.yaml")


@pytest.mark.parametrize(("folder", "said"), [(False, "is not there"), (True, "is a folder")])
def test_a_template_of_the_project_that_is_gone_is_named_with_the_file_that_asks_for_it(
    project: Path, folder: bool, said: str
) -> None:
    (project / "house.docx").unlink()
    if folder:
        (project / "house.docx").mkdir()
    ran = within(project, "export", "deep")
    assert ran.code == 2
    assert ran.err.startswith(f"eia.toml: `template` is `house.docx`, which {said}\nWhat to do: ")
    assert not (project / "deep" / "a.docx").exists()


@pytest.mark.parametrize(
    ("name", "said"), [("gone.docx", "there is no such file"), (".", "this is a folder, not a file")]
)
def test_a_template_of_the_option_that_is_gone_is_named(project: Path, name: str, said: str) -> None:
    ran = within(project, "export", "deep", "--template", name)
    assert ran.code == 2
    assert ran.err.startswith(f"{name} cannot be used as a template: {said}\nWhat to do: ")
    assert not (project / "deep" / "a.docx").exists()


@pytest.mark.parametrize("name", ["../house.docx", "/etc/hostname"])
def test_a_project_reads_no_template_from_outside(project: Path, name: str) -> None:
    (project / "eia.toml").write_text(f'template = "{name}"\n', encoding="utf-8")
    ran = within(project, "export", "deep")
    assert ran.code == 2
    assert "leads out of the project" in ran.err


def test_markdown_has_no_use_for_the_project_s_template_and_none_for_the_option(project: Path) -> None:
    assert within(project, "export", "deep", "--to", "md").code == 0
    ran = within(project, "export", "deep", "--to", "md", "--template", "house.docx", "-o", "other.md")
    assert ran.code == 2
    assert "Markdown" in ran.err
    assert not (project / "other.md").exists()


def test_the_template_is_never_overwritten(project: Path) -> None:
    before = (project / "house.docx").read_bytes()
    ran = within(project, "export", "deep", "-o", "house.docx", "--force")
    assert ran.code == 1
    assert "is the template itself" in ran.err
    assert (project / "house.docx").read_bytes() == before


def test_a_document_in_a_template_is_known_again_as_ours(project: Path) -> None:
    assert [within(project, "export", "deep").code for _ in range(2)] == [0, 0]


def test_the_library_takes_a_template_and_asks_no_settings_for_one(project: Path) -> None:
    path = project / "deep" / "a.eia.yaml"
    assert eia.export(path, template=project / "house.docx") == eia.export(path, template=str(HOUSE))
    assert eia.export(path) != eia.export(path, template=HOUSE)


def test_the_library_s_one_exception_says_what_is_wrong_with_a_template(project: Path) -> None:
    path = project / "deep" / "a.eia.yaml"
    with pytest.raises(eia.Unfit, match="cannot be used as a template"):
        eia.export(path, template=path)
    with pytest.raises(eia.Unfit, match="Markdown"):
        eia.export(path, to="md", template=HOUSE)

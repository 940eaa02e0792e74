"""What the documents show is what the program does."""

from __future__ import annotations

import os
import re
import struct
from pathlib import Path

import pytest

from docs.pictures import sheet
from docs.pictures.pages import PAGES, WEB_PAGES, Page, Web
from eia.publishing.word.seal import seal_of
from tests.running import ROOT, within

README = Path("README.md")
SHOWN = re.compile(r"<!-- output: (?P<command>[^\n]+) -->\n```text\n(?P<output>.*?)```", re.DOTALL)
EXAMPLES = re.findall(r"```python\n(.*?)```", Path("docs/python.md").read_text("utf-8"), re.DOTALL)


def test_there_are_six_examples() -> None:
    assert len(EXAMPLES) == 6


@pytest.mark.parametrize("example", EXAMPLES, ids=range(1, len(EXAMPLES) + 1))
def test_an_example_runs(example: str) -> None:
    exec(compile(example, "docs/python.md", "exec"), {})


def test_the_output_in_the_readme_is_what_the_program_says() -> None:
    """Whole paragraphs of it, in order, with a line of `…` where some were left out."""
    text = README.read_text("utf-8")
    shown = SHOWN.search(text)
    assert shown
    said = within(ROOT, *shown["command"].split()[1:]).out
    if os.environ.get("EIA_GOLDEN") == "write":
        README.write_text(text.replace(shown["output"], anew(shown["output"], said)), encoding="utf-8")
        return
    assert shown["output"] == anew(shown["output"], said)
    assert shown["output"].count("…\n") > 2


def anew(shown: str, said: str) -> str:
    """The paragraphs that begin with the same place and tell of the same rule, as the program says them now."""
    paragraphs = said.strip("\n").split("\n\n")
    chosen = [
        paragraph
        for paragraph in paragraphs
        if any(same(paragraph, part) for part in re.split(r"^…\n", shown, flags=re.M))
    ]
    return "\n\n…\n".join((*chosen, paragraphs[-1])) + "\n"


def same(paragraph: str, part: str) -> bool:
    rules = [re.findall(r"\[([a-z-]+)\]", text)[:1] for text in (paragraph, part)]
    return paragraph.split("\n")[0] == part.split("\n")[0] and rules[0] == rules[1] != []


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_pictures_of_pages_show_the_document_as_it_is_now(page: Page) -> None:
    """A picture remembers the seal of the document it was made of; docs/pictures/make.py makes it anew."""
    picture = Path(f"docs/pictures/{page.name}.png").read_bytes()
    assert text_in(picture, "eia-seal") == seal_of(page.word())


@pytest.mark.parametrize("web", WEB_PAGES, ids=lambda web: web.name)
def test_the_pictures_of_web_pages_show_them_as_they_are_now(web: Web) -> None:
    assert text_in(Path(f"docs/pictures/{web.name}.png").read_bytes(), "eia-seal") == web.seal()


def test_the_picture_of_the_table_shows_it_as_it_is_now() -> None:
    assert text_in(Path("docs/pictures/sheet.png").read_bytes(), "eia-seal") == sheet.seal(sheet.table())


def text_in(png: bytes, keyword: str) -> str:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        name, _, text = data.partition(b"\0")
        if kind == b"tEXt" and name.decode() == keyword:
            return text.decode()
        at += length + 12
    raise AssertionError(f"the picture does not say {keyword}")


def test_no_document_says_to_install_the_other_project() -> None:
    for path in [*Path().glob("*.md"), *Path("docs").rglob("*.md"), *Path("eia").rglob("*.md")]:
        assert "pip install eia" not in path.read_text("utf-8"), path


@pytest.mark.parametrize(
    "path", [*Path().glob("*.md"), *Path("docs").rglob("*.md"), *Path("assessments").rglob("*.md")], ids=str
)
def test_links_inside_the_project_lead_somewhere(path: Path) -> None:
    read = re.sub(r"^```[\s\S]*?^```$|^    .*$", "", path.read_text("utf-8"), flags=re.MULTILINE)  # not examples
    for target in re.findall(r"\]\(((?!https?:|#)[^)#\s]+)", read):
        assert (path.parent / target).exists(), target


def test_every_command_of_the_readme_exists() -> None:
    known = within(ROOT, "--help").out
    for command in re.findall(r"`eia ([a-z]+)", README.read_text("utf-8")):
        assert f"  {command} " in known, command
    assert os.access("run.py", os.R_OK)

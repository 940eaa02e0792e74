"""What the pages of the documentation tell and show is what the program does."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

from docs.generate import pages as generated
from eia.model.figure import Figures
from eia.model.reference import ActionReferences
from eia.model.when import When
from eia.model.written import Written
from tests.pages import LEFT_OUT, Stale, as_shown, blocks, changed, done_anew, unmarked

DOCS = Path("docs")
GENERATED = {path.relative_to(Path.cwd()): text for path, text in generated().items()}
WRITTEN = sorted(set(DOCS.rglob("*.md")) - set(GENERATED))
REWRITE = os.environ.get("EIA_GOLDEN") == "write"


@pytest.mark.parametrize("path", WRITTEN, ids=str)
def test_a_page_shows_what_happens_to_whoever_follows_it(path: Path, tmp_path: Path) -> None:
    text = path.read_text("utf-8")
    now = done_anew(text, tmp_path)
    if REWRITE:
        path.write_text(now, encoding="utf-8")
        return
    assert now == text


@pytest.mark.parametrize("path", WRITTEN, ids=str)
def test_no_block_of_a_page_goes_unchecked(path: Path) -> None:
    assert [block.words for block in unmarked(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("path", sorted(GENERATED), ids=str)
def test_a_page_that_the_program_can_write_is_as_it_would_write_it_now(path: Path) -> None:
    text = GENERATED[path]
    if REWRITE:
        path.write_text(text, encoding="utf-8")
        return
    assert path.read_text("utf-8") == text


def test_no_page_of_a_rule_outlives_its_rule() -> None:
    gone = set(DOCS.glob("rules/*.md")) - set(GENERATED)
    if REWRITE:
        for path in gone:
            path.unlink()
        return
    assert not gone


def test_every_page_is_in_the_contents_of_the_site() -> None:
    contents = Path("mkdocs.yml").read_text("utf-8")
    for path in DOCS.rglob("*.md"):
        name = path.relative_to(DOCS).as_posix()
        assert f": {name}\n" in contents or (name.startswith("rules/") and "not_in_nav: /rules/*" in contents), name


@pytest.mark.parametrize("path", WRITTEN, ids=str)
def test_a_page_gives_no_verdict_and_names_no_registry(path: Path) -> None:
    text = path.read_text("utf-8").lower()
    for word in ("unlawful", "compliant", "compliance", "pypi", "npmjs"):
        assert word not in text.replace("no verdict", ""), word
    for host in re.findall(r"https?://([^/\s)\"'`]+)", text):
        assert host in ("example.org", "github.com"), host


def test_the_hooks_that_a_page_names_are_those_that_the_project_has() -> None:
    page = (DOCS / "how-to" / "check-before-every-commit.md").read_text("utf-8")
    shown = next(block.words for block in blocks(page) if block.mark == "write: .pre-commit-config.yaml")
    named = {hook["id"] for repo in yaml.safe_load(shown)["repos"] for hook in repo["hooks"]}
    known = {hook["id"] for hook in yaml.safe_load(Path(".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert named | set(re.findall(r"^\| `(eia-[a-z-]+)`", page, re.M)) == known


def test_every_key_is_explained() -> None:
    assert not re.findall(r"^\| `[^`]+` \|\s*\|", (DOCS / "keys.md").read_text("utf-8"), re.M)


def test_an_output_shows_something() -> None:
    for path in WRITTEN:
        shown = [block.words for block in blocks(path.read_text("utf-8")) if block.mark.startswith("output")]
        assert all(words.replace(LEFT_OUT, "").strip() for words in shown), path


def test_a_page_that_shows_something_else_is_noticed(tmp_path: Path) -> None:
    page = "<!-- run -->\n```sh\neia --version\n```\n\n<!-- output -->\n```text\neia, version 0\n```\n"
    assert done_anew(page, tmp_path) != page


def test_a_command_that_could_not_do_its_work_is_noticed_unless_the_page_shows_it(tmp_path: Path) -> None:
    page = "<!-- run -->\n```sh\neia lnit\n```\n"
    with pytest.raises(Stale, match="ended with 2"):
        done_anew(page, tmp_path)
    done_anew(page + "\n<!-- output -->\n```text\n```\n", tmp_path)


def test_an_excerpt_with_a_mistake_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(Stale, match="unknown-key"):
        done_anew("<!-- yaml: assessment, draft -->\n```yaml\ntitel: x\n```\n", tmp_path)


def test_a_block_without_a_mark_is_noticed() -> None:
    assert len(list(unmarked("```yaml\na: b\n```\n\n<!-- run -->\n```text\nb\n```\n"))) == 2


def test_a_change_takes_the_place_of_the_part_that_begins_with_the_same_line() -> None:
    text = "a:\n  b:\n    c: 1\n\n  # of d\n  d: 2\ne: 3\n"
    assert changed(text, "  b: 9\n") == "a:\n  b: 9\n\n  # of d\n  d: 2\ne: 3\n"
    with pytest.raises(Stale):
        changed(text, "  x: 9\n")


def test_what_a_page_leaves_out_stays_out() -> None:
    said = "first\n\nsecond 2\n\nthird\n\nlast 4\n"
    assert (
        as_shown(f"first\n{LEFT_OUT}second 1\n{LEFT_OUT}last 3\n", said)
        == f"first\n{LEFT_OUT}second 2\n{LEFT_OUT}last 4\n"
    )
    assert as_shown(f"{LEFT_OUT}third\n{LEFT_OUT}", said) == f"{LEFT_OUT}third\n{LEFT_OUT}"


GRAMMARS: dict[str, type[Written]] = {"references": ActionReferences, "figures": Figures, "dates": When}
TABLES = re.findall(
    r"<!-- (no )?(references|figures|dates) -->\n((?:\|.*\n)+)", (DOCS / "format.md").read_text("utf-8")
)


def test_the_format_has_tables_of_what_can_be_written_and_of_what_cannot() -> None:
    assert len(TABLES) == 2 * len(GRAMMARS)


@pytest.mark.parametrize(("wrong", "of", "table"), TABLES)
def test_what_a_table_says_can_be_written_can_be_read_and_nothing_else(wrong: str, of: str, table: str) -> None:
    for row in table.splitlines()[2:]:
        left, right = row.split("|")[1:3]
        written = re.findall(r"`([^`]+)`", left)
        for words in written:
            assert bool(GRAMMARS[of].read(words).misreads) is bool(wrong), words
        assert written, row
        assert right.strip(), row


def test_a_page_cannot_show_a_mistake_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eia.cli.rules_command.callback", lambda **options: 1 / 0)
    with pytest.raises(Stale, match="ZeroDivisionError"):
        done_anew("<!-- output: eia rules -->\n```text\n```\n", tmp_path)

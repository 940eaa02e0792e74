"""The documentation on the command line: the same pages, without a network."""

from __future__ import annotations

from pathlib import Path

import pytest

from eia.pages import pages
from tests.running import within


def test_without_a_topic_it_lists_every_page(tmp_path: Path) -> None:
    listed = within(tmp_path, "help").out
    for page in pages():
        assert f"  {page.topic} " in listed
        assert page.title in listed


@pytest.mark.parametrize("topic", [page.topic for page in pages()])
def test_a_page_is_printed_for_reading(tmp_path: Path, topic: str) -> None:
    ran = within(tmp_path, "help", topic)
    assert ran.code == 0
    assert ran.out.startswith("# ")
    for sign in ("<!--", "-->", "![", ".md)", ".png)"):
        assert sign not in ran.out, sign


def test_topics_are_told_apart() -> None:
    topics = [page.topic for page in pages()]
    assert len(set(topics)) == len(topics)


def test_the_name_of_a_rule_is_a_topic_too(tmp_path: Path) -> None:
    assert within(tmp_path, "help", "unknown-reference").out == within(tmp_path, "explain", "unknown-reference").out


def test_a_misspelt_topic_is_met_with_the_nearest(tmp_path: Path) -> None:
    ran = within(tmp_path, "help", "diagnostic")
    assert ran.code == 2
    assert "Did you mean `diagnostics`?" in ran.err


def test_what_is_no_topic_is_met_with_the_list(tmp_path: Path) -> None:
    ran = within(tmp_path, "help", "zebra")
    assert ran.code == 2
    assert "`eia help` lists them all" in ran.err


def test_pages_of_rules_are_not_listed_twice() -> None:
    assert all(page.path.parent.name != "rules" for page in pages())
    assert Path("docs/rules").is_dir()

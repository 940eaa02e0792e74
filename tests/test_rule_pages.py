"""Each rule's page is its own test: Bad breaks that rule once, Good does not; and every rule has a page, a place and a name."""

from __future__ import annotations

import ast
import re
from inspect import cleandoc
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from docs.generate import written
from eia.forms import fault
from eia.linting import Checked, lint
from eia.rules import ALL, Rule
from eia.rules.manual import page, summaries
from tests.asking import AS_OF, EVERY_RULE, broken

RULES = {rule.id: rule for rule in ALL}


def example(rule: Rule, title: str) -> str:
    blocks = MarkdownIt().parse(page(rule.id) or "")
    at = next(index for index, token in enumerate(blocks) if token.type == "inline" and token.content == title)
    return next(token.content for token in blocks[at:] if token.type == "fence")


def check(folder: Path, example: str) -> Checked:
    return lint([written(folder / "example.eia.yaml", example)], as_of=AS_OF, choice=EVERY_RULE)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_the_bad_example_breaks_its_rule_once(rule: Rule, tmp_path: Path) -> None:
    assert [one.rule for one in broken(check(tmp_path, example(rule, "Bad")), rule.id)] == [rule.id]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_the_good_example_does_not_break_its_rule(rule: Rule, tmp_path: Path) -> None:
    assert broken(check(tmp_path, example(rule, "Good")), rule.id) == []


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_the_page_tells_why_and_what_to_do(rule: Rule) -> None:
    text = page(rule.id) or ""
    assert "\n## Why\n" in text
    assert "\n## What to do\n" in text
    assert all(_said(text, title) for title in ("When not to use it", "What it cannot tell"))
    assert "unlawful" not in text.replace("unlawful discrimination", "")
    assert "compliant" not in text


def _said(page: str, title: str) -> str:
    """What stands under a heading of a page, up to the next."""
    _, _, rest = page.partition(f"\n## {title}\n")
    return rest.partition("\n## ")[0].strip()


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_the_page_names_no_act_and_no_case_but_those_that_a_form_rests_on(rule: Rule) -> None:
    """A page serves every form, also where another law holds."""
    own, _, _ = (page(rule.id) or "").partition("\n## What it rests on\n")
    assert not re.search(r"\[(?:19|20)\d\d\]|\bAct (?:19|20)\d\d|\bv [A-Z]", own)


def test_every_file_of_rules_is_in_the_list_once() -> None:
    files = (path for path in Path("eia/rules").rglob("*.py") if "\n@rule(" in path.read_text("utf-8"))
    assert sorted(path.stem.replace("_", "-") for path in files) == sorted(rule.id for rule in ALL)


def test_every_name_that_a_diagnostic_can_have_has_a_page() -> None:
    named = {name for name, _, _ in summaries()}
    for path in Path("eia").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Diagnostic", "Flaw") and node.args:
                name = node.args[0]
                if isinstance(name, ast.Constant):
                    assert name.value in named, f"{path}: {name.value}"
    faults = {value for key, value in vars(fault).items() if key.isupper() and key != "JOINT"}
    assert faults <= named


def test_a_page_is_plain_text_without_the_indent_of_its_module() -> None:
    for rule in ALL:
        text = page(rule.id) or ""
        assert text == cleandoc(text)

"""The published assessment: what it says, letter by letter, and what the program must find in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from eia.diagnostics.diagnostic import Severity
from eia.linting import Checked, lint, place
from eia.model.assessment import Assessment
from eia.model.figure import Figures
from eia.model.part import parts
from eia.model.plan import Plan
from eia.model.reference import ActionReferences
from eia.project import Dossier
from tests.asking import AS_OF, EVERY_RULE, MENDED, PUBLISHED

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]


@pytest.fixture(scope="module")
def published() -> Checked:
    return lint([PUBLISHED])


@pytest.fixture(scope="module")
def dossier(published: Checked) -> Dossier:
    return published.dossiers[0]


def expected(name: str, dossier: Dossier) -> list[tuple[str, str, str, int, int, str]]:
    """The hand-written list, with each route turned into the line and column where its words stand."""
    return sorted(_placed(re.split(r"\s{2,}", line.strip(), maxsplit=3), dossier) for line in lines(name))


def _placed(columns: list[str], dossier: Dossier) -> tuple[str, str, str, int, int, str]:
    severity, rule, route, words = columns
    prefix, _, rest = route.rpartition(":")
    file = {"plan": dossier.plan.file, "sources": dossier.sources.file}.get(prefix, dossier.file)
    steps = tuple(int(step) if step.isdigit() else step for step in rest.split("."))
    assert file.tree
    whole = file.tree.whole(steps)
    assert whole, route
    offset = _offset_of(words, file.text.slice(whole), rule)
    where = file.text.position(whole.start + offset)
    return (severity, rule, file.path.name, where.line, where.column, words)


def _offset_of(words: str, whole: str, rule: str) -> int:
    """Where the underlined words stand in the entry, whatever lines they fill: a letter stands alone, and a `;` at the end."""
    if rule == "stray-separator":
        return whole.rindex(words)
    spaced = re.escape(words).replace(r"\ ", r"\s+")
    found = re.search(rf"(?<![\w.]){spaced}(?![\w])", whole)
    assert found, (words, whole)
    return found.start()


def reported(checked: Checked) -> list[tuple[str, str, str, int, int, str]]:
    return sorted(
        (
            one.severity.word,
            one.rule,
            one.text.path.name,
            at.line,
            at.column,
            " ".join(one.text.slice(one.span).split()),
        )
        for one in checked.diagnostics
        for at in [one.text.position(one.span.start)]
    )


def test_lint_reports_what_was_found_by_hand_at_the_right_line_and_column(published: Checked, dossier: Dossier) -> None:
    assert reported(published) == expected("expected.txt", dossier)


def test_the_stricter_rules_find_what_was_found_by_hand(dossier: Dossier) -> None:
    wanted = expected("stricter.txt", dossier)
    named = {rule for _, rule, *_ in wanted}
    assert [one for one in reported(lint([PUBLISHED], choice=EVERY_RULE)) if one[1] in named] == wanted


@pytest.mark.slow
def test_two_years_later_nine_actions_and_no_others_are_overdue() -> None:
    later = lint([PUBLISHED], as_of=date(2022, 10, 1))
    said = [re.findall("`([^`]*)`", one.message)[0] for one in later.diagnostics if one.rule == "overdue-action"]
    assert said == ["1.c", "1.a", "2.d", "2.e", "3.j", "4.a", "4.c", "4.f", "5.d"]


def test_the_mended_assessment_is_clean_and_its_notes_are_known() -> None:
    checked = lint([MENDED], as_of=AS_OF)
    assert not checked.at_least(Severity.WARNING)
    assert reported(checked) == expected("mended-notes.txt", checked.dossiers[0])


def test_every_citation_stands_as_printed(dossier: Dossier) -> None:
    written = [(key, *letters(words)) for key, words in citations(dossier.assessment)]
    printed = [(key, section, *listed) for key, section, *listed in (line.split() for line in lines("citations.txt"))]
    assert sorted(written) == sorted(printed)
    assert sum(len(line) - 2 for line in printed) == 78
    assert Counter(key for key, _, *listed in printed for _ in listed) == {
        "age": 23,
        "sex": 23,
        "sexual-orientation": 18,
        "religion-or-belief": 14,
    }


def citations(assessment: Assessment) -> list[tuple[str, str]]:
    found = []
    for key, row in (assessment.characteristics or {}).items():
        found += [(key, refs.words) for _, refs in parts(row.mitigations, ActionReferences) if not refs.everything]
    return found


def letters(words: str) -> list[str]:
    section, _, listed = words.partition(".")
    return [section, *re.findall(r"[A-Za-z]+", listed)]


def test_every_action_has_the_label_printed(dossier: Dossier) -> None:
    plan = dossier.plan.content
    assert isinstance(plan, Plan)
    written = [" ".join((s.id, *(action.id.partition(".")[2] for action in s.actions))) for s in plan.sections]
    assert written == lines("labels.txt")
    assert sum(len(section.actions) for section in plan.sections) == 43


def test_every_figure_printed_stands_in_its_own_row(dossier: Dossier) -> None:
    """Not just somewhere: in the row, in the evidence or engagement that it cites, or in the prose of section 3."""
    for line in lines("figures.txt"):
        where, _, figure = line.partition("  ")
        assert _bare(figure) in _bare(" ".join(_told(dossier, where))), line


def _told(dossier: Dossier, where: str) -> Iterator[str]:
    tree = dossier.file.tree
    assert tree
    route = ("text", "evidence") if where == "text.evidence" else ("characteristics", where)
    cited = {use.id for use in dossier.index.uses if use.site.route[:2] == route}
    for at in (route, *(("evidence", id) for id in cited), *(("engagement", id) for id in cited)):
        if whole := tree.whole(at):
            yield dossier.file.text.slice(whole)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[(),]", " ", text).replace(": ", " ").casefold().split())


def test_no_count_of_the_sixteen_is_called_wrong(published: Checked, dossier: Dossier) -> None:
    counted = [
        cell
        for _, figures in parts(dossier.assessment.evidence, Figures)
        for cell in figures.cells
        if cell.count and cell.of
    ]
    assert len(counted) == 16
    assert not [one for one in published.diagnostics if one.rule == "percent-count-mismatch"]


def test_all_seventy_four_organisations_are_listed(dossier: Dossier) -> None:
    events = dossier.assessment.engagement
    assert isinstance(events, dict)
    table = next(event.participants.words for event in events.values() if event.participants)
    assert len([line for line in table.splitlines() if line.strip().startswith("|")]) == 74 + 2


def test_every_place_lies_in_its_file(published: Checked, dossier: Dossier) -> None:
    for use in dossier.index.uses:
        text, span = place(use.site)
        assert text.slice(span).casefold().endswith(use.id.casefold().rpartition(".")[2])
    assert all(one.span.end <= len(one.text.source) for one in published.diagnostics)


def test_all_that_readers_found_is_found_or_it_is_said_why_it_cannot_be() -> None:
    lines = yaml.safe_load((HERE / "oracle.yaml").read_text("utf-8"))
    assert all(("undecided" in line) != ("rule" in line and "times" in line) for line in lines)
    spoken = Counter(one.rule for one in lint([PUBLISHED], choice=EVERY_RULE).diagnostics)
    known = {line["rule"]: line["times"] for line in lines if "rule" in line}
    assert {rule: spoken[rule] for rule in known} == known
    assert set(spoken) <= set(known), "whatever else is found, a reader has found too"

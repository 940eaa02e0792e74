"""What must not matter to lint does not: how things are called, in which order rows stand, what stands between the lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.linting import Checked, lint
from eia.project import Dossier
from tests.asking import AS_OF, EVERY_RULE, PUBLISHED
from tests.changing import Edit, Renaming, changed, own_names, put_between, reordered, row_blocks
from tests.records import records

SAMPLES = tuple(sorted(Path("assessments").glob("*/assessment.eia.yaml")))
FEW = settings(max_examples=3, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))
MANY = settings(max_examples=100, deadline=None)

Diagnostics = tuple[Diagnostic, ...]
Told = tuple[str, Severity, str]


def checked(*paths: Path) -> Checked:
    """What lint says, if every rule is asked and it is always the same day."""
    return lint(paths, as_of=AS_OF, choice=EVERY_RULE)


def told(diagnostics: Iterable[Diagnostic]) -> list[Told]:
    """What diagnostics say, without their places."""
    return [(one.rule, one.severity, one.message) for one in diagnostics]


class Before(NamedTuple):
    """An assessment that is about to be changed, and what lint says of it in a project of its own."""

    dossier: Dossier
    diagnostics: Diagnostics


def after(dossier: Dossier, edits: Iterable[Edit]) -> Checked:
    """What lint says of an assessment after edits."""
    with TemporaryDirectory() as folder:
        return checked(changed(dossier, edits, Path(folder)))


@lru_cache(maxsize=2**4)
def before(record: Path | str) -> Before:
    """A sample, or a small record, before it is changed."""
    if isinstance(record, Path):
        dossier = checked(record).dossiers[0]
        return Before(dossier, after(dossier, ()).diagnostics)
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.eia.yaml")
        path.write_text(record, encoding="utf-8", newline="")
        path.with_name("eia.toml").touch()
        found = checked(path)
        return Before(found.dossiers[0], found.diagnostics)


every_sample = pytest.mark.parametrize(
    "path",
    [pytest.param(one, marks=() if one.parent == PUBLISHED else pytest.mark.slow) for one in SAMPLES],
    ids=lambda path: path.parent.name,
)
"""Each sample; in the unit suite, the one in which most rules speak."""
anything = st.one_of(st.sampled_from(SAMPLES), records)


# How things are called

renamings = st.builds(Renaming, st.from_regex("[qvw]{3,5}-", fullmatch=True), st.integers(100, 900))
"""So short that no message has to leave out the end of a name."""


def names_do_not_matter(was: Before, renaming: Renaming) -> None:
    found = after(was.dossier, renaming.edits(was.dossier))
    assert named(renaming, found.diagnostics) == named(renaming, was.diagnostics)
    assert own_names(found.dossiers[0]).isdisjoint(own_names(was.dossier))


def named(renaming: Renaming, diagnostics: Diagnostics) -> Counter[Told]:
    return Counter((rule, severity, renaming.undone(message)) for rule, severity, message in told(diagnostics))


@every_sample
@FEW
@given(renaming=renamings)
def test_other_names_change_no_message_but_in_names(path: Path, renaming: Renaming) -> None:
    names_do_not_matter(before(path), renaming)


@pytest.mark.slow
@FEW
@given(records, renamings)
def test_nor_do_they_in_small_records(record: str, renaming: Renaming) -> None:
    names_do_not_matter(before(record), renaming)


@pytest.mark.slow
@MANY
@given(anything, renamings)
def test_nor_do_they_in_many_records(record: Path | str, renaming: Renaming) -> None:
    names_do_not_matter(before(record), renaming)


# What stands between the lines

remarks = st.text("abcXYZ 0189:-|>&*!#%'\"[]{}.,@£", max_size=40).map(str.lstrip).map("# {}".format)
"""Not those whose words stand further in: lint takes such a one for what an example left behind, and says so."""
lines = st.lists(st.tuples(st.integers(0), st.one_of(st.sampled_from(["", "  "]), remarks)), min_size=1, max_size=40)


BETWEEN = re.compile(r"\n[ \t]*(?:#[^\n]*)?(?=\n)")
"""An empty line, or a remark, among several."""


def lines_between_do_not_matter(was: Before, lines: list[tuple[int, str]]) -> None:
    edits = [edit for file in was.dossier.files for edit in put_between(file, lines)]
    assert underlined(after(was.dossier, edits).diagnostics) == underlined(was.diagnostics)


def underlined(diagnostics: Diagnostics) -> list[tuple[Told, str]]:
    """What diagnostics say, each with the words that it is about, without what was put between their lines."""
    words = (BETWEEN.sub("", one.text.slice(one.span)) for one in diagnostics)
    return list(zip(told(diagnostics), words, strict=True))


@every_sample
@FEW
@given(lines=lines)
def test_remarks_and_empty_lines_change_only_places(path: Path, lines: list[tuple[int, str]]) -> None:
    lines_between_do_not_matter(before(path), lines)


@pytest.mark.slow
@FEW
@given(records, lines)
def test_so_they_do_in_small_records(record: str, lines: list[tuple[int, str]]) -> None:
    lines_between_do_not_matter(before(record), lines)


@pytest.mark.slow
@MANY
@given(anything, lines)
def test_so_they_do_in_many_records(record: Path | str, lines: list[tuple[int, str]]) -> None:
    lines_between_do_not_matter(before(record), lines)


# In which order rows stand

ABOUT_ORDER = "out-of-order-row"


def order_does_not_matter(was: Before, data: st.DataObject) -> None:
    file = was.dossier.file
    blocks = row_blocks(file, "characteristics")
    edits = reordered(file, blocks, data.draw(st.permutations(range(len(blocks)))))
    assert in_no_order(after(was.dossier, edits).diagnostics) == in_no_order(was.diagnostics)


def in_no_order(diagnostics: Diagnostics) -> set[tuple[str, Severity, tuple[str, ...]]]:
    """What diagnostics say but for the order of rows; a message that lists rows lists them in that order.

    Nor does it matter how often: where one of three says otherwise, it differs from two, or two differ from it."""
    return {
        (rule, severity, tuple(sorted(message.replace(",", "").split())))
        for rule, severity, message in told(diagnostics)
        if rule != ABOUT_ORDER
    }


@every_sample
@FEW
@given(data=st.data())
def test_the_order_of_rows_matters_to_one_rule_alone(path: Path, data: st.DataObject) -> None:
    order_does_not_matter(before(path), data)


@pytest.mark.slow
@FEW
@given(records, st.data())
def test_so_it_does_in_small_records(record: str, data: st.DataObject) -> None:
    order_does_not_matter(before(record), data)


@pytest.mark.slow
@MANY
@given(anything, st.data())
def test_so_it_does_in_many_records(record: Path | str, data: st.DataObject) -> None:
    order_does_not_matter(before(record), data)


# When and in which order it is asked


@cache
def all_samples() -> Diagnostics:
    """What lint says of all samples in one go."""
    return checked(*SAMPLES).diagnostics


@pytest.mark.slow
@FEW
@given(st.permutations(SAMPLES))
def test_the_order_of_files_does_not_matter(paths: list[Path]) -> None:
    assert checked(*paths).diagnostics == all_samples()


@pytest.mark.slow
def test_nor_whether_files_or_their_folders_are_given() -> None:
    assert checked(*(path.parent for path in SAMPLES)).diagnostics == all_samples()


@FEW
@given(st.lists(records, min_size=2, max_size=4), st.data())
def test_assessments_of_one_plan_are_judged_alike_in_any_order(several: list[str], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "eia.toml").touch()
        Path(folder, "plan.eia.yaml").write_text(PLAN, encoding="utf-8")
        paths = [Path(folder, f"{number}.eia.yaml") for number in range(len(several))]
        for path, record in zip(paths, several, strict=True):
            path.write_text(sharing(record), encoding="utf-8")
        assert checked(*data.draw(st.permutations(paths))).diagnostics == checked(*paths).diagnostics


PLAN = "plan: p\nactions:\n  - id: 1.a\n    does: TBC\n  - id: 1.b\n    for: nobody\n  - id: 1.b\n    due: soon\n"


def sharing(record: str) -> str:
    """A record with a plan that lies beside it."""
    said = yaml.safe_load(record)
    return str(yaml.safe_dump({**said, "plan": "plan.eia.yaml"}, sort_keys=False))

"""What fixes never touch, whatever slips are in a file, and that they come to an end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from eia.fixing import Leave, Mended, Rewritten, mend, offered
from eia.linting import lint
from eia.loading import load_text
from eia.model.assessment import Approval, Decision, FollowUp, Version
from eia.model.figure import Figures
from eia.model.judgement import JUDGED, is_judgement
from eia.model.part import Nothing, Part, parts, walk
from eia.model.row import Answer
from eia.model.terms import Rating
from eia.model.when import When
from eia.rules import ALL
from eia.rules.manual import OF_READING, known, page
from eia.text.change import Add, Fix, Remove, Rename, Set
from eia.text.span import Route, Text
from eia.text.tree import Mapping, Node, Scalar, Tree
from tests.asking import AS_OF, EVERY_RULE
from tests.records import records

SAMPLES = sorted(Path("assessments").glob("*/*.eia.yaml"))
ASSESSMENTS = [path for path in SAMPLES if path.name.startswith("assessment")]
ALL_OF_IT = Leave(unsafe=True, signed_off=True)
FEW = settings(max_examples=4, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))
MANY = settings(max_examples=200, deadline=None)
PEOPLE = ("by", "owner", "who", "name", "role", "people", "contact", "participants")
SLIPS = (
    "\u200b",
    "\u00a0",
    "\ufeff",
    ";",
    ", ",
    ": ",
    " #3 ",
    "“",
    "*",
    "@",
    "# eia: ignore[long-sentence] -- so\n",
    "I",
    "http://",
)


def judged(tree: Tree | None) -> Counter[tuple[Route, str]]:
    """What only people write, character for character, under the keys that say so; rows may be called otherwise."""
    found: Counter[tuple[Route, str]] = Counter()
    waiting: list[tuple[Route, Node]] = [((), tree.root)] if tree else []
    for route, node in waiting:
        if isinstance(node, Scalar):
            first = next((at for at, step in enumerate(route) if step in JUDGED), None)
            if first is not None and tree:
                found[route[first:], tree.text.slice(node.span)] += 1
        elif isinstance(node, Mapping):
            waiting += (((*route, entry.key.value), entry.value) for entry in node.entries)
        else:
            waiting += (((*route, number), item) for number, item in enumerate(node.items))
    return found


def nothing_judged_is_touched(one: Rewritten) -> None:
    before, after = (load_text(text).tree for text in (one.before, one.after))
    lost = judged(before) - judged(after)
    assert before is None or not lost
    if before is None:
        assert all(written.strip("'\"") in one.before.source for _, written in judged(after))


def mended(folder: Path, leave: Leave = ALL_OF_IT) -> Mended:
    made = mend([folder], leave, as_of=AS_OF, choice=EVERY_RULE)
    for one in made.files:
        one.after.path.write_text(one.after.source, encoding="utf-8", newline="")
    return made


def it_is_left_alone(folder: Path) -> None:
    """All that people judge stays, and what is mended is mended for good."""
    for one in mended(folder).files:
        nothing_judged_is_touched(one)
    assert mended(folder).files == ()


def copied(sample: Path, folder: Path) -> None:
    folder.joinpath("eia.toml").touch()
    for path in sample.parent.iterdir():
        folder.joinpath(path.name).write_bytes(path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("sample", ASSESSMENTS, ids=lambda path: path.parent.name)
def test_no_judgement_in_a_sample_is_touched(sample: Path, tmp_path: Path) -> None:
    copied(sample, tmp_path)
    it_is_left_alone(tmp_path)


slips = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(SLIPS)), min_size=1, max_size=6)


def with_slips(sample: Path, slips: list[tuple[float, str]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        copied(sample, folder)
        path = folder / sample.name
        source = sample.read_text("utf-8")
        for at, slip in slips:
            source = source[: int(at * len(source))] + slip + source[int(at * len(source)) :]
        path.write_text(source, encoding="utf-8", newline="")
        it_is_left_alone(folder)


def test_a_mark_never_comes_to_begin_a_file_where_it_would_be_read_as_none() -> None:
    with_slips(SAMPLES[0], [(0.0, "# eia: ignore[long-sentence] -- so\n"), (0.0, "\ufeff"), (0.0, "\u200b")])


@FEW
@given(st.sampled_from(SAMPLES), slips)
def test_nor_is_one_among_slips(sample: Path, slips: list[tuple[float, str]]) -> None:
    with_slips(sample, slips)


@pytest.mark.slow
@MANY
@given(st.sampled_from(SAMPLES), slips)
def test_nor_is_one_among_many_slips(sample: Path, slips: list[tuple[float, str]]) -> None:
    with_slips(sample, slips)


def in_a_record(record: str) -> None:
    with TemporaryDirectory() as name:
        Path(name, "a.eia.yaml").write_text(record, encoding="utf-8", newline="")
        it_is_left_alone(Path(name))


@FEW
@given(records)
def test_nor_is_one_in_small_records(record: str) -> None:
    in_a_record(record)


@pytest.mark.slow
@MANY
@given(records)
def test_nor_is_one_in_many_records(record: str) -> None:
    in_a_record(record)


@FEW
@given(records)
def test_what_is_safe_makes_nothing_worse(record: str) -> None:
    nothing_is_worse(record)


@pytest.mark.slow
@MANY
@given(records)
def test_nor_does_it_in_many_records(record: str) -> None:
    nothing_is_worse(record)


def nothing_is_worse(record: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.joinpath("a.eia.yaml").write_text(record, encoding="utf-8", newline="")
        before = lint([folder], as_of=AS_OF, choice=EVERY_RULE)
        after = mended(folder, Leave(signed_off=True)).checked
    assert {one.rule for one in after.diagnostics} <= {one.rule for one in before.diagnostics}


# The list of what is judged, held against the model


def kinds() -> list[type[Part]]:
    found = list(Part.__subclasses__())
    for kind in found:
        found += kind.__subclasses__()
    return found


def holds(annotation: object, *sorts: type) -> bool:
    """Whether a field may hold such a value, at once or in a list or among keys."""
    return annotation in sorts or any(holds(inner, *sorts) for inner in get_args(annotation))


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_rating_figure_and_date_of_a_record_stands_under_a_key_that_is_judged(kind: type[Part]) -> None:
    for key, field in zip(kind.keys(), kind.model_fields.values(), strict=True):
        if holds(field.annotation, Rating, Figures, When):
            assert key in JUDGED, key


@pytest.mark.slow
@pytest.mark.parametrize("sample", ASSESSMENTS, ids=lambda path: path.parent.name)
def test_all_that_is_judged_in_a_sample_is_known_to_be(sample: Path) -> None:
    dossier = lint([sample]).dossiers[0]
    for content in (dossier.whole, dossier.plan.content, dossier.sources.content):
        for route, part in parts(content, Decision | Approval | Answer | Version | Nothing):
            assert all(is_judgement((*route, key)) for key in type(part).keys()), route  # noqa: SIM118
        for route, _ in parts(content, FollowUp):
            assert all(is_judgement((*route, key)) for key in ("action", "planned", "came")), route
        for route, _ in walk(content):
            if route and route[-1] in PEOPLE:
                assert is_judgement(route), route


@pytest.mark.parametrize(
    "change",
    [
        Set(("characteristics", "age", "impact"), "neutral"),
        Set(("characteristics", "age", "because"), "Since."),
        Set(("gaps", 0, "what"), "Nothing."),
        Set(("follow-up", 0, "came"), "All of it."),
        Set(("plan", "actions", 0, "owner"), "Somebody else"),
        Set(("evidence", "one", "figures", "all"), "40%"),
        Rename(("decision", "by"), "from"),
        Remove(("characteristics", "age")),
        Remove(("gaps",)),
        Add(("decision",), {"outcome": "Continue"}),
        Add(("characteristics", "age", "because"), "Since."),
    ],
)
def test_a_fix_that_would_write_what_people_judge_is_refused(change: object, tmp_path: Path) -> None:
    from eia.fixing.offered import _can_be_made

    file = load_text(
        Text(
            tmp_path / "a.eia.yaml",
            "assessment: a\ncharacteristics:\n  age:\n    impact: positive\n    because: So.\ngaps:\n  - what: All.\n"
            "follow-up:\n  - came: None.\nplan:\n  actions:\n    - id: 1.a\n      owner: Manager\n"
            "evidence:\n  one:\n    figures:\n      all: 41%\ndecision:\n  by: Cabinet\n",
        )
    )
    assert not _can_be_made(file, Fix("do so", (change,)))  # type: ignore[arg-type]


# What is said of each rule


@pytest.mark.parametrize("name", known())
def test_a_page_names_the_command_if_and_only_if_it_mends_something(name: str) -> None:
    mends = {rule.id: rule.mends for rule in ALL} | OF_READING
    own = (page(name) or "").partition("\n## Bad\n")[0]
    assert ("`eia lint --fix`" in own) == (mends.get(name) == "safe")
    assert ("`eia lint --fix --unsafe`" in own) == (mends.get(name) == "unsafe")


@pytest.mark.slow
def test_what_is_offered_can_be_made(tmp_path: Path) -> None:
    for sample in ASSESSMENTS:
        checked = offered(lint([sample], as_of=AS_OF, choice=EVERY_RULE))
        assert all(
            not dossier.is_settled for dossier in checked.dossiers if any(one.fix for one in checked.of(dossier))
        )

"""From its JSON alone, the files of an assessment come back that say the same words at the same places."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import eia
from eia.loading import load_text
from eia.publishing.data import whole
from eia.publishing.data.contents import NotData, contents_of
from eia.publishing.data.written import as_written
from eia.starting.restored import restored_of
from eia.text.hidden import UNSEEN
from eia.text.span import Text
from tests.asking import assessment
from tests.publishing.data.test_json import BODY, everything
from tests.publishing.samples import EVERYTHING, SAMPLES
from tests.running import within


def data(held: object, **others: object) -> bytes:
    """The file of an assessment that says this, with other files."""
    head = {"format": whole.FORMAT, "version": whole.VERSION}
    return json.dumps(head | {"written": {"assessment": held, **others}}).encode()


def same_again(path: Path, folder: Path) -> None:
    """Hold that what comes back is the same model, and has the same data."""
    before = eia.load(path)
    content = whole.write(before, draft=True)
    for name, text in restored_of(content).files.items():
        (folder / name).write_text(text, encoding="utf-8")
    after = eia.load(folder / "assessment.eia.yaml")
    assert after.whole == before.whole
    assert after.assessment == before.assessment


def test_what_comes_back_is_the_same(tmp_path: Path) -> None:
    same_again(EVERYTHING / "assessment.eia.yaml", tmp_path)
    after = eia.load(tmp_path / "assessment.eia.yaml")
    assert json.loads(whole.write(after, draft=True)) == everything()


def test_mistakes_come_back_too(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    same_again(assessment(tmp_path, BODY), tmp_path / "again")


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_comes_back(name: str, tmp_path: Path) -> None:
    same_again(SAMPLES[name] / "assessment.eia.yaml", tmp_path)


WORDS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\t \u3000:#-'\"")).map(
    lambda words: re.sub(f"[{UNSEEN}\r]", "", words)
)
TREES = st.recursive(
    st.none() | WORDS.filter(str.strip),
    lambda held: st.lists(held, max_size=3) | st.dictionaries(WORDS, held, max_size=3),
    max_leaves=8,
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(WORDS, TREES, max_size=3))
def test_whatever_words_a_file_says_come_back(said: dict[str, object]) -> None:
    held = {"assessment": "a"} | {
        key: value for key, value in said.items() if key not in ("assessment", "plan", "sources")
    }
    (text,) = restored_of(data(held)).files.values()
    tree = load_text(Text(Path("a.eia.yaml"), text)).tree
    assert tree is not None
    assert as_written(tree.root) == held


# The command


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exported") / "everything.json"
    path.write_text(json.dumps(everything()), encoding="utf-8")
    return path


def test_the_command_makes_a_folder_and_overwrites_nothing(tmp_path: Path, exported: Path) -> None:
    (tmp_path / "eia.toml").touch()
    ran = within(tmp_path, "import", exported)
    folder = tmp_path / "assessments" / "everything-2026"
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{kind}.eia.yaml" for kind in ("assessment", "plan", "sources")
    ]
    assert (
        (folder / "plan.eia.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=../../schemas/plan")
    )
    before = {path: path.read_bytes() for path in folder.iterdir()}
    again = within(tmp_path, "import", exported)
    assert again.code == 2
    assert "is there already" in again.err
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_an_id_that_another_folder_has_is_refused(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    assessment(tmp_path, "title: T\n", name="taken")
    (tmp_path / "x.json").write_bytes(data({"assessment": "taken"}))
    ran = within(tmp_path, "import", "x.json")
    assert ran.code == 2
    assert "has the id taken already" in ran.err
    assert not (tmp_path / "assessments").exists()


def test_whoever_changed_the_lists_is_told_that_only_the_words_of_the_files_count(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(data({"assessment": "abc"}))
    ran = within(tmp_path, "import", "x.json")
    assert ran.code == 0
    assert "was changed since it was exported" in ran.err


def test_a_plan_of_another_folder_lies_beside_its_assessment_then() -> None:
    said = {"assessment": "abc", "plan": "../shared/plan.eia.yaml", "sources": "../../../etc/x.eia.yaml"}
    restored = restored_of(data(said, plan={"plan": "p"}, sources={"sources": "s"}))
    assert sorted(restored.files) == ["assessment.eia.yaml", "plan.eia.yaml", "sources.eia.yaml"]
    assert "plan: plan.eia.yaml\nsources: sources.eia.yaml" in restored.files["assessment.eia.yaml"]


def test_no_file_takes_the_place_of_another() -> None:
    said = {"assessment": "abc", "plan": "Assessment.eia.yaml", "sources": "PLAN.eia.yaml"}
    names = list(restored_of(data(said, plan={"plan": "p"}, sources={"sources": "s"})).files)
    assert len({name.casefold() for name in names}) == 3


def test_a_file_that_is_not_there_stays_a_name() -> None:
    assert (
        "plan: gone.eia.yaml"
        in restored_of(data({"assessment": "abc", "plan": "gone.eia.yaml"})).files["assessment.eia.yaml"]
    )


# What is not ours

HEAD = f'"format": "{whole.FORMAT}", "version": 1'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe{}", "UTF-8"),
        (b"[1, 2]", "not the data of an assessment"),
        (b'{"format": "other"}', "not the data of an assessment"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1, "a": 2}', "`a` stands twice"),
        (b"[" * 100_000, "levels deep"),
        (b'{"a":' * 100_000, "levels deep"),
        (b'{"a": ' + b"9" * 5000 + b"}", "too long"),
        (f'{{"format": "{whole.FORMAT}", "version": 2}}'.encode(), "version 2"),
        (f"{{{HEAD}}}".encode(), "under `written`"),
        (f'{{{HEAD}, "written": {{"plan": {{}}}}}}'.encode(), "under `written`"),
        (f'{{{HEAD}, "written": {{"assessment": {{}}, "../x": {{}}}}}}'.encode(), "under `written`"),
        (data({}), "no keys"),
        (data("a"), "no keys"),
        (data({"title": "a", "assessment": "b"}), "does not begin"),
        (data({"assessment": None}), "does not begin"),
        (data({"assessment": "a", "version": 1.2}), "`/written/assessment/version` is a number"),
        (data({"assessment": "a", "x": [True]}), "`/written/assessment/x/0` is true or false"),
        (data({"assessment": "a", "title": "\ud800"}), "half a character"),
        (data({"assessment": "a", "\ud800": "b"}), "half a character"),
        (data({"assessment": "a", "title": "b\0c"}), "no file of ours can hold"),
        (data({"assessment": "a"}, plan={"plan": "p"}), "names no file"),
    ],
)
def test_what_is_not_ours_is_refused_with_the_reason(content: bytes, why: str) -> None:
    with pytest.raises(NotData, match=why):
        restored_of(content)


def test_lists_without_end_are_refused() -> None:
    deep: object = "x"
    for _ in range(500):
        deep = [deep]
    with pytest.raises(NotData, match="levels deep"):
        contents_of(data({"assessment": "a", "x": deep}))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (data({"assessment": "../../x"}), "cannot name a folder"),
        (data({"assessment": "con"}), "cannot name a folder"),
        (data({"assessment": "x" * 70}), "cannot name a folder"),
        (b"{", "x.json cannot be read: this is not JSON: line 1"),
    ],
)
def test_the_command_says_so_and_writes_nothing(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "x.json").write_bytes(content)
    ran = within(tmp_path, "import", "x.json")
    assert ran.code == 2
    assert why in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_a_file_that_is_not_there_or_far_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(100_000_000)
    assert "no such file" in within(tmp_path, "import", "nowhere.json").err
    ran = within(tmp_path, "import", "large.json")
    assert ran.code == 2
    assert "100,000,000 bytes" in ran.err

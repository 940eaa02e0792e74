"""The JSON of an assessment says what its files say, word for word, and beside it what each value means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, reduce
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml

import eia
from eia.files import Format
from eia.publishing.data import whole
from eia.publishing.edition import edition_of
from eia.publishing.proof import data as proof
from eia.publishing.save import render
from eia.write import Impossible
from tests.asking import assessment
from tests.publishing.samples import EVERYTHING, SAMPLES
from tests.running import within

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json] | None"

BODY = """
characteristics:
  age:
    context: Half of them are over 65 [@use-by-age].
    evidence: use-by-age; the-survey
    impact: Neutral to positive
    mitigations:
      - how: They come on weekdays.
        actions: 1.a-b; 9.z
  sex:
    gaps:
      none: All is known.
    impact:
      eliminate: negative
      advance: very odd
    mitigations:
      - actions: all of 1
duties:
  none: There is none.
evidence:
  use-by-age:
    says: Older people come more often.
    period: 12 months to September 2025
    columns: [65 and over, under 65]
    figures:
      any branch: about 41% (410 of 1,000) v suppressed
      cost: £1.5m a year v nobody knows
gaps:
  - what: How carers come.
    for: all
    actions: 1.b
decision:
  outcome: continue
  planned: by March 2027
x-ward: {name: Northgate, number: 7}
colour: red
title: Once
title: Twice
plan:
  sections:
    - id: 1
      title: Hours
      actions:
        - id: 1.a
          does: Open *earlier*.
          due: {begin: June 2026, report: quarterly}
          x-risk: high
        - id: 1.b
          does: Ask.
          due: soon
"""


@cache
def everything() -> dict[str, Json]:
    """The sample with everything in it."""
    return json.loads(eia.export(EVERYTHING / "assessment.eia.yaml", to="json", draft=True))


def told(folder: Path, body: str = BODY) -> dict[str, Json]:
    return json.loads(eia.export(assessment(folder, body), to="json", draft=True))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    return told(tmp_path_factory.mktemp("data"))


def find(things: Json, **wanted: Json) -> dict[str, Json]:
    """The one thing of a list that has these keys."""
    (found,) = (one for one in things if wanted.items() <= one.items())
    return found


def silent(value: object) -> Json:
    """What PyYAML says of a file, with one way to be silent."""
    if isinstance(value, dict):
        return {key: silent(below) for key, below in value.items()}
    return [silent(below) for below in value] if isinstance(value, list) else value or None


# What the files say


def test_what_the_files_say_stands_there_as_any_reader_of_yaml_reads_it() -> None:
    for kind, held in everything()["written"].items():
        text = (EVERYTHING / f"{kind}.eia.yaml").read_text("utf-8")
        assert held == silent(yaml.load(text, yaml.BaseLoader))
        assert list(held) == list(yaml.load(text, yaml.BaseLoader))


def test_what_no_part_of_the_format_takes_is_there_as_it_stands(data: dict[str, Json]) -> None:
    assert [one["words"] for one in data["unread"]] == ["colour: red", "title: Twice"]
    assert data["about"]["title"] == "Once"
    assert data["written"]["assessment"]["colour"] == "red"


def test_the_keys_of_an_organisation_are_there(data: dict[str, Json]) -> None:
    assert data["about"]["x-ward"] == {"name": "Northgate", "number": "7"}
    assert find(data["actions"], id="1.a")["x-risk"] == "high"


def pointers(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from (below,) if key == "pointer" else pointers(below)
    elif isinstance(value, list):
        yield from (one for below in value for one in pointers(below))


def follow(data: Json, step: str) -> Json:
    step = step.replace("~1", "/").replace("~0", "~")
    return data[int(step)] if isinstance(data, list) else data[step]


def test_every_pointer_leads_to_something(data: dict[str, Json]) -> None:
    for one in (everything(), data):
        found = list(pointers(one))
        assert len(found) > 20
        for pointer in found:
            assert pointer.startswith("/written/")
            reduce(follow, pointer.split("/")[1:], one)


def test_the_pointer_of_a_thing_leads_to_what_its_file_says_of_it() -> None:
    action = find(everything()["actions"], id="1.b")
    held = reduce(follow, action["pointer"].split("/")[1:], everything())
    assert held["owner"] == action["owner"] == "Facilities"


# What it means


def test_a_reference_has_the_ids_of_all_that_is_meant(data: dict[str, Json]) -> None:
    (mitigation,) = find(data["rows"], id="age")["mitigations"]
    assert mitigation["actions"] == {"written": "1.a-b; 9.z", "ids": ["1.a", "1.b"], "unknown": ["9.z"]}
    (whole_section,) = find(data["rows"], id="sex")["mitigations"]
    assert whole_section["actions"] == {"written": "all of 1", "ids": ["1.a", "1.b"]}
    for_all = find(data["gaps"], what="How carers come.")["for"]
    assert for_all["written"] == "all"
    assert "race" in for_all["ids"]


def test_a_citation_has_what_it_was_found_to_mean(data: dict[str, Json]) -> None:
    cited = find(data["citations"], cites="9.z")
    assert (cited["found"], cited["targets"], cited["by"]["id"]) == ("unknown", [], "age")
    (target,) = [one["targets"][0] for one in data["citations"] if one["cites"] == "use-by-age"][:1]
    assert {**target, "pointer": ""} == {
        "sort": "evidence",
        "id": "use-by-age",
        "title": "Older people come more often.",
        "pointer": "",
    }


def test_a_date_has_its_first_and_last_day(data: dict[str, Json]) -> None:
    assert find(data["actions"], id="1.a")["due"][0] == {
        "for": "begin",
        "for-label": "begin",
        "written": "June 2026",
        "earliest": "2026-06-01",
        "latest": "2026-06-30",
    }
    assert find(data["actions"], id="1.b")["due"] == [{"written": "soon", "earliest": None, "latest": None}]
    assert data["decision"]["planned"] == {"written": "by March 2027", "earliest": None, "latest": "2027-03-31"}


def test_a_figure_has_its_numbers(data: dict[str, Json]) -> None:
    first, second = data["evidence"][0]["figures"]
    share = {"words": "about 41% (410 of 1,000)", "value": 41, "count": 410, "of": 1000, "unit": "%", "approx": "about"}
    assert first["name"] == "any branch"
    assert first["figures"] == [share, {"words": "suppressed", "absent": "suppressed"}]
    money = {"words": "£1.5m a year", "value": 1_500_000, "unit": "£", "per": "a year"}
    assert second["figures"] == [money, {"words": "nobody knows"}]


def test_a_rating_has_the_words_of_the_form(data: dict[str, Json]) -> None:
    (rated,) = find(data["rows"], id="age")["impact"]
    assert [one["word"] for one in rated["ratings"]] == ["neutral", "positive"]
    assert rated["ratings"][1]["means"] == ["positive"]
    each = find(data["rows"], id="sex")["impact"]
    assert [(one["for"], [of["label"] is None for of in one["ratings"]]) for one in each] == [
        ("eliminate", [False]),
        ("advance", [True]),
    ]
    assert each[0]["for-label"] != "eliminate"


def test_a_row_has_its_groups_with_the_law(data: dict[str, Json]) -> None:
    (group,) = find(data["rows"], id="age")["groups"]
    assert group["label"] == find(data["rows"], id="age")["title"] == "Age"
    assert all("Equality Act 2010" in law for law in group["law"])


def test_that_there_is_none_stands_in_the_list(data: dict[str, Json]) -> None:
    assert find(data["rows"], table="duties")["none"] == "There is none."
    assert find(data["gaps"], row="sex")["none"] == "All is known."


def test_an_action_has_its_section_and_who_cites_it(data: dict[str, Json]) -> None:
    action = find(data["actions"], id="1.b")
    assert (action["section"], action["section-title"]) == ("1", "Hours")
    assert [(one["sort"], one["id"]) for one in action["cited-by"]] == [("row", "age"), ("row", "sex")]


def test_what_is_silent_is_named(data: dict[str, Json]) -> None:
    silences = [(one.get("row"), one["key"]) for one in data["silences"]]
    assert ("disability", "characteristics") in silences
    assert ("age", "characteristics") not in silences
    assert (None, "engagement") in silences


def test_a_form_that_is_not_known_has_no_title(tmp_path: Path) -> None:
    path = tmp_path / "a.eia.yaml"
    path.write_text("assessment: a\nprofile: nowhere\nplan: gone.eia.yaml\nsources: gone.eia.yaml\n")
    data = json.loads(eia.export(path, to="json", draft=True))
    assert data["form"] == {"id": None, "title": None}
    assert data["actions"] == data["rows"] == []


# The file


def test_equal_files_give_equal_bytes_wherever_they_lie(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = (eia.export(assessment(tmp_path / name, BODY), to="json", draft=True) for name in ("one", "two"))
    assert one == two
    assert str(tmp_path).encode() not in one


@pytest.mark.parametrize("to", ["json", "csv"])
def test_nothing_is_taken_from_the_disk_again(tmp_path: Path, to: Format) -> None:
    path = assessment(tmp_path, BODY)
    before, dossier = eia.export(path, to=to, draft=True), eia.load(path)
    path.write_text("assessment: a\ntitle: What nobody may see\n", encoding="utf-8")
    assert render(dossier, (), edition_of(None, to, draft=True)) == before


def test_a_file_that_nobody_changed_is_known_however_its_lines_are_set() -> None:
    content = json.dumps(everything())
    assert whole.is_unchanged(content.encode())
    assert not whole.is_unchanged(content.replace("Facilities", "Estates").encode())


@pytest.mark.parametrize("other", ["", "[]", "{", '{"seal": 1}', "[" * 100_000, '{"format": "eia-assessment-data"}'])
def test_any_other_file_is_not_ours(other: str) -> None:
    assert not whole.is_unchanged(other.encode())


def test_what_somebody_changed_is_not_overwritten(tmp_path: Path) -> None:
    path = assessment(tmp_path, BODY)
    assert within(tmp_path, "export", path, "--draft", "--to", "json").code == 0
    assert within(tmp_path, "export", path, "--draft", "--to", "json").code == 0
    made = tmp_path / "a.json"
    made.write_text(made.read_text("utf-8").replace("Once", "Never"), encoding="utf-8")
    ran = within(tmp_path, "export", path, "--draft", "-o", "a.json")
    assert ran.code == 1
    assert "was changed since it was exported" in ran.err


def test_with_errors_there_is_data_of_a_draft_alone(tmp_path: Path) -> None:
    path = assessment(tmp_path, BODY)
    assert within(tmp_path, "export", path, "--to", "json").code == 1
    assert told(tmp_path)["draft"] is True


@pytest.mark.parametrize("to", ["json", "csv"])
@pytest.mark.parametrize("option", ["--layout=table", "--template=house.docx"])
def test_what_is_of_documents_alone_is_refused(tmp_path: Path, to: str, option: str) -> None:
    ran = within(tmp_path, "export", assessment(tmp_path, "title: T\n"), "--draft", "--to", to, option)
    assert ran.code == 2
    assert f"this is to be .{to}" in ran.err


def test_what_is_of_documents_alone_is_refused_from_python_too(tmp_path: Path) -> None:
    path = assessment(tmp_path, "title: T\n")
    with pytest.raises(eia.Unfit, match=r"this is to be \.json"):
        eia.export(path, to="json", layout="table", draft=True)
    summary = replace(edition_of(None, "json", draft=True), summary=True)
    with pytest.raises(Impossible, match="a summary is a document"):
        render(eia.load(path), (), summary)


# The proof


def texts(value: Json, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where each text stands that is not derived from others."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in below:
        yield from texts(one, (*place, step)) if step not in ("citations", "cited-by") else ()
    if isinstance(value, str):
        yield place


def without(data: Json, place: tuple[str | int, ...]) -> bytes:
    """The file with another text at a place."""
    first, *rest = place
    held = dict(enumerate(data)) if isinstance(data, list) else dict(data)
    held[first] = "other words" if not rest else json.loads(without(held[first], tuple(rest)))
    return json.dumps(list(held.values()) if isinstance(data, list) else held).encode()


def test_what_is_lost_of_what_the_files_say_is_noticed() -> None:
    dossier = eia.load(EVERYTHING / "assessment.eia.yaml")
    places = [one for one in texts(everything()) if one[0] == "written"]
    for place in places[::25]:
        (lost,) = proof.lacking(dossier, without(everything(), place))
        assert lost.rule == "dropped"


def test_whatever_things_are_called_the_data_is_proved(tmp_path: Path) -> None:
    body = (
        "x-own: {written: a, name: b, for: [c, {citations: d}], e: f}\nx-text: |\n  Two\n  lines.\n\n"
        "people: {written: Jo, '': Sam, none: Al}\nevidence: {written: {says: Few, figures: {written: 12, for: odd}}, empty: }\n"
        "related: {cited-by: A report}\nanswers: {q: 'Yes', r: {answer: 'No'}}\nplan: {actions: [just words, [a], {id: 1.a}]}\n"
        "characteristics:\n  age: {impact: [positive, negative], evidence: [written, '', none], gaps: [{none: All.}]}\n"
        "  '<script>': {context: ']]> \u202b', mitigations: {none: No.}}\n  x: text\nsources: sources.eia.yaml\n"
    )
    for to in ("json", "csv"):
        eia.export(assessment(tmp_path, body), to=to, draft=True)


def test_one_file_named_twice_is_proved(tmp_path: Path) -> None:
    (tmp_path / "both.eia.yaml").write_text("plan: p\nactions:\n  - id: 1.a\n    colour: red\n")
    told(tmp_path, "plan: both.eia.yaml\nsources: both.eia.yaml\n")


def test_what_is_lost_of_the_lists_is_noticed() -> None:
    dossier = eia.load(EVERYTHING / "assessment.eia.yaml")
    places = [one for one in texts(everything()) if one[-1] in ("owner", "heard", "written", "because", "url")]
    assert len(places) > 40
    for place in places[::10]:
        assert proof.lacking(dossier, without(everything(), place)), place


@pytest.mark.slow
def test_whatever_is_lost_of_what_the_files_say_is_noticed() -> None:
    dossier = eia.load(EVERYTHING / "assessment.eia.yaml")
    for place in texts(everything()):
        if place[0] == "written":
            assert proof.lacking(dossier, without(everything(), place)), place


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_the_data_of_every_sample_is_proved(name: str) -> None:
    dossier = eia.load(SAMPLES[name] / "assessment.eia.yaml")
    assert proof.lacking(dossier, whole.write(dossier, True)) == ()

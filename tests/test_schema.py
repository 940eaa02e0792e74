"""What editors are told: everything that lint lets pass, and nothing that the format does not know."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from eia.api import load
from eia.forms.find import USUAL, shipped, shipped_names
from eia.index import Use, sorts_of
from eia.loading import KINDS, Kind
from eia.model.assessment import Assessment
from eia.model.outline import Shape, outline
from eia.model.part import Data, Part, parts
from eia.model.reference import References
from eia.model.shape import repair
from eia.project import Dossier
from eia.schema.ids import ONE_ID, of_dossier
from eia.schema.kinds import schema_of, whole
from eia.schema.offers import Offers
from eia.starting.draft import Answers, texts
from tests.clean import asked, clean_in, name

COMMITTED = Path("schemas")
EVERYTHING = Path("tests/publishing/everything/assessment.eia.yaml")
REWRITE = os.environ.get("EIA_GOLDEN") == "write"


class Typed(yaml.SafeLoader):
    """Guesses the types of values as editors do, who know of no dates."""


Typed.yaml_implicit_resolvers = {
    char: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for char, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def general(kind: Kind) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_of(kind, shipped(USUAL).profile, shipped_names())))


def own(dossier: Dossier) -> Draft7Validator:
    return Draft7Validator(whole("assessment", of_dossier(dossier)))


def with_text_keys(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): with_text_keys(below) for key, below in value.items()}
    return [with_text_keys(below) for below in value] if isinstance(value, list) else value


def wrong(validator: Draft7Validator, text: str) -> list[str]:
    """Where a validator finds fault, whether types are guessed or not."""
    said = (with_text_keys(yaml.load(text, loader)) for loader in (Typed, yaml.BaseLoader))
    return [error.json_path for data in said for error in validator.iter_errors(data)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_of_the_repository_are_as_the_program_would_make_them_now(kind: Kind) -> None:
    path = COMMITTED / f"{kind}.schema.json"
    made = schema_of(kind, shipped(USUAL).profile, shipped_names())
    if REWRITE:
        path.write_text(made, encoding="utf-8", newline="\n")
    assert path.read_bytes() == made.encode()


@pytest.mark.parametrize("name", shipped_names())
@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_of_draft_7(kind: Kind, name: str) -> None:
    schema = json.loads(schema_of(kind, shipped(name).profile, shipped_names()))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)


CASES = Path("tests/cases")
EVERY_FIFTH = [
    pytest.param(path, marks=pytest.mark.slow if path.is_relative_to(CASES) and number % 5 else ())
    for number, path in enumerate(asked())
]
"""Every file; of the many cases, all but every fifth among the slow tests."""


@pytest.mark.slow
@pytest.mark.parametrize("path", EVERY_FIFTH, ids=name)
def test_what_lints_without_an_error_is_let_through(path: Path) -> None:
    for one in clean_in(path):
        assert one.file.kind
        assert wrong(general(one.file.kind), one.file.text.source) == []
        if one.dossier and one.file is one.dossier.file:
            assert wrong(own(one.dossier), one.file.text.source) == []


@pytest.mark.slow
def test_enough_files_are_asked() -> None:
    some = [one for path in asked()[::2] for one in clean_in(path)]
    assert len(some) > 150
    assert {one.file.kind for one in some} == set(KINDS)


@pytest.mark.parametrize(
    "text",
    [
        "version: 1.2\nformat: 1\ntitle: no\nbody: true\nunit: ~\nkind: 2021-01-01\nlanguage: 0x1F\nprevious: 12e3\n",
        "format: '1'\nstatus: 'draft'\n",
        "title:\npolicy:\ntext:\nevidence:\ncharacteristics:\n  age:\n  sex:\n    impact:\n    evidence:\n    gaps:\n",
        "title: ''\npolicy: ' '\nevidence: []\ncharacteristics: {}\ngaps: ''\nplan: {}\nstatus: []\nformat: {}\n",
        "people:\n  1: x\n  2.5: 3\n  no: yes\n",
        "x-anything:\n  - at: all\npolicy:\n  x-own: [1, {2: 3}]\n",
        "plan: plan.eia.yaml\nsources: {}\n",
        "plan:\n  actions:\n    - id: 1.1\n      due: 2021\n    - due:\n        begin: 2021\n      was: [1.1, 1.2]\n",
        "engagement:\n  none: Nobody was asked.\nevidence:\n  - none: Nothing is known.\ngaps:\n  - none: None.\n",
        "characteristics:\n  other:\n    evidence:\n      - none: x\n    mitigations:\n      none: y\n",
        "characteristics:\n  age:\n    impact: fairly Good\n  sex:\n    impact: [positive, negative]\n  race:\n    impact:\n"
        "      before: negative\n      nonsense: neutral to positive\n    because:\n      before: x\n",
        "answers:\n  one: Yes\n  two:\n    answer: 2\n    because: x\n  three:\n",
        "figures-of-mine: 1\n".replace("figures-of-mine", "x-figures"),
        "evidence:\n  a:\n    figures:\n      2020: 5\n      all: 41% (410 of 1,000)\n    columns: a, b\n    from: [b, c]\n",
    ],
)
def test_silence_numbers_and_every_form_of_a_value_are_let_through(text: str) -> None:
    assert wrong(general("assessment"), text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("titel: x\n", "$"),
        ("title: [a]\n", "$.title"),
        ("title:\n  a: b\n", "$.title"),
        ("policy: We will.\n", "$.policy"),
        ("policy:\n  aim: x\n", "$.policy"),
        ("format: 2\n", "$.format"),
        ("status: signed off\n", "$.status"),
        ("characteristics: age\n", "$.characteristics"),
        ("characteristics:\n  - age\n", "$.characteristics"),
        ("characteristics:\n  age: fine\n", "$.characteristics.age"),
        ("characteristics:\n  age:\n    mitgations:\n", "$.characteristics.age"),
        ("characteristics:\n  over-75s:\n    of: age\n", "$.characteristics['over-75s']"),
        ("characteristics:\n  age:\n    mitigations: Soon\n", "$.characteristics.age.mitigations"),
        ("characteristics:\n  age:\n    evidence:\n      non: x\n", "$.characteristics.age.evidence"),
        ("gaps:\n  - wat: x\n", "$.gaps[0]"),
        ("plan:\n  section: []\n", "$.plan"),
    ],
)
def test_what_the_format_does_not_know_is_found_at_its_place(text: str, place: str) -> None:
    assert set(wrong(general("assessment"), text)) == {place}


WORDS = st.sampled_from(["1.a", "1.1", "positive", "no", "2021", "41% v 22%", "by June 2026", "x: y", "all"])
NAMES = st.sampled_from(["age", "sex", "use-by-age", "before", "2020", "none of these"])
SILENCE = st.sampled_from(["", " ", None, [], {}])
ANYTHING: st.SearchStrategy[object] = st.one_of(
    WORDS, SILENCE, st.lists(WORDS, max_size=2), st.dictionaries(NAMES, WORDS, max_size=2)
)


def said(shape: Shape) -> st.SearchStrategy[object]:
    """Mostly what fits a shape; now and then something else."""
    forms: list[st.SearchStrategy[object]] = []
    if shape.words:
        forms.append(st.sampled_from(shape.words))
    if shape.text:
        forms.append(WORDS)
    if shape.items:
        forms.append(st.lists(st.deferred(lambda: said(shape.items or Shape())), max_size=2))
    if shape.names:
        forms.append(st.dictionaries(NAMES, st.deferred(lambda: said(shape.names or Shape())), max_size=2))
    if shape.keys:
        some = {key.name: st.deferred(lambda key=key: said(key.shape)) for key in shape.keys}
        forms.append(
            st.lists(st.sampled_from(sorted(some)), max_size=3, unique=True).flatmap(
                lambda names: st.fixed_dictionaries({name: some[name] for name in names})
            )
        )
    return st.one_of(*forms, SILENCE, *forms, ANYTHING)


def without_silence(value: object) -> Data:
    """What is left when keys without an answer are left out, as the reader of files does."""
    if isinstance(value, dict):
        kept = {key: below for key, below in ((key, without_silence(one)) for key, one in value.items()) if below}
        return kept or ({} if value else None)
    if isinstance(value, list):
        return [without_silence(one) for one in value] or None
    return str(value) if value and str(value).strip() else None


@pytest.mark.slow
@settings(max_examples=250, deadline=None)
@given(st.fixed_dictionaries({key.name: said(key.shape) for key in outline(Assessment).keys}))
def test_whatever_the_model_takes_the_schema_takes(data: Mapping[str, object]) -> None:
    plain = without_silence(data)
    assert isinstance(plain, dict)
    model, misfits = repair(Assessment, plain)
    if not misfits and not any(part.unknown for _, part in parts(model, Part)):
        assert [error.json_path for error in general("assessment").iter_errors(data)] == []


@pytest.mark.parametrize("name", shipped_names())
def test_a_new_assessment_is_let_through(name: str) -> None:
    for file, text in texts(Path(), "a-draft", name, Answers()).items():
        kind = next(kind for kind in KINDS if file.startswith(kind))
        assert wrong(Draft7Validator(json.loads(schema_of(kind, shipped(name).profile, shipped_names()))), text) == []


def lines(name: str) -> list[str]:
    text = Path(f"tests/model/reference_{name}.txt").read_text("utf-8")
    return [line.split(" | ")[0] for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("words", [*lines("accepted"), *lines("rejected")])
def test_a_single_id_is_one_that_the_grammar_reads_as_one(words: str) -> None:
    if re.fullmatch(ONE_ID, words) and words not in ("all", "All", "none"):
        read = References.read(words)
        assert ([item.id for item in read.items], read.misreads) == ([words], ())


WRITTEN = ["1.a", "1.A", "1.l", "1.1", "9.z", "b", "all", "use-by-age", "Visits-Fell", "I.a", "a–c", "1.a-c"]


@cache
def cited() -> tuple[Dossier, Offers]:
    dossier = load(EVERYTHING)
    return dossier, of_dossier(dossier)


@given(
    st.lists(st.sampled_from(WRITTEN), max_size=3),
    st.sampled_from(["; ", ", ", " and ", ";", " "]),
    st.sampled_from(["", ";", " "]),
)
def test_whatever_lint_lets_stand_as_a_citation_the_schema_does(ids: list[str], between: str, end: str) -> None:
    dossier, offers = cited()
    for kind, (pattern, _) in offers.only.items():
        assert issubclass(kind, References)
        read = kind.read(between.join(ids) + end)
        uses = [Use(item.id, sorts_of(read, item), dossier.site(()), item) for item in read.items]
        if not read.misreads and all(dossier.index.resolve(use).targets for use in uses):
            assert re.search(pattern, read.words)


@pytest.mark.slow
def test_equal_files_give_equal_bytes() -> None:
    code = "from eia.cli import main; main()"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, "schema", "assessment"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert runs.pop().endswith(b"}\n")

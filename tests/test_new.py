"""A new assessment asks everything, answers nothing by itself, and lints without an error from its first day."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from eia.api import export
from eia.diagnostics.diagnostic import Severity
from eia.forms.find import Forms, shipped, shipped_names
from eia.linting import lint
from eia.model.asked import Asked
from eia.model.assessment import Assessment
from eia.model.part import walk
from eia.model.profile import Profile
from eia.model.row import Row
from eia.model.vocabulary import of_kind, words_of
from eia.model.written import Written
from eia.starting.draft import Answers, begin, fault_of, slug_like
from eia.starting.parts import BODY
from eia.text.scalar import as_value
from eia.text.span import Text
from eia.text.yaml import parse
from tests import own_form
from tests.running import ROOT, within

PROFILE = "gb-equality-act"
EVERY = [(form, kind) for form in shipped_names() for kind in shipped(form).profile.kinds]
EVERY += [(own_form.NAME, "short"), (own_form.NAME, "full")]
"""Each form with each of its kinds."""
EXAMPLE = re.compile(r"^( *)# ((?:- )?[a-z][a-z0-9-]*:(?: [^$]|$)|  +\S)")
"""A remark that becomes part of the assessment once its sign is deleted; guidance begins with a capital."""
OPEN = {"missing-rating", "unanswered-question", "uncited-action"}
"""What lint has to say about a draft in which nobody has written anything."""
ALWAYS = {"title", "body", "people", "unit", "version", "language", "previous"}
BELOW_NAMES = ("text", "evidence.", "engagement.", "intersections.", "gaps.", "duties.", "plan.sections", "sources.")
"""Of these there is nothing in a new assessment above which guidance could stand."""


def drafted(folder: Path, answers: Answers = Answers(), profile: str = PROFILE) -> Path:  # noqa: B008
    if profile == own_form.NAME:
        own_form.set_up(folder)
    return begin(folder, "a-draft", profile, answers)


def form_of(folder: Path, name: str) -> Profile:
    form = Forms(folder).get(name)
    assert form is not None
    return form.profile


def asked_of(form: Profile, kind: str) -> Asked:
    """What the form asks of an assessment in which nobody has answered anything."""
    return Asked(form, Assessment(kind=kind))


def assessed(home: Path) -> Assessment:
    checked = lint([home])
    assert not checked.errors
    return checked.dossiers[0].assessment


def below(value: object, *keys: str) -> dict[str, object]:
    """What stands at these keys, with a value or without."""
    for key in keys:
        assert isinstance(value, dict)
        value = value[key]
    assert isinstance(value, dict)
    return value


def written(home: Path) -> dict[str, object]:
    """All keys of the assessment, also those under which nothing stands yet."""
    return below(yaml.load((home / "assessment.eia.yaml").read_text("utf-8"), yaml.BaseLoader))


def remarks(home: Path) -> str:
    lines = [line.strip() for path in sorted(home.iterdir()) for line in path.read_text("utf-8").splitlines()]
    return " ".join(line.strip("# ") for line in lines if line.startswith("#"))


@pytest.mark.parametrize(("profile", "kind"), EVERY)
def test_a_new_assessment_has_no_error_and_no_warning(tmp_path: Path, profile: str, kind: str) -> None:
    checked = lint([drafted(tmp_path, Answers(kind=kind), profile)])
    assert {one.rule for one in checked.diagnostics} <= OPEN
    assert {one.severity for one in checked.diagnostics} <= {Severity.NOTE}
    assert checked.dossiers[0].assessment.kind == kind


@pytest.mark.parametrize("profile", shipped_names())
def test_without_a_kind_it_is_the_first_of_the_form(tmp_path: Path, profile: str) -> None:
    assert assessed(drafted(tmp_path, profile=profile)).kind == next(iter(shipped(profile).profile.kinds))


@pytest.mark.parametrize(("profile", "kind"), EVERY)
def test_it_has_the_parts_of_its_kind_and_no_other_in_the_order_of_the_format(
    tmp_path: Path, profile: str, kind: str
) -> None:
    home = drafted(tmp_path, Answers(kind=kind), profile)
    form, parts = form_of(tmp_path, profile), list(written(home))
    assert parts == sorted(parts, key=Assessment.keys().index)
    assert [part for part in parts if part in BODY and not asked_of(form, kind).holds(part)] == []
    for part in ("policy", "engagement", "evidence", "characteristics", "decision", "approvals", "plan", "sources"):
        assert (part in parts) == asked_of(form, kind).holds(part), part
    files = {"assessment.eia.yaml", *(f"{part}.eia.yaml" for part in ("plan", "sources") if part in parts)}
    assert {path.name for path in home.iterdir()} == files


@pytest.mark.parametrize(("profile", "kind"), EVERY)
def test_every_group_that_is_asked_for_has_a_row_that_says_nothing(tmp_path: Path, profile: str, kind: str) -> None:
    home = drafted(tmp_path, Answers(kind=kind), profile)
    form = form_of(tmp_path, profile)
    groups = list(form.assessed()) if asked_of(form, kind).holds("characteristics") else []
    assert list(written(home).get("characteristics", {})) == groups  # type: ignore[call-overload]
    assert not [value for _, value in walk(assessed(home).characteristics) if isinstance(value, str | Written)]


@pytest.mark.parametrize(("profile", "kind"), EVERY)
def test_a_row_asks_for_each_aim_or_stage_and_for_the_answers_about_its_group(
    tmp_path: Path, profile: str, kind: str
) -> None:
    home = drafted(tmp_path, Answers(kind=kind), profile)
    form, data = form_of(tmp_path, profile), written(home)
    asked = asked_of(form, kind)
    rows = [("characteristics", key) for key in form.assessed()] + [("duties", key) for key in form.duties]
    for route in (one for one in rows if one[0] in data):
        row = below(data, *route)
        assert list(row["impact"] or {}) == list(asked.owed(route, Row()))  # type: ignore[call-overload]
        assert list(row.get("answers", {})) == list(asked.every_question_of(route, Row()))  # type: ignore[call-overload]


@pytest.mark.parametrize(("profile", "kind"), EVERY)
def test_what_the_form_asks_of_the_whole_stands_there(tmp_path: Path, profile: str, kind: str) -> None:
    home = drafted(tmp_path, Answers(kind=kind), profile)
    form, data = form_of(tmp_path, profile), written(home)
    asked = asked_of(form, kind)
    assert list(data.get("answers", {})) == list(asked.every_question)  # type: ignore[call-overload]
    assert ("duties" in data) == bool(form.duties and asked.holds("duties"))
    assert list(data.get("duties", {})) == (list(form.duties) if "duties" in data else [])  # type: ignore[call-overload]
    signed = data.get("approvals") or []
    assert isinstance(signed, list)
    assert [one["as"] for one in signed] == (list(of_kind(form.signatories, kind)) if "approvals" in data else [])


@pytest.mark.parametrize(("profile", "kind"), EVERY)
def test_questions_and_words_to_choose_from_stand_in_remarks(tmp_path: Path, profile: str, kind: str) -> None:
    home = drafted(tmp_path, Answers(kind=kind), profile)
    form, data, said = form_of(tmp_path, profile), written(home), remarks(home)
    asked, groups = asked_of(form, kind), form.assessed() if "characteristics" in data else []
    of_rows = (one for key in groups for one in asked.every_question_of(("characteristics", key), Row()).items())
    for key, question in (*asked.every_question.items(), *of_rows):
        numbered = f"{question.number}. {question.label}" if question.number else question.label
        choices = f"Answers: {', '.join(words_of(question.choices))}." if question.choices else ""
        for words in (numbered, question.says or "", choices):
            assert " ".join(words.split()) in said, key
    for part, outcomes in form.outcomes.items():
        for word in of_kind(outcomes, kind) if part in data else ():
            assert word in said
    for choices in form.choices.values():
        assert "policy" not in data or ", ".join(words_of(choices)) in said or "plan" not in data


def test_a_question_is_explained_once_and_says_when_it_is_asked(tmp_path: Path) -> None:
    said = remarks(drafted(tmp_path, Answers(kind="short"), own_form.NAME))
    assert said.count("2. Is there a barrier for these people? Answers: Yes, No. Give the reason.") == 1
    assert "1a. Which partners take part, and what for? Answer only if question 1 is answered Yes." in said
    assert "Answers: Yes, No, Partly. With Yes or Partly, give the reason." in said
    assert "What speaks against it? Be frank." in said


def test_what_a_form_says_of_a_group_stands_above_its_row_letter_by_letter(tmp_path: Path) -> None:
    text = (drafted(tmp_path, profile=own_form.NAME) / "assessment.eia.yaml").read_text("utf-8")
    assert "  # Whoever looks after somebody, and is not paid: it costs them time & $$$.\n  carers:\n" in text
    assert "  # Think of school children.\n  age:\n" in text
    assert "  # People on a low income.\n  socio-economic:\n" in text


def test_keys_about_which_the_form_says_nothing_are_left_out(tmp_path: Path) -> None:
    assert {"unit", "previous"}.isdisjoint(written(drafted(tmp_path)))
    other = tmp_path / "other"
    other.mkdir()
    home = drafted(other, profile=own_form.NAME)
    data = written(home)
    assert "unit" in data
    assert {"change", "affects", "aims"} == below(data, "policy").keys()
    assert "conditions" in below(data, "decision")
    row = below(data, "characteristics", "sex")
    assert list(row) == ["context", "evidence", "mitigations", "impact", "because", "answers"]
    assert "        # Choices: to do, under way, done.\n        status:\n" in (home / "plan.eia.yaml").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(("profile", "kind"), EVERY)
def test_what_nobody_answered_stays_unanswered(tmp_path: Path, profile: str, kind: str) -> None:
    found = assessed(drafted(tmp_path, Answers(kind=kind), profile))
    said = {
        route[0]
        for route, value in walk(found)
        if route and isinstance(value, str | Written) and value and route[-1] != "as"
    }
    assert said - {"plan", "sources"} == {"assessment", "format", "profile", "kind", "status"}


def test_its_document_says_section_by_section_that_nothing_is_answered(tmp_path: Path) -> None:
    printed = export(drafted(tmp_path) / "assessment.eia.yaml", to="md").decode()
    *sections, last = re.split(r"^## ", printed, flags=re.M)[1:]
    assert last.startswith("About this file")
    assert {section.partition("\n")[0] for section in sections} >= {
        "Policy and aims",
        "Decision",
        "Monitoring and review",
    }
    for section in sections:
        assert re.search("No answer is recorded|Not signed|Not yet assessed", section), section


def test_answers_stand_where_they_belong(tmp_path: Path) -> None:
    found = assessed(
        drafted(tmp_path, Answers("Hours: fewer # or more", "Midshire", "Libraries Manager", "April 2027"))
    )
    assert (found.title, found.body) == ("Hours: fewer # or more", "Midshire")
    assert found.people == {"lead officer": "Libraries Manager"}
    assert found.decision is not None
    assert found.decision.planned is not None
    assert found.decision.planned.words == "April 2027"


@pytest.mark.parametrize(("profile", "kind"), EVERY)
def test_every_example_may_be_uncommented(tmp_path: Path, profile: str, kind: str) -> None:
    home = drafted(tmp_path, Answers(kind=kind), profile)
    for path in home.iterdir():
        text = path.read_text("utf-8")
        path.write_text("".join(EXAMPLE.sub(r"\1\2", line) for line in text.splitlines(True)), encoding="utf-8")
    checked = lint([home])
    assert [one.message for one in checked.errors] == []
    prompts = len(re.findall("insert", "".join(path.read_text("utf-8") for path in home.iterdir()), re.I))
    assert len([one for one in checked.diagnostics if one.rule == "placeholder-text"]) == prompts
    assessment, form = checked.dossiers[0].assessment, form_of(tmp_path, profile)
    for part in ("engagement", "evidence", "gaps", "approvals"):
        assert bool(getattr(assessment, part)) == asked_of(form, kind).holds(part), part


@pytest.mark.parametrize(("profile", "kind"), EVERY)
def test_the_guidance_of_the_profile_stands_above_its_key(tmp_path: Path, profile: str, kind: str) -> None:
    home = drafted(tmp_path, Answers(kind=kind), profile)
    parts, said, form = written(home), remarks(home), form_of(tmp_path, profile)
    columns = {key for column in form.layout.columns.values() for key in words_of(column.holds)}
    for key, words in form.guidance.items():
        part, _, rest = key.partition(".")
        unasked = key.startswith(BELOW_NAMES) or (part == "characteristics" and rest in {"evidence"} - columns)
        if part in parts and not unasked:
            assert " ".join(words.split()) in said, key


@pytest.mark.parametrize("slug", ["library-hours-2026", "abc", "a1b"])
def test_a_short_name_can_be_cited(slug: str) -> None:
    assert not fault_of(slug)


@pytest.mark.parametrize(
    "slug",
    [
        "Library",
        "library hours",
        "ab",
        "1-library",
        "library--hours",
        "../x",
        "a/b",
        "all",
        "",
        "con",
        "plan",
        "x" * 61,
    ],
)
def test_what_cannot_be_a_short_name_is_refused_and_nothing_is_made(tmp_path: Path, slug: str) -> None:
    ran = within(tmp_path, "new", slug)
    assert ran.code == 2
    assert "cannot be a short name" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_short_name_is_proposed() -> None:
    assert slug_like("Library Hours, 2026!") == "library-hours-2026"


def test_options_answer_everything_and_nothing_is_asked(tmp_path: Path) -> None:
    ran = within(
        tmp_path,
        "new",
        "library-hours",
        "--title",
        "Hours",
        "--body",
        "Midshire",
        "--who",
        "A role",
        "--when",
        "May 2027",
    )
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0] == "Begun: assessments/library-hours"
    assert assessed(tmp_path / "assessments" / "library-hours").title == "Hours"


def test_the_folder_goes_below_the_top_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    (tmp_path / "deep").mkdir()
    assert within(tmp_path / "deep", "new", "library-hours").code == 0
    assert (tmp_path / "assessments" / "library-hours" / "plan.eia.yaml").is_file()


def test_the_settings_of_the_project_are_taken_for_granted(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").write_text('body = "Midshire Borough Council"\n', encoding="utf-8")
    assert within(tmp_path, "new", "library-hours").code == 0
    assert assessed(tmp_path / "assessments" / "library-hours").body == "Midshire Borough Council"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("body = Midshire", "eia.toml: line 1 has words without quotes behind the `=`\n"),
        ('body = "a"\nbody = "b"\n', "eia.toml: line 2 says something a second time\n"),
        ('layout = "table"\nbody = "a', "eia.toml: line 2 has quotes that do not end\n"),
        ('body = "a\nb"\n', "eia.toml: line 1 has quotes that do not end\n"),
        (
            'template = "deep\\house.docx"',
            "eia.toml: line 1 has a backslash, which means something else here\n",
        ),
        ("layout: table\n", "eia.toml: line 1 has no `=` behind its first word\n"),
        ('body = "a" "b"', "eia.toml: line 1 has something behind the words in quotes\n"),
        ("= 1", "eia.toml: line 1 is no setting\n"),
        ("body = " + "9" * 10_000, "eia.toml: what stands there is no setting\n"),
        ('bodi = "x"', "Did you mean `body`?"),
        ("body = 1", "takes text"),
        ('profile = "gb-equality-atc"', "Did you mean `gb-equality-act`?"),
    ],
)
def test_settings_that_cannot_be_used_are_named(tmp_path: Path, settings: str, said: str) -> None:
    (tmp_path / "eia.toml").write_text(settings, encoding="utf-8")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert said in ran.err
    assert not (tmp_path / "assessments").exists()


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_has_the_name_already_is_left_alone(tmp_path: Path, kind: str) -> None:
    home = tmp_path / "assessments"
    home.mkdir()
    taken = home / "library-hours"
    if kind == "folder":
        taken.mkdir()
    elif kind == "file":
        taken.write_text("mine", encoding="utf-8")
    else:
        taken.symlink_to(tmp_path / "nowhere")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert "left as it is" in ran.err
    assert not (taken / "assessment.eia.yaml").exists()


def test_where_nothing_can_be_made_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "assessments").write_text("a file in the way", encoding="utf-8")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert "cannot be made" in ran.err


def test_a_disk_that_fails_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert "No space left" in ran.err
    assert list((tmp_path / "assessments").iterdir()) == []


def on_a_terminal(folder: Path, *answers: str) -> tuple[int, str]:
    """What `eia new` says to somebody who types these answers; `^C` interrupts."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from eia.cli import main; main()", "new", "library-hours"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": ""}
    running = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=env,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell in the background ignores it
    )
    os.close(theirs)
    said = b""
    waiting = list(answers)
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        if not select.select([ours], [], [], 0.5)[0]:
            if not waiting and answers[-1] == "^C":
                running.send_signal(2)  # a signal that comes just before the program waits is seen with the next alone
            continue
        try:
            said += os.read(ours, 1024)
        except OSError:  # the other end has gone
            break
        if waiting and said.rstrip().endswith((b":", b"]:")):
            answer = waiting.pop(0)
            os.write(ours, b"\x03" if answer == "^C" else f"{answer}\n".encode())
            said += b"|"
            if answer == "^C":
                running.send_signal(2)
    os.close(ours)
    return running.wait(timeout=30), said.decode()


def test_on_a_terminal_it_asks_what_is_open(tmp_path: Path) -> None:
    code, said = on_a_terminal(tmp_path, "", "", "Library hours", "Midshire", "Libraries Manager", "")
    assert code == 0, said
    assert said.count("|") == 6
    found = assessed(tmp_path / "assessments" / "library-hours")
    assert (found.title, found.body, found.profile) == ("Library hours", "Midshire", PROFILE)
    assert not found.decision or found.decision.planned is None


def test_on_a_terminal_the_kinds_are_those_of_the_form_that_was_chosen(tmp_path: Path) -> None:
    own_form.set_up(tmp_path)
    code, said = on_a_terminal(tmp_path, own_form.NAME, "shrt", "Light touch", "", "", "", "May 2027")
    assert code == 0, said
    assert "Did you mean `short`?" in said
    found = assessed(tmp_path / "assessments" / "library-hours")
    assert (found.profile, found.kind) == (own_form.NAME, "short")


@pytest.mark.parametrize(("said", "kind"), [("screening", "screening"), ("Declaration", "declaration")])
def test_a_kind_may_be_named_as_people_call_it(tmp_path: Path, said: str, kind: str) -> None:
    assert within(tmp_path, "new", "library-hours", "--kind", said).code == 0
    assert assessed(tmp_path / "assessments" / "library-hours").kind == kind


def test_a_kind_that_the_form_does_not_know_is_refused_with_the_nearest(tmp_path: Path) -> None:
    ran = within(tmp_path, "new", "library-hours", "--kind", "screning")
    assert ran.code == 2
    assert f"the form {PROFILE} has no kind called screning. Did you mean `screening`?" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_it_names_the_files_that_there_are(tmp_path: Path) -> None:
    ran = within(tmp_path, "new", "library-hours", "--kind", "declaration")
    home = tmp_path / "assessments" / "library-hours"
    assert [path.name for path in home.iterdir()] == ["assessment.eia.yaml"]
    assert "plan.eia.yaml" not in ran.out
    assert "table" not in ran.out


def test_where_nothing_is_decided_the_day_stands_in_the_screening(tmp_path: Path) -> None:
    within(tmp_path, "new", "library-hours", "--kind", "declaration", "--when", "May 2027")
    screening = assessed(tmp_path / "assessments" / "library-hours").screening
    assert screening is not None
    assert screening.planned is not None
    assert screening.planned.words == "May 2027"


def test_a_day_for_which_there_is_no_place_is_refused_and_not_lost(tmp_path: Path) -> None:
    path = own_form.set_up(tmp_path)
    path.write_text(path.read_text("utf-8").replace("screening, answers, decision, ", "answers, "), encoding="utf-8")
    words = ["new", "library-hours", "--profile", own_form.NAME, "--kind", "short"]
    ran = within(tmp_path, *words, "--when", "May 2027")
    assert ran.code == 2
    assert "no place for the day of a decision" in ran.err
    assert within(tmp_path, *words).code == 0


@pytest.mark.parametrize("wrong", ["extends: gb-equality-atc\n", "title: [\n"])
def test_a_form_that_cannot_be_read_to_the_end_is_not_followed(tmp_path: Path, wrong: str) -> None:
    path = own_form.set_up(tmp_path)
    path.write_text(f"profile: {own_form.NAME}\n{wrong}", encoding="utf-8")
    ran = within(tmp_path, "new", "library-hours", "--profile", own_form.NAME)
    assert ran.code == 2
    assert "cannot be followed yet: " in ran.err
    assert f"profiles/{own_form.NAME}/profile.eia.yaml" in ran.err
    assert not (tmp_path / "assessments").exists()


def test_interrupted_it_has_made_nothing(tmp_path: Path) -> None:
    code, said = on_a_terminal(tmp_path, "Library hours", "^C")
    assert code == 130, said
    assert list(tmp_path.iterdir()) == []


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_words_become_a_value_that_reads_back_as_the_same_words(words: str) -> None:
    value = as_value(words)
    parsed = parse(Text(Path(), f"key: {value}\nother: x\n"))
    line = "".join(char for char in " ".join(words.split()) if char.isprintable())
    assert not parsed.flaws
    assert parsed.tree is not None
    assert parsed.tree.data() == ({"key": line} if line.strip() else {}) | {"other": "x"}


@pytest.mark.parametrize("words", ["Library hours", "no", "2026", "1.10", "It's – “new”", "50% of it", "a-b"])
def test_ordinary_words_need_no_quotes(words: str) -> None:
    assert as_value(words) == words


def test_an_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    within(tmp_path, "new", "library-hours")
    (tmp_path / "assessments" / "library-hours").rename(tmp_path / "assessments" / "hours")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert "assessments/hours/assessment.eia.yaml has the id library-hours already" in ran.err


@pytest.mark.parametrize("kind", ["file", "link"])
def test_where_schemas_cannot_be_made_the_assessment_has_begun_all_the_same(tmp_path: Path, kind: str) -> None:
    if kind == "file":
        (tmp_path / "schemas").touch()
    else:
        (tmp_path / "schemas").symlink_to(tmp_path / "nowhere")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 0
    assert ran.out.startswith("Begun: ")
    assert "Your editor could not be told about it" in ran.err
    assert "tells your editor" not in ran.out


def test_a_folder_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "eia.toml").touch()
    (tmp_path / "project" / "assessments").symlink_to(tmp_path / "elsewhere")
    ran = within(tmp_path / "project", "new", "library-hours")
    assert ran.code == 2
    assert "leads out of this project" in ran.err
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_words_are_taken_together_and_joined_in_the_advice(tmp_path: Path) -> None:
    ran = within(tmp_path, "new", "Parking", "permits", "online")
    assert ran.code == 2
    assert "parking-permits-online" in ran.err


def test_without_eia_init_lint_still_keeps_the_schema_up_to_date(tmp_path: Path) -> None:
    within(tmp_path, "new", "library-hours")
    plan = tmp_path / "assessments" / "library-hours" / "plan.eia.yaml"
    plan.write_text(plan.read_text("utf-8").replace("id: 1.a", "id: 1.q"), encoding="utf-8")
    within(tmp_path, "lint")
    assert "1.q" in (tmp_path / "schemas" / "library-hours.schema.json").read_text("utf-8")

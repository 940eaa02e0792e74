"""`eia profile` lists, shows and checks forms, and begins one of an organisation's own that is right from its first day."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from eia.forms.find import shipped, shipped_names
from eia.forms.page import about, page
from eia.model.profile import Profile
from eia.model.vocabulary import words_of
from tests.running import Ran, within

EXAMPLE = re.compile(r"^( *)# ((?:- )?[a-z][a-z0-9.-]*:(?: [^$]|$)|  +\S)", re.M)
"""A remark that becomes part of the form once its sign is deleted; help begins with a capital."""


def begun(folder: Path, *words: str) -> tuple[Ran, Path]:
    (folder / "eia.toml").touch()
    ran = within(folder, "profile", "new", "midshire", *words)
    return ran, folder / "profiles" / "midshire" / "profile.eia.yaml"


# list


def test_the_forms_are_listed_with_their_titles_and_the_one_that_is_proposed(tmp_path: Path) -> None:
    begun(tmp_path, "--title", "Midshire’s form")
    lines = within(tmp_path, "profile", "list").out.splitlines()
    assert [line.split()[0] for line in lines] == [*shipped_names(), "midshire"]
    assert lines[-1].endswith("Midshire’s form (profiles/midshire/profile.eia.yaml)")
    assert [line.split()[0] for line in lines if "proposes" in line] == ["gb-equality-act"]


def test_a_form_that_cannot_be_read_is_listed_all_the_same(tmp_path: Path) -> None:
    _, path = begun(tmp_path)
    path.write_text("profile: midshire\ngroups: [\n", encoding="utf-8")
    assert "not to be read yet" in within(tmp_path, "profile", "list").out


# show


@pytest.mark.parametrize("name", shipped_names())
def test_every_word_and_every_statement_of_a_form_is_shown(name: str) -> None:
    form, shown = shipped(name).profile, page(shipped(name).profile)
    tables = (form.groups, form.aims, form.ratings, form.duties, form.kinds, form.questions, form.signatories)
    for key in (key for table in (*tables, *form.outcomes.values(), form.headings) for key in table):
        assert f"\n- `{key}`: " in shown, key
    for statement in form.law.values():
        assert statement.told in shown
        assert " ".join((statement.says or "").split()) in shown
    for question in form.questions.values():
        assert question.label in shown
        assert all(choice in shown for choice in words_of(question.choices))


def test_the_page_of_a_form_is_printed(tmp_path: Path) -> None:
    ran = within(tmp_path, "profile", "show", "northern-ireland-s75")
    assert ran.code == 0
    assert ran.out.strip() == page(shipped("northern-ireland-s75").profile).strip()
    assert "Northern Ireland Act 1998, section 75(1)(a) (verified in the source)." in ran.out
    assert "Equality Act 2010" not in ran.out


def test_a_form_that_is_not_there_or_cannot_be_read_is_not_shown(tmp_path: Path) -> None:
    assert "Did you mean `england-council`?" in within(tmp_path, "profile", "show", "england-counsel").err
    _, path = begun(tmp_path)
    path.write_text("profile: midshire\ngroups: [\n", encoding="utf-8")
    ran = within(tmp_path, "profile", "show", "midshire")
    assert ran.code == 2
    assert "`eia profile check midshire` says why" in ran.err


# check


def test_a_form_without_a_mistake_is_checked_with_nothing_found(tmp_path: Path) -> None:
    begun(tmp_path)
    ran = within(tmp_path, "profile", "check")
    assert (ran.code, ran.out.strip()) == (0, "Checked 1 file: 1 form. Found 0 errors, 0 warnings, 0 notes.")


def test_a_mistake_is_shown_in_its_place(tmp_path: Path) -> None:
    _, path = begun(tmp_path)
    path.write_text(
        "profile: midshire\nextends: gb-equality-act\nrated-by: stages\nlevels: [a, b]\nratings:\n  x: good\n"
    )
    ran = within(tmp_path, "profile", "check", "midshire")
    assert ran.code == 1
    assert (
        "profiles/midshire/profile.eia.yaml:6:6\n  error: the form has no direction `good` [undefined-name]" in ran.out
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "This project has no form of its own"),
        (("gb-equality-act",), "gb-equality-act comes with eia"),
        (("midshire",), "there is no form midshire in this project"),
    ],
)
def test_where_there_is_nothing_to_check_that_is_said(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    ran = within(tmp_path, "profile", "check", *words)
    assert ran.code == 2
    assert said in ran.err


# new


@pytest.mark.parametrize("other", shipped_names())
def test_a_new_form_is_right_and_so_is_each_of_its_examples(tmp_path: Path, other: str) -> None:
    ran, path = begun(tmp_path, "--extends", other, "--title", 'Ours: "new" # form')
    assert ran.code == 0
    assert within(tmp_path, "profile", "check", "midshire").code == 0
    path.write_text(EXAMPLE.sub(r"\1\2", path.read_text("utf-8")), encoding="utf-8")
    assert within(tmp_path, "profile", "check", "midshire").out.endswith("Found 0 errors, 0 warnings, 0 notes.\n")
    assert "`volunteers`: Volunteers." in within(tmp_path, "profile", "show", "midshire").out
    assert within(tmp_path, "new", "a-draft", "--profile", "midshire").code == 0
    assert within(tmp_path, "lint", "a-draft", "--fail-on", "warning").code == 0


def test_the_examples_show_every_part_of_a_form_that_an_organisation_adds_to(tmp_path: Path) -> None:
    _, path = begun(tmp_path)
    shown = set(re.findall(r"^(?:# )?([a-z-]+):", path.read_text("utf-8"), re.M))
    left_out = {"without", "language", "aims", "levels", "stages", "rated-by", "duties", "kinds", "outcomes", "choices"}
    left_out |= {"layout", "word-lists", "thresholds", "rules", "translations", "discouraged"}
    assert shown - {"yaml-language-server"} == set(Profile.keys()) - left_out


def test_a_new_form_tells_the_editor_of_itself(tmp_path: Path) -> None:
    _, path = begun(tmp_path)
    first = path.read_text("utf-8").splitlines()[0]
    assert (path.parent / first.partition("$schema=")[2]).resolve().is_file()


def test_without_a_word_it_extends_what_eia_new_proposes(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").write_text('profile = "england-council"\n', encoding="utf-8")
    within(tmp_path, "profile", "new", "midshire")
    assert "extends: england-council\n" in (tmp_path / "profiles" / "midshire" / "profile.eia.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Mid Shire",), "Write, for instance, mid-shire."),
        (("gb-equality-act",), "gb-equality-act comes with eia"),
        (("plain",), "plain comes with eia"),
        (("../midshire",), "cannot be the name of a form"),
        (("midshire", "--extends", "nothing"), "there is no form called nothing"),
        (("there",), "is there already, and is left as it is"),
    ],
)
def test_a_form_that_cannot_be_made_is_refused_and_nothing_is_written(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "eia.toml").touch()
    (tmp_path / "profiles" / "there").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    ran = within(tmp_path, "profile", "new", *words)
    assert ran.code == 2
    assert said in ran.err
    assert sorted(tmp_path.rglob("*")) == before


# explain


def test_a_key_is_explained_by_the_format_and_by_the_form(tmp_path: Path) -> None:
    said = within(tmp_path, "explain", "policy.change", "--profile", "england-council").out
    assert "What kind of change it is" in said
    assert "Choices: New, Revised, Existing, Decommissioned." in said


def test_a_word_is_explained_with_its_law(tmp_path: Path) -> None:
    said = within(tmp_path, "explain", "covenant-duty", "--profile", "england-council").out
    assert "Asked of: armed-forces." in said
    assert "- Armed Forces Act 2006, section 343AA (verified in the source)" in said


def test_the_form_of_the_project_is_asked_where_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").write_text('profile = "northern-ireland-s75"\n', encoding="utf-8")
    assert "In the form `northern-ireland-s75`" in within(tmp_path, "explain", "dependants").out


@pytest.mark.parametrize(("said", "near"), [("polcy.aims", "policy.aims"), ("depndants", "dependants")])
def test_a_slip_in_a_name_is_told(tmp_path: Path, said: str, near: str) -> None:
    ran = within(tmp_path, "explain", said, "--profile", "northern-ireland-s75")
    assert ran.code == 2
    assert f"Did you mean `{near}`?" in ran.err


def test_every_word_of_every_form_can_be_explained() -> None:
    for name in shipped_names():
        form = shipped(name).profile
        for word in (*form.groups, *form.questions, *form.aims, *form.guidance, *form.choices):
            assert about(form, word), word


# check what is in the wrong place


def placed(folder: Path, name: str, text: str) -> Path:
    (folder / "eia.toml").touch()
    path = folder / "profiles" / name / "profile.eia.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("midshire", "plan: midshire\n", "does not hold one: it begins with `plan:`"),
        ("midshire", "assessment: midshire\n", "does not hold one: it begins with `assessment:`"),
        ("plain", "profile: plain\ntitle: Mine\n", "`plain` is a form that comes with eia"),
        ("gb-equality-act", "profile: gb-equality-act\n", "`gb-equality-act` is a form that comes with eia"),
        ("Mid Shire", "profile: midshire\n", "no assessment finds a form `midshire` here"),
        ("midshire", "groups: [\n", "error:"),
    ],
)
def test_what_stands_in_the_place_of_a_form_and_is_none_is_told(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    placed(tmp_path, name, text)
    for words in (("profile", "check"), ("lint",)):
        ran = within(tmp_path, *words)
        assert ran.code == 1
        assert said in " ".join(ran.out.split())


def test_an_assessment_that_follows_a_plan_is_not_clean(tmp_path: Path) -> None:
    placed(tmp_path, "midshire", "plan: midshire\n")
    (tmp_path / "a.eia.yaml").write_text("assessment: abc\nprofile: midshire\nstatus: signed-off\n", encoding="utf-8")
    assert within(tmp_path, "lint", "a.eia.yaml").code == 1
    assert within(tmp_path, "export", "abc").code == 1
    assert not list(tmp_path.glob("*.docx"))


def test_a_folder_in_the_place_of_a_form_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    (tmp_path / "profiles" / "midshire" / "profile.eia.yaml").mkdir(parents=True)
    ran = within(tmp_path, "profile", "check", "midshire")
    assert ran.code == 1
    assert "this is a folder, not a file" in ran.out


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_in_a_circle_are_told_and_stop_nothing(tmp_path: Path) -> None:
    path = placed(tmp_path, "midshire", "")
    path.unlink()
    path.symlink_to(path.name)
    (tmp_path / "a.eia.yaml").symlink_to("a.eia.yaml")
    for words in (("profile", "check"), ("lint",), ("profile", "list")):
        ran = within(tmp_path, *words)
        assert "mistake of its own" not in ran.err
    assert "leads back to itself" in within(tmp_path, "lint").out


def test_a_statement_of_law_is_explained_by_its_short_name() -> None:
    told = about(shipped("gb-equality-act").profile, "section-9")
    assert told is not None
    assert "Equality Act 2010, section 9 (verified in the source)" in told

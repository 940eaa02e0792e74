"""What an officer sees while typing in VS Code: asked of the very server that VS Code asks, with the settings of `eia init`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from eia.forms.find import USUAL, shipped, shipped_names
from eia.model.assessment import Assessment
from eia.model.outline import outline
from eia.model.vocabulary import of_kind
from eia.schema.kinds import schema_of_dossier
from tests.clean import clean
from tests.editor.client import CURSOR, Editor, Json, Offer, Underlined
from tests.running import eia

pytestmark = pytest.mark.outside

SETTINGS = Path("eia/starting/templates/folder/vscode-settings.json")
EVERYTHING = Path("tests/publishing/everything")
SCHEMAS = Path("schemas").resolve()
NOISE = {"null", "true", "false", "undefined", "property"}
ROW = "characteristics:\n  age:\n    "
ACTION = "plan: x\nsections:\n  - id: 1\n    actions:\n      - "


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one assessment that `eia schema --project` was run in."""
    root = tmp_path_factory.mktemp("project")
    (root / "eia.toml").touch()
    copytree(EVERYTHING, root / "assessments" / "everything-2026", ignore=ignore_patterns("*.docx"))
    ran = eia("schema", "--project", folder=root)
    assert ran.code == 0, ran.err
    path = root / "assessments" / "everything-2026" / "assessment.eia.yaml"
    line = next(line for line in ran.out.splitlines() if line.startswith("# yaml-language-server:"))
    path.write_text(f"{line}\n{path.read_text('utf-8')}", encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def editor(project: Path) -> Iterator[Editor]:
    editor = Editor(project, as_sections(json.loads(SETTINGS.read_text("utf-8"))))
    yield editor
    editor.close()


def as_sections(settings: dict[str, Json]) -> dict[str, Json]:
    """Settings as the server asks for them: `yaml.schemaStore.enable` stands in the section `yaml`."""
    sections: dict[str, Json] = {"yaml": {}}
    for name, value in settings.items():
        below: dict[str, Json] = sections
        *above, last = [name] if name.startswith("[") else name.split(".")
        for step in above:
            found = below.setdefault(step, {})
            assert isinstance(found, dict)
            below = found
        below[last] = value
    return sections


@pytest.fixture
def general(project: Path) -> Path:
    """A new assessment of that project, which the settings alone lead to its schema."""
    return project / "assessments" / "another" / "assessment.eia.yaml"


@pytest.fixture
def plan(project: Path) -> Path:
    return project / "assessments" / "another" / "plan.eia.yaml"


@pytest.fixture
def own(project: Path) -> Path:
    return project / "assessments" / "everything-2026" / "assessment.eia.yaml"


def pointed(text: str, name: str = "everything-2026") -> str:
    return f"# yaml-language-server: $schema=../../schemas/{name}.schema.json\n{text}"


def labels(offers: list[Offer]) -> list[str]:
    return [one.label for one in offers]


def only(offers: list[Offer], label: str) -> Offer:
    (one,) = [one for one in offers if one.label == label]
    return one


def test_an_empty_file_offers_every_key_with_what_belongs_there(editor: Editor, general: Path) -> None:
    offers = editor.offered(general, CURSOR)
    assert set(labels(offers)) == {key.name for key in outline(Assessment).keys}
    assert len(offers) == len(set(labels(offers)))
    assert all(one.help.endswith((".", ".\n")) for one in offers)
    assert only(offers, "body").help == "The organisation that decides."


@pytest.mark.parametrize(
    ("before", "label", "written"),
    [
        ("", "title", "title: "),
        ("", "status", "status: "),
        ("", "plan", "plan: "),
        ("", "policy", "policy:\n  "),
        ("", "people", "people:\n  "),
        ("", "evidence", "evidence:\n  "),
        ("", "characteristics", "characteristics:\n  "),
        ("", "gaps", "gaps:\n  - "),
        ("policy:\n  ", "aims", "aims: |\n  "),
        ("text:\n  ", "introduction", "introduction: |\n  "),
        ("characteristics:\n  ", "age", "age:\n  "),
        (ROW, "impact", "impact: "),
        (ROW, "evidence", "evidence: "),
        (ROW, "context", "context: |\n  "),
        (ROW, "mitigations", "mitigations:\n  - "),
        (f"{ROW}mitigations:\n      - ", "how", "how: "),
        (f"{ROW}mitigations:\n      ", "none", "none: |\n  "),
    ],
)
def test_choosing_a_key_begins_what_belongs_there(
    editor: Editor, general: Path, before: str, label: str, written: str
) -> None:
    assert only(editor.offered(general, before + CURSOR), label).inserts == written


def test_a_row_offers_its_keys_and_not_those_that_are_there(editor: Editor, general: Path) -> None:
    offers = labels(editor.offered(general, f"{ROW}impact: positive\n    {CURSOR}"))
    assert {"context", "evidence", "mitigations", "because", "gaps", "not-assessed"} <= set(offers)
    assert "impact" not in offers
    assert "of" not in offers


def test_an_action_offers_its_keys(editor: Editor, plan: Path) -> None:
    offers = editor.offered(plan, f"{ACTION}id: 1.a\n        {CURSOR}")
    assert labels(offers) == ["cost", "does", "due", "for", "label", "measure", "owner", "status", "was"]
    assert "`June 2026`" in only(offers, "due").help


def test_the_names_of_rows_and_sections_are_the_profiles(editor: Editor, general: Path) -> None:
    groups = editor.offered(general, f"characteristics:\n  {CURSOR}")
    assert set(labels(groups)) == set(shipped(USUAL).profile.groups)
    assert only(groups, "age").help == "Equality Act 2010, section 5"
    assert set(labels(editor.offered(general, f"text:\n  {CURSOR}"))) == set(shipped(USUAL).profile.headings)


@pytest.mark.parametrize("form", [f"impact: {CURSOR}", f"impact:\n      - {CURSOR}", f"impact: [{CURSOR}]"])
def test_ratings_are_offered_in_every_form_of_an_impact(editor: Editor, general: Path, form: str) -> None:
    offers = editor.offered(general, ROW + form)
    assert set(labels(offers)) == set(shipped(USUAL).profile.ratings)
    assert only(offers, "mixed").help == "Counts as: positive, negative."


def test_aims_and_stages_are_offered_where_an_impact_has_a_line_each(editor: Editor, general: Path) -> None:
    offers = editor.offered(general, f"{ROW}impact:\n      {CURSOR}")
    assert labels(offers) == ["advance", "after", "before", "eliminate", "foster"]
    assert only(offers, "after").help == "After mitigation."
    assert "positive" in labels(editor.offered(general, f"{ROW}impact:\n      advance: {CURSOR}"))


def test_a_few_words_are_offered(editor: Editor, general: Path) -> None:
    statuses = labels(editor.offered(general, f"status: {CURSOR}"))
    assert statuses == ["draft", "in-review", "published", "signed-off", "superseded"]
    assert labels(editor.offered(general, f"format: {CURSOR}")) == ["1"]
    assert labels(editor.offered(general, f"profile: {CURSOR}")) == shipped_names()


@pytest.mark.parametrize(
    "text",
    [
        f"title: {CURSOR}",
        f"version: {CURSOR}",
        f"policy: {CURSOR}",
        f"people:\n  lead: {CURSOR}",
        f"gaps: {CURSOR}",
        f"{ROW}label: {CURSOR}",
        f"decision:\n  date: {CURSOR}",
    ],
)
def test_where_only_the_officer_knows_nothing_is_offered(editor: Editor, general: Path, text: str) -> None:
    assert editor.offered(general, text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{ROW}because: |\n      Worse than bef{CURSOR}\n",
        f"{ROW}because: bef{CURSOR}\n",
        f"policy:\n  aims: |\n    ti{CURSOR}\n",
        f"{ROW}context: {CURSOR}\n",
    ],
)
def test_running_text_is_not_interrupted(editor: Editor, general: Path, text: str) -> None:
    assert labels(editor.offered(general, text)) == ["|"]


def test_no_word_of_the_trade_is_offered_anywhere(editor: Editor, own: Path) -> None:
    """At the end of every line of a long file, and below it."""
    lines = own.read_text("utf-8").splitlines()
    seen: set[str] = set()
    for number in range(1, len(lines), 3):
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip(" -"))]
        for cursor in (f"{CURSOR}", f"\n{' ' * len(indent)}{CURSOR}"):
            text = "\n".join([*lines[: number + 1]]) + cursor + "\n" + "\n".join(lines[number + 1 :])
            seen |= set(labels(editor.offered(own, text)))
    assert not seen & NOISE
    assert not [label for label in seen if label.startswith("- (")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"ti{CURSOR}tle: x",
            "#### Title\n\nWhat is being decided, in words that a resident would use, and from when.",
        ),
        (
            f"sta{CURSOR}tus:",
            "#### Status\n\nHow far it has come: draft, in-review, signed-off, published or superseded.",
        ),
        (f"characteristics:\n  a{CURSOR}ge:\n    impact: positive", "#### Age\n\nEquality Act 2010, section 5"),
        (
            f"{ROW}mitigations:\n      - act{CURSOR}ions: 1.a–c; 2.a",
            "#### Actions\n\nWhich actions of the plan do it: `1.a–c; 2.a`, `all of 2`, or `all`.",
        ),
        (
            f"evidence:\n  use-by{CURSOR}-age:\n    says: x",
            "#### Evidence\n\nOne statement of fact with its figures, said once and cited where it counts.",
        ),
        (
            f"{ROW}evi{CURSOR}dence: a, b",
            "#### Evidence\n\nThe short names of the facts and engagement above that this row rests on.\n\n"
            "Facts and engagement by their short names: `use-by-age, visits-fell`; or `none:` and the reason.",
        ),
    ],
)
def test_the_mouse_on_a_key_tells_what_belongs_there(editor: Editor, general: Path, text: str, said: str) -> None:
    assert without_source(editor.explained(general, text)) == said


def without_source(words: str) -> str:
    """The server adds a line with the name of the schema, unless it is told not to."""
    return words.partition("\n\nSource: ")[0]


def test_the_mouse_on_a_value_tells_what_it_means(editor: Editor, own: Path) -> None:
    told = editor.explained(own, pointed(f"{ROW}evidence: use-by{CURSOR}-age"))
    assert "* `use-by-age`: Used a branch at least once a month" in told
    assert "visits-fell`:" not in told


def test_no_explanation_is_garbled(editor: Editor, own: Path) -> None:
    """The server joins the headings of alternatives by `||` where they look alike."""
    lines = own.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        before = line[: len(line) - len(line.lstrip(" -"))]
        if ":" in line:
            text = "\n".join([*lines[:number], f"{before}{CURSOR}{line[len(before) :]}", *lines[number + 1 :]])
            assert "||" not in editor.explained(own, text), line


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("assessment: a\ntitel: x\n", "titel", 2),
        (f"{ROW}mitgations:\n      - how: x\n", "mitgations", 3),
        (f"{ROW}mitigations:\n      - how: x\n        action: 1.a\n", "action", 5),
        ("plan:\n  section:\n", "section", 2),
    ],
)
def test_a_key_that_is_not_known_is_underlined_at_its_place(
    editor: Editor, general: Path, text: str, words: str, line: int
) -> None:
    (one,) = editor.underlined({general: text})[general]
    assert (one.words, one.line) == (words, line)
    assert one.message.startswith("This is no key of this part. These may stand here: ")


@pytest.mark.parametrize(
    ("text", "words", "message"),
    [
        ("status: drft\n", "drft", "One of these stands here: draft, in-review, signed-off, published, superseded."),
        ("policy: We will.\n", "We will.", "Keys stand here, a line each: aims, change, affects."),
        (f"{ROW}mitigations: Soon\n", "Soon", "A list stands here: begin each item with a dash and a blank, on a line"),
        ("title: [a, b]\n", "[a, b]", "Text stands here. If it holds a colon or dashes, put `|` after the key"),
        ("people: me\n", "me", "Names stand here, a line each, with a colon after each."),
    ],
)
def test_what_has_the_wrong_form_is_underlined_in_our_words(
    editor: Editor, general: Path, text: str, words: str, message: str
) -> None:
    (one,) = editor.underlined({general: text})[general]
    assert one.words == words
    assert one.message.startswith(message)


def test_nothing_is_underlined_in_what_lints_without_an_error(editor: Editor, tmp_path: Path) -> None:
    texts: dict[Path, str] = {}
    for number, one in enumerate(clean()):
        names = [str(SCHEMAS / f"{one.file.kind}.schema.json")]
        if one.dossier and one.file is one.dossier.file:
            names.append(str(tmp_path / f"{number}.schema.json"))
            Path(names[-1]).write_text(schema_of_dossier(one.dossier), encoding="utf-8")
        for name in names:
            path = tmp_path / f"{len(texts)}.yaml"
            texts[path] = f"# yaml-language-server: $schema={name}\n{one.file.text.source}"
    assert len(texts) > 300
    found = editor.underlined(texts)
    assert {texts[path]: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    "text",
    [
        "version: 1.2\nformat: 1\nstatus: draft\ntitle: no\nbody: true\nunit: ~\nkind: 2021-01-01\nlanguage: 0x1F\n",
        "title:\npolicy:\ntext:\nstatus:\nformat:\ncharacteristics:\n  age:\n  sex:\n    impact:\n    gaps:\n",
        "people:\n  1: x\n  2.5: 3\n  2020-01-01: y\n  no: yes\nx-mine: [1, {a: b}]\n",
        "plan:\n  sections:\n    - id: 1\n      actions:\n        - id: 1.1\n          due: 2021\n        -\n",
        f"{ROW}impact: positive, negative\n  sex:\n    impact: neutral to Positive\n  other:\n    covers: [age, sex]\n",
        "title: ''\npolicy: {}\ngaps: []\nevidence: ' '\nplan: []\n",
    ],
)
def test_nothing_is_underlined_only_because_an_editor_guesses_a_type(editor: Editor, general: Path, text: str) -> None:
    assert editor.underlined({general: text})[general] == []


def test_the_settings_lead_every_kind_of_file_to_its_schema(editor: Editor, project: Path) -> None:
    home = project / "assessments" / "another"
    texts = {home / f"{kind}.eia.yaml": f"{kind}: x\nzzz: 1\n" for kind in ("assessment", "plan", "sources", "profile")}
    found = editor.underlined(texts)
    assert [one.words for wrong in found.values() for one in wrong] == ["zzz", "zzz", "1", "zzz"]


def test_the_first_line_alone_leads_to_the_schema(editor: Editor, own: Path) -> None:
    elsewhere = own.with_name("notes.yaml")
    assert editor.offered(elsewhere, f"{ROW}evidence: {CURSOR}") == []
    assert "use-by-age" in labels(editor.offered(elsewhere, pointed(f"{ROW}evidence: {CURSOR}")))


def test_a_new_assessment_is_underlined_nowhere_and_offers_its_form(editor: Editor, project: Path) -> None:
    assert eia("new", "a-draft", folder=project).code == 0
    assert eia("schema", "--project", folder=project).code == 0
    home = project / "assessments" / "a-draft"
    texts = {path: path.read_text("utf-8") for path in home.iterdir()}
    assert len(texts) == 3
    assert editor.underlined(texts) == {path: [] for path in texts}
    path = home / "assessment.eia.yaml"
    text = texts[path].replace("    impact:\n", f"    impact: {CURSOR}\n", 1)
    assert set(labels(editor.offered(path, text))) == set(shipped(USUAL).profile.ratings)


@pytest.mark.parametrize("form", shipped_names())
def test_whoever_follows_a_form_is_offered_its_words_and_no_other_forms(
    editor: Editor, project: Path, form: str
) -> None:
    profile = shipped(form).profile
    assert eia("new", f"a-{form}", "--profile", form, folder=project).code == 0
    path = project / "assessments" / f"a-{form}" / "assessment.eia.yaml"
    text = path.read_text("utf-8")
    assert editor.underlined({path: text}) == {path: []}
    pointer, kind, group = text.partition("\n")[0], next(iter(profile.kinds)), next(iter(profile.groups))
    offered = {
        "characteristics:\n  ": set(profile.groups),
        "duties:\n  ": {"none", *profile.duties},
        "answers:\n  ": {key for key, one in of_kind(profile.questions, kind).items() if one.of is None},
        "text:\n  ": set(profile.headings),
        "kind: ": set(profile.kinds),
        "decision:\n  outcome: ": set(of_kind(profile.outcomes["decision"], kind)),
        f"characteristics:\n  {group}:\n    impact: ": set(profile.ratings),
    }
    for before, words in offered.items():
        assert set(labels(editor.offered(path, f"{pointer}\n{before}{CURSOR}"))) == words, before
    told = only(editor.offered(path, f"{pointer}\nkind: {CURSOR}"), kind)
    assert profile.kinds[kind].label in told.help


REFERENCES = [
    (f"{ROW}evidence: {CURSOR}", "use-by-age", "Used a branch at least once a month"),
    (f"{ROW}evidence:\n      - {CURSOR}", "branch-sessions", "Engagement: library users"),
    (f"{ROW}mitigations:\n      - actions: {CURSOR}", "1.a", "Keep two quiet mornings a week in every branch."),
    (f"{ROW}mitigations:\n      - actions: [1.a, {CURSOR}]", "all of 2", "Knowing more"),
    (f"{ROW}mitigations:\n      - actions:\n          - 1.a\n          - {CURSOR}", "all", "All actions of the plan."),
    (f"{ROW}mitigations:\n      - as: {CURSOR}", "over-75s", "People over 75"),
    (f"gaps:\n  - for: {CURSOR}", "sexual-orientation", "Sexual orientation"),
    (f"evidence:\n  a:\n    source: {CURSOR}", "library-survey-2025", "Library survey 2025"),
    (f"evidence:\n  a:\n    from: {CURSOR}", "visits-fell", "Visits in person fell"),
]


@pytest.mark.parametrize(("text", "id", "title"), REFERENCES)
def test_references_offer_the_assessments_own_ids_with_their_titles(
    editor: Editor, own: Path, text: str, id: str, title: str
) -> None:
    assert only(editor.offered(own, pointed(text)), id) == Offer(id, title, id, id)


def test_a_single_id_that_is_not_there_is_underlined_and_nothing_else_is(editor: Editor, own: Path) -> None:
    text = (
        f"{ROW}evidence: use-by-agee\n    mitigations:\n      - actions: 1.z\n      - actions: 1.A\n"
        "      - actions: 1.z; 1.a\n      - actions: 1.a–c; 4.a\n      - actions: [1.a, 2.q]\n      - actions: All of 2\n"
        "  sex:\n    evidence: use-by-age, visits\n"
    )
    wrong = editor.underlined({own: pointed(text)})[own]
    assert {one.words for one in wrong} == {"use-by-agee", "1.z", "2.q"}
    assert (
        Underlined(
            "1.z", 6, "No action of the plan has this id. If you have just added it, save its file and run `eia lint`."
        )
        in wrong
    )


def test_after_lint_a_new_action_is_offered(editor: Editor, project: Path, own: Path) -> None:
    plan = own.with_name("plan.eia.yaml")
    asked = pointed(f"{ROW}mitigations:\n      - actions: {CURSOR}")
    assert "2.b" not in labels(editor.offered(own, asked))
    was = plan.read_text("utf-8")
    plan.write_text(f"{was}      - id: 2.b\n        does: Count who comes.\n", encoding="utf-8")
    eia("lint", plan, folder=project)
    editor.changed(project / "schemas" / "everything-2026.schema.json")
    assert only(editor.offered(own, asked), "2.b").help == "Count who comes."
    plan.write_text(was, encoding="utf-8")
    eia("lint", plan, folder=project)
    editor.changed(project / "schemas" / "everything-2026.schema.json")

"""Other ids and back again: every file is the same to the byte, and in between everything leads where it led."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from eia.editing.apply import edited
from eia.index import Index, Site, Use, sorts_of
from eia.model.reference import References
from eia.naming.allowed import hold_against
from eia.naming.follow import stretches
from eia.naming.listing import NUMBERED, Named, in_short
from eia.naming.refused import Kept
from eia.naming.renaming import Renamed, fulfilled, known_in
from eia.naming.things import Place, Thing, things
from eia.naming.wishes import Wish, to_insert, to_move
from eia.project import Project
from eia.text.change import Change, Within
from eia.text.read import real
from eia.text.span import Route, Text
from tests.records import records

SAMPLES = sorted(
    path.parent for top in ("assessments", "tests/fresh") for path in Path(top).glob("*/assessment.eia.yaml")
)
SAMPLES.append(Path("tests/publishing/everything"))
SHORT_NAMES = [
    f"{one}-{other}" for one in ("moss", "fern", "reed", "sedge") for other in ("east", "west", "hill", "vale")
]


def others(known: Mapping[Place, Thing], chance: random.Random) -> dict[Place, str]:
    """Other ids for all that may have one: no two alike, each well formed."""
    numbers = [str(number) for number in range(1, 400)]
    sections = dict(zip(map(str, range(1000)), chance.sample(numbers, len(numbers)), strict=False))
    fresh = (f"{name}-{number}" for number in range(2, 99) for name in SHORT_NAMES)
    return {place: new for place, one in known.items() if (new := _other(one, sections, fresh, chance, known))}


def _other(
    one: Thing, sections: Mapping[str, str], fresh: Iterator[str], chance: random.Random, known: Mapping[Place, Thing]
) -> str:
    if one.sort == "section":
        return sections.get(one.id, "")
    if found := NUMBERED.fullmatch(one.id):
        siblings = sorted(
            each.id.partition(".")[2]
            for each in known.values()
            if each.id.partition(".")[0] == found["section"] and "." in each.id
        )
        labels = sorted({*siblings, *ascii_lowercase}, key=lambda label: (label not in siblings, label))
        order = labels[: max(len(siblings), 5)]
        random.Random(f"{found['section']}{chance.getrandbits(0)}{sections.get(found['section'])}").shuffle(order)
        return (
            f"{sections[found['section']]}.{order[siblings.index(found['label'])]}"
            if found["section"] in sections
            else ""
        )
    return next(fresh)


def done(project: Project, names: Mapping[Place, str]) -> Renamed:
    return fulfilled(project, known_in(project), Wish(names), signed_off=True)


def may(known: Mapping[Place, Thing], names: Mapping[Place, str]) -> dict[Place, str]:
    """Those that may be renamed, each asked alone: a row of the form keeps its name, and so does what shares its id."""
    kept = dict[Place, str]()
    ids = Counter((one.id.casefold(), one.site.file.path.parent) for one in known.values())
    for place, new in names.items():
        try:
            hold_against({place: known[place]}, {place: new})
        except Kept:
            continue
        if ids[known[place].id.casefold(), place[0].parent] == 1:
            kept[place] = new
    return kept


def there_and_back(project: Project, seed: int) -> Iterator[tuple[Text, Text]]:
    """Every file that changes, as it was and as it comes back."""
    known = things(known_in(project))
    names = may(known, others(known, random.Random(seed)))
    there = done(project, names)
    after = drafted(project, [text for _, text in there.files])
    former = {(known[place].sort, new, place[0]): known[place].id for place, new in names.items()}
    now = things(known_in(after))
    back = {place: id for place, one in now.items() if (id := former.get((one.sort, one.id, place[0])))}
    here = {text.path: text for _, text in done(after, back).files}
    yield from ((before, here.get(before.path, text)) for before, text in there.files)


def drafted(project: Project, texts: Iterable[Text]) -> Project:
    """The same project with other texts in some of its files."""
    return Project(project.root, drafts={real(text.path): text for text in texts})


def in_shortest_form(project: Project) -> dict[Path, Text]:
    """Every file, with each list of ids written in the shortest way, and each id that is cited just as it is defined."""
    changes: dict[Text, dict[Change, None]] = {}
    for dossier in known_in(project):
        changes |= {file.text: {} for file in dossier.files if file.text not in changes}
        for use in dossier.index.uses:
            if use.reference is None and (spot := _spot(use.site, *use.site.within or (0, 0))):
                changes[use.site.file.text][Within(*spot, exact(dossier.index, use))] = None
        for site, value in dossier.index.values(References):
            for each in stretches(site, value.words):
                spot = _spot(site, each.start, each.end)
                items = [one for one in value.items if each.start <= one.start and one.end <= each.end]
                uses = [Use(one.id, sorts_of(value, one), site, one) for one in items]
                named = [
                    Named(replace(one.reference, id=exact(dossier.index, one)), "") for one in uses if one.reference
                ]
                if spot and named:
                    changes[site.file.text][Within(*spot, in_short(named))] = None
    return {text.path: edited(text, several) for text, several in changes.items()}


def exact(index: Index, use: Use) -> str:
    """The id that is meant, just as it is defined."""
    return min((one.id for one in index.resolve(use).targets), default=use.id)


def _spot(site: Site, start: int, end: int) -> tuple[Route, int, int] | None:
    return site.file.tree.spot(site.route, start, end) if site.file.tree else None


@pytest.mark.slow
@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("seed", range(2))
def test_a_sample_whose_lists_are_as_short_as_can_be_comes_back_byte_for_byte(folder: Path, seed: int) -> None:
    project = drafted(Project(folder), in_shortest_form(Project(folder)).values())
    for before, back in there_and_back(project, seed):
        assert back.source == before.source


@pytest.mark.slow
@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_any_sample_comes_back_but_for_lists_that_could_have_been_shorter(folder: Path) -> None:
    project = Project(folder)
    short = in_shortest_form(project)
    back = drafted(project, [text for _, text in there_and_back(project, 0)])
    assert {path: text.source for path, text in in_shortest_form(back).items()} == {
        path: text.source for path, text in short.items()
    }


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a random assessment lies; what it says is put before what stands in the file."""
    path = tmp_path_factory.mktemp("random") / "assessment.eia.yaml"
    path.write_text("assessment: a\n", encoding="utf-8")
    path.with_name("eia.toml").touch()
    return path


def put(path: Path, words: str) -> Project:
    return Project(path.parent, drafts={real(path): Text(path, words)})


@pytest.mark.slow
@given(words=records, seed=st.integers(0, 99))
@settings(max_examples=60)
def test_a_random_assessment_comes_back_byte_for_byte_or_keeps_its_ids(place: Path, words: str, seed: int) -> None:
    project = put(place, words)
    try:
        short = drafted(project, in_shortest_form(project).values())
        for before, back in there_and_back(short, seed):
            assert back.source == before.source
    except Kept:
        event("kept")


PLANNED = [path for path in SAMPLES if path.name not in ("mopac-action-plan-2020", "sports-pitches-2026")]
"""Samples with a plan in which no two actions have one id."""
PLACES = ("1.a", "1.b", "2.a", "2.c", "3.a", "3.d", "5.b")


def made_room(project: Project, number: int, to: str) -> Project:
    """The project with an action more, or with one in another place. Raises `Kept`."""
    known = things(known_in(project))
    actions = [one for one in known.values() if one.sort == "action"] or [next(iter(known.values()))]
    wish = to_move(known, actions[number % len(actions)].id, to) if number % 2 else to_insert(known, to)
    done = fulfilled(project, known_in(project), wish, signed_off=True)
    return drafted(project, [text for _, text in done.files])


@pytest.mark.slow
@given(words=records, number=st.integers(0, 99), to=st.sampled_from(PLACES))
@settings(max_examples=60)
def test_room_made_in_a_random_plan_leaves_every_citation_where_it_led(
    place: Path, words: str, number: int, to: str
) -> None:
    project = put(place, words)
    try:
        assert cited(made_room(project, number, to)) == cited(project)
    except Kept:
        event("kept")


@pytest.mark.slow
@pytest.mark.parametrize("folder", PLANNED, ids=lambda path: path.name)
@pytest.mark.parametrize("number", range(4))
def test_room_made_in_a_sample_leaves_every_citation_where_it_led(folder: Path, number: int) -> None:
    project = Project(folder)
    sections = [one.id for one in things(known_in(project)).values() if one.sort == "section"] or ["1"]
    assert cited(made_room(project, number * 7, f"{sections[number % len(sections)]}.b")) == cited(project)


def cited(project: Project) -> Counter[tuple[str, ...]]:
    """For each citation, what those things say that it leads to."""
    uses = ((dossier.index, use) for dossier in known_in(project) for use in dossier.index.uses)
    return Counter(tuple(sorted(one.title for one in index.resolve(use).targets)) for index, use in uses)

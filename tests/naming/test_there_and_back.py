"""Other ids and back again: every file is the same to the byte, and in between everything leads where it led."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eia.editing.apply import edited
from eia.model.reference import References
from eia.naming.allowed import hold_against
from eia.naming.follow import stretches
from eia.naming.listing import NUMBERED, Named, in_short
from eia.naming.refused import Kept
from eia.naming.renaming import Renamed, fulfilled, known_in
from eia.naming.things import ASSESSMENT, Place, Thing, things
from eia.naming.wishes import Wish
from eia.project import Project
from eia.text.change import Change, Within
from eia.text.read import real
from eia.text.span import Text
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
    """Every file, with each list of ids written in the shortest way, and each id just as it is defined."""
    changes: dict[Text, dict[Change, None]] = {}
    for dossier in known_in(project):
        changes |= {file.text: {} for file in dossier.files if file.text not in changes}
        exact = {one.id.casefold(): one.id for one in dossier.index.definitions}
        for site, value in dossier.index.values(References):
            for each in stretches(site, value.words):
                spot = site.file.tree.spot(site.route, each.start, each.end) if site.file.tree else None
                items = [one for one in value.items if each.start <= one.start and one.end <= each.end]
                items = [replace(one, id=exact.get(one.id.casefold(), one.id)) for one in items]
                if spot and items:
                    changes[site.file.text][Within(*spot, in_short([Named(one, one.id) for one in items]))] = None
    return {text.path: edited(text, several) for text, several in changes.items()}


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("seed", range(2))
def test_a_sample_whose_lists_are_as_short_as_can_be_comes_back_byte_for_byte(folder: Path, seed: int) -> None:
    project = drafted(Project(folder), in_shortest_form(Project(folder)).values())
    for before, back in there_and_back(project, seed):
        assert back.source == before.source


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_any_sample_comes_back_but_for_lists_that_could_have_been_shorter(folder: Path) -> None:
    project = Project(folder)
    short = in_shortest_form(project)
    back = drafted(project, [text for _, text in there_and_back(project, 0)])
    assert {path: text.source for path, text in in_shortest_form(back).items()} == {
        path: text.source for path, text in short.items()
    }

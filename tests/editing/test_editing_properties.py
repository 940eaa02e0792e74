"""Whatever is changed in whatever file: it says what was meant to another reader, and every other line is as it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from eia.editing.apply import edited
from eia.editing.refused import NotMade
from eia.text.change import Add, Change, Move, New, Remove, Rename, Set, Within
from eia.text.read import read
from eia.text.span import LINE_END, Route, Text
from eia.text.yaml import parse
from tests.editing.layouts import Hand
from tests.records import parts
from tests.running import ROOT

SAMPLES = sorted((ROOT / "assessments").glob("*/*.eia.yaml"))
WORDS = (
    "",
    "a",
    "See: [@1.a] # no remark",
    "one\ntwo\n",
    "'quoted' \"twice\"",
    "- a",
    "😀 é",
    "two  blanks ",
    "yes",
    "{a}",
)
NEWS: tuple[New, ...] = (*WORDS, None, ("a", "b, c"), {"id": "x", "says": "y: z"}, ({"id": "x"}, {"id": "y"}), ())


def plain(source: str) -> object:
    """What a file says, as another reader has it."""
    return yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def routes(said: object, route: Route = ()) -> Iterator[Route]:
    if route:
        yield route
    steps = said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ()
    for step, one in steps:
        yield from routes(one, (*route, step))


def at(said: object, route: Route) -> object:
    for step in route:
        said = said[step]  # type: ignore[index]
    return said


def some_change(chance: Random, said: object) -> Change:
    """Any change at all, that leads somewhere."""
    every = list(routes(said))
    route = chance.choice(every)
    above = at(said, route[:-1])
    match chance.choice(("set", "within", "rename", "add", "add", "remove", "remove", "move", "move")):
        case "set":
            return Set(route, chance.choice(WORDS))
        case "within" if isinstance(words := at(said, route), str):
            start = chance.randint(0, len(words))
            return Within(route, start, chance.randint(start, len(words)), chance.choice(WORDS))
        case "rename" if isinstance(above, dict):
            return Rename(route, chance.choice(("new", "a: b", "it's")))
        case "add" if isinstance(above, list):
            return Add((*route[:-1], chance.randint(0, len(above))), chance.choice(NEWS))
        case "add":
            beside = chance.choice(({}, {"before": route[-1]}, {"after": route[-1]}))
            return Add((*route[:-1], chance.choice(("new", "a: b"))), chance.choice(NEWS), **beside)
        case "move":
            lists = [one for one in every if isinstance(at(said, one[:-1]), type(above)) and one[: len(route)] != route]
            to = chance.choice([*lists, route])
            last = chance.choice((to[-1], 99 if isinstance(above, list) else "nowhere"))
            return Move(route, (*to[:-1], last))
    return Remove(route)


def done(said: object, change: Change) -> object:
    """What should be said afterwards; worked out on plain data, in the simplest way."""
    words = said if not isinstance(said, dict | list) else None
    assert words is None
    match change:
        case Set(route, new):
            return put(said, route, new)
        case Within(route, start, end, new):
            old = str(at(said, route))
            return put(said, route, old[:start] + new + old[end:])
        case Rename(route, key):
            pairs = at(said, route[:-1]).items()  # type: ignore[attr-defined]
            return put(said, route[:-1], {key if one == route[-1] else one: value for one, value in pairs})
        case Add(route, new, before, after):
            return inserted(said, route, data(new), before, after)
        case Remove(route):
            return removed(said, route)
        case Move(route, to):
            mark = inserted(said, to if isinstance(to[-1], int) else (*to[:-1], "\0"), "\0", str(to[-1]), "")
            value = at(said, route)
            gone = removed(mark, _shifted(route, to, said))
            return replaced(gone, "\0", str(route[-1]), value)
    raise AssertionError(change)


def _shifted(route: Route, to: Route, said: object) -> Route:
    """The same route once something stands at another."""
    number = to[-1]
    here = len(to) - 1
    if isinstance(number, int) and route[:here] == to[:here] and len(route) > here:
        step = route[here]
        if isinstance(step, int) and step >= min(number, len(at(said, to[:-1]))):  # type: ignore[arg-type]
            return (*route[:here], step + 1, *route[here + 1 :])
    return route


def data(new: New) -> object:
    if isinstance(new, dict):
        return {key: data(one) for key, one in new.items()}
    return [data(one) for one in new] if isinstance(new, tuple) else new or ""


def put(said: object, route: Route, new: object) -> object:
    if not route:
        return new
    step, *rest = route
    if isinstance(said, dict):
        return {key: put(one, tuple(rest), new) if key == step else one for key, one in said.items()}
    assert isinstance(said, list)
    return [put(one, tuple(rest), new) if number == step else one for number, one in enumerate(said)]


def removed(said: object, route: Route) -> object:
    above = at(said, route[:-1])
    if isinstance(above, dict):
        return put(said, route[:-1], {key: one for key, one in above.items() if key != route[-1]})
    assert isinstance(above, list)
    return put(said, route[:-1], [one for number, one in enumerate(above) if number != route[-1]])


def inserted(said: object, route: Route, new: object, before: str, after: str) -> object:
    above, step = at(said, route[:-1]), route[-1]
    if isinstance(above, list):
        number = step if isinstance(step, int) else 0
        return put(said, route[:-1], [*above[:number], new, *above[number:]])
    assert isinstance(above, dict)
    keys = list(above)
    number = keys.index(before) if before in keys else keys.index(after) + 1 if after in keys else len(keys)
    items = list(above.items())
    return put(said, route[:-1], dict([*items[:number], (step, new), *items[number:]]))


def replaced(said: object, mark: str, key: str, value: object) -> object:
    if isinstance(said, dict):
        return {
            key if one == mark else one: value if one == mark else replaced(two, mark, key, value)
            for one, two in said.items()
        }
    if isinstance(said, list):
        return [value if one == mark else replaced(one, mark, key, value) for one in said]
    return said


def lines(source: str) -> list[str]:
    """The lines that say something, without dashes, which the first of what is added takes over."""
    return [line.strip(" \t-") for line in LINE_END.split(source) if line.strip(" \t-")]


def remarks(source: str) -> list[str]:
    tree = parse(Text(Path(), source)).tree
    assert tree
    return [tree.text.slice(one.span) for one in tree.comments]


def company(source: str) -> dict[str, tuple[str, str, str]]:
    """Of each remark, what stands before it on its line, and the nearest lines above and below that say something.

    Brackets with nothing in them come and go, as the last thing goes from a list or the first comes."""
    found: dict[str, tuple[str, str, str]] = {}
    every = lines(source)
    for number, line in enumerate(every):
        if mark := re.search(r"# remark-\d+\.", line):
            above = next((one for one in reversed(every[:number]) if one[0] != "#"), "")
            below = next((one for one in every[number + 1 :] if one[0] != "#"), "")
            found[mark[0]] = filled(line[: mark.start()].strip()), filled(above), filled(below)
    return found


def filled(line: str) -> str:
    """A line without empty brackets at its end."""
    return re.sub(r" (?:\[\]|\{\})\Z", "", line)


def hold(source: str, change: Change) -> Text | None:
    """Change it, and hold what comes of it against all that must be so whatever the change; nothing, if it is refused."""
    before = Text(Path(), source)
    try:
        after = edited(before, [change])
    except NotMade:
        return None
    said = plain(source)
    wanted = done(said, change)
    assert plain(after.source) == wanted
    if isinstance(wanted, dict):
        assert order(plain(after.source)) == order(wanted)
    assert Counter(remarks(after.source)) == Counter(remarks(source))
    old, new = lines(source), lines(after.source)
    match change:
        case Add():
            assert not Counter(old) - Counter(new) or between_brackets(source, change.route[:-1])
        case Remove():
            assert not Counter(new) - Counter(old) or len(Counter(new) - Counter(old)) == 1
        case Set(route) | Within(route) | Rename(route):
            tree = parse(before).tree
            assert tree
            span = tree.key(route) if isinstance(change, Rename) else tree.value(route)
            assert span
            assert after.source.startswith(source[: span.start])
            assert after.source.endswith(source[span.end :])
    if not isinstance(change, Set | Within | Rename):
        theirs = company(after.source)
        for remark, (beside, above, below) in company(source).items():
            now = theirs[remark]
            assert (now[0] == beside and beside) or now[1] == above or now[2] == below, (
                remark,
                (beside, above, below),
                now,
            )
    return after


def order(said: object) -> object:
    """Keys with their order, which two dictionaries do not compare."""
    if isinstance(said, dict):
        return [(key, order(one)) for key, one in said.items()]
    return [order(one) for one in said] if isinstance(said, list) else said


def between_brackets(source: str, route: Route) -> bool:
    tree = parse(Text(Path(), source)).tree
    assert tree
    return any(
        source[span.start : span.start + 1] in ("[", "{", '"', "'", "")
        for n in range(len(route) + 1)
        if (span := tree.value(route[:n]))
    )


documents = st.builds(
    lambda said, seed: Hand(Random(seed)).write({"assessment": "a", **said}), parts, st.integers(0, 2**32)
)


@given(documents, st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_a_change_says_what_was_meant_and_leaves_every_remark_in_its_company(source: str, seed: int) -> None:
    chance = Random(seed)
    said = plain(source)
    for _ in range(6):
        hold(source, some_change(chance, said))


@pytest.mark.slow
@given(documents, st.integers(0, 2**32))
@settings(max_examples=15, deadline=None)
def test_several_changes_at_once_are_made_or_refused_and_never_break(source: str, seed: int) -> None:
    chance = Random(seed)
    said = plain(source)
    for _ in range(6):
        changes = [some_change(chance, said) for _ in range(3)]
        with suppress(NotMade):
            after = edited(Text(Path(), source), changes)
            assert Counter(remarks(after.source)) == Counter(remarks(source))


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_so_it_is_in_every_sample(path: Path) -> None:
    source, chance = read(path).text.source, Random(path.name)
    said = plain(source)
    made = [hold(source, some_change(chance, said)) for _ in range(6)]
    assert any(made)

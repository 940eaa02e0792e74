"""What is added and taken away again, or moved there and back, leaves a file as it was, to the last character."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from eia.editing.apply import edited
from eia.editing.refused import NotMade
from eia.text.change import Add, Move, Remove, Rename, Set
from eia.text.read import read
from eia.text.span import Route, Text
from eia.text.tree import Mapping, Sequence, Tree
from eia.text.yaml import parse
from tests.editing.test_editing_properties import SAMPLES, plain, routes

ENDS = ("\n", "\r\n", "\r")
TRIED = 3


def tree_of(text: Text) -> Tree:
    tree = parse(text).tree
    assert tree
    return tree


def chosen(text: Text, kind: type[Mapping | Sequence], chance: Random) -> list[Route]:
    """Some of the lists, or of the sets of keys, in which something stands."""
    tree = tree_of(text)
    found = [route for route in routes(plain(text.source)) if isinstance(tree.node(route), kind)]
    return chance.sample(found, min(TRIED, len(found)))


@pytest.fixture(params=SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def sample(request: pytest.FixtureRequest) -> tuple[Text, Random]:
    path: Path = request.param
    chance = Random(path.as_posix()[-40:])
    source = chance.choice(ENDS).join(read(path).text.source.split("\n"))
    return Text(path, source), chance


@pytest.mark.slow
def test_what_is_added_and_removed_again_was_never_there(sample: tuple[Text, Random]) -> None:
    text, chance = sample
    done = 0
    for route in chosen(text, Sequence, chance):
        node = tree_of(text).node(route)
        assert isinstance(node, Sequence)
        place = (*route, chance.randint(0, len(node.items)))
        new = chance.choice(("x", {"id": "x", "does": "y: z\n"}))
        try:
            assert edited(edited(text, [Add(place, new)]), [Remove(place)]).source == text.source
        except NotMade:
            continue
        done += 1
    for route in chosen(text, Mapping, chance):
        beside = chance.choice(keys_of(text, route))
        added = Add((*route, "new-key"), "x", **chance.choice(({"before": beside}, {"after": beside}, {})))
        try:
            assert edited(edited(text, [added]), [Remove((*route, "new-key"))]).source == text.source
        except NotMade:
            continue
        done += 1
    assert done


def keys_of(text: Text, route: Route) -> list[str]:
    node = tree_of(text).node(route)
    assert isinstance(node, Mapping)
    return [entry.key.value for entry in node.entries]


@pytest.mark.slow
def test_what_is_moved_there_and_back_stands_where_it_did(sample: tuple[Text, Random]) -> None:
    text, chance = sample
    for route in chosen(text, Sequence, chance):
        node = tree_of(text).node(route)
        assert isinstance(node, Sequence)
        if len(node.items) < 2:
            continue
        last = len(node.items) - 1
        try:
            there = edited(text, [Move((*route, 0), (*route, last + 1))])
            assert edited(there, [Move((*route, last), (*route, 0))]).source == text.source
        except NotMade:
            continue


@pytest.mark.slow
def test_what_is_said_twice_is_done_once(sample: tuple[Text, Random]) -> None:
    text, chance = sample
    tree = tree_of(text)
    found = [route for route in routes(plain(text.source)) if isinstance(route[-1], str) and tree.key(route)]
    for route in chance.sample(found, min(TRIED, len(found))):
        try:
            once = edited(text, [Set(route, "something else: now")])
        except NotMade:
            continue
        assert edited(once, [Set(route, "something else: now")]).source == once.source


@pytest.mark.slow
def test_a_key_that_is_called_otherwise_and_back_again_is_as_it_was(sample: tuple[Text, Random]) -> None:
    text, chance = sample
    found = [route for route in routes(plain(text.source)) if isinstance(route[-1], str)]
    for route in chance.sample(found, min(TRIED, len(found))):
        there = edited(text, [Rename(route, "new-key")])
        assert edited(there, [Rename((*route[:-1], "new-key"), str(route[-1]))]).source == text.source

"""The proof of the table of actions: it is read back as a spreadsheet would, and each action must stand in its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from itertools import zip_longest

from eia.diagnostics.diagnostic import Diagnostic, in_order
from eia.index import Site
from eia.model.part import OWN
from eia.model.plan import Action
from eia.project import Dossier
from eia.text.tree import Mapping as Keys
from eia.text.tree import Node, Scalar

from .told import told

UNREAD, BARE = "unread-", "does"
"""How the column of a key begins that the format does not know, and the column of an action without keys."""


def lacking(dossier: Dossier, content: bytes) -> tuple[Diagnostic, ...]:
    """What the plan says of its actions and their table does not, each in its place."""
    header, *lines = _cells(content.decode("utf-8-sig"))
    sites = (dossier.plan.site(route) for route, _ in dossier.plan.content.all_actions())
    rows = (dict(zip(header, line, strict=True)) for line in lines)
    lost = (one for site, row in zip_longest(sites, rows) if site for one in _lost(site, row or {}))
    return in_order(told(site, words) for site, words in lost)


def _cells(text: str) -> list[list[str]]:
    """The cells of a table, however long they are: Python usually takes so many signs of each, and no more."""
    usual = csv.field_size_limit(len(text))
    try:
        return list(csv.reader(StringIO(text, newline=""), strict=True))
    finally:
        csv.field_size_limit(usual)


def _lost(site: Site, row: Mapping[str, str]) -> Iterator[tuple[Site, str]]:
    """What is said of an action, and not in the column of its key."""
    node = site.file.tree.node(site.route) if site.file.tree else None
    entries = [(one.key.value, one.value) for one in node.entries] if isinstance(node, Keys) else []
    for key, value in entries or ([(BARE, node)] if node else []):
        column = key if Action.knows(key) or key.startswith(OWN) else UNREAD + key
        cell = row.get(column, "")
        alone = isinstance(value, Scalar) and [one for one, _ in entries].count(key) < 2
        lost = [words for words in _texts(value) if (cell not in (words, f"'{words}") if alone else words not in cell)]
        yield from ((Site(site.file, (*site.route, key)), words) for words in lost)


def _texts(node: Node) -> Iterator[str]:
    """All words of a value, with what they stand under."""
    if isinstance(node, Scalar):
        yield node.value.rstrip("\n")
    elif isinstance(node, Keys):
        for entry in node.entries:
            yield entry.key.value
            yield from _texts(entry.value)
    else:
        for item in node.items:
            yield from _texts(item)

"""All words of the files of a dossier that a reader of it may see, whatever the model makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from eia.index import Site
from eia.loading import LoadedFile
from eia.model.part import OWN, Route
from eia.model.prose import Prose
from eia.model.reference import References
from eia.model.terms import Names
from eia.model.written import Written
from eia.project import Dossier
from eia.text.tree import Mapping as Keys
from eia.text.tree import Node, Scalar

IDS = (
    "assessment",
    "format",
    "id",
    "plan",
    "previous",
    "profile",
    "rule-set",
    "sources",
    "url",
    "version",
    "at",
    "rule",
)
"""Keys of what is no words: names that others cite, files, addresses, numbers."""


LABELLED = ("people", "glossary", "figures")
"""Keys below which the keys are words."""


def texts(dossier: Dossier) -> Iterator[tuple[Site, str]]:
    """Every value that is words, the organisation's own too; no ids, nor what a grammar could read to its end."""
    read = {(site.file.path, site.route): value for site, value in dossier.index.values(object)}
    for site, words in values(dossier):
        last = next((step for step in reversed(site.route) if isinstance(step, str)), "")
        if last not in IDS and not _is_read(read, site.file.path, site.route):
            yield site, words


def values(dossier: Dossier) -> Iterator[tuple[Site, str]]:
    """Every value, of whatever sort."""
    for file in dossier.files:
        for route, node in _below(file.tree.root) if file.tree else ():
            yield Site(file, route), node.value


def labels(dossier: Dossier) -> Iterator[tuple[Site, str]]:
    """Every key that is words, which a document prints, and no id."""
    seen = dict.fromkeys(
        (site.file.path, site.route[:end]) for site, _ in values(dossier) for end in range(2, len(site.route) + 1)
    )
    files = {file.path: file for file in dossier.files}
    for path, (*above, last) in seen:
        own = any(isinstance(step, str) and step.startswith(OWN) for step in above)
        if isinstance(last, str) and (own or above[-1] in LABELLED):
            yield Site(files[path], (*above, last), key=True), last


def everything_in(file: LoadedFile) -> Iterator[tuple[Site, str]]:
    """All keys and values of a file, the second of a key that stands there twice too."""
    waiting: list[tuple[Route, Node]] = [((), file.tree.root)] if file.tree else []
    while waiting:
        route, node = waiting.pop()
        if isinstance(node, Scalar):
            yield Site(file, route), node.value
        elif isinstance(node, Keys):
            yield from ((Site(file, (*route, one.key.value)), one.key.value) for one in node.entries)
            waiting += (((*route, one.key.value), one.value) for one in node.entries)
        else:
            waiting += (((*route, at), one) for at, one in enumerate(node.items))


def _below(node: Node, route: Route = ()) -> Iterator[tuple[Route, Scalar]]:
    if isinstance(node, Scalar):
        yield route, node
        return
    steps = node.first.items() if isinstance(node, Keys) else enumerate(node.items)
    for step, one in steps:
        yield from _below(one if isinstance(one, Node) else one.value, (*route, step))


def _is_read(read: Mapping[tuple[Path, Route], object], path: Path, route: Route) -> bool:
    """Whether a value is no words but figures, dates, ids, all of which could be read."""
    value = read.get((path, route)) or read.get((path, route[:-1]))
    whole = isinstance(value, Written) and not isinstance(value, Prose) and not value.misreads
    return whole and (type(value).__name__ in ("Figures", "When", "Rating") or isinstance(value, References | Names))

"""What the files of a dossier say, as they say it: every key and value in its place, and nothing that was read in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from eia.index import Site
from eia.loading import LoadedFile
from eia.project import Dossier
from eia.text.tree import Node, Scalar, Sequence

from .record import Json, Record, pointer


@dataclass(frozen=True)
class Files:
    """The files of a dossier by what they are; a plan or sources that stand in the assessment have none of their own."""

    by_kind: Mapping[str, LoadedFile]

    @classmethod
    def of(cls, dossier: Dossier) -> Files:
        """Those that could be read."""
        places = {"assessment": dossier.site(()), "plan": dossier.plan.site(()), "sources": dossier.sources.site(())}
        return cls({kind: one.file for kind, one in places.items() if one.file.tree and not one.route})

    @cached_property
    def _kinds(self) -> Mapping[Path, str]:
        return {file.path: kind for kind, file in reversed([*self.by_kind.items()])}

    def contents(self) -> Record:
        """What each file says."""
        return {kind: as_written(file.tree.root) for kind, file in self.by_kind.items() if file.tree}

    def pointer(self, site: Site) -> str:
        """Where something stands in these contents, or what stands for it: text may stand for a whole part."""
        route, tree = site.route, site.file.tree
        while route and tree and tree.node(route) is None:
            route = route[:-1]
        kind = self._kinds.get(site.file.path)
        return pointer("written", kind, *route) if kind else pointer("written")

    def unread(self) -> list[Json]:
        """What no part of the format could take, such as the second of two equal keys."""
        return [
            {"words": one.words, "pointer": self.pointer(Site(file, one.route))}
            for file in {file.path: file for file in self.by_kind.values()}.values()
            for one in file.unread
        ]


def as_written(node: Node) -> Json:
    """Keys, lists and texts as they stand; nothing where nothing stands. Of a key that stands twice, the first counts."""
    if isinstance(node, Scalar):
        return node.value or None
    if isinstance(node, Sequence):
        return [as_written(item) for item in node.items]
    return {key: as_written(entry.value) for key, entry in node.first.items()}

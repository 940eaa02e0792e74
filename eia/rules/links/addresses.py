"""The addresses of a dossier: in running text and under `url:`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.index import Site
from eia.model.assessment import Related
from eia.model.evidence import Source
from eia.model.link import Link, links
from eia.model.part import Part
from eia.model.prose import Prose
from eia.project import Dossier


def addresses(dossier: Dossier) -> Iterator[tuple[Site, Link]]:
    """Every address that a reader could follow, with its place; pictures are none."""
    for site, link in in_prose(dossier):
        yield replace(site, within=(link.start, link.end)), link
    for site, part in dossier.index.values(Part):
        if isinstance(part, Source | Related) and part.url:
            yield Site(site.file, (*site.route, "url")), Link(part.url, 0, len(part.url))


def in_prose(dossier: Dossier) -> Iterator[tuple[Site, Link]]:
    """Every address in running text, with the place of that text."""
    for site, prose in dossier.index.values(Prose):
        for link in links(prose.words):
            if not link.picture:
                yield site, link

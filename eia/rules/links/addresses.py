"""The addresses of a dossier: in running text and under `url:`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.assessment import Related
from eia.model.evidence import Source
from eia.model.link import Link, links
from eia.model.part import Part
from eia.model.prose import Prose
from eia.project import Dossier
from eia.rules.mending import instead
from eia.text.change import Fix, Within


def addresses(dossier: Dossier) -> Iterator[tuple[Site, Link]]:
    """Every address that a reader could follow, with its place; pictures are none."""
    for site, link in in_prose(dossier):
        yield replace(site, within=(link.start, link.end)), link
    for site, part in dossier.index.values(Part):
        if isinstance(part, Source | Related) and part.url:
            yield Site(site.file, (*site.route, "url")), Link(part.url, 0, len(part.url))


def other_address(site: Site, link: Link, address: str, safe: bool = True) -> Fix | None:
    """Another address in place of one: in running text, or as the whole of what stands under `url:`."""
    if site.within:
        return instead(site, address, safe)
    return Fix(f"write `{shortened(address, 80)}`", (Within(site.route, link.start, link.end, address),), safe)


def in_prose(dossier: Dossier) -> Iterator[tuple[Site, Link]]:
    """Every address in running text, with the place of that text."""
    for site, prose in dossier.index.values(Prose):
        for link in links(prose.words):
            if not link.picture:
                yield site, link

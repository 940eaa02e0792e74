"""Fixes that several rules offer."""

from __future__ import annotations

from eia.index import Site
from eia.model.written import JOINT
from eia.text.change import Fix, Within


def instead(site: Site, words: str, safe: bool = True) -> Fix | None:
    """Other words in place of those that a site names; nothing where they do not stand in one text."""
    if site.file.tree is None or site.within is None:
        return None
    spot = site.file.tree.spot(site.route, *site.within, JOINT)
    return Fix(f"write `{words}`", (Within(*spot, words),), safe) if spot else None

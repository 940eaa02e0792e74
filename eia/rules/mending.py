"""Fixes that several rules offer."""

from __future__ import annotations

from eia.diagnostics.shown import shortened
from eia.index import Site, Use
from eia.model.reference import References
from eia.model.written import JOINT
from eia.text.change import Change, Fix, Remove, Within
from eia.text.tree import Scalar

NO_MORE = "take it out"


def instead(site: Site, words: str, safe: bool = True) -> Fix | None:
    """Other words in place of those that a site names; nothing where they do not stand in one text."""
    change = within(site, words)
    return Fix(f"write `{shortened(words, 80)}`", (change,), safe) if change else None


def within(site: Site, words: str) -> Change | None:
    """The same as one change among others."""
    if site.file.tree is None or site.within is None:
        return None
    spot = site.file.tree.spot(site.route, *site.within, JOINT)
    return Within(*spot, words) if spot else None


def cited_as(use: Use, id: str, safe: bool = True) -> Fix | None:
    """A citation with another id, written as far as the old one is: of `1.a, B` only the `B`, of `1.A–C` all of the range.

    Nothing where what stands there cannot simply become that."""
    words = _written_as(use, id)
    return instead(Site(use.site.file, use.site.route, _place(use)), words, safe) if words else None


def renamed(use: Use, id: str) -> Change | None:
    """The same as one change among others, where the id stands there in full."""
    return within(use.site, id) if _said(use) == use.id else None


def without_item(site: Site, words: str, start: int, end: int) -> Fix | None:
    """A list of ids without one of them, where all others are still read as they were."""
    tree = site.file.tree
    spot = tree.spot(site.route, start, end, JOINT) if tree else None
    node = tree.node(spot[0]) if tree and spot else None
    if spot is None or not isinstance(node, Scalar):
        return None
    route, first, last = spot
    if not (node.value[:first] + node.value[last:]).strip():
        return Fix(NO_MORE, (Remove(route),)) if isinstance(route[-1], int) else None
    items, begins = References.read(words).items, start - first
    before = max((one.end for one in items if begins < one.end <= start), default=start)
    left = References.read(words[:before] + words[end:])
    kept = [one.id for one in items if (one.start, one.end) != (start, end)]
    is_same = [one.id for one in left.items] == kept and not left.misreads and before < start
    return Fix(NO_MORE, (Within(route, before - begins, last, ""),)) if is_same else None


def _place(use: Use) -> tuple[int, int] | None:
    return use.reference.range if use.reference and use.reference.range else use.site.within


def _said(use: Use) -> str:
    """The words that cite: a whole id, a part of it, or a range."""
    place, tree = _place(use), use.site.file.tree
    spot = tree.spot(use.site.route, *place, JOINT) if tree and place else None
    node = tree.node(spot[0]) if tree and spot else None
    return node.value[spot[1] : spot[2]] if spot and isinstance(node, Scalar) else ""


def _written_as(use: Use, id: str) -> str:
    said = _said(use)
    if said == use.id:
        return id
    if use.reference and use.reference.range:
        return said.lower() if id == use.id.lower() else ""
    before = len(use.id) - len(said)
    is_part = said and use.id.endswith(said) and len(id) == len(use.id)
    return id[before:] if is_part and id[:before] == use.id[:before] else ""

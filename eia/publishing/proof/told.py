"""How somebody is told of what a document lacks: it is named in its place."""

from __future__ import annotations

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.shown import shortened
from eia.index import Site


def told(site: Site, words: str) -> Diagnostic:
    """That a document does not say these words, where they stand in the files."""
    tree, route = site.file.tree, site.route
    assert tree is not None  # something was read in it
    key = ".".join(str(step + 1) if isinstance(step, int) else step for step in route)
    message = f"the document does not say “{shortened(words)}” of `{key}`"
    return Diagnostic("dropped", Severity.ERROR, message, tree.text, tree.nearest(route))

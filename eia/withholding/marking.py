"""Whether the marking of an assessment lets everybody read it. A marking is never taken off: whoever put it there has to."""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.shown import quoted
from eia.project import Dossier

MARKINGS = "public-markings"
"""The list of markings of what everybody may read."""
RESTRICTED = "restricted-marking"
HELP = (
    "Ask whoever marked it, and change `marking:` if it may be published. If that is what your organisation calls what everybody "
    "may read, add it to `public-markings` under `words` in eia.toml."
)


def is_restricted(dossier: Dossier) -> bool:
    """Whether it is marked as something that not everybody may read."""
    marking = _plain(dossier.assessment.marking or "")
    return bool(marking) and marking not in map(_plain, dossier.profile.words_in(MARKINGS))


def restricted(dossier: Dossier) -> Iterator[Diagnostic]:
    """The same, told."""
    if is_restricted(dossier) and dossier.file.tree:
        message = (
            f"it is marked {quoted(dossier.assessment.marking or '')}, which is no marking of what everybody may read"
        )
        span = dossier.file.tree.nearest(("marking",))
        yield Diagnostic(RESTRICTED, Severity.ERROR, message, dossier.file.text, span, HELP)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())

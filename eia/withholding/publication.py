"""What everybody may read of an assessment, and what stands against it: found, taken out, and judged once more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from eia.diagnostics.diagnostic import Diagnostic, Severity, in_order
from eia.editing.refused import NotMade
from eia.linting import judge
from eia.project import Dossier
from eia.rules import ALL
from eia.withholding.left import LEFT, left
from eia.withholding.marking import restricted
from eia.withholding.quoted import quoted_without, unfit_quotes
from eia.withholding.withheld import Withheld, withheld
from eia.withholding.without import read_again, without

PRIVACY = "privacy"
"""The family of rules that is asked, whole, of what is for everybody."""
PRIVATE = frozenset(rule.id for rule in ALL if rule.family == PRIVACY)


@dataclass(frozen=True, slots=True)
class Publication:
    """A dossier as everybody may read it."""

    dossier: Dossier
    told: tuple[Diagnostic, ...]
    """What a document may tell of it: what is wrong, and what somebody accepted, none of it in words that are withheld."""
    withheld: tuple[Withheld, ...]
    open: tuple[Diagnostic, ...]
    """Why it cannot be published yet."""


def publication(dossier: Dossier) -> Publication:
    """What everybody may read of a dossier, and what stands against that.

    All rules of privacy are asked of it, and then again of what came of it: they must find nothing more."""
    asked = read_again(dossier, {}, (PRIVACY,))
    told = _told(asked)
    found = withheld(asked, told)
    try:
        after = quoted_without(without(asked, found))
    except NotMade as reason:
        return Publication(asked, told, found, (_not_made(asked, found, reason),))
    again = _told(after)
    left_open = {(one.rule, one.at) for one in again if one.rule in PRIVATE and not one.accepted}
    open = (
        replace(one, severity=Severity.ERROR) for one in told if (one.rule, one.at) in left_open and not one.accepted
    )
    wrong = (*restricted(asked), *open, *left(asked, after, found), *unfit_quotes(after))
    return Publication(after, again, found, in_order(wrong))


def _told(dossier: Dossier) -> tuple[Diagnostic, ...]:
    return judge(dossier.files, [dossier]).told_of(dossier)


def _not_made(dossier: Dossier, found: tuple[Withheld, ...], reason: NotMade) -> Diagnostic:
    text, span = found[0].place
    message = f"what is to be withheld cannot be taken out of the file, since {reason.why}"
    return Diagnostic(LEFT, Severity.ERROR, message, text, span, "Take it out yourself.")

"""What `eia lint --public` says: whether assessments may be published, and what would be withheld."""

from __future__ import annotations

from dataclasses import replace

from eia.diagnostics.diagnostic import in_order
from eia.linting import Checked
from eia.withholding.listed import listed
from eia.withholding.publication import PRIVATE, publication


def for_everybody(checked: Checked) -> tuple[Checked, list[str]]:
    """What stands against publication, beside all else that is wrong; and a line for each thing that would be withheld.

    What the rules of privacy find is no matter where it is withheld."""
    ready = [publication(dossier) for dossier in checked.dossiers]
    others = (one for one in checked.diagnostics if one.rule not in PRIVATE)
    told = in_order((*others, *(one for each in ready for one in each.open)))
    return replace(checked, diagnostics=told), [line for each in ready for line in listed(each.withheld)]

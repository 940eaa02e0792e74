"""Mending what is a matter of notation: which fixes may be made, in which turn, and what is wrong once they are."""

from eia.fixing.allowed import SIGNED_OFF, Leave
from eia.fixing.mend import Mended, Rewritten, mend
from eia.fixing.offered import edits_of, offered

__all__ = ["SIGNED_OFF", "Leave", "Mended", "Rewritten", "edits_of", "mend", "offered"]

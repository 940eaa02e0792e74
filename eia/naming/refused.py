"""The exception of a name that is kept, since it cannot be another without harm."""

from __future__ import annotations

from eia.diagnostics.told import Told


class Kept(Told):
    """Nothing is called otherwise, and why; no file is changed."""

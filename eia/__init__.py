"""Equality impact assessments as code: load one, walk it, check it, publish it.

`load`, `lint` and `export` are the whole door; what they return is frozen data that `walk` and `parts` go through."""

from __future__ import annotations

__version__ = "0.1.0"

from eia.api import export, lint, load
from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.linting import Checked
from eia.model.part import parts, walk
from eia.project import Dossier
from eia.unfit import Unfit

__all__ = ["Checked", "Diagnostic", "Dossier", "Severity", "Unfit", "export", "lint", "load", "parts", "walk"]

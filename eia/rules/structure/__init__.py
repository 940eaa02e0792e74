"""Structure: ids that can be cited, and texts, tables and pictures that every document can carry."""

from __future__ import annotations

from eia.rules.rule import Rule
from eia.rules.structure.duplicate_id import duplicate_id
from eia.rules.structure.empty_cell import empty_cell
from eia.rules.structure.malformed_id import malformed_id
from eia.rules.structure.missing_alt_text import missing_alt_text
from eia.rules.structure.undeclared_language import undeclared_language
from eia.rules.structure.unknown_section import unknown_section
from eia.rules.structure.unsupported_prose import unsupported_prose

RULES: tuple[Rule, ...] = (
    duplicate_id,
    malformed_id,
    unknown_section,
    unsupported_prose,
    empty_cell,
    missing_alt_text,
    undeclared_language,
)

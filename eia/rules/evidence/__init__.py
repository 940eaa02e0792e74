"""Evidence: what the record rests on, and whether a reader could look it up."""

from __future__ import annotations

from eia.rules.evidence.gap_without_plan import gap_without_plan
from eia.rules.evidence.other_groups_evidence import other_groups_evidence
from eia.rules.evidence.stale_evidence import stale_evidence
from eia.rules.evidence.undated_source import undated_source
from eia.rules.evidence.unknown_without_gap import unknown_without_gap
from eia.rules.evidence.unsourced_claim import unsourced_claim
from eia.rules.evidence.unused_evidence import unused_evidence
from eia.rules.evidence.unused_source import unused_source
from eia.rules.evidence.vague_attribution import vague_attribution
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_without_gap,
    gap_without_plan,
    unsourced_claim,
    undated_source,
    stale_evidence,
    unused_evidence,
    unused_source,
    other_groups_evidence,
    vague_attribution,
)

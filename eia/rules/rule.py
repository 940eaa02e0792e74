"""What a rule is: a question asked of a dossier, answered with problems that name things, not places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.model.assessment import STATUSES, Status
from eia.model.vocabulary import Basis, Statement
from eia.project import Dossier
from eia.settings import Preset
from eia.text.change import Fix

Confidence = Literal["exact", "high", "heuristic"]
"""How sure a rule is: it follows from the data; from a pattern that is hardly ever wrong; from one that is only a hint."""
Mends = Literal["safe", "unsafe"]
"""Whether `eia lint --fix` mends what a rule finds, where that is certain, or only `--unsafe` does."""
RULE_SETS = {1: date(2026, 11, 30)}
"""Each rule set, and the day it came: what a rule asks becomes more, or another rule comes, only with the next."""
RULE_SET = max(RULE_SETS)
"""The rule set of this version."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule has to say about one thing; where that stands in the file is found later."""

    site: Site
    message: str
    help: str = ""
    related: tuple[tuple[Site, str], ...] = ()
    law: tuple[Statement, ...] = ()
    """What the form says that this one rests on, beside what it says of the rule: its own law, never another's."""
    fix: Fix | None = None
    """How it can be mended in the file of its site, where that is a matter of notation."""
    also: tuple[Site, ...] = ()
    """Other things that it is about just as much, where several are told as one."""


Check = Callable[[Dossier], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name and weight."""

    id: str
    severity: Severity
    """How bad it is, if it is true."""
    stage: Status
    """The status from which it counts fully."""
    early: Severity
    """How much it counts before that."""
    confidence: Confidence
    """How sure it is."""
    basis: Basis
    """Why anybody should care, where the form does not say on what the rule rests."""
    preset: Preset
    """The first set of rules that has it."""
    since: int
    """The rule set with which it came: what was signed under an older one is not held to it."""
    firm: bool
    """Whether nobody can set it aside: what it finds is broken, and can only be mended."""
    lasting: bool
    """Whether it still counts when the assessment is superseded: shape and references do, substance does not."""
    unanimous: bool
    """Whether, in a file that several assessments share, it must hold for all of them."""
    of_form: bool
    """Whether it goes by what the form says, and so is not asked where the form is not known or not whole."""
    mends: Mends | None
    """Whether `eia lint --fix` can mend what it finds: the mildest of its fixes."""
    module: str
    """Holds the manual page in its docstring."""
    check: Check

    @property
    def family(self) -> str:
        """The family that it belongs to: the name of its folder."""
        return self.module.split(".")[-2]

    def severity_at(self, status: Status, full: Severity) -> Severity | None:
        """How much it counts at this status, where fully it counts as much as this; None where it is not asked."""
        if status == "superseded":
            return full if self.lasting else None
        return full if STATUSES.index(status) >= STATUSES.index(self.stage) else min(full, self.early)


def rule(
    severity: Severity,
    *,
    stage: Status = "draft",
    early: Severity | None = None,
    confidence: Confidence = "exact",
    basis: Basis = "craft",
    preset: Preset | None = None,
    since: int = 1,
    firm: bool = False,
    lasting: bool = False,
    unanimous: bool = False,
    of_form: bool = False,
    mends: Mends | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of a function; its name with hyphens is the rule's name, which is permanent.

    Without `early`, it counts for one degree less before its stage; without `preset`, only a mere hint waits for `review`."""

    def make(check: Check) -> Rule:
        return Rule(
            check.__name__.replace("_", "-"),
            severity,
            stage,
            early or Severity(max(severity - 1, Severity.NOTE)),
            confidence,
            basis,
            preset or ("review" if confidence == "heuristic" else "standard"),
            since,
            firm,
            lasting,
            unanimous,
            of_form,
            mends,
            check.__module__,
            check,
        )

    return make

"""What a rule is: a question asked of a dossier, answered with problems that name things, not places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.model.assessment import Status
from eia.model.vocabulary import Statement
from eia.project import Dossier


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule has to say about one thing; where that stands in the file is found later."""

    site: Site
    message: str
    help: str = ""
    related: tuple[tuple[Site, str], ...] = ()
    law: tuple[Statement, ...] = ()
    """What the form says that this rests on: its own law, never another's."""


Check = Callable[[Dossier], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name and weight."""

    id: str
    severity: Severity
    draft: Severity
    """The severity while the assessment is a draft."""
    lasting: bool
    """Whether it still counts when the assessment is superseded: shape and references do, substance does not."""
    unanimous: bool
    """Whether, in a file that several assessments share, it must hold for all of them."""
    of_form: bool
    """Whether it goes by what the form says, and so is not asked where the form is not known or not whole."""
    module: str
    """Holds the manual page in its docstring."""
    check: Check

    def severity_at(self, status: Status) -> Severity | None:
        """How much it counts at this status; None where it is not asked."""
        if status == "superseded":
            return self.severity if self.lasting else None
        return self.draft if status == "draft" else self.severity


def rule(
    severity: Severity,
    *,
    draft: Severity | None = None,
    lasting: bool = False,
    unanimous: bool = False,
    of_form: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function; its name with hyphens is the rule's name, which is permanent."""

    def make(check: Check) -> Rule:
        name = check.__name__
        id, module = name.replace("_", "-"), check.__module__
        return Rule(id, severity, draft or severity, lasting, unanimous, of_form, module, check)

    return make

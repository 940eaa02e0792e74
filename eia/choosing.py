"""Which rules are asked of a dossier, and how much each counts there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import nearest, shortened
from eia.forms.find import plain
from eia.model.profile import LONGEST_NUMBER, Profile
from eia.project import Dossier
from eia.rules import ALL, FAMILIES, Rule
from eia.rules.firm import CAN_BE_SET_ASIDE, of_reading
from eia.rules.rule import RULE_SET, RULE_SETS
from eia.settings import OFF, PRESETS, Choice, Settings

NO_CHOICE = Choice()
ASIDE = ("ignore", "severity")
"""Settings that can set a rule aside."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much a rule counts when it counts fully (None where it is off), and who says so."""

    severity: Severity | None
    by: Literal["rule", "form", "settings", "preset"]
    setting: tuple[str, ...] = ()
    """The keys that lead to the setting, where it is one that says so."""


def weighed(rule: Rule, form: Profile, settings: Settings, choice: Choice = NO_CHOICE) -> Weighed:
    """What somebody asks for this once goes before what the project says, then comes the form, and last the rule itself."""
    if rule.firm:
        return Weighed(rule.severity, "rule")
    chosen, _ = _named(rule, choice)
    asked, setting = _named(rule, settings) if chosen is None else (chosen, ())
    if asked is False:
        return Weighed(None, "settings", setting)
    preset = choice.preset or settings.preset or PRESETS[0]
    if asked is None and PRESETS.index(rule.preset) > PRESETS.index(preset):
        return Weighed(None, "preset")
    if (said := settings.severity.get(rule.id)) and not (chosen and said == OFF):
        return Weighed(_severity(said), "settings", ("severity", rule.id))
    if (weight := form.rules.get(rule.id)) and weight.severity:
        return Weighed(_severity(weight.severity), "form")
    return Weighed(rule.severity, "settings" if setting else "rule", setting)


def _severity(word: str) -> Severity | None:
    return None if word == OFF else Severity.of(word)


def weight_of(rule: Rule, dossier: Dossier) -> Severity | None:
    """How much a rule counts for a dossier at its status; None where it is not asked."""
    if rule.since > held_to(dossier) or (rule.of_form and not dossier.knows_profile):
        return None
    project = dossier.project
    full = weighed(rule, dossier.profile, project.settings, project.choice).severity
    return rule.severity_at(dossier.status, full) if full else None


def held_to(dossier: Dossier) -> int:
    """The rule set that a dossier is held to: what is settled, to that which it names, else to that of its own day."""
    if not dossier.is_settled:
        return RULE_SET
    said, day = dossier.assessment.rule_set or "", dossier.assessment.own_day
    if said.isdecimal() and len(said) <= LONGEST_NUMBER:
        return max(int(said), min(RULE_SETS))
    return max((number for number, came in RULE_SETS.items() if day and came <= day), default=min(RULE_SETS))


def misnamed(said: Settings) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Names in settings that lead nowhere, and rules that nobody can set aside: where they stand, what is wrong, what to do."""
    rules, form = {rule.id: rule for rule in ALL}, plain()
    every = [*FAMILIES, *rules]
    for key, names, known, what in (
        ("select", said.select, every, "rule"),
        ("ignore", said.ignore, every, "rule"),
        ("severity", said.severity, [*rules], "rule"),
        ("thresholds", said.thresholds, [*form.thresholds], "threshold"),
        ("words", said.words, [*form.word_lists], "list of words"),
    ):
        for name in names:
            if name not in known and (key not in ASIDE or name not in of_reading()):
                yield (key, name), f"there is no {what} `{shortened(name)}`", nearest(name, known)
            elif key in ASIDE and name not in FAMILIES and name not in CAN_BE_SET_ASIDE:
                help = "Take it out, and mend what the rule finds: it is broken in any case."
                yield (key, name), f"`{name}` cannot be set aside, nor count for less", help


def _named(rule: Rule, said: Settings | Choice) -> tuple[bool | None, tuple[str, ...]]:
    """Whether somebody asks for a rule or leaves it out, by its name or else by its family, and where; None for neither."""
    for name in (rule.id, rule.family):
        if name in said.ignore:
            return False, ("ignore", name)
        if name in said.select:
            return True, ("select", name)
    return None, ()

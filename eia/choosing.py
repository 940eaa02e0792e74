"""Which rules are asked of a dossier, and how much each counts there."""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import nearest, shortened
from eia.forms.find import plain
from eia.project import Dossier
from eia.rules import ALL, FAMILIES, Rule
from eia.rules.rule import RULE_SET
from eia.settings import OFF, PRESETS, Fault, Settings, SettingsFile


def weight_of(rule: Rule, dossier: Dossier) -> Severity | None:
    """How much a rule counts for a dossier; None where it is not asked.

    What the project says goes before what the form says, and that before what the rule says itself; the status may lessen it."""
    settings, weight = dossier.project.settings, dossier.profile.rules.get(rule.id)
    said = settings.severity.get(rule.id) or (weight.severity if weight else None)
    if said == OFF or not _is_chosen(rule, settings) or (rule.of_form and not dossier.knows_profile):
        return None
    if rule.since > held_to(dossier):
        return None
    return rule.severity_at(dossier.status, Severity.of(said) if said else None)


def held_to(dossier: Dossier) -> int:
    """The rule set that a dossier is held to: what is settled, to that by which it was checked; anything else, to the newest."""
    said = dossier.assessment.rule_set or ""
    return int(said) if dossier.is_settled and said.isdecimal() and len(said) < 4 else RULE_SET


def misnamed(file: SettingsFile) -> Iterator[Fault]:
    """What settings name and nobody has: rules, families, thresholds, lists of words; and rules that nobody can set aside."""
    rules, said, form = {rule.id: rule for rule in ALL}, file.settings, plain()
    every = [*FAMILIES, *rules]
    for key, names, known, what in (
        ("select", said.select, every, "rule"),
        ("ignore", said.ignore, every, "rule"),
        ("severity", said.severity, [*rules], "rule"),
        ("thresholds", said.thresholds, [*form.thresholds], "threshold"),
        ("words", said.words, [*form.word_lists], "list of words"),
    ):
        for name in names:
            if name not in known:
                yield file.fault((key, name), f"there is no {what} `{shortened(name)}`", nearest(name, known))
    off = (("severity", name) for name, severity in said.severity.items() if severity == OFF)
    for key, name in (*(("ignore", name) for name in said.ignore), *off):
        if name in rules and rules[name].firm:
            help = "Take the line out, and mend what the rule finds."
            yield file.fault((key, name), f"the rule `{name}` cannot be switched off", help)


def _is_chosen(rule: Rule, settings: Settings) -> bool:
    """Whether the rule or its family is in the chosen set, or asked for beside it, and not left out."""
    names = {rule.id, rule.family}
    in_preset = PRESETS.index(rule.preset) <= PRESETS.index(settings.preset or PRESETS[0])
    return (in_preset or not names.isdisjoint(settings.select)) and names.isdisjoint(settings.ignore)

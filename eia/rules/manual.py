"""The manual: the page of each rule, read from its module when somebody asks for it, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from inspect import cleandoc

from eia.forms.find import PLAIN, shipped, shipped_names
from eia.model.assessment import STATUSES
from eia.model.vocabulary import BASES
from eia.rules import ALL, Rule
from eia.rules.rule import Mends
from eia.settings import PRESETS

SURE = {"exact": "It follows from what is written", "high": "It is hardly ever wrong", "heuristic": "It is only a hint"}
"""What a sentence says of how sure a rule is."""
NOT_FIRM = "A remark or a waiver can set it aside, with a reason."
FIRM = "Nobody can set it aside: what it finds is broken."
MENDS: dict[Mends, str] = {
    "safe": "`eia lint --fix` mends it where it is certain what was meant",
    "unsafe": "`eia lint --fix --unsafe` mends it in some cases, for you to read afterwards",
}
"""What a sentence says of what can be mended."""
OF_READING: dict[str, Mends] = {
    "broken-yaml": "safe",
    "unsupported-yaml": "safe",
    "hidden-character": "safe",
    "swallowed-text": "safe",
    "unknown-key": "unsafe",
    "unused-ignore": "safe",
}
"""What can be mended of that which is wrong before any rule is asked; the same of a rule stands in it."""
Entry = dict[str, str | int | bool]
"""What the list says of a rule."""


def page(name: str) -> str | None:
    """The whole page of a rule, in Markdown; None where there is no such rule."""
    for rule in ALL:
        if rule.id == name:
            first, _, rest = cleandoc(import_module(rule.module).__doc__ or "").partition("\n")
            return f"# {name}\n\n{first}\n\n{_facts(rule)}\n{rest}{_authorities(rule)}"
    text = _of_reading().get(name)
    mended = "".join(f"\n\n*{words}*" for words in _mended(OF_READING.get(name)))
    return f"# {name}\n\n{text}{mended}" if text else None


def more_of(page: str) -> str:
    """What a page says below its first sentence and what is known of its rule, up to the first heading; on one line."""
    paragraphs = page.partition("\n## ")[0].split("\n\n")[2:]
    return " ".join(" ".join(one for one in paragraphs if not one.startswith("*")).split())


def known() -> list[str]:
    """The names of all rules."""
    return [*(rule.id for rule in ALL), *_of_reading()]


def summaries() -> Iterator[tuple[str, str, str]]:
    """Name, severity and first sentence of every rule, those about reading a file last."""
    for rule in ALL:
        yield rule.id, _weight(rule), _summary(rule)
    for name, text in _of_reading().items():
        yield name, "when reading", text.split("\n")[0]


def registry() -> list[Entry]:
    """Every rule with all that is said of it: for other programs."""
    of_rules: list[Entry] = [
        {
            "name": rule.id,
            "family": rule.family,
            "summary": _summary(rule),
            "severity": rule.severity.word,
            "stage": rule.stage,
            "before-stage": rule.early.word if rule.stage != STATUSES[0] else rule.severity.word,
            "confidence": rule.confidence,
            "basis": rule.basis,
            "preset": rule.preset,
            "rule-set": rule.since,
            "can-be-set-aside": not rule.firm,
            "fix": rule.mends or "none",
        }
        for rule in ALL
    ]
    of_reading: list[Entry] = [
        {
            "name": name,
            "family": "reading",
            "summary": text.split("\n")[0],
            "can-be-set-aside": False,
            "fix": OF_READING.get(name, "none"),
        }
        for name, text in _of_reading().items()
    ]
    return [*of_rules, *of_reading]


def _summary(rule: Rule) -> str:
    return (import_module(rule.module).__doc__ or "").split("\n")[0]


def _weight(rule: Rule) -> str:
    """How much a rule counts, and how much before its stage."""
    before = rule.severity_at(STATUSES[0], rule.severity)
    full = rule.severity.word
    return full if before in (None, rule.severity) else f"{full} (before {rule.stage}: {before.word})"


def _facts(rule: Rule) -> str:
    """How bad, how sure, why, and when it is asked."""
    preset = "Every preset asks it" if rule.preset == PRESETS[0] else f"The preset `{rule.preset}` asks it"
    aside = FIRM if rule.firm else NOT_FIRM
    told = " ".join((f"{preset}.", aside, *_mended(rule.mends)))
    weight = f"{rule.family.capitalize()}: {_weight(rule)}"
    return f"*{weight}. {SURE[rule.confidence]}. Basis, where your form names none: {BASES[rule.basis]}. {told}*"


def _mended(mends: Mends | None) -> Iterator[str]:
    """The command that mends it, and how far that goes; nothing where only people can."""
    if mends:
        yield f"{MENDS[mends]}."


def _authorities(rule: Rule) -> str:
    """What the forms that come with the program say that the rule rests on."""
    told: dict[str, list[str]] = {}
    for name in (PLAIN, *shipped_names()):
        form = shipped(name).profile
        weight = form.rules.get(rule.id)
        for statement in form.basis(weight.law if weight else None):
            told.setdefault(statement.told, []).append(f"`{name}`")
    lines = (
        f"- {one}: in {'every form' if f'`{PLAIN}`' in names else ', '.join(names)}." for one, names in told.items()
    )
    return "\n\n## What it rests on\n\n" + "\n".join(lines) if told else ""


@cache
def _of_reading() -> dict[str, str]:
    """What can be wrong before any rule is asked; the pages stand in one file."""
    text = files("eia.rules").joinpath("reading.md").read_text("utf-8")
    _, *pages = text.split("\n# ")
    return {name.strip(): body.strip() for name, _, body in (one.partition("\n") for one in pages)}

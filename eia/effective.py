"""What holds in a project, and where each of it comes from: settings, rules, numbers, words and groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eia.choosing import Weighed, misnamed, weighed
from eia.diagnostics.shown import shown_path
from eia.document.layout import LAYOUTS
from eia.forms.find import PLAIN, Forms, plain
from eia.forms.local import ACRONYMS
from eia.model.profile import Profile
from eia.model.vocabulary import words_of
from eia.project import form_of
from eia.rules import FAMILIES, Rule
from eia.settings import NAME, OFF, PRESETS, SettingsFile, WrongSettings, place_of, read_settings

USUAL = "as usual"


@dataclass(frozen=True, slots=True)
class Value:
    """A value that holds: among what, what it is called, what it is, and where it comes from."""

    among: str
    name: str
    value: str
    source: str


def effective(root: Path, form: str = "") -> Iterator[Value]:
    """Every value that holds in a project where a form is followed; without one, that of new assessments.

    Raises `WrongSettings`."""
    name, file = form or form_of(root), read_settings(root)
    for _, message, help in misnamed(file.settings):
        raise WrongSettings(f"{shown_path(file.path)}: {message}", help)
    origins = _Origins(file, Forms(root), name)
    yield from _facts(origins)
    yield from _rules(origins)
    yield from _numbers(origins)
    yield from _words(origins)
    yield from _groups(origins)


class _Origins:
    """A form in a project, and where it has what it says from."""

    def __init__(self, file: SettingsFile, forms: Forms, name: str) -> None:
        self.file = file
        self.name = name
        found = forms.get(name)
        self.form = found.profile if found else plain()
        self._line = list(self._forms(forms, name))

    def _forms(self, forms: Forms, name: str) -> Iterator[tuple[str, Profile]]:
        """The form and those that it builds on, the nearest first; where they go round in a circle, each once."""
        told = set[str]()
        while name not in told and (form := forms.get(name)):
            yield name, form.profile
            told.add(name)
            name = form.profile.extends or PLAIN
        yield PLAIN, plain()

    def setting(self, *keys: str) -> str:
        """The line of the settings where something stands."""
        where = self.file.text.position(place_of(self.file.text, *keys).start)
        return f"{NAME}, line {where.line}"

    def of_form(self, field: str, key: str) -> str:
        """The form that first said what holds of a word in one of its tables: the farthest one that says the same."""
        held, name = getattr(self.form, field).get(key), self.name
        for other, profile in self._line:
            if getattr(profile, field).get(key) == held:
                name = other
        return f"the form `{name}`"


def _facts(origins: _Origins) -> Iterator[Value]:
    settings = origins.file.settings
    for name, said, usual in (
        ("body", settings.body, ""),
        ("profile", settings.profile, origins.name),
        ("layout", settings.layout, LAYOUTS[0]),
        ("template", settings.template, ""),
        ("preset", settings.preset, PRESETS[0]),
    ):
        yield Value("settings", name, said or usual, origins.setting(name) if said else USUAL)


def _rules(origins: _Origins) -> Iterator[Value]:
    for family, rules in FAMILIES.items():
        for rule in rules:
            weight = weighed(rule, origins.form, origins.file.settings)
            word = weight.severity.word if weight.severity else OFF
            yield Value(f"rules: {family}", rule.id, word, _source_of(weight, rule, origins))


def _source_of(weight: Weighed, rule: Rule, origins: _Origins) -> str:
    match weight.by:
        case "settings":
            return origins.setting(*weight.setting)
        case "form":
            return origins.of_form("rules", rule.id)
        case "preset":
            return f"not before the preset `{rule.preset}`"
        case "rule":
            return "the rule"


def _groups(origins: _Origins) -> Iterator[Value]:
    """The groups that the project names; what the form has already, it has as the form has it."""
    for key, label in origins.file.settings.groups.items():
        held = origins.form.groups[key].label or key
        source = origins.setting("groups", key) if held == label else origins.of_form("groups", key)
        yield Value("groups", key, held, source)


def _numbers(origins: _Origins) -> Iterator[Value]:
    for name, number in origins.form.thresholds.items():
        said = name in origins.file.settings.thresholds
        source = origins.setting("thresholds", name) if said else origins.of_form("thresholds", name)
        yield Value("thresholds", name, number, source)


def _words(origins: _Origins) -> Iterator[Value]:
    settings = origins.file.settings
    for name, words in origins.form.word_lists.items():
        keys = ("words", name) if name in settings.words else (name,) if name == ACRONYMS and settings.acronyms else ()
        source = origins.setting(*keys) if keys else origins.of_form("word_lists", name)
        yield Value("words", name, ", ".join(words_of(words)), source)

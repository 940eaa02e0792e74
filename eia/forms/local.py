"""What a project adds to the form that its assessments follow: groups of its own, words, and numbers to judge by."""

from __future__ import annotations

from collections.abc import Mapping

from eia.model.profile import Profile
from eia.model.terms import Terms
from eia.model.vocabulary import Group, words_of
from eia.settings import NAME, Settings, Words

ACRONYMS = "acronyms"
"""The list of abbreviations that need no explanation."""


def local(form: Profile, settings: Settings) -> Profile:
    """The form as it holds in a project."""
    if not (settings.groups or settings.words or settings.acronyms or settings.thresholds):
        return form
    groups = {key: Group(label=label, local=settings.body or NAME) for key, label in settings.groups.items()}
    return form.model_copy(
        update={
            "groups": {**form.groups, **{key: group for key, group in groups.items() if key not in form.groups}},
            "thresholds": {**form.thresholds, **settings.thresholds},
            "word_lists": {**form.word_lists, **_changed(form, settings)},
        }
    )


def _changed(form: Profile, settings: Settings) -> Mapping[str, Terms]:
    """The lists of words that a project changes."""
    changes = dict(settings.words)
    if settings.acronyms:
        known = changes.get(ACRONYMS, Words())
        changes[ACRONYMS] = Words((*known.add, *settings.acronyms), known.remove)
    return {name: _list(words_of(form.word_lists.get(name)), change) for name, change in changes.items()}


def _list(words: list[str], change: Words) -> Terms:
    gone = {word.casefold() for word in change.remove}
    return Terms.read_each([word for word in dict.fromkeys((*words, *change.add)) if word.casefold() not in gone])

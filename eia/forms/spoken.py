"""A form in the language of an assessment: its labels in another language, or in two side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from eia.model.profile import Profile
from eia.model.terms import Term, Terms
from eia.model.vocabulary import Named, Translation, words_of

BETWEEN = " / "
"""Stands between a label and the same one in another language."""

Labels = Mapping[str, str]
Field = Callable[[Translation], Labels]

N = TypeVar("N", bound=Named)


def languages(said: str | None) -> list[str]:
    """The languages that somebody names, with commas between them: `en-GB, cy`."""
    return [code.strip() for code in re.split("[,;]", said or "") if code.strip()]


def spoken(profile: Profile, language: str | None) -> Profile:
    """The form with its labels in these languages; what is not translated stays as it is."""
    tongues = _Tongues(tuple(_translation(profile, code) for code in languages(language)))
    return tongues.of(profile) if any(tongues.every) else profile


def answer_in(profile: Profile, language: str | None, answer: str) -> str:
    """What an answer that the form offers is called in these languages."""
    every = tuple(_translation(profile, code) for code in languages(language))
    return _Tongues(every).label(lambda one: one.answers, answer, answer)


def _translation(profile: Profile, code: str) -> Translation | None:
    """The labels in a language; nothing where it is the form's own, or none that the form knows."""
    if _language(code) == _language(profile.language or ""):
        return None
    exact = {key.casefold(): one for key, one in profile.translations.items()}
    alike = {_language(key): one for key, one in profile.translations.items()}
    return exact.get(code.casefold()) or alike.get(_language(code))


def _language(code: str) -> str:
    """The language of a code, whatever the country: that of `en-GB` is `en`."""
    return re.split("[-_]", code.casefold())[0]


@dataclass(frozen=True)
class _Tongues:
    """The languages of a document in their order; nothing stands for the form's own."""

    every: tuple[Translation | None, ...]

    def label(self, field: Field, key: str, own: str) -> str:
        """A label in each of the languages, each once; the form's own where one has none."""
        return BETWEEN.join(filter(None, dict.fromkeys(self._each(field, key, own))))

    def _each(self, field: Field, key: str, own: str) -> list[str]:
        return [(field(one).get(key) if one else None) or own for one in self.every] or [own]

    def of(self, profile: Profile) -> Profile:
        outcomes = {part: self._named(words, lambda one: one.outcomes) for part, words in profile.outcomes.items()}
        columns = self._named(profile.layout.columns, lambda one: one.columns)
        return profile.model_copy(
            update={
                "title": self.label(_title, "title", profile.title or "") or None,
                "groups": self._named(profile.groups, lambda one: one.groups),
                "aims": self._named(profile.aims, lambda one: one.aims),
                "ratings": self._named(profile.ratings, lambda one: one.ratings),
                "stages": self._labels(profile.stages, lambda one: one.stages),
                "duties": self._named(profile.duties, lambda one: one.duties),
                "kinds": self._named(profile.kinds, lambda one: one.kinds),
                "questions": self._named(profile.questions, lambda one: one.questions),
                "outcomes": outcomes,
                "signatories": self._named(profile.signatories, lambda one: one.signatories),
                "declarations": self._named(profile.declarations, lambda one: one.declarations),
                "layout": profile.layout.model_copy(update={"columns": columns}),
                "headings": self._labels(profile.headings, lambda one: one.headings),
                "words": self._labels(profile.words, lambda one: one.words),
                "word_lists": {name: self._listed(name, own) for name, own in profile.word_lists.items()},
            }
        )

    def _labels(self, labels: Labels, field: Field) -> dict[str, str]:
        return {key: self.label(field, key, own) for key, own in labels.items()}

    def _listed(self, name: str, own: Terms) -> Terms:
        """The words of a list in every language of the document: running text may hold any of them."""
        added = [word for one in self.every if one for word in words_of(one.word_lists.get(name))]
        return Terms.read(", ".join((*words_of(own), *added)))

    def _named(self, words: Mapping[str, N], field: Field) -> dict[str, N]:
        return {key: self._word(key, word, field) for key, word in words.items()}

    def _word(self, key: str, word: N, field: Field) -> N:
        """A word with its new label; it is still known by the old one."""
        if not any(one and key in field(one) for one in self.every):
            return word
        own = word.label or key
        names = (*(word.also.items if word.also else ()), *map(_term, (own, *self._each(field, key, own))))
        also = Terms(", ".join(name.text for name in names), items=names)
        return word.model_copy(update={"label": self.label(field, key, own), "also": also})


def _title(translation: Translation) -> Labels:
    return {"title": translation.title} if translation.title else {}


def _term(name: str) -> Term:
    return Term(name, 0, len(name))

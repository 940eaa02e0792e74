"""A form in the language of an assessment: its labels in another language, or in two side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from eia.document.tongues import Label
from eia.model.profile import TABLES, Profile, Table
from eia.model.terms import Terms
from eia.model.vocabulary import Called, Named, Translation, words_of

BETWEEN = " / "
"""Stands between a label and the same one in another language."""
CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language as software names it, which BCP 47 calls a tag: `cy`, `en-GB`."""

Labels = Mapping[str, str]


def spoken(profile: Profile, languages: Iterable[str]) -> Profile:
    """The form with its labels in these languages; what is not translated stays as it is."""
    tongues = _Tongues(tuple(_translation(profile, code) for code in languages))
    return tongues.of(profile) if any(tongues.every) else profile


def answer_in(profile: Profile, languages: Iterable[str], choice: str) -> str:
    """What an answer that the form offers is called in these languages."""
    return _Tongues(tuple(_translation(profile, code) for code in languages)).label("answers", choice, choice)


def labels_in(profile: Profile, languages: Sequence[str]) -> dict[str, Label]:
    """The labels of a form that are not, or not only, in the first of these languages, as they are printed in all of them."""
    tongues = _Tongues(tuple(_translation(profile, code) for code in languages))
    found: dict[str, Label] = {}
    for field, key, own in _labels(profile) if languages else ():
        codes: dict[str, str] = {}
        for code, words in zip(languages, tongues.each(field, key, own), strict=True):
            codes.setdefault(words, (profile.language or "") if words == own else code)
        if any(not _is_same(code, languages[0]) for code in codes.values()):
            pieces = [("" if _is_same(code, languages[0]) else code, words) for words, code in codes.items()]
            found[BETWEEN.join(codes)] = tuple(chain.from_iterable((("", BETWEEN), one) for one in pieces))[1:]
    return found


def _labels(profile: Profile) -> Iterator[tuple[str, str, str]]:
    """Every label of a form: the table of translations that has it, the key that it has there, and its words."""
    yield from (("headings", key, own) for key, own in profile.headings.items())
    yield from (("words", key, own) for key, own in profile.words.items())
    for table in TABLES:
        yield from ((table.labels, key, word.label or key) for key, word in table.of(profile).items())
    for question in profile.questions.values():
        yield from (("answers", choice, choice) for choice in words_of(question.choices))


def _translation(profile: Profile, code: str) -> Translation | None:
    """The labels in a language; nothing where it is the form's own, or none that the form knows."""
    if own_language(profile, code):
        return None
    exact = {key.casefold(): one for key, one in profile.translations.items()}
    alike = {_language(key): one for key, one in profile.translations.items()}
    return exact.get(code.casefold()) or alike.get(_language(code))


def own_language(profile: Profile, code: str) -> bool:
    """Whether a language is that of the form's own labels."""
    return _is_same(code, profile.language or "")


def _is_same(one: str, other: str) -> bool:
    """Whether two codes are of one language, whatever the country."""
    return _language(one) == _language(other)


def _language(code: str) -> str:
    """The language of a code, whatever the country: that of `en-GB` is `en`."""
    return re.split("[-_]", code.casefold())[0]


@dataclass(frozen=True)
class _Tongues:
    """The languages of a document in their order; nothing stands for the form's own."""

    every: tuple[Translation | None, ...]

    def label(self, field: str, key: str, own: str) -> str:
        """A label in each of the languages, each once; the form's own where one has none."""
        return BETWEEN.join(filter(None, dict.fromkeys(self.each(field, key, own))))

    def each(self, field: str, key: str, own: str) -> list[str]:
        """A label in each of the languages."""
        return [self._labels(one, field).get(key) or own for one in self.every] or [own]

    def _labels(self, translation: Translation | None, field: str) -> Labels:
        labels: Labels = getattr(translation, field) if translation else {}
        return labels

    def of(self, profile: Profile) -> Profile:
        titles = [one.title if one and one.title else profile.title for one in self.every]
        labels = {
            "title": BETWEEN.join(filter(None, dict.fromkeys(titles))) or None,
            "headings": self._all("headings", profile.headings),
            "words": self._all("words", profile.words),
            "word_lists": {name: self._listed(name, own) for name, own in profile.word_lists.items()},
        }
        form = profile.model_copy(update=labels)
        for table in TABLES:
            words = table.of(profile)
            form = table.put(form, {key: self._word(table, key, one) for key, one in words.items()}) if words else form
        return form

    def _all(self, field: str, labels: Labels) -> dict[str, str]:
        return {key: self.label(field, key, own) for key, own in labels.items()}

    def _listed(self, name: str, own: Terms) -> Terms:
        """The words of a list in every language of the document: running text may hold any of them."""
        added = [word for one in self.every if one for word in words_of(one.word_lists.get(name))]
        return Terms.read_each([*words_of(own), *added])

    def _word(self, table: Table, key: str, word: Named) -> Named:
        """A word with its new label; it is still known by the old one."""
        field, own = table.labels, word.label or key
        update: dict[str, object] = {}
        if any(key in self._labels(one, field) for one in self.every):
            update["label"] = self.label(field, key, own)
        if update and isinstance(word, Called):
            names = dict.fromkeys((*words_of(word.also), own, *self.each(field, key, own)))
            update["also"] = Terms.read_each(list(names))
        return word.model_copy(update=update) if update else word

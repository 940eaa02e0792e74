"""A rating in the words of the form that it is given in."""

from __future__ import annotations

from eia.model.profile import BETWEEN_ENDS, Profile
from eia.model.terms import Rating
from eia.model.vocabulary import RatingWord


def rating_in(form: Profile, rating: Rating) -> str:
    """A rating in the form's labels, with what stands between its words as it was written."""
    told, at = "", 0
    for term in rating.items:
        told += rating.words[at : term.start] + word_in(form, term.text)
        at = term.end
    said = told + rating.words[at:]
    return said[:1].upper() + said[1:]


def word_in(form: Profile, words: str) -> str:
    """A word of the scale, or a range with its ends in the form's words; any other as it stands."""
    ends = form.ends(words)
    known = [form.rating(end) for end in ends]
    if len(ends) > 2 or not all(known):
        return words
    between = "".join(BETWEEN_ENDS.findall(words)) if len(ends) > 1 else ""
    return between.join(_scored(end, word) for end, word in zip(ends, known, strict=True) if word)


def _scored(said: str, word: RatingWord) -> str:
    """A word of the scale as the document prints it, with its score."""
    return f"{word.label or said} ({word.score})" if word.score else word.label or said

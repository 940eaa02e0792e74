"""Words of the form by which a rule reads running text: they are of the form's language, and say nothing of another."""

from __future__ import annotations

from eia.forms.spoken import own_language
from eia.model.vocabulary import words_of
from eia.project import Dossier


def is_in_own_language(dossier: Dossier) -> bool:
    """Whether the text is in the language of the form's words, at least beside another; silence means that it is."""
    said = words_of(dossier.assessment.language)
    return not said or any(own_language(dossier.profile, code) for code in said)


def listed_words(dossier: Dossier, name: str) -> list[str]:
    """The words of one of the form's lists; none where the text is in another language."""
    return dossier.profile.words_in(name) if is_in_own_language(dossier) else []

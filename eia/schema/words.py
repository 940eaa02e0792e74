"""The words that a form offers in the files that follow it, and those that the program offers in the file of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from eia.forms.find import plain
from eia.forms.remarks import law_of, of_question, of_word, sentence, together
from eia.model.asked import Asked
from eia.model.assessment import HOLD_ROWS, Assessment
from eia.model.profile import DIRECTIONS, Profile
from eia.model.reference import ActionReferences, GroupReferences
from eia.model.row import Row
from eia.model.terms import Rating
from eia.model.vocabulary import Named, Question, chosen, of_kind, words_of
from eia.schema.offers import ASKED, Keys, Offer, Offers

ALL = "all"
ROWS = HOLD_ROWS[0]


def of_profile(profile: Profile, forms: Iterable[str] = (), kind: str | None = None) -> Offers:
    """What holds for every assessment of a profile, or of one kind; `forms` are those that an assessment may follow."""
    asked = Asked(profile, Assessment(kind=kind))
    once, of_rows = asked.every_question, _of_rows(asked)
    ratings = (Offer(key, says=of_word(key, word)) for key, word in profile.ratings.items())
    groups = (Offer(key, says=group.label) for key, group in profile.groups.items())
    return Offers(
        profile.guidance,
        {
            Rating: tuple(ratings),
            ActionReferences: (Offer(ALL, says="All actions of the plan."),),
            GroupReferences: (Offer(ALL, says="All groups."), *groups),
        },
        _names(profile, once, of_rows),
        {("profile",): tuple(map(Offer, forms))} | _values(profile, kind, {(ASKED,): once, (ROWS, ASKED): of_rows}),
    )


def _names(
    profile: Profile, once: Mapping[str, Question], of_rows: Mapping[str, Question]
) -> dict[Keys, tuple[Offer, ...]]:
    """The words of the form that are names in an assessment."""
    sections = (Offer(key, title, f"Opens the section `{title}`.") for key, title in profile.headings.items())
    rated_for = tuple(_rated_for(profile))
    return {
        (ROWS,): tuple(_as_names(profile, profile.groups)),
        ("duties",): tuple(_as_names(profile, profile.duties)),
        ("text",): tuple(sections),
        (ASKED,): tuple(Offer(key, says=of_question(profile, key)) for key in once),
        (ROWS, ASKED): tuple(Offer(key, says=of_question(profile, key)) for key in of_rows),
        (ROWS, "impact"): rated_for,
        (ROWS, "because"): rated_for,
    }


def _values(
    profile: Profile, said: str | None, asked: Mapping[Keys, Mapping[str, Question]]
) -> dict[Keys, tuple[Offer, ...]]:
    """The words of the form that are values in an assessment."""
    kind = chosen(profile.kinds, said)
    values = {tuple(key.split(".")): tuple(map(Offer, words_of(words))) for key, words in profile.choices.items()}
    values["kind",] = tuple(_as_values(profile, profile.kinds))
    values["approvals", "as"] = tuple(_as_values(profile, of_kind(profile.signatories, kind)))
    for part, words in profile.outcomes.items():
        values[part, "outcome"] = tuple(_as_values(profile, of_kind(words, kind)))
    for place, questions in asked.items():
        for key, question in questions.items():
            if question.choices:
                answers = tuple(map(Offer, words_of(question.choices)))
                values |= {(*place, key): answers, (*place, key, "answer"): answers}
    return values


def _as_names(profile: Profile, words: Mapping[str, Named]) -> Iterator[Offer]:
    """Words of the form, what they are called, and what the form and the law say about them."""
    for key, word in words.items():
        yield Offer(key, word.label, together(word.says, law_of(profile, word)))


def _as_values(profile: Profile, words: Mapping[str, Named]) -> Iterator[Offer]:
    """The same where nothing but a text stands beside the word: what it is called comes first there."""
    for key, word in words.items():
        yield Offer(key, says=together(of_word(key, word), law_of(profile, word)))


def _of_rows(asked: Asked) -> dict[str, Question]:
    """The questions that are asked of any row, in the order of the form."""
    routes = (*((ROWS, key) for key in asked.form.groups), *(("duties", key) for key in asked.form.duties))
    every = {key for route in routes for key in asked.every_question_of(route, Row())}
    return {key: question for key, question in asked.form.questions.items() if key in every}


def _rated_for(profile: Profile) -> Iterator[Offer]:
    for key, aim in profile.aims.items():
        law = law_of(profile, aim)
        yield Offer(key, says=f"{aim.label} ({law})." if law else f"{aim.label}.")
    for key, stage in profile.stages.items():
        yield Offer(key, says=sentence(stage.label))


def of_profile_file(forms: Iterable[str]) -> Offers:
    """What is offered in the file of a form: the words that the program itself knows, and the names that every form has."""
    base = plain()
    parts, headings = tuple(map(Offer, Assessment.keys())), tuple(map(Offer, base.headings))
    directions = tuple(map(Offer, DIRECTIONS))
    return Offers(
        texts={GroupReferences: (Offer(ALL, says="All groups."),)},
        names={
            ("headings",): _told(base.headings),
            ("words",): _told(base.words),
            ("guidance",): _told(base.guidance),
        },
        values={
            ("extends",): tuple(map(Offer, forms)),
            ("ratings",): directions,
            ("ratings", "means"): directions,
            ("kinds", "holds"): parts,
            ("questions", "section"): headings,
            ("declarations", "section"): headings,
            ("layout", "order"): headings,
            ("layout", "columns", "holds"): tuple(map(Offer, Row.keys())),
        },
    )


def _told(words: Mapping[str, str]) -> tuple[Offer, ...]:
    """Names that every form has, with what they stand for until a form says something else."""
    return tuple(Offer(key, key, " ".join(said.split())) for key, said in words.items())

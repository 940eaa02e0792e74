"""The rows and questions of a new assessment: what the form asks about each group, each duty, and the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.forms.remarks import of_question, of_word, sentence, together
from eia.model.asked import DUTIES, ROWS
from eia.model.profile import Profile
from eia.model.row import Row
from eia.model.vocabulary import Named, Question
from eia.starting.parts import Blank
from eia.starting.sheet import remark
from eia.text.scalar import as_value

Told = set[str]
"""What was explained further up: a remark stands once, above the first row that it is about."""


def groups(blank: Blank) -> str:
    """A row for each group that needs one."""
    told: Told = set()
    return "\n".join(_row(blank, ROWS, key, told) for key in blank.profile.assessed()).rstrip()


def duties(blank: Blank) -> str:
    """A row for each further duty, explained where no other table was."""
    told: Told = {ROWS} if ROWS in blank.parts else set()
    return "\n".join(_row(blank, DUTIES, key, told) for key in blank.profile.duties).rstrip()


def questions(blank: Blank) -> str:
    """The questions about the whole."""
    return "\n".join(_questions(blank.profile, blank.asked.every_question, "  ", set()))


def people(blank: Blank, who: str) -> str:
    """A line for each of those who make it; whoever leads is the first."""
    first, *others = blank.people or [""]
    return "\n".join((f"  {as_value(first)}: {who}".rstrip(), *(f"  {as_value(role)}:" for role in others)))


def own_keys(blank: Blank, place: str, margin: str) -> str:
    """A line for each key of the organisation's own in a place."""
    found = ((path.rpartition("."), one) for path, one in blank.profile.own_keys.items())
    lines = [(key, together(sentence(one.label), one.says)) for (above, _, key), one in found if above == place]
    return "\n".join(line for key, about in lines for line in (*remark(about, margin), f"{margin}{key}:"))


def signatures(blank: Blank) -> str:
    """An approval for each of those who sign."""
    return "\n".join(
        line
        for key, one in blank.signatories.items()
        for line in (
            *remark(of_word(key, one), "  "),
            *(f"  - as: {as_value(key)}", "    role:"),
            *(["    name:"] if "approvals.name" in blank.asked.required() else []),
            *("    date:", "    decision:"),
        )
    )


def _row(blank: Blank, table: str, key: str, told: Told) -> str:
    profile, route, nothing = blank.profile, (table, key), Row()
    word: Named = profile.duties[key] if table == DUTIES else profile.groups[key]
    about = together(word.says, profile.guidance.get(f"{table}.{key}"))
    answers = list(_questions(profile, blank.asked.every_question_of(route, nothing), "      ", told))
    words = {
        "about": "\n".join(remark(about, "  ")),
        "name": as_value(key),
        "each": "\n".join(_each(blank.asked.owed(route, nothing), told)),
        "answers": "\n".join(("    answers:", *answers) if answers else ()),
    }
    template = "row.yaml" if ROWS in told else "first-row.yaml"
    told.add(ROWS)
    return blank.filled(template, words)


def _each(owed: Mapping[str, Named], told: Told) -> Iterator[str]:
    """A line for each thing that the row is rated for, explained where it comes first."""
    for key, word in owed.items():
        yield from remark(of_word(key, word), "      ") if key not in told else ()
        yield f"      {as_value(key)}:"
    told.update(owed)


def _questions(profile: Profile, asked: Mapping[str, Question], margin: str, told: Told) -> Iterator[str]:
    for key, question in asked.items():
        if key not in told:
            yield from remark(of_question(profile, key), margin)
        yield from _open(key, question, margin)
        if key not in told or not question.choices or question.because:
            yield ""
    told.update(asked)


def _open(key: str, question: Question, margin: str) -> Iterator[str]:
    """Room for an answer: on its line where there are a few to choose from, else below it."""
    room = "" if question.choices else " |"
    if not question.because:
        yield f"{margin}{as_value(key)}:{room}"
        return
    yield from (f"{margin}{as_value(key)}:", f"{margin}  answer:{room}")
    yield from ("", f"{margin}  because: |") if room else (f"{margin}  because: |",)

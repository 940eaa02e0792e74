"""The first page: what this is, who is behind it, and how many points of a draft are open; and at the end, which they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from eia.diagnostics.diagnostic import Diagnostic, Severity, counts
from eia.document.tree import Blocks, Callout, Facts, Jump, Listing, Paragraph, Words
from eia.publishing.code import code_of
from eia.publishing.sections.others import next_ones, titled
from eia.publishing.sections.own import own_keys
from eia.publishing.sections.points import open_point
from eia.publishing.voice import Voice, capital, heading_anchor, line

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""By name, since the names that Python knows depend on who calls us."""


def about(voice: Voice) -> Blocks:
    """Body, status, people: the facts under the title."""
    assessment = voice.dossier.assessment
    people = tuple(line(f"{capital(role)}: {who}") for role, who in (assessment.people or {}).items())
    facts = voice.facts(
        (
            ("body", assessment.body or voice.word("no-answer")),
            ("unit", assessment.unit),
            ("kind", voice.called(voice.profile.kinds, assessment.kind or "")),
            ("status", voice.word(voice.dossier.status)),
            ("version", assessment.version),
            ("marking", assessment.marking),
            ("dated", written_out(voice.dossier.as_of)),
            ("decided", assessment.decision and assessment.decision.date),
            ("review-due", assessment.review and assessment.review.date),
            ("people", people),
            ("previous", assessment.previous and titled(voice, assessment.previous)),
            ("next", next_ones(voice)),
        ),
        voice.dossier.site(()),
    )
    own = own_keys(voice, "", assessment)
    return tuple(Facts((*one.pairs, *own)) if isinstance(one, Facts) else one for one in facts)


def record(voice: Voice) -> Blocks:
    """What only somebody asks who looks for the file: nobody who signs has to read it first."""
    assessment = voice.dossier.assessment
    return voice.facts(
        (
            ("reference", assessment.id),
            ("profile", voice.profile.called if voice.dossier.knows_profile else assessment.profile),
            ("format", assessment.format),
            ("rule-set", assessment.rule_set),
            ("language", assessment.language.words if assessment.language else None),
            ("code", code_of(voice.dossier)),
        )
    )


def written_out(day: date | None) -> str | None:
    """A day as people write it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else None


def how_open(voice: Voice, diagnostics: Iterable[Diagnostic], where: str = "open-points-behind") -> Blocks:
    """How many points of a draft are open, with a link to them: nobody who reads the draft has to read them first.

    `where` leads to the words for where they are listed."""
    number = counts(diagnostics)
    if not any(number[severity] for severity in (Severity.ERROR, Severity.WARNING)):
        said: Blocks = (line(voice.word("no-open-points")),)
    else:
        to_them = Jump(heading_anchor("open-points"), (Words(voice.word(where)),))
        said = (Paragraph((Words(f"{_numbers(voice, number)}. "), to_them)),)
    return (Callout(voice.word("open-points"), said),)


def _numbers(voice: Voice, number: Mapping[Severity, int]) -> str:
    words = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}
    return ", ".join(f"{voice.word(word)}: {number[severity]}" for severity, word in words.items() if number[severity])


def open_points(diagnostics: Iterable[Diagnostic]) -> Blocks:
    """The errors and warnings of a draft, the worst first. Notes are advice, and only counted."""
    told = (one for one in diagnostics if one.severity > Severity.NOTE)
    worst = sorted(told, key=lambda one: (-one.severity, one.order))
    return (Listing(tuple((open_point(one),) for one in worst)),) if worst else ()

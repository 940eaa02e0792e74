"""Which figures are counts of people who could be known again, and how many each counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor

from eia.index import Site
from eia.model.assessment import Assessment
from eia.model.evidence import Engagement, Evidence
from eia.model.figure import Figure, Figures
from eia.model.part import Route
from eia.model.rounding import extent
from eia.model.vocabulary import words_of
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.language import listed_words

PEOPLE, THINGS, GROUPS = "people-words", "thing-words", "group-words"
"""The lists of words for people who are counted, for what else is, and for groups."""
SURVEYS = ("surveys", "sample-words")
"""Those for asking a sample of the public."""
_NUMBER = re.compile(r"[0-9][0-9,]{0,12}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of figures with its label, in the fact or the engagement that it belongs to."""

    site: Site
    label: str
    figures: Figures
    part: Evidence | Engagement


def lines_of_people(dossier: Dossier) -> Iterator[Line]:
    """The lines that count people by group, and no sample of a public that nobody knows."""
    people, things, groups = (listed_words(dossier, name) for name in (PEOPLE, THINGS, GROUPS))
    surveys = [word for name in SURVEYS for word in listed_words(dossier, name)]
    if not people:
        return
    for route, part in _counting(dossier.assessment):
        if part.figures and not _says(_about(dossier, part), surveys):
            for label, figures in part.figures.items():
                said, who = [label, *_columns(part)], _whole(part)
                by_group = _says(said if isinstance(part, Engagement) else [*said, *who], groups)
                if by_group and _says([*said, *who], people) and not _says([label, *who], things):
                    yield Line(dossier.site((*route, "figures", label)), label, figures, part)


def _counting(assessment: Assessment) -> Iterator[tuple[Route, Evidence | Engagement]]:
    yield from ((("evidence", key), fact) for key, fact in assessment.facts.items())
    yield from ((("engagement", key), event) for key, event in assessment.events.items())


def count_in(cell: Figure) -> int | None:
    """How many a figure counts, where it says so to the very one."""
    number = cell.count or (cell.value if cell.unit in ("", "of") else None)
    exact = number and not (cell.approx or cell.to or cell.per or number.places or number.scale)
    return int(number.value) if number and exact else None


def counts_in(part: Evidence | Engagement, cell: Figure) -> range | None:
    """How many a figure may count: what it says, or all that its percentage could stand for, where its base is given."""
    count = count_in(cell)
    if count is not None:
        return range(count, count + 1)
    base = base_of(part, cell)
    if cell.unit != "%" or not cell.value or cell.approx or cell.to or not base:
        return None
    share = extent(cell.value)
    return range(ceil(share.low * base / 100), floor(share.high * base / 100) + 1)


def is_few(counted: range, least: int) -> bool:
    """Whether it is certain that so few are counted, and not none."""
    return bool(counted) and counted[0] > 0 and counted[-1] < least


def base_of(part: Evidence | Engagement, cell: Figure) -> int:
    """Of how many a figure is a part: what it says itself, else the only number in the base of its fact; 0 for neither."""
    if cell.of:
        return int(cell.of.value)
    numbers = _NUMBER.findall((part.base or "") if isinstance(part, Evidence) else "")
    return int(numbers[0].replace(",", "")) if len(numbers) == 1 else 0


def _whole(part: Evidence | Engagement) -> list[str]:
    """Who the whole of it is about."""
    if isinstance(part, Evidence):
        return [part.says.words if part.says else "", part.base or ""]
    return [part.who or ""]


def _columns(part: Evidence | Engagement) -> list[str]:
    return words_of(part.columns) if isinstance(part, Evidence) else []


def _about(dossier: Dossier, part: Evidence | Engagement) -> list[str]:
    """Where it would be said that it was a survey."""
    note = part.note if isinstance(part, Evidence) else None
    asked = [part.how or "", part.title or ""] if isinstance(part, Engagement) else [note.words if note else ""]
    cited = part.source.items if isinstance(part, Evidence) and part.source else ()
    titles = [one.title or "" for one in dossier.sources_of(part)] if isinstance(part, Evidence) else []
    return [*_whole(part), *asked, *titles, *(one.id.replace("-", " ") for one in cited)]


def _says(texts: Iterable[str], words: list[str]) -> bool:
    """Whether one of the words stands in one of the texts, and not as that to which something else belongs: "carers' groups"."""
    return any(text[end : end + 1] not in ("'", "’") for text in texts for _, end in mentions(text, words))

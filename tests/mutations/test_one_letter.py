"""One letter that fell out is one slip, and the rule that names it speaks; those that tell of what follows from it are listed.

The lists are there to become shorter: what follows goes away with the slip, and until then it hides it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from eia.linting import lint, place
from eia.project import Dossier
from eia.text.span import Span, Text
from eia.text.tree import everything
from tests.asking import EVERY_RULE
from tests.changing import Edit, changed

SAMPLE = Path("assessments/library-hours-2026/assessment.eia.yaml")
SHORTEST = 4
"""A word of fewer letters is another word without one of them."""

ABOUT_THE_SLIP = {
    "undefined-acronym",
    "unknown-characteristic",
    "unknown-key",
    "unknown-kind",
    "unknown-profile",
    "unknown-rating",
    "unknown-reference",
    "unknown-section",
    "unreadable-reference",
    "wrong-shape",
}
"""Rules that name the word with the slip."""

OF_A_CITATION = {
    "affected-group-not-engaged",
    "group-without-action",
    "unused-evidence",
    "unused-source",
}
"""Rules that go by who cites what, and take a citation with a slip in it for none."""

OF_A_KEY = {
    "affected-group-not-engaged",
    "aim-not-addressed",
    "group-without-action",
    "half-said",
    "intersection-missing",
    "missing-answer",
    "missing-characteristic",
    "missing-rating",
    "negative-unmitigated",
    "other-groups-evidence",
    "rating-without-evidence",
    "rating-without-reason",
    "small-base",
    "uncited-action",
    "undated-source",
    "undeclared-language",
    "unsourced-claim",
    "unused-evidence",
    "unused-source",
}
"""Rules that find nothing under a key, since it has a slip in it."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return lint([SAMPLE], choice=EVERY_RULE).dossiers[0]


def followers(dossier: Dossier, slips: Iterable[Edit]) -> set[str]:
    """Rules that tell of what follows from slips; each slip that breaks anything is named itself."""
    found = set[str]()
    for slip in set(slips):
        with TemporaryDirectory() as folder:
            path = changed(dossier, [slip], Path(folder))
            rules = {one.rule for one in lint([path], choice=EVERY_RULE).diagnostics}
        assert not rules or rules & ABOUT_THE_SLIP, (slip.path.name, slip.span, rules)
        found |= rules - ABOUT_THE_SLIP
    return found


def shorter(text: Text, span: Span) -> Iterator[Edit]:
    """A word without its last letter but one."""
    if len(text.slice(span)) >= SHORTEST:
        yield Edit(text.path, Span(span.end - 2, span.end - 1), "")


def test_in_a_citation(dossier: Dossier) -> None:
    places = (place(use.site) for use in dossier.index.uses)
    assert followers(dossier, (slip for text, span in places for slip in shorter(text, span))) == OF_A_CITATION


def test_in_a_key(dossier: Dossier) -> None:
    trees = [(file.text, file.tree.root) for file in dossier.files if file.tree]
    keys = ((text, key.span) for text, root in trees for key, _ in everything(root) if key)
    assert followers(dossier, (slip for text, span in keys for slip in shorter(text, span))) == OF_A_KEY

"""Small assessments that nobody wrote: pieces such as officers write, right and wrong ones, put together by chance."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from hypothesis import strategies as st

from eia.text.tree import Data

GROUPS = ("age", "disability", "race", "sex", "religion-or-belief")
OWN_ROWS = ("over-75s", "night-workers")
FACTS = ("use-by-age", "visits-fell", "I-told-you", "l-told-you")
EVENTS = ("drop-in-sessions", "staff-survey")
PAPERS = ("users-survey-2025", "door-counts")
ACTIONS = ("1.a", "1.b", "1.c", "2.a", "2.i", "2.l", "ramp-at-the-door")
NAMES = (*GROUPS, *OWN_ROWS, *FACTS, *EVENTS, *PAPERS, *ACTIONS)
NOWHERE = ("9.z", "1.B", "2.1", "Use-By-Age", "nobody")

SENTENCES = (
    "Older people come in the morning.",
    "It was 52% (520 of 1,000) in 2025.",
    "It was 53% (520 of 1,000) in 2025.",
    "We did not ask everybody, and we will monitor it.",
    "TBC",
    "See section 2 of the plan.",
    "The HLS and the BSL service were asked.",
    "This will have no impact on anybody.",
    "More at <https://example.org/a> or [here](https://example.org/b).",
)


def several(choose: tuple[str, ...], most: int = 4) -> st.SearchStrategy[str]:
    """A list of ids as it is written, some of which may lead nowhere."""
    ids = st.lists(st.sampled_from((*choose, *choose, *NOWHERE)), min_size=1, max_size=most)
    return st.builds(str.join, st.sampled_from(("; ", ", ", " and ")), ids)


sentence = st.sampled_from(SENTENCES)
"""Without citations: messages quote what a fact, a gap or an action says, as far as there is room."""
prose = st.lists(
    st.one_of(sentence, st.sampled_from((*NAMES, *NOWHERE)).map("It is said in [@{}].".format)),
    min_size=1,
    max_size=4,
).map(" ".join)
actions = st.one_of(
    several(ACTIONS),
    st.sampled_from(("all", "all of 1", "all of 2", "1.a–c", "1.a-b, 2.i", "1.a, b, b", "1.A–C", "2.a;")),
)
figures = st.sampled_from(("41% (410 of 1,000)", "42% (410 of 1,000) v 8%", "402 -> 361", "not collected", "many"))
groups = st.one_of(several((*GROUPS, *OWN_ROWS)), st.just("all"))


def some(fields: Mapping[str, st.SearchStrategy[Data]]) -> st.SearchStrategy[dict[str, Data]]:
    """A thing with some of its fields."""
    return st.fixed_dictionaries({}, optional=fields)


def each(names: tuple[str, ...], one: st.SearchStrategy[Data]) -> st.SearchStrategy[dict[str, Data]]:
    """Some of these, each by its name."""
    return st.dictionaries(st.sampled_from(names), one, max_size=len(names))


mitigation = some(
    {"how": prose, "under": st.sampled_from(("Hours", "Getting in")), "actions": actions, "as": several(GROUPS, 1)}
)
gap = some({"what": sentence, "how": prose, "for": groups, "actions": actions})
FIELDS: dict[str, st.SearchStrategy[Data]] = {
    "context": prose,
    "evidence": several((*FACTS, *EVENTS)),
    "mitigations": st.lists(mitigation, min_size=1, max_size=2),
    "impact": st.sampled_from(("positive", "negative", "neutral", "mixed", "positive, negative", "bad")),
    "because": prose,
    "gaps": st.lists(gap, min_size=1, max_size=2),
    "not-assessed": prose,
}
row = some(FIELDS)
own_row = st.builds(lambda covers, said: {"covers": covers, **said}, groups, some(FIELDS))
fact = some(
    {
        "says": sentence,
        "source": several(PAPERS, 2),
        "period": st.sampled_from(("2024/25", "12 months to June 2025", "soon")),
        "from": several(FACTS, 2),
        "figures": each(("young", "old", "of them women"), figures),
    }
)
event = some(
    {"who": st.sampled_from(("Users", "Staff")), "when": st.just("May 2025"), "groups": groups, "heard": prose}
)
action: st.SearchStrategy[Data] = st.fixed_dictionaries(
    {"id": st.sampled_from(ACTIONS)},
    optional={
        "does": sentence,
        "owner": st.just("Manager"),
        "due": st.sampled_from(("June 2026", "soon")),
        "for": groups,
    },
)
section: st.SearchStrategy[Data] = st.fixed_dictionaries(
    {"id": st.sampled_from(("1", "2"))},
    optional={"title": st.sampled_from(("Hours", "Getting in")), "actions": st.lists(action, max_size=4)},
)
parts: st.SearchStrategy[dict[str, Data]] = st.fixed_dictionaries(
    {
        "status": st.sampled_from(("draft", "in-review", "signed-off")),
        "characteristics": st.builds(lambda one, own: {**one, **own}, each(GROUPS, row), each(OWN_ROWS, own_row)),
    },
    optional={
        "intersections": each(("older-women",), some({"of": groups, **FIELDS})),
        "evidence": each(FACTS, fact),
        "engagement": each(EVENTS, event),
        "sources": each(PAPERS, some({"title": st.just("A survey"), "date": st.just("May 2025")})),
        "plan": some({"sections": st.lists(section, max_size=3)}),
        "gaps": st.lists(gap, max_size=2),
        "decision": some({"by": st.just("Cabinet"), "date": st.just("1 May 2026"), "because": prose}),
    },
)


def written(said: Data) -> str:
    """A file that says so."""
    return str(yaml.safe_dump(said, sort_keys=False, width=1000, allow_unicode=True))


records = parts.map(lambda said: written({"assessment": "a", "profile": "gb-equality-act", **said}))
"""Whole files, of one assessment each."""

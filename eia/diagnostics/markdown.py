"""Diagnostics for a meeting, or a comment on a pull request: Markdown, by assessment and by what each is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic, Severity, counts
from eia.diagnostics.escape import in_code, in_markdown
from eia.diagnostics.human import HINT
from eia.diagnostics.shown import as_sentence, many, path_in_repository

WHOLE = "As a whole"
OWN_NAMES = ("assessment", "plan", "sources", "profile")
"""The key with which a file says what it is: what stands there is about all of it."""
NOTHING = "Nothing was found. Whether the duty is met is for people to judge."


def markdown(
    diagnostics: Iterable[Diagnostic],
    accepted: Iterable[Diagnostic],
    titles: Mapping[Path, str],
    known: Iterable[Diagnostic] = (),
) -> str:
    """One page. `titles` names the assessment that a file belongs to; what belongs to none goes by its own name."""
    standing, aside = tuple(diagnostics), tuple(accepted)
    number = counts(standing)
    found = ", ".join(many(number[severity], severity.word) for severity in reversed(Severity))
    before = tuple(known)
    more = [f"{len(aside)} accepted"] * bool(aside) + [f"{len(before)} known before"] * bool(before)
    lines = ["# Check of equality impact assessments", "", f"**{found}**" + "".join(f", {one}" for one in more), ""]
    lines += _by_assessment(standing, titles) if standing else [NOTHING, ""]
    if aside:
        lines += ["## Accepted, with reasons", "", *(_accepted(one) for one in aside), ""]
    return "\n".join(lines).rstrip()


def _by_assessment(told: Sequence[Diagnostic], titles: Mapping[Path, str]) -> Iterator[str]:
    def home(one: Diagnostic) -> str:
        return in_markdown(titles[one.text.path]) if one.text.path in titles else _path(one)

    of_homes: dict[str, dict[str, list[Diagnostic]]] = {}
    for one in told:
        of_homes.setdefault(home(one), {}).setdefault(_thing(one), []).append(one)
    for name, things in of_homes.items():
        paths = dict.fromkeys(_path(one) for points in things.values() for one in points)
        yield from (f"## {name}", "", *([f"In {', '.join(paths)}.", ""] if name not in paths else ()))
        for thing, points in things.items():
            yield from (f"### {in_markdown(thing)}", "")
            worst_first = sorted(points, key=lambda one: (-one.severity, one.help))
            for _, alike in groupby(worst_first, key=lambda one: (-one.severity, one.help)):
                yield from _points(tuple(alike))
            yield ""


def _thing(one: Diagnostic) -> str:
    """The row by its name, else the first keys that lead there, such as `Policy: aims`."""
    steps = one.at[3:] if one.at[1:2] == ("sections",) and len(one.at) > 4 else one.at[1:]
    name = "" if len(steps) == 1 and steps[0] in OWN_NAMES else ": ".join(steps[:2]).replace("-", " ")
    return one.about or name[:1].upper() + name[1:] or WHOLE


def _points(alike: Sequence[Diagnostic]) -> Iterator[str]:
    """Points that are as bad and want the same done; what to do is said of the last, for all of them."""
    for one in alike:
        hint = ", only a hint" if one.confidence == HINT else ""
        line = f"- **{one.severity.word.capitalize()}{hint}**: {in_markdown(as_sentence(one.message))} {_place(one)}"
        yield line + ("  " if one is alike[-1] and one.help else "")
    if help := alike[0].help:
        yield f"  *What to do:* {in_markdown(help)}"


def _accepted(one: Diagnostic) -> str:
    if one.accepted is None:
        return ""
    who = ", ".join(
        filter(None, (one.accepted.by, one.accepted.date, one.accepted.until and f"until {one.accepted.until}"))
    )
    told = (
        f"- {in_markdown(as_sentence(f'{one.about}: {one.message}' if one.about else one.message))} {_place(one)}  \n"
    )
    return f"{told}  *Accepted:* {in_markdown(one.accepted.because)}" + (f" ({in_markdown(who)})" if who else "")


def _place(one: Diagnostic) -> str:
    """Where it stands in the files that are named above, and by which rule it was found."""
    return f"({in_code(one.text.path.name)}, line {one.text.position(one.span.start).line}; {in_code(one.rule)})"


def _path(one: Diagnostic) -> str:
    return in_code(path_in_repository(one.text.path).as_posix())

"""What no form takes away: the duty that another form has from the law, and what tells a reader that something is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.diagnostics.shown import shortened
from eia.forms.fault import LESSENED, UNDEFINED, Fault
from eia.forms.inherit import DISPENSABLE
from eia.model.asked import RARE
from eia.model.assessment import PARTICULARS, Assessment
from eia.model.profile import TABLES, Profile
from eia.model.vocabulary import Kind, has

SIGNS = (
    "no-answer",
    "not-rated",
    "not-assessed",
    "not-owed",
    "not-read",
    "not-signed",
    "no-owner",
    "no-date",
    "draft",
    "draft-mark",
    "open-points",
    "open-points-lead",
    "no-open-points",
    "notes-not-listed",
)
"""Labels by which a reader knows that nothing was said, signed or finished: always the program's own, or translated."""


def taken_away(own: Profile, other: Profile, form: Profile, plain: Profile) -> Iterator[Fault]:
    """What a profile would take from the form that it extends, `other`, as what the two come to, `form`, shows."""
    yield from _rows(own, other)
    yield from _aims(own, other, form)
    yield from _parts(own, other)
    yield from _signs(own, plain)
    yield from _left_out(own, other, plain)


def _rows(own: Profile, other: Profile) -> Iterator[Fault]:
    """The row of a group, which one that is a part of another need not have."""
    for key in own.groups:
        if own.groups[key].under and key in other.groups and other.groups[key].under is None:
            message = f"`{key}` has a row of its own in the form that this one extends, and keeps it"
            yield Fault(LESSENED, ("groups", key, "under"), message, "Take the line out; `after:` moves the row.")


def _aims(own: Profile, other: Profile, form: Profile) -> Iterator[Fault]:
    """An aim for groups to which it is owed."""
    for key in (key for key in own.aims if key in other.aims):
        before, now = other.aims[key], form.aims[key]
        if lost := [group for group in other.groups if before.reaches(group) and not now.reaches(group)]:
            field = "only" if own.aims[key].only else "except"
            message = f"in the form that this one extends, the aim `{key}` is owed to `{lost[0]}` too"
            help = "Take the line out: what the law asks cannot be lessened."
            yield Fault(LESSENED, ("aims", key, field), message, help)


def _parts(own: Profile, other: Profile) -> Iterator[Fault]:
    """Parts of a kind of assessment that everybody knows."""
    for key, kind in own.kinds.items():
        before = other.kinds.get(key)
        if before and (lost := _lost(before, kind)):
            message = f"in the form that this one extends, the kind `{key}` is made of `{lost[0]}` too"
            help = "Keep all its parts, or give yours another name: who reads the document then sees that it is another kind."
            yield Fault(LESSENED, ("kinds", key, "holds"), message, help)


def _lost(before: Kind, now: Kind) -> list[str]:
    """The parts that one kind has and the other has not, but for those that most assessments do without."""
    every = Assessment.keys()
    held = [part for part in every if part not in (*PARTICULARS, *RARE) and has(before.holds, part)]
    return [part for part in held if now.holds and not has(now.holds, part)]


def _signs(own: Profile, plain: Profile) -> Iterator[Fault]:
    for name, label in own.words.items():
        if name in SIGNS and label != plain.words.get(name):
            message = f"`{name}` is how a reader sees that something is missing or not finished, and stays as it is"
            yield Fault(
                LESSENED,
                ("words", name),
                message,
                "Take the line out; it can be translated, under `translations:`.",
                key=True,
            )


def _left_out(own: Profile, other: Profile, plain: Profile) -> Iterator[Fault]:
    """What a profile names under `without:`, where that cannot be left out or is not there."""
    for term in own.without.items if own.without else ():
        field, _, name = term.text.partition(".")
        within = (term.start, term.end)
        if field not in DISPENSABLE:
            message = f"`{shortened(term.text)}` cannot be left out"
            yield Fault(UNDEFINED, ("without",), message, _instead(term.text), within)
        elif not name:
            message = f"`{field}` cannot be left out as a whole, only words of it by their names"
            yield Fault(UNDEFINED, ("without",), message, f"Name each, as in `{field}.short-name`.", within)
        elif not _is_in(getattr(other, field.replace("-", "_")), name):
            message = f"the form that this one extends has no `{shortened(term.text)}` to leave out"
            yield Fault(UNDEFINED, ("without",), message, f"Name a word of it, as in `{field}.short-name`.", within)
        elif field == "kinds" and name in own.kinds:
            message = f"the kind `{name}` is left out and made anew, so that what it requires would be lost"
            yield Fault(
                LESSENED, ("without",), message, "Leave it out and give yours another name, or take this out.", within
            )
        elif field == "headings" and name in plain.headings:
            message = f"the section `{name}` cannot be left out: it is where a reader sees what is missing"
            help = "A kind of assessment that is not made of that part, under `kinds:`, has no such section."
            yield Fault(LESSENED, ("without",), message, help, within)


def _instead(said: str) -> str:
    """What to do where something cannot be left out."""
    field = said.partition(".")[0]
    if field in ("groups", "aims"):
        return "A form that needs fewer groups or aims extends no other that has them."
    replaced = (table for table in TABLES if table.replaced)
    if table := next((one for one in replaced if f"{said}.".startswith((f"{one.path}.", f"{one.steps[-1]}."))), None):
        return f"If you name your own under `{table.path}:`, those of the other form no longer count."
    return f"Only words under these can: {', '.join(DISPENSABLE)}."


def _is_in(held: object, name: str) -> bool:
    if not isinstance(held, Mapping):
        return False
    first, _, rest = name.partition(".")
    return name in held or bool(rest and _is_in(held.get(first), rest))

"""What is wrong with what a profile says: all of it, each in its place in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.shown import shortened
from eia.forms.fault import EMPTY, SHARED, UNDEFINED, Fault, placed
from eia.forms.inherit import DISPENSABLE
from eia.forms.leads import leading_nowhere, required_nowhere
from eia.loading import LoadedFile
from eia.model.part import Route
from eia.model.profile import TABLES, Profile
from eia.model.vocabulary import Called, plainly
from eia.text.tree import Mapping as Keys
from eia.text.tree import Tree

NAMES = (*(table.steps for table in TABLES), ("law",), ("headings",), ("words",), ("choices",), ("guidance",))
"""Where names stand, each with what is said of it."""


MATTERING = {"when", "level", "levels", "rated-by", "of"}
"""Keys of an inherited word that must go on leading somewhere. One that was for a kind that is left out is not asked any more."""


def faults(file: LoadedFile, own: Profile, other: Profile, form: Profile, plain: Profile) -> tuple[Diagnostic, ...]:
    """What is wrong with what a profile says; `other` is the form that it extends, `form` what the two come to."""
    assert file.tree is not None
    wrong = (
        *_empty(file.tree),
        *_of_its_own(file.tree, own, tuple(leading_nowhere(form, plain)), tuple(leading_nowhere(other, plain))),
        *required_nowhere(own, form),
        *_left_out(own, other),
        *_shared(own, form),
    )
    return tuple(placed(file, fault) for fault in wrong)


def _empty(tree: Tree) -> Iterator[Fault]:
    """Names of which nothing is said: they would be lost without a word."""
    for route in NAMES:
        node = tree.node(route)
        for entry in node.entries if isinstance(node, Keys) else ():
            if tree.is_silent((*route, entry.key.value)):
                message = f"nothing is said of `{shortened(entry.key.value)}`"
                help = "Write after the colon what it is called, or take the line out."
                yield Fault(EMPTY, (*route, entry.key.value), message, help, key=True)


def _of_its_own(tree: Tree, own: Profile, found: tuple[Fault, ...], before: tuple[Fault, ...]) -> Iterator[Fault]:
    """The faults of a form that are this profile's: what it says itself, and what it took from under an inherited word."""
    known = {(fault.route, fault.message) for fault in before}
    for fault in found:
        if tree.node(fault.route) or tree.node(fault.route[:-1]):
            yield fault
        elif (fault.route, fault.message) not in known and not MATTERING.isdisjoint(fault.route):
            yield _inherited(own, fault)


def _inherited(own: Profile, fault: Fault) -> Fault:
    """A fault of an inherited word, told where this profile took away what it needs."""
    word = ".".join(map(str, fault.route[:-1]))
    route: Route = (
        ("levels",) if own.levels and "level" in fault.message else ("without",) if own.without else ("extends",)
    )
    message = f"`{word}`, which comes from the other form, is left without what it names: {fault.message}"
    return replace(
        fault, route=route, message=message, within=None, key=True, help="Say otherwise of it, or leave it out too."
    )


def _left_out(own: Profile, other: Profile) -> Iterator[Fault]:
    for term in own.without.items if own.without else ():
        field, _, name = term.text.partition(".")
        within = (term.start, term.end)
        if field not in DISPENSABLE:
            message = f"`{shortened(term.text)}` cannot be left out"
            help = f"Only words under these can: {', '.join(DISPENSABLE)}."
            if field in ("groups", "aims"):
                help = "A form that needs fewer groups or aims extends no other that has them."
            elif any(field in table.steps and table.whole for table in TABLES):
                help = f"If you name your own under `{field}:`, those of the other form no longer count."
            yield Fault(UNDEFINED, ("without",), message, help, within)
        elif not name or not _is_in(getattr(other, field.replace("-", "_")), name):
            message = f"the form that this one extends has no `{shortened(term.text)}` to leave out"
            yield Fault(UNDEFINED, ("without",), message, f"Name a word of it, as in `{field}.short-name`.", within)


def _is_in(held: object, name: str) -> bool:
    if not isinstance(held, Mapping):
        return False
    first, _, rest = name.partition(".")
    return name in held or bool(rest and _is_in(held.get(first), rest))


def _shared(own: Profile, form: Profile) -> Iterator[Fault]:
    """One name for two words of a table: whoever writes it could mean either."""
    for table in TABLES:
        every = {key: word for key, word in table.of(form).items() if isinstance(word, Called)}
        told: set[tuple[str, str]] = set()
        meant: defaultdict[str, list[str]] = defaultdict(list)
        for key, word in every.items():
            for name in set(map(plainly, word.names(key))):
                meant[name].append(key)
        for key in (key for key in table.of(own) if key in every):
            found = ((name, one) for name in every[key].names(key) for one in meant[plainly(name)] if one != key)
            name, other = next(found, ("", ""))
            if other and (other, key) not in told:
                told.add((key, other))
                message = f"`{shortened(name)}` would mean both `{key}` and `{other}`"
                help = "Give each a name that the other does not have."
                yield Fault(SHARED, (*table.steps, key), message, help, key=True)

"""What is wrong with what a profile says: all of it, each in its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Diagnostic
from eia.forms.arranged import unprintable
from eia.forms.asking import unaskable
from eia.forms.fault import Fault, placed
from eia.forms.kept import taken_away
from eia.forms.leads import leading_nowhere, required_nowhere
from eia.forms.names import empty, shared, unusable
from eia.loading import LoadedFile
from eia.model.part import Route
from eia.model.profile import Profile
from eia.text.tree import Tree

MATTERING = {
    "when": "questions",
    "needs": "questions",
    "level": "levels",
    "levels": "levels",
    "rated-by": "stages",
    "of": "stages",
}
"""Keys of an inherited word that must go on leading somewhere, and where a profile takes what they name away by naming others.

A word that was for a kind which is left out is simply not asked any more."""


def faults(file: LoadedFile, own: Profile, other: Profile, form: Profile, plain: Profile) -> tuple[Diagnostic, ...]:
    """What is wrong with what a profile says; `other` is the form that it extends, `form` what the two come to."""
    assert file.tree is not None
    wrong = (
        *unusable(file.tree),
        *empty(file.tree, own),
        *_of_its_own(file.tree, own, tuple(_wrong(form, plain)), tuple(_wrong(other, plain))),
        *required_nowhere(own, form),
        *taken_away(own, other, form, plain),
        *shared(own, form),
    )
    return tuple(placed(file, fault) for fault in wrong)


def _wrong(form: Profile, plain: Profile) -> Iterator[Fault]:
    """What is wrong with a form as a whole, wherever it was said."""
    yield from leading_nowhere(form, plain)
    yield from unaskable(form)
    yield from unprintable(form)


def _of_its_own(tree: Tree, own: Profile, found: tuple[Fault, ...], before: tuple[Fault, ...]) -> Iterator[Fault]:
    """The faults of a form that are this profile's: what it says itself, and what it took from under an inherited word."""
    known = {(fault.route, fault.message) for fault in before}
    for fault in found:
        if (fault.route, fault.message) in known:
            continue
        if tree.node(fault.route) or (len(fault.route) > 1 and tree.node(fault.route[:-1])):
            yield fault
        elif not MATTERING.keys().isdisjoint(fault.route):
            yield _inherited(tree, own, fault)


def _inherited(tree: Tree, own: Profile, fault: Fault) -> Fault:
    """A fault of an inherited word, told where this profile took away what it needs."""
    word = ".".join(map(str, fault.route[:-1]))
    field = next(MATTERING[step] for step in fault.route if step in MATTERING)
    left_out = [term.text.rpartition(".")[2] for term in own.without.items] if own.without else []
    route: Route = ("without",) if fault.name in left_out else (field,) if tree.node((field,)) else ("extends",)
    message = f"`{word}`, which comes from the other form, is left without what it names: {fault.message}"
    return replace(
        fault,
        route=route,
        message=message,
        within=None,
        key=True,
        help="Say otherwise of it, or leave it out, if it can be.",
    )

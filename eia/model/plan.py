"""The action plan that mitigations cite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from eia.model.part import OrEach, Part, Route
from eia.model.prose import Prose
from eia.model.reference import GroupReferences
from eia.model.terms import Names
from eia.model.when import When


class Action(Part):
    """Something somebody will do, by when; `label` is what is printed where it differs from the id."""

    id: str = ""
    """The number or short name by which rows cite the action: `1.a`."""
    label: str | None = None
    """How the printed plan numbers it, where that is not the id, e.g. `R1`."""
    was: Names | None = None
    """Ids that it had before, so that whoever still cites one is told the new one: `1.e`."""
    does: Prose | None = None
    """What will be done."""
    owner: str | None = None
    """Who will do it, by role."""
    due: OrEach[When] | None = None
    """By when: `June 2026`, `quarterly`; or a line each, e.g. `begin: March 2026`."""
    status: str | None = None
    """How far it has come, e.g. `under way`."""
    cost: str | None = None
    """What it costs, and who pays."""
    measure: Prose | None = None
    """How you will see whether it works."""
    for_: GroupReferences | None = None
    """Which groups it is for: `age, disability`, or `all`."""


class Section(Part):
    """A titled group of actions."""

    NEEDS: ClassVar = ("title", "actions")

    id: str = ""
    """The number with which the ids of its actions begin: `1`."""
    was: Names | None = None
    """Numbers that it had before: `3`."""
    title: str | None = None
    """The title of the section."""
    actions: tuple[Action, ...] = ()
    """The actions of the section, an item each."""


class Plan(Part):
    """Sections of actions, or for a short plan the actions at once."""

    title: str | None = None
    """The title of the plan."""
    sections: tuple[Section, ...] = ()
    """The sections of the plan, an item each, with their actions."""
    actions: tuple[Action, ...] = ()
    """The actions of a short plan that has no sections, an item each."""

    def all_actions(self) -> Iterator[tuple[Route, Action]]:
        """Every action in the order of the plan, with the route that leads to it."""
        for index, action in enumerate(self.actions):
            yield ("actions", index), action
        for number, section in enumerate(self.sections):
            for index, action in enumerate(section.actions):
                yield ("sections", number, "actions", index), action

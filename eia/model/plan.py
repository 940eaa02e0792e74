"""The action plan that mitigations cite."""

from __future__ import annotations

from collections.abc import Iterator

from eia.model.part import OrEach, Part, Route
from eia.model.prose import Prose
from eia.model.reference import GroupReferences
from eia.model.terms import Terms
from eia.model.when import When


class Action(Part):
    """Something somebody will do, by when; `label` is what is printed where it differs from the id."""

    id: str = ""
    label: str | None = None
    was: Terms | None = None
    does: Prose | None = None
    owner: str | None = None
    due: OrEach[When] | None = None
    status: str | None = None
    cost: str | None = None
    measure: Prose | None = None
    for_: GroupReferences | None = None


class Section(Part):
    """A titled group of actions."""

    id: str = ""
    title: str | None = None
    actions: tuple[Action, ...] = ()


class Plan(Part):
    """Sections of actions, or for a short plan the actions at once."""

    title: str | None = None
    sections: tuple[Section, ...] = ()
    actions: tuple[Action, ...] = ()

    def all_actions(self) -> Iterator[tuple[Route, Action]]:
        """Every action in the order of the plan, with the route that leads to it."""
        for index, action in enumerate(self.actions):
            yield ("actions", index), action
        for number, section in enumerate(self.sections):
            for index, action in enumerate(section.actions):
                yield ("sections", number, "actions", index), action

"""The exception of a change that is not made, since nobody can be sure of what would come of it."""

from __future__ import annotations


class NotMade(Exception):
    """A change is not made, and why, as the end of a sentence: "… since a remark would be lost"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

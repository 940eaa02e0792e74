"""The kinds of value that JSON knows, and a place in a file of it."""

from __future__ import annotations

from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Record: TypeAlias = dict[str, Json]
"""An item of a list: what stands under each of its keys."""


def pointer(*steps: str | int) -> str:
    """A place in a file, as RFC 6901 has it: `/written/plan/actions/0`."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)

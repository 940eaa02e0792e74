"""The day that a file bears in its properties: the one asked for, else that of the build, else its own; never today."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime

from eia.diagnostics.shown import shortened
from eia.diagnostics.told import Told
from eia.document.tree import Document

VARIABLE = "SOURCE_DATE_EPOCH"
"""The variable by which whoever builds something again says when it was built: https://reproducible-builds.org."""


class WrongMoment(Told):
    """What the build says of its time is no time."""


def dated(document: Document) -> date | None:
    """The day, if anybody says one. Raises `WrongMoment`."""
    return document.as_of or _of_build() or document.dated


def _of_build() -> date | None:
    said = os.environ.get(VARIABLE, "")
    if not said:
        return None
    try:
        if re.fullmatch("[0-9]+", said):
            return datetime.fromtimestamp(int(said), UTC).date()
    except (ValueError, OverflowError, OSError):  # a number, and beyond all calendars
        pass
    help = "Let it be a number of seconds since the beginning of 1970, e.g. 1767225600, or leave it out."
    raise WrongMoment(f"the variable {VARIABLE} is `{shortened(said)}`, which is no time", help)

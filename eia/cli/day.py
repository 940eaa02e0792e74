"""A date as an option of the command."""

from __future__ import annotations

from datetime import date

import click


class Day(click.ParamType[date]):
    """`2026-05-21`, or `today`."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a plain word about what is wrong with it."""
        try:
            if value == "today":
                return date.today()
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2026-05-21", param, ctx)

"""`eia config`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from eia.cli.form import FormName
from eia.cli.show import text_or_json
from eia.diagnostics.shown import printable, shortened
from eia.effective import Value, effective
from eia.files import root_of

WIDEST = 60
"""More of a value is not shown in a line; `--format json` has all of it."""


@click.command("config")
@click.option("--profile", type=FormName(), help="The form that is asked (else that of this project).")
@text_or_json
def config_command(profile: str | None, layout: str) -> None:
    """Print what holds in this project, and where each of it comes from.

    The settings of eia.toml; how much each rule of lint counts, or that it is off; the numbers and words by which rules judge;
    the groups that the project adds to its form."""
    values = list(effective(root_of(Path()), profile or ""))
    if layout == "json":
        click.echo(json.dumps([asdict(value) for value in values], ensure_ascii=False, indent=2))
        return
    for among in dict.fromkeys(value.among for value in values):
        click.echo(f"{among}:")
        for value in (one for one in values if one.among == among):
            click.echo(_line(value))
        click.echo()


def _line(value: Value) -> str:
    shown = shortened(printable(value.value), WIDEST) or "(nothing)"
    return f"  {printable(value.name):<28} {shown:<16} {value.source}"

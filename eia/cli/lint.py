"""`eia lint`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import click

from eia.cli.day import Day
from eia.cli.show import COULD_NOT, DONE, FOUND, PRINTERS, echo_all, say, say_nothing_found
from eia.diagnostics.diagnostic import Severity
from eia.linting import Checked, lint
from eia.model.assessment import Status
from eia.text.yaml import LIBYAML


@click.command("lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "layout",
    type=click.Choice(list(PRINTERS)),
    default="text",
    help="How to print what was found.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    help="The least severity that makes the exit code 1.",
)
@click.option("--status", type=click.Choice(get_args(Status)), help="Judge every assessment as if it had this status.")
@click.option(
    "--as-of", type=Day(), help="The day that counts as today for rules about time, of which there are none yet."
)
@click.pass_context
def lint_command(
    context: click.Context,
    paths: tuple[Path, ...],
    layout: str,
    fail_on: str,
    status: Status | None,
    as_of: date | None,
) -> None:
    """Check assessments.

    PATHS are files, or folders with all they hold; without any, it is the folder you stand in."""
    if not LIBYAML:
        say("The fast YAML reader, libyaml, is missing here: the result is the same, and takes longer.")
    checked = lint(paths or (Path(),), status=status, as_of=as_of)
    if not checked.files:
        say_nothing_found(checked, paths or (Path(),))
        context.exit(COULD_NOT)
    echo_all(PRINTERS[layout](checked))
    context.exit(_exit_code(checked, Severity.of(fail_on)))


def _exit_code(checked: Checked, fail_on: Severity) -> int:
    if checked.unreadable:
        return COULD_NOT
    return FOUND if checked.at_least(fail_on) else DONE

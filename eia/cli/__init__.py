"""The command: options in, one function called, words out, an exit code."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable
from io import StringIO, TextIOWrapper

import click

from eia import __version__
from eia.cli.baseline import baseline_command
from eia.cli.config import config_command
from eia.cli.export import export_command
from eia.cli.help import help_command
from eia.cli.import_ import import_command
from eia.cli.init import init_command
from eia.cli.lint import lint_command
from eia.cli.manual import explain_command, rules_command
from eia.cli.matrix import matrix_command
from eia.cli.new import new_command
from eia.cli.profile import profile_group
from eia.cli.rename import insert_command, move_command, rename_command, renumber_command
from eia.cli.schema import schema_command
from eia.cli.show import COULD_NOT, DONE, INTERRUPTED, say, told
from eia.cli.status import status_command
from eia.cli.template import template_group
from eia.cli.where import where_command
from eia.diagnostics.shown import printable
from eia.diagnostics.told import Told

FIRST_STEPS = """\
eia checks equality impact assessments written in YAML, and makes the Word document that gets signed.

  eia new library-hours-2026    begin an assessment
  eia lint                      check every assessment in this folder
  eia status ASSESSMENT         list what it still needs, and from whom
  eia export ASSESSMENT         make its Word document
  eia explain RULE              say what a message means and what to do
  eia help tutorial             learn it in fifteen minutes

`eia --help` lists everything.
"""


class InOrder(click.Group):
    """Lists its commands in the order in which people need them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """As they were added."""
        return list(self.commands)


@click.group(cls=InOrder, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="eia")
@click.pass_context
def cli(context: click.Context) -> None:
    """Equality impact assessments as code."""
    if context.invoked_subcommand is None:
        click.echo(FIRST_STEPS, nl=False)


COMMANDS = (
    init_command,
    new_command,
    lint_command,
    baseline_command,
    status_command,
    matrix_command,
    export_command,
    import_command,
    where_command,
    rename_command,
    renumber_command,
    insert_command,
    move_command,
    profile_group,
    template_group,
    schema_command,
    explain_command,
    rules_command,
    config_command,
    help_command,
)
for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    """Run the command; whatever happens, the exit code means what the manual says, and no traceback is shown."""
    gc.set_threshold(
        10_000
    )  # what we read is frozen; to look for garbage ten times as seldom saves a tenth of the time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_guarded(lambda: cli.main(prog_name="eia", standalone_mode=False)))


def _guarded(run: Callable[[], object]) -> int:
    try:
        code = run()
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        for line in shown.getvalue().splitlines():  # it repeats what was typed, which may be the name of a file
            click.echo(printable(line), err=True)
        return COULD_NOT
    except Told as reason:
        say(reason.message, reason.help)
        return COULD_NOT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit:  # click's way to end when whoever read us has gone
        return DONE
    except OSError as error:
        say(f"eia could not go on: {told(error)}. No file is half written.")
        return COULD_NOT
    except Exception as error:
        return _internal(error)
    return code if isinstance(code, int) else DONE


def _internal(error: Exception) -> int:
    click.echo(
        f"eia has a mistake of its own ({type(error).__name__}). No file is half written. Please report it.",
        err=True,
    )
    if os.environ.get("EIA_DEBUG") == "1":
        traceback.print_exception(error)
    else:
        click.echo("What to do: run it again with EIA_DEBUG=1 set, and send what it prints.", err=True)
    return COULD_NOT

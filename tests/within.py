"""Runs a command in this process, standing in a folder: for tests of what it writes and says, not of how it starts."""

from __future__ import annotations

import os
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner, Result

from eia.cli import cli


def eia(folder: Path, *words: str) -> Result:
    """Run `eia` with these words; what it says is in `stdout` and `stderr`, its end in `exit_code`."""
    with chdir(folder):
        return CliRunner().invoke(cli, list(words), catch_exceptions=False, env={"NO_COLOR": "1", **os.environ})

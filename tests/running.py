"""Runs the command: as a user does, in a process of its own, or in this one, where how it starts is not the point."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from eia.cli import main

ROOT = Path(__file__).parent.parent

MEASURED = """
import re, sys
from pathlib import Path
from eia.cli import main
try:
    main()
finally:
    status = Path("/proc/self/status")
    found = re.search("VmHWM:[^0-9]*([0-9]+)", status.read_text()) if status.exists() else None
    print("\\nkilobytes", found[1] if found else 0, file=sys.stderr)
"""
"""The most memory that the program itself had, where the system tells; the usual measure counts its parent's too."""


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str
    seconds: float = 0
    megabytes: float = 0


def eia(*words: str | Path, folder: Path = ROOT, env: Mapping[str, str] | None = None) -> Ran:
    """Run `eia` with these words, standing in this folder."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *map(str, words)],
        cwd=folder,
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "", **(env or {})},
    )
    err, _, kilobytes = done.stderr.decode().rpartition("\nkilobytes ")
    return Ran(done.returncode, done.stdout.decode(), err, time.monotonic() - began, int(kilobytes) / 1024)


def within(folder: Path, *words: str | Path, env: Mapping[str, str] | None = None, merged: bool = False) -> Ran:
    """Run `eia` with these words in this process, standing in this folder; merged, all it says is in `out`."""
    out = StringIO()
    err = out if merged else StringIO()
    argv = ["eia", *map(str, words)]
    with (
        chdir(folder),
        redirect_stdout(out),
        redirect_stderr(err),
        patch.dict(os.environ, env or {}),
        patch("sys.argv", argv),
        patch("sys.stdin", sys.stdin and StringIO()),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return Ran(code, out.getvalue(), "" if merged else err.getvalue())

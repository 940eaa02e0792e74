"""Runs the command as a user does: a process of its own, with its exit code, words, seconds and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent

MEASURED = """
import resource, sys
from eia.cli import main
try:
    main()
finally:
    print("\\nkilobytes", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


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

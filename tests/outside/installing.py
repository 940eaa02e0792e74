"""Installs the program into an environment of its own, and runs it there from a folder that knows nothing of the project."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.outside.copying import environment


@dataclass(frozen=True)
class Installed:
    """An environment, and the folder in which its commands are run."""

    home: Path
    folder: Path

    @classmethod
    def nothing(cls, home: Path, folder: Path) -> Installed:
        """An empty environment."""
        folder.mkdir(parents=True, exist_ok=True)
        call(sys.executable, "-m", "venv", home, folder=folder)
        return cls(home, folder)

    def pip(self, *words: str | Path) -> str:
        """Have its pip do something."""
        return call(self.program("python"), "-m", "pip", "--disable-pip-version-check", *words, folder=self.folder)

    def eia(self, *words: str | Path) -> str:
        """What its `eia` prints; it has to end well."""
        return call(self.program("eia"), *words, folder=self.folder)

    def program(self, name: str) -> Path:
        """Where one of its commands lies."""
        return self.home / ("Scripts" if os.name == "nt" else "bin") / name


def call(*words: str | Path, folder: Path) -> str:
    """Run a program that has to end well, and give what it printed."""
    done = subprocess.run(
        list(map(str, words)), cwd=folder, env=environment(), capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout

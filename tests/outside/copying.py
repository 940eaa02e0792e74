"""Copies the project as it lies here, changes that nobody has committed included, for tests of what others will fetch."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.running import ROOT

OURS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Officer",
    "GIT_AUTHOR_EMAIL": "officer@example.org",
    "GIT_COMMITTER_NAME": "Officer",
    "GIT_COMMITTER_EMAIL": "officer@example.org",
}
FOREIGN = ("GIT_", "PRE_COMMIT", "PYTEST", "PYTHON", "EIA_", "VIRTUAL_ENV", "SKIP")
"""How variables begin that would let a test depend on who runs it, and from which program."""


def environment(**more: str | Path) -> Mapping[str, str]:
    """The variables of this machine without those that lead git, Python or pre-commit astray."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    return {**kept, **OURS, **{name: str(value) for name, value in more.items()}}


def git(folder: Path, *words: str | Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """What git did in this folder; how it ended is for the caller to judge."""
    return subprocess.run(
        ["git", *map(str, words)],
        cwd=folder,
        env=env or environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def begin(folder: Path) -> None:
    """Make an empty repository there."""
    folder.mkdir(parents=True, exist_ok=True)
    done = git(folder, "init", "--quiet", "--initial-branch=main")
    assert done.returncode == 0, done.stderr


def copy_of_project(folder: Path) -> Path:
    """Every file that git knows or would add, as it is now."""
    listed = git(ROOT, "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    assert listed.returncode == 0, listed.stderr
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def repository_of_project(folder: Path) -> str:
    """A repository with such a copy, and the name of its one commit."""
    begin(folder)
    copy_of_project(folder)
    for words in (("add", "--all", "--force"), ("commit", "--quiet", "--no-verify", "--message", "As it is now")):
        done = git(folder, *words)
        assert done.returncode == 0, done.stderr
    return git(folder, "rev-parse", "HEAD").stdout.strip()

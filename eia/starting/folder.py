"""A folder set up for a team: editor, checks at each commit, and a page for colleagues. What is there already stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from eia import __version__
from eia.forms.find import USUAL
from eia.starting.sheet import filled
from eia.text.scalar import on_one_line
from eia.write import Impossible, Refused, write_whole

DISTRIBUTION = "equality-impact-assessment"
"""What pip knows the program by; the name eia is another project's."""

FILES = {
    "eia.toml": "eia.toml",
    "README.md": "README.md",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".vscode/tasks.json": "vscode-tasks.json",
    ".github/workflows/eia.yml": "workflow.yaml",
}
"""The files and their templates."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the folder, and whether it was made now or stood there before."""

    path: Path
    new: bool


def requirement(recorded: str | None) -> str:
    """What pip is to install for colleagues: this version, or the address on the network that this one came from.

    `recorded` is what pip noted of it, as the packaging specification "Recording the Direct URL Origin" says."""
    origin = json.loads(recorded or "{}")
    url = str(origin.get("url", "file:"))
    if url.startswith("file:"):
        return f"{DISTRIBUTION}=={__version__}"
    if version_control := origin.get("vcs_info"):
        url = f"{version_control['vcs']}+{url}@{version_control['commit_id']}"
    return f"{DISTRIBUTION} @ {url}"


def installed_as() -> str:
    """What pip is to install so that colleagues have the program that is running."""
    try:
        return requirement(distribution(DISTRIBUTION).read_text("direct_url.json"))
    except PackageNotFoundError:  # run from its own folder, without having been installed
        return requirement(None)


def set_up(folder: Path, body: str = "", package: str = "") -> Iterator[Made]:
    """Make what is missing, a file at a time. Raises `Refused` where one cannot be written; those made before it stay."""
    body, package = on_one_line(body), on_one_line(package)
    if "'" in package:
        raise Refused("what the checks install may hold no quotation mark", "Name a version, a wheel or an address.")
    said = f"body = {json.dumps(body, ensure_ascii=False)}" if body else '# body = "Midshire Borough Council"'
    words = {"body": said, "profile": USUAL, "package": package or installed_as()}
    for name, template in FILES.items():
        path = folder / name
        new = not (path.exists() or path.is_symlink())
        if new:
            _make(path, filled(f"folder/{template}", words))
        yield Made(path, new)


def _make(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        help = "Rename what is called so, or see whether you may write there."
        raise Impossible(f"the folder {path.parent} cannot be made ({error.strerror})", help) from error
    write_whole(path, text.encode())

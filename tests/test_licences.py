"""What we stand on may be given away on our terms."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

DEPENDENCIES = [
    re.split(r"[<>=]", line)[0] for line in tomllib.loads(Path("pyproject.toml").read_text())["project"]["dependencies"]
]


@pytest.mark.parametrize("name", DEPENDENCIES)
def test_a_dependency_is_licensed_as_the_readme_says(name: str) -> None:
    known = metadata(name)
    said = " ".join(
        [known.get("License-Expression") or "", known.get("License") or "", *(known.get_all("Classifier") or [])]
    )
    assert re.search(r"\b(MIT|BSD)\b", said), said[:200]

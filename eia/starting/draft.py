"""The three files of a new assessment: every question asked, none answered that nobody answered."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eia.model.profile import Profile
from eia.model.reference import SLUG
from eia.rules.malformed_id import LONGEST
from eia.starting.sheet import filled
from eia.text.scalar import as_value
from eia.write import Impossible, write_whole

HOME = "assessments"
"""The folder of a project that holds a folder for each assessment."""
NO_NAMES = re.compile("all|none|con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Words that references know otherwise, and those that no folder can have on Windows."""


@dataclass(frozen=True)
class Answers:
    """What is known of an assessment on its first day; what is empty stays open."""

    title: str = ""
    body: str = ""
    who: str = ""
    """The role of whoever leads it."""
    when: str = ""
    """The day on which a decision is planned."""


def slug_like(words: str) -> str:
    """The short name most like these words: `library-hours-2026` for `Library hours 2026`."""
    kept = "".join(char if char.isascii() and char.isalnum() else " " for char in words.lower())
    return "-".join(kept.split())


def is_slug(words: str) -> bool:
    """Whether this can be the short name of an assessment and of its folder."""
    return bool(SLUG.fullmatch(words)) and len(words) <= LONGEST and not NO_NAMES.fullmatch(words)


def texts(slug: str, name: str, profile: Profile, answers: Answers, schemas: str) -> Mapping[str, str]:
    """The files of a new assessment by their names; `schemas` is the way from them to the schemas of the project."""
    words = {
        "slug": slug,
        "profile": name,
        "schemas": schemas,
        **{field: as_value(said) for field, said in vars(answers).items()},
    }
    guidance = {**profile.guidance, "characteristics.impact": _of_ratings(profile)}
    first, *others = profile.groups
    rows = [filled("first-row.yaml", {"group": first}, guidance)]
    rows += [filled("row.yaml", {"group": group}) for group in others]
    words["rows"] = "\n".join(rows).rstrip()
    kinds = ("assessment", "plan", "sources")
    return {f"{kind}.eia.yaml": filled(f"{kind}.yaml", words, guidance) for kind in kinds}


def _of_ratings(profile: Profile) -> str:
    return (
        f"{profile.guidance.get('characteristics.impact', '').strip()} One of: {', '.join(profile.ratings)}.".lstrip()
    )


def make(folder: Path, contents: Mapping[str, str]) -> None:
    """Make the folder with these files. Raises `Refused`, and leaves no folder behind, where that cannot be done."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
    except OSError as error:
        raise Impossible(f"the folder {folder} cannot be made ({error.strerror})", "Name another place.") from error
    try:
        for name, text in contents.items():
            write_whole(folder / name, text.encode())
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise

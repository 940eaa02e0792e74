"""The three files of a new assessment: every question asked, none answered that nobody answered."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eia.loading import KINDS
from eia.model.profile import Profile
from eia.model.reference import LONGEST_ID, SLUG
from eia.project import shipped
from eia.schema.files import pointer, schema_path
from eia.starting.sheet import filled
from eia.text.scalar import as_value
from eia.write import Impossible, write_whole

HOME = "assessments"
"""The folder of a project that holds a folder for each assessment."""
ASSESSMENT = "assessment.eia.yaml"
FILES = {
    ASSESSMENT: "what is decided, what you know, and the table",
    "plan.eia.yaml": "the actions, which rows of the table cite",
    "sources.eia.yaml": "where the facts come from",
}
"""The files of an assessment, and what each is for."""
TAKEN = re.compile("all|none|con|prn|aux|nul|(?:com|lpt)[0-9]|" + "|".join(KINDS))
"""Words that mean something else in a reference, name a kind of file, or can name no folder on Windows."""


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


def fault_of(slug: str) -> str:
    """Why this cannot be the short name of an assessment and of its folder; nothing where it can."""
    if not SLUG.fullmatch(slug):
        return "it takes three or more small letters, digits and single hyphens, and begins with a letter"
    if len(slug) > LONGEST_ID:
        return f"it takes {LONGEST_ID} letters at most"
    return "the word means something else here" if TAKEN.fullmatch(slug) else ""


def begin(root: Path, slug: str, profile: str, answers: Answers) -> Path:
    """Make the folder of a new assessment with its files. Raises `Refused`."""
    folder = root / HOME / slug
    make(folder, texts(root, slug, profile, answers))
    return folder


def texts(root: Path, slug: str, name: str, answers: Answers) -> Mapping[str, str]:
    """The files of a new assessment by their names."""
    profile, folder = shipped(name), root / HOME / slug
    words = {
        "slug": slug,
        "profile": name,
        **{f"{kind}_schema": pointer(schema_path(root, kind), folder / "any") for kind in ("plan", "sources")},
        "schema": pointer(schema_path(root, slug), folder / ASSESSMENT),
        **{field: as_value(said) for field, said in vars(answers).items()},
    }
    guidance = {**profile.guidance, "characteristics.impact": _of_ratings(profile)}
    first, *others = profile.groups
    rows = [filled("first-row.yaml", {"group": first}, guidance)]
    rows += [filled("row.yaml", {"group": group}) for group in others]
    words["rows"] = "\n".join(rows).rstrip()
    return {file: filled(file.replace(".eia", ""), words, guidance) for file in FILES}


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

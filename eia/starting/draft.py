"""The files of a new assessment: every question asked, none answered that nobody answered."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eia.forms.find import Forms
from eia.model.asked import DUTIES, ROWS
from eia.model.reference import IS_SLUG, LONGEST_ID, SLUG
from eia.schema.files import pointer, schema_path
from eia.starting.parts import ASKED, BODY, OPENING, Blank
from eia.starting.place import HOME, TAKEN
from eia.starting.rows import duties, groups, own_keys, people, questions, signatures
from eia.text.scalar import as_value
from eia.write import Impossible, write_whole

ASSESSMENT = "assessment.eia.yaml"
IN_FILES = {"plan": "the actions, which rows of the table cite", "sources": "where the facts come from"}
"""The parts that have a file of their own, and what it is for."""
MADE = {ROWS: groups, DUTIES: duties, ASKED: questions, "approvals": signatures}
"""The parts of which the form says what stands in them."""


@dataclass(frozen=True)
class Answers:
    """What is known of an assessment on its first day; what is empty stays open."""

    title: str = ""
    body: str = ""
    who: str = ""
    """The role of whoever leads it."""
    when: str = ""
    """The day on which a decision is planned."""
    kind: str = ""
    """The kind of assessment; without one, the first of the form."""


def slug_like(words: str) -> str:
    """The short name most like these words: `library-hours-2026` for `Library hours 2026`."""
    kept = "".join(char if char.isascii() and char.isalnum() else " " for char in words.lower())
    return "-".join(kept.split())


def fault_of(slug: str) -> str:
    """Why this cannot be the short name of an assessment and of its folder; nothing where it can."""
    if not SLUG.fullmatch(slug):
        return IS_SLUG[0].lower() + IS_SLUG[1:].rstrip(".")
    if len(slug) > LONGEST_ID:
        return f"it takes {LONGEST_ID} letters at most"
    return "the word means something else here" if TAKEN.fullmatch(slug) else ""


def begin(root: Path, slug: str, profile: str, answers: Answers) -> Path:
    """Make the folder of a new assessment with its files. Raises `Refused`."""
    folder = root / HOME / slug
    make(folder, texts(root, slug, profile, answers))
    return folder


def files_of(blank: Blank) -> dict[str, str]:
    """The files of a new assessment, and what each is for."""
    what = (
        "what is decided, what you know, and the table" if ROWS in blank.parts else "what is decided, and what you know"
    )
    return {ASSESSMENT: what} | {_file(part): told for part, told in IN_FILES.items() if part in blank.parts}


def _file(part: str) -> str:
    return f"{part}.eia.yaml"


def texts(root: Path, slug: str, name: str, answers: Answers) -> Mapping[str, str]:
    """The files of a new assessment by their names."""
    form, folder = Forms(root).get(name), root / HOME / slug
    assert form is not None  # the command asks for one that is there
    blank = Blank.of(form.profile, answers.kind)
    words = {
        **{field: as_value(said) for field, said in vars(answers).items()},
        "slug": slug,
        "profile": name,
        "kind": as_value(blank.kind),
        "people": people(blank, as_value(answers.who)),
        "own": own_keys(blank, "", ""),
        "own_of_actions": own_keys(blank, "plan.actions", "        "),
        "schema": pointer(schema_path(root, slug), folder / ASSESSMENT),
        **{f"{part}_schema": pointer(schema_path(root, part), folder / _file(part)) for part in IN_FILES},
    }
    others = {_file(part): blank.filled(f"{part}.yaml", words) for part in IN_FILES if part in blank.parts}
    return {ASSESSMENT: _assessment(blank, words), **others}


def _assessment(blank: Blank, words: Mapping[str, str]) -> str:
    """Its parts, one below the other, in the order of the format."""
    opening = "".join(f"\n{_part(blank, one, words)}" for one in OPENING if one in blank.parts)
    head = blank.filled("assessment.yaml", {**words, "opening": opening})
    return "\n".join((head, *(_part(blank, one, words) for one in BODY if one in blank.parts)))


def _part(blank: Blank, part: str, words: Mapping[str, str]) -> str:
    made = MADE[part](blank) if part in MADE else ""
    return blank.filled(f"parts/{part}.yaml", {**words, "made": made, "own": own_keys(blank, part, "  ")})


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

"""The schema of a whole file: of each kind for a profile, and of one assessment with its own ids."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from eia.loading import KINDS, NO_KEY_OF_ITS_OWN, Kind
from eia.model.outline import Key, Shape, outline
from eia.model.profile import Profile
from eia.project import Dossier
from eia.schema.ids import of_dossier
from eia.schema.offers import Offers
from eia.schema.render import Renderer, Schema, described
from eia.schema.words import of_profile, of_profile_file

OURS = "Written by eia"
KEPT = ", and kept up to date by `eia lint`: whatever you change here is lost."
DRAFT = "http://json-schema.org/draft-07/schema#"

TITLES: Mapping[Kind, tuple[str, str]] = {
    "assessment": ("Assessment", "An equality impact assessment."),
    "plan": ("Plan", "The action plan that rows of an assessment cite."),
    "sources": ("Sources", "Where the facts of an assessment come from, each under a short name."),
    "profile": ("Profile", "The form that assessments follow: its groups, ratings and headings."),
}
OWN_NAMES: Mapping[Kind, str] = {
    "plan": "A short name for this plan, e.g. `library-hours-2026-plan`.",
    "sources": "A short name for these sources, e.g. `library-hours-2026-sources`.",
}
"""What belongs under the first key of a file where the model has no such key."""


def schema_of(kind: Kind, profile: Profile, forms: Iterable[str]) -> str:
    """The schema of a kind of file, for every assessment of a profile; a profile itself is bound to no other's words.

    `forms` are those that an assessment may follow, or a profile extend."""
    return _as_text(whole(kind, of_profile_file(forms) if kind == "profile" else of_profile(profile, forms)))


def schema_of_dossier(dossier: Dossier) -> str:
    """The schema of one assessment, in which references offer its own ids."""
    path = Path(os.path.relpath(dossier.file.path, dossier.root)).as_posix()
    return _as_text(whole("assessment", of_dossier(dossier), f" for {path}"))


def whole(kind: Kind, offers: Offers, written_for: str = "") -> Schema:
    """The schema of a kind of file in which this is offered; it says for which file it was written, if for one alone."""
    shape = outline(KINDS[kind])
    nested = kind in NO_KEY_OF_ITS_OWN
    if nested:
        shape = shape.or_else(Shape(keys=(Key(kind, OWN_NAMES[kind], Shape(text=str)),)))
    renderer = Renderer(offers)
    held = renderer.place(shape, (kind,) if nested else ())
    head: Schema = {"$schema": DRAFT, "$comment": f"{OURS}{written_for}{KEPT}"}
    return head | described(*TITLES[kind]) | held | {"definitions": renderer.definitions}


def _as_text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"

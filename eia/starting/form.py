"""The file of a new form: nothing in it yet but the form that it extends, and examples of what it may say."""

from __future__ import annotations

from pathlib import Path

from eia.forms.find import FILE, Forms
from eia.schema.files import pointer, schema_path
from eia.starting.draft import make
from eia.starting.sheet import filled
from eia.text.scalar import as_value


def begin_form(root: Path, name: str, extends: str, title: str) -> Path:
    """Make the folder of a new form with its file. Raises `Refused`."""
    path = Forms(root).path(name)
    words = {
        "name": name,
        "extends": extends,
        "title": as_value(title),
        "schema": pointer(schema_path(root, "profile"), path),
    }
    make(path.parent, {FILE: filled("profile.yaml", words)})
    return path

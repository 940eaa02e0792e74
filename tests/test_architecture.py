"""The house: who may import whom, where each outside library lives, how large a room may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path("eia")
FILES = sorted(PACKAGE.rglob("*.py"))

FLOORS = (
    ("text", "model"),
    ("document", "diagnostics", "editing", "files"),
    ("unfit", "write", "loading", "settings", "pages", "picture"),
    ("index", "forms"),
    ("project",),
    ("matrix", "rules"),
    ("choosing", "ignore", "waivers"),
    ("baseline",),
    ("linting", "publishing", "targets", "schema"),
    ("withholding",),
    ("exporting",),
    ("api", "checklist", "effective", "fixing", "naming", "starting"),
    ("cli",),
)
"""From the ground up. A room imports from lower floors and from itself, never from its own floor's other rooms."""

HOMES = {
    "yaml": {"text", "editing"},
    "pydantic": {"model"},
    "pydantic_core": {"model"},
    "markdown_it": {"document", "publishing"},
    "lxml": {"publishing"},
    "weasyprint": {"publishing"},
    "pydyf": {"publishing"},
    "pypdf": {"publishing"},
    "docx": set(),
    "click": {"cli"},
}

LAZY = {
    "eia/api.py",
    "eia/cli/export.py",
    "eia/cli/template.py",
    "eia/publishing/formats.py",
}
"""The few files that import inside a function: lint need not wait for what export needs."""

LARGEST, LARGEST_RULE = 400, 170
"""Lines of a file. A rule's hold its page of the manual too, which says also when not to use it and what it cannot tell."""


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(path.with_suffix("").parts[: -node.level]) + "." if node.level else ""
            yield f"{base}{node.module or ''}".rstrip(".")
            yield from (f"{base}{node.module or ''}".rstrip(".") + f".{alias.name}" for alias in node.names)


def every_import() -> Iterator[tuple[Path, str]]:
    return ((path, name) for path in FILES for name in imports(path))


def test_imports_go_down() -> None:
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    for path, name in every_import():
        here, parts = room(path), name.split(".")
        if path in (PACKAGE / "__init__.py", PACKAGE / "__main__.py"):
            continue
        if parts[0] == "eia" and len(parts) > 1 and parts[1] in floor and parts[1] != here:
            assert floor[parts[1]] < floor[here], f"{path} imports {name}"


def test_each_outside_library_stays_in_its_home() -> None:
    for path, name in every_import():
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or room(path) in homes, f"{path} imports {name}"


PROOF = PACKAGE / "publishing" / "proof"
SHARED = {"eia.publishing.html.names", "eia.publishing.word.bookmarks"}
"""What the proof has in common with the building of the document: what a place is called in Word, and what is said again."""


def test_the_proof_shares_nothing_with_what_it_proves() -> None:
    for path, name in ((path, name) for path, name in every_import() if path.is_relative_to(PROOF)):
        built = name.startswith(("eia.publishing.", "eia.document."))
        inside = name.startswith("eia.publishing.proof") or any(name.startswith(one) for one in SHARED)
        assert not built or inside, f"{path} imports {name}"


def test_a_file_says_in_its_first_line_why_it_exists() -> None:
    assert [path for path in FILES if not (ast.get_docstring(tree(path)) or "").strip()] == []


def test_no_file_takes_everything() -> None:
    for path in FILES:
        most = LARGEST_RULE if room(path) == "rules" else LARGEST
        assert len(path.read_text("utf-8").splitlines()) <= most, path


def test_imports_stand_at_the_top() -> None:
    inside = {
        path.as_posix()
        for path in FILES
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert inside <= {*LAZY}


def test_every_room_has_a_floor_and_a_line_in_the_map() -> None:
    rooms = {room(path) for path in FILES} - {"__init__", "__main__"}
    assert rooms == {name for names in FLOORS for name in names}
    drawn = Path("ARCHITECTURE.md").read_text("utf-8")
    for name in rooms:
        assert f"`{name}" in drawn, name


def test_any_is_used_only_where_pydantic_asks_for_it() -> None:
    users = {path.as_posix() for path in FILES if any(name == "typing.Any" for name in imports(path))}
    assert users <= {"eia/model/written.py"}


def test_the_door_is_small() -> None:
    import eia

    assert len(eia.__all__) <= 10
    assert all(hasattr(eia, name) for name in eia.__all__)

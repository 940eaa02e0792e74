"""What is wrong with where a profile lies, and with the line of forms that extend each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.shown import nearest, shortened
from eia.forms.fault import CIRCULAR, LIMIT, MISPLACED, UNKNOWN, Fault, placed
from eia.loading import LoadedFile
from eia.model.profile import Profile
from eia.model.reference import IS_SLUG, SLUG
from eia.text.read import real


def no_form(file: LoadedFile) -> Iterator[Diagnostic]:
    """That a file in the place of a form holds something else."""
    if file.kind:
        message = f"this file stands where a form should, and does not hold one: it begins with `{file.kind}:`"
        yield placed(
            file, Fault(MISPLACED, (file.kind,), message, "Begin it with `profile:` and its short name.", key=True)
        )


def unknown_parent(file: LoadedFile, own: Profile, names: list[str]) -> Diagnostic:
    """That a profile extends a form that is not there."""
    message = f"there is no form `{shortened(own.extends or '')}` to extend"
    help = nearest(own.extends or "", [name for name in names if name != own.id])
    return placed(file, Fault(UNKNOWN, ("extends",), message, help))


def circular(file: LoadedFile, way: tuple[str, ...]) -> Diagnostic:
    """That a profile extends itself, at last."""
    message = f"the forms extend each other in a circle: {', '.join(map(shortened, way))}"
    return placed(file, Fault(CIRCULAR, ("extends",), message, "Let one of them extend a form that comes with eia."))


def too_long(file: LoadedFile, most: int) -> Diagnostic:
    """That the line of forms, one extending the other, does not end."""
    message = f"more than {most} forms extend each other, one after the other"
    return placed(file, Fault(LIMIT, ("extends",), message, "Let this one extend a form further up the line."))


def misplaced(file: LoadedFile, own: Profile, root: Path, place: Path, taken: bool) -> Iterator[Diagnostic]:
    """That no assessment can follow a profile, since it lies where nobody looks or has another's name; `place` is its own."""
    if taken:
        message = f"`{own.id}` is a form that comes with eia, so that no assessment can follow this one"
        help = f"Give it a name of its own, and write `extends: {own.id}`."
    elif not SLUG.fullmatch(own.id):
        message = f"`{shortened(own.id)}` cannot be the name of a form"
        help = IS_SLUG
    elif real(file.path) != real(place):
        message = f"no assessment finds a form `{own.id}` here"
        where = place.relative_to(root).as_posix()
        help = f"Its place is {where} in the top folder of the project: move it there, or write another name."
    else:
        return
    yield placed(file, Fault(MISPLACED, ("profile",), message, help))

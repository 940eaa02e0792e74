"""Where forms are: those that come with the program, and those of a project, which extend them or stand alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.forms.check import faults
from eia.forms.inherit import inherited
from eia.forms.line import circular, misplaced, no_form, too_long, unknown_parent
from eia.forms.local import local
from eia.forms.spoken import spoken
from eia.loading import LoadedFile, load, load_in
from eia.model.profile import Profile
from eia.model.reference import SLUG
from eia.settings import Settings, read_settings
from eia.text.read import real

SHIPPED = Path(__file__).parent.parent / "profiles"
FOLDER = "profiles"
"""The folder of a project that holds a folder for each profile of its own."""
FILE = "profile.eia.yaml"

PLAIN = "plain"
"""What every form builds on that extends no other: the words of the document, and no group."""
USUAL = "gb-equality-act"
"""What new assessments follow where nobody says anything else."""
LONGEST_LINE = 20
"""More forms than this, one extending the other, are no longer anybody's form."""

Read = Callable[[Path], LoadedFile]


@dataclass(frozen=True)
class Form:
    """A profile with all that it inherits, and the files that say so: its own first."""

    profile: Profile
    files: tuple[LoadedFile, ...]
    complete: bool = True
    """Whether all of it could be read; of one that is not complete, nothing can be said to be missing."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with what its profiles say, beside their shape."""


class Forms:
    """The forms that the assessments of a project may follow. A profile of the project cannot replace one of the program's."""

    def __init__(self, root: Path, read: Read | None = None, settings: Settings | None = None) -> None:
        self._root = root
        self._settings = settings or read_settings(root).settings
        self._read = read or partial(load_in, root)
        self._known: dict[tuple[str, ...], Form | None] = {}

    def names(self) -> list[str]:
        """The forms that an assessment may follow: the program's, then the project's own."""
        return [*shipped_names(), *self.own_names()]

    def own_names(self) -> list[str]:
        """The forms of the project's own, but for those that no assessment could follow under the name of their folder."""
        return [name for name in self._in_the_folder() if SLUG.fullmatch(name) and not is_shipped(name)]

    def of_the_project(self) -> dict[str, Form]:
        """All forms of the project's own by the names of their folders, with those that no assessment can follow."""
        return {name: self._own(name, ()) for name in self._in_the_folder()}

    def _in_the_folder(self) -> list[str]:
        folder = self._root / FOLDER
        try:
            return sorted(one.name for one in folder.iterdir() if os.path.lexists(one / FILE))
        except OSError:  # not there, or not to be looked into
            return []

    def get(self, name: str, *languages: str) -> Form | None:
        """A form by its short name, with its labels in these languages; None where there is none.

        One that is half read is there, and not complete. The words that every form builds on are none that anybody follows."""
        if name == PLAIN:
            return None
        known = (name, *languages)
        if known not in self._known:
            form = self.get(name) if languages else self._here(self._form(name, ()))
            self._known[known] = replace(form, profile=spoken(form.profile, languages)) if form and languages else form
        return self._known[known]

    def _here(self, form: Form | None) -> Form | None:
        """A form as it holds in this project."""
        return replace(form, profile=local(form.profile, self._settings)) if form else None

    def path(self, name: str) -> Path:
        """Where a profile of the project is, or would be."""
        return self._root / FOLDER / name / FILE

    def _is_there(self, name: str) -> bool:
        """Whether the project has something in the place of this form, be it that it cannot be read."""
        return bool(SLUG.fullmatch(name)) and os.path.lexists(self.path(name))

    def _form(self, name: str, below: tuple[str, ...]) -> Form | None:
        if is_shipped(name):
            return shipped(name)
        return self._own(name, below) if self._is_there(name) else None

    def _own(self, name: str, below: tuple[str, ...]) -> Form:
        file = self._read(self.path(name))
        if not isinstance(file.content, Profile):
            return Form(plain(), (file,), complete=False, diagnostics=tuple(no_form(file)))
        return self._built(file, file.content, (*below, name))

    def of(self, file: LoadedFile) -> Form | None:
        """What the file of a profile comes to, wherever it lies; None where nobody would look for a form in it."""
        folder = file.path.parent.name
        if real(self.path(folder)) == real(file.path):
            return self._own(folder, ()) if is_shipped(folder) else self.get(folder) or self._own(folder, ())
        return self._built(file, file.content, ()) if isinstance(file.content, Profile) else None

    def _built(self, file: LoadedFile, own: Profile, below: tuple[str, ...]) -> Form:
        lost = tuple(misplaced(file, own, self._root, self.path(own.id), is_shipped(own.id)))
        parent, wrong = self._parent(file, own, below)
        if parent is None:
            return Form(inherited(own, plain()), (file,), complete=False, diagnostics=(*lost, *wrong))
        profile = inherited(own, parent.profile)
        complete = parent.complete and all(one.severity is not Severity.ERROR for one in file.diagnostics)
        found = faults(file, own, parent.profile, profile, plain()) if complete else ()
        return Form(profile, (file, *parent.files), complete, (*lost, *parent.diagnostics, *found))

    def _parent(
        self, file: LoadedFile, own: Profile, below: tuple[str, ...]
    ) -> tuple[Form | None, tuple[Diagnostic, ...]]:
        """The form that a profile extends; or why there is none."""
        if own.extends is None:
            return shipped(PLAIN), ()
        other = own.extends
        if other in below:
            return None, (circular(file, below),)
        if len(below) > LONGEST_LINE:
            return None, (too_long(file, LONGEST_LINE),)
        form = self._form(other, below)
        return form, () if form else (unknown_parent(file, own, self.names()),)


def is_shipped(name: str) -> bool:
    """Whether a name is that of a profile which comes with the program, the plain one among them."""
    return name in _folders()


def shipped_names() -> list[str]:
    """The forms that come with the program."""
    return [name for name in _folders() if name != PLAIN]


@cache
def _folders() -> tuple[str, ...]:
    return tuple(sorted(one.name for one in SHIPPED.iterdir() if (one / FILE).is_file()))


@cache
def shipped(name: str) -> Form:
    """One of them, or the plain one that they build on. Its files are the program's, and nobody's to mend."""
    content = load(SHIPPED / name / FILE).content
    assert isinstance(content, Profile)  # a test reads every shipped profile
    return Form(content if name == PLAIN else inherited(content, shipped(content.extends or PLAIN).profile), ())


def plain() -> Profile:
    """The words that every form builds on."""
    return shipped(PLAIN).profile

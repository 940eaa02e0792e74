"""Fields in the edges of a template: what Word is told to compute there, and what it would fetch from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .markup import Element, name

FETCHING = {
    *("AUTOTEXT", "AUTOTEXTLIST", "DATABASE", "DDE", "DDEAUTO", "GLOSSARY", "IMPORT", "INCLUDE", "INCLUDEPICTURE"),
    *("INCLUDETEXT", "LINK", "MACROBUTTON", "MERGEFIELD", "NEXT", "RD"),
}
"""Fields that read another file, another program, or a list of addresses, or that run something."""


@dataclass(slots=True)
class Field:
    """A field: its instruction, and the elements that make a field of what it shows."""

    instruction: str = ""
    marks: list[Element] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The first word of the instruction."""
        return next(iter(self.instruction.split()), "").upper()


def fields_of(part: Element) -> Iterator[Field]:
    """Every field of a part, the inner ones of several first."""
    open_: list[Field] = []
    shows: list[bool] = []
    for one in part.iter(name("w:fldSimple"), name("w:fldChar"), name("w:instrText")):
        if one.tag == name("w:fldSimple"):
            yield Field(one.get(name("w:instr"), ""), [one])
        elif one.tag == name("w:instrText"):
            if open_ and not shows[-1]:
                open_[-1].instruction += one.text or ""
                open_[-1].marks.append(one)
        elif one.get(name("w:fldCharType")) == "begin":
            open_.append(Field(marks=[one]))
            shows.append(False)
        elif open_:
            open_[-1].marks.append(one)
            shows[-1] = True
            if one.get(name("w:fldCharType")) == "end":
                shows.pop()
                yield open_.pop()


def counts_pages(part: Element) -> bool:
    """Whether the number of the page stands here."""
    return any(one.kind == "PAGE" for one in fields_of(part))


def unlink(part: Element) -> Iterator[str]:
    """Let what fetches something be plain words, as it shows now. The kinds of the fields that were."""
    for one in list(fields_of(part)):
        if one.kind in FETCHING:
            for mark in one.marks:
                _dissolve(mark)
            yield one.kind


def _dissolve(mark: Element) -> None:
    """Take an element away and leave what it holds."""
    parent = mark.getparent()
    if parent is None:
        return
    at = parent.index(mark)
    for child in list(mark) if mark.tag == name("w:fldSimple") else []:
        parent.insert(at, child)
        at += 1
    parent.remove(mark)

"""The footnotes of a template: the lines that separate notes from the text stay, the notes themselves do not."""

from __future__ import annotations

from copy import deepcopy

from ..markup import NAMESPACES, Element, name
from ..unusable import number

SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
NEEDED = SEPARATORS[:2]


def keep_separators(theirs: Element, ours: Element) -> list[int]:
    """Leave nothing but the separators, ours where one is missing. Their ids."""
    for note in theirs.findall("w:footnote", NAMESPACES):
        if note.get(name("w:type")) not in SEPARATORS:
            theirs.remove(note)
    kinds = {note.get(name("w:type")) for note in theirs.iterfind("w:footnote", NAMESPACES)}
    for note in ours.iterfind("w:footnote", NAMESPACES):
        if note.get(name("w:type")) in set(NEEDED) - kinds:
            mine = deepcopy(note)
            mine.set(name("w:id"), str(max(ids_of(theirs), default=-2) + 1))
            theirs.append(mine)
    return ids_of(theirs)


def ids_of(part: Element) -> list[int]:
    """The ids of the notes in a part."""
    return [number(note, "id") for note in part.iterfind("w:footnote", NAMESPACES)]

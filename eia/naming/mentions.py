"""Where ids stand in plain words, in texts and in remarks: nobody but a person can tell whether they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eia.loading import LoadedFile
from eia.naming.listing import NUMBERED
from eia.naming.things import ASSESSMENT, Thing
from eia.schema.files import POINTS
from eia.text.span import Span, Text
from eia.text.tree import Scalar, everything


@dataclass(frozen=True, slots=True)
class Mention:
    """An id in plain words."""

    id: str
    text: Text
    span: Span


def mentions(one: Thing, files: Iterable[LoadedFile], cited: Iterable[tuple[Text, Span]]) -> Iterator[Mention]:
    """Where the id of a thing stands in these files and is no citation. A short name of one word is a word like others."""
    looked_for = _looked_for(one)
    taken = [(text.path, span) for text, span in cited]
    for file in files if looked_for else ():
        for span in _words(file):
            for found in looked_for.finditer(file.text.source, span.start, span.end) if looked_for else ():
                here = Span(*found.span("id"))
                if not any(path == file.path and here.start < its.end and its.start < here.end for path, its in taken):
                    yield Mention(one.id, file.text, here)


def _looked_for(one: Thing) -> re.Pattern[str] | None:
    id = re.escape(one.id)
    if one.sort == "section":
        return re.compile(rf"\b[Ss]ection\s+(?P<id>{id})(?![\w.]*\w)")
    if one.sort == ASSESSMENT or "-" in one.id or NUMBERED.fullmatch(one.id):
        return re.compile(rf"(?<![\w.@/-])(?P<id>{id})(?![\w-]|\.\w)")
    return None


def _words(file: LoadedFile) -> Iterator[Span]:
    """All texts and remarks of a file, but for the remark that is a line for editors, and for former ids."""
    if file.tree is None:
        return
    former = [node.span for key, node in everything(file.tree.root) if key and key.value == "was"]
    for _, node in everything(file.tree.root):
        if isinstance(node, Scalar) and not any(was.start <= node.span.start < was.end for was in former):
            yield node.span
    yield from (one.span for one in file.tree.comments if not POINTS.match(file.text.source, one.span.start))

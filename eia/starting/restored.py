"""The files of an assessment, made again of its data: they say the same words at the same places. Remarks are not data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eia.diagnostics.shown import shortened
from eia.editing.written import lines_of
from eia.files import is_eia
from eia.publishing.data.contents import NotData, contents_of
from eia.schema.files import pointer, schema_path
from eia.starting.draft import ASSESSMENT, IN_FILES, make
from eia.starting.place import fault_of_name, free_folder
from eia.text.change import New
from eia.text.span import Text
from eia.text.tree import Node, Scalar, Sequence
from eia.text.yaml import parse
from eia.write import Refused

MAIN = "assessment"
"""The kind of file that names the others."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The id of an assessment, and the texts of its files by what they are and what they are called."""

    id: str
    texts: Mapping[tuple[str, str], str]

    @property
    def files(self) -> Mapping[str, str]:
        """The texts by the names of the files."""
        return {name: text for (_, name), text in self.texts.items()}


def restore(root: Path, content: bytes) -> Path:
    """Make the folder of an assessment with its files, in a project that has none of this name. Raises `Told`."""
    restored = restored_of(content)
    id = restored.id
    if fault := fault_of_name(id):
        raise Refused(f"`{shortened(id)}` cannot name a folder: {fault}", "Give the assessment another id in its data.")
    folder = free_folder(root, id, "Do this in another folder, or give the one that is here another name.")
    schemas = {kind: schema_path(root, id if kind == MAIN else kind) for kind, _ in restored.texts}
    lines = {name: pointer(schemas[kind], folder / name) for kind, name in restored.texts}
    make(folder, {name: f"{lines[name]}\n{text}" for name, text in restored.files.items()})
    return folder


def restored_of(content: bytes) -> Restored:
    """What the JSON of an assessment was made of. Raises `NotData`.

    A plan or sources that lay in another folder lie beside the assessment then, which names them so."""
    contents = contents_of(content)
    assessment = dict(contents[MAIN])
    id = assessment.get(MAIN)
    if next(iter(assessment)) != MAIN or not isinstance(id, str):
        raise NotData(f"`/written/{MAIN}` does not begin with the key `{MAIN}` and an id", "Export it again.")
    texts: dict[tuple[str, str], str] = {}
    for kind in IN_FILES:
        if kind in contents:
            taken = {ASSESSMENT, *(name.casefold() for _, name in texts)}
            assessment[kind] = name = _name(kind, assessment.get(kind), taken)
            texts[kind, name] = _as_file(contents[kind])
    return Restored(id, {(MAIN, ASSESSMENT): _as_file(assessment), **texts})


def _name(kind: str, said: New, taken: set[str]) -> str:
    """What the file of a plan or of sources is called: as the assessment says, where that is a file beside it."""
    if not isinstance(said, str):
        raise NotData(f"the assessment names no file for `/written/{kind}`", f"Let `{kind}` name one, or take it out.")
    beside = is_eia(Path(said)) and not fault_of_name(said)
    return said if beside and said.casefold() not in taken else f"{kind}.eia.yaml"


def _as_file(content: Mapping[str, New]) -> str:
    """The text of a file. Raises `NotData` where our own reader would read anything else there."""
    text = "\n".join(lines_of(content)) + "\n"
    tree = parse(Text(Path(), text)).tree
    if tree is None or _new(tree.root) != content:
        raise NotData("this data has words that no file of ours can hold", "Take out what nobody can see or print.")
    return text


def _new(node: Node) -> New:
    """What a file says, as something new."""
    if isinstance(node, Scalar):
        return node.value or None
    if isinstance(node, Sequence):
        return tuple(map(_new, node.items))
    return {entry.key.value: _new(entry.value) for entry in node.entries}

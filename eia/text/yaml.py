"""From the characters of a file to its tree, with every flaw the characters and the YAML have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from eia.text.change import Quote
from eia.text.comments import comments
from eia.text.flaw import Flaw
from eia.text.grow import LIBYAML, Growth, grow
from eia.text.hidden import hidden, readable
from eia.text.keys import odd_keys
from eia.text.layout import blank_lines, blanked, conflicts, tabs, wide_spaces
from eia.text.slips import explain, no_keys
from eia.text.span import Span, Text
from eia.text.swallowed import swallowed
from eia.text.tree import Mapping, Scalar, Sequence, Tree, everything

__all__ = ["LIBYAML", "Parsed", "parse"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a text, if it has one, and what is wrong with it, in the order of the file.

    There is a tree wherever the parser came to an end, also beside errors; a file with a merge conflict has none."""

    tree: Tree | None
    flaws: tuple[Flaw, ...]


def parse(text: Text) -> Parsed:
    """Everything the characters of a file say; never raises, whatever they are."""
    conflict_flaws, unread = conflicts(text)
    space_flaws = list(wide_spaces(text))
    # The parser reads on past what we have already reported, so that one mistake does not hide the next.
    source = blanked(readable(text.source), unread)
    source = blanked(source, blank_lines(source))
    source = blanked(source, [flaw.span for flaw in space_flaws])
    growth = grow(source)
    tree = _tree(text, growth)
    found = [
        *conflict_flaws,
        *space_flaws,
        *growth.flaws,
        *hidden(text, tree),
        *(_judged(tree) if tree else _unread(text, source, growth)),
    ]
    return Parsed(None if conflict_flaws else tree, tuple(_in_order(found if tree is None else map(_as_read, found))))


def _as_read(flaw: Flaw) -> Flaw:
    """What is wrong with a file that can be read all the same: no quotes put in can make that other than it is."""
    has_quotes = flaw.fix is not None and any(isinstance(change, Quote) for change in flaw.fix.changes)
    return replace(flaw, fix=None) if has_quotes else flaw


def _in_order(flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """From top to bottom, each place once for each rule."""
    yield from sorted(
        {(flaw.rule, flaw.span): flaw for flaw in reversed(list(flaws))}.values(), key=lambda flaw: flaw.span
    )


def _tree(text: Text, growth: Growth) -> Tree | None:
    if not isinstance(growth.root, Mapping) or not growth.root.entries:
        return None
    scalars = (part for pair in everything(growth.root) for part in pair if isinstance(part, Scalar))
    return Tree(text, growth.root, tuple(comments(text.source, scalars)))


def _judged(tree: Tree) -> Iterator[Flaw]:
    yield from odd_keys(tree)
    yield from swallowed(tree)


def _unread(text: Text, source: str, growth: Growth) -> Iterator[Flaw]:
    """Why there is no tree, unless that is reported already."""
    if growth.stop:
        tab_flaws = list(tabs(text))
        yield from tab_flaws
        line = text.position(growth.stop.at).line
        if all(text.position(flaw.span.start).line != line for flaw in (*tab_flaws, *growth.flaws)):
            yield explain(Text(text.path, source), growth.stop)
    elif isinstance(growth.root, Sequence) or (isinstance(growth.root, Scalar) and growth.root.value):
        yield no_keys(text, growth.root)
    elif not growth.flaws:
        remarks = "holds nothing but remarks" if text.source.strip() else "is empty"
        what = "holds no key" if isinstance(growth.root, Mapping) else remarks
        yield Flaw("empty-file", f"the file {what}", Span(0, 0), "Write its first key, a colon, a space and the text.")

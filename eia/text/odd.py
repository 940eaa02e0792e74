"""The odd line out: one whose indentation differs from that of the lines before and after it, which agree."""

from __future__ import annotations

from eia.text.flaw import Flaw
from eia.text.lines import Line, Lines, lines_of
from eia.text.scene import Scene, short, slip, spaces, stand
from eia.text.span import Span


def odd_one(scene: Scene) -> Flaw | None:
    """A key that stands elsewhere than its like, where the parser would come further if it stood there."""
    lines = lines_of(scene.text)
    stopped = lines.all[lines.number(scene.stop.at)]
    if not stopped.key:
        return None
    if half := _half_uncommented(lines, stopped):
        return half
    further_left = (one for one in lines.above(stopped.number) if one.key and one.column < stopped.column)
    odd = next(further_left, None)
    beside = {stopped.column} if odd and _alike(lines, odd, stopped) else set()
    tried = [(odd, {column for column in _elsewhere(lines, odd) | beside if column > odd.column})] if odd else []
    tried.append((stopped, _elsewhere(lines, stopped)))
    for line, columns in tried:
        for column in sorted(columns, reverse=True)[:2]:
            if lines.reads_on({line.number: _moved(line, column)}, stopped.number):
                return _told(lines, line, column)
    return None


def _half_uncommented(lines: Lines, stopped: Line) -> Flaw | None:
    """A line of an example whose `#` was deleted, while the name that it belongs to is still a remark above it."""
    above = next(lines.above(stopped.number), None)
    if above is None or above.number == 0 or not lines.all[above.number - 1].is_remark:
        return None
    if not lines.reads_on({above.number: ""}, stopped.number):
        return None
    return slip(
        f"`{short(above.key or above.words)}` belongs to lines that are still remarks",
        lines.span(above),
        "Delete the `#` and the space after it on all lines of the example, or put `# ` back before this one.",
    )


def _moved(line: Line, column: int) -> str:
    if line.dash is None:
        return f"{' ' * column}{line.words}"
    return f"{' ' * max(0, column - line.column + line.dash)}- {line.words}"


def _elsewhere(lines: Lines, line: Line) -> set[int]:
    """Where else its key stands."""
    same = (one for one in lines.saying if one.key == line.key and (one.dash is None) == (line.dash is None))
    return {one.column for one in same} - {line.column}


def _alike(lines: Lines, one: Line, other: Line) -> bool:
    """Whether two lines have the same keys under them."""
    return not _under(lines, one, other.number).isdisjoint(_under(lines, other, len(lines.all)))


def _under(lines: Lines, line: Line, end: int) -> set[str]:
    """The keys right under a line, down to another."""
    found: set[str] = set()
    column: int | None = None
    for one in lines.below(line.number):
        if one.number >= end or one.left <= line.column:
            break
        column = one.column if column is None else column
        if one.key and one.column == column:
            found.add(one.key)
    return found


def _told(lines: Lines, odd: Line, column: int) -> Flaw:
    key, span = short(odd.key), lines.span(odd)
    way = "right" if column > odd.column else "left"
    if odd.dash is not None:
        return _dash(lines, odd, column - odd.column + odd.dash)
    return slip(
        f"`{key}` has {spaces(odd.column)} before it, and the lines that it goes with have {column or 'none'}",
        Span(span.start, span.start + len(odd.key)),
        f"Move it to the {way}, so that {stand(column)} before it.",
    )


def odd_dash(scene: Scene) -> Flaw | None:
    """An item whose dash does not stand below the dash of the item before."""
    lines = lines_of(scene.text)
    at = lines.all[lines.number(scene.stop.at)]
    if at.dash is None:
        return None
    for line in lines.above(at.number):
        if line.dash is not None and line.dash != at.dash and line.key == at.key:
            return _dash(lines, at, line.dash)
        if line.left <= min(at.dash, at.left):
            return None
    return None


def _dash(lines: Lines, item: Line, column: int) -> Flaw:
    assert item.dash is not None
    span = lines.span(item)
    return slip(
        f"the dash of the other item has {spaces(column)} before it; this one has {item.dash or 'none'}",
        Span(span.start, span.start + 1),
        f"Move this line, so that {stand(column)} before its dash; the lines below it begin where its first word begins.",
    )

"""From the text of one file to the part of an assessment that it holds, and what is wrong with its shape."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from eia.diagnostics.diagnostic import Diagnostic, Related, Severity, in_order
from eia.diagnostics.shown import quoted, shortened
from eia.model.assessment import Assessment
from eia.model.evidence import Sources
from eia.model.figure import Figures
from eia.model.part import Nothing, Part, Route, parts, parts_below, walk
from eia.model.plan import Plan
from eia.model.profile import Profile
from eia.model.reference import References
from eia.model.row import Row
from eia.model.shape import Misfit, repair
from eia.model.when import When
from eia.model.written import JOINT, Written
from eia.text.astray import among_keys
from eia.text.flaw import Flaw
from eia.text.lines import Lines
from eia.text.read import inside, read
from eia.text.span import Span, Text
from eia.text.tree import Mapping, Scalar, Tree, everything
from eia.text.yaml import parse

Kind = Literal["assessment", "plan", "sources", "profile"]
Content = Assessment | Plan | Sources | Profile

KINDS: dict[Kind, type[Content]] = {"assessment": Assessment, "plan": Plan, "sources": Sources, "profile": Profile}
NO_KEY_OF_ITS_OWN = ("plan", "sources")
"""Kinds whose first key only says what the file is, since they may also stand inside an assessment."""

ROW_ONLY = {"context", "mitigations", "impact", "not-assessed"}
"""Keys that only a row has."""
ROW_INDENT = 4
"""How many spaces stand before the keys of a row: with so many, it is the name of the row alone that has slipped."""

UNREADABLE = "unreadable-file"
MOST_FLAWS = 100
"""A file that was never meant for us may have tens of thousands."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of a file that no part of the model could take: printed as they stand, so that nothing is lost."""

    span: Span
    words: str
    route: Route
    """Where the part is missing that they would have been."""


@dataclass(frozen=True)
class LoadedFile:
    """A file of the project: what it holds, as far as it could be read, and what is wrong with it."""

    text: Text
    kind: Kind | None = None
    id: str = ""
    tree: Tree | None = None
    content: Content | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.text.path

    @property
    def readable(self) -> bool:
        """Whether the file could be opened and holds text."""
        return all(one.rule != UNREADABLE for one in self.diagnostics)


def load(path: Path) -> LoadedFile:
    """Read one file. Never raises: what is wrong is in `diagnostics`, and the rest is still there."""
    reading = read(path)
    if not reading.readable:
        return LoadedFile(reading.text, diagnostics=_diagnosed(reading.text, reading.flaws))
    return load_text(reading.text)


def load_text(text: Text) -> LoadedFile:
    """The same of a text that need not stand in its file yet."""
    parsed = parse(text)
    flawed = LoadedFile(text, tree=parsed.tree, diagnostics=_diagnosed(text, parsed.flaws))
    return _hold(flawed, parsed.tree) if parsed.tree else flawed


def load_in(root: Path, path: Path) -> LoadedFile:
    """The same of a file that should be one of a project; one that lies elsewhere is not read."""
    if inside(root, path):
        return load(path)
    text = Text(path, "")
    message, help = "this link leads out of the project, so it is not read", "Put the file itself into the project."
    outside = Diagnostic("outside-project", Severity.ERROR, message, text, Span(0, 0), help)
    return LoadedFile(text, diagnostics=(outside,))


def _hold(file: LoadedFile, tree: Tree) -> LoadedFile:
    """Let the model judge what the tree says."""
    data = tree.data()
    first = tree.root.entries[0].key
    kind = next((kind for kind in KINDS if kind == first.value), None)
    if kind is None or not isinstance(data, dict):
        return replace(file, diagnostics=(*file.diagnostics, _unknown_kind(file.text, first)))
    id = data.get(kind)
    if kind in NO_KEY_OF_ITS_OWN:
        data = {key: value for key, value in data.items() if key != kind}
    content, misfits = repair(KINDS[kind], data)
    lines = Lines(file.text)
    found = [
        *file.diagnostics,
        *_without_effects(file.diagnostics, (_misfit(lines, tree, misfit) for misfit in misfits)),
        *_unknown_keys(lines, tree, content),
        *_misread(file.text, tree, content, misfits),
    ]
    return replace(
        file,
        kind=kind,
        id=id if isinstance(id, str) else "",
        content=content,
        diagnostics=in_order(found),
        unread=tuple(_unread(tree, content, misfits)),
    )


def _unread(tree: Tree, content: Content, misfits: tuple[Misfit, ...]) -> Iterator[Unread]:
    """What the model did not take: misfits, keys that it does not know, and the second of two equal keys."""
    routes = [misfit.route for misfit in misfits]
    routes += [(*route, key) for route, part in parts(content, Part) for key in part.unknown]
    places = {span: route for route in routes if (span := tree.whole(route))}
    places |= {span: tree.route_at(span.start) for span in _repeated(tree)}
    for span in sorted(places):
        yield Unread(span, tree.text.slice(span), places[span])


def _repeated(tree: Tree) -> Iterator[Span]:
    for _, node in everything(tree.root):
        if isinstance(node, Mapping):
            for entry in node.entries:
                if node.first[entry.key.value] is not entry:
                    yield Span(entry.key.span.start, entry.value.span.end)


def _unknown_kind(text: Text, first: Scalar) -> Diagnostic:
    return Diagnostic(
        "unknown-kind",
        Severity.ERROR,
        f"the first key is `{shortened(first.value)}`, which does not say what this file is",
        text,
        first.span,
        "Begin the file with `assessment: short-name` (or `plan:`, `sources:`, `profile:`).",
    )


def _diagnosed(text: Text, flaws: tuple[Flaw, ...]) -> tuple[Diagnostic, ...]:
    """The flaws of a file, not more than anybody would read; what is left out is counted, errors before warnings."""
    sorts = ([flaw for flaw in flaws if not flaw.warning], [flaw for flaw in flaws if flaw.warning])
    kept = [_of_flaw(text, flaw) for sort in sorts for flaw in sort[:MOST_FLAWS]]
    over = (
        replace(_of_flaw(text, sort[MOST_FLAWS]), message=_more(sort), related=())
        for sort in sorts
        if sort[MOST_FLAWS:]
    )
    return in_order((*kept, *over))


def _more(flaws: list[Flaw]) -> str:
    return f"from here on there are {len(flaws) - MOST_FLAWS:,} more of the like"


def _of_flaw(text: Text, flaw: Flaw) -> Diagnostic:
    severity = Severity.WARNING if flaw.warning else Severity.ERROR
    related = tuple(Related(text, span, words) for span, words in flaw.related)
    return Diagnostic(flaw.rule, severity, flaw.message, text, flaw.span, flaw.help, related, fix=flaw.fix)


def _without_effects(causes: tuple[Diagnostic, ...], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Those that are no mere effect of a broken line inside them."""
    broken = sorted(one.span.start for one in causes if one.severity is Severity.ERROR)
    yield from (one for one in found if bisect_left(broken, one.span.start) == bisect_left(broken, one.span.end))


def _misfit(lines: Lines, tree: Tree, misfit: Misfit) -> Diagnostic:
    text, key = lines.text, tree.key(misfit.route)
    if key and (left := among_keys(lines, key)):
        return replace(_of_flaw(text, left[0]), rule="wrong-shape")
    span = (key if misfit.at_key else None) or tree.nearest(misfit.route)
    return Diagnostic("wrong-shape", Severity.ERROR, misfit.message, text, span, misfit.help)


def _unknown_keys(lines: Lines, tree: Tree, content: Content) -> Iterator[Diagnostic]:
    """Keys that the format does not know; of a text that has slipped in among them, the first line alone."""
    text, said = lines.text, 0
    for route, part, key in _unknown(content):
        span = tree.key((*route, key)) or tree.nearest(route)
        if span.start < said:
            continue
        if left := among_keys(lines, span):
            said = left[1]
            yield replace(_of_flaw(text, left[0]), rule="unknown-key")
        else:
            message, help = f"{quoted(key)} is no key of this part", _instead(tree, part, key, route)
            yield Diagnostic("unknown-key", Severity.ERROR, message, text, span, help)


def _unknown(content: Content) -> Iterator[tuple[Route, Part, str]]:
    for route, part in parts(content, Part):
        yield from ((route, part, key) for key in part.unknown)


def _instead(tree: Tree, part: Part, key: str, route: Route) -> str:
    """What somebody who wrote an unknown key may have meant."""
    if isinstance(part, Nothing):
        return "`none:` says that there is none, so nothing may stand beside it."
    if not key.strip():
        return "Write a key before the colon, or take the line out."
    if " " in key:
        return "If it is running text, put `|` after the colon of the key above, and begin the text on the next line."
    if not route and not isinstance(part, Assessment) and Assessment.knows(key):
        return "If this file is the assessment, it has to begin with `assessment:` and its short name."
    if below := [name for name, inner in parts_below(type(part)) if inner.knows(key)]:
        named = " or ".join(f"`{name}:`" for name in below)
        return f"It belongs under {named}: move it, with all that is under it, two spaces further in than that."
    value = tree.node((*route, key))
    is_row = isinstance(value, Mapping) and not ROW_ONLY.isdisjoint(value.first)
    if is_row and not route:
        lines = "" if value and tree.text.position(value.span.start).column > ROW_INDENT else " and all its lines"
        return f"If it is a row, move it{lines} two spaces to the right, under `characteristics:`."
    if is_row and isinstance(part, Row):
        return "If it is a row of its own, move it and all its lines two spaces to the left."
    near = get_close_matches(key.lower().replace("_", "-"), part.keys(), n=1)
    return f"Did you mean `{near[0]}`?" if near else f"These keys may stand here: {', '.join(part.keys())}."


UNREADABLE_VALUE: dict[type[Written], str] = {
    References: "unreadable-reference",
    Figures: "unreadable-figure",
    When: "unreadable-date",
}


def _misread(text: Text, tree: Tree, content: Content, misfits: tuple[Misfit, ...]) -> Iterator[Diagnostic]:
    """Words that the grammar of their field could not read; they are kept as written."""
    said = {misfit.route[:-1] for misfit in misfits}
    for route, value in walk(content):
        if isinstance(value, Written) and value.misreads and route not in said:
            rule = next(rule for kind, rule in UNREADABLE_VALUE.items() if isinstance(value, kind))
            for wrong in value.misreads:
                vague = isinstance(value, When) and not wrong.impossible
                severity = Severity.WARNING if vague else Severity.ERROR
                span = tree.within(route, wrong.start, wrong.end, JOINT)
                yield Diagnostic(rule, severity, wrong.message, text, span, _sentence(wrong.help))


def _sentence(advice: str) -> str:
    return f"{advice[:1].upper()}{advice[1:]}" + ("" if advice.endswith((".", "?")) else ".")

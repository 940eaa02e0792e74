"""Remarks in a file that set a diagnostic aside: `# eia: ignore[rule] -- reason`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from eia.diagnostics.diagnostic import Accepted, Diagnostic, Severity
from eia.diagnostics.shown import nearest
from eia.loading import LoadedFile
from eia.rules import Rule
from eia.text.change import Fix, Reword
from eia.text.span import Span, Text
from eia.text.tree import Comment, Scalar, Tree, everything

_REMARK = re.compile(r"eia:\s*ignore\b(?:\[(?P<rules>[^\]]*)\])?\s*(?:(?:--|–|—)\s*(?P<reason>.*))?")
HOW = "Write `# eia: ignore[rule-name] -- reason`."


@dataclass(frozen=True)
class Ignore:
    """One rule set aside, for what begins on certain lines of a text."""

    rule: str
    reason: str
    text: Text
    span: Span
    covers: Span

    def meets(self, one: Diagnostic) -> bool:
        """Whether the diagnostic is the one that is meant."""
        return (
            one.rule == self.rule
            and one.text.path == self.text.path
            and self.covers.start <= one.span.start < self.covers.end
        )


def sifted(
    found: Iterable[Diagnostic], files: Iterable[LoadedFile], rules: Iterable[Rule], ran: frozenset[str]
) -> Iterator[Diagnostic]:
    """The diagnostics, those that a remark sets aside with its reason, and what is wrong with the remarks themselves.

    `rules` are those that exist, `ran` the names of those that were asked in this run."""
    known = {rule.id: rule for rule in rules}
    waiting = list(found)
    for remark in (remark for file in files if file.tree for remark in _remarks(file.tree)):
        if isinstance(remark, Diagnostic):
            yield remark
            continue
        rule = known.get(remark.rule)
        if rule is None or rule.firm:
            yield _powerless(remark, rule, (name for name, one in known.items() if not one.firm))
            continue
        met = [one for one in waiting if remark.meets(one)]
        waiting = [one for one in waiting if one not in met]
        yield from (replace(one, accepted=Accepted(remark.reason)) for one in met)
        if not met and remark.rule in ran:
            yield _unused(remark)
    yield from waiting


def _remarks(tree: Tree) -> Iterator[Ignore | Diagnostic]:
    for comment in tree.comments:
        if remark := _REMARK.match(comment.text):
            yield from _faulty(tree.text, comment, remark) or (
                Ignore(rule.strip(), remark["reason"].strip(), tree.text, comment.span, _covered(tree, comment))
                for rule in remark["rules"].split(",")
            )


def _faulty(text: Text, comment: Comment, remark: re.Match[str]) -> tuple[Diagnostic, ...]:
    if not (remark["rules"] or "").strip():
        message, help = "this remark does not say which rule it sets aside", HOW
    elif not (remark["reason"] or "").strip():
        message, help = "this remark gives no reason, so it sets nothing aside", f"Say why, after two dashes. {HOW}"
    else:
        return ()
    return (Diagnostic("ignore-without-reason", Severity.ERROR, message, text, comment.span, help),)


def _powerless(ignore: Ignore, rule: Rule | None, able: Iterable[str]) -> Diagnostic:
    """What to say where a remark names no rule, or one that nobody can set aside; `able` are those that somebody can."""
    if rule:
        message, help = f"`{rule.id}` cannot be set aside", "Mend what it finds."
    else:
        message = f"there is no rule `{ignore.rule}` that can be set aside"
        help = nearest(ignore.rule, able, "`eia rules` lists the rules.")
    return Diagnostic("unknown-rule", Severity.ERROR, message, ignore.text, ignore.span, help)


def _unused(ignore: Ignore) -> Diagnostic:
    message = f"nothing here breaks the rule `{ignore.rule}`, so the remark sets nothing aside"
    fix = Fix("take the remark out", (Reword(ignore.span, _without(ignore)),))
    return Diagnostic("unused-ignore", Severity.WARNING, message, ignore.text, ignore.span, "Take it out.", fix=fix)


def _without(ignore: Ignore) -> str:
    """The remark without one of its rules; nothing where it was the only one."""
    words = ignore.text.slice(ignore.span)
    named = _REMARK.search(words)
    if named is None or named["rules"] is None:
        return ""
    left = [rule for rule in map(str.strip, named["rules"].split(",")) if rule != ignore.rule]
    return words[: named.start("rules")] + ", ".join(left) + words[named.end("rules") :] if left else ""


def _covered(tree: Tree, comment: Comment) -> Span:
    """The line of the remark, or the next one with words where it stands alone; with it, all of a value begun there."""
    text = tree.text
    number = text.position(comment.span.start).line
    last = text.position(len(text.source)).line
    while number < last and text.line(number).lstrip()[:1] in ("#", ""):
        number += 1
    line = text.bounds(number)
    begun = (
        node.span.end
        for key, node in everything(tree.root)
        if key and isinstance(node, Scalar) and line.start <= key.span.start < line.end
    )
    return Span(min(line.start, comment.span.start), max(line.end, *begun, line.end + 1))

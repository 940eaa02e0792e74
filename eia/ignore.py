"""Remarks in a file that set a diagnostic aside: `# eia: ignore[rule] -- reason`, or of a whole file, `ignore-file`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from eia.diagnostics.diagnostic import Accepted, Diagnostic, Severity
from eia.diagnostics.shown import closest, listed, shortened
from eia.loading import LoadedFile
from eia.rules.firm import CAN_BE_SET_ASIDE, is_reason, refused
from eia.text.change import Fix, Reword
from eia.text.span import Span, Text
from eia.text.tree import Comment, Scalar, Tree, everything

HERE, FILE = "ignore", "ignore-file"
_REMARK = re.compile(
    rf"eia:\s*(?P<word>{FILE}|{HERE})(?![\w-])\s*(?:\[(?P<rules>[^\]]*)\])?\s*(?:(?:--|–|—)\s*(?P<reason>.*))?"
)
_MEANT = re.compile(
    r"eia\b\W{0,3}(?P<word>[a-z][a-z_ -]{0,24}?)\s*(?P<bracket>[\[({])(?P<rules>[^\])}]*)", re.IGNORECASE
)
"""What may be such a remark, misspelt: what is in its brackets shows whether it is."""
_LIKE_A_RULE = re.compile(r"[a-z]+(?:-[a-z]+)+")
HOW = "Write `# eia: {}[rule-name] -- reason`."


@dataclass(frozen=True)
class Ignore:
    """One rule set aside, for what begins on certain lines of a text."""

    rule: str
    reason: str
    text: Text
    span: Span
    covers: Span
    where: str

    def meets(self, one: Diagnostic) -> bool:
        """Whether the diagnostic is the one that is meant."""
        return (
            one.rule == self.rule
            and one.text.path == self.text.path
            and self.covers.start <= one.span.start < self.covers.end
        )


def sifted(found: Iterable[Diagnostic], files: Iterable[LoadedFile], ran: frozenset[str]) -> Iterator[Diagnostic]:
    """The diagnostics, those that a remark sets aside with its reason, and what is wrong with the remarks themselves.

    `ran` are the names of the rules that were asked in this run."""
    waiting, unmet = list(found), list[Ignore]()
    for remark in (remark for file in files if file.tree for remark in _remarks(file.tree)):
        if isinstance(remark, Diagnostic):
            yield remark
            continue
        if powerless := refused(remark.rule):
            yield Diagnostic("unknown-rule", Severity.ERROR, powerless[0], remark.text, remark.span, powerless[1])
            continue
        met = [one for one in waiting if remark.meets(one)]
        waiting = [one for one in waiting if one not in met]
        yield from (replace(one, accepted=Accepted(remark.reason)) for one in met)
        unmet += [remark] if not met and remark.rule in ran else []
    yield from (_unused(remark, waiting) for remark in unmet)
    yield from waiting


def _remarks(tree: Tree) -> Iterator[Ignore | Diagnostic]:
    for comment in tree.comments:
        if remark := _REMARK.match(comment.text):
            yield from _faulty(tree, comment, remark) or _rules(tree, comment, remark)
        elif meant := _MEANT.match(comment.text):
            yield from _misspelt(tree.text, comment, meant)


def _rules(tree: Tree, comment: Comment, remark: re.Match[str]) -> Iterator[Ignore]:
    of_file = remark["word"] == FILE
    covers = Span(0, len(tree.text.source) + 1) if of_file else _covered(tree, comment)
    for rule in dict.fromkeys(_names(remark["rules"])):
        where = "in this file" if of_file else "here"
        yield Ignore(rule, remark["reason"].strip(), tree.text, comment.span, covers, where)


def _names(rules: str | None) -> list[str]:
    """The rules between the brackets of a remark."""
    return [name for name in map(str.strip, (rules or "").split(",")) if name]


def _faulty(tree: Tree, comment: Comment, remark: re.Match[str]) -> tuple[Diagnostic, ...]:
    how = HOW.format(remark["word"])
    rule = "ignore-without-reason"
    if not _names(remark["rules"]):
        message, help = "this remark does not say which rule it sets aside", how
    elif not is_reason(remark["reason"] or ""):
        message, help = "this remark gives no reason, so it sets nothing aside", f"Say why, after two dashes. {how}"
    elif remark["word"] == FILE and not _is_above(tree, comment):
        rule, message = (
            "unreadable-remark",
            "a remark for the whole file stands below its first key, so it sets nothing aside",
        )
        help = f"Move it to a line above the first key; for this place alone, write `{HERE}` in place of `{FILE}`."
    else:
        return ()
    return (Diagnostic(rule, Severity.ERROR, message, tree.text, comment.span, help),)


def _is_above(tree: Tree, comment: Comment) -> bool:
    """Whether a remark stands before all that the file says."""
    return all(comment.span.start < entry.key.span.start for entry in tree.root.entries)


def _misspelt(text: Text, comment: Comment, meant: re.Match[str]) -> Iterator[Diagnostic]:
    """Said only where brackets hold the name of a rule, or a word like `ignore` goes before what looks like one."""
    names, word = _names(meant["rules"]), meant["word"].casefold()
    likely = meant["bracket"] == "[" and closest(word, (HERE, FILE), 0.7) and all(map(_LIKE_A_RULE.fullmatch, names))
    if likely or not CAN_BE_SET_ASIDE.isdisjoint(names):
        message = f"`{shortened(comment.text, 30)}` reads like a remark that sets a rule aside, and is none"
        help = HOW.format(FILE if "file" in word else HERE)
        yield Diagnostic("unreadable-remark", Severity.WARNING, message, text, comment.span, help)


def _unused(ignore: Ignore, open_still: Iterable[Diagnostic]) -> Diagnostic:
    """That a remark meets nothing; where its rule is broken elsewhere in the file, it may only have to be moved."""
    message = f"nothing {ignore.where} breaks the rule `{ignore.rule}`, so the remark sets nothing aside"
    elsewhere = [one for one in open_still if one.rule == ignore.rule and one.text.path == ignore.text.path]
    lines = dict.fromkeys(str(one.text.position(one.span.start).line) for one in elsewhere)
    help = (
        f"It is broken on line {listed([*lines])}: if that is meant, put the remark there." if lines else "Take it out."
    )
    fix = None if lines else Fix("take the remark out", (Reword(ignore.span, _without(ignore)),))
    return Diagnostic("unused-ignore", Severity.WARNING, message, ignore.text, ignore.span, help, fix=fix)


def _without(ignore: Ignore) -> str:
    """The remark without one of its rules; nothing where it was the only one."""
    words = ignore.text.slice(ignore.span)
    named = _REMARK.search(words)
    left = [rule for rule in _names(named["rules"]) if rule != ignore.rule] if named else []
    return words[: named.start("rules")] + ", ".join(left) + words[named.end("rules") :] if named and left else ""


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

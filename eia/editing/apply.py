"""Changes made to a text, or refused: what comes of them is read again and held against what was meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from eia.editing.edit import Edit, spliced
from eia.editing.meant import Said, meant, said
from eia.editing.realise import realised
from eia.editing.refused import NotMade
from eia.editing.written import quoted
from eia.text.change import Change, Clean, Quote, Reword
from eia.text.hidden import SPACE, STRAY, UNSEEN, unseen_in
from eia.text.span import Span, Text
from eia.text.tree import Tree
from eia.text.yaml import Parsed, parse

BOM = "\ufeff"

_ENDS = re.compile(rf"\A[{UNSEEN} \t]+|[{UNSEEN} \t]+\Z")
_UNSEEN_RUN = re.compile(f"([{UNSEEN}]+)")
_BEYOND = re.compile(r"[\r\n]|[ \t]#")


def edited(text: Text, changes: Iterable[Change]) -> Text:
    """The text after these changes: every character that they do not name is as it was.

    Raises `NotMade`, with the reason, where it would say anything else than was meant, or lose a remark."""
    wanted = tuple(changes)
    before = parse(text)
    if quotes := [one for one in wanted if isinstance(one, Quote)]:
        return _readable(text, quotes, wanted, before)
    if before.tree is None:
        raise NotMade("the file cannot be read as it is")
    after = Text(text.path, spliced(text.source, realised(before.tree, wanted)))
    if after.source.startswith(BOM) and not text.source.startswith(BOM):
        raise NotMade("a byte order mark would begin the file, which no reader takes for a part of it")
    _hold_against(before, before.tree, wanted, parse(after))
    return after


def _hold_against(before: Parsed, tree: Tree, changes: tuple[Change, ...], after: Parsed) -> None:
    if after.tree is None:
        raise NotMade("the file could not be read any more")
    if _flaws(after, after.tree.text) - _flaws(before, tree.text):
        raise NotMade("something else in the file would be wrong afterwards")
    cleaned = [one.span for one in changes if isinstance(one, Clean)]
    if cleaned and _unseen(tree.text) - _unseen(after.tree.text) != sum(_unseen(tree.text, span) for span in cleaned):
        raise NotMade("other characters would go, or stay, that nobody sees")
    wanted, got = meant(tree.root, changes), said(after.tree.root)
    if got != wanted and not (cleaned and _is_cleaned(wanted, got)):
        raise NotMade("the file would say something else than is meant")
    remarks, left = _remarks(tree, changes), _remarks(after.tree, ())
    if left != remarks and not (cleaned and _are_cleaned(remarks, left)):
        raise NotMade("a remark beside it would be lost")


def _flaws(parsed: Parsed, text: Text) -> Counter[tuple[str, str]]:
    """What is wrong with a text, by rule and by the words that it is wrong with, however they are folded."""
    return Counter((flaw.rule, " ".join(text.slice(flaw.span).split())) for flaw in parsed.flaws)


def _remarks(tree: Tree, changes: tuple[Change, ...]) -> Counter[str]:
    """How often each remark should stand in the file."""
    reworded = {one.span: one.words for one in changes if isinstance(one, Reword)}
    remarks = (reworded.get(one.span, tree.text.slice(one.span)) for one in tree.comments)
    return Counter(words for words in remarks if words)


def _unseen(text: Text, span: Span | None = None) -> int:
    return unseen_in(text.slice(span) if span else text.source)


def _is_cleaned(wanted: Said, got: Said) -> bool:
    """Whether nothing is gone but what nobody sees: of every text, sign for sign."""
    (kind, words, below), (other, cleaned, beneath) = wanted, got
    return (
        kind == other
        and len(below) == len(beneath)
        and _differs_unseen(words, cleaned)
        and all(
            _differs_unseen(key, clean) and _is_cleaned(one, two)
            for (key, one), (clean, two) in zip(below, beneath, strict=True)
        )
    )


def _are_cleaned(wanted: Counter[str], got: Counter[str]) -> bool:
    before, after = (sorted(one.elements(), key=lambda words: _UNSEEN_RUN.sub("", words)) for one in (wanted, got))
    return len(before) == len(after) and all(map(_differs_unseen, before, after))


def _differs_unseen(before: str, after: str) -> bool:
    """Whether a text differs from another at most where that has characters that nobody sees."""
    if before == after:
        return True
    words = _UNSEEN_RUN.split(_ENDS.sub("", before))
    pattern = "".join(_cleaned(run) if number % 2 else re.escape(run) for number, run in enumerate(words))
    return re.fullmatch(pattern, _ENDS.sub("", after)) is not None


def _cleaned(run: str) -> str:
    """What may come of characters that nobody sees: nothing; of what looks like a space, a space; of what is none, either."""
    if SPACE in run:
        return f"(?=[{UNSEEN}]*[ {SPACE}])[{UNSEEN} ]*"
    return f"[{UNSEEN} ]*" if re.search(f"[{STRAY}\ufffd]", run) else f"[{UNSEEN}]*"


def _readable(text: Text, quotes: list[Quote], changes: tuple[Change, ...], before: Parsed) -> Text:
    """A text that cannot be read, with what stood in the way in quotes: it must say just that, and else what it says without.

    What it says without is read from the same text with a plain word there."""
    if len(quotes) < len(changes) or before.tree is not None:
        raise NotMade("only quotes can be put into a file that cannot be read")
    if any(_BEYOND.search(text.slice(one.span)) for one in quotes):
        raise NotMade("the words may end before a remark, or before the next line")
    after = parse(
        Text(text.path, spliced(text.source, [Edit(one.span, quoted(text.slice(one.span))) for one in quotes]))
    )
    plain = parse(
        Text(text.path, spliced(text.source, [Edit(one.span, _word(number)) for number, one in enumerate(quotes)]))
    )
    if after.tree is None or plain.tree is None:
        raise NotMade("the file could not be read even then")
    words = {_word(number): text.slice(one.span) for number, one in enumerate(quotes)}
    if said(after.tree.root) != _with(said(plain.tree.root), words):
        raise NotMade("the file would say something else than is meant")
    if _remarks(after.tree, ()) != _remarks(plain.tree, ()):
        raise NotMade("a remark beside it would be lost")
    return after.tree.text


def _word(number: int) -> str:
    return f"quoted-{number}-here"


def _with(one: Said, words: dict[str, str]) -> Said:
    kind, text, below = one
    return kind, words.get(text, text), tuple((key, _with(thing, words)) for key, thing in below)

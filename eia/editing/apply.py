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
from eia.text.hidden import DIRECTION, EMPTY, JOINER, SPACE, STRAY, TAG
from eia.text.span import Text
from eia.text.tree import Tree
from eia.text.yaml import Parsed, parse

_UNSEEN = re.compile(f"[{STRAY}{DIRECTION}{TAG}{EMPTY}{JOINER}\ufffd]+")
_BLANKS = re.compile(rf"[\s{SPACE}]+")


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
    _hold_against(before, before.tree, wanted, parse(after))
    return after


def _hold_against(before: Parsed, tree: Tree, changes: tuple[Change, ...], after: Parsed) -> None:
    if after.tree is None:
        raise NotMade("the file could not be read any more")
    if _flaws(after) - _flaws(before):
        raise NotMade("something else in the file would be wrong afterwards")
    cleaned = any(isinstance(one, Clean) for one in changes)
    wanted, got = meant(tree.root, changes), said(after.tree.root)
    if got != wanted and not (cleaned and _as_seen(got) == _as_seen(wanted)):
        raise NotMade("the file would say something else than is meant")
    remarks, left = _remarks(tree, changes), _remarks(after.tree, ())
    if left != remarks and not (cleaned and Counter(map(_seen, left)) == Counter(map(_seen, remarks))):
        raise NotMade("a remark beside it would be lost")


def _flaws(parsed: Parsed) -> Counter[str]:
    return Counter(flaw.rule for flaw in parsed.flaws)


def _remarks(tree: Tree, changes: tuple[Change, ...]) -> Counter[str]:
    """How often each remark should stand in the file."""
    reworded = {one.span: one.words for one in changes if isinstance(one, Reword)}
    remarks = (reworded.get(one.span, tree.text.slice(one.span)) for one in tree.comments)
    return Counter(words for words in remarks if words)


def _as_seen(one: Said) -> Said:
    kind, words, below = one
    return kind, _seen(words), tuple((_seen(key), _as_seen(thing)) for key, thing in below)


def _seen(words: str) -> str:
    return _BLANKS.sub(" ", _UNSEEN.sub("", words)).strip()


def _readable(text: Text, quotes: list[Quote], changes: tuple[Change, ...], before: Parsed) -> Text:
    """A text that cannot be read, with what stood in the way in quotes: it must say just that, and else what it says without.

    What it says without is read from the same text with a plain word there."""
    if len(quotes) < len(changes) or before.tree is not None:
        raise NotMade("only quotes can be put into a file that cannot be read")
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

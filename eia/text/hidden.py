"""Characters nobody sees: they make two equal words differ, or turn a line round."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from eia.text.change import Clean, Fix
from eia.text.flaw import Flaw
from eia.text.span import Span, Text
from eia.text.tree import Scalar, Tree, everything

# What the parser would stumble over, or take for a new line where no editor shows one.
STRAY = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
TAG = "\U000e0000-\U000e007f"
EMPTY = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2065\u2800\u3164\uffa0"
JOINER = "\u200c\u200d"
SPACE = "\u00a0"

UNSEEN = f"{STRAY}{DIRECTION}{TAG}{EMPTY}{JOINER}{SPACE}\ufffd"
"""What nobody sees, and what stands in its place for the parser."""

BLANKS = " \t\u1680\u2000-\u200a\u202f\u205f\u3000"

# The flags of England, Scotland and Wales are spelt in tag characters.
LANDS = "|".join("".join(chr(0xE0000 + ord(letter)) for letter in land) for land in ("gbeng", "gbsct", "gbwls"))
FLAG = f"\U0001f3f4(?:{LANDS})\U000e007f"

ANYWHERE = re.compile(f"{FLAG}|(?P<hidden>[{STRAY}{DIRECTION}{TAG}]+)")
IN_PROSE = re.compile(f"(?P<hidden>[{EMPTY}]+)")
IN_WORD = re.compile(f"(?P<hidden>[{EMPTY}{JOINER}]+)")
IN_KEY = re.compile(f"(?P<hidden>[{EMPTY}{JOINER}{SPACE}]+)")

SURELY_CLEAN = re.compile("[\u00ad\u034f\u180b-\u180e\u200b\u200e\u2060-\u2065\ufeff\u00a0]+")
"""What takes no room and joins nothing, and the space that is as wide as an ordinary one."""
CLEAN = re.compile(f"[{DIRECTION}{TAG}{JOINER}\u00ad\u034f\u180b-\u180e\u200b\u2060-\u2065\ufeff\u00a0]+")

SUSPECT = re.compile(rf"[{STRAY}{DIRECTION}{TAG}{EMPTY}{JOINER}{SPACE}\\]")

ESCAPE = re.compile(r"\\(?:x(..)|u(....)|U(.{8})|(.))", re.DOTALL)
_SPELT = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}|[0abevfNLP])")
ESCAPED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "e": "\x1b",
    "v": "\v",
    "f": "\f",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}

NAMES = {
    "\0": "a NUL character",
    "\v": "a vertical tab",
    "\f": "a page break",
    "\x85": "a next-line character",
    "\u061c": "an Arabic letter mark",
    "\u180e": "a Mongolian vowel separator",
    SPACE: "a no-break space",
    "\ufeff": "a byte order mark",
}
HELP = {
    "\v": "Word puts it where Shift+Enter was pressed: delete it and begin a new line instead.",
    "\f": "Word puts it between two pages: delete it and begin a new line instead.",
    SPACE: "Replace it with an ordinary space.",
}
DELETE = "Delete it, or delete the words round it and type them again."


def readable(source: str) -> str:
    """The same text, as long as before, without what a parser would choke on."""
    return re.sub(f"[{STRAY}]", "\ufffd", source)


def is_unseen(written: str) -> bool:
    """Whether nobody sees anything of these characters, or of what they spell in double quotes, but blanks on one line."""
    return re.fullmatch(f"[{UNSEEN}{BLANKS}]*", _SPELT.sub(_spelt_as, written)) is not None


def unseen_in(written: str) -> int:
    """How many characters that nobody sees stand there, or are spelt."""
    return len(re.findall(f"[{UNSEEN}]", _SPELT.sub(_spelt_as, written)))


def hidden(text: Text, tree: Tree | None) -> Iterator[Flaw]:
    """Every stretch of hidden characters. Without a tree nobody can tell a word from prose: the stricter rule holds."""
    if not SUSPECT.search(text.source):
        return
    everywhere = Span(0, len(text.source))
    yield from _seen(text, everywhere, ANYWHERE)
    if tree is None:
        yield from _seen(text, everywhere, IN_PROSE)
        return
    for key, node in everything(tree.root):
        if key:
            yield from _in_scalar(text, key, IN_KEY)
        if isinstance(node, Scalar):
            prose = len(node.value.split()) > 1
            yield from _in_scalar(text, node, IN_PROSE if prose else IN_WORD, warning=prose)
    for comment in tree.comments:
        yield from _seen(text, comment.span, IN_PROSE, warning=True)


def _in_scalar(text: Text, scalar: Scalar, kind: re.Pattern[str], warning: bool = False) -> Iterator[Flaw]:
    yield from _seen(text, scalar.span, kind, warning)
    if scalar.style == "double":
        yield from _spelt(text, scalar.span, kind, warning)


def _seen(text: Text, span: Span, kind: re.Pattern[str], warning: bool = False) -> Iterator[Flaw]:
    for found in kind.finditer(text.source, span.start, span.end):
        if found["hidden"]:
            yield _flaw(text, Span(*found.span()), found["hidden"][0], warning)


def _spelt(text: Text, span: Span, kind: re.Pattern[str], warning: bool) -> Iterator[Flaw]:
    """Hidden characters written as escapes, which hide in the value though not in the file."""
    for found in ESCAPE.finditer(text.source, span.start, span.end):
        character = _character(found)
        always = ANYWHERE.match(character)
        if always or kind.match(character):
            yield _flaw(text, Span(*found.span()), character, warning and not always)


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    return chr(int(code, 16)) if code else ESCAPED.get(escape[4], escape[4])


def _spelt_as(escape: re.Match[str]) -> str:
    letter, code = escape[0][1], escape[0][2:]
    return chr(int(code, 16)) if code else ESCAPED[letter]


def _flaw(text: Text, span: Span, character: str, warning: bool) -> Flaw:
    look = "looks like an ordinary space" if character == SPACE else "nobody can see"
    message = f"{_name(character)} (U+{ord(character):04X}), which {look}, stands {_whereabouts(text, span)}"
    return Flaw("hidden-character", message, span, HELP.get(character, DELETE), warning=warning, fix=_fix(text, span))


def _fix(text: Text, span: Span) -> Fix | None:
    """What nobody sees taken out, and an ordinary space in place of one that looks like it.

    Not what ended a line or stood for another sign; and somebody has to read a line in which a mark may turn words round."""
    seen = "".join(map(_character, ESCAPE.finditer(text.slice(span)))) or text.slice(span)
    if CLEAN.fullmatch(seen):
        words = " " if SPACE in seen else ""
        safe = SURELY_CLEAN.fullmatch(seen) is not None and not _is_read_leftwards(text, span)
        return Fix(f"write {'an ordinary space' if words else 'nothing'} there", (Clean(span, words),), safe)
    return None


def _is_read_leftwards(text: Text, span: Span) -> bool:
    """Whether words are read from right to left on the line."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text.line(text.position(span.start).line))


def _name(character: str) -> str:
    if character in NAMES:
        return NAMES[character]
    if "\U000e0000" <= character <= "\U000e007f":
        return "a tag character"
    return f"a {unicodedata.name(character, 'control character').lower()}"


def _whereabouts(text: Text, span: Span) -> str:
    """The word before, since the character itself cannot be shown."""
    place = text.position(span.start)
    before = text.line(place.line)[: place.column - 1].split()
    return f"after `{before[-1][-30:]}`" if before else "at the start of the line"

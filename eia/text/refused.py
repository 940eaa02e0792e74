"""YAML that is no part of the file format, in words for people who did not mean to write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.events import AliasEvent, CollectionStartEvent, NodeEvent, ScalarEvent

from eia.text.flaw import Flaw
from eia.text.quoting import in_straight_quotes
from eia.text.span import LINE_END, Span

DEEPEST = 64
LONGEST = 100_000
MOST = 100_000


TEXT_BEGINS = re.compile(r"[*%@`>]|\[[^\[\]]+\] [A-Z]|\{[^{}]+\} [A-Z]")
"""So a text may begin, and nothing else that somebody may have meant: a list in brackets has nothing behind it."""
CITATION = re.compile(r"\[@([^\s\]@;,]+)\]")
CURLY = {"“": "”", "‘": "’"}
AT_NAMES = re.compile(r"@[a-z][a-z0-9-]*[a-z0-9](?:[ \t]*[;,][ \t]*@?[a-z0-9][a-z0-9.-]*)*[ \t]*(?=[\r\n]|\Z)")
"""Short names as running text cites them, where they stand alone."""


def reserved(source: str, at: int, what: str = "text") -> Flaw:
    """A bare text begins with a character that means something to YAML, and almost never to its author."""
    sign = source[at]
    if cited := CITATION.match(source, at - 1):
        return _cited(cited)
    if names := AT_NAMES.match(source, at):
        help = f"Write `{names[0].replace('@', '').strip()}`, without `@`."
        return Flaw("broken-yaml", "`@` is for running text; a short name is cited without it", Span(at, at + 1), help)
    rule = "unsupported-yaml" if sign in "*&!" else "broken-yaml"
    example = in_quotes(source, at) if what == "text" else ""
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    message = f"the {what} starts with {shown}, which has a meaning of its own in YAML"
    help, fix = f"Put quotes round the whole {what}{example}.", None
    if what == "text" and TEXT_BEGINS.match(source, at):
        fix = in_straight_quotes(source, at)
    return Flaw(rule, message, Span(at, at + 1), help, fix=fix)


def _cited(cited: re.Match[str]) -> Flaw:
    """`[@id]` where a list of ids is meant, or at the start of a text."""
    help = (
        f"Write `{cited[1]}` alone; or, if running text begins here, put `|` before it and begin it on the next line."
    )
    return Flaw("broken-yaml", f"`{cited[0]}` is for running text", Span(*cited.span()), help)


def special(event: NodeEvent, source: str, span: Span, what: str) -> Iterator[Flaw]:
    """YAML's ways of naming a value, repeating it and giving it a type: `&`, `*` and `!`."""
    typed = event.tag if isinstance(event, ScalarEvent | CollectionStartEvent) else None
    if isinstance(event, AliasEvent) or event.anchor or typed:
        yield reserved(source, span.start, what)


def directive(span: Span) -> Flaw:
    """A line such as `%YAML 1.2`."""
    message = "the line starts with `%`, which has a meaning of its own in YAML"
    return Flaw("unsupported-yaml", message, span, "Delete the line, or put quotes round the text.")


def second(span: Span, sign: str = "---") -> Flaw:
    """A line of `---`, which officers may take for a rule across the page, or of `...`."""
    return Flaw(
        "unsupported-yaml",
        "a second text begins here, and a file holds only one: everything from here on would be left out",
        span,
        f"Delete the line of `{sign}`, or put `#` before it if it is there to be looked at.",
    )


def too_deep(span: Span) -> Flaw:
    """More levels than any reader could follow."""
    return Flaw("over-limit", f"lists and keys stand more than {DEEPEST} levels deep inside one another", span)


def too_long(span: Span, length: int) -> Flaw:
    """A value as long as a book."""
    return Flaw(
        "over-limit",
        f"this text has {length:,} characters; the most for one key is {LONGEST:,}",
        span,
        "Move long tables and annexes to files of their own.",
    )


def too_many(span: Span) -> Flaw:
    """More keys and texts than anyone has written by hand."""
    return Flaw("over-limit", f"the file has more than {MOST:,} keys and texts", span)


def odd_key(span: Span) -> Flaw:
    """A list or braces where a key belongs, as in `{{name}}`."""
    return Flaw(
        "unsupported-yaml",
        "brackets, braces or a list stand where a key is expected",
        span,
        "A key is a word or two; if brackets or braces belong to the text, put quotes round the whole text.",
    )


def in_quotes(source: str, at: int) -> str:
    """The text as it should be written, if it is short and surely ends with its line."""
    end = LINE_END.search(source, at)
    text = source[at : end.start() if end else len(source)].strip()
    quote = next((quote for quote in "'\"" if quote not in text), None)
    sure = len(text) <= 60 and not set("[]{}`\\") & set(text[1:]) and " #" not in text
    return f", as in `{quote}{text}{quote}`" if quote and sure else ""


def in_curly(source: str, at: int) -> str | None:
    """A text that stands wholly in curly quotes as it should be written; empty if that is not sure."""
    end = LINE_END.search(source, at)
    text = source[at : end.start() if end else len(source)].strip()
    close = CURLY.get(text[:1])
    if close is None or len(text) < 2 or text[-1] != close or close in text[1:-1].replace(f"{close}s", ""):
        return None
    inner = text[1:-1]
    return f'"{inner}"' if len(inner) <= 60 and not set('"\\“”') & set(inner) else ""

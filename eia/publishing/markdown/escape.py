"""Words, code and addresses so that Markdown takes them as they are; signs that do no harm are left to who reads the text."""

from __future__ import annotations

import re

from eia.publishing.address import encoded

_BRACKETS = r"\[([^\[\]^\n][^\[\]\n]+)\](?=[ .,;)?!’”])"
"""A remark within somebody's words. No address follows it, so it is no link; nor is it `[x]`, which is a box to tick."""
_BEGINS = r"(?:https?|ftp)(?=://)|www(?=\.)"
"""Of what begins like this GitHub makes a link, with all signs up to the next blank, backslashes among them."""
_SIGN = (
    r"\\(?=[!-/:-@\[-`{-~]|[ \t]*$)"  # before a letter it is itself, as in the path of a file
    r"|[`\[\]]"
    r"|\*(?![ \t])|(?<![ \t])\*"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word it is itself
    r"|(?<![ \t])~"  # at the beginning of a word it strikes nothing out
    r"|<(?=[a-z/!?]|[^\s<]*@|$)"
    r"|(?<=[\w\"'/])>"  # so that no reader of another kind of Markdown, which knows no escaped <, takes it for HTML
    r"|&(?=#?\w+;|$)"
)
_SIGNS = re.compile(_SIGN, re.IGNORECASE)
_ADDRESS = re.compile(_BEGINS, re.IGNORECASE)
_SPECIAL = re.compile(rf"{_BRACKETS}|((?:{_BEGINS})[^ \t\n]*)|{_SIGN}", re.IGNORECASE)
_AT_START = re.compile(
    r"#{1,6}(?=[ \t]|$)"
    r"|[+*-](?=[ \t]|$)"
    r"|>"
    r"|(?:-{2,}|=+)(?=[ \t]*$)"
    r"|[|:-][|: \t-]*$"  # as the line below the head of a table
)
_NUMBER = re.compile(r"^([0-9]+)([.)])(?=[ \t]|$)")
_AT_END = re.compile(r"(?<=[ \t])(#+)$")
_STROKE = re.compile(r"(?<!\\)\|")
_MARK = re.compile(r"(?<!\\)\[\^[0-9]+\]$")
_ADDRESS_AT_END = re.compile(rf"(?<![^\\]\]\()(?<![^\\]\]\(<)({_BEGINS})([^ \t\n`]*)$", re.IGNORECASE)
"""Not where a link leads, nor what is within code."""
_CLOSED = re.compile(r"(\*+)(.*(?:[^\w\s]|_))\1", re.DOTALL)
_OPENED = re.compile(r"(\*+)((?:[^\w\s]|_).*)\1", re.DOTALL)
"""Stress that ends or begins with a sign. Beside a letter Markdown takes no sign of it for one."""
_SIGN_OR_BLANK = re.compile(r"[\s!-/:-@\[-`{-~]")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escaped(text: str) -> str:
    """Words that stay words."""
    return _SPECIAL.sub(_harmless, " ".join(text.split("\n")))


def _harmless(found: re.Match[str]) -> str:
    remark, address = found.groups()
    if remark:
        return f"[{escaped(remark)}]"
    if not address:
        return f"\\{found[0]}"
    said = _SIGNS.sub(r"\\\g<0>", address)
    return address if said == address else _ADDRESS.sub(r"\g<0>\\", said)


def apart(before: str, after: str, words: bool) -> tuple[str, str]:
    """Two pieces, of which the first may be plain words, so that neither gives the other a meaning."""
    if (stress := _CLOSED.fullmatch(before)) and after and not _SIGN_OR_BLANK.match(after[0]):
        before = stress[2]
    if (stress := _OPENED.fullmatch(after)) and before and not _SIGN_OR_BLANK.match(before[-1]):
        after = stress[2]
    if before.endswith("!") and after.startswith("["):
        before = f"{before[:-1]}\\!"  # else the link would be a picture
    if words and after[:1].strip():
        before = _ADDRESS_AT_END.sub(r"\1\\\2", before)  # else the link that GitHub makes of it would go on
    if after.startswith(("(", ":")) and _MARK.search(before):
        after = f"\\{after}"  # else the mark of a footnote would be a link, or the footnote itself
    return before, after


def paragraph(text: str) -> str:
    """The lines of a paragraph. What would begin a list, a quote or a heading there keeps its meaning as words."""
    lines = (line.strip(" \t") for line in text.split("\n"))
    return "  \n".join(_NUMBER.sub(r"\1\\\2", _started(line)) for line in lines if line)


def _started(line: str) -> str:
    return f"\\{line}" if _AT_START.match(line) else line


def heading(text: str) -> str:
    """One line. Signs that would close a heading keep their meaning as words."""
    return _AT_END.sub(r"\\\1", " ".join(text.split("\n")).strip(" \t"))


def cell(text: str) -> str:
    """One line, in which a stroke begins no other cell, be it within code or an address."""
    return _STROKE.sub(r"\\|", " ".join(text.split("\n")).strip(" \t"))


def code(text: str) -> str:
    """What is to be typed as it stands, between as many signs as none of it could be taken for."""
    text = " ".join(text.split("\n"))
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`" if text.strip() else " "


def address(url: str) -> str:
    """Where a link leads."""
    url = _ENTITY.sub(r"\&", encoded(url))
    return f"<{url}>" if re.search("[()]", url) or not url else url


def stressed(sign: str, text: str) -> str:
    """Signs of stress stand close to the words, since a blank within would take their meaning."""
    words = text.strip()
    return text.replace(words, f"{sign}{words}{sign}", 1) if words else text

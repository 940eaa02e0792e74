"""How words are written as YAML: in the style that a value has, else so that every reader reads the same words back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from eia.editing.refused import NotMade
from eia.text.change import New
from eia.text.place import Style
from eia.text.span import LINE_END, Text
from eia.text.tree import Scalar, Sequence
from eia.text.yaml import parse

INDENT = 2
_TEXT = "tag:yaml.org,2002:str"
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_WIDE_MARGIN = re.compile(r"^[ \t]*[^\S \t\n]", re.MULTILINE)
"""Another blank than those of the keyboard at the start of a line, where a reader takes it for a part of the margin."""
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\"\\]")


def one_line(words: str, flow: bool) -> str:
    """Words as a key or value on one line: plain where they are read back as they are, else in double quotes."""
    return words if words and "\n" not in words and reads_back(words, flow) else in_double(words)


def in_style(words: str, style: Style, flow: bool, indent: int, line_end: str) -> str:
    """A whole value in the style that it had, or, where that cannot hold the words, in one that can."""
    if style in ("literal", "folded") and not flow and words.strip():
        return in_block(words, indent, line_end)
    if style == "single" and words.isprintable():
        return f"'{part(words, style, indent, line_end)}'"
    if "\n" in words and not flow and words.strip():
        return in_block(words, indent, line_end)
    return one_line(words, flow) if style in ("plain", "literal", "folded") else in_double(words)


def part(words: str, style: Style, indent: int, line_end: str) -> str:
    """Some words within a value of this style. Raises `NotMade` where it has no way to write them."""
    if style == "double":
        return _UNPRINTED.sub(_escape, words)
    if LINE_END.search(words) and style != "literal":
        raise NotMade("the new words have several lines, and the old ones have one")
    if style == "single":
        return words.replace("'", "''")
    first, *rest = LINE_END.split(words)
    lines = (f"{' ' * indent}{line}" if line or number == len(rest) else "" for number, line in enumerate(rest, 1))
    return line_end.join((first, *lines))


def in_double(words: str) -> str:
    """Words in double quotes."""
    return f'"{_UNPRINTED.sub(_escape, words)}"'


def in_block(words: str, indent: int, line_end: str) -> str:
    """Words of several lines under a bar; each line stands this far in."""
    first, *rest = lines_of(words, "key")
    lines = (" " * indent + line[INDENT:] if line else "" for line in rest)
    return line_end.join((first.removeprefix("key: "), *lines))


def lines_of(value: New, key: str = "") -> list[str]:
    """Something new as lines of a block, from the left margin: a key with its value, or what stands after a dash."""
    said = {key: _plain(value)} if key else _plain(value)
    dumped = yaml.dump(said, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=10_000, indent=INDENT)
    return [line.rstrip(" ") for line in dumped.removesuffix("\n...\n").removesuffix("\n").split("\n")]


def in_flow(value: New) -> str:
    """Something new between brackets or braces, on one line."""
    if value is None or isinstance(value, str):
        return one_line(value, flow=True) if value else '""'
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{one_line(key, flow=True)}: {in_flow(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(in_flow, value)) + "]"


def _escape(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[0]) or (f"\\u{ord(found[0]):04X}")


def quoted(words: str) -> str:
    """Words in the quotes that need the fewest other signs."""
    return f"'{words}'" if words.isprintable() and '"' in words and "'" not in words else in_double(words)


def reads_back(words: str, flow: bool) -> bool:
    """Whether a value or an item written so, without quotes, is read as these very words."""
    source = f"key: [{words}, end]\n" if flow else f"key: {words}\n"
    parsed = parse(Text(Path(), source))
    if parsed.tree is None or parsed.flaws:
        return False
    node = parsed.tree.node(("key",))
    if flow:
        node = node.items[0] if isinstance(node, Sequence) and len(node.items) == 2 else None
    return isinstance(node, Scalar) and node.style == "plain" and node.value == words


def _plain(value: New) -> object:
    """The same as PyYAML takes it."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


class _Writer(yaml.SafeDumper):
    """PyYAML's writer as officers write: nothing is quoted for looking like a number, and text of several lines has a bar."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's own name and shape)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists stand further in than their key."""
        super().increase_indent(flow, False)


def _represent_text(writer: _Writer, words: str) -> yaml.ScalarNode:
    several, odd = "\n" in words, _WIDE_MARGIN.search(words)
    style = '"' if odd or not (several or reads_back(words, flow=False)) else "|" if several else ""
    return writer.represent_scalar(_TEXT, words, style)


def _represent_silence(writer: _Writer, _: None) -> yaml.ScalarNode:
    return writer.represent_scalar(_TEXT, "", "")


def _represent_list(writer: _Writer, items: list[object]) -> yaml.SequenceNode:
    short = all(isinstance(one, str) and "\n" not in one for one in items)
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Writer.add_representer(str, _represent_text)
_Writer.add_representer(type(None), _represent_silence)
_Writer.add_representer(list, _represent_list)

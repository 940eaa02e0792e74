"""Makes elements of WordprocessingML, the one way they are made in this package."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

_SCOPES = {prefix: {prefix: address} for prefix, address in NAMESPACES.items()}
"""What an element declares: its own namespace and no other."""

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_LINE_ENDS = re.compile("[\t\n\r]")


@cache
def name(prefixed: str) -> str:
    """The full name of `w:p`, `r:id` or plain `id`, as lxml spells it."""
    prefix, colon, local = prefixed.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else local


def sound(text: str) -> str:
    """The text itself; a character that XML cannot hold is an error, which says which one it is."""
    if found := NOT_XML.search(text):
        raise ValueError(f"a Word document cannot hold the character U+{ord(found[0]):04X}")
    return text


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of any namespace, e.g. `element("wp:extent", cx=1, cy=1)`; attributes have no namespace."""
    return _made(tag, children, attributes)


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of Word's own namespace, e.g. `w("pStyle", val="Title")`; so are its attributes."""
    return _made(f"w:{tag}", children, attributes, "w:")


def _made(tag: str, children: Sequence[Element], attributes: Mapping[str, str | int], namespace: str = "") -> Element:
    """There are hundreds of thousands of them in a long document, so nothing is done here that need not be."""
    made = etree.Element(name(tag), None, _SCOPES[tag.partition(":")[0]])
    for key, value in attributes.items():
        made.set(name(namespace + key), sound(str(value)))
    if children:
        made.extend(children)
    return made


def characters(text: str) -> str:
    """Characters as Word has them in running text, where line ends and tabs are blanks."""
    return _LINE_ENDS.sub(" ", sound(text))


def t(text: str) -> Element:
    """Characters, with the blanks at their ends kept."""
    return preserved("t", characters(text))


def preserved(tag: str, text: str) -> Element:
    """An element whose text keeps its blanks."""
    made = w(tag)
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def word_field(instruction: str, result: Element) -> Element:
    """A field that Word computes, and what it says until Word does."""
    return w("fldSimple", result, instr=instruction)

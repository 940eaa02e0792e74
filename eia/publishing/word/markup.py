"""Makes elements of WordprocessingML, the one way they are made in this package."""

from __future__ import annotations

import re
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

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    prefix = tag.partition(":")[0]
    values = {key: sound(str(value)) for key, value in attributes.items()}
    made = etree.Element(name(tag), values, {prefix: NAMESPACES[prefix]})
    made.extend(children)
    return made


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of Word's own namespace, e.g. `w("pStyle", val="Title")`; so are its attributes."""
    made = element(f"w:{tag}", *children)
    for key, value in attributes.items():
        made.set(name(f"w:{key}"), sound(str(value)))
    return made


def t(text: str) -> Element:
    """Characters, with the blanks at their ends kept; line ends and tabs are blanks, as everywhere in running text."""
    made = w("t")
    made.text = re.sub("[\t\n\r]", " ", sound(text))
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def word_field(instruction: str, result: Element) -> Element:
    """A field that Word computes, and what it says until Word does."""
    return w("fldSimple", result, instr=instruction)

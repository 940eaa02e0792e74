"""Makes elements of HTML, the one way they are made in this package: no words are ever read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

Element = etree._Element
Content = Element | str

_NEVER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no page may hold; lint has told of it, and drafts print it otherwise."""


def h(tag: str, *content: Content, **attributes: str | int) -> Element:
    """An element: `h("a", "this page", href="#top")`. An attribute ends in `_` where Python has its name for itself."""
    made = etree.Element(tag)
    for key, value in attributes.items():
        made.set(key.rstrip("_").replace("_", "-"), sound(str(value)))
    fill(made, content)
    return made


def fill(holder: Element, content: Iterable[Content]) -> None:
    """Put words and elements at the end of an element."""
    for one in content:
        if not isinstance(one, str):
            holder.append(one)
        elif len(holder):
            holder[-1].tail = (holder[-1].tail or "") + sound(one)
        else:
            holder.text = (holder.text or "") + sound(one)


def sound(text: str) -> str:
    """The text itself; a character that no page may hold is an error, which says which one it is."""
    if found := _NEVER.search(text):
        raise ValueError(f"a page cannot hold the character U+{ord(found[0]):04X}")
    return text

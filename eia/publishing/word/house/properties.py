"""What a template says of itself: its custom properties stay, with our seal beside them; of the rest, whose it is."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ..markup import Element
from ..seal import NAME

LABEL = "MSIP_Label_"
"""How the properties of a sensitivity label begin."""
OWNERS = ("Company", "Manager")


def with_seal(theirs: Element, ours: Element) -> Element:
    """Their custom properties, with the one that holds the seal in place of any older one."""
    for old in list(theirs):
        if old.get("name") == NAME:
            theirs.remove(old)
    taken = [int(one.get("pid", "")) for one in theirs if one.get("pid", "").isdecimal()]
    for one in ours:
        mine = deepcopy(one)
        mine.set("pid", str(max(taken, default=1) + 1))
        theirs.append(mine)
    return theirs


def of_program(theirs: Element | None, ours: Element) -> Element:
    """Ours, with the organisation that theirs names; how many pages a template had is nothing to the document."""
    for one in () if theirs is None else theirs:
        if etree.QName(one).localname in OWNERS and one.text:
            ours.append(deepcopy(one))
    return ours


def labels(custom: Element) -> list[str]:
    """The names of the sensitivity labels that a file bears."""
    return [
        "".join(map(str, one.itertext()))
        for one in custom
        if one.get("name", "").startswith(LABEL) and one.get("name", "").endswith("_Name")
    ]

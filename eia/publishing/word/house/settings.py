"""The settings of a template, without what ties it to its maker's desk, and with what a document must have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from ..markup import NAMESPACES, Element, name, w
from ..sheets import is_on
from ..unusable import number

MODERN = 15
"""Below it Word opens a file in Compatibility Mode and switches its accessibility checker off."""
WORD = "http://schemas.microsoft.com/office/word"

DROPPED = {
    "writeProtection": "its write protection",
    "documentProtection": "its protection",
    "attachedTemplate": "",
    "linkStyles": "",
    "mailMerge": "its mail merge",
    "trackRevisions": "its tracking of changes",
    "revisionView": "",
    "proofState": "",
    "updateFields": "",
    "endnotePr": "",
    "attachedSchema": "",
    "schemaLibrary": "",
    "saveThroughXslt": "",
    "useXSLTWhenSaving": "",
}
"""What is taken out, and what people are told of it."""

LATE = (
    *("footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"),
    *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions"),
    *("readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol"),
    "listSeparator",
)
"""The last of the settings, in the order the schema wants."""


def settle(settings: Element, separators: Iterable[int]) -> Iterator[str]:
    """Make the settings of a template those of a document. What was taken out that people should know of."""
    for tag, words in DROPPED.items():
        for old in settings.findall(name(f"w:{tag}")):
            settings.remove(old)
            if words:
                yield words
    notes = _one(settings, "footnotePr")
    for old in notes.findall(name("w:footnote")):
        notes.remove(old)
    notes.extend(w("footnote", id=id) for id in separators)
    if _mode(settings) < MODERN:
        yield "its layout for an older Word"
        _modernise(_one(settings, "compat"))
    _one(settings, "themeFontLang")


def has_even_pages(settings: Element) -> bool:
    """Whether even pages have headers and footers of their own."""
    found = settings.find("w:evenAndOddHeaders", NAMESPACES)
    return found is not None and is_on(found)


def _mode(settings: Element) -> int:
    """Which version of Word the file is laid out for."""
    found = settings.find("w:compat/w:compatSetting[@w:name='compatibilityMode']", NAMESPACES)
    return 0 if found is None else number(found, "val")


def _modernise(compat: Element) -> None:
    for one in compat.findall("w:compatSetting[@w:name='compatibilityMode']", NAMESPACES):
        compat.remove(one)
    compat.append(w("compatSetting", name="compatibilityMode", uri=WORD, val=MODERN))


def _one(settings: Element, tag: str) -> Element:
    """The setting of this name, put in its place where there is none."""
    found = settings.find(name(f"w:{tag}"))
    if found is None:
        found = w(tag)
        after = [one for one in settings if _is_later(one, tag)]
        after[0].addprevious(found) if after else settings.append(found)
    return found


def _is_later(one: Element, tag: str) -> bool:
    """Whether an element has to come after those of a name; newer ones, in namespaces of their own, come last."""
    local = etree.QName(one).localname
    if local in LATE:
        return LATE.index(local) > LATE.index(tag)
    return etree.QName(one).namespace != NAMESPACES["w"]

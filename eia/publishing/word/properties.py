"""What is said about the document and not in it: title, author, language, date."""

from __future__ import annotations

from datetime import date

from eia.document.tree import Document
from eia.publishing.dated import dated

from .markup import NAMESPACES, Element, name, sound
from .package import Package

UNDATED = date(1980, 1, 1)
"""Stands for no date; the clock's would differ from one export to the next."""


def fill(package: Package, document: Document) -> None:
    """Write the core properties, and the language wherever Word keeps it. Raises `WrongMoment`."""
    moment = f"{(dated(document) or UNDATED).isoformat()}T00:00:00Z"
    values = {
        "title": document.title,
        "subject": document.subject,
        "creator": document.author,
        "keywords": document.keywords,
        "created": moment,
        "modified": moment,
        "language": document.language,
    }
    for property_ in package.part("docProps/core.xml"):
        property_.text = sound(values[str(property_.tag).rpartition("}")[2]])
    _set_language(package.of_document("styles"), "lang", document.language)
    _set_language(package.of_document("settings"), "themeFontLang", document.language)


def _set_language(part: Element, tag: str, language: str) -> None:
    for setting in part.iterfind(f".//w:{tag}", NAMESPACES):
        setting.set(name("w:val"), sound(language))

"""The writer of pages: a document becomes one file of HTML that needs nothing else, the same bytes every time."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from lxml import etree

from eia.document.tree import Document
from eia.publishing.dated import dated
from eia.publishing.seal import OF_TEXT

from . import blocks
from .blocks import Place
from .inlines import Speaker
from .markup import Content, Element, h
from .notes import Notes

__all__ = ["write"]

STYLE = Path(__file__).with_name("page.css")


def write(document: Document) -> bytes:
    """The page as UTF-8 text, with a seal in a remark at its end."""
    speaker = Speaker(Notes(document.notes, document.furniture))
    page = h("html", _head(document), _body(document, speaker), lang=document.language)
    text: bytes = etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return OF_TEXT.sealed(text)


@cache
def _style() -> str:
    return STYLE.read_text("utf-8")


def _head(document: Document) -> Element:
    day = dated(document)
    said = {
        "viewport": "width=device-width, initial-scale=1",
        "description": document.subject,
        "author": document.author,
        "keywords": document.keywords,
        "dcterms.modified": day.isoformat() if day else "",
        "generator": "eia",
    }
    rules = h("meta", http_equiv="Content-Security-Policy", content=_policy())
    metas = (h("meta", name=name, content=words) for name, words in said.items() if words)
    return h("head", h("meta", charset="utf-8"), rules, *metas, h("title", document.title), h("style", _style()))


def _policy() -> str:
    """What the page may load and run: its own style, the pictures in it, and nothing else."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"


def _body(document: Document, speaker: Speaker) -> Element:
    written = blocks.write(document.blocks, Place(document, speaker))
    main = h("main", *_title(document), *written, *speaker.notes.listed(speaker.said), id="main", tabindex=-1)
    footer = [h("footer", h("p", document.footer))] if document.footer else []
    return h("body", _header(document), main, *footer)


def _header(document: Document) -> Element:
    """What stands above every page: the way past it, and how it is marked."""
    mark = [h("p", document.mark, class_="mark")] if document.mark else []
    return h("header", h("a", document.furniture.skip, href="#main", class_="skip"), *mark)


def _title(document: Document) -> Iterator[Content]:
    subtitle = [h("p", document.subtitle, class_="subtitle")] if document.subtitle else []
    yield h("div", h("h1", document.title), *subtitle, class_="title")

"""The writer of PDF: the page that is made for the web, on sheets of paper, with what stands on each of them."""

from __future__ import annotations

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

from eia.document.tree import Document
from eia.publishing import html
from eia.publishing.seal import OF_PDF

from . import sheet, tags

__all__ = ["write"]


def write(document: Document) -> bytes:
    """The document as a tagged PDF, the same bytes every time on a machine with the same fonts."""
    only_itself = URLFetcher(allowed_protocols=("data",))
    page = HTML(string=html.write(document).decode(), url_fetcher=only_itself)
    style = CSS(string=sheet.style(document), url_fetcher=only_itself)
    return OF_PDF.sealed(page.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1", finisher=tags.finish))

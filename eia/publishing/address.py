"""The address of a link, written so that every program that reads a document takes it for one."""

from __future__ import annotations

from urllib.parse import quote

SAFE = ":/?#[]@!$&'()*+,;=%"
"""What stays as it is, beside letters and digits. A blank ends an address in Markdown, and Word calls a file with one corrupt."""


def encoded(url: str) -> str:
    """The address with percent signs for all that it cannot hold."""
    return quote(url, safe=SAFE)

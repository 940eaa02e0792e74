"""What WeasyPrint leaves open in a tagged PDF, and what it says too much."""

from __future__ import annotations

import re

import pydyf

PRINTED = 4
"""The flag of a link that is there on paper as on the screen."""
_CLAIM = re.compile(rb"<rdf:Description[^>]* pdfuaid:part=[^>]*/>")


def finish(_: object, pdf: pydyf.PDF) -> None:
    """Give each head of a table its scope, and each link its flag; claim nothing.

    A file may say of itself that it conforms to PDF/UA-1. Part of that only a person can verify, and nobody has."""
    dictionaries = {one.number: one for one in pdf.objects if isinstance(one, pydyf.Dictionary)}
    for one in dictionaries.values():
        if one.get("S") == "/TH":
            row = _above(dictionaries, one)
            one["A"]["Scope"] = "/Column" if _above(dictionaries, row)["S"] == "/THead" else "/Row"
        elif one.get("Subtype") == "/Link":
            one["F"] = PRINTED
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and stream.extra.get("Type") == "/Metadata":
            stream.stream[:] = [_CLAIM.sub(b"", bytes(part)) for part in stream.stream]


def _above(dictionaries: dict[int, pydyf.Dictionary], one: pydyf.Dictionary) -> pydyf.Dictionary:
    return dictionaries[int(bytes(one["P"]).split()[0])]

"""A short code of what an assessment says: two prints with the same code have the same content, whatever they look like."""

from __future__ import annotations

from hashlib import sha256

from eia.project import Dossier
from eia.text.tree import Scalar, everything

LENGTH = 8
"""Short enough to be compared by eye, long enough that two versions do not meet by chance."""


def code_of(dossier: Dossier) -> str:
    """Eight letters and digits, of all keys and values in the files of a dossier: remarks and layout do not count."""
    summed = sha256()
    for file in dossier.files:
        for key, node in everything(file.tree.root) if file.tree else ():
            value = node.value if isinstance(node, Scalar) else type(node).__name__
            summed.update(repr((key.value if key else None, value)).encode("utf-8", "backslashreplace"))
    return summed.hexdigest()[:LENGTH]

"""A seal on a file, by which we know our own work again: a hash of all before it, in a remark at the end."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Seal:
    """How a format writes a remark that nobody is shown."""

    begins: bytes
    ends: bytes
    of_text: bool = False
    """Whether its lines may end as on another system, which no word of it changes."""

    def sealed(self, content: bytes) -> bytes:
        """The content, with the seal behind it."""
        return content + self._of(content)

    def is_unbroken(self, content: bytes) -> bool:
        """Whether these are the bytes of a file that we wrote and nobody has changed since."""
        content = content.replace(b"\r\n", b"\n") if self.of_text else content
        before, remark, _ = content.rpartition(self.begins)
        return bool(remark) and content == self.sealed(before)

    def _of(self, content: bytes) -> bytes:
        return self.begins + sha256(content).hexdigest().encode() + self.ends


OF_TEXT = Seal(b"\n<!-- eia-seal ", b" -->\n", of_text=True)
OF_PDF = Seal(b"%eia-seal ", b"\n")
"""Behind its end, where no program that shows a PDF looks."""

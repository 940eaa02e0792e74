"""The same record in other hands: between brackets, in quotes, folded, with remarks strewn in, with other line ends."""

from __future__ import annotations

import json
from random import Random

from eia.text.tree import Data


class Hand:
    """Somebody who writes YAML as chance has it. Each remark is told from every other by its number."""

    def __init__(self, chance: Random, remarks: float = 0.15) -> None:
        self.chance, self.remarks, self.count = chance, remarks, 0

    def write(self, said: dict[str, Data]) -> str:
        """A whole file."""
        lines = self.keys(said, 0)
        if self.chance.random() < 0.1:
            lines = ["---", *lines, "..."]
        end = self.chance.choice(("\n", "\n", "\r\n", "\r"))
        return end.join(lines) + (end if self.chance.random() < 0.9 else "")

    def keys(self, said: dict[str, Data], indent: int) -> list[str]:
        """Keys on lines of their own."""
        lines: list[str] = []
        spaced = self.chance.random() < 0.3
        for number, (key, value) in enumerate(said.items()):
            lines += [""] * (spaced and number > 0) + self.above(indent)
            name = json.dumps(key) if self.chance.random() < 0.1 else f"'{key}'" if self.chance.random() < 0.1 else key
            lines += self.under(f"{' ' * indent}{name}:", value, indent, self.chance.choice((2, 2, 4)))
        return lines

    def under(self, lead: str, value: Data, indent: int, more: int) -> list[str]:
        """A key or a dash with what belongs to it."""
        if not isinstance(value, str) and (not value or self.chance.random() < 0.1):
            return [f"{lead} {self.flow(value)}{self.beside()}"]
        if isinstance(value, dict):
            return [f"{lead}{self.beside(' ')}", *self.keys(value, indent + more)]
        if isinstance(value, list):
            inset = self.chance.choice((0, more)) if lead.endswith(":") else more
            return [f"{lead}{self.beside(' ')}", *self.items(value, indent + inset)]
        return self.text(lead, value or "", indent + more)

    def items(self, said: list[Data], indent: int) -> list[str]:
        """A list with dashes."""
        lines: list[str] = []
        spaced = self.chance.random() < 0.3
        for number, value in enumerate(said):
            lines += [""] * (spaced and number > 0) + self.above(indent)
            dash = f"{' ' * indent}-"
            if isinstance(value, dict) and value and self.chance.random() < 0.8:
                first, *rest = self.keys(value, indent + 2)
                if first.strip() and not first.lstrip().startswith("#"):
                    lines += [f"{dash} {first.lstrip()}", *rest]
                else:
                    lines += [dash, first, *rest]
            else:
                lines += self.under(dash, value, indent, 2)
        return lines

    def flow(self, said: Data) -> str:
        """On one line, between brackets or braces."""
        if isinstance(said, dict):
            return "{" + ", ".join(f"{json.dumps(key)}: {self.flow(one)}" for key, one in said.items()) + "}"
        if isinstance(said, list):
            return "[" + ", ".join(map(self.flow, said)) + self.chance.choice(("", ",") if said else ("",)) + "]"
        return json.dumps(said or "", ensure_ascii=False)

    def text(self, lead: str, words: str, indent: int) -> list[str]:
        """A text in one of the ways in which it can be written."""
        how = self.chance.choice(("single", "double", "plain", "literal", "folded", "lines"))
        inset = " " * indent
        if how == "literal" and words and not words.startswith(" "):
            strip = "" if words.endswith("\n") else "-"
            return [f"{lead} |{strip}{self.beside()}", *(inset + line for line in words.removesuffix("\n").split("\n"))]
        if "\n" in words or not words or how == "double":
            return [f"{lead} {json.dumps(words, ensure_ascii=False)}{self.beside()}"]
        if how == "folded":
            return [f"{lead} >-", *(inset + word for word in words.split(" "))] if words.split() else [f'{lead} ""']
        if how == "lines" and " " in words:
            first, *rest, last = words.replace("'", "''").split(" ")
            return [f"{lead} '{first}", *(f"{inset}{word}" for word in rest), f"{inset}{last}'{self.beside()}"]
        return [f"{lead} '{words.replace(chr(39), chr(39) * 2)}'{self.beside()}"]

    def above(self, indent: int) -> list[str]:
        """Remarks on lines of their own."""
        return [f"{' ' * indent}{self.remark()}"] if self.chance.random() < self.remarks else []

    def beside(self, blanks: str = " \t") -> str:
        """A remark at the end of a line; a tab may stand before it where something is said already."""
        return f"{self.chance.choice(blanks)}{self.remark()}" if self.chance.random() < self.remarks else ""

    def remark(self) -> str:
        """One that says nothing, and is like no other."""
        self.count += 1
        return f"# remark-{self.count}."

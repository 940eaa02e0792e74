"""The exception of everything that is not done: why, and what people can do."""

from __future__ import annotations


class Told(Exception):
    """What was asked for is not done; whoever runs the command is told, and nothing is left half done."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message, self.help = message, help

"""A value as an officer wrote it, beside what was read in it and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

JOINT = "; "
"""A YAML list of words means its items joined by this."""


@dataclass(frozen=True, slots=True)
class Misread:
    """Words that the small grammar of their field does not know; `start` and `end` count from the value's first character."""

    start: int
    end: int
    message: str
    help: str
    impossible: bool = False
    """Whether the words name what cannot be, such as 30 February, rather than something that cannot be read."""


@dataclass(frozen=True)
class Written:
    """The base of values with a grammar: the words always survive, whatever was read in them.

    A subclass fills its own fields in `read`, which never raises: what it cannot read becomes a `Misread`."""

    words: str
    misreads: tuple[Misread, ...] = ()

    lists: ClassVar[bool] = False
    """Whether a YAML list of words may stand for the value."""

    @classmethod
    def read(cls, words: str) -> Self:
        """The value that these words mean."""
        return cls(words)

    @classmethod
    def read_each(cls, pieces: list[str]) -> Self:
        """The value that the items of a list mean together."""
        return cls.read(JOINT.join(pieces) if any(pieces) else "")

    @classmethod
    def _read_any(cls, value: str | list[str]) -> Self:
        return cls.read(value) if isinstance(value, str) else cls.read_each(value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Tell pydantic to read text (or, where the class says so, a list of texts) with `read`."""
        words: CoreSchema = core_schema.str_schema()
        if cls.lists:
            lines = core_schema.list_schema(core_schema.str_schema())
            words = core_schema.tagged_union_schema(
                {"\0one": words, "\0several": lines},
                discriminator=lambda value: "\0several" if isinstance(value, list) else "\0one",
            )
        return core_schema.no_info_after_validator_function(cls._read_any, words)

"""Reads the JSON of an assessment back, whoever may have changed it since: what its files say, and nothing else of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from eia.diagnostics.shown import quoted, shortened
from eia.diagnostics.told import Told
from eia.text.change import New
from eia.text.refused import DEEPEST

from .record import Json, pointer
from .whole import FORMAT, VERSION

KINDS = ("assessment", "plan", "sources")
MOST = 64 * 1024 * 1024
"""More bytes than the data of any assessment has: its lists say several times what its files say."""
KINDS_OF_VALUE = {bool: "true or false", int: "a number", float: "a number"}


class NotData(Told):
    """What was to be read is not the data of an assessment, or not all of it."""


def contents_of(content: bytes) -> Mapping[str, Mapping[str, New]]:
    """What each file says, by its kind. Raises `NotData`."""
    data = _parsed(content)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NotData("this is not the data of an assessment", "Name a file that `eia export --to json` has written.")
    if data.get("version") != VERSION:
        said = shortened(json.dumps(data.get("version")), 40)
        raise NotData(
            f"this is data of version {said}, and version {VERSION} is read", "Export it again with this eia."
        )
    written = data.get("written")
    if not isinstance(written, dict) or not {"assessment"} <= written.keys() <= {*KINDS}:
        help = f"Export it again: {', '.join(KINDS)} can stand there, and the first has to."
        raise NotData("what the files say does not stand under `written`", help)
    return {kind: _file(kind, held) for kind, held in written.items()}


def _parsed(content: bytes) -> Json:
    try:
        data: Json = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise NotData("this file is not saved as UTF-8", "Export it again.") from error
    except RecursionError as error:
        raise _too_deep() from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise NotData(f"this is not JSON: {where} cannot be read", "Export it again.") from error
    except ValueError as error:  # a number of many thousand digits
        raise NotData("a number in this file is too long to be read", "Export it again.") from error
    return data


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """The keys of one thing. Python would take the last of two that are equal, and other programs the first."""
    said = dict(pairs)
    if len(said) < len(pairs):
        (twice, _), *_ = Counter(key for key, _ in pairs).most_common(1)
        raise NotData(f"the key {quoted(twice)} stands twice in one place", "Take one of the two out.")
    return said


def _no_number(words: str) -> Json:
    raise NotData(f"`{words}` is no number that JSON knows", "Export it again.")


def _too_deep() -> NotData:
    return NotData(f"lists and keys stand more than {DEEPEST} levels deep inside one another", "Export it again.")


def _file(kind: str, held: Json) -> Mapping[str, New]:
    value = _as_said(held, ("written", kind))
    if not isinstance(value, Mapping) or not value:
        raise NotData(f"no keys stand under `{pointer('written', kind)}`", "Export it again.")
    return value


def _as_said(held: Json, place: tuple[str | int, ...]) -> New:
    """Keys, lists and texts, as they are written into a file; text that is blank says nothing there."""
    if len(place) > DEEPEST + 2:
        raise _too_deep()
    if isinstance(held, dict):
        return {_text(key, place): _as_said(value, (*place, key)) for key, value in held.items()}
    if isinstance(held, list):
        return tuple(_as_said(value, (*place, at)) for at, value in enumerate(held))
    if isinstance(held, str):
        return _text(held, place) if held.strip() else None
    if held is None:
        return None
    said = f"`{shortened(pointer(*place))}` is {KINDS_OF_VALUE[type(held)]}"
    raise NotData(f"{said}, and only text can stand in a file", "Put double quotes round it.")


def _text(words: str, place: tuple[str | int, ...]) -> str:
    if any("\ud800" <= char <= "\udfff" for char in words):
        where = shortened(pointer(*place).encode("utf-8", "backslashreplace").decode())
        raise NotData(f"half a character stands in `{where}`", "Take it out.")
    return words

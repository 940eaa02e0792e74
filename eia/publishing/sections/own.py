"""Keys of the organisation's own, which begin with `x-`: printed where they stand, as far as the form has labels for them."""

from __future__ import annotations

from collections.abc import Mapping

from eia.document.tree import Blocks, Facts, Listing
from eia.model.part import Part
from eia.publishing.voice import Voice

Pairs = tuple[tuple[str, Blocks], ...]


def own_keys(voice: Voice, place: str, part: Part) -> Pairs:
    """What stands under such keys in a part, each under its label; `place` are the keys that lead there.

    Where nothing does, it is left out, but for what the form requires: silence is told there."""
    paths = {path.rpartition(".")[::2]: one.label for path, one in voice.profile.own_keys.items()}
    labels = {key: label or key for (above, key), label in paths.items() if above == place}
    told = ((label, _said(voice, part.at(key)) or _silent(voice, place, key)) for key, label in labels.items())
    return tuple((label, blocks) for label, blocks in told if blocks)


def own_facts(voice: Voice, place: str, part: Part) -> Blocks:
    """The same as facts."""
    said = own_keys(voice, place, part)
    return (Facts(said),) if said else ()


def _silent(voice: Voice, place: str, key: str) -> Blocks:
    return voice.unanswered() if voice.requires(*filter(None, (place, key))) else ()


def _said(voice: Voice, value: object) -> Blocks:
    """Whatever stands there: text, or a list, or keys with texts."""
    if isinstance(value, str):
        return voice.prose(value)
    if isinstance(value, Mapping):
        return (Facts(tuple((str(key), _said(voice, item)) for key, item in value.items() if item)),)
    return (Listing(tuple(_said(voice, item) for item in value if item)),) if isinstance(value, list) else ()

"""What `eia lint` says of what it mends: what was mended, what was not, and what would be."""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.difference import difference
from eia.diagnostics.human import folded
from eia.diagnostics.shown import many, shown_path
from eia.fixing import SIGNED_OFF, Mended

MARGIN = "    "
TOO = "--signed-off-too"


def report(mended: Mended) -> Iterator[str]:
    """What was mended, and what was not and why; nothing where there was nothing to mend."""
    if mended.made:
        yield "Mended:"
        for one in mended.made:
            yield from _told(one, f"Done: {one.fix.title}." if one.fix else "")
        yield ""
    yield from _refused("Not mended", mended)


def differences(mended: Mended) -> Iterator[str]:
    """What would go and come in each file that would change, line by line."""
    for one in mended.files:
        yield from difference(one.before, one.after)


def what_would_be(mended: Mended) -> Iterator[str]:
    """What would not be mended, and how much would."""
    yield from _refused("Would not be mended", mended)
    where = f" in {many(len(mended.files), 'file')}" if mended.files else ""
    yield f"{many(len(mended.made), 'thing')} would be mended{where}. Nothing was written."


def _refused(title: str, mended: Mended) -> Iterator[str]:
    for reason in dict.fromkeys(reason for _, reason in mended.refused):
        how = f"; to mend it all the same, add {TOO}" if reason == SIGNED_OFF else ""
        yield from folded(f"{title}, because {reason}{how}:")
        for one, why in mended.refused:
            if why == reason:
                yield from _told(one)
        yield ""


def _told(one: Diagnostic, done: str = "") -> Iterator[str]:
    where = f"{shown_path(one.text.path)}:{one.text.position(one.span.start).line}"
    yield from folded(f"{where}: {one.message}", "  ", MARGIN)
    yield from folded(done, MARGIN, MARGIN)

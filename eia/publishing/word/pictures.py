"""Pictures: their bytes in the package, their size on the page, the words that stand for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from eia.diagnostics.shown import shown_path
from eia.document.tree import Picture
from eia.picture import Image, Unprintable, image_of
from eia.write import Refused

from .markup import NAMESPACES, Element, element, name, w
from .package import Package
from .relationships import Relationships

EMU = 635
"""Drawings are measured in these; so many make a twentieth of a point."""
EMU_IN_AN_INCH = 1440 * EMU
TALLEST = 10000 * EMU
"""Leaves room for a heading and a caption on an upright page."""


class WrongPicture(Refused):
    """A picture is named that cannot be shown, so that there is no document."""


@dataclass(slots=True)
class Pictures:
    """The pictures of a document; the same bytes are stored once."""

    _package: Package
    _drawn: int = 0
    """The highest number that a picture has."""
    _stored: dict[bytes, str] = field(default_factory=dict)

    def draw(self, picture: Picture, width: int, relationships: Relationships) -> Element:
        """A run with the picture, made smaller where it is wider than this or higher than a page."""
        try:
            image = image_of(picture.path)
        except Unprintable as reason:
            raise WrongPicture(f"the picture {shown_path(picture.path)} {reason.message}", reason.help) from reason
        self._drawn += 1
        relationship = relationships.picture(self._store(image.content, image.ending))
        return w("r", w("drawing", _inline(picture, relationship, self._drawn, _fit(image, width * EMU))))

    def _store(self, data: bytes, extension: str) -> str:
        if data not in self._stored:
            name = self._package.free(f"word/media/picture{len(self._stored) + 1}.{extension}")
            self._stored[data] = self._package.seen_from_document(name)
            self._package.add(name, data)
        return self._stored[data]


def _fit(image: Image, widest: int) -> tuple[int, int]:
    """The size in print; a picture that is much longer than wide still has a width."""
    width, height = image.width * EMU_IN_AN_INCH, image.height * EMU_IN_AN_INCH
    scale = min(1.0, widest / width, TALLEST / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _inline(picture: Picture, relationship: str, number: int, size: tuple[int, int]) -> Element:
    width, height = size
    graphic = element("a:graphicData", _pic(picture.path, relationship, number, size), uri=NAMESPACES["pic"])
    return element(
        "wp:inline",
        element("wp:extent", cx=width, cy=height),
        element("wp:docPr", id=number, name=f"Picture {number}", descr=picture.alternative),
        element("wp:cNvGraphicFramePr", element("a:graphicFrameLocks", noChangeAspect=1)),
        element("a:graphic", graphic),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )


def _pic(path: Path, relationship: str, number: int, size: tuple[int, int]) -> Element:
    width, height = size
    blip = element("a:blip")
    blip.set(name("r:embed"), relationship)
    frame = element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", cx=width, cy=height))
    return element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", id=number, name=path.name), element("pic:cNvPicPr")),
        element("pic:blipFill", blip, element("a:stretch", element("a:fillRect"))),
        element("pic:spPr", frame, element("a:prstGeom", element("a:avLst"), prst="rect")),
    )

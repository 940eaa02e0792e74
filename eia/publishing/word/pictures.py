"""Pictures: their bytes in the package, their size on the page, the words that stand for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from eia.diagnostics.shown import shown_path
from eia.document.tree import Picture
from eia.write import Refused

from .markup import NAMESPACES, Element, element, name, w
from .package import Package
from .relationships import Relationships

EMU = 635
"""Drawings are measured in these; so many make a twentieth of a point."""
EXTENSIONS = {"gif", "jpg", "png"}
"""Those that the template's [Content_Types].xml names."""
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
        data = picture.path.read_bytes()
        extension, own = _kind_and_size(data)
        if extension not in EXTENSIONS or not all(own):
            help = "Save it again, as PNG or JPEG, in the program that it was made with."
            raise WrongPicture(f"{shown_path(picture.path)} cannot be read as a picture that Word knows", help)
        self._drawn += 1
        relationship = relationships.picture(self._store(data, extension))
        return w("r", w("drawing", _inline(picture, relationship, self._drawn, _fit(own, width * EMU))))

    def _store(self, data: bytes, extension: str) -> str:
        if data not in self._stored:
            name = self._package.free(f"word/media/picture{len(self._stored) + 1}.{extension}")
            self._stored[data] = self._package.seen_from_document(name)
            self._package.add(name, data)
        return self._stored[data]


def _kind_and_size(data: bytes) -> tuple[str, tuple[int, int]]:
    """The ending that the file of such a picture has, its width and its height; nothing where it is none, or is broken."""
    from docx.image.image import Image  # a tenth of a second to import, for what most documents have none of

    try:
        image = Image.from_blob(data)
        return image.ext, (int(image.width), int(image.height))
    except Exception:  # a broken picture makes python-docx stumble in many ways
        return "", (0, 0)


def _fit(own: tuple[int, int], widest: int) -> tuple[int, int]:
    width, height = own
    scale = min(1.0, widest / width, TALLEST / height)
    return round(width * scale), round(height * scale)


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

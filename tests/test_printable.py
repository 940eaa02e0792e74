"""Which pictures can be printed, and how large: as whoever draws them would say, and never with a stumble."""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path

import pytest
from docx.image.image import Image as Theirs
from hypothesis import given, settings
from hypothesis import strategies as st

from eia.picture import Unprintable, address_of, image_of
from tests.publishing.word.word_sample import png


def segment(kind: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data


def jpeg(width: int, height: int, *before: bytes) -> bytes:
    """A photograph as far as its size goes; a thumbnail within it has an end of its own."""
    frame = segment(0xC0, struct.pack(">BHHB", 8, height, width, 3) + bytes(9))
    thumbnail = segment(0xE1, b"other" + b"\xff\xd9")
    pixels = segment(0xDA, bytes(10)) + b"\x12\x34"
    return b"\xff\xd8" + b"".join(before) + thumbnail + frame + pixels + b"\xff\xd9"


def jfif(unit: int, density: int) -> bytes:
    return segment(0xE0, b"JFIF\0" + struct.pack(">HBHHBB", 0x101, unit, density, density, 0, 0))


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b"\x2c" + bytes(9) + b"\x02\x02\x44\x01\x00;"


GOOD = {
    "png": png(40, 30),
    "jpg": jpeg(400, 300, jfif(1, 96)),
    "jpg by the centimetre": jpeg(400, 300, jfif(2, 100)),
    "jpg without a density": jpeg(400, 300, jfif(0, 1)),
    "gif": gif(40, 30),
    "gif without the last sign": gif(40, 30)[:-1],
}


@pytest.mark.parametrize("name", GOOD)
def test_kind_and_size_are_those_that_another_reader_finds(name: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(GOOD[name])
    ours, theirs = image_of(path), Theirs.from_blob(GOOD[name])
    assert ours.content == GOOD[name]
    assert ours.ending == theirs.ext == name.split()[0]
    assert ours.width == pytest.approx(theirs.width.inches, rel=0.01)
    assert ours.height == pytest.approx(theirs.height.inches, rel=0.01)


def test_a_photograph_need_not_say_how_dense_it_is(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(jpeg(720, 36, b"\xff", segment(0xFE, b"a remark")))
    assert (image_of(path).width, image_of(path).height) == (10, 0.5)


@pytest.mark.parametrize("name", [name for name in GOOD if name != "gif without the last sign"])
def test_what_follows_its_end_does_no_harm(name: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(GOOD[name] + b"\n\0\0")
    assert image_of(path).width


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_cut_off_is_told(name: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.getbasetemp() / "cut.png"
    path.write_bytes(GOOD[name][: data.draw(st.integers(0, len(GOOD[name]) - 5))])
    with pytest.raises(Unprintable):
        image_of(path)


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(sorted(GOOD)), at=st.integers(0, 400), bytes_=st.binary(min_size=1, max_size=4))
def test_no_bytes_make_it_stumble(tmp_path_factory: pytest.TempPathFactory, name: str, at: int, bytes_: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.png"
    path.write_bytes(GOOD[name][:at] + bytes_ + GOOD[name][at + len(bytes_) :])
    with suppress(Unprintable):
        assert image_of(path).width > 0


def test_an_address_may_be_written_as_a_browser_writes_it(tmp_path: Path) -> None:
    (tmp_path / "Tŷ.png").write_bytes(GOOD["png"])
    assert address_of(tmp_path, tmp_path, "T%C5%B7.png") == tmp_path / "Tŷ.png"


@pytest.mark.parametrize(
    "address", ["%00.png", "a%20map.png", "../map.png", "https://example.org/map.png", "x" * 5000, ".", "file:map"]
)
def test_an_address_that_leads_to_no_picture_is_told(address: str, tmp_path: Path) -> None:
    with pytest.raises(Unprintable):
        address_of(tmp_path, tmp_path, address)

"""The pictures of the documentation show the program as it is now; `python -m docs.pictures.make` makes them anew."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from docs.pictures import terminal
from tests.test_docs import text_in

PICTURES = Path("docs/pictures")
LARGEST = 150_000


def test_the_picture_of_the_terminal_shows_what_the_program_says_now() -> None:
    assert text_in((PICTURES / "terminal.png").read_bytes(), "eia-seal") == terminal.seal(terminal.shown())


def test_the_picture_of_the_terminal_is_in_colour_and_keeps_the_words() -> None:
    words = terminal.shown()
    page = terminal.page(words).partition("<pre>")[2]
    for colour, word in zip(terminal.COLOURS.values(), ("error", "warning", "note"), strict=True):
        assert f'<b style="color: {colour}">{word}: </b>' in page
    assert unescape(re.sub("<[^>]+>", "", page)) == terminal.SIGN.sub("", words)


@pytest.mark.parametrize("colour", terminal.COLOURS.values())
def test_each_colour_of_the_terminal_stands_out_from_the_ground(colour: str) -> None:
    assert contrast(colour, "#1b1f23") > 7


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.png")), ids=str)
def test_a_picture_is_small_and_every_page_says_what_it_shows(path: Path) -> None:
    assert path.stat().st_size <= LARGEST
    for page in [Path("README.md"), *Path("docs").rglob("*.md")]:
        for words in re.findall(rf"!\[([^\]]*)\]\([^)]*{path.name}\)", page.read_text("utf-8")):
            assert len(words) > 30, page


def contrast(one: str, other: str) -> float:
    """As WCAG reckons it."""
    lighter, darker = sorted((brightness(one), brightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def brightness(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

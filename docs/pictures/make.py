"""Makes the pictures of the documentation from the samples; run `python -m docs.pictures.make` in the project's folder.

Needs LibreOffice, pdftoppm, Chromium (or what EIA_CHROMIUM names) and Pillow. Each picture remembers what it was made of."""

import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, PngImagePlugin

from docs.pictures import terminal
from docs.pictures.pages import PAGES
from eia.publishing.word.seal import seal_of

HERE = Path(__file__).parent
WIDTH = {True: 1400, False: 1000}
"""How many pixels a picture is wide: of a page that lies on its side, and of one that stands."""
LARGEST = 150_000


def main() -> None:
    """Make each picture anew."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            word = page.word()
            save(picture_of(word, page.words, Path(folder)), 64, HERE / f"{page.name}.png", seal_of(word))
    with tempfile.TemporaryDirectory() as folder:
        words = terminal.shown()
        save(terminal_of(words, Path(folder)), 256, HERE / "terminal.png", terminal.seal(words))


def picture_of(word: bytes, words: str, home: Path) -> Image.Image:
    """The page of a document that these words head."""
    (home / "sample.docx").write_bytes(word)
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(home), f"{home}/sample.docx"]
    subprocess.run(convert, check=True, capture_output=True)
    number = number_of(home / "sample.pdf", words)
    cut = ["pdftoppm", "-r", "130", "-png", "-singlefile", "-f", number, "-l", number]
    subprocess.run([*cut, f"{home}/sample.pdf", f"{home}/page"], check=True)
    page = Image.open(home / "page.png").convert("RGB")
    width = WIDTH[page.width > page.height]
    return page.resize((width, page.height * width // page.width))


def number_of(pdf: Path, words: str) -> str:
    """The last page with a line of just these words: earlier ones are those of the contents."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = [[line.strip() for line in page.splitlines()] for page in text.split("\f")]
    return str(max(number for number, lines in enumerate(pages, start=1) if words in lines))


def terminal_of(words: str, home: Path) -> Image.Image:
    """The words as a browser draws them, without the empty margin around them."""
    (home / "terminal.html").write_text(terminal.page(words), encoding="utf-8")
    browser = [os.environ.get("EIA_CHROMIUM", "chromium"), "--headless", "--no-sandbox", "--disable-gpu"]
    quiet = ["--disable-background-networking", "--hide-scrollbars", "--default-background-color=1b1f23ff"]
    shot = [f"--screenshot={home}/terminal.png", "--window-size=1400,2400", f"file://{home}/terminal.html"]
    subprocess.run([*browser, *quiet, *shot], check=True, capture_output=True, timeout=120)
    drawn = Image.open(home / "terminal.png").convert("RGB")
    ground = Image.new("RGB", drawn.size, drawn.getpixel((0, 0)))
    left, top, right, bottom = ImageChops.difference(drawn, ground).getbbox() or (0, 0, *drawn.size)
    return drawn.crop((0, 0, right + left, bottom + top))


def save(picture: Image.Image, colours: int, path: Path, seal: str) -> None:
    """Few colours are enough for words, and make the file small."""
    known = PngImagePlugin.PngInfo()
    known.add_text("eia-seal", seal)
    picture.quantize(colours).save(path, pnginfo=known, optimize=True)
    if path.stat().st_size > LARGEST:
        raise SystemExit(f"{path} is larger than {LARGEST} bytes")


if __name__ == "__main__":
    main()

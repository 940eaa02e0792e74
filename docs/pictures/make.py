"""Makes the pictures of the documentation from the samples; run `python -m docs.pictures.make` in the project's folder.

Needs LibreOffice, pdftoppm, Chromium (or what EIA_CHROMIUM names) and Pillow. Each picture remembers what it was made of."""

import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, PngImagePlugin

from docs.pictures import sheet, terminal
from docs.pictures.pages import PAGES, WEB_PAGES
from eia.publishing.word.seal import seal_of

HERE = Path(__file__).parent
WIDTH = {True: 1400, False: 1000}
"""How many pixels a picture is wide: of a page that lies on its side, and of one that stands."""
SCREENS, GAP = (980, 360), 40
"""A wide screen, a telephone, and what lies between them in a picture."""
GROUND = "--default-background-color=1b1f23ff"
"""Round the words of the terminal."""
LARGEST = 150_000


def main() -> None:
    """Make each picture anew."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            word = page.word()
            save(picture_of(word, page.words, Path(folder)), 64, HERE / f"{page.name}.png", seal_of(word))
    for web in WEB_PAGES:
        with tempfile.TemporaryDirectory() as folder:
            save(screens_of(web.page(), Path(folder)), 64, HERE / f"{web.name}.png", web.seal())
    with tempfile.TemporaryDirectory() as folder:
        table = sheet.table()
        save(cut_out(sheet.page(table), Path(folder), 1300), 32, HERE / "sheet.png", sheet.seal(table))
    with tempfile.TemporaryDirectory() as folder:
        words = terminal.shown()
        save(
            cut_out(terminal.page(words), Path(folder), 1400, GROUND), 256, HERE / "terminal.png", terminal.seal(words)
        )


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


def screens_of(page: bytes, home: Path) -> Image.Image:
    """A web page on a wide screen, and beside it on a telephone."""
    (home / "page.html").write_bytes(page)
    screens = [drawn(home / "page.html", width, 1100) for width in SCREENS]
    both = Image.new("RGB", (sum(SCREENS) + GAP, 1100), "#c9ced2")
    both.paste(screens[0], (0, 0))
    both.paste(screens[1], (SCREENS[0] + GAP, 0))
    return both


def cut_out(page: str, home: Path, width: int, *more: str) -> Image.Image:
    """A page as a browser draws it, without the empty margin around what stands on it."""
    (home / "page.html").write_text(page, encoding="utf-8")
    screen = drawn(home / "page.html", width, 2400, *more)
    ground = Image.new("RGB", screen.size, screen.getpixel((screen.width - 1, screen.height - 1)))
    left, top, right, bottom = ImageChops.difference(screen, ground).getbbox() or (0, 0, *screen.size)
    return screen.crop((0, 0, min(right + left, screen.width), bottom + top))


def drawn(file: Path, width: int, height: int, *more: str) -> Image.Image:
    """A file as a browser draws it in a window of this size."""
    browser = [os.environ.get("EIA_CHROMIUM", "chromium"), "--headless", "--no-sandbox", "--disable-gpu"]
    quiet = ["--disable-background-networking", "--hide-scrollbars", *more]
    shot = [f"--screenshot={file}.png", f"--window-size={width},{height}", f"file://{file}"]
    subprocess.run([*browser, *quiet, *shot], check=True, capture_output=True, timeout=120)
    return Image.open(f"{file}.png").convert("RGB")


def save(picture: Image.Image, colours: int, path: Path, seal: str) -> None:
    """Few colours are enough for words, and make the file small."""
    known = PngImagePlugin.PngInfo()
    known.add_text("eia-seal", seal)
    picture.quantize(colours).save(path, pnginfo=known, optimize=True)
    if path.stat().st_size > LARGEST:
        raise SystemExit(f"{path} is larger than {LARGEST} bytes")


if __name__ == "__main__":
    main()

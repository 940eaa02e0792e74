"""Makes the pictures of the documentation from the samples; run `python -m docs.pictures.make` in the project's folder.

Needs LibreOffice, pdftoppm, Chromium (or what EIA_CHROMIUM names) and Pillow. Each picture remembers what it was made of."""

import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, PngImagePlugin

import eia
from docs.pictures import terminal
from eia.publishing.word.seal import seal_of

SAMPLE = Path("assessments/mopac-action-plan-2020-mended/assessment.eia.yaml")
HERE = Path(__file__).parent
WIDTH = 1400
LARGEST = 150_000


def main() -> None:
    """Make each picture anew."""
    with tempfile.TemporaryDirectory() as folder:
        word = eia.export(SAMPLE)
        save(page_of(word, Path(folder)), 64, HERE / "word-page.png", seal_of(word))
        words = terminal.shown()
        save(terminal_of(words, Path(folder)), 256, HERE / "terminal.png", terminal.seal(words))


def page_of(word: bytes, home: Path) -> Image.Image:
    """The first page of the table, which lies on its side."""
    (home / "sample.docx").write_bytes(word)
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(home), f"{home}/sample.docx"]
    subprocess.run(convert, check=True, capture_output=True)
    subprocess.run(["pdftoppm", "-r", "130", "-png", f"{home}/sample.pdf", f"{home}/page"], check=True)
    pages = [Image.open(path).convert("RGB") for path in sorted(home.glob("page-*.png"))]
    page = next(page for page in pages if page.width > page.height)
    return page.resize((WIDTH, page.height * WIDTH // page.width))


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

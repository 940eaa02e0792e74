"""Makes the picture of the README from the sample: needs LibreOffice, pdftoppm and Pillow; run it from the project's folder."""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image, PngImagePlugin

import eia
from eia.publishing.word.seal import seal_of

SAMPLE = Path("assessments/mopac-action-plan-2020-mended/assessment.eia.yaml")
TARGET = Path(__file__).parent / "word-page.png"
WIDTH = 1400


def main() -> None:
    """Export, render, pick the first page of the table, and remember which document it was."""
    word = eia.export(SAMPLE)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "sample.docx").write_bytes(word)
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, f"{home}/sample.docx"]
        subprocess.run(convert, check=True, capture_output=True)
        subprocess.run(["pdftoppm", "-r", "130", "-png", f"{home}/sample.pdf", f"{home}/page"], check=True)
        pages = [Image.open(path).convert("RGB") for path in sorted(home.glob("page-*.png"))]
    page = next(page for page in pages if page.width > page.height)
    page = page.resize((WIDTH, page.height * WIDTH // page.width)).quantize(64)
    known = PngImagePlugin.PngInfo()
    known.add_text("eia-seal", seal_of(word))
    page.save(TARGET, pnginfo=known, optimize=True)


if __name__ == "__main__":
    main()

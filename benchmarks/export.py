"""How long `eia export` takes beside pandoc, which makes a Word document of the same words, exported as Markdown.

    python -m benchmarks.export [--scale 1 10] [--times 7]

Each line is a whole process, started anew; all are run in turn, so that whatever else the machine does meets them alike.
Needs pandoc, which comes with `pip install --group outside`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import pypandoc

from benchmarks.generate import generate

GOALS = {1: 2.0, 10: 0.6}
"""At most this often as long as pandoc, by scale."""
EXPORT, PANDOC = "eia export", "pandoc"
IMPORTS = "import eia.cli, eia.publishing.save, eia.publishing.word"


def main() -> None:
    """Measure each scale, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=int, nargs="+", default=sorted(GOALS))
    parser.add_argument("--times", type=int, default=7, help="how often each is run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for scale in given.scale:
            print("\n".join(told(scale, *measured(generate(Path(folder), scale), given.times))))


def measured(home: Path, times: int) -> tuple[int, dict[str, list[float]]]:
    """The size of the assessment, and the seconds of every run of each command."""
    eia = [sys.executable, "-m", "eia"]
    run([*eia, "export", str(home), "-o", str(home / "said.md")])
    pandoc = [pypandoc.get_pandoc_path(), "--from", "gfm", str(home / "said.md"), "-o", str(home / "pandoc.docx")]
    commands = {
        EXPORT: [*eia, "export", str(home), "-o", str(home / "eia.docx")],
        PANDOC: pandoc,
        "an empty interpreter": [sys.executable, "-c", ""],
        "the imports alone": [sys.executable, "-c", IMPORTS],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            seconds[name].append(run(command))
    return sum(path.stat().st_size for path in home.glob("*.yaml")), seconds


def run(command: list[str]) -> float:
    """The seconds that a command takes; it has to end well."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def told(scale: int, size: int, seconds: dict[str, list[float]]) -> list[str]:
    """The best and the median of each, and how they compare."""
    lines = [
        f"{scale} times a real assessment: {size / 1000:.0f} KB of YAML",
        "                          best   median",
    ]
    lines += [f"  {name:<22} {min(each):>6.3f} s {median(each):>6.3f} s" for name, each in seconds.items()]
    ratio = min(seconds[EXPORT]) / min(seconds[PANDOC])
    goal = f", and should be at most {GOALS[scale]}" if scale in GOALS else ""
    return [*lines, f"  eia export / pandoc: {ratio:.2f} of the best{goal}", ""]


if __name__ == "__main__":
    main()

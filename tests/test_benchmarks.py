"""What the benchmark measures is an assessment such as officers write, the same on every machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import eia
from benchmarks.generate import Author, generate
from tests.asking import MENDED
from tests.running import ROOT


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*.yaml"))


def test_the_same_scale_gives_the_same_files() -> None:
    assert Author(2).files() == Author(2).files()
    assert Author(2).files() != Author(1).files()


def test_it_is_as_long_as_a_real_one_and_has_no_error(tmp_path: Path) -> None:
    home = generate(tmp_path, 1)
    assert size(home) == pytest.approx(size(MENDED), rel=0.1)
    assert not eia.lint(home).errors


def test_ten_times_is_about_ten_times_as_long(tmp_path: Path) -> None:
    assert size(generate(tmp_path, 10)) == pytest.approx(10 * size(generate(tmp_path, 1)), rel=0.1)


@pytest.mark.outside
def test_the_benchmark_prints_how_both_compare(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.export", "--scale", "1", "--times", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    for measured in ("eia export", "pandoc", "an empty interpreter", "the imports alone"):
        assert f"  {measured} " in done.stdout
    assert "eia export / pandoc: " in done.stdout

"""How long `eia lint` takes with every rule on, beside the dozen with which it began.

    python -m benchmarks.lint [--times 15]

The whole command is started anew each time, both in turn, on the published sample in a project of its own: in ours, lint
looks through many other files for whoever shares its plan, whatever the rules. What the rules that are left out cost to
import is in both; so the second line measures one process, in which nothing is imported any more and every rule tells."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from eia.linting import lint
from eia.rules import ALL
from eia.settings import PRESETS, Choice

SAMPLE = Path("assessments/mopac-action-plan-2020")
GOAL = 1.5
"""At most this often as long as with the dozen the command should take."""
DOZEN = (
    *("unknown-reference", "ambiguous-reference", "reference-case-mismatch", "section-title-mismatch", "duplicate-id"),
    *("malformed-id", "missing-characteristic", "unknown-rating", "rating-without-evidence", "rating-without-reason"),
    *("percent-count-mismatch", "uncited-action"),
)
EVERY = Choice(PRESETS[-1])
FEW = Choice(ignore=tuple(rule.id for rule in ALL if rule.id not in DOZEN and not rule.firm))


def main() -> None:
    """Measure both ways, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=15, help="how often each is run")
    times = parser.parse_args().times
    with TemporaryDirectory() as folder:
        sample = copytree(SAMPLE, Path(folder, "project", SAMPLE.name))
        sample.with_name("eia.toml").touch()
        every, few = in_turn(times, *(partial(run, sample, choice) for choice in (EVERY, FEW)))
        alone, few_alone = in_turn(times, *(partial(lint, [sample], choice=choice) for choice in (EVERY, FEW)))
    print(f"The published sample, {len(ALL)} rules beside {len(DOZEN)}; the best of {times} runs:")
    print(f"  the command          {every:.3f} s / {few:.3f} s = {every / few:.2f}, and should be at most {GOAL}")
    print(f"  lint in one process  {alone:.3f} s / {few_alone:.3f} s = {alone / few_alone:.2f}")


def run(sample: Path, choice: Choice) -> None:
    """The command with some rules; it ends with 1, since the sample has errors."""
    options = [*(("--preset", choice.preset) if choice.preset else ()), *pairs("--ignore", choice.ignore)]
    command = [sys.executable, "-m", "eia", "lint", "--read-only", str(sample), *options]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert done.returncode == 1, done.stderr


def pairs(option: str, names: Iterable[str]) -> list[str]:
    """The option before each name."""
    return [word for name in names for word in (option, name)]


def in_turn(times: int, *tasks: Callable[[], object]) -> list[float]:
    """The best seconds of each task, all run in turn, so that whatever else the machine does meets them alike."""
    best = [float("inf")] * len(tasks)
    for _ in range(times):
        for number, task in enumerate(tasks):
            began = time.perf_counter()
            task()
            best[number] = min(best[number], time.perf_counter() - began)
    return best


if __name__ == "__main__":
    main()

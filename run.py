"""Two commands for a new machine with Python and git: `python3 run.py` makes a Word document, `python3 run.py test` tests."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("EIA_VENV", HERE / ".venv"))
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SAMPLE = "mopac-action-plan-2020-mended"


def main() -> int:
    """Do what the first word says."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else "sample"
    if wanted not in ("sample", "test") or sys.version_info < (3, 11):
        print("Usage: python3 run.py [sample|test], with Python 3.11 or later")
        return 2
    prepare(["-e", "."], group="test" if wanted == "test" else None)
    if wanted == "test":
        return call(PYTHON, "-m", "pytest", "-n", "auto", *sys.argv[2:])
    return call(PYTHON, "-c", "from eia.cli import main; main()", "export", f"assessments/{SAMPLE}")


def prepare(what: list[str], group: str | None) -> None:
    """An environment of our own, since many systems refuse to install into theirs."""
    if not PYTHON.exists():
        print(f"Setting up {HOME} (once; about a minute)", flush=True)
        make_environment()
    if group:
        what = [*what, "--group", group]
    install(what)


def make_environment() -> None:
    """Some systems ship Python without the pip that a new environment needs; then their own pip installs into it."""
    made = subprocess.run([sys.executable, "-m", "venv", HOME], capture_output=True)
    if made.returncode:
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", HOME], check=True)


def install(what: list[str]) -> None:
    """With the environment's own pip where it has one; new enough to know dependency groups."""
    own = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0
    pip = [PYTHON, "-m", "pip"] if own else [sys.executable, "-m", "pip", "--python", PYTHON]
    quiet = ["--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, "install", *quiet, "--upgrade", "pip>=25.1"]).returncode:
        raise SystemExit("pip could not be set up. On Debian and Ubuntu, `apt install python3-venv` provides it.")
    if subprocess.run([PYTHON, "-m", "pip", "install", *quiet, *what], cwd=HERE).returncode:
        raise SystemExit("The project could not be installed; the lines above say why.")


def call(*words: object) -> int:
    """Run a program in the project's folder, and hand on its exit code."""
    return subprocess.run([str(word) for word in words], cwd=HERE).returncode


if __name__ == "__main__":
    sys.exit(main())

"""Makes a folder with eia and all it needs, for computers without a network: `python docs/install/wheelhouse.py --help`."""

from __future__ import annotations

import argparse
import json
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

PROJECT = Path(__file__).resolve().parents[2]
READ_ME = "READ ME.txt"
NAMES = {"windows": "Windows", "mac": "macOS", "linux": "Linux"}
USUAL = {"windows": "x86-64", "mac": "arm64", "linux": "x86-64"}
PROCESSORS = {"amd64": "x86-64", "x86_64": "x86-64", "arm64": "arm64", "aarch64": "arm64"}
LINUX = range(28, 16, -1)
KNOWN = {
    ("windows", "x86-64"): ("AMD64", ["win_amd64"]),
    ("windows", "arm64"): ("ARM64", ["win_arm64"]),
    ("mac", "x86-64"): ("x86_64", ["macosx_12_0_x86_64"]),
    ("mac", "arm64"): ("arm64", ["macosx_12_0_arm64"]),
    ("linux", "x86-64"): ("x86_64", [f"manylinux_2_{minor}_x86_64" for minor in LINUX]),
    ("linux", "arm64"): ("aarch64", [f"manylinux_2_{minor}_aarch64" for minor in LINUX]),
}
"""What Python and pip call them: macOS 12 or later, Linux with glibc 2.28 or later."""

FACTS = {
    "windows": {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows"},
    "mac": {"os_name": "posix", "sys_platform": "darwin", "platform_system": "Darwin"},
    "linux": {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux"},
}
PIP_ABROAD = """
import json, sys
from pip._internal.cli.main import main
from pip._vendor.packaging import markers
here = markers.default_environment
markers.default_environment = lambda: {**here(), **json.loads(sys.argv[1])}
sys.exit(main(sys.argv[2:]))
"""
"""pip can fetch wheels for another system, but leaves out what they need on that system alone: it judges that by this one."""

TEXT = """\
eia {version}, with everything it needs, for {computer}

1. Python {python} must be on the computer. These files fit no other version of Python.
2. Unpack all of them into a folder.
{lines}
The last line should print: eia, version {version}
Nothing is fetched from a network. Write the words  help install  in place of --version to read more.
"""
WINDOWS = """\
3. Open that folder in the Explorer, click on the address bar, type cmd and press Enter.
4. Type these lines into the window that opens, and press Enter after each:

   py -{python} -m venv "%USERPROFILE%\\eia"
   "%USERPROFILE%\\eia\\Scripts\\python" -m pip install --no-index --find-links . --upgrade equality-impact-assessment
   "%USERPROFILE%\\eia\\Scripts\\eia" --version

   If it says that py is not found, write  python  in place of  py -{python}
"""
OTHERS = """\
3. Open a terminal, go to that folder and type these lines:

   python{python} -m venv ~/eia
   ~/eia/bin/python -m pip install --no-index --find-links . --upgrade equality-impact-assessment
   ~/eia/bin/eia --version
"""


class CannotMake(Exception):
    """Why there is no folder."""


@dataclass(frozen=True)
class Computer:
    """What the folder is for."""

    system: str
    processor: str
    python: str

    def __str__(self) -> str:
        return f"{NAMES[self.system]} ({self.processor}) with Python {self.python}"

    @property
    def pip(self) -> list[str]:
        """How to call the pip that fetches for it."""
        if self == this_one():
            return [sys.executable, "-m", "pip", "download"]
        machine, tags = KNOWN[self.system, self.processor]
        version = {"python_version": self.python, "python_full_version": f"{self.python}.0"}
        facts = FACTS[self.system] | version | {"platform_machine": machine}
        platforms = [word for tag in tags for word in ("--platform", tag)]
        options = ["--implementation", "cp", "--python-version", self.python, *platforms]
        return [sys.executable, "-c", PIP_ABROAD, json.dumps(facts), "download", *options]

    def read_me(self, version: str) -> str:
        """What somebody has to type there."""
        lines = (WINDOWS if self.system == "windows" else OTHERS).format(python=self.python)
        return TEXT.format(version=version, computer=self, python=self.python, lines=lines)


def this_one() -> Computer:
    """The computer that this runs on."""
    system = {"Windows": "windows", "Darwin": "mac"}.get(platform.system(), "linux")
    machine = platform.machine().lower()
    return Computer(system, PROCESSORS.get(machine, machine), f"3.{sys.version_info.minor}")


def main() -> int:
    """Do as the command line asks; what goes wrong is told in plain words."""
    computer, folder = asked()
    try:
        make(computer, folder)
    except CannotMake as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(f"{error.filename or folder} could not be written ({error.strerror or error}).", file=sys.stderr)
        return 1
    print(f"Made: {folder}\nThe same in one file: {archive_of(folder)}\n{READ_ME} in both of them says how to go on.")
    return 0


def asked() -> tuple[Computer, Path]:
    """What the command line asks for."""
    here = this_one()
    parser = argparse.ArgumentParser(prog="wheelhouse.py", description=(__doc__ or "").partition(":")[0] + ".")
    parser.add_argument("folder", nargs="?", type=Path, help="where to put it; a .zip with the same goes beside it")
    parser.add_argument("--for", dest="system", choices=NAMES, default=here.system, help="the system (this one)")
    parser.add_argument("--processor", choices=("x86-64", "arm64"), help="its processor (this one, or what is usual)")
    parser.add_argument("--python", type=version_of_python, default=here.python, help="its Python, as 3.12 (this one)")
    words = parser.parse_args()
    usual = here.processor if words.system == here.system else USUAL[words.system]
    computer = Computer(words.system, words.processor or usual, words.python)
    if computer != here and (computer.system, computer.processor) not in KNOWN:
        parser.error("name the processor with --processor")
    name = f"eia-for-{computer.system}-{computer.processor}-python-{computer.python}"
    return computer, (words.folder or Path(name)).absolute()


def version_of_python(words: str) -> str:
    """`3.12`, also where somebody wrote 3.12.4."""
    found = re.fullmatch(r"3\.(\d+)(?:\.\d+)?", words)
    if not found or int(found[1]) < 11:
        raise argparse.ArgumentTypeError(f"{words} is no version of Python that eia runs on: write 3.11, 3.12 or later")
    return f"3.{found[1]}"


def make(computer: Computer, folder: Path) -> None:
    """Fetch everything, and only then put it in place."""
    refuse_foreign(folder)
    print(f"Fetching what is needed for {computer} …", flush=True)
    with TemporaryDirectory() as temporary:
        work = Path(temporary)
        build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(work), str(PROJECT)]
        run(build, "The package of eia itself could not be built.")
        wheel = next(work.glob("*.whl"))
        fetch = [*computer.pip, "--only-binary=:all:", "--dest", str(work), str(wheel)]
        run(fetch, f"Not everything could be fetched for {computer}.")
        text = computer.read_me(version=wheel.name.split("-")[1])
        (work / READ_ME).write_text(text, encoding="utf-8", newline="\r\n")
        put(work, folder)


def refuse_foreign(folder: Path) -> None:
    """Only what an earlier run made is replaced."""
    if not (PROJECT / "pyproject.toml").is_file():
        raise CannotMake(f"{PROJECT} is not the project's folder: leave this script where it is.")
    for path, names in ((folder, names_in(folder)), (archive_of(folder), names_in(archive_of(folder)))):
        if not all(name == READ_ME or name.endswith(".whl") for name in names):
            raise CannotMake(f"{path} holds other things, and is left as it is. Name a folder that is not there yet.")


def names_in(path: Path) -> Iterable[str]:
    """What lies in a folder or an archive; of anything else, its own name."""
    if path.is_dir():
        return [one.name for one in path.iterdir()]
    try:
        with ZipFile(path) as opened:
            return opened.namelist()
    except FileNotFoundError:
        return []
    except (BadZipFile, OSError):
        return [path.name]


def archive_of(folder: Path) -> Path:
    """Where the zip goes; the name of a folder may have dots in it."""
    return folder.with_name(f"{folder.name}.zip")


def put(work: Path, folder: Path) -> None:
    """Move everything to its place, and make the zip of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for new in sorted(work.iterdir()):
        shutil.move(new, folder / new.name)
    shutil.make_archive(str(folder), "zip", root_dir=folder)


def run(words: list[str], failed: str) -> None:
    """Run pip; where it fails, say what it could not do."""
    quiet = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    done = subprocess.run([*words, *quiet], capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise CannotMake("\n".join([failed, *reasons(done.stdout + done.stderr)]))


def reasons(said: str) -> Iterator[str]:
    """From all that pip printed: what is missing, and why."""
    missing = re.findall(r"No matching distribution found for (\S+)", said)
    missing += re.findall(r"no matching distributions available for your environment:\s+(\S+)", said)
    if missing:
        yield f"Not to be had: {', '.join(dict.fromkeys(missing))}."
    if trouble := re.search(r"(?:Retrying|SSLError|ProxyError|CERTIFICATE_VERIFY_FAILED|Could not fetch).*", said):
        yield f"The network was not reached; docs/install.md says what helps behind a proxy. pip says: {trouble[0]}"
    elif not missing:
        lines = [line for line in said.splitlines() if line.strip()]
        yield from ["pip says:", *(f"  {line}" for line in lines[-5:])]


if __name__ == "__main__":
    sys.exit(main())

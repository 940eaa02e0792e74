"""Does what a page of the documentation tells its reader to do, and shows it what the program then says.

Marks stand on the line before a fenced block:

    <!-- run -->                    the commands of the block are run, in a folder of the page's own
    <!-- output -->                 the last command printed this; a line of `…` stands for lines left out
    <!-- output: COMMAND -->        the same, of a command that is run first
    <!-- write: PATH -->            the block is what the file holds
    <!-- write: PATH below a head --> the same, below the first lines that every assessment begins with
    <!-- add: PATH -->              the block goes to the end of the file
    <!-- change: PATH -->           the block takes the place of the part of the file that begins with the same line
    <!-- in: PATH -->              the lines of the block stand in the file, one after the other
    <!-- yaml: assessment, draft --> an excerpt of an assessment (a plan, sources) of this status, which holds no mistake
    <!-- else: REASON -->           not ours to check
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from eia.diagnostics.diagnostic import Severity
from eia.linting import lint
from tests.running import within

BLOCK = re.compile(r"(?:<!-- (?P<mark>[^\n]*) -->\n)?^```(?P<language>[a-z]*)\n(?P<words>.*?)^```$", re.M | re.S)
HEADS = {
    "assessment": "assessment: library-hours-2026\nprofile: gb-equality-act\nstatus: {status}\n",
    "plan": "plan: library-hours-2026-plan\n",
    "sources": "sources: library-hours-2026-sources\n",
}
CITED_ELSEWHERE = ("unknown-reference", "missing-answer")
"""An excerpt may cite what stands in another part of the assessment, and leaves out the rest of it."""
LEFT_OUT = "…\n"
CRASHED = "eia has a mistake of its own"


@dataclass(frozen=True)
class Block:
    """A fenced block of a page, with the mark before it; `start` and `end` are where its words stand."""

    mark: str
    language: str
    words: str
    start: int
    end: int


class Stale(AssertionError):
    """A page shows what is not so."""


def blocks(page: str) -> tuple[Block, ...]:
    """The fenced blocks of a page."""
    return tuple(
        Block(found["mark"] or "", found["language"], found["words"], *found.span("words"))
        for found in BLOCK.finditer(page)
    )


def done_anew(page: str, folder: Path) -> str:
    """The page with every output as the program gives it now, after all that the page says was done in this folder."""
    reader = _Reader(folder)
    parts, at = [], 0
    for block in blocks(page):
        parts += [page[at : block.start], reader.follow(block)]
        at = block.end
    reader.expect_no_failure()
    return "".join((*parts, page[at:]))


class _Reader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = folder
        self.said = ""
        self.failed = ""

    def follow(self, block: Block) -> str:
        """What the block should say."""
        mark, _, rest = block.mark.partition(": ")
        match mark:
            case "run":
                self.expect_no_failure()
                self._run(block.words)
            case "output":
                self._run(rest)
                self.failed = ""
                return as_shown(block.words, self.said)
            case "write":
                name, below, _ = rest.partition(" below a head")
                self._write(name, (HEADS["assessment"].format(status="draft") if below else "") + block.words)
            case "add":
                self._write(rest, self._read(rest) + block.words)
            case "change":
                self._write(rest, changed(self._read(rest), block.words))
            case "in":
                return as_shown(f"…\n{block.words}…\n", self._read(rest)).removeprefix(LEFT_OUT).removesuffix(LEFT_OUT)
            case "yaml":
                _expect_no_mistake(self.folder / "excerpt.eia.yaml", block.words, *rest.split(", "))
        return block.words

    def expect_no_failure(self) -> None:
        """A command that ends with 2 could not do its work; only a page that shows why may go on."""
        if self.failed:
            raise Stale(self.failed)

    def _run(self, commands: str) -> None:
        for command in commands.splitlines():
            words = shlex.split(command, comments=True)
            if words[:1] == ["cd"]:
                self.place = (self.place / words[1]).resolve()
                if not self.place.is_relative_to(self.folder):
                    raise Stale(f"{command} leaves the page's folder")
            elif words:
                code, self.said = _eia(words[1:], self.place) if words[0] == "eia" else _git(words, self.place)
                if CRASHED in self.said:
                    raise Stale(f"{command}: {self.said}")
                self.failed = f"{command} ended with {code}:\n{self.said}" if code > 1 else self.failed

    def _read(self, name: str) -> str:
        path = self.place / name
        return path.read_text("utf-8") if path.exists() else ""

    def _write(self, name: str, words: str) -> None:
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")


def _eia(words: list[str], place: Path) -> tuple[int, str]:
    """The exit code and everything printed, as somebody sees it who stands in this folder."""
    ran = within(place, *words, env={"FORCE_COLOR": "", "EIA_DEBUG": "", "COLUMNS": "80"}, merged=True)
    return ran.code, ran.out


def _git(words: list[str], place: Path) -> tuple[int, str]:
    if words[0] != "git":
        raise Stale(f"a page may run eia, cd and git, not {words[0]}")
    who = ["-c", "user.name=Officer", "-c", "user.email=officer@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *who, *words[1:]], cwd=place, capture_output=True, text=True, timeout=20)
    return (2 if done.returncode else 0), done.stdout + done.stderr


def as_shown(shown: str, said: str) -> str:
    """What was printed now, leaving out what the page leaves out.

    Each part between lines of `…` is looked for in order: the very lines, or where they are gone, those most like them.
    A part that ends with an empty line goes on to the end of its paragraph, however long that is now."""
    lines = (said.strip("\n") + "\n").splitlines(keepends=True)
    *parts, last = (part.splitlines(keepends=True) for part in re.split(r"^…\n", shown, flags=re.M))
    at, kept = 0, []
    for number, part in enumerate(parts):
        at = _nearest(lines, part, at) if number else 0
        end = _end(lines, part, at)
        kept.append("".join(lines[at:end]))
        at = end
    start = (_nearest(lines, last, at) if last else len(lines)) if parts else 0
    return LEFT_OUT.join((*kept, "".join(lines[start:])))


def _end(lines: list[str], part: list[str], at: int) -> int:
    """Where a part ends that begins there."""
    if part and part[-1] == "\n":
        blank = [number for number in range(at, len(lines)) if lines[number] == "\n"]
        return (blank[part.count("\n") - 1 :] or [len(lines) - 1])[0] + 1
    return at + len(part)


def _nearest(lines: list[str], part: list[str], first: int) -> int:
    """Where, from the first line on, these lines stand, or lines most like them."""
    places = range(first, max(len(lines) - len(part), first) + 1)

    def likeness(at: int) -> float:
        return sum(SequenceMatcher(None, *pair).ratio() for pair in zip(lines[at:], part, strict=False))

    same = (at for at in places if lines[at : at + len(part)] == part)
    exact = next(same, None)
    return max(places, key=likeness) if exact is None else exact


def changed(text: str, block: str) -> str:
    """The text, with the block in place of the lines from the one it begins with to the next that stands as far left."""
    lines, (first, *_) = text.splitlines(keepends=True), block.splitlines(keepends=True)
    key = first.split(":")[0] + ":"
    found = [number for number, line in enumerate(lines) if line.startswith(key)]
    if len(found) != 1:
        raise Stale(f"{len(found)} lines begin with {key!r}, so it is not clear which part is changed")
    start = found[0]
    end = next((at for at in range(start + 1, len(lines)) if _as_far_left(lines[at], first)), len(lines))
    while end > start + 1 and lines[end - 1].strip() == "":
        end -= 1
    return "".join((*lines[:start], block, *lines[end:]))


def _as_far_left(line: str, first: str) -> bool:
    indent = len(first) - len(first.lstrip())
    return bool(line.strip()) and len(line) - len(line.lstrip()) <= indent


def _expect_no_mistake(path: Path, words: str, kind: str, status: str = "draft") -> None:
    head = HEADS[kind].format(status=status)
    keys = set(re.findall(r"^\w+:", words, re.M))
    kept = "".join(line for line in head.splitlines(keepends=True) if line.split(" ")[0] not in keys)
    path.write_text(kept + words, encoding="utf-8")
    found = lint([path]).diagnostics
    wrong = [one for one in found if one.severity >= Severity.WARNING and one.rule not in CITED_ELSEWHERE]
    path.unlink()
    if wrong:
        raise Stale("\n".join(f"{one.rule}: {one.message}" for one in wrong) + f"\nin:\n{words}")


def unmarked(page: str) -> Iterator[Block]:
    """Blocks that no mark speaks of, so that nobody would notice when they are no longer so."""
    for block in blocks(page):
        mark = block.mark.partition(":")[0]
        ours = block.language in OURS or re.search("^eia ", block.words, re.M)
        if ours and (mark, block.language) not in KNOWN and mark != "else":
            yield block


OURS = ("yaml", "text", "")
"""Languages that need a mark; of others, only what names our command. Those of Python are run by another test."""
KNOWN = {("run", "sh"), ("output", "text"), ("yaml", "yaml"), ("write", "yaml"), ("add", "yaml"), ("change", "yaml")}

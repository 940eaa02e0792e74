"""What the command prints, where, and with which exit code it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import click

from eia import __version__
from eia.baseline import NAME
from eia.choosing import held_to
from eia.diagnostics.concise import concise
from eia.diagnostics.data import as_json
from eia.diagnostics.diagnostic import Diagnostic, Severity, counts, in_order
from eia.diagnostics.github import github
from eia.diagnostics.gitlab import gitlab
from eia.diagnostics.human import Paint, folded, human, plain
from eia.diagnostics.junit import junit
from eia.diagnostics.markdown import markdown
from eia.diagnostics.sarif import Manual, sarif
from eia.diagnostics.shown import listed, many, printable, shown_path
from eia.files import ENDINGS
from eia.fixing import edits_of
from eia.forms.find import FILE
from eia.linting import Checked
from eia.project import Dossier
from eia.rules.manual import Entry, more_of, page, registry

text_or_json = click.option(
    "--format", "layout", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
"""The option of commands that print a list for people, or the same as data."""

DONE, FOUND, COULD_NOT, INTERRUPTED = 0, 1, 2, 130

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def _as_text(checked: Checked) -> Iterator[str]:
    yield from human(checked.diagnostics, paint())
    yield closing(checked)


def _as_json(checked: Checked) -> Iterator[str]:
    edits = partial(edits_of, checked)
    yield as_json(checked.diagnostics, map(_judged, checked.dossiers), checked.accepted, checked.known, edits)


def _judged(dossier: Dossier) -> dict[str, str | int | None]:
    """What an assessment is called, and as what, by which day and by which rules it was judged."""
    day = dossier.day.isoformat() if dossier.day else None
    return {
        "assessment": dossier.assessment.id,
        "status": dossier.status,
        "as-of": day,
        "rule-set": held_to(dossier),
    }


def _all_told(checked: Checked) -> tuple[Diagnostic, ...]:
    """What stands and what somebody accepted, in one order, so that every format gives a diagnostic one fingerprint."""
    return in_order((*checked.diagnostics, *checked.accepted))


def _manual(name: str) -> Manual:
    """What the manual says of a rule; what is told in reading a file counts as an error."""
    of_rule = _registry().get(name, {})
    text = page(name) or name
    facts: dict[str, str] = {
        key: str(of_rule[key]) for key in ("family", "confidence", "basis", "preset") if key in of_rule
    }
    severity = Severity.of(str(of_rule.get("severity", Severity.ERROR.word)))
    return Manual(str(of_rule.get("summary", name)), more_of(text), text, severity, facts)


@cache
def _registry() -> dict[str, Entry]:
    """The list of all rules, by name."""
    return {str(one["name"]): one for one in registry()}


def _titles(dossiers: Sequence[Dossier]) -> dict[Path, str]:
    """The assessment that a file belongs to; a file that several share goes by its own name."""
    users: dict[Path, list[str]] = {}
    for dossier in dossiers:
        one = dossier.assessment
        title = f"{one.title or 'Untitled assessment'} (`{one.id}`, {dossier.status.replace('-', ' ')})"
        for file in dossier.files:
            users.setdefault(file.path, []).append(title)
    return {path: names[0] for path, names in users.items() if len(names) == 1}


def _as_sarif(checked: Checked, _: Severity) -> Iterator[str]:
    yield sarif(_all_told(checked), _manual, __version__, checked.known)


def _as_markdown(checked: Checked, _: Severity) -> Iterator[str]:
    yield markdown(checked.diagnostics, checked.accepted, _titles(checked.dossiers), checked.known)


def _as_junit(checked: Checked, fail_on: Severity) -> Iterator[str]:
    yield junit((file.path for file in checked.files), _all_told(checked), fail_on, checked.known)


Printer = Callable[[Checked, Severity], Iterator[str]]
"""Prints what was found; the severity is the least that makes the exit code 1."""
PRINTERS: dict[str, Printer] = {
    "text": lambda checked, _: _as_text(checked),
    "concise": lambda checked, _: concise(checked.diagnostics),
    "json": lambda checked, _: _as_json(checked),
    "github": lambda checked, _: github(checked.diagnostics),
    "sarif": _as_sarif,
    "gitlab": lambda checked, _: iter([gitlab(_all_told(checked))]),
    "junit": _as_junit,
    "markdown": _as_markdown,
}


def echo_all(lines: Iterable[str]) -> None:
    """Print what was found, line by line."""
    for line in lines:
        click.echo(line, color=_coloured())


def closing(checked: Checked) -> str:
    """How much was checked as what, and how much was found; clean is not the same as met."""
    number = counts(checked.diagnostics)
    statuses = [dossier.status for dossier in checked.dossiers]
    judged = ", ".join(
        f"{many(statuses.count(status), 'assessment')} as {status}" for status in dict.fromkeys(statuses)
    )
    found = ", ".join(many(number[severity], severity.word) for severity in reversed(Severity))
    forms = [file for file in checked.files if file.kind == "profile" or file.path.name == FILE]
    none = "no assessment" if all(file.content for file in checked.files) else "no assessment that could be read"
    if not judged and len(forms) == len(checked.files):
        judged = many(len(forms), "form")
    lines = [f"Checked {many(len(checked.files), 'file')}: {judged or none}. Found {found}."]
    lines += _known(checked)
    if first := next((one for one in checked.diagnostics if one.severity is Severity.ERROR), None):
        lines.append(f"Begin with {shown_path(first.text.path)}:{first.text.position(first.span.start).line}.")
    lines += _fixable(checked)
    lines += _own_days(checked.dossiers)
    if checked.dossiers and not number[Severity.ERROR] and not number[Severity.WARNING]:
        lines.append("No error and no warning does not mean that the duty is met: that is for people to judge.")
    return "\n".join(part for line in lines for part in folded(line))


def _fixable(checked: Checked) -> Iterator[str]:
    """How many the program can mend itself, and how."""
    safe = sum(one.fix.safe for one in checked.diagnostics if one.fix)
    unsafe = sum(not one.fix.safe for one in checked.diagnostics if one.fix)
    if safe:
        more = f", and {unsafe} more with --unsafe" if unsafe else ""
        yield f"`eia lint --fix` mends {safe} of these{more}; `eia lint --diff` shows how."
    elif unsafe:
        yield f"`eia lint --fix --unsafe` mends {unsafe} of these, for you to read; `eia lint --diff --unsafe` shows how."


def _known(checked: Checked) -> Iterator[str]:
    """How much is not shown because it is known, and what need not be known any more."""
    if number := len(checked.known):
        yield f"Not shown: {many(number, 'finding')} that {NAME} has. `eia lint --no-baseline` shows all."
    if checked.mended:
        yield outlived(len(checked.mended))


def outlived(number: int) -> str:
    """That the baseline has what is not found any more."""
    return f"{many(number, 'finding')} in {NAME} {'is' if number == 1 else 'are'} mended: `eia baseline --prune` takes out such."


def _own_days(dossiers: Sequence[Dossier]) -> Iterator[str]:
    """That what is settled does not grow old: by which days and rules it was judged."""
    settled = [one for one in dossiers if one.is_settled and not one.as_of]
    days = {one.day: f"{one.day.day} {one.day:%B %Y}" for one in settled if one.day}
    sets = sorted({held_to(one) for one in settled})
    if days:
        when = f"of {next(iter(days.values()))}" if len(days) == 1 else "of their own dates"
        yield f"What is signed off was judged as {when}, by rule set {listed([str(number) for number in sets])}."


def say_nothing_found(checked: Checked, paths: Sequence[Path]) -> None:
    """What was looked for, and which files were nearly it."""
    where = ", ".join(printable(str(path.resolve())) for path in paths)
    say(
        f"No assessment was found in {where}: files that end in {' or '.join(ENDINGS)} were looked for.",
        "" if checked.near_misses else "Go to the folder of your assessments with `cd`, or begin one with `eia new`.",
    )
    say_near_misses(checked)


def say_near_misses(checked: Checked) -> None:
    """Where there is no assessment: which files may have been meant for one."""
    for path in checked.near_misses:
        say(
            f"{shown_path(path)} was not read, since its name does not end in {ENDINGS[0]}.", "If it is one, rename it."
        )


def can_ask() -> bool:
    """Whether somebody sits there who can answer; a service may have closed our input altogether."""
    return bool(sys.stdin and sys.stdin.isatty())


def on_terminal() -> bool:
    """Whether what we print is read on a terminal."""
    return bool(sys.stdout and sys.stdout.isatty())


def _coloured() -> bool:
    """Colour only on a terminal, unless FORCE_COLOR or NO_COLOR says otherwise."""
    return not os.environ.get("NO_COLOR") and bool(os.environ.get("FORCE_COLOR") or on_terminal())


def paint() -> Paint:
    """The colours of severities, where colour is wanted."""
    if not _coloured():
        return plain
    return lambda words, severity: click.style(words, fg=_COLOURS[severity], bold=True)


def say(message: str, help: str = "") -> None:
    """Tell people why something was not done, and what they can do; on the side, so that output stays clean."""
    click.echo(printable(message), err=True)
    if help:
        click.echo(f"What to do: {printable(help)}", err=True)


def told(error: OSError) -> str:
    """What the system says is wrong with a file, and with which."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"

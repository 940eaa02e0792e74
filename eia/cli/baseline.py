"""`eia baseline`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import click

from eia.baseline import NAME, Baseline, Compared, compared, read_baseline, write_baseline
from eia.cli.day import Day
from eia.cli.show import COULD_NOT, DONE, FOUND, echo_all, outlived, paint, say, say_nothing_found
from eia.diagnostics.human import folded, human
from eia.diagnostics.shown import many, shown_path
from eia.diagnostics.told import Told
from eia.linting import Checked, lint
from eia.settings import PRESETS, Choice, Preset
from eia.targets import paths_named

Way = Literal["begin", "add", "prune"]
MEND_OR_ADD = "`eia lint` shows what is new. Mend it, or add it with `eia baseline --add`."
AS_OF = "The day by which rules about time judge, and that new entries bear, e.g. 2026-05-21. Without it, it is today."


@click.command("baseline")
@click.argument("names", nargs=-1, metavar="[PATHS]...")
@click.option("--add", "way", flag_value="add", help="Add what has been found since to the file that is there.")
@click.option("--prune", "way", flag_value="prune", help="Take out what is not found any more; nothing is added.")
@click.option("--preset", type=click.Choice(PRESETS), help="Which rules are asked (unless eia.toml says otherwise).")
@click.option("--as-of", type=Day(), help=AS_OF)
@click.pass_context
def baseline_command(
    context: click.Context, names: tuple[str, ...], way: Way | None, preset: Preset | None, as_of: date | None
) -> None:
    """Note down what is found in old assessments, so that `eia lint` shows only what is new.

    It makes eia-baseline.json at the top of the project, with a line for each finding. What is signed off, what could not be
    read and what can only be mended is never noted down, and `eia export` refuses errors as before. PATHS are files, folders
    with all they hold, or ids of assessments; without any, it is the folder you stand in."""
    paths = paths_named(names) or [Path()]
    checked = lint(paths, as_of=as_of, choice=Choice(preset or ""), baseline=False)
    if not checked.dossiers:
        say_nothing_found(checked, paths)
        context.exit(COULD_NOT)
    day = as_of or date.today()
    held = [read_baseline(root) for root in dict.fromkeys(one.root for one in checked.dossiers)]
    if broken := [fault for one in held for fault in one.faults]:
        echo_all(human(broken, paint()))
        raise Told(f"{NAME} cannot be read, so nothing was changed")
    context.exit(max([_updated(one, checked, way or "begin", day) for one in held]))


def _updated(held: Baseline, checked: Checked, way: Way, day: date) -> int:
    """Bring the baseline of a project up to date, as far as that was asked for, and say what was done."""
    there, there_already = compared(held, checked.dossiers, checked.diagnostics, day), held.exists
    added = [entry for _, entry in there.new] if way == "add" or (way == "begin" and not there_already) else []
    kept = [entry for entry in held.entries if way != "prune" or entry not in there.mended]
    if added or len(kept) < len(held.entries):
        write_baseline(held.root, (*kept, *added))
    for line in (
        _done(held, way, len(held.entries) - len(kept), len(added)),
        *_left(held, checked, there, way, len(added)),
    ):
        echo_all(folded(line))
    if way == "begin" and there_already and there.new:
        say(f"{_findings(len(there.new))} not added, since {shown_path(held.path)} is there already.", MEND_OR_ADD)
        return FOUND
    return DONE


def _done(held: Baseline, way: Way, taken_out: int, added: int) -> str:
    """What was done to the file, or that nothing was."""
    where, before = shown_path(held.path), len(held.entries)
    if added:
        now = f", which has {before + added} now" if before else ": `eia lint` shows only what is new"
        return f"{_findings(added)} noted down in {where}{now}."
    if taken_out:
        return f"{_findings(taken_out)} taken out of {where}, which has {before - taken_out} now."
    if held.exists:
        return f"{where} was left as it is."
    why = "there is nothing to note down" if way != "prune" else "--prune only takes out, and none is there"
    return f"No {where} was written: {why}."


def _left(held: Baseline, checked: Checked, there: Compared, way: Way, added: int) -> Iterator[str]:
    """What is not in the file, and why; what is in it and need not be."""
    paths = {file.path for one in checked.dossiers if one.root == held.root for file in one.files}
    found = sum(one.text.path in paths for one in checked.diagnostics)
    never = found - len(there.known) - len(there.new)
    if never and added:
        yield f"{_findings(never)} not noted down: what is signed, or can only be mended, never is. `eia lint` shows what."
    if there.mended and way != "prune":
        yield outlived(len(there.mended))
    if there.new and way == "prune" and held.exists:
        yield f"{_findings(len(there.new))} not in it, and none was added: `eia lint` shows what is new."


def _findings(number: int) -> str:
    return f"{many(number, 'finding')} {'was' if number == 1 else 'were'}"

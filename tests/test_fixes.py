"""Golden fixes: each folder of `fixes` belongs to a rule, and each file in it is an assessment with what the rule finds.

What `eia lint --fix` makes of it stands beside it in a file that ends in `.fixed.yaml`; where there is no such file, it must stay
as it is. In a name with `.unsafe`, `--unsafe` is meant. A folder holds the files of one project.
`EIA_GOLDEN=write pytest tests/test_fixes.py` writes the fixed files that exist anew, for somebody to read."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from eia.fixing import Leave, Mended, mend
from eia.linting import Checked, lint
from eia.rules import ALL
from eia.rules.manual import OF_READING
from tests.asking import AS_OF, EVERY_RULE, broken

FIXES = Path(__file__).parent / "fixes"
FIXED = ".fixed.yaml"
SOURCES = sorted(path for path in FIXES.rglob("*.yaml") if not path.name.endswith(FIXED))
CASES = sorted({path if path.parent.parent == FIXES else path.parent for path in SOURCES})


def files(case: Path) -> list[Path]:
    return [path for path in SOURCES if path == case or path.parent == case]


def fixed(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".yaml") + FIXED)


MENDED = [case for case in CASES if any(fixed(path).exists() for path in files(case))]
LEFT = [case for case in CASES if case not in MENDED]


def rule_of(case: Path) -> str:
    return case.relative_to(FIXES).parts[0]


def read_aloud(case: Path) -> str:
    return f"{rule_of(case)}, {case.name.removesuffix('.yaml')}".replace("-", " ").replace(".unsafe", ", unsafe")


def laid_out(case: Path, folder: Path) -> dict[Path, Path]:
    """The files of a case in a project of their own, by the files that they come from."""
    folder.joinpath("eia.toml").touch()
    laid = {path: folder / f"{path.name.partition('.')[0]}.eia.yaml" for path in files(case)}
    for path, copy in laid.items():
        copy.write_bytes(path.read_bytes())
    return laid


def mended(folder: Path, case: Path) -> Mended:
    return mend([folder], Leave(unsafe=".unsafe" in case.name), as_of=AS_OF, choice=EVERY_RULE)


def written(made: Mended) -> None:
    for one in made.files:
        one.after.path.write_text(one.after.source, encoding="utf-8", newline="")


def told(checked: Checked) -> Counter[tuple[str, ...]]:
    """What is wrong; a message that lists rows lists them in their order, which may be what is mended."""
    return Counter((one.rule, *sorted(one.message.replace(",", "").split())) for one in checked.diagnostics)


@pytest.mark.parametrize("case", MENDED, ids=read_aloud)
def test_what_the_rule_finds_is_mended(case: Path, tmp_path: Path) -> None:
    laid = laid_out(case, tmp_path)
    before = lint([tmp_path], as_of=AS_OF, choice=EVERY_RULE)
    was_read = all(file.tree for file in before.files)
    made = mended(tmp_path, case)
    written(made)
    for path, copy in laid.items():
        if os.environ.get("EIA_GOLDEN") == "write" and fixed(path).exists():
            fixed(path).write_bytes(copy.read_bytes())
        wanted = fixed(path) if fixed(path).exists() else path
        assert copy.read_bytes().decode() == wanted.read_bytes().decode()
    after = lint([tmp_path], as_of=AS_OF, choice=EVERY_RULE)
    assert broken(before, rule_of(case))
    assert [one.message for one in broken(after, rule_of(case))] == []
    assert not was_read or told(after) - told(before) == Counter()
    assert mended(tmp_path, case).files == ()


@pytest.mark.parametrize("case", LEFT, ids=read_aloud)
def test_what_nobody_can_be_sure_of_stays(case: Path, tmp_path: Path) -> None:
    laid_out(case, tmp_path)
    assert mended(tmp_path, case).files == ()


def test_a_rule_mends_what_it_says_and_as_safely_as_it_says(tmp_path: Path) -> None:
    """In all golden fixes, the mildest fix of each rule is what the list of rules says of it."""
    mends = {rule.id: rule.mends for rule in ALL} | OF_READING
    seen: dict[str, str] = {}
    for number, case in enumerate(CASES):
        folder = tmp_path / str(number)
        folder.mkdir()
        laid_out(case, folder)
        for one in lint([folder], as_of=AS_OF, choice=EVERY_RULE).diagnostics:
            if one.fix and (one.fix.safe or one.rule not in seen):
                seen[one.rule] = "safe" if one.fix.safe else "unsafe"
    assert seen == {name: how for name, how in mends.items() if how}
    assert {rule_of(case) for case in MENDED} == set(seen)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("case", [case for case in MENDED if case.is_file()], ids=read_aloud)
def test_lines_may_end_as_they_like(case: Path, ends: str, tmp_path: Path) -> None:
    ((path, copy),) = laid_out(case, tmp_path).items()
    copy.write_text(path.read_text("utf-8"), encoding="utf-8", newline=ends)
    written(mended(tmp_path, case))
    assert copy.read_bytes().decode() == fixed(path).read_bytes().decode().replace("\n", ends)

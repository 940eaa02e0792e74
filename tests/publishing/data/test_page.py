"""The lines of Python on the page about the data do what the page says, with the data that is made on it."""

from __future__ import annotations

import re
from contextlib import chdir
from pathlib import Path

from tests.pages import done_anew

PAGE = Path("docs/how-to/use-the-data.md")


def test_the_lines_of_python_find_what_the_page_says(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    done_anew(page.partition("## Make the files again")[0], tmp_path)
    examples = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert examples
    for example in examples:
        with chdir(tmp_path):
            exec(compile(example, str(PAGE), "exec"), {})

"""Nothing in a file, in its name or in a message can become more than words, in whatever format it is told and wherever."""

from __future__ import annotations

import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from unicodedata import category
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from eia.cli.show import say
from eia.diagnostics.concise import concise
from eia.diagnostics.diagnostic import Accepted, Diagnostic, Related, Severity
from eia.diagnostics.escape import in_markdown
from eia.diagnostics.human import human
from eia.diagnostics.shown import printable
from eia.text.span import Span, Text
from tests.asking import assessment
from tests.diagnostics.fixed import FORMATS
from tests.running import within

ATTACKS = (
    "::error::x",
    "::stop-commands::x",
    "%0A::error::x",
    "\r\n::error::x",
    "##vso[task.setvariable variable=x]y",
    "##[add-path]x",
    "##teamcity[x]",
    "\x1b[31m",
    "\x1b]0;x\x07",
    "\x9b31m",
    "\u202e",
    "\u2028",
    "\x00",
    "\udcff",
    "\ufffe",
    "]]>",
    "<!--",
    "&lt;",
    "<b>",
    "<script>x</script>",
    '"',
    "\\",
    "`",
    "``",
    "[x](https://example.org)",
    "![x](y)",
    "[x]: y",
    "https://example.org",
    "www.example.org",
    "a@example.org",
    "@team",
    "#123",
    "!7",
    "GH-12",
    ":tada:",
    "/close",
    "$`x`$",
    "**x**",
    "_x_",
    "~~x~~",
    "| x |",
    "# x",
    "😀",
    "e\u0301",
    "a,b:c%",
    "\n",
    " ",
)
hostile = st.lists(st.sampled_from(ATTACKS) | st.text(max_size=5), max_size=6).map("".join)
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
STEERING = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def told(words: str, name: str = "a") -> tuple[Diagnostic, ...]:
    """Diagnostics that say these words wherever words of files can stand."""
    text = Text(Path(name.replace("/", "-").replace("\0", "") or "a"), f"x{words}")
    span = Span(0, len(text.source))
    one = Diagnostic(
        "a-rule",
        Severity.ERROR,
        f"there is no `{words}` and no {words}",
        text,
        span,
        words,
        (Related(text, span, words),),
        words,
        authority=words,
        at=("a", words),
    )
    return one, replace(one, message=words, accepted=Accepted(words, words, words, words))


def harmless(said: str) -> bool:
    return not COMMAND.search(said) and not any(category(char) in STEERING for char in said if char != "\n")


def printed(name: str, some: Sequence[Diagnostic]) -> str:
    """What a pipeline reads of the annotations, which begin with a command of ours each, is what follows that."""
    said = FORMATS[name](some)
    return "\n".join(line.partition("::")[2] for line in said.split("\n")) if name == "github" else said


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@example("".join(ATTACKS), "".join(ATTACKS))
@given(hostile, hostile)
def test_no_command_and_no_control_character_is_printed(name: str, words: str, file: str) -> None:
    assert harmless(printed(name, told(words, file))), FORMATS[name](told(words, file))


@settings(max_examples=60, deadline=None)
@given(hostile, hostile)
def test_each_diagnostic_is_one_annotation(words: str, file: str) -> None:
    for line in FORMATS["github"](told(words, file)).split("\n"):
        assert re.fullmatch(r"::error file=[^:,]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=a-rule::.*", line)


@settings(max_examples=60, deadline=None)
@given(hostile, hostile)
def test_json_says_the_same_words(words: str, file: str) -> None:
    (first, second) = json.loads(FORMATS["json"](told(words, file)))["diagnostics"]
    assert first["help"] == words == second["message"]
    json.loads(FORMATS["gitlab"](told(words, file)))
    json.loads(FORMATS["sarif"](told(words, file)))


@settings(max_examples=60, deadline=None)
@given(hostile, hostile)
def test_xml_stays_whole(words: str, file: str) -> None:
    root = ET.fromstring(FORMATS["junit"](told(words, file)))
    assert {one.tag for one in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "system-out",
    }


class Tags(HTMLParser):
    """The elements of a page, and its words outside code, node by node, as services look through them for links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.words += [data] if "code" not in self._open else []


OURS = {"h1", "h2", "h3", "p", "ul", "li", "strong", "em", "code", "br"}
LINKED = re.compile(r"@\w|#\d|(?<!\w)!\d|://|www\.|\bGH-\d|:[a-z]+:|^/\w")


@settings(max_examples=150, deadline=None)
@example("".join(ATTACKS), "".join(ATTACKS))
@example(" ".join(ATTACKS), " ".join(ATTACKS))
@given(hostile, hostile)
def test_nothing_in_markdown_comes_alive(words: str, file: str) -> None:
    page = Tags(MarkdownIt("gfm-like", {"linkify": False}).render(FORMATS["markdown"](told(words, file))))
    assert page.tags <= OURS
    assert not [one for one in page.words if LINKED.search(one)]


@settings(deadline=None)
@example("::")
@example("##[a]")
@given(st.text("abc `*_<>[]()#@!~|\\&;:/.-+=1$^", max_size=30))
def test_words_in_markdown_are_read_as_they_were(words: str) -> None:
    """But for backticks, which make code, for blanks that no page shows, and for what would command a pipeline."""
    page = Tags("")
    page.handle_data = page.words.append  # type: ignore[method-assign]
    page.feed(MarkdownIt("commonmark").renderInline(in_markdown(words)))
    assert re.sub("[` ]", "", "".join(page.words)) == re.sub("[` ]", "", printable(words))


@settings(max_examples=60, deadline=None)
@given(hostile, hostile)
def test_what_is_said_on_the_side_is_words_only(words: str, help: str) -> None:
    with patch.dict(os.environ, {"FORCE_COLOR": "1"}), patch("sys.stderr", StringIO()) as err:
        say(words, help)
    assert harmless(err.getvalue())


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be given there")
@pytest.mark.parametrize(
    "name", ["::error::a%0A,b", "##vso[x]y", "a\n::error::b", "a\x1b[31m\u202e", "[a](b) `@c`", "é😀"]
)
@pytest.mark.parametrize("layout", FORMATS)
def test_the_name_of_a_file_is_only_a_name(tmp_path: Path, name: str, layout: str) -> None:
    assessment(tmp_path, f"{json.dumps(name)}: 1\n", name=name.strip())
    ran = within(tmp_path, "lint", "--format", layout)
    said = "\n".join(line.partition("::")[2] if layout == "github" else line for line in ran.out.split("\n"))
    assert harmless(said), said
    assert harmless(ran.err)


@pytest.mark.skipif(sys.platform != "linux", reason="such names are those of Linux")
@pytest.mark.parametrize("layout", FORMATS)
def test_the_name_of_a_file_need_not_be_text(tmp_path: Path, layout: str) -> None:
    name = os.fsdecode(b"\xff\xfe.eia.yaml")
    (tmp_path / name).write_text("assessment: a\ncolour: red\n")
    ran = within(tmp_path, "lint", "--format", layout, "-o", f"{layout}=out.txt")
    assert ran.code == 1
    assert harmless(ran.out) or layout == "github"
    (tmp_path / "out.txt").read_text("utf-8")


def test_what_was_typed_is_repeated_as_words_only(tmp_path: Path) -> None:
    for words in (["lint", "--x\n::error::y"], ["lint\n##vso[x]"], ["explain", "a", "b\x1b[31m\n::error::c"]):
        assert harmless(within(tmp_path, *words).err)


def test_colours_are_the_only_control_sequences(tmp_path: Path) -> None:
    path = assessment(tmp_path, '"\\e[31mred ##vso[x] ::error::": "\\u202e\\x9b"\n')
    ran = within(tmp_path, "lint", path, env={"FORCE_COLOR": "1"})
    assert harmless(re.sub(r"\x1b\[(\d+;?)*m", "", ran.out))


def test_a_line_alone_stands_under_no_command() -> None:
    wrapped = "".join(human(told("a " * 37 + "::error::x")))
    assert "error" in wrapped
    assert not COMMAND.search(wrapped + "\n".join(concise(told("::error::x", "::warning::y"))))

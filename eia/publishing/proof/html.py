"""Reads a web page back, by what HTML says and not by how we write it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from urllib.parse import unquote

from lxml import etree
from lxml import html as markup

from eia.publishing.html.names import AGAIN, FILE, id_of, note_id

from . import words
from .reading import Reading, Stretch
from .words import Run, mark, run

Element = etree._Element

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {
    *HEADINGS,
    *(
        "html",
        "body",
        "main",
        "header",
        "footer",
        "nav",
        "section",
        "article",
        "aside",
        "div",
        "p",
        "blockquote",
        "pre",
    ),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "hr"),
}
UNREAD = ("script", "style", "template", "noscript", "head", "svg", "header", "footer")
"""What nobody reads who opens the page, or what stands at its edges."""
HIDDEN = "hidden"
"""The attribute of what nobody sees."""
BREAKS = ("br", "wbr")
MARK, BACK = "doc-noteref", "doc-backlink"
"""The roles of the mark of a footnote, and of the way back to it, which is none of its words."""


def read(content: bytes) -> Reading:
    """What stands where in a page."""
    page = _parsed(content)
    notes = _notes(page)
    reader = _Reader({name: number for number, (name, _) in notes.items()})
    reader.element(page)
    return reader.reading({number: tuple(chain.from_iterable(lines)) for number, (_, lines) in notes.items()})


def lines(content: bytes) -> list[Run]:
    """The same lines as in its reading, but with the words that they only say again."""
    page = _parsed(content)
    reader = _Reader({name: number for number, (name, _) in _notes(page).items()}, whole=True)
    reader.element(page)
    return [tuple(word for word in line if word != words.AGAIN) for line in reader.reading({}).lines]


def notes(content: bytes) -> dict[str, list[Run]]:
    """The lines of each footnote, by its number."""
    return {number: lines for number, (_, lines) in _notes(_parsed(content)).items()}


def files(content: bytes) -> list[str]:
    """The names of the files that its pictures were."""
    return [one.get(FILE, "") for one in _parsed(content).iter("img")]


def _parsed(content: bytes) -> Element:
    page = markup.document_fromstring(content, parser=markup.HTMLParser(encoding="utf-8"))
    etree.strip_elements(page, *UNREAD, with_tail=False)
    return page


def _notes(page: Element) -> dict[str, tuple[str, list[Run]]]:
    """By its number, the name and the lines of each footnote: what the marks lead to. They are taken out of the page."""
    marks = [_led_to(one) for one in page.iter("a") if one.get("role") == MARK]
    named = {one.get("id", ""): one for one in page.iter("li")}
    found: dict[str, tuple[str, list[Run]]] = {}
    for name in dict.fromkeys(name for name in marks if name in named):
        reader = _Reader({})
        reader.element(named[name])
        found[str(len(found) + 1)] = name, reader.lines
        named[name].clear()
    return found


def _led_to(link: Element) -> str:
    """The name of the place in the page that a link leads to, which may hold letters that no address does."""
    return unquote(link.get("href", "")).removeprefix("#")


@dataclass(slots=True)
class _Reader:
    """Goes through the elements of a page, line by line: a line ends where a block begins or ends."""

    numbers: dict[str, str]
    """The number of each footnote, by its name."""
    whole: bool = False
    """Whether what is only said again is read as well."""
    lines: list[Run] = field(default_factory=list)
    places: dict[str, Stretch] = field(default_factory=dict)
    begun: list[tuple[int, str, int]] = field(default_factory=list)
    """Headings whose place has not ended yet: their level, their name, and their first line."""
    said: list[str] = field(default_factory=list)
    """The words of the line that is being read."""
    beside: list[str] = field(default_factory=list)
    """What of it has words of its own: addresses, pictures."""
    opening: int | None = None

    def reading(self, notes: dict[str, Run]) -> Reading:
        """All that was read."""
        self._ended()
        self._end(0)
        opening = len(self.lines) if self.opening is None else self.opening
        return Reading(tuple(self.lines), self.places, id_of, opening, notes, self._number)

    def _number(self, source: str) -> str:
        return self.numbers.get(note_id(source), "")

    def element(self, one: Element) -> None:
        """An element with all that is in it."""
        if one.get(HIDDEN) is not None or one.get("role") == BACK or not isinstance(one.tag, str):
            return
        tag = one.tag
        if tag not in BLOCKS:
            self._inline(one)
            return
        self._ended()
        first = len(self.lines)
        if tag in HEADINGS:
            self._begin(HEADINGS[tag], one.get("id", ""))
        self._content(one)
        self._ended()
        if tag not in HEADINGS and (name := one.get("id")):
            self.places[name] = first, len(self.lines)

    def _content(self, one: Element) -> None:
        self.said.append(one.text or "")
        for below in one:
            self.element(below)
            self.said.append(below.tail or "")

    def _inline(self, one: Element) -> None:
        if one.get(AGAIN) is not None:
            self._again(one)
        elif one.get("role") == MARK:
            self.said.append(mark(self.numbers.get(_led_to(one), "")))
        elif one.tag in BREAKS:
            self.said.append("\t")
        elif one.tag == "img":
            self.beside += one.get("alt", ""), one.get(FILE, "")
        else:
            address = one.get("href", "")
            self.beside += [address] if address and not address.startswith("#") else []
            self._content(one)

    def _again(self, one: Element) -> None:
        """So that the lines stay the same whether or not its words are read, each address and picture in it is one too."""
        said, beside = len(self.said), len(self.beside)
        self._content(one)
        if not self.whole:
            self.said[said:] = []
            self.beside[beside:] = [words.AGAIN] * (len(self.beside) - beside)
        self.said.append(words.AGAIN)

    def _begin(self, level: int, name: str) -> None:
        """A heading goes on until another of its level, or one further up; that of the page is above all of them."""
        self._end(level)
        self.begun.append((level, name, len(self.lines)))
        if level > 1 and self.opening is None:
            self.opening = len(self.lines)

    def _end(self, level: int) -> None:
        while self.begun and self.begun[-1][0] >= level:
            _, name, first = self.begun.pop()
            if name:
                self.places[name] = first, len(self.lines)

    def _ended(self) -> None:
        """The line ends here."""
        if line := run("".join(self.said)):
            self.lines.append(line)
        self.lines += map(run, self.beside)
        self.said, self.beside = [], []

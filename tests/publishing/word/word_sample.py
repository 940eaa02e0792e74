"""A document with every block and every inline, as long and as awkward as a real assessment."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from pathlib import Path

from eia.document.tree import (
    Block,
    Blocks,
    Callout,
    Code,
    Document,
    Emphasis,
    Facts,
    Furniture,
    Heading,
    Inline,
    Jump,
    LineBreak,
    Link,
    Listing,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Row,
    Strong,
    Table,
    Words,
)

FURNITURE = Furniture(page="Page", of="of")

LONG = (
    "Black Londoners report lower trust and confidence in the police than the population as a whole, and are more "
    "likely to be stopped and searched; the difference has narrowed in two of the last three years and has not gone. "
    "The measures in the plan are meant to narrow it further, and the assessment records where the evidence for that "
    "is thin and where nobody has yet been asked."
)
GROUPS = (
    "Age",
    "Disability",
    "Gender reassignment",
    "Marriage and civil partnership",
    "Pregnancy and maternity",
    "Race",
    "Religion or belief",
    "Sex",
    "Sexual orientation",
)


def p(*content: Inline | str, anchor: str | None = None) -> Paragraph:
    """A paragraph of words and inlines."""
    return Paragraph(tuple(Words(part) if isinstance(part, str) else part for part in content), anchor)


def h(level: int, words: str, anchor: str | None = None) -> Heading:
    """A heading of plain words."""
    return Heading(level, (Words(words),), anchor)


def strong(words: str) -> Strong:
    """Bold words."""
    return Strong((Words(words),))


def jump(anchor: str, words: str) -> Jump:
    """A link inside the document."""
    return Jump(anchor, (Words(words),))


def bullets(*items: str | Blocks) -> Listing:
    """A bulleted list."""
    return Listing(tuple((p(item),) if isinstance(item, str) else item for item in items))


def numbers(*items: str | Blocks, first: int = 1) -> Listing:
    """A numbered list."""
    return Listing(tuple((p(item),) if isinstance(item, str) else item for item in items), numbered=True, first=first)


def png(width: int, height: int) -> bytes:
    """A picture of three bars, 96 pixels to the inch."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    def pixel(x: int, y: int) -> bytes:
        bar, inside = divmod(x * 7, width)
        in_bar = bar % 2 == 1 and y > height * (0.2 + 0.1 * bar) and inside >= 0
        return b"\x1b\x2f\x4e" if in_bar else b"\xe3\xe9\xf1"

    lines = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    density = struct.pack(">IIB", 3780, 3780, 1)
    parts = (chunk(b"IHDR", header), chunk(b"pHYs", density), chunk(b"IDAT", zlib.compress(lines)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def document(folder: Path) -> Document:
    """The sample; its picture is written to the folder."""
    picture = folder / "trust.png"
    picture.write_bytes(png(900, 360))
    return Document(
        title="Equality impact assessment: action plan on transparency, accountability and trust in policing",
        language="en-GB",
        blocks=(*opening(), *prose(picture), *characteristics(), *after(), *actions(), *ending()),
        furniture=FURNITURE,
        author="Office for Policing",
        subject="Equality impact assessment",
        keywords="equality, public sector equality duty",
        mark="Draft: not approved",
        footer="Version 0.4 of 12 November 2020, text 3fa9c2d1. This is the draft that went to the board for comment.",
        dated=date(2020, 11, 12),
        notes={
            "s1": (
                Words("Public Attitude Survey, "),
                Link("https://example.org/pas?a=1&b=2", (Words("2020"),)),
                Words("."),
            ),
            "s2": (
                Words("Census 2011, table "),
                Code("KS201EW"),
                Words("; see "),
                jump("1.a", "action 1.a"),
                Words("."),
            ),
            "s3": (Words("User Satisfaction Survey, "), Emphasis((Words("second quarter"),)), Words(", 2020.")),
            "unused": (Words("Nobody cites this."),),
        },
    )


def opening() -> Blocks:
    """What stands on the first page."""
    return (
        Facts(
            (
                ("Assessment of", (p("Action plan on transparency, accountability and trust in policing"),)),
                ("Owner", (p("Dr Siân Wyn-Jones, Head of Equality, Cyngor Sir Ynys Môn"),)),
                ("Status", (p(strong("Draft"), ", version 0.4"),)),
                (
                    "Who to ask",
                    (p("Equality team", LineBreak(), Link("mailto:eq@example.org", (Words("eq@example.org"),))),),
                ),
                (
                    "Consulted",
                    (p("Three panels:"), bullets("Young Londoners’ panel", "Disability forum", "Staff networks")),
                ),
            )
        ),
        Callout(
            "Open points of this draft",
            (
                p("Three points are to be settled before the decision; none changes the direction of the plan."),
                bullets(
                    "No evidence is given for Marriage and civil partnership, and the row says so in so many words, "
                    "which is longer than one line.",
                    (p("Actions without an owner:"), bullets("2.c", "5.a")),
                    (p("See ", jump("gaps", "the gaps in the evidence"), "."),),
                ),
                p("Ask the owner of the assessment about them."),
            ),
        ),
        h(1, "Summary"),
        p(LONG, NoteMark("s1"), " It is set out in ", jump("table", "section 4"), "."),
        p("The decision is ", Strong((Words("to go "), Emphasis((Words("ahead"),)), Words(" with changes"))), "."),
    )


def prose(picture: Path) -> Blocks:
    """Running text with everything in it."""
    return (
        h(1, "Aims and evidence", "aims"),
        p(LONG),
        h(2, "How the plan was made"),
        p("Three rounds, each with a purpose of its own:"),
        numbers(
            "Listening: eleven events in as many boroughs.",
            (
                p("Drafting, with three standing groups:"),
                bullets(
                    "community leaders",
                    (p("officers:"), numbers("from response teams", "from neighbourhood teams"), p("and their unions")),
                    (p("voluntary bodies"),),
                ),
                p("Each group read two drafts."),
            ),
            "Testing what was drafted against what was heard.",
        ),
        p("Then the list begins anew:"),
        numbers("First again.", "Second again."),
        p("And a list that goes on from another:"),
        numbers("The fifth.", "The sixth.", first=5),
        h(3, "What people said"),
        p("One of them put it like this:"),
        Quote((p("We have been asked before. Tell us what you did with the answers."), p("A parent, Lambeth"))),
        h(4, "Words that are hard to set"),
        p(
            "Dyfed-Powys and Ynys Môn: gŵyl, tŷ, Siân, Llŷr. Emoji: 👮🏽‍♀️ ✅. Set ",
            Code("eia lint --strict"),
            " first. A long word: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch. A long address: ",
            Link("https://example.org/" + "a-rather-long-path/" * 6, (Words("the panel’s report of 2019"),)),
            ".",
        ),
        h(5, "A fifth level"),
        p("Seldom used."),
        h(6, "A sixth level"),
        p("Never used."),
        h(2, "What the figures show"),
        p("The picture shows it for three years", NoteMark("s2"), " and the first survey again", NoteMark("s1"), "."),
        p(Picture(picture, "Bar chart: trust in the police was 61% in 2018, 55% in 2019 and 48% in 2020")),
        Table(
            "Trust in the police by year",
            ("Year", "All", "Black Londoners"),
            (
                Row(((p("2018"),), (p("61%"),), (p("52%"),))),
                Row(((p("2019"),), (p("55%"),), (p("46%"),))),
                Row(((p("2020"),), (p("48%"),), (p("39%"),))),
            ),
        ),
        p("The table is followed by a paragraph, which keeps its distance. ", LONG),
    )


def characteristics() -> Blocks:
    """The wide table of nine rows."""
    head = ("Characteristic", "Impact", "What we know", "What we will do")
    rows = tuple(Row(_cells(number, group), f"row-{group}") for number, group in enumerate(GROUPS))
    return (
        h(1, "Assessment of each characteristic", "table"),
        Table("Impact on people who share a characteristic", head, rows, widths=(16, 13, 41, 30), wide=True, level=2),
    )


def _cells(number: int, group: str) -> tuple[Blocks, ...]:
    evidence: list[Block] = [p(LONG, NoteMark("s3" if number else "s2"))]
    evidence += [
        bullets(
            "16 to 24: 23% (n = 1,061)",
            (p("25 to 34, of whom:"), numbers("in work", "in education", (p("neither:"), bullets("seeking work")))),
        ),
        p(
            "See ",
            Link("https://example.org/evidence/" + group.replace(" ", "-"), (Words(f"the evidence on {group}"),)),
        ),
    ]
    evidence += [p(LONG) for _ in range(number % 4)]
    measures = numbers("Ask the panel.", (p("Publish figures: ", jump("1.a", "1.a"), ", ", jump("2.b", "2.b"), "."),))
    return (
        (p(group),),
        (p("Positive" if number % 3 else "Not known"),),
        tuple(evidence),
        (measures, p(LONG[:180] + ".")),
    )


def after() -> Blocks:
    """What stands on upright paper again."""
    return (
        h(1, "Gaps in the evidence", "gaps"),
        p("See ", jump("row-Race", "the row on race"), " and ", jump("row-Sex", "the row on sex"), ". ", LONG),
        Quote((p("A quote that holds a list:"), bullets("one", "two"))),
        Facts(
            (("Reviewed", (p("Every year"),)), ("By whom, and with whose advice", (bullets("the board", "the panel"),)))
        ),
    )


def actions() -> Blocks:
    """Two wide tables that belong together."""
    head = ("Ref.", "Action", "Owner", "By when", "Cited by")
    return (
        h(1, "Appendix A: action plan"),
        Table("Section 1: trust", head, tuple(_action(1, letter) for letter in "abcd"), (8, 44, 18, 14, 16), wide=True),
        h(2, "Section 2: powers"),
        p("The letters follow the plan."),
        Table("Section 2: powers", head, tuple(_action(2, letter) for letter in "abc"), (8, 44, 18, 14, 16), wide=True),
    )


def _action(section: int, letter: str) -> Row:
    name = f"{section}.{letter}"
    what = p("Publish the figures for stop and search for every borough, each quarter, with the reasons given.")
    cited = p(jump("row-Age", "Age"), ", ", jump("row-Race", "Race"))
    return Row(((p(name),), (what,), (p("Head of Insight"),), (p("March 2021"),), (cited,)), name)


def ending() -> Blocks:
    """The last page, with a table as its last block."""
    head, sign = ("Role", "Name", "Date"), ("Approved by", "Prepared by")
    return (
        h(1, "Sign-off"),
        p("By signing, the head of service confirms that due regard was had."),
        Table("Signatures", head, tuple(Row(((p(role),), (p("Not signed"),), (p("None"),))) for role in sign)),
    )

"""Documents in organisations' templates, of three producers: theirs stays, ours is put in, and nothing dangles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath

import docx
import pytest
import word_sample
from lxml import etree
from templates import (
    HOUSE_STYLES,
    PRODUCERS,
    edge,
    house,
    made_by,
    page_number,
    paper,
    paragraph,
    part,
    relationships,
    style,
    xml,
    zipped,
)
from word_reading import NS, R, Read, W, document, words
from word_sample import bullets, h, numbers, p

from eia.document.tree import Document, Heading, NoteMark, Quote, Row, Table, Words
from eia.publishing.build import build
from eia.publishing.word import write
from eia.publishing.word.house.check import report
from eia.publishing.word.seal import is_unchanged
from eia.publishing.word.unusable import Unusable
from tests.asking import MENDED
from tests.validating import to_repair

EVERYTHING = Path(__file__).parent.parent / "everything"
SAMPLES = ("sample", "mended", "everything")
WIDE = Table("Wide", ("A", "B"), (Row(((p("a"),), (p("b"),))),), wide=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("templates")
    for producer in PRODUCERS:
        (made / f"{producer}.docx").write_bytes(made_by(producer))
    return made


@pytest.fixture(scope="module")
def samples(folder: Path) -> dict[str, Document]:
    import eia

    assessments = {"mended": MENDED, "everything": EVERYTHING}
    built = {name: build(eia.load(path / "assessment.eia.yaml"), (), True) for name, path in assessments.items()}
    return {"sample": word_sample.document(folder), **built}


@pytest.fixture(scope="module", params=[(one, other) for one in PRODUCERS for other in SAMPLES], ids=" ".join)
def made(request: pytest.FixtureRequest, folder: Path, samples: dict[str, Document]) -> tuple[Read, Read, bytes]:
    """The template and the document made in it."""
    producer, sample = request.param
    data = write(samples[sample], folder / f"{producer}.docx")
    return Read(made_by(producer)), Read(data), data


def edges(read: Read) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(data)
        for name, data in read.blobs.items()
        if re.match(r"word/(header|footer)\d*\.xml", name)
    }


def main(read: Read) -> list[etree._Element]:
    return [etree.fromstring(data) for name, data in read.blobs.items() if re.fullmatch(r"word/\w+\.xml", name)]


def related(read: Read, name: str) -> Iterator[tuple[str, str, str]]:
    """Of a part: the id, the kind and the target of each relationship that stays in the file."""
    file = f"{dirname(name)}/_rels/{name.rpartition('/')[2]}.rels".lstrip("/")
    if file in read.blobs:
        for one in etree.fromstring(read.blobs[file]):
            if one.get("TargetMode") != "External":
                target = normpath(join("/", dirname(name), one.get("Target"))).lstrip("/")
                yield one.get("Id"), one.get("Type").rpartition("/")[2], target


# ---------------------------------------------------------------- over all producers and all samples


def test_every_word_and_picture_of_their_edges_survives(made: tuple[Read, Read, bytes]) -> None:
    theirs, read, _ = made
    now = edges(read)
    for name, root in edges(theirs).items():
        assert words(root) in words(now[name])
        assert len(root.findall(".//w:drawing", NS)) == len(now[name].findall(".//w:drawing", NS))
        for _, _, target in related(theirs, name):
            assert read.blobs[target] == theirs.blobs[target]


def test_every_section_has_a_footer_and_bears_the_mark(made: tuple[Read, Read, bytes]) -> None:
    _, read, _ = made
    sections = read.find("//w:sectPr")
    assert {bool(one.find("w:pgSz", NS).get(f"{W}orient")) for one in sections} == {True, False}
    pages = ["default"] + ["even"] * bool(read.find("//w:evenAndOddHeaders", "settings"))
    for section in sections:
        for on in [*pages, *(["first"] if section.find("w:titlePg", NS) is not None else [])]:
            for tag in ("header", "footer"):
                (id,) = section.xpath(f"w:{tag}Reference[@w:type='{on}']/@r:id", namespaces=NS)
                root = edges(read)[f"word/{read.target(id)}"]
                mark = root.xpath("count(.//w:p[starts-with(., 'Draft')])", namespaces=NS)
                assert mark == (tag == "header")
                assert tag == "header" or words(root.findall("w:p", NS)[-1])


def test_no_style_dangles(made: tuple[Read, Read, bytes]) -> None:
    _, read, _ = made
    styles = read.part("styles")
    ids = styles.xpath("w:style/@w:styleId", namespaces=NS)
    names = [name.casefold() for name in styles.xpath("w:style/w:name/@w:val", namespaces=NS)]
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))
    for root in main(read):
        used = root.xpath(
            "//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val|//w:basedOn/@w:val|//w:next/@w:val", namespaces=NS
        )
        assert set(used) <= set(ids)


def test_their_styles_are_as_they_were(made: tuple[Read, Read, bytes]) -> None:
    theirs, read, _ = made
    now = {one.get(f"{W}styleId"): one for one in read.find("//w:style", "styles")}
    for before in theirs.find("//w:style", "styles"):
        after = now[before.get(f"{W}styleId")]
        kept = {"basedOn", "next", "link", "lang"}
        for one in (before, after):
            for child in [*one.iter()]:
                if etree.QName(child).localname in kept:
                    child.getparent().remove(child)
            one.attrib.pop(f"{W}default", None)
            one.tail = None
        assert etree.tostring(before, method="c14n") == etree.tostring(after, method="c14n")


def test_lists_have_their_kinds_before_them_and_numbers_of_their_own(made: tuple[Read, Read, bytes]) -> None:
    _, read, _ = made
    part = read.part("numbering")
    tags = [child.tag for child in part]
    assert tags == sorted(tags)
    kinds = part.xpath("w:abstractNum/@w:abstractNumId", namespaces=NS)
    lists = part.xpath("w:num/@w:numId", namespaces=NS)
    marks = part.xpath("w:abstractNum/w:nsid/@w:val", namespaces=NS)
    for ids in (kinds, lists, marks):
        assert len(ids) == len(set(ids))
    assert set(part.xpath("w:num/w:abstractNumId/@w:val", namespaces=NS)) <= set(kinds)
    assert {*read.find("//w:numId/@w:val"), *read.find("//w:numId/@w:val", "styles")} <= {"0", *lists}


def test_notes_bookmarks_and_relationships_arrive(made: tuple[Read, Read, bytes]) -> None:
    _, read, _ = made
    notes = read.part("footnotes")
    ids = notes.xpath("w:footnote/@w:id", namespaces=NS)
    assert len(ids) == len(set(ids))
    assert set(read.find("//w:footnoteReference/@w:id")) == set(
        notes.xpath("w:footnote[not(@w:type)]/@w:id", namespaces=NS)
    )
    separators = notes.xpath("w:footnote[@w:type]/@w:id", namespaces=NS)
    assert read.find("//w:footnotePr/w:footnote/@w:id", "settings") == separators
    assert {"separator", "continuationSeparator"} <= set(notes.xpath("w:footnote/@w:type", namespaces=NS))
    bookmarks = read.find("//w:bookmarkStart/@w:name")
    assert len(bookmarks) == len(set(bookmarks))
    assert set(read.find("//w:hyperlink/@w:anchor")) <= set(bookmarks)
    for name, data in read.blobs.items():
        if name.startswith("word/") and name.endswith(".xml"):
            used = set(etree.fromstring(data).xpath("//@r:id|//@r:embed|//@r:link", namespaces=NS))
            file = read.blobs.get(f"word/_rels/{name[5:]}.rels")
            assert used <= (set() if file is None else {one.get("Id") for one in etree.fromstring(file)}), name


def test_every_part_is_reached_and_has_one_type(made: tuple[Read, Read, bytes]) -> None:
    _, read, _ = made
    types = etree.fromstring(read.blobs["[Content_Types].xml"])
    overrides = [one.get("PartName")[1:] for one in types if one.get("PartName")]
    assert len(overrides) == len(set(overrides))
    assert set(overrides) <= set(read.blobs)
    reached, waiting = set[str](), [""]
    while waiting:
        for _, _, target in related(read, waiting.pop()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    assert reached == {name for name in read.blobs if not name.endswith(".rels") and name != "[Content_Types].xml"}


def test_nothing_of_the_template_s_own_text_is_in_the_document(made: tuple[Read, Read, bytes]) -> None:
    theirs, read, _ = made
    for said in theirs.find("//w:body//w:t/text()"):
        assert said in ("Title", "Heading 1", "Heading") or said not in words(read.body)
    assert "template" not in words(read.part("footnotes"))


def test_python_docx_opens_it(made: tuple[Read, Read, bytes]) -> None:
    opened = docx.Document(BytesIO(made[2]))
    opened.add_comment(opened.paragraphs[1].runs, text="Why?", author="A reader")
    opened.save(BytesIO())
    assert opened.core_properties.language == "en-GB"


def test_it_is_sealed(made: tuple[Read, Read, bytes]) -> None:
    assert is_unchanged(made[2])


@pytest.mark.outside
def test_microsoft_s_validator_finds_nothing_to_repair_in_any(made: tuple[Read, Read, bytes], tmp_path: Path) -> None:
    assert to_repair(made[2], tmp_path) == []


@pytest.mark.parametrize("producer", PRODUCERS)
def test_the_same_document_in_the_same_template_gives_the_same_bytes(
    producer: str, folder: Path, samples: dict[str, Document]
) -> None:
    path = folder / f"{producer}.docx"
    assert write(samples["sample"], path) == write(samples["sample"], path)


@pytest.mark.parametrize("producer", PRODUCERS)
def test_a_document_made_in_a_template_can_be_a_template_itself(producer: str, folder: Path, tmp_path: Path) -> None:
    first = tmp_path / "first.docx"
    first.write_bytes(write(document(h(1, "H"), numbers("a"), WIDE, mark="Draft"), folder / f"{producer}.docx"))
    assert report(first).lacking == ()
    second = Read(write(document(h(1, "H"), numbers("a")), first))
    assert (
        len(second.find("//w:abstractNum", "numbering"))
        == len(Read(first.read_bytes()).find("//w:abstractNum", "numbering")) + 2
    )
    assert second.blobs["docProps/custom.xml"].count(b"eia-seal") == 1


# ---------------------------------------------------------------- the house's own


def made_in(folder: Path, *blocks: object, parts: dict[str, bytes] | None = None, **fields: object) -> Read:
    path = folder / "own.docx"
    path.write_bytes(zipped(house() if parts is None else parts))
    return Read(write(document(*blocks, **fields), path))


def one_section(**changed: str) -> dict[str, bytes]:
    """The house with one section, whose header and footer are those of the main part."""
    refs = edge("header", "default", "header4") + edge("footer", "default", "footer4")
    return house(body=f"<w:sectPr>{refs}{paper(11906, 16838)}</w:sectPr>", **changed)


def test_styles_are_found_by_their_names_whatever_their_ids(folder: Path) -> None:
    read = made_in(folder, h(1, "One"), h(2, "Two"), p("Text."), Quote((p("Said."),)))
    assert read.styles() == ["Titel", "berschrift1", "berschrift2", "Standard", "QuoteText"]


def test_a_style_of_ours_takes_no_id_and_no_name_of_theirs(folder: Path) -> None:
    read = made_in(folder)
    names = dict(
        zip(read.find("//w:style/@w:styleId", "styles"), read.find("//w:style/w:name/@w:val", "styles"), strict=True)
    )
    assert names["Code"] == "House Code"
    assert names["CodeEia"] == "Code"
    assert names["Heading1"] == "Not a heading"


def test_a_name_that_they_use_for_another_type_of_style_is_left_to_them(folder: Path) -> None:
    styles = house()["word/styles.xml"].decode().replace('w:val="House Code"', 'w:val="Callout"')
    read = made_in(folder, parts=house() | {"word/styles.xml": styles.encode()})
    assert {"Callout", "Callout (eia)"} <= set(read.find("//w:style/w:name/@w:val", "styles"))


def test_what_we_add_keeps_their_font_and_not_their_spacing(folder: Path) -> None:
    read = made_in(folder)
    (added,) = read.find("//w:style[@w:styleId='TableText']", "styles")
    assert added.find("w:basedOn", NS).get(f"{W}val") == "Standard"
    assert not added.findall(".//w:rFonts", NS)
    spacing = added.find("w:pPr/w:spacing", NS)
    assert [spacing.get(f"{W}{side}") for side in ("before", "after", "line")] == ["0", "80", "259"]
    assert added.find("w:pPr/w:ind", NS).get(f"{W}firstLine") == "0"
    assert added.find("w:pPr/w:jc", NS).get(f"{W}val") == "left"


@pytest.mark.parametrize(
    ("said", "numbered"),
    [
        ("Summary", True),
        ("2030 and beyond", True),
        ("Who was asked?", True),
        ("A plan", True),
        ("1. Trust", False),
        ("2.1 Powers", False),
        ("3) Who was asked?", False),
        ("a) First", False),
        ("IV. Last", False),
    ],
)
def test_no_heading_has_two_numbers(folder: Path, said: str, numbered: bool) -> None:
    heading = made_in(folder, Heading(1, (Words(said),))).body[1]
    assert (heading.find("w:pPr/w:numPr/w:numId[@w:val='0']", NS) is None) is numbered


def test_a_heading_that_keeps_no_distance_is_kept_at_one_below_a_table(folder: Path) -> None:
    read = made_in(folder, h(1, "Above"), replace(WIDE, wide=False), h(1, "Below"), h(4, "Ours"), p("x"))
    before = {
        words(one): one.xpath("string(w:pPr/w:spacing/@w:before)", namespaces=NS) for one in read.find("//w:body/w:p")
    }
    assert (before["Above"], before["Below"], before["Ours"]) == ("", "240", "")


def test_items_in_cells_are_spaced_and_set_as_cells_are(folder: Path) -> None:
    read = made_in(folder, Table("T", ("A", "B"), (Row(((p("a"),), (bullets("b"),))),)), bullets("c"))
    inside, outside = read.find("//w:p[w:pPr/w:pStyle/@w:val='Aufzhlungszeichen']")
    assert inside.find("w:pPr/w:spacing", NS).get(f"{W}line") == "259"
    assert inside.find("w:pPr/w:jc", NS).get(f"{W}val") == "left"
    assert outside.find("w:pPr/w:jc", NS) is None


def test_headings_may_be_numbered_by_a_style_for_lists(folder: Path) -> None:
    linked = "<w:multiLevelType w:val='multilevel'/><w:numStyleLink w:val='Liste'/></w:abstractNum>"
    parts = house()
    numbering = re.sub(
        r"<w:multiLevelType w:val='multilevel'/>.*?</w:abstractNum>", linked, parts["word/numbering.xml"].decode()
    )
    read = made_in(folder, h(1, "1. Trust"), h(1, "Powers"), parts=parts | {"word/numbering.xml": numbering.encode()})
    assert read.find("//w:body//w:numId/@w:val") == ["0"]


def test_headings_without_a_number_of_theirs_are_left_alone(folder: Path) -> None:
    for producer in ("libreoffice", "pandoc"):
        read = Read(write(document(h(1, "1. Trust")), folder / f"{producer}.docx"))
        assert not read.find("//w:body//w:numPr")


def test_the_first_section_opens_the_document_and_the_last_upright_one_bears_the_rest(folder: Path) -> None:
    read = made_in(folder, p("Summary."), h(1, "H"), p("Text. " * 200), WIDE, h(1, "After"), p("More."))
    sections = read.find("//w:sectPr")
    heads = [read.target(one.xpath("w:headerReference[@w:type='default']/@r:id", namespaces=NS)[0]) for one in sections]
    assert heads == ["header2.xml", "header4.xml", "header4.xml", "header4.xml"]
    assert [one.find("w:titlePg", NS) is not None for one in sections] == [True, False, False, False]
    assert [one.find("w:pgMar", NS).get(f"{W}gutter") for one in sections] == ["284", "0", "0", "0"]
    assert not read.find("//w:pgNumType/@w:start")


def test_tables_are_as_wide_as_their_paper(folder: Path) -> None:
    narrow = replace(WIDE, wide=False)
    assert made_in(folder, narrow).find("//w:tblW/@w:w") == [str(11906 - 1701 - 1134 - 284)]
    assert made_in(folder, h(1, "H"), narrow).find("//w:tblW/@w:w") == [str(11906 - 1701 - 1134)]
    assert made_in(folder, WIDE).find("//w:tblW/@w:w") == [str(16838 - 2 * 851)]


def test_paper_is_turned_where_they_have_none_and_keeps_its_edges(folder: Path) -> None:
    read = made_in(folder, p("x"), WIDE, parts=one_section())
    upright, turned = read.find("//w:sectPr")
    size = turned.find("w:pgSz", NS)
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("16838", "11906", "landscape")
    assert [one.get(f"{R}id") for one in upright if one.get(f"{R}id")] == [
        one.get(f"{R}id") for one in turned if one.get(f"{R}id")
    ]
    assert read.find("//w:tblW/@w:w") == [str(16838 - 1701 - 1134)]


def test_one_section_opens_and_bears_the_document_without_a_break(folder: Path) -> None:
    assert len(made_in(folder, p("x"), h(1, "H"), p("y"), parts=one_section()).find("//w:sectPr")) == 1


def test_a_template_that_is_turned_itself_needs_no_turning(folder: Path) -> None:
    parts = house(body=f"<w:sectPr>{paper(16838, 11906)}</w:sectPr>")
    assert len(made_in(folder, p("x"), WIDE, parts=parts).find("//w:sectPr")) == 1


def test_what_counts_pages_is_not_doubled(folder: Path) -> None:
    read = made_in(folder, p("x"), WIDE, footer="Version 2")
    for name, counts in (("footer1", True), ("footer2", False), ("footer3", False), ("footer4", True)):
        line = read.part(name).findall("w:p", NS)[-1]
        assert words(line) == ("Page 1 of 1 · " if counts else "") + "A title · Version 2"


def test_a_header_that_counts_pages_counts_for_its_footer(folder: Path) -> None:
    head = f"<w:p><w:r><w:t>Page</w:t></w:r>{page_number()}</w:p>"
    read = made_in(folder, p("x"), parts=one_section(header4=head), footer="Version 2")
    assert words(read.part("footer4")).endswith("main partA title · Version 2")


def test_without_a_mark_their_header_stands_as_it_was(folder: Path) -> None:
    assert words(made_in(folder, h(1, "x")).part("header4")) == "Head of the main part"


def test_a_mark_stands_where_they_have_no_header(folder: Path) -> None:
    refs = edge("footer", "default", "footer4")
    parts = house(body=f"<w:sectPr>{refs}{paper(11906, 16838)}<w:titlePg/></w:sectPr>")
    read = made_in(folder, p("x"), mark="Draft", parts=parts)
    (section,) = read.find("//w:sectPr")
    heads = section.findall("w:headerReference", NS)
    assert {head.get(f"{W}type") for head in heads} == {"default", "first", "even"}
    assert {words(read.part(read.target(head.get(f"{R}id")).removesuffix(".xml"))) for head in heads} == {"Draft"}


def test_settings_tie_nobody_s_desk_to_the_document(folder: Path) -> None:
    settings = made_in(folder, language="cy-GB").part("settings")
    tags = [etree.QName(one).localname for one in settings]
    gone = {"attachedTemplate", "mailMerge", "trackRevisions", "documentProtection", "updateFields", "proofState"}
    assert not gone & set(tags)
    assert settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']/@w:val", namespaces=NS) == ["15"]
    assert settings.xpath("w:themeFontLang/@w:val", namespaces=NS) == ["cy-GB"]
    assert tags.index("compat") < tags.index("themeFontLang") < tags.index("decimalSymbol")


def test_the_language_is_the_document_s(folder: Path) -> None:
    assert made_in(folder, language="cy-GB").find("//w:docDefaults//w:lang/@w:val", "styles") == ["cy-GB"]


def test_their_label_stays_beside_our_seal(folder: Path) -> None:
    custom = made_in(folder).blobs["docProps/custom.xml"]
    assert b"MSIP_Label_1_Name" in custom
    assert re.findall(rb'pid="(\d)"', custom) == [b"2", b"3"]


def test_notes_are_numbered_above_their_separators(folder: Path) -> None:
    read = made_in(
        folder, p("x", NoteMark("a"), NoteMark("b"), NoteMark("a")), notes={"a": (Words("A"),), "b": (Words("B"),)}
    )
    assert read.find("//w:footnoteReference/@w:id") == ["2", "3"]
    assert words(read.find("//w:fldSimple")[0]) == "1"


def head_with(words: str, *inner: tuple[str, str, str], out: tuple[tuple[str, str, str], ...] = ()) -> dict[str, bytes]:
    rels = {"word/_rels/header4.xml.rels": relationships(*inner, out=out)}
    return one_section(header4=words) | rels


def test_a_linked_picture_is_left_out_and_what_stands_around_it_is_not(folder: Path) -> None:
    picture = (
        house()["word/header1.xml"]
        .decode()
        .partition("<w:p>")[2]
        .replace("r:embed", "r:link")
        .rpartition("</w:hdr>")[0]
    )
    parts = head_with("<w:p>" + picture, out=(("rId1", "image", "file:///C:/logo.png"),))
    read = made_in(folder, h(1, "x"), parts=parts)
    assert words(read.part("header4")) == "Midshire Borough Council"
    assert not read.find("//w:drawing", "header4")
    assert "file:///C:/logo.png" in " ".join(report(folder / "own.docx").notes)


def test_links_to_pages_stay(folder: Path) -> None:
    link = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>midshire.example</w:t></w:r></w:hyperlink></w:p>'
    parts = head_with(link, out=(("rId1", "hyperlink", "https://example.org/"),))
    read = made_in(folder, h(1, "x"), parts=parts)
    assert read.find("//w:hyperlink/@r:id", "header4") == ["rId1"]


@pytest.mark.parametrize("kind", ["INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO", "LINK", "MACROBUTTON"])
def test_a_field_that_fetches_becomes_the_words_it_shows(folder: Path, kind: str) -> None:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    complex_ = (
        f"{char.format('begin')}<w:r><w:instrText> {kind} c:/x </w:instrText></w:r>{char.format('separate')}"
        f"<w:r><w:t>shown</w:t></w:r>{char.format('end')}"
    )
    simple = f'<w:fldSimple w:instr="{kind.lower()} c:/x"><w:r><w:t>too</w:t></w:r></w:fldSimple>'
    read = made_in(folder, h(1, "x"), parts=one_section(header4=f"<w:p>{complex_}{simple}</w:p>"))
    assert words(read.part("header4")) == "shown" + "too"
    assert kind.encode() not in read.blobs["word/header4.xml"].upper()
    assert kind in " ".join(report(folder / "own.docx").notes)


def test_no_macro_is_carried_over(folder: Path) -> None:
    rels = one_section()["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        b'Target="vba.bin"/></Relationships>',
    )
    parts = one_section() | {"word/_rels/document.xml.rels": rels, "word/vba.bin": b"x"}
    assert "word/vba.bin" not in made_in(folder, parts=parts).blobs
    assert any("macros" in note for note in report(folder / "own.docx").notes)


def test_a_section_as_it_was_before_a_tracked_change_is_none(folder: Path) -> None:
    was = f"<w:sectPrChange w:id='1' w:author='A'><w:sectPr>{paper(16838, 11906)}</w:sectPr></w:sectPrChange>"
    body = f"<w:sectPr>{paper(11906, 16838)}{was}</w:sectPr>"
    read = made_in(folder, p("x"), WIDE, parts=house(body=body))
    assert read.find("//w:tblW/@w:w") == [str(16838 - 1701 - 1134)]


def test_fractions_of_a_point_are_rounded(folder: Path) -> None:
    body = "<w:sectPr><w:pgSz w:w='11905.51' w:h='16837.8'/><w:pgMar w:left='1133.858' w:right='1133.858'/></w:sectPr>"
    (section,) = made_in(folder, parts=house(body=body)).find("//w:sectPr")
    assert section.find("w:pgSz", NS).get(f"{W}w") == "11906"
    assert section.find("w:pgMar", NS).get(f"{W}left") == "1134"


def test_the_theme_and_what_else_is_not_ours_stays_byte_for_byte(folder: Path) -> None:
    theme = b'<?xml version="1.0"?>\n<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"   name="Midshire"/>'
    rels = one_section()["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" '
        b'Target="/word/theme/Theme1.xml"/></Relationships>',
    )
    parts = one_section() | {"word/_rels/document.xml.rels": rels, "word/theme/theme1.xml": theme}
    assert made_in(folder, parts=parts).blobs["word/theme/theme1.xml"] == theme


def test_a_template_of_another_name_for_its_document_is_used(folder: Path) -> None:
    parts = {name.replace("word/document.xml", "word/document2.xml"): data for name, data in one_section().items()}
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"document.xml", b"document2.xml")
    path = folder / "own.docx"
    path.write_bytes(zipped(parts))
    assert "x" in [one.text for one in docx.Document(BytesIO(write(document(p("x")), path))).paragraphs]


def test_parts_of_theirs_are_not_overwritten(folder: Path, samples: dict[str, Document]) -> None:
    logo = house()["word/_rels/header1.xml.rels"].replace(b"media/logo.png", b"media/picture1.png")
    parts = house() | {"word/_rels/header1.xml.rels": logo, "word/media/picture1.png": b"theirs"}
    path = folder / "own.docx"
    path.write_bytes(zipped(parts))
    assert Read(write(samples["sample"], path)).blobs["word/media/picture1.png"] == b"theirs"


def test_a_style_with_several_names_answers_to_each(folder: Path) -> None:
    styles = style("paragraph", "a", "Body,Normal text", default=True) + style(
        "paragraph", "b", "Big,heading 1", based="a"
    )
    read = made_in(folder, h(1, "x"), parts=house(styles=styles))
    assert read.styles()[1] == "b"


def test_what_is_wrong_is_told_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(xml("<x/>") + part("p", paragraph("x")))
    with pytest.raises(Unusable, match=r"house\.docx cannot be used as a template: it is not a Word file"):
        write(document(), path)


# ---------------------------------------------------------------- who can read it


def notes_of(folder: Path, *changes: tuple[str, str]) -> str:
    """What there is to know of the house's own template after these changes of its styles."""
    styles = HOUSE_STYLES
    for before, after in changes:
        assert before in styles
        styles = styles.replace(before, after)
    (folder / "own.docx").write_bytes(zipped(house(styles=styles)))
    return " ".join(report(folder / "own.docx").notes)


def test_headings_that_are_too_pale_are_named(folder: Path) -> None:
    said = notes_of(folder, ("<w:b/><w:color w:val='7A1F5C'/>", "<w:b/><w:color w:val='B0B0B0'/>"))
    assert "The words of heading 1 are too pale on white paper: 2.2 to 1, and many readers need 3." in said
    assert "heading 3" in said


@pytest.mark.parametrize("colour", ["7A1F5C", "000000", "auto", "767676", "none of these"])
def test_headings_that_are_dark_enough_need_no_word(folder: Path, colour: str) -> None:
    assert "too pale" not in notes_of(folder, ("<w:b/><w:color w:val='7A1F5C'/>", f"<w:b/><w:color w:val='{colour}'/>"))


def test_large_letters_may_be_paler(folder: Path) -> None:
    said = notes_of(
        folder, ("<w:color w:val='7A1F5C'/><w:sz w:val='44'/>", "<w:color w:val='808080'/><w:sz w:val='44'/>")
    )
    assert "too pale" not in said


@pytest.mark.parametrize(("line", "told"), [("<w:u w:val='none'/>", True), ("<w:u w:val='single'/>", False)])
def test_links_that_colour_alone_tells_apart_are_named(folder: Path, line: str, told: bool) -> None:
    link = style("character", "Verweis", "Hyperlink", f"<w:rPr><w:color w:val='1F3D7A'/>{line}</w:rPr>")
    (folder / "own.docx").write_bytes(zipped(house(styles=HOUSE_STYLES + link)))
    assert ("by their colour alone" in " ".join(report(folder / "own.docx").notes)) is told


def test_links_of_our_own_are_underlined(folder: Path) -> None:
    assert "by their colour alone" not in notes_of(folder)

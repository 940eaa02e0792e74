"""The checks of a .docx find a fault of each kind, so that their silence about ours means something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import pytest
from word_faults import faults
from word_sample import document

from eia.publishing.word import write
from eia.publishing.word.bookmarks import note_name

ENTRY = (
    '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
)
WORD, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
NOTES, RELATIONSHIPS = "word/footnotes.xml", "word/_rels/document.xml.rels"
FIRST_MARK = r'<w:footnoteReference w:id="1"/>'
NOTE, OTHER = note_name("s1"), note_name("s2")
"""The bookmarks of two notes."""


@dataclass(frozen=True)
class Fault:
    """What is done to a part, the first time that it can be, and what has to be said then."""

    part: str
    pattern: str
    put: str
    said: str


FAULTS = {
    "a part without a type": Fault(
        "[Content_Types].xml", '<Default Extension="png"[^>]*>', "", "picture1.png: has no content type"
    ),
    "a type without a part": Fault(
        "[Content_Types].xml", "/word/styles.xml", "/word/style.xml", "word/style.xml: has a content type, and is not"
    ),
    "a relationship to nothing": Fault(
        RELATIONSHIPS, "media/picture1.png", "media/x.png", "leads to word/media/x.png, which is not there"
    ),
    "a relationship without a scheme": Fault(RELATIONSHIPS, 'https://[^"]*', "www.example.org", "is no address"),
    "an address with a blank": Fault(RELATIONSHIPS, "https://", "https://a b", "is no address"),
    "two relationships of one id": Fault(RELATIONSHIPS, 'Id="rId2"', 'Id="rId1"', "2 times the relationship 'rId1'"),
    "a name of no relationship": Fault(WORD, 'r:id="rId9"', 'r:id="rId999"', "names rId999, which is no relationship"),
    "a relationship that nothing names": Fault(
        RELATIONSHIPS, "</", ENTRY.format("rId999", "image", "media/picture1.png") + "</", "never names"
    ),
    "a part that nothing leads to": Fault("word/stray.xml", "^$", "<x/>", "word/stray.xml: no relationship leads"),
    "relationships of nothing": Fault(
        "word/_rels/stray.xml.rels", "^$", "<x/>", "word/_rels/stray.xml.rels: no relationship leads here"
    ),
    "a part twice": Fault("word/STYLES.xml", "^$", "<x/>", "2 times the part 'word/styles.xml'"),
    "a paragraph's style": Fault(WORD, 'pStyle w:val="Title"', 'pStyle w:val="Titel"', "no paragraph style 'Titel'"),
    "a run's style": Fault(WORD, 'rStyle w:val="Code"', 'rStyle w:val="Kode"', "no character style 'Kode'"),
    "a table's style": Fault(WORD, 'tblStyle w:val="', 'tblStyle w:val="x', "no table style"),
    "a style of another kind": Fault(WORD, 'rStyle w:val="Code"', 'rStyle w:val="Title"', "no character style 'Title'"),
    "a style of an edge": Fault("word/footer.xml", 'pStyle w:val="', 'pStyle w:val="x', "word/footer.xml: there is no"),
    "the base of a style": Fault(STYLES, 'basedOn w:val="Normal"', 'basedOn w:val="Usual"', "is basedOn 'Usual'"),
    "two styles of one id": Fault(STYLES, 'styleId="Title"', 'styleId="Normal"', "2 times the style 'Normal'"),
    "a list that is not there": Fault(WORD, '<w:numId w:val="[0-9]+"/>', '<w:numId w:val="999"/>', "no list '999'"),
    "a list of no kind": Fault(NUMBERING, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="7"/>', "of no kind"),
    "a kind of list too late": Fault(
        NUMBERING, "</w:numbering>", '<w:abstractNum w:abstractNumId="9"/></w:numbering>', "after a list"
    ),
    "a level that a list has not": Fault(WORD, '<w:ilvl w:val="0"/>', '<w:ilvl w:val="9"/>', "has no level 9"),
    "two lists of one number": Fault(NUMBERING, 'numId="2"', 'numId="1"', "2 times the list '1'"),
    "a mark without a note": Fault(NOTES, '<w:footnote w:id="1">.*?</w:footnote>', "", "there is no note 1"),
    "a note without a mark": Fault(WORD, FIRST_MARK, "", "the note 1 is marked nowhere"),
    "a note marked twice": Fault(WORD, FIRST_MARK, FIRST_MARK * 2, "2 times the mark of the note '1'"),
    "a note without its number": Fault(NOTES, "<w:footnoteRef/>", "", "the note 1 lacks its number"),
    "a mark that leads to a separator": Fault(WORD, FIRST_MARK, FIRST_MARK.replace("1", "0"), "there is no note 0"),
    "a separator that is not there": Fault(NOTES, 'w:id="0"', 'w:id="99"', "there is no separator 0"),
    "two bookmarks that differ in case": Fault(
        WORD, f'w:name="{NOTE}"', f'w:name="{OTHER.upper()}"', f"2 times the bookmark '{OTHER}'"
    ),
    "a bookmark with a long name": Fault(WORD, f'w:name="{NOTE}"', f'w:name="{"n" * 41}"', "cannot be the name"),
    "a bookmark with a blank in its name": Fault(WORD, f'w:name="{NOTE}"', 'w:name="note 1"', "cannot be the name"),
    "a bookmark that does not end": Fault(WORD, '<w:bookmarkEnd w:id="1"/>', "", "the bookmark 1 does not end"),
    "a bookmark that does not begin": Fault(WORD, '<w:bookmarkStart w:id="1"[^>]*>', "", "1 ends and has not begun"),
    "two bookmarks of one number": Fault(
        WORD, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "2 times the beginning of the bookmark '1'"
    ),
    "a link inside that does not arrive": Fault(WORD, 'w:anchor="', 'w:anchor="x', "which is no bookmark"),
    "a link inside a note that does not arrive": Fault(NOTES, 'w:anchor="', 'w:anchor="x', "which is no bookmark"),
    "a link that leads nowhere": Fault(WORD, '<w:hyperlink w:anchor="[^"]*"', "<w:hyperlink", "a link leads nowhere"),
    "a field that does not arrive": Fault(WORD, f"NOTEREF {NOTE}", "NOTEREF note_99", "a field leads to 'note_99'"),
    "a table of contents of nothing": Fault(WORD, f"NOTEREF {NOTE}", "TOC \\\\h \\\\b gone", "a field leads to 'gone'"),
    "a field that does not end": Fault(
        WORD, FIRST_MARK, FIRST_MARK + '<w:fldChar w:fldCharType="begin"/>', "1 fields begin and 0 end"
    ),
    "two pictures of one number": Fault(
        WORD, "(<w:r><w:drawing>.*?</w:r>)", r"\1\1", "2 times the number of a picture"
    ),
    "a picture without words": Fault(WORD, ' descr="[^"]*"', ' descr=" "', "a picture has no words"),
    "a table without a header": Fault(WORD, "<w:tblHeader/>", "", "has no header row"),
    "a column too many": Fault(WORD, "</w:tblGrid>", '<w:gridCol w:w="9"/></w:tblGrid>', "another number of cells"),
    "a merged cell": Fault(WORD, "</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>', "merged cells"),
    "an empty cell": Fault(WORD, "(<w:tc>.*?)<w:r>.*?</w:tc>", r"\1</w:p></w:tc>", "has an empty cell"),
    "a cell that ends in no paragraph": Fault(WORD, "</w:tc>", "<w:tbl/></w:tc>", "does not end in a paragraph"),
    "a heading that skips a level": Fault(WORD, '"Heading2"', '"Heading3"', "level 3 follows one of level 1"),
    "a first heading that is no first": Fault(
        WORD, '"CalloutTitle"|"Heading1"', '"Heading2"', "level 2 follows one of level 0"
    ),
    "no language": Fault("docProps/core.xml", "<dc:language>[^<]*", "<dc:language>", "language is not set"),
    "another language": Fault(STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="cy-GB"', "language of the words is"),
    "no title": Fault("docProps/core.xml", "<dc:title>[^<]*", "<dc:title>", "title is not set"),
    "a blank that is lost": Fault(WORD, ' xml:space="preserve">([^<]*) <', r">\1 <", "would be lost"),
}


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | bytes]:
    """A sound document with everything in it."""
    with ZipFile(BytesIO(write(document(tmp_path_factory.mktemp("sample"))))) as archive:
        read = {name: archive.read(name) for name in archive.namelist()}
    return {name: data if name.endswith(".png") else data.decode() for name, data in read.items()}


def zipped(parts: dict[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_a_sound_document_has_none(parts: dict[str, str | bytes]) -> None:
    assert faults(zipped(parts)) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str, parts: dict[str, str | bytes]) -> None:
    fault = FAULTS[name]
    changed, number = re.subn(fault.pattern, fault.put, str(parts.get(fault.part, "")), count=1, flags=re.DOTALL)
    assert number == 1
    found = faults(zipped(parts | {fault.part: changed}))
    assert any(fault.said in one for one in found), found

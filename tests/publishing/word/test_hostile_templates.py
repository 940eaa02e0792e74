"""Templates that nobody should open unseen: each gives one plain sentence, and no document."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from templates import SPACES, WORD, Parts, house, like_pandoc, paragraph, part, relationships, style, types, xml, zipped
from word_reading import document

from eia.publishing.word import write
from eia.publishing.word.house.check import report
from eia.publishing.word.unusable import Unusable
from tests.asking import assessment
from tests.running import within

PLAIN = house()
BODY = PLAIN["word/document.xml"]


def but(**changed: bytes | None) -> bytes:
    """The house's template with other parts (`word__styles` is word/styles.xml), or without some."""
    named = {f"{name.replace('__', '/')}.xml": data for name, data in changed.items()}
    return zipped({name: data for name, data in (PLAIN | named).items() if data is not None})


def with_parts(**parts: bytes) -> Parts:
    return PLAIN | {f"word/{name}.xml": data for name, data in parts.items()}


def named(*names: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in PLAIN.items():
            archive.writestr(name, data)
        for name in names:
            archive.writestr(name, b"<x/>")
    return stream.getvalue()


def twice() -> bytes:
    """Two parts of one name, which zip allows and the module warns of."""
    return named("word/Stales.xml").replace(b"word/Stales.xml", b"word/STYLES.xml")


def bomb(size: int, method: int = ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, data in PLAIN.items():
            archive.writestr(name, data)
        archive.writestr("word/media/large.bin", b"\0" * size)
    return stream.getvalue()


def encrypted() -> bytes:
    data = bytearray(zipped(PLAIN))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def related(**changed: bytes) -> bytes:
    return zipped(PLAIN | {f"word/_rels/{name}.xml.rels": data for name, data in changed.items()})


def main_of(type: str) -> bytes:
    return but(**{"[Content_Types]": types({}, type)})


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x"}">' for n in range(10))
CIRCLE = style("paragraph", "A", "A", based="B", default=True) + style("paragraph", "B", "B", based="A")
HOSTILE: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", "empty"),
    "text": (b"Dear colleague", "not a Word file"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "PNG"),
    "a PDF": (b"%PDF-1.7", "PDF"),
    "a .doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), ".doc"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a zip with a password": (encrypted(), "password"),
    "a truncated file": (zipped(PLAIN)[:-400], "damaged"),
    "a flipped byte": (zipped(PLAIN)[:900] + b"\xff\xff\xff" + zipped(PLAIN)[903:], "damaged"),
    "a zip of something else": (zipped({"notes.txt": b"x"}), "zip"),
    "an OpenDocument file": (zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "OpenDocument"),
    "a workbook": (zipped({"[Content_Types].xml": types({}), "xl/workbook.xml": b"<x/>"}), "Excel"),
    "a bomb": (bomb(3 * 1024 * 1024), "far more"),
    "too many parts": (named(*(f"word/x{n}" for n in range(2000))), "2,000"),
    "another compression": (bomb(10, ZIP_LZMA), "damaged"),
    "a way up": (named("word/../../x.xml"), "name"),
    "an absolute name": (named("/etc/x.xml"), "name"),
    "a drive": (named("C:/x.xml"), "name"),
    "a backslash": (named("word\\x.xml"), "name"),
    "a NUL": (named("word/xZy.xml").replace(b"word/xZy.xml", b"word/x\0y.xml"), "name"),
    "two of one name": (twice(), "same name"),
    "macros": (main_of("application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
    "a template of macros": (main_of("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), "macros"),
    "Strict": (
        zipped(
            PLAIN
            | {
                "_rels/.rels": PLAIN["_rels/.rels"].replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006",
                    b"http://purl.oclc.org/ooxml/officeDocument",
                )
            }
        ),
        "Strict",
    ),
    "no relationships": (
        zipped({name: data for name, data in PLAIN.items() if name != "_rels/.rels"}),
        "which of its parts",
    ),
    "no root": (zipped(PLAIN | {"_rels/.rels": relationships()}), "which of its parts"),
    "no document": (but(word__document=None), "missing"),
    "no styles": (but(word__styles=None), "word/styles.xml"),
    "no word of styles": (
        related(document=PLAIN["word/_rels/document.xml.rels"].replace(b'/styles"', b'/stales"')),
        "no styles",
    ),
    "a document that is none": (but(word__document=part("styles", "")), "not a Word file"),
    "no body": (but(word__document=part("document", "")), "not a Word file"),
    "no section": (zipped(house(body=paragraph("Hello"))), "which paper"),
    "no margins to speak of": (
        zipped(house(body='<w:sectPr><w:pgSz w:w="3000" w:h="3000"/></w:sectPr>')),
        "room",
    ),
    "a page of no number": (zipped(house(body='<w:sectPr><w:pgSz w:w="wide" w:h="nan"/></w:sectPr>')), "number"),
    "a page of a huge number": (zipped(house(body='<w:sectPr><w:pgSz w:w="1e308" w:h="9"/></w:sectPr>')), "number"),
    "no style for text": (zipped(house(styles=style("paragraph", "A", "A"))), "running text"),
    "a circle of styles": (zipped(house(styles=CIRCLE)), "based on itself"),
    "two styles of one id": (zipped(house(styles=style("paragraph", "A", "A", default=True) * 2)), "called A"),
    "a relationship to nowhere": (
        related(header1=relationships(("rId1", "image", "media/gone.png"))),
        "media/gone.png",
    ),
    "two relationships of one id": (
        related(header1=relationships(("rId1", "image", "media/logo.png"), ("rId1", "image", "media/body.png"))),
        "same way",
    ),
    "a DOCTYPE": (but(word__styles=b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'), "DOCTYPE"),
    "a DOCTYPE in UTF-16": (but(word__styles="\ufeff<!DOCTYPE x><x/>".encode("utf-16")), "DOCTYPE"),
    "a billion laughs": (but(word__settings=f"<!DOCTYPE x [{ENTITIES}]><x>&e9;</x>".encode()), "DOCTYPE"),
    "a DOCTYPE in the list of types": (but(**{"[Content_Types]": b"<!DOCTYPE x><x/>"}), "DOCTYPE"),
    "a part of cp1252": (but(word__header1=f"<w:hdr {SPACES}>\x93OFFICIAL\x94</w:hdr>".encode("latin-1")), "XML"),
    "a part that breaks off": (but(word__settings=b"<w:settings"), "XML"),
    "a part too deep": (but(word__settings=xml("<x>" * 5000 + "</x>" * 5000)), "XML"),
    "an empty part": (but(word__numbering=b""), "XML"),
}


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    data, said = HOSTILE[request.param]
    path = tmp_path / "house.docx"
    path.write_bytes(data)
    return path, said


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_hostile_template_is_told_of_in_one_plain_sentence_and_nothing_is_written(hostile: tuple[Path, str]) -> None:
    path, said = hostile
    ran = within(path.parent, "template", "check", path)
    assert ran.code == 1
    assert ran.out == ""
    message, *help = ran.err.splitlines()
    assert message.startswith("house.docx cannot be used as a template: ")
    assert said in message
    assert message.endswith(".")
    assert len(help) <= 1
    assert not re.search(r"Error|Traceback|\bNone\b|<class|schemas\.", ran.err)


def test_no_document_is_made_in_a_hostile_template(tmp_path: Path) -> None:
    path = assessment(tmp_path, "title: A small change\n", status="draft")
    for number, (data, said) in enumerate(HOSTILE.values()):
        house_file = tmp_path / f"house{number}.docx"
        house_file.write_bytes(data)
        ran = within(tmp_path, "export", path, "--template", house_file, "-o", tmp_path / "out.docx")
        assert (ran.code, said in ran.err) == (1, True), said
        assert not (tmp_path / "out.docx").exists()


def test_a_folder_a_pipe_and_a_missing_file_are_no_templates(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    for name, said in ((".", "folder"), ("pipe.docx", "pipe"), ("gone.docx", "no such file")):
        ran = within(tmp_path, "template", "check", name)
        assert ran.code == 2
        assert said in ran.err
        assert "What to do: " in ran.err


def test_a_file_that_may_not_be_opened_is_no_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(zipped(PLAIN))

    def denied(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", denied)
    with pytest.raises(Unusable) as reason:
        report(path)
    assert "permissions" in str(reason.value)


def test_the_real_size_counts_and_not_what_the_zip_says_of_it(tmp_path: Path) -> None:
    data = bytearray(bomb(3 * 1024 * 1024))
    at = data.rfind(b"PK\x01\x02")
    data[at + 20 : at + 24] = (3 * 1024 * 1024).to_bytes(4, "little")
    path = tmp_path / "house.docx"
    path.write_bytes(data)
    with pytest.raises(Unusable):
        report(path)


@pytest.mark.parametrize("build", [house, like_pandoc])
@pytest.mark.parametrize("tag", ["sectPr", "basedOn", "numPr", "lvl", "footnote", "rPr", "headerReference", "compat"])
def test_a_template_without_some_element_is_used_or_told_of(
    build: Callable[[], Parts], tag: str, tmp_path: Path
) -> None:
    open_, self_closed = rf"<w:{tag}( [^>]*)?(?<!/)>.*?</w:{tag}>", rf"<w:{tag}( [^>]*)?/>"
    parts = {
        name: re.sub(open_.encode(), b"", re.sub(self_closed.encode(), b"", data), flags=re.S)
        if name.startswith("word/") and name.endswith(".xml")
        else data
        for name, data in build().items()
    }
    assert_used_or_told_of(zipped(parts), tmp_path)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_garbled_in_a_template_it_is_used_or_told_of(data: st.DataObject, tmp_path: Path) -> None:
    parts = house()
    name = data.draw(st.sampled_from([one for one in parts if one.endswith((".xml", ".rels"))]))
    words = parts[name].decode()
    marks = [found.span() for found in re.finditer(r'"[^"]*"|\'[^\']*\'|<[^>]*>', words)]
    start, end = data.draw(st.sampled_from(marks))
    other = data.draw(
        st.sampled_from(["", '""', '"-1"', '"x"', '"99999999999"', "<w:p/>", "&#0;", '"rId1"', '"Normal"'])
    )
    assert_used_or_told_of(zipped(parts | {name: (words[:start] + other + words[end:]).encode()}), tmp_path)


def test_a_picture_that_is_said_to_be_a_document_is_carried_over_unread(tmp_path: Path) -> None:
    kinds = PLAIN["[Content_Types].xml"].replace(b"image/png", f"{WORD}document".encode())
    assert_used_or_told_of(zipped(PLAIN | {"[Content_Types].xml": kinds}), tmp_path)


def assert_used_or_told_of(template: bytes, folder: Path) -> None:
    path = folder / "house.docx"
    path.write_bytes(template)
    with suppress(Unusable):
        report(path)
        write(document(mark="Draft"), path)


def test_the_kind_of_the_document_is_a_document_whatever_it_was(tmp_path: Path) -> None:
    path = tmp_path / "house.dotx"
    path.write_bytes(zipped(house()))
    with ZipFile(BytesIO(write(document(), path))) as archive:
        kinds = archive.read("[Content_Types].xml").decode()
    assert f"{WORD}document.main+xml" in kinds
    assert "template.main" not in kinds

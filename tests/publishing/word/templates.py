"""Templates as organisations have them, built here part by part: one as a house's designer makes it, one as pandoc's."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.publishing.word.word_sample import png

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
Parts = dict[str, bytes]


LIBREOFFICE = Path(__file__).parent / "made_by_libreoffice.docx"
PRODUCERS = ("libreoffice", "pandoc", "house")


def made_by(producer: str) -> bytes:
    """The template of one of the producers."""
    match producer:
        case "libreoffice":
            return LIBREOFFICE.read_bytes()
        case "pandoc":
            return zipped(like_pandoc())
        case _:
            return zipped(house())


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a file."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def xml(words: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{words}'.encode()


def part(tag: str, words: str) -> bytes:
    return xml(f"<w:{tag} {SPACES}>{words}</w:{tag}>")


def relationships(*those: tuple[str, str, str], out: tuple[tuple[str, str, str], ...] = ()) -> bytes:
    """Each an id, a kind and a target; `out` lead out of the file."""
    inner = [f'<Relationship Id="{id}" Type="{_type(kind)}" Target="{target}"/>' for id, kind, target in those]
    outer = [
        f'<Relationship Id="{id}" Type="{_type(kind)}" Target="{target}" TargetMode="External"/>'
        for id, kind, target in out
    ]
    return xml(f'<Relationships xmlns="{RELATIONSHIPS}">{"".join(inner + outer)}</Relationships>')


def _type(kind: str) -> str:
    return kind if ":" in kind else f"{R}/{kind}"


def types(names: Mapping[str, str], main: str = f"{WORD}document.main+xml") -> bytes:
    """What kind each part is of; the document is `main`."""
    known = {"word/document.xml": main, **{name: f"{WORD}{kind}+xml" for name, kind in names.items()}}
    said = [f'<Override PartName="/{name}" ContentType="{type}"/>' for name, type in known.items()]
    return xml(
        f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{"".join(said)}</Types>'
    )


def style(type: str, id: str, name: str, words: str = "", *, based: str = "", default: bool = False) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    usual = ' w:default="1"' if default else ""
    return f'<w:style w:type="{type}"{usual} w:styleId="{id}"><w:name w:val="{name}"/>{on}{words}</w:style>'


def paragraph(words: str, style: str = "") -> str:
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}<w:r><w:t>{words}</w:t></w:r></w:p>"


def page_number() -> str:
    """As Word writes it, in three parts."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        char.format("begin")
        + '<w:r><w:instrText xml:space="preserve"> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r>'
        + char.format("separate")
        + "<w:r><w:t>1</w:t></w:r>"
        + char.format("end")
    )


def logo(relationship: str) -> str:
    """A picture in a line."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="360000"/><wp:docPr id="7" name="Logo" descr="Midshire"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="7" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="360000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def edge(tag: str, on: str, id: str) -> str:
    return f'<w:{tag}Reference w:type="{on}" r:id="{id}"/>'


def paper(width: int, height: int, left: int = 1701, right: int = 1134, gutter: int = 0) -> str:
    turned = ' w:orient="landscape"' if width > height else ""
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="1985" w:right="{right}" w:bottom="1418" '
        f'w:left="{left}" w:header="567" w:footer="567" w:gutter="{gutter}"/>'
    )


# ---------------------------------------------------------------- as a house's designer makes it, in a German Word

EDGES = {
    "header1": paragraph("Midshire Borough Council", "Kopfzeile").replace("</w:pPr>", f"</w:pPr>{logo('rId1')}"),
    "header2": paragraph("Running head of the house", "Kopfzeile"),
    "header3": paragraph("Even head of the house", "Kopfzeile"),
    "header4": paragraph("Head of the main part", "Kopfzeile"),
    "footer1": paragraph("OFFICIAL: first page", "Fuzeile"),
    "footer2": paragraph("OFFICIAL, leaf", "Fuzeile").replace("</w:p>", f"{page_number()}</w:p>"),
    "footer3": paragraph("Even OFFICIAL", "Fuzeile").replace("</w:p>", f"{page_number()}</w:p>"),
    "footer4": paragraph("OFFICIAL: main part", "Fuzeile"),
}
HOUSE_STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Georgia' w:hAnsi='Georgia' w:cs='Georgia'/><w:sz w:val='21'/>"
    "<w:lang w:val='de-DE' w:eastAsia='en-US'/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    "<w:spacing w:before='60' w:after='200' w:line='360' w:lineRule='auto'/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:latentStyles w:defLockedState='0' w:defUIPriority='99' w:defSemiHidden='0' w:defUnhideWhenUsed='0' w:defQFormat='0'/>"
    + style(
        "paragraph", "Standard", "Normal", "<w:pPr><w:ind w:firstLine='284'/><w:jc w:val='both'/></w:pPr>", default=True
    )
    + style("character", "Absatz-Standardschriftart", "Default Paragraph Font", default=True)
    + style(
        "table", "NormaleTabelle", "Normal Table", "<w:tblPr><w:tblInd w:w='0' w:type='dxa'/></w:tblPr>", default=True
    )
    + style("numbering", "KeineListe", "No List", default=True)
    + style(
        "paragraph",
        "Titel",
        "Title",
        "<w:link w:val='TitelZchn'/><w:pPr><w:ind w:firstLine='0'/></w:pPr>"
        "<w:rPr><w:color w:val='7A1F5C'/><w:sz w:val='44'/></w:rPr>",
        based="Standard",
    )
    + style("character", "TitelZchn", "Title Char", "<w:link w:val='Titel'/>", based="Absatz-Standardschriftart")
    + "".join(
        style(
            "paragraph",
            f"berschrift{level}",
            f"heading {level}",
            "<w:next w:val='Standard'/><w:pPr><w:keepNext/><w:numPr>"
            + (f"<w:ilvl w:val='{level - 1}'/>" if level > 1 else "")
            + f"<w:numId w:val='7'/></w:numPr><w:outlineLvl w:val='{level - 1}'/></w:pPr>"
            f"<w:rPr><w:b/><w:color w:val='7A1F5C'/><w:sz w:val='{36 - 4 * level}'/></w:rPr>",
            based="Standard",
        )
        for level in (1, 2, 3)
    )
    + style(
        "paragraph",
        "Aufzhlungszeichen",
        "List Bullet",
        "<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>",
        based="Standard",
    )
    + style(
        "paragraph",
        "Listenfortsetzung",
        "List Continue",
        "<w:pPr><w:ind w:left='283' w:firstLine='0'/></w:pPr>",
        based="Standard",
    )
    + style(
        "paragraph",
        "Kopfzeile",
        "header",
        "<w:pPr><w:ind w:firstLine='0'/></w:pPr><w:rPr><w:sz w:val='16'/></w:rPr>",
        based="Standard",
    )
    + style(
        "paragraph",
        "Fuzeile",
        "footer",
        "<w:pPr><w:ind w:firstLine='0'/></w:pPr><w:rPr><w:sz w:val='16'/></w:rPr>",
        based="Standard",
    )
    + style("character", "Code", "House Code", "<w:rPr><w:color w:val='FF0000'/></w:rPr>")
    + style("paragraph", "QuoteText", "Block,quote", based="Standard")
    .replace("Block,quote", "Extract")
    .replace("<w:basedOn", "<w:aliases w:val='Quote,Block'/><w:basedOn")
    + style("paragraph", "Heading1", "Not a heading", "<w:rPr><w:strike/></w:rPr>", based="Standard")
)
HOUSE_NUMBERING = (
    "<w:abstractNum w:abstractNumId='4'><w:multiLevelType w:val='multilevel'/>"
    + "".join(
        f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='berschrift{level + 1}'/>"
        f"<w:lvlText w:val='{'.'.join(f'%{n}' for n in range(1, level + 2))}'/><w:lvlJc w:val='left'/>"
        "<w:pPr><w:ind w:left='567' w:hanging='567'/></w:pPr></w:lvl>"
        for level in range(3)
    )
    + "</w:abstractNum><w:abstractNum w:abstractNumId='9'><w:nsid w:val='1E1A0001'/><w:multiLevelType w:val='singleLevel'/>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='bullet'/><w:pStyle w:val='Aufzhlungszeichen'/>"
    "<w:lvlText w:val='*'/><w:lvlJc w:val='left'/><w:pPr><w:ind w:left='283' w:hanging='283'/></w:pPr></w:lvl></w:abstractNum>"
    "<w:num w:numId='3'><w:abstractNumId w:val='9'/></w:num><w:num w:numId='7'><w:abstractNumId w:val='4'/></w:num>"
    "<w:numIdMacAtCleanup w:val='5'/>"
)
COVER = "".join(
    edge(tag, on, f"{tag}{n}") for n, on in ((1, "first"), (2, "default"), (3, "even")) for tag in ("header", "footer")
)
MAIN = edge("header", "default", "header4") + edge("footer", "default", "footer4")
HOUSE_SETTINGS = (
    "<w:zoom w:percent='100'/><w:proofState w:spelling='clean'/><w:attachedTemplate r:id='rId1'/><w:mailMerge>"
    "<w:mainDocumentType w:val='formLetters'/><w:dataType w:val='native'/></w:mailMerge><w:trackRevisions/>"
    "<w:documentProtection w:edit='readOnly' w:enforcement='1'/><w:defaultTabStop w:val='567'/><w:evenAndOddHeaders/>"
    "<w:updateFields w:val='true'/><w:footnotePr><w:footnote w:id='0'/><w:footnote w:id='1'/></w:footnotePr>"
    "<w:compat><w:compatSetting w:name='compatibilityMode' "
    "w:uri='http://schemas.microsoft.com/office/word' w:val='12'/></w:compat>"
    "<w:decimalSymbol w:val=','/><w:listSeparator w:val=';'/>"
)
HOUSE_NOTES = (
    "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    "<w:footnote w:type='continuationSeparator' w:id='1'><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    "<w:footnote w:id='2'><w:p><w:r><w:t>A note of the template</w:t></w:r></w:p></w:footnote>"
)
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
    'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="MSIP_Label_1_Name"><vt:lpwstr>OFFICIAL</vt:lpwstr></property>'
    "</Properties>"
)


def house(**changed: str) -> Parts:
    """A house's own: renamed ids, numbered headings, a cover, other edges for the main part, even pages, a turned section."""
    words = {
        "body": paragraph("A cover that nobody needs", "Titel")
        + f"<w:p><w:pPr><w:sectPr>{COVER}{paper(11906, 16838, gutter=284)}<w:titlePg/></w:sectPr></w:pPr></w:p>"
        + f"<w:p><w:pPr><w:sectPr>{MAIN}{paper(11906, 16838)}<w:pgNumType w:start='1'/></w:sectPr></w:pPr></w:p>"
        + f"<w:sectPr>{paper(16838, 11906, left=851, right=851)}</w:sectPr>",
        "styles": HOUSE_STYLES,
        "settings": HOUSE_SETTINGS,
        **EDGES,
    } | changed
    kinds = {
        "word/styles.xml": "styles",
        "word/settings.xml": "settings",
        "word/numbering.xml": "numbering",
        "word/footnotes.xml": "footnotes",
        **{f"word/{name}.xml": name[:-1] for name in EDGES},
    }
    main = [(kind, kind, f"{kind}.xml") for kind in ("styles", "settings", "numbering", "footnotes")]
    return {
        "[Content_Types].xml": types(kinds, f"{WORD}template.main+xml").replace(
            b"</Types>",
            b'<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            b'custom-properties+xml"/></Types>',
        ),
        "_rels/.rels": relationships(
            ("rId1", "officeDocument", "word/document.xml"), ("rId2", "custom-properties", "docProps/custom.xml")
        ),
        "docProps/custom.xml": xml(CUSTOM),
        "word/document.xml": part("document", f"<w:body>{words['body']}</w:body>"),
        "word/_rels/document.xml.rels": relationships(
            *main,
            *((name, name[:-1], f"{name}.xml") for name in EDGES),
            ("picture", "image", "media/body.png"),
            out=(("link", "hyperlink", "https://example.org/"),),
        ),
        "word/styles.xml": part("styles", words["styles"]),
        "word/settings.xml": part("settings", words["settings"]),
        "word/_rels/settings.xml.rels": relationships(
            out=(("rId1", "attachedTemplate", "file:///C:/Users/somebody/Normal.dotm"),)
        ),
        "word/numbering.xml": part("numbering", HOUSE_NUMBERING),
        "word/footnotes.xml": part("footnotes", HOUSE_NOTES),
        **{f"word/{name}.xml": part("hdr" if "header" in name else "ftr", words[name]) for name in EDGES},
        "word/_rels/header1.xml.rels": relationships(("rId1", "image", "media/logo.png")),
        "word/media/logo.png": png(90, 36),
        "word/media/body.png": png(9, 9),
    }


# ---------------------------------------------------------------- as pandoc's reference document


def like_pandoc() -> Parts:
    """What pandoc's reference document is like: no edges, no paper, no numbers for headings, styles that lead nowhere."""
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi' w:hAnsiTheme='minorHAnsi'/><w:sz w:val='24'/>"
        "<w:lang w:val='en-US' w:eastAsia='zh-CN' w:bidi='ar-SA'/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        "<w:spacing w:after='200'/></w:pPr></w:pPrDefault></w:docDefaults>"
        + style("paragraph", "Normal", "Normal", default=True)
        + style(
            "paragraph",
            "BodyText",
            "Body Text",
            "<w:pPr><w:spacing w:before='180' w:after='180'/></w:pPr>",
            based="Normal",
        )
        + style(
            "paragraph",
            "Title",
            "Title",
            "<w:next w:val='BodyText'/><w:pPr><w:jc w:val='center'/></w:pPr>",
            based="Normal",
        )
        + "".join(
            style(
                "paragraph",
                f"Heading{n}",
                f"heading {n}",
                f"<w:pPr><w:outlineLvl w:val='{n - 1}'/></w:pPr>",
                based="Normal",
            )
            for n in range(1, 10)
        )
        + style("paragraph", "FootnoteText", "Footnote Text", based="Normal")
        + style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
        + style("table", "Table", "Table", based="TableNormal")
        + style("paragraph", "Caption", "Caption", "<w:rPr><w:i/></w:rPr>", based="Normal")
        + style("character", "VerbatimChar", "Verbatim Char", based="BodyTextChar")
        + style(
            "character", "FootnoteReference", "Footnote Reference", "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        )
        + style("character", "Hyperlink", "Hyperlink", "<w:rPr><w:color w:val='4F81BD'/></w:rPr>")
    )
    notes = (
        "<w:footnote w:type='continuationSeparator' w:id='0'><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
        "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        "<w:footnote w:id='31'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Footnote Text.</w:t></w:r></w:p></w:footnote>"
    )
    kinds = {"word/styles.xml": "styles", "word/footnotes.xml": "footnotes", "word/comments.xml": "comments"}
    return {
        "[Content_Types].xml": types(kinds),
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part(
            "document",
            "<w:body>"
            + paragraph("Title", "Title")
            + paragraph("Heading 1", "Heading1")
            + "<w:sectPr><w:footnotePr><w:numRestart w:val='eachSect'/></w:footnotePr></w:sectPr></w:body>",
        ),
        "word/_rels/document.xml.rels": relationships(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "footnotes", "footnotes.xml"),
            ("rId3", "comments", "comments.xml"),
            out=(("rId30", "hyperlink", "http://example.com"),),
        ),
        "word/styles.xml": part("styles", styles),
        "word/footnotes.xml": part("footnotes", notes),
        "word/comments.xml": part("comments", ""),
    }

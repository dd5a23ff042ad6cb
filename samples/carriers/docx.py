"""A letter as DOCX: plain, with Word's own numbering, with tracked changes, with header, footer and text box."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as Printed
from samples.notation import Letter, Paragraph

_MOMENT = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
_ALIGN = {
    "h": "CENTER",
    "n": "CENTER",
    "t": "CENTER",
    "X": "CENTER",
    "s": "RIGHT",
    "d": "RIGHT",
    "m>": "RIGHT",
}
_LISTS = {"letter": 77, "attachment": 78}
_COUNTERS = {1: ("chineseCounting", "%1、"), 2: ("chineseCounting", "（%2）"), 3: ("decimal", "%3.")}


def docx_of(letters: list[Letter], look: str) -> bytes:
    """`plain`, `numbered`, `tracked` or `boxed`; the bytes are the same on every run."""
    document = docx.Document()
    core = document.core_properties
    core.author, core.last_modified_by = "办公室", "办公室"
    core.created = core.modified = _MOMENT
    if look == "numbered":
        _add_numbering(document)
    for number, letter in enumerate(letters):
        if number:
            document.add_page_break()
        _letter(document, letter, look)
    if look == "boxed":
        document.sections[0].header.paragraphs[0].text = "内部资料　注意保存"
        document.sections[0].footer.paragraphs[0].text = "云陵市望川大道6号　邮编000999"
    buffer = BytesIO()
    document.save(buffer)
    return _fixed(buffer.getvalue())


def _letter(document: Document, letter: Letter, look: str) -> None:
    counted = "letter"
    for kind, group in groupby(letter.paragraphs, key=lambda paragraph: paragraph.kind):
        paragraphs = list(group)
        counted = "attachment" if kind == "x" else counted
        if kind == "|":
            _table(document, paragraphs)
            continue
        for number, paragraph in enumerate(paragraphs):
            if look == "boxed" and kind == "m" and number == 0:
                _text_box(document, paragraph.text)
            else:
                _paragraph(document, paragraph, look, _LISTS[counted])


def _paragraph(document: Document, paragraph: Paragraph, look: str, counted: int) -> None:
    printed = document.add_paragraph()
    align = _ALIGN.get(paragraph.kind)
    if align:
        printed.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
    if paragraph.kind in ("p", "c"):
        printed.paragraph_format.first_line_indent = Pt(32)
    mark = paragraph.section
    text, skip = paragraph.text, 0
    if look == "numbered" and mark and mark.marker and mark.level in _COUNTERS and mark.style == "heading":
        skip = len(mark.marker)
        _number(printed, mark.level, counted)
    at = skip
    for start, end in paragraph.bold:
        begin = max(start, skip)
        _run(printed, text[at:begin], paragraph.kind, bold=False)
        _run(printed, text[begin:end], paragraph.kind, bold=True)
        at = end
    rest = text[at:]
    breaks = [offset - at for offset in paragraph.breaks]
    pieces = [rest[first:last] for first, last in zip([0, *breaks], [*breaks, len(rest)], strict=True)]
    for number, piece in enumerate(pieces):
        if number:
            printed.add_run().add_break()
        spread = piece.replace(" ", "　　") if paragraph.kind == "s" else piece
        _run(printed, spread, paragraph.kind, bold=False)
    if look == "tracked" and paragraph.kind == "p" and len(paragraph.text) > 60:
        _track(printed)


def _run(printed: Printed, text: str, kind: str, *, bold: bool) -> None:
    if not text:
        return
    run = printed.add_run(text)
    run.font.size = Pt({"h": 36, "t": 22, "X": 20}.get(kind, 16))
    run.font.name = "黑体" if bold else "仿宋_GB2312"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), run.font.name)
    if kind == "h":
        run.font.color.rgb = RGBColor(0xFF, 0, 0)


def _track(printed: Printed) -> None:
    """The last run becomes an accepted-to-be insertion, and a deletion stands before it."""
    run = printed.runs[-1]._element
    half = len(run.text) // 2
    whole = run.text
    run.text = whole[:half]
    change = 'w:id="{}" w:author="审核" w:date="2024-01-02T03:04:05Z"'
    deleted = parse_xml(
        f"<w:del {nsdecls('w')} {change.format(1)}><w:r><w:delText>（此处删去旧表述）</w:delText></w:r></w:del>"
    )
    inserted = parse_xml(
        f'<w:ins {nsdecls("w")} {change.format(2)}><w:r><w:t xml:space="preserve">{whole[half:]}</w:t></w:r></w:ins>'
    )
    run.addnext(deleted)
    deleted.addnext(inserted)


def _table(document: Document, rows: list[Paragraph]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0].cells), style="Table Grid")
    for row, line in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, line.cells, strict=True):
            cell.text = text


def _text_box(document: Document, text: str) -> None:
    """A paragraph whose words stand in a text box, as old templates place the class of the answer."""
    printed = document.add_paragraph()
    printed._element.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:160pt;height:24pt">'
            f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r>"
        )
    )


def _add_numbering(document: Document) -> None:
    """A multilevel list 一、（一）1. in numbering.xml: one for the letter, one that begins anew for an attachment."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (form, text) in _COUNTERS.items()
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    first = numbering.find(qn("w:num"))
    numbering.insert(list(numbering).index(first) if first is not None else len(numbering), abstract)
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number, restart in zip(_LISTS.values(), ("", anew), strict=True):
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="77"/>{restart}</w:num>'
            )
        )


def _number(printed: Printed, level: int, counted: int) -> None:
    properties = printed._element.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level - 1}"/><w:numId w:val="{counted}"/></w:numPr>'
        )
    )


def _fixed(package: bytes) -> bytes:
    """The package with one date on every part, so that equal letters give equal bytes."""
    buffer = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, date_time=(2024, 1, 2, 3, 4, 4))
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(name))
    return buffer.getvalue()

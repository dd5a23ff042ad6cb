"""The carrier's part of a record: source, printed lines and tables, as layout found them."""

from __future__ import annotations

from collections.abc import Iterator

from dafu.layout.model import LetterText
from dafu.records import (
    Finding,
    Line,
    PageInfo,
    Part,
    PortalField,
    Reading,
    Removed,
    Seal,
    Source,
    Table,
    TableCell,
)

DOUBTFUL = 0.85
"""Confidence of a line below which a reader should compare it with the page."""


def source_of(letter: LetterText) -> Source:
    """The file, its pages, and what reading and layout noticed about them."""
    return Source(
        file_name=letter.file_name,
        media_type=letter.media_type,
        sha256=letter.sha256,
        size_bytes=letter.size_bytes,
        part=Part(
            index=letter.index,
            of=letter.of,
            pages=tuple(page.number for page in letter.pages) if letter.paged else (),
        ),
        pages=tuple(
            PageInfo(
                number=page.number,
                width=page.width,
                height=page.height,
                rotation=page.rotation,
                text_origin=page.text_origin,
                ocr_confidence=page.ocr_confidence,
            )
            for page in letter.pages
        ),
        removed=tuple(
            Removed(page=gone.page, box=gone.box, raw=gone.raw, reason=gone.reason) for gone in letter.removed
        ),
        readings=tuple(
            Reading(
                span=one.span,
                page=one.page,
                read=one.read,
                chosen=one.chosen,
                by=one.by,
                confidence=one.confidence,
            )
            for one in letter.readings
        ),
        seals=tuple(Seal(page=page.number, box=box) for page in letter.pages for box in page.seals),
        portal=tuple(PortalField(label=line.label, raw=line.raw) for line in letter.portal),
        findings=(
            *(
                Finding(code=notice.code, severity=notice.severity, message=notice.message)
                for notice in letter.notices
            ),
            *_nothing_read(letter),
            *_doubtful(letter),
        ),
    )


def _nothing_read(letter: LetterText) -> Iterator[Finding]:
    """That there is no text at all, so that a scan which came to nothing does not pass for a document read."""
    if not letter.text:
        message = f"共 {len(letter.pages)} 页，没有读出文字 / no text was found on any of {len(letter.pages)} pages."
        yield Finding(code="no_text", severity="error", message=message)


def _doubtful(letter: LetterText) -> Iterator[Finding]:
    """The printed lines that OCR read with little confidence, and the digits of others that it is not certain of."""
    doubtful = [line for line in letter.lines if line.confidence is not None and line.confidence < DOUBTFUL]
    for line in doubtful:
        message = f"该行识别置信度 {line.confidence:.2f}，请核对 / read with this confidence; compare it with the page."
        yield Finding(code="low_ocr_confidence", severity="warning", message=message, span=line.span)
    for doubt in letter.doubts:
        if any(line.span[0] <= doubt.span[0] < line.span[1] for line in doubtful):
            continue
        other = f"，也可能是 {doubt.other} / or {doubt.other}" if doubt.other.strip() else ""
        message = f"数字 {doubt.read} 识别置信度 {doubt.confidence:.2f}{other}，请核对 / a digit read with this confidence; compare it with the page."
        yield Finding(code="low_ocr_confidence", severity="warning", message=message, span=doubt.span)


def lines_of(letter: LetterText) -> tuple[Line, ...]:
    """The printed lines, in reading order."""
    return tuple(
        Line(
            page=line.page,
            box=line.box,
            span=line.span,
            stops=line.stops,
            confidence=line.confidence,
            at=line.at,
        )
        for line in letter.lines
    )


def tables_of(letter: LetterText) -> tuple[Table, ...]:
    """The tables, numbered in reading order."""
    return tuple(
        Table(
            id=f"t{number}",
            span=table.span,
            cells=tuple(
                TableCell(
                    row=cell.row,
                    column=cell.column,
                    row_span=cell.row_span,
                    column_span=cell.column_span,
                    span=cell.span,
                    boxes=cell.boxes,
                )
                for cell in table.cells
            ),
        )
        for number, table in enumerate(letter.tables, start=1)
    )

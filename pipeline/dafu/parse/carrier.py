"""The carrier's part of a record: source, printed lines and tables, as layout found them."""

from __future__ import annotations

from dafu.layout.model import LetterText
from dafu.records import (
    Finding,
    Line,
    PageInfo,
    Part,
    PortalField,
    Removed,
    Seal,
    Source,
    Table,
    TableCell,
)


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
        seals=tuple(Seal(page=page.number, box=box) for page in letter.pages for box in page.seals),
        portal=tuple(PortalField(label=line.label, raw=line.raw) for line in letter.portal),
        findings=tuple(
            Finding(code=notice.code, severity=notice.severity, message=notice.message)
            for notice in letter.notices
        ),
    )


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

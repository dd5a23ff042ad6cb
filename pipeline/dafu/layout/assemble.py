"""Blocks of one letter into its text, with the line map, paragraphs and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dafu.layout.block import Block, Piece
from dafu.layout.gathered import Removed
from dafu.layout.model import (
    LetterText,
    PageFrame,
    Paragraph,
    RemovedText,
    TextCell,
    TextLine,
    TextTable,
)
from dafu.layout.readings import doubts_of, readings_of
from dafu.read.model import Box, Document, Dropped


@dataclass(slots=True)
class _Table:
    start: int
    end: int = 0
    cells: list[TextCell] = field(default_factory=list)


def shared_out(removed: Sequence[Removed], letters: Sequence[Sequence[Block]]) -> list[list[RemovedText]]:
    """What was left out of each letter; `letters` hold all gathered blocks, in order, none of them joined."""
    shares: list[list[RemovedText]] = [[] for _ in letters]
    starts = [sum(map(len, letters[:at])) for at in range(len(letters))]
    for each in removed:
        owner = max((at for at, start in enumerate(starts) if start <= each.beside), default=0)
        shares[owner].append(each.text)
    return shares


def assemble(
    letters: Sequence[Sequence[Block]], shares: Sequence[Sequence[RemovedText]], document: Document
) -> tuple[LetterText, ...]:
    """A `LetterText` for each letter from its blocks and what was left out of it."""
    pages = _pages_of(letters, document)
    removed = [list(share) for share in shares]
    for dropped in document.dropped:
        removed[_covering(pages, dropped.page)].append(_removed(dropped))
    return tuple(
        _letter(blocks, document, pages[at], removed[at], index=at + 1, of=len(letters))
        for at, blocks in enumerate(letters)
    )


def _letter(
    blocks: Sequence[Block],
    document: Document,
    pages: range,
    removed: Sequence[RemovedText],
    *,
    index: int,
    of: int,
) -> LetterText:
    blocks = [block for block in blocks if block.text.strip()]
    lines: list[TextLine] = []
    paragraphs: list[Paragraph] = []
    tables: dict[int, _Table] = {}
    start = 0
    for block in blocks:
        end = start + len(block.text)
        lines += _lines(block.pieces, start)
        paragraphs.append(_paragraph(block, start, end))
        if block.table is not None:
            table = tables.setdefault(block.table, _Table(start))
            table.end = end
            table.cells += _cells(block, start)
        start = end + 1
    frames = [page for page in document.pages if page.number in pages]
    text = "\n".join(block.text for block in blocks)
    return LetterText(
        file_name=document.file_name,
        media_type=document.media_type,
        sha256=document.sha256,
        size_bytes=document.size_bytes,
        index=index,
        of=of,
        paged=document.flow == "paged",
        pages=tuple(
            PageFrame(
                number=page.number,
                width=page.width,
                height=page.height,
                rotation=page.rotation,
                text_origin=page.text_origin,
                ocr_confidence=page.ocr_confidence,
                seals=page.seals,
            )
            for page in frames
        ),
        text=text,
        lines=tuple(lines),
        paragraphs=tuple(paragraphs),
        tables=tuple(
            TextTable(span=(table.start, table.end), cells=tuple(table.cells)) for table in tables.values()
        ),
        removed=tuple(removed),
        portal=document.portal,
        notices=tuple(notice for notice in document.notices if notice.page is None or notice.page in pages),
        readings=readings_of(lines, text, frames),
        doubts=doubts_of(lines, text, frames),
    )


def _lines(pieces: Sequence[Piece], start: int) -> list[TextLine]:
    """The printed lines of a block; tabs between cells belong to none."""
    lines = []
    for piece in pieces:
        end = start + len(piece.text)
        if piece.text.strip("\t"):
            lines.append(
                TextLine(
                    span=(start, end),
                    page=piece.page,
                    box=piece.box and _rounded(piece.box),
                    stops=tuple(round(stop, 2) for stop in piece.stops),
                    confidence=piece.confidence,
                    at=piece.at,
                )
            )
        start = end
    return lines


def _rounded(box: Box) -> Box:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)


def _paragraph(block: Block, start: int, end: int) -> Paragraph:
    return Paragraph(
        span=(start, end),
        zone=block.zone,
        align=block.align,
        indent=block.indent,
        size=block.size,
        bold=block.bold,
        color=block.color,
        heading=block.heading,
        in_table=block.table is not None,
        breaks=tuple(start + at for at in block.breaks),
    )


def _cells(block: Block, start: int) -> list[TextCell]:
    return [
        TextCell(
            row=cell.row,
            column=cell.column,
            row_span=cell.row_span,
            column_span=cell.column_span,
            span=(start + cell.start, start + cell.end),
            boxes=tuple((page, _rounded(box)) for page, box in cell.boxes),
        )
        for cell in block.cells
    ]


def _pages_of(letters: Sequence[Sequence[Block]], document: Document) -> list[range]:
    """Numbers of the pages that each letter covers; blank pages go with the letter before them."""
    last = max((page.number for page in document.pages), default=0)
    firsts, ends = [], []
    for blocks in letters:
        numbers = [piece.page for block in blocks for piece in block.pieces if piece.page is not None]
        firsts.append(min(numbers, default=1))
        ends.append(max(numbers, default=last))
    if firsts:
        firsts[0] = 1
    covered = []
    for at, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        following = firsts[at + 1] if at + 1 < len(firsts) else last + 1
        covered.append(range(first, max(end + 1, following)))
    return covered


def _covering(pages: Sequence[range], page: int | None) -> int:
    """Number of the letter that covers a page; the first one where none is told."""
    return next((at for at, covered in enumerate(pages) if page in covered), 0)


def _removed(dropped: Dropped) -> RemovedText:
    return RemovedText(raw=dropped.raw, reason=dropped.reason, page=dropped.page, box=dropped.box)

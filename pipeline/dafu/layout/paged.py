"""Blocks of a document of pages: by where its characters are printed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dafu.layout.block import Block
from dafu.layout.columns import columns_of, is_wide
from dafu.layout.furniture import without_furniture, without_watermarks
from dafu.layout.gathered import Gathered, Removed
from dafu.layout.line import Line, Sheet
from dafu.layout.model import RemovedText
from dafu.layout.paragraphs import paragraphs
from dafu.layout.printed_lines import printed_lines
from dafu.layout.tables import Table, continues, joined, printed_table, row_blocks, runs_of_grids
from dafu.layout.type_grid import TypeGrid, body_size, type_grid
from dafu.lexicon import Lexicon
from dafu.read.model import Box, Document, Page, Run


@dataclass(frozen=True, slots=True)
class _Placed:
    """A table, the sheet it stands on and its height there."""

    table: Table
    sheet: int
    top: float


def gather_paged(document: Document, lexicon: Lexicon) -> Gathered:
    """The blocks of pages with characters in boxes."""
    pages = document.pages
    size = body_size(run for page in pages for run in page.runs)
    kept, removed = without_watermarks(pages, size)
    sheets: list[Sheet] = []
    tables: list[_Placed] = []
    parted = [(page, *runs_of_grids(page, runs)) for page, runs in zip(pages, kept, strict=True)]
    paired = any(is_wide(page) and _holds_two(page, outside) for page, outside, _ in parted)
    for page, outside, grids in parted:
        number = len(sheets)
        lines = printed_lines(outside, page=page.number, sheet=number)
        columns = columns_of(page, outside, lines, paired=paired and is_wide(page))
        for grid, inside in grids:
            if grid.box:
                table = printed_table(grid, inside, page.number, lexicon)
                tables.append(_Placed(table, number + _column_at(grid.box, columns), grid.box[1]))
        for at, column in enumerate(columns):
            own = lines if len(columns) == 1 else printed_lines(column, page=page.number, sheet=number + at)
            sheets.append(Sheet(number + at, page.number, page.height or 0.0, tuple(own)))
    sheets, furniture = without_furniture(sheets, pages, size, lexicon)
    lines = [line for sheet in sheets for line in sheet.lines]
    type_area = type_grid(lines, size)
    tables, heads = _across_pages(tables, lines)
    blocks = _in_order(lines, tables, type_area, lexicon)
    removed += furniture + heads
    return Gathered(tuple(blocks), tuple(_beside(removed, blocks, document)))


def _holds_two(page: Page, runs: Sequence[Run]) -> bool:
    """Whether two pages of text are printed on a page."""
    return len(columns_of(page, runs, printed_lines(runs, page=page.number, sheet=0))) > 1


def _column_at(box: Box, columns: Sequence[Sequence[Run]]) -> int:
    """Which column a table stands in: the last that begins left of its middle."""
    lefts = [min((run.box[0] for run in column if run.box), default=0.0) for column in columns]
    return max((at for at, left in enumerate(lefts) if left < (box[0] + box[2]) / 2), default=0)


def _across_pages(
    tables: Sequence[_Placed], lines: Sequence[Line]
) -> tuple[list[_Placed], list[RemovedText]]:
    """Tables that only a page end parts, put together."""
    whole: list[_Placed] = []
    removed: list[RemovedText] = []
    last_sheet = -1
    for placed in tables:
        above = whole[-1] if whole else None
        if (
            above
            and placed.sheet == last_sheet + 1
            and not any(_between(line, above, last_sheet, placed) for line in lines)
            and continues(above.table, placed.table)
        ):
            table, heads = joined(above.table, placed.table)
            whole[-1] = _Placed(table, above.sheet, above.top)
            removed += heads
        else:
            whole.append(placed)
        last_sheet = placed.sheet
    return whole, removed


def _between(line: Line, above: _Placed, last_sheet: int, below: _Placed) -> bool:
    """Whether a line stands after the last part of one table and before the next table."""
    after = line.sheet == last_sheet and (last_sheet > above.sheet or line.top > above.top)
    return after or (line.sheet == below.sheet and line.top < below.top)


def _in_order(
    lines: Sequence[Line], tables: Sequence[_Placed], grid: TypeGrid, lexicon: Lexicon
) -> list[Block]:
    """Paragraphs and table rows in reading order; a table ends the paragraph before it."""
    blocks: list[Block] = []
    start = 0
    for number, placed in enumerate(tables):
        places = [(line.sheet, line.top) for line in lines]
        end = max(start, bisect_left(places, (placed.sheet, placed.top)))
        blocks += paragraphs(lines[start:end], grid, lexicon)
        blocks += row_blocks(placed.table, number)
        start = end
    return blocks + paragraphs(lines[start:], grid, lexicon)


def _beside(removed: Sequence[RemovedText], blocks: Sequence[Block], document: Document) -> list[Removed]:
    """What was left out, in reading order: heads go with the block below them, feet with the one above."""
    heights = {page.number: page.height or 0.0 for page in document.pages}
    starts = [_start(block) for block in blocks]
    placed = []
    for text in removed:
        page, box = text.page or 0, text.box or (0.0, 0.0, 0.0, 0.0)
        after = sum(start < (page, box[1]) for start in starts)
        foot = box[1] > heights.get(page, 0.0) / 2
        beside = min(max(after - foot, 0), max(len(blocks) - 1, 0))
        placed.append(((page, box[1], box[0]), Removed(text, beside)))
    return [each for _, each in sorted(placed, key=lambda pair: pair[0])]


def _start(block: Block) -> tuple[int, float]:
    """Page and height at which a block begins."""
    for piece in block.pieces:
        if piece.page is not None and piece.box:
            return piece.page, piece.box[1]
    for cell in block.cells:
        if cell.boxes:
            return cell.boxes[0][0], cell.boxes[0][1][1]
    return 0, 0.0

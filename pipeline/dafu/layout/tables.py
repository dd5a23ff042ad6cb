"""Tables: rows as lines of text, cells parted by tabs; tables that a page end cuts put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dafu.layout.block import Block, Piece, RowCell
from dafu.layout.model import RemovedText
from dafu.layout.printed_lines import printed_lines
from dafu.layout.spaces import text_line, tidy
from dafu.lexicon import Lexicon
from dafu.read.model import Box, Cell, Grid, Page, Run

SAME_EDGE = 4.0
"""Points: column edges of two parts of one table differ by less."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its words."""

    cell: Cell
    pieces: tuple[Piece, ...]
    boxes: tuple[tuple[int, Box], ...] = ()

    @property
    def text(self) -> str:
        """The cell's words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells, and where its parts stand on pages."""

    cells: tuple[SetCell, ...]
    rows: int
    columns: int
    edges: tuple[float, ...] = ()
    """Left edges of its columns, points; empty without pages."""


def is_table(grid: Grid) -> bool:
    """A frame around text, or rules alone, is none."""
    filled = {(cell.row, cell.column) for cell in grid.cells}
    return len(filled) > 1 and len({cell.column for cell in grid.cells}) > 1


def runs_of_grids(page: Page, runs: Sequence[Run]) -> tuple[list[Run], list[tuple[Grid, list[Run]]]]:
    """The runs outside tables, and those of each table."""
    grids = [(grid, grid.box, []) for grid in page.grids if grid.box and is_table(grid)]  # type: list[tuple[Grid, Box, list[Run]]]
    outside = []
    for run in runs:
        for _, box, inside in grids:
            if run.box and _holds(box, run.box):
                inside.append(run)
                break
        else:
            outside.append(run)
    return outside, [(grid, inside) for grid, _, inside in grids]


def printed_table(grid: Grid, runs: Sequence[Run], page: int, lexicon: Lexicon) -> Table:
    """A table of a page, its cells filled with the runs inside them."""
    by_cell: dict[int, list[Run]] = {}
    for run in runs:
        for at, cell in enumerate(grid.cells):
            if run.box and cell.box and _holds(cell.box, run.box):
                by_cell.setdefault(at, []).append(run)
                break
    filled = []
    for at, cell in enumerate(grid.cells):
        lines = printed_lines(by_cell.get(at, ()), page=page, sheet=0)
        pieces = tidy(lines, lexicon) if lines else ()
        filled.append(SetCell(cell, pieces, ((page, cell.box),) if cell.box else ()))
    edges = sorted({round(cell.box[0], 1) for cell in grid.cells if cell.box})
    return _table(filled, tuple(edges))


def marked_table(grid: Grid, lexicon: Lexicon) -> Table:
    """A table of a carrier without pages."""
    filled = []
    for cell in grid.cells:
        parts = [text_line(part, at=cell.at) for part in (cell.text or "").splitlines() if part.strip()]
        filled.append(SetCell(cell, tidy(parts, lexicon) if parts else ()))
    return _table(filled, ())


def _table(filled: Sequence[SetCell], edges: tuple[float, ...]) -> Table:
    rows = max(each.cell.row + each.cell.row_span for each in filled)
    columns = max(each.cell.column + each.cell.column_span for each in filled)
    return Table(tuple(filled), rows, columns, edges)


def continues(above: Table, below: Table) -> bool:
    """Whether two tables, with nothing but a page end between them, are one."""
    if above.columns != below.columns or len(above.edges) != len(below.edges):
        return False
    pairs = zip(above.edges, below.edges, strict=True)
    return all(abs(one - other) < SAME_EDGE for one, other in pairs)


def joined(above: Table, below: Table) -> tuple[Table, list[RemovedText]]:
    """One table of two parts: the repeated head left out, a row that the page end cut put together."""
    removed: list[RemovedText] = []
    rows = _by_row(below)
    head = _by_row(above)
    skipped = 0
    while (
        skipped < below.rows and _texts(rows, skipped) == _texts(head, skipped) and any(_texts(rows, skipped))
    ):
        for each in rows.get(skipped, ()):
            if each.text:
                page, box = each.boxes[0] if each.boxes else (None, None)
                removed.append(RemovedText(raw=each.text, reason="running_head", page=page, box=box))
        skipped += 1
    cells = list(above.cells)
    base = above.rows - skipped
    if skipped < below.rows and _is_rest(rows.get(skipped, ()), above):
        base -= 1
        rest = {each.cell.column: each for each in rows[skipped]}
        for at, each in enumerate(cells):
            more = rest.get(each.cell.column)
            if each.cell.row + each.cell.row_span == above.rows and more:
                cells[at] = replace(each, pieces=each.pieces + more.pieces, boxes=each.boxes + more.boxes)
        skipped += 1
    for each in below.cells:
        if each.cell.row >= skipped:
            cells.append(replace(each, cell=replace(each.cell, row=each.cell.row + base)))
    return Table(tuple(cells), below.rows + base, above.columns, above.edges), removed


def _is_rest(row: Iterable[SetCell], above: Table) -> bool:
    """Whether a row goes on with the last one: its first cell is blank, and the one above is not."""
    row = list(row)
    last = [each for each in above.cells if each.cell.row + each.cell.row_span == above.rows]
    spans = {each.cell.column: each.cell.column_span for each in last}
    if not row or row[0].text or not last or not last[0].text:
        return False
    return any(each.text for each in row) and all(
        spans.get(each.cell.column) == each.cell.column_span for each in row
    )


def _by_row(table: Table) -> dict[int, list[SetCell]]:
    rows: dict[int, list[SetCell]] = {}
    for each in sorted(table.cells, key=lambda each: (each.cell.row, each.cell.column)):
        rows.setdefault(each.cell.row, []).append(each)
    return rows


def _texts(rows: dict[int, list[SetCell]], row: int) -> list[str]:
    return [each.text for each in rows.get(row, ())]


def row_blocks(table: Table, number: int) -> list[Block]:
    """The rows of a table as blocks: the same number of tabs in each; what a cell spans is left blank."""
    rows = _by_row(table)
    blocks = []
    for row in range(table.rows):
        first = {each.cell.column: each for each in rows.get(row, ())}
        pieces: list[Piece] = []
        cells: list[RowCell] = []
        offset = 0
        for column in range(table.columns):
            if column:
                pieces.append(Piece(text="\t"))
                offset += 1
            if each := first.get(column):
                end = offset + len(each.text)
                cells.append(
                    RowCell(
                        row=row,
                        column=column,
                        row_span=each.cell.row_span,
                        column_span=each.cell.column_span,
                        start=offset,
                        end=end,
                        boxes=each.boxes,
                    )
                )
                pieces += each.pieces
                offset = end
        blocks.append(Block(pieces=tuple(pieces), table=number, cells=tuple(cells)))
    return blocks


def _holds(outer: Box, inner: Box) -> bool:
    """Whether the middle of a box is inside another."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]

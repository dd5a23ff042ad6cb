"""Ruled tables: cells of several lines, rows kept whole, the head again on the next page where the look asks."""

from __future__ import annotations

from samples.carriers.fonts import width
from samples.carriers.lines import PrintedLine, Run, break_lines
from samples.carriers.sheet import Sheet

_SIZE, _PITCH, _PAD = 12.0, 17.0, 4.0


def print_table(sheet: Sheet, rows: list[tuple[str, ...]]) -> None:
    """Draws `rows`, the first of them the head, over as many pages as they need."""
    columns = _widths(rows, sheet.measure)
    sheet.y += 4
    top = sheet.y
    for number, row in enumerate(rows):
        cells = [_cell(text, wide) for text, wide in zip(row, columns, strict=True)]
        height = max(len(cell) for cell in cells) * _PITCH + 2 * _PAD
        if sheet.room < height:
            _uprights(sheet, columns, top)
            sheet.next_page(landscape=sheet.landscape)
            top = sheet.y
            if sheet.style.repeat_head and number:
                head = [_cell(text, wide) for text, wide in zip(rows[0], columns, strict=True)]
                _row(sheet, head, columns, max(len(cell) for cell in head) * _PITCH + 2 * _PAD, head_row=True)
        _row(sheet, cells, columns, height, head_row=number == 0)
    _uprights(sheet, columns, top)
    sheet.y += 8


def _widths(rows: list[tuple[str, ...]], measure: float) -> list[float]:
    """Widths that share the type area by the longest cell, none below three characters."""
    longest = [
        max(min(16.0, max(3.0, width(row[column], "song", 1.0))) for row in rows)
        for column in range(len(rows[0]))
    ]
    return [measure * length / sum(longest) for length in longest]


def _cell(text: str, wide: float) -> list[PrintedLine]:
    room = wide - 2 * _PAD
    lines = break_lines(
        [Run(text, "song")], first=room, other=room, measure=lambda part, face: width(part, face, _SIZE)
    )
    return lines or [PrintedLine((), 0.0, goes_on=False)]


def _row(
    sheet: Sheet, cells: list[list[PrintedLine]], columns: list[float], height: float, *, head_row: bool
) -> None:
    left = sheet.style.left
    sheet.rule(sheet.y, left, left + sum(columns), 0.6)
    top, x = sheet.y, left
    for cell, wide in zip(cells, columns, strict=True):
        sheet.y = top + (height - len(cell) * _PITCH) / 2
        for line in cell:
            centred = head_row or len(cell) == 1
            sheet.row(line, x + ((wide - line.width) / 2 if centred else _PAD), _SIZE, wide, justify=False)
            sheet.y += _PITCH
        x += wide
    sheet.y = top + height
    sheet.rule(sheet.y, left, left + sum(columns), 0.6)


def _uprights(sheet: Sheet, columns: list[float], top: float) -> None:
    x = sheet.style.left
    for wide in (*columns, 0.0):
        sheet.upright(x, top, sheet.y, 0.6)
        x += wide

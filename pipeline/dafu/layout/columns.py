"""Columns: two pages printed side by side, or text set in two columns, by the white valley between them."""

from __future__ import annotations

from collections.abc import Sequence

from dafu.layout.line import Line
from dafu.read.model import Page, Run

LEAST = 8
"""Lines on both sides of a valley; fewer are fields set apart."""
WIDE = 1.5
"""Cells: a narrower gap is no valley."""
WIDER = 1.2
"""Width by height of a sheet of two pages, at least."""
CENTRE = 0.08
"""Share of a sheet's width by which the valley between its two pages may miss the middle."""
FILLED = 0.6
"""Share of its column that a third of the lines of running text fill at least; a first page has many short ones."""


def columns_of(
    page: Page, runs: Sequence[Run], lines: Sequence[Line], *, paired: bool = False
) -> list[list[Run]]:
    """The runs of each column from left to right; one column unless a valley is clearly seen.

    `paired`: other sheets of the document hold two pages each, so that a white middle is enough.
    """
    valley = _valley(page, runs, lines, paired=paired)
    if valley is None:
        return [list(runs)]
    left = [run for run in runs if run.box and run.box[2] <= valley]
    return [left, [run for run in runs if run not in left]]


def is_wide(page: Page) -> bool:
    """Whether a page is so much wider than high that two pages may be printed on it."""
    return (page.width or 0.0) > WIDER * (page.height or 0.0) > 0


def _valley(page: Page, runs: Sequence[Run], lines: Sequence[Line], *, paired: bool) -> float | None:
    """A place near the middle that no run crosses and that has running text on both sides.

    On a sheet of two pages the left one tells enough.
    """
    if page.width is None or not lines or (len(lines) < LEAST and not paired):
        return None
    near = (0.3 * page.width, 0.7 * page.width)
    boxes = sorted((run.box for run in runs if run.box and run.text.strip()), key=lambda box: box[0])
    size = sorted(line.size for line in lines)[len(lines) // 2]
    reach, best = 0.0, (0.0, 0.0)
    for x0, _, x1, _ in boxes:
        if near[0] < (reach + x0) / 2 < near[1] and x0 - reach > best[0]:
            best = (x0 - reach, (reach + x0) / 2)
        reach = max(reach, x1)
    width, valley = best
    if width < WIDE * size:
        return None
    middle = is_wide(page) and abs(valley - page.width / 2) < CENTRE * page.width
    if paired and middle:
        return valley
    left, right = [box for box in boxes if box[2] <= valley], [box for box in boxes if box[0] >= valley]
    return valley if _is_running_text(left) and (middle or _is_running_text(right)) else None


def _is_running_text(boxes: Sequence[tuple[float, float, float, float]]) -> bool:
    if len(boxes) < LEAST:
        return False
    rows: dict[int, float] = {}
    for x0, top, x1, bottom in boxes:
        row = round((top + bottom) / 2 / 4)
        rows[row] = rows.get(row, 0.0) + x1 - x0
    column = max(box[2] for box in boxes) - min(box[0] for box in boxes)
    filled = sorted(rows.values())[2 * len(rows) // 3]
    return len(rows) >= LEAST and filled > FILLED * column

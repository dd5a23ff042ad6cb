"""Tables by their lines: the cells that the rules of a page enclose, merged ones included."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar

from dafu.read.model import Box, Cell, Grid, Rule, Run

SNAP = 3.0
"""Points: lines this close are one: the two strokes of a double border, and lines that just miss a corner."""
OPEN_SIDE = 9.0
"""Points: level lines that reach this far beyond the outermost upright ones close a column without a side
border (the usual look of statistics tables)."""
MOST_LINES = 400
"""Level or upright lines of one page; more of them are a drawing."""

_Thing = TypeVar("_Thing", bound=Hashable)


@dataclass(frozen=True, slots=True)
class _Line:
    """A level or upright line: where it lies across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float

    def crosses(self, other: _Line) -> bool:
        """Whether a line of the other direction meets this one."""
        return (
            self.start - SNAP <= other.at <= self.end + SNAP
            and other.start - SNAP <= self.at <= other.end + SNAP
        )


def find_grids(rules: Sequence[Rule], runs: Sequence[Run]) -> tuple[Grid, ...]:
    """The tables of a page, from top to bottom: two columns at least, and text in two cells at least.

    Frames around text, underlines, the double rules of letterheads and the separators of the imprint
    (GB/T 9704-2012, 7.4.1) enclose no two columns; charts hold no text in their cells.
    """
    level, upright = _straightened(rules)
    if len(level) < 2 or len(upright) < 2 or max(len(level), len(upright)) > MOST_LINES:
        return ()
    grids = []
    for rows, columns in _connected(level, upright):
        cells = _cells(rows, _with_open_sides(rows, columns))
        if len({cell.column for cell in cells}) > 1 and _with_text(cells, runs) > 1:
            boxes = [cell.box for cell in cells if cell.box]
            grids.append(Grid(cells=cells, box=_hull(boxes)))
    return tuple(sorted(grids, key=lambda grid: (grid.box or (0, 0))[1::-1]))


def cut_at_walls(runs: Iterable[Run], grids: Sequence[Grid]) -> Iterator[Run]:
    """The runs, each cut where a cell of a grid ends: neighbours may stand closer than a character."""
    for run in runs:
        walls = _walls(run, grids)
        if not walls:
            yield run
            continue
        centres = [(left + right) / 2 for left, right in zip(run.left, run.right, strict=True)]
        stops = sorted({0, len(run.text), *(bisect_left(centres, wall) for wall in walls)})
        for start, end in pairwise(stops):
            yield _part(run, start, end)


def _part(run: Run, start: int, end: int) -> Run:
    left, right = run.left[start:end], run.right[start:end]
    box = run.box and (left[0], run.box[1], max(right), run.box[3])
    return replace(run, text=run.text[start:end], box=box, left=left, right=right)


def _walls(run: Run, grids: Sequence[Grid]) -> list[float]:
    """Where the borders of cells cut through the run's line, inside the run."""
    if not run.box or run.right[-1] < run.left[0]:
        return []
    left, top, right, bottom = run.box
    middle = (top + bottom) / 2
    beside = [
        cell.box for grid in grids for cell in grid.cells if cell.box and cell.box[1] <= middle <= cell.box[3]
    ]
    return [wall for box in beside for wall in (box[0], box[2]) if left < wall < right]


def _straightened(rules: Sequence[Rule]) -> tuple[list[_Line], list[_Line]]:
    """Level and upright lines; those that nearly coincide are one, and so are the pieces of one line."""
    level, upright = [], []
    for rule in rules:
        x0, y0, x1, y1 = rule.box
        if x1 - x0 >= y1 - y0:
            level.append(_Line((y0 + y1) / 2, x0, x1))
        else:
            upright.append(_Line((x0 + x1) / 2, y0, y1))
    return _merged(level), _merged(upright)


def _merged(lines: list[_Line]) -> list[_Line]:
    """Lines by position, then by start."""
    bundles: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.at):
        if bundles and line.at - bundles[-1][0].at <= SNAP:
            bundles[-1].append(line)
        else:
            bundles.append([line])
    merged = []
    for bundle in bundles:
        at = round(sum(line.at for line in bundle) / len(bundle), 2)
        pieces: list[_Line] = []
        for line in sorted(bundle, key=lambda line: line.start):
            if pieces and line.start - pieces[-1].end <= SNAP:
                pieces[-1] = _Line(at, pieces[-1].start, max(pieces[-1].end, line.end))
            else:
                pieces.append(_Line(at, line.start, line.end))
        merged += pieces
    return merged


def _connected(level: list[_Line], upright: list[_Line]) -> Iterator[tuple[list[_Line], list[_Line]]]:
    """The level and upright lines of each web of lines that cross; two of each at least."""
    groups: _Groups[tuple[str, int]] = _Groups()
    for row, flat in enumerate(level):
        for column, tall in enumerate(upright):
            if flat.crosses(tall):
                groups.join(("level", row), ("upright", column))
    for members in groups.all():
        rows = [level[at] for kind, at in members if kind == "level"]
        columns = [upright[at] for kind, at in members if kind == "upright"]
        if len(rows) > 1 and len(columns) > 1:
            yield rows, columns


def _with_open_sides(rows: list[_Line], columns: list[_Line]) -> list[_Line]:
    """The upright lines, and borders for outer columns that have none."""
    first, last = min(line.at for line in columns), max(line.at for line in columns)
    left = [line for line in rows if line.start < first - OPEN_SIDE]
    right = [line for line in rows if line.end > last + OPEN_SIDE]
    added = []
    if len(left) > 1:
        added.append(_Line(min(line.start for line in left), left[0].at, left[-1].at))
    if len(right) > 1:
        added.append(_Line(max(line.end for line in right), right[0].at, right[-1].at))
    return [*columns, *added]


def _cells(level: list[_Line], upright: list[_Line]) -> tuple[Cell, ...]:
    """Cells by row and column: fields of the lattice joined wherever no line parts them."""
    ys, xs = sorted({line.at for line in level}), sorted({line.at for line in upright})
    groups: _Groups[tuple[int, int]] = _Groups()
    outside = (-1, -1)
    floor, wall = _lookup(level), _lookup(upright)
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            field = (row, column)
            groups.join(field, field)
            sides = (
                (wall(xs[column], y), (row, column - 1), column > 0),
                (wall(xs[column + 1], y), (row, column + 1), column + 2 < len(xs)),
                (floor(ys[row], x), (row - 1, column), row > 0),
                (floor(ys[row + 1], x), (row + 1, column), row + 2 < len(ys)),
            )
            for closed, beyond, inside in sides:
                if not closed:
                    groups.join(field, beyond if inside else outside)
    cells = []
    for fields in groups.all():
        if outside in fields:
            continue
        for row, column, rows, columns in _rectangles(fields):
            box = (xs[column], ys[row], xs[column + columns], ys[row + rows])
            cells.append(Cell(row=row, column=column, row_span=rows, column_span=columns, box=box))
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _lookup(lines: list[_Line]) -> Callable[[float, float], bool]:
    """Tells whether a line at this position covers a point along it."""
    by_place: dict[float, list[_Line]] = defaultdict(list)
    for line in lines:
        by_place[line.at].append(line)

    def covers(at: float, along: float) -> bool:
        return any(line.start <= along <= line.end for line in by_place[at])

    return covers


def _rectangles(fields: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Row, column, rows, columns of the cells that joined fields make: several if they are no rectangle."""
    strips: dict[tuple[int, int], list[int]] = {}
    for row in sorted({row for row, _ in fields}):
        columns = sorted(column for at, column in fields if at == row)
        while columns:
            width = next((n for n, column in enumerate(columns) if column != columns[0] + n), len(columns))
            strips.setdefault((columns[0], width), []).append(row)
            columns = columns[width:]
    for (column, width), rows in strips.items():
        start = rows[0]
        for row, after in zip(rows, [*rows[1:], None], strict=True):
            if after != row + 1:
                yield start, column, row - start + 1, width
                start = after if after is not None else start


def _with_text(cells: Sequence[Cell], runs: Sequence[Run]) -> int:
    """How many cells have a character in them."""
    filled = set()
    for run in runs:
        if not run.box or run.text.isspace():
            continue
        y = (run.box[1] + run.box[3]) / 2
        for at, cell in enumerate(cells):
            x0, y0, x1, y1 = cell.box or (0, 0, 0, 0)
            if y0 <= y <= y1 and any(x0 <= left <= x1 for left in run.left):
                filled.add(at)
    return len(filled)


def _hull(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


class _Groups(Generic[_Thing]):
    """Things joined into groups (union-find); groups and members come in the order they were first named."""

    def __init__(self) -> None:
        self._above: dict[_Thing, _Thing] = {}

    def join(self, one: _Thing, other: _Thing) -> None:
        """Makes one group of the groups of two things."""
        first, second = self._top(one), self._top(other)
        if first != second:
            self._above[second] = first

    def _top(self, thing: _Thing) -> _Thing:
        above = self._above.setdefault(thing, thing)
        while above != thing:
            self._above[thing] = self._above[above]
            thing, above = above, self._above[above]
        return thing

    def all(self) -> list[list[_Thing]]:
        """The members of each group."""
        groups: dict[_Thing, list[_Thing]] = {}
        for thing in list(self._above):
            groups.setdefault(self._top(thing), []).append(thing)
        return list(groups.values())

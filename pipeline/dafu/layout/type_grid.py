"""The grid that a letter is set on, estimated from its own lines.

GB/T 9704-2012 (5.2) asks for 28 characters of 16 points a line, 22 lines a page and an indent of two
cells; offices use other sizes, pitches, margins and indents, so that nothing of it is assumed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from dafu.layout.line import Align, Line
from dafu.read.model import Run

SAME_EDGE = 0.3
"""Cells: edges this close are one."""
FULL = 0.4
"""Cells that may be missing at the end of a full line besides what the next word takes."""
FEW = 8
"""A parity of pages with fewer lines of text takes the edges of the whole letter."""
_HANGING = tuple("，。、；：？！,.;:")
"""Marks that word processors set beyond the right edge rather than break the line before them."""
MIDDLE = 0.8
"""Cells: how far a centred line's middle may be from the type area's."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Left and right edge of the type area."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class TypeGrid:
    """Size of the text, its edges by sheet, distance of its lines, and indent of its paragraphs."""

    size: float
    pitch: float
    """From the top of a line to the top of the next."""
    edges: tuple[Edges, Edges]
    """Of even and odd sheets: bound letters mirror their margins."""
    indent: float
    """Usual indent of a paragraph's first line in cells; 0 where paragraphs are not indented."""

    def indent_of(self, line: Line) -> float:
        """Cells from the left edge."""
        return (line.left - self.edges[line.sheet % 2].left) / self.size

    def slack_of(self, line: Line) -> float:
        """Cells from the line's end to the right edge."""
        return (self.edges[line.sheet % 2].right - line.right) / self.size

    def is_text_size(self, line: Line) -> bool:
        """Whether the line is set in the size of the text, not larger."""
        return line.size < 1.12 * self.size

    def align_of(self, line: Line) -> Align | None:
        """Centred, set to the right, or None for a line of running text."""
        before, after = self.indent_of(line), self.slack_of(line)
        apart = before > self.indent + 1 and after > 1
        if abs(before - after) / 2 < MIDDLE and (apart or not self.is_text_size(line)):
            return "center"
        if before > max(7.0, 2 * self.indent) and before > 1.5 * after:
            return "right"
        return None


def body_size(runs: Iterable[Run]) -> float:
    """The font size of most characters, in points; 1 where none is told."""
    sizes: Counter[float] = Counter()
    for run in runs:
        if run.box:
            sizes[round(2 * (run.size or run.box[3] - run.box[1])) / 2] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 1.0


def type_grid(lines: Sequence[Line], size: float, *, right: float | None = None) -> TypeGrid:
    """The grid of a letter's lines; `lines` in reading order, furniture and tables left out.

    Args:
        lines: All lines of the letter.
        size: Font size of its text.
        right: The right edge, where it is known.
    """
    text = [line for line in lines if 0.88 * size < line.size < 1.12 * size] or list(lines)
    whole = _edges(text, size)
    whole = whole if right is None else Edges(whole.left, right)
    by_parity: dict[int, list[Line]] = defaultdict(list)
    for line in text:
        by_parity[line.sheet % 2].append(line)
    even, odd = _side_by_side(by_parity, size) or (
        _edges_of(by_parity[parity], whole, size) for parity in (0, 1)
    )
    grid = TypeGrid(size, _pitch(text, size), (even, odd), 0.0)
    return TypeGrid(size, grid.pitch, grid.edges, _indent(text, grid))


def _side_by_side(by_parity: Mapping[int, Sequence[Line]], size: float) -> tuple[Edges, Edges] | None:
    """The edges of two pages printed on one: neither parity's lines reach into the other's.

    A page of few lines is taken to be as wide as the other.
    """
    parts = [by_parity.get(parity, ()) for parity in (0, 1)]
    if not all(parts) or max(map(len, parts)) < FEW:
        return None
    even, odd = (_edges(part, size) for part in parts)
    if not (even.right < odd.left or odd.right < even.left):
        return None
    wide = max(even.right - even.left, odd.right - odd.left)
    return _as_wide(even, parts[0], wide), _as_wide(odd, parts[1], wide)


def _as_wide(edges: Edges, lines: Sequence[Line], wide: float) -> Edges:
    return edges if len(lines) >= FEW else Edges(edges.left, edges.left + wide)


def _edges_of(lines: Sequence[Line], whole: Edges, size: float) -> Edges:
    """The edges of one parity of pages, where there are enough lines and the page as a whole is moved."""
    if len(lines) < FEW:
        return whole
    own = _edges(lines, size)
    same_width = abs((own.right - own.left) - (whole.right - whole.left)) < size
    moved = abs(own.left - whole.left) > SAME_EDGE * size and abs(own.right - whole.right) > SAME_EDGE * size
    return own if moved and same_width else whole


def _edges(lines: Sequence[Line], size: float) -> Edges:
    """The outermost edges that lines share."""
    if not lines:
        return Edges(0.0, 0.0)
    left = _shared([line.left for line in lines], size, part=0.05)
    inside = [line for line in lines if not line.text.endswith(_HANGING)]
    right = -_shared([-line.right for line in (inside if len(inside) >= FEW else lines)], size, part=0.1)
    return Edges(left, max(right, left))


def _shared(places: Sequence[float], size: float, part: float) -> float:
    """The lowest place at which at least two, and this part of all, stand; else the lowest."""
    ordered = sorted(places)
    least = max(2, part * len(ordered))
    for at, place in enumerate(ordered):
        near = bisect_right(ordered, place + 2 * SAME_EDGE * size)
        if near - at >= least:
            return median(ordered[at:near])
    return ordered[0]


def _pitch(lines: Sequence[Line], size: float) -> float:
    steps = [below.top - line.top for line, below in pairwise(lines) if line.sheet == below.sheet]
    steps = [step for step in steps if 0.8 * size < step < 4 * size]
    return median(steps) if steps else 1.8 * size


def _indent(lines: Sequence[Line], grid: TypeGrid) -> float:
    """The indent that most first lines of paragraphs share: those after a line with room left."""
    indents = []
    for line, below in pairwise([None, *lines]):
        if below is None or grid.align_of(below):
            continue
        indent = grid.indent_of(below)
        starts = line is None or grid.slack_of(line) > 2 or grid.align_of(line)
        if indent > 0.7 or starts:
            indents.append(round(indent * 4) / 4)
    inner = [indent for indent in indents if 0.7 < indent < 5]
    if len(inner) * 3 < len(indents) or not inner:
        return 0.0
    return Counter(inner).most_common(1)[0][0]

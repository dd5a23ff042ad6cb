"""The page as if it lay flat: photographs lean, taper and curl, and lines of type tell how.

Only coordinates are moved, never pixels: the recogniser reads lines as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Curve = Callable[[Points], Points]

FEW = 6
"""Lines that must share an edge; with fewer the page is taken as it is."""
NEAR = 0.35
"""Type sizes within which an edge lies on the common one."""
ASKEW = 100.0
"""How many lines on it an edge must have more, for its lean against what is square to the lines."""
SAME_SIZE = 0.2
"""Titles, larger by more than this share, tell nothing of the edges."""
LONG = 0.55
"""Share of the longest line from which a line tells of the page's shape."""
MOST = 60
"""Lines used: every second or third of a crowded page tells as much."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line of type on the image: its ends in points, and its size."""

    start: tuple[float, float]
    end: tuple[float, float]
    size: float


@dataclass(frozen=True, slots=True)
class Flat:
    """Moves points of the image to the flat page."""

    left: Curve | None
    right: Curve | None
    slope: Curve
    middle: tuple[float, float]
    """Across the page, where the height of a line is taken, and down it, about which it leans."""
    edges: tuple[float, float]
    """Where the left and right edge of the type area come to lie."""

    def height(self, stretch: Stretch) -> float:
        """Height of a line: where it crosses the middle of the page."""
        (x0, y0), (x1, y1) = stretch.start, stretch.end
        y = (y0 + y1) / 2
        return y + float(self.slope(np.array([y]))[0]) * (self.middle[0] - (x0 + x1) / 2)

    def across(self, xs: Points, y: float) -> Points:
        """Places along a line of this height (on the flat page)."""
        at = np.array([y])
        if self.left is None or self.right is None:
            return xs + float(self.slope(at)[0]) * (y - self.middle[1])
        left, right = float(self.left(at)[0]), float(self.right(at)[0])
        scale = (self.edges[1] - self.edges[0]) / max(right - left, 1.0)
        return np.asarray(self.edges[0] + (xs - left) * scale)


def flattened(stretches: Sequence[Stretch], rules: Sequence[Stretch], width: float) -> Flat:
    """How the page lies, from its longer lines, and where they are few from ruled lines.

    `width`: of the image in points.
    """
    longest = max((line.end[0] - line.start[0] for line in stretches), default=0.0)
    long = [line for line in stretches if line.end[0] - line.start[0] >= LONG * longest]
    long = long[:: len(long) // MOST + 1]
    slope = _slope(long if len(long) >= FEW else [*long, *rules])
    down = float(np.median([(line.start[1] + line.end[1]) / 2 for line in (*long, *rules)] or [0.0]))
    flat = Flat(None, None, slope, (width / 2, down), (0.0, width))
    if len(long) < FEW:
        return flat
    size = float(np.median([line.size for line in long]))
    text = [line for line in long if abs(line.size - size) <= SAME_SIZE * size]
    heights = np.array([flat.height(line) for line in text])
    lean = float(slope(np.array([down]))[0])
    left = _edge(heights, np.array([line.start[0] for line in text]), NEAR * size, -lean)
    right = _edge(heights, -np.array([line.end[0] for line in text]), NEAR * size, lean)
    if left is None or right is None:
        return flat
    centre = np.array([float(np.median(heights))])
    edges = (float(left(centre)[0]), -float(right(centre)[0]))
    return Flat(left, lambda y: -right(y), slope, flat.middle, edges)


def _slope(lines: Sequence[Stretch]) -> Curve:
    """The lean of lines by height: a photograph's upper and lower lines differ."""
    if not lines:
        return np.zeros_like
    heights = np.array([(line.start[1] + line.end[1]) / 2 for line in lines])
    leans = np.array([(line.end[1] - line.start[1]) / (line.end[0] - line.start[0]) for line in lines])
    middle = float(np.median(leans))
    kept = np.abs(leans - middle) <= 2 * float(np.median(np.abs(leans - middle))) + 1e-4
    if kept.sum() < FEW or np.ptp(heights[kept]) < 1:
        return lambda y: np.full_like(y, middle)
    fit = np.polynomial.Polynomial.fit(heights[kept], leans[kept], 1)
    return lambda y: np.asarray(fit(y))


def _edge(heights: Points, places: Points, near: float, square: float) -> Curve | None:
    """The outermost edge that many lines share: a straight line through two of them, then a slight bow.

    `square`: its lean if it is square to the lines, which it is but for perspective.
    """
    best: tuple[float, NDArray[np.bool_]] | None = None
    for one, other in combinations(range(len(places)), 2):
        if abs(heights[one] - heights[other]) < 4 * near:
            continue
        lean = (places[other] - places[one]) / (heights[other] - heights[one])
        off = places - (places[one] + lean * (heights - heights[one]))
        on = np.abs(off) <= near
        score = on.sum() - 2 * (off < -2 * near).sum() - ASKEW * abs(lean - square)
        if best is None or score > best[0]:
            best = (score, on)
    if best is None or best[1].sum() < FEW:
        return None
    fit = np.polynomial.Polynomial.fit(heights[best[1]], places[best[1]], 1 if best[1].sum() < 2 * FEW else 2)
    return lambda y: np.asarray(fit(y))

"""What a page draws besides its text, whatever the format: lines, filled areas, images."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from dafu.read.model import Box, Rule

THIN = 5.0
"""Points: a filled area no higher (or no wider) than this is a line. The thick one of a letterhead's double
rule is 1 to 1.5 mm (GB/T 9704-2012, 10.1 gives no weight); a line of type is 9 pt at least."""
SLENDER = 6.0
"""A thin area is a line if it is this many times as long as thick: dots and bullets are not."""
COVERING = 0.5
"""Share of the page from which an opaque image hides the text below it: a scan over its own text layer."""
INTRICATE = 2000
"""Segments: a path with more is a drawing (a vector seal, a map), never the lines of a table."""
DEEPEST = 12
"""Forms in forms: deeper ones are a file made to exhaust the reader."""
DARKEST = 0x40
"""A colour whose channels all stay below is black in print; CMYK black comes out as #231f20."""


@dataclass(slots=True)
class Art:
    """The drawing of one page, in displayed coordinates."""

    rules: list[Rule] = field(default_factory=list)
    areas: list[tuple[Box, str | None]] = field(default_factory=list)
    """Filled areas that are no lines, white ones left out; images too."""
    image_area: float = 0.0
    """Sum of the areas of all images, square points."""
    cut_images: int = 0
    """Images whose data end too early."""
    covered: set[int] = field(default_factory=set)
    """Addresses of the text objects that an opaque image covers afterwards."""

    @property
    def empty(self) -> bool:
        """Whether nothing but text is drawn."""
        return not (self.rules or self.areas)


def colour(red: int, green: int, blue: int) -> str | None:
    """`#rrggbb`, or None for black and what prints as black."""
    return None if max(red, green, blue) < DARKEST else f"#{red:02x}{green:02x}{blue:02x}"


class Paint(NamedTuple):
    """Whether a path's fill or stroke leaves a trace on white paper, and its colour."""

    shown: bool
    tint: str | None


UNSEEN = Paint(False, None)


def add_subpath(
    art: Art,
    points: Sequence[tuple[float, float]],
    *,
    straight: bool,
    inside: Paint,
    outline: Paint,
    half_pen: float,
) -> None:
    """Adds a subpath, given by its corners as displayed: a line, or an area with the lines around it.

    `straight`: all its sides are. `half_pen`: half the thickness of its outline, points.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    if _is_line(box) and (straight or inside.shown):
        art.rules.append(Rule(_thickened(box, half_pen), (outline if outline.shown else inside).tint))
        return
    if inside.shown or not straight:
        art.areas.append((box, inside.tint))
    if outline.shown and straight:
        art.rules.extend(Rule(_thickened(side, half_pen), outline.tint) for side in _sides(points))


def _is_line(box: Box) -> bool:
    across, along = sorted((box[2] - box[0], box[3] - box[1]))
    return across <= THIN and along > 0 and along >= SLENDER * across


def _thickened(box: Box, half: float) -> Box:
    flat = box[2] - box[0] >= box[3] - box[1]
    dx, dy = (0.0, half) if flat else (half, 0.0)
    return round(box[0] - dx, 2), round(box[1] - dy, 2), round(box[2] + dx, 2), round(box[3] + dy, 2)


def _sides(points: Sequence[tuple[float, float]]) -> Iterator[Box]:
    """The upright and level sides of an outline: the frame of a cell."""
    for (ax, ay), (bx, by) in pairwise(points):
        side = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        if _is_line(side):
            yield side

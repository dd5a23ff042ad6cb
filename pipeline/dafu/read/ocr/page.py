"""A page image to a `Page`: turned upright, seals cleared, lines read, characters placed in points."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import NamedTuple
from unicodedata import normalize

import cv2
import numpy as np

from dafu.read.model import Box, Page, Run
from dafu.read.ocr.direction import SURE, is_sideways, turned
from dafu.read.ocr.flatten import Flat, Stretch, flattened
from dafu.read.ocr.model import Engine, Image, Quad, ReadChar, ReadLine
from dafu.read.ocr.punctuation import widened
from dafu.read.ocr.recognise import line_size
from dafu.read.ocr.ruled import find_rules
from dafu.read.ocr.seals import find_seals, without_red
from dafu.text import canonical_characters, is_wide

POINTS_PER_MM = 72 / 25.4
COARSE = 1.5
"""Pixels a point that show seals and ruled lines: 108 dots an inch."""
GAP = 1.2
"""Ems between characters from which a run ends."""
SAME_SIZE = 0.1
"""Lines whose size differs this little from the body's are set in the body's size."""
HALF_CELL = 0.6
"""Cells: two characters are no nearer to each other."""
FEW = 4
"""Characters of a part from which its grid can be told."""
OFF_GRID = 0.45
"""Cells that nine of ten places may be off the grid."""
HEIGHT_OF_SIZE = 1.6
"""A detected line is this many times as high as its type size."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part of a line in points of the upright page: edges of its characters, height of its middle, size."""

    text: str
    left: list[float]
    right: list[float]
    middle: float
    size: float
    measured: bool
    """The size comes from the distance of its characters, not from the height of its box."""


def read_page_image(image: Image, engine: Engine, *, number: int, pixels_per_point: float) -> Page:
    """The page on an image; its size and boxes are those of the image as turned upright."""
    image, turn, quads = _upright(image, engine)
    coarser = min(1.0, COARSE / pixels_per_point)
    coarse = np.asarray(
        cv2.resize(image, None, fx=coarser, fy=coarser, interpolation=cv2.INTER_AREA), np.uint8
    )
    seals = [
        _scaled(seal, 1 / coarser) for seal in find_seals(coarse, coarser * pixels_per_point * POINTS_PER_MM)
    ]
    if seals:
        image = without_red(image, seals)
        quads = engine.quads(image)
    lines = engine.read(image, quads)
    stretches = [_stretch(line, pixels_per_point) for line in lines]
    flat = flattened(stretches, image.shape[1] / pixels_per_point)
    placed = [
        part for line, stretch in zip(lines, stretches, strict=True) for part in _placed(line, stretch, flat)
    ]
    body = _body_size(placed)
    runs = tuple(_run(line, body) for line in placed)
    height, width = image.shape[:2]
    weights = [len(line.chars) for line in lines]
    confidence = float(np.average([line.confidence for line in lines], weights=weights)) if lines else None
    return Page(
        number=number,
        width=round(width / pixels_per_point, 2),
        height=round(height / pixels_per_point, 2),
        rotation=turn,
        text_origin="ocr",
        ocr_confidence=None if confidence is None else round(confidence, 4),
        runs=runs,
        rules=tuple(find_rules(coarse, coarser * pixels_per_point)),
        image_share=1.0,
        seals=tuple(_box(seal, pixels_per_point) for seal in seals),
    )


def _upright(image: Image, engine: Engine) -> tuple[Image, int, list[Quad]]:
    """The image turned upright, by how many degrees clockwise, and its lines."""
    quads = engine.quads(image)
    turn = 0
    if is_sideways(quads):
        turn = 90
        image = turned(image, 90)
        quads = engine.quads(image)
    if engine.upside_down(image, quads) > SURE:
        turn += 180
        image = turned(image, 180)
        quads = engine.quads(image)
    return image, turn, quads


def _scaled(pixels: tuple[int, int, int, int], factor: float) -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(side * factor) for side in pixels)
    return left, top, right, bottom


def _box(pixels: tuple[int, int, int, int], pixels_per_point: float) -> Box:
    left, top, right, bottom = (round(side / pixels_per_point, 2) for side in pixels)
    return left, top, right, bottom


def _stretch(line: ReadLine, pixels_per_point: float) -> Stretch:
    quad = line.quad / pixels_per_point
    start, end = (quad[0] + quad[3]) / 2, (quad[1] + quad[2]) / 2
    size = line_size(quad)[1] / HEIGHT_OF_SIZE
    return Stretch((float(start[0]), float(start[1])), (float(end[0]), float(end[1])), size)


def _placed(line: ReadLine, stretch: Stretch, flat: Flat) -> list[_Placed]:
    """The parts of a line between wide gaps, on the flat page."""
    middle = flat.height(stretch)
    x0, x1 = flat.across(np.array([stretch.start[0], stretch.end[0]]), middle)
    chars = _once(line.chars, stretch.size / max(float(x1 - x0), 1.0))
    text = widened("".join(canonical_characters(char.char) or "\ufffd" for char in chars))
    centres = [float(x0 + (x1 - x0) * char.centre) for char in chars]
    parts = []
    for first, last in _parts(text, centres, stretch.size):
        fit = _fitted(text[first:last], centres[first:last], stretch.size)
        parts.append(
            _Placed(
                text=text[first:last],
                left=fit.left,
                right=fit.right,
                middle=middle,
                size=fit.size or stretch.size,
                measured=fit.size is not None,
            )
        )
    return parts


def _once(chars: tuple[ReadChar, ...], cell: float) -> list[ReadChar]:
    """The characters; a mark read twice in one cell, half and full width (`)）`), counts once."""
    kept: list[ReadChar] = []
    for char in chars:
        if (
            kept
            and char.char != kept[-1].char
            and char.centre - kept[-1].centre < HALF_CELL * cell
            and normalize("NFKC", char.char) == normalize("NFKC", kept[-1].char)
        ):
            kept[-1] = max(kept[-1], char, key=lambda each: each.confidence)
        else:
            kept.append(char)
    return kept


def _parts(text: str, centres: list[float], size: float) -> list[tuple[int, int]]:
    """First and last character of the parts between wide gaps; white space at their ends left out."""
    widths = [size * (1.0 if is_wide(char) else 0.5) for char in text]
    starts = [0]
    for at in range(1, len(text)):
        gap = centres[at] - centres[at - 1] - (widths[at] + widths[at - 1]) / 2
        if gap > GAP * size:
            starts.append(at)
    parts = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        bare = text[start:end].strip()
        if bare:
            first = start + text[start:end].index(bare)
            parts.append((first, first + len(bare)))
    return parts


class _Fit(NamedTuple):
    """Edges of characters, and the cell they are set on; None if there are too few to tell."""

    left: list[float]
    right: list[float]
    size: float | None


def _fitted(text: str, centres: list[float], size: float) -> _Fit:
    """Edges of the characters of a part.

    The recogniser tells places in steps of a sixth of a cell, and early or late within one. Type stands on a
    grid: the straight line through the places is nearer to the truth than each of them.
    """
    widths = np.array([1.0 if is_wide(char) else 0.5 for char in text])
    places = np.cumsum(widths) - widths / 2
    seen = np.array(centres)
    pitch = None
    if len(text) >= FEW:
        slope, start = np.polyfit(places, seen, 1)
        off = np.abs(seen - (start + slope * places))
        if slope > 0 and float(np.quantile(off, 0.9)) < OFF_GRID * slope:
            seen, pitch = start + slope * places, float(slope)
    half = widths * (pitch or size) / 2
    left, right = seen - half, seen + half
    for at in range(len(text) - 1):
        if right[at] > left[at + 1]:
            right[at] = left[at + 1] = (right[at] + left[at + 1]) / 2
    return _Fit([round(float(x), 2) for x in left], [round(float(x), 2) for x in right], pitch)


def _body_size(lines: list[_Placed]) -> float:
    """The size of most characters."""
    sizes = sorted((line.size, len(line.text)) for line in lines if line.measured)
    half, passed = sum(count for _, count in sizes) / 2, 0
    for size, count in sizes:
        passed += count
        if passed >= half:
            return size
    return median(line.size for line in lines) if lines else 1.0


def _run(line: _Placed, body: float) -> Run:
    """A part of a line as a run, its size the body's if it is near."""
    near = SAME_SIZE if line.measured else 3 * SAME_SIZE
    size = body if abs(line.size - body) <= near * body else line.size
    box = (line.left[0], round(line.middle - size / 2, 2), line.right[-1], round(line.middle + size / 2, 2))
    return Run(text=line.text, box=box, left=tuple(line.left), right=tuple(line.right), size=round(size, 2))

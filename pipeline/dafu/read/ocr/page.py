"""A page image to a `Page`: turned upright, seals cleared, lines read, characters placed in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import NamedTuple, Self

import numpy as np

from dafu.read.model import Box, Decided, Doubted, Dropped, Page, Run
from dafu.read.ocr.decide import class_letter, decided
from dafu.read.ocr.direction import SURE, is_sideways, turned
from dafu.read.ocr.flatten import Flat, Stretch, flattened
from dafu.read.ocr.model import Engine, Image, Quad, ReadLine
from dafu.read.ocr.place import FEW, Placed, Seen, mark_widths, parts_of, pitch_of, placed, seen
from dafu.read.ocr.recognise import CERTAIN, line_size
from dafu.read.ocr.ruled import find_strokes
from dafu.read.ocr.sealed_dates import touching, with_dates
from dafu.read.ocr.seals import find_seals, without_lettering, without_red
from dafu.read.ocr.shrink import resized

POINTS_PER_MM = 72 / 25.4
COARSE = 1.5
"""Pixels a point that show seals and ruled lines: 108 dots an inch."""
SMALLEST = 16.0
"""Pixels, as coarse: a narrower image is no page."""
LEAST = 0.6
"""Mean confidence below which what was read of a line is none of its words."""
LEGIBLE = 0.75
"""Mean confidence of all lines of a page: bad faxes reach 0.95, noise, scrawl and foreign scripts 0.6."""
LONG_RULE = 100.0
"""Points: ruled lines of this length tell how the page leans."""
SAME_SIZE = 0.1
"""Lines whose size differs this little from the body's are set in the body's size."""
STEADY = 8
"""Characters of a part whose distance is near enough to its type size."""
ROUGHLY = 1.32
"""Times that a short part's size may be off, by its height."""
LOWER = 1.3
"""Times that digits and letters are lower than Chinese characters of their size."""
SHORT_AND_HIGH = 0.9
"""The shorter a line, the higher its box: by this share over the box's length in heights."""
HEAD = (0.06, 0.6)
"""Shares of the first page's height between which its class letter stands."""
HEIGHT_OF_SIZE = 1.1
"""A detected line is this many times as high as its type size; on photographs more."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a line without gaps, in points of the flat page."""

    chars: tuple[Seen, ...]
    edges: Placed
    middle: float
    height: float
    """Type size by the height of the line's box."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(one.char for one in self.chars)

    @property
    def size(self) -> float:
        """Type size by the distance of its characters, else by its height."""
        return self.edges.size or self.height

    @property
    def is_steady(self) -> bool:
        """Whether it has enough characters for their distance to tell its size."""
        return self.edges.size is not None and len(self.chars) >= STEADY


class ImagePage(NamedTuple):
    """The page on an image, of how many lines nothing could be read, and what is of a seal."""

    page: Page
    unread: int = 0
    dropped: tuple[Dropped, ...] = ()


def read_page_image(image: Image, engine: Engine, *, number: int, pixels_per_point: float) -> ImagePage:
    """The page on an image; its size and boxes are those of the image as turned upright."""
    if min(image.shape[:2]) < SMALLEST * max(1.0, pixels_per_point / COARSE):
        return ImagePage(_page(image, number, pixels_per_point))
    image, turn, quads = _upright(image, engine)
    coarser = min(1.0, COARSE / pixels_per_point)
    coarse = resized(image, *(max(1, round(side * coarser)) for side in image.shape[1::-1]))
    seals = [
        _scaled(seal, 1 / coarser) for seal in find_seals(coarse, coarser * pixels_per_point * POINTS_PER_MM)
    ]
    if seals:
        cleared = without_red(image, seals)
        below = engine.read(image, touching(quads, seals))
        quads = engine.quads(cleared)
        lines = _believed(with_dates(engine.read(cleared, quads), below))
    else:
        lines = _believed(engine.read(image, quads))
    lines, of_seals = without_lettering(lines, image, seals)
    stretches = [_stretch(line, pixels_per_point) for line in lines]
    strokes = find_strokes(coarse, coarser * pixels_per_point)
    long = [
        Stretch(stroke.start, stroke.end, stroke.pen)
        for stroke in strokes
        if stroke.level and stroke.end[0] - stroke.start[0] >= LONG_RULE
    ]
    flat = flattened(stretches, long, image.shape[1] / pixels_per_point)
    parts = _parts(lines, stretches, flat)
    if number == 1:
        parts = _with_class_letter(parts, image.shape[0] / pixels_per_point)
    sizes = _Sizes.of(parts)
    page = replace(
        _page(image, number, pixels_per_point),
        rotation=turn,
        ocr_confidence=round(_mean_confidence(lines), 4) if lines else None,
        runs=tuple(_run(part, sizes) for part in parts if part.text.strip()),
        rules=tuple(stroke.laid_flat(flat) for stroke in strokes),
        seals=tuple(_box(seal, pixels_per_point) for seal in seals),
        decided=tuple(each for part in parts for each in _decided(part)),
        doubted=tuple(each for part in parts for each in _doubted(part)),
    )
    dropped = tuple(
        Dropped(raw=line.text, reason="seal", page=number, box=_box(_bounds(line.quad), pixels_per_point))
        for line in of_seals
    )
    return ImagePage(page, len(quads) - len(lines) - len(dropped), dropped)


def _bounds(quad: Quad) -> tuple[int, int, int, int]:
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    return int(x0), int(y0), int(x1), int(y1)


def _believed(lines: list[ReadLine]) -> list[ReadLine]:
    """The lines that say what is printed; of a page that is hardly legible only what is beyond doubt."""
    if lines and _mean_confidence(lines) >= LEGIBLE:
        return [line for line in lines if line.confidence >= LEAST]
    return [line for line in lines if len(line.chars) >= FEW and line.confidence >= CERTAIN]


def _mean_confidence(lines: list[ReadLine]) -> float:
    """Of their characters."""
    return float(np.average([line.confidence for line in lines], weights=[len(line.chars) for line in lines]))


def _page(image: Image, number: int, pixels_per_point: float) -> Page:
    """The page without what is on it."""
    height, width = image.shape[:2]
    return Page(
        number=number,
        width=round(width / pixels_per_point, 2),
        height=round(height / pixels_per_point, 2),
        text_origin="ocr",
        image_share=1.0,
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
    width, height = line_size(quad)
    size = height / HEIGHT_OF_SIZE / (1 + SHORT_AND_HIGH / max(width / height, 2.0))
    return Stretch((float(start[0]), float(start[1])), (float(end[0]), float(end[1])), size)


def _parts(lines: list[ReadLine], stretches: list[Stretch], flat: Flat) -> list[_Part]:
    """The lines between wide gaps, on the flat page."""
    heights = [flat.height(stretch) for stretch in stretches]
    found = []
    for line, stretch, y in zip(lines, stretches, heights, strict=True):
        x0, x1 = flat.across(np.array([stretch.start[0], stretch.end[0]]), y)
        found.append(seen(line.chars, float(x0), float(x1), stretch.size))
    pitches = [(pitch_of(line), stretch.size) for line, stretch in zip(found, stretches, strict=True)]
    told = [pitch / size for pitch, size in pitches if pitch]
    usual = median(told) if len(told) >= FEW else 1.0
    sizes = [
        stretch.size * usual * (1.0 if any(one.is_han for one in line) else LOWER)
        for line, stretch in zip(found, stretches, strict=True)
    ]
    return [
        _Part(tuple(part), placed(part, size), y, size)
        for line, size, y in zip(mark_widths(found), sizes, heights, strict=True)
        for part in parts_of(decided(line), size)
    ]


def _with_class_letter(parts: list[_Part], height: float) -> list[_Part]:
    """The parts, a lone character of the letterhead read as the class letter that it is."""
    fixed = []
    for part in parts:
        beside = any(other is not part and abs(other.middle - part.middle) < part.height for other in parts)
        if len(part.chars) == 1 and not beside and HEAD[0] * height < part.middle < HEAD[1] * height:
            part = replace(part, chars=(class_letter(part.chars[0]),))  # noqa: PLW2901
        fixed.append(part)
    return fixed


class _Sizes(NamedTuple):
    """The sizes of type on a page, by its longer parts."""

    body: float
    """Of most characters."""
    known: tuple[tuple[float, float], ...]
    """Middle and size of each of them."""

    @classmethod
    def of(cls, parts: Sequence[_Part]) -> Self:
        """The sizes of these parts."""
        steady = [part for part in parts if part.is_steady]
        sizes = sorted((part.size, len(part.chars)) for part in steady or parts)
        half, passed, body = sum(count for _, count in sizes) / 2, 0, 1.0
        for body, count in sizes:  # noqa: B007
            passed += count
            if passed >= half:
                break
        return cls(body, tuple((part.middle, part.size) for part in steady))

    def of_part(self, part: _Part) -> float:
        """The size of a part, the body's if it is near; a short one's is that of the next line it can have."""
        size = part.size
        if not part.is_steady:
            rough = (part.height * part.size) ** 0.5
            near = [(abs(middle - part.middle), size) for middle, size in self.known if _is_near(size, rough)]
            size = min(near)[1] if near else self.body if _is_near(self.body, rough) else rough
        return self.body if abs(size - self.body) <= SAME_SIZE * self.body else size


def _is_near(size: float, rough: float) -> bool:
    return 1 / ROUGHLY <= size / rough <= ROUGHLY


def _run(part: _Part, sizes: _Sizes) -> Run:
    """A part of a line as a run."""
    size = sizes.of_part(part)
    edges = part.edges if part.is_steady else placed(part.chars, size, pitch=size)
    left, right = edges.left, edges.right
    box = (left[0], round(part.middle - size / 2, 2), right[-1], round(part.middle + size / 2, 2))
    confidence = round(float(np.mean([one.confidence for one in part.chars])), 4)
    return Run(text=part.text, box=box, left=left, right=right, size=round(size, 2), confidence=confidence)


def _decided(part: _Part) -> Iterator[Decided]:
    for one, box in _boxed(part):
        if one.by:
            yield Decided(box=box, read=one.read, chosen=one.char, by=one.by, confidence=one.confidence)


def _doubted(part: _Part) -> Iterator[Doubted]:
    for one, box in _boxed(part):
        if one.char.isdigit() and one.confidence < CERTAIN:
            yield Doubted(box=box, read=one.char, other=one.other, confidence=one.confidence)


def _boxed(part: _Part) -> Iterator[tuple[Seen, Box]]:
    """The characters of a part, each with its box."""
    top, bottom = round(part.middle - part.size / 2, 2), round(part.middle + part.size / 2, 2)
    for one, left, right in zip(part.chars, part.edges.left, part.edges.right, strict=True):
        yield one, (left, top, right, bottom)

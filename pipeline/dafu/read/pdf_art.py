"""What a PDF page draws besides its text: straight lines, filled areas, images; with the forms inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from dafu.read import pdf_calls
from dafu.read.model import Box, Rule
from dafu.read.pdf_calls import Handle, pdfium
from dafu.read.pdf_frame import Frame, Matrix

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
    covered: set[int] = field(default_factory=set)
    """Addresses of the text objects that an opaque image covers afterwards."""

    @property
    def empty(self) -> bool:
        """Whether nothing but text is drawn."""
        return not (self.rules or self.areas)


def colour(red: int, green: int, blue: int) -> str | None:
    """`#rrggbb`, or None for black and what prints as black."""
    return None if max(red, green, blue) < DARKEST else f"#{red:02x}{green:02x}{blue:02x}"


def read_art(page: Handle, frame: Frame) -> Art:
    """The lines, filled areas and images of a page, forms included, in the order they are painted."""
    art = Art()
    texts: list[int] = []
    for drawn, kind, outer in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(drawn)
            continue
        handle = pdf_calls.page_object_handle(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(art, handle, outer, frame)
        elif _add_image(art, handle, outer, frame):
            art.covered.update(texts)
    return art


def _add_image(art: Art, image: Handle, outer: Matrix | None, frame: Frame) -> bool:
    """Adds an image or a shading; tells whether it covers what was painted before."""
    width, height = frame.size
    left, top, right, bottom = _bounds(image, outer, frame)
    box = (max(left, 0.0), max(top, 0.0), min(right, width), min(bottom, height))
    area = max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)
    if not area:
        return False
    art.areas.append((box, None))
    if pdfium.FPDFPageObj_GetType(image) != pdfium.FPDF_PAGEOBJ_IMAGE:
        return False
    art.image_area += area
    return area >= COVERING * width * height and not pdfium.FPDFPageObj_HasTransparency(image)


def _objects(page: Handle) -> Iterator[tuple[int, int, Matrix | None]]:
    """Address and type of every object that paints, and the map from its form to the page (None: no form)."""
    handle = pdf_calls.address(page)
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdf_calls.page_object(handle, index)
        kind = pdf_calls.object_type(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _form_objects(drawn, None, 1)
        else:
            yield drawn, kind, None


def _form_objects(form: int, outer: Matrix | None, depth: int) -> Iterator[tuple[int, int, Matrix | None]]:
    if depth > DEEPEST:
        return
    handle = pdf_calls.page_object_handle(form)
    space = _matrix(handle) if outer is None else _matrix(handle).then(outer)
    for index in range(pdfium.FPDFFormObj_CountObjects(handle)):
        drawn = pdf_calls.form_object(form, index)
        kind = pdf_calls.object_type(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _form_objects(drawn, space, depth + 1)
        else:
            yield drawn, kind, space


def _matrix(drawn: Handle) -> Matrix:
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn, byref(raw))
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _bounds(drawn: Handle, outer: Matrix | None, frame: Frame) -> Box:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(drawn, byref(left), byref(bottom), byref(right), byref(top))
    edges = (left.value, bottom.value, right.value, top.value)
    return frame.box(*(outer.bounds(*edges) if outer else edges))


def _add_path(art: Art, path: Handle, outer: Matrix | None, frame: Frame) -> None:
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    filled = fill.value != pdfium.FPDF_FILLMODE_NONE
    inside = _paint(path, pdfium.FPDFPageObj_GetFillColor) if filled else _UNSEEN
    outline = _paint(path, pdfium.FPDFPageObj_GetStrokeColor) if stroke.value else _UNSEEN
    if not inside.shown and not outline.shown:
        return
    half = _half_pen(path, outer) if outline.shown else 0.0
    for points, straight in _subpaths(path, outer, frame):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if _is_line(box) and (straight or inside.shown):
            art.rules.append(Rule(_thickened(box, half), (outline if outline.shown else inside).tint))
            continue
        if inside.shown or not straight:
            art.areas.append((box, inside.tint))
        if outline.shown and straight:
            art.rules.extend(Rule(_thickened(side, half), outline.tint) for side in _sides(points))


def _is_line(box: Box) -> bool:
    across, along = sorted((box[2] - box[0], box[3] - box[1]))
    return across <= THIN and along > 0 and along >= SLENDER * across


class _Paint(NamedTuple):
    """Whether a path's fill or stroke leaves a trace on white paper, and its colour."""

    shown: bool
    tint: str | None


_UNSEEN = _Paint(False, None)


def _paint(path: Handle, get: Callable[..., int]) -> _Paint:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not get(path, byref(red), byref(green), byref(blue), byref(alpha)):
        return _Paint(True, None)  # a pattern or a shading
    shown = alpha.value > 0 and min(red.value, green.value, blue.value) < 0xFF
    return _Paint(shown, colour(red.value, green.value, blue.value))


def _subpaths(
    path: Handle, outer: Matrix | None, frame: Frame
) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The corners of each subpath as displayed, and whether all its sides are straight."""
    count = pdfium.FPDFPath_CountSegments(path)
    if count > INTRICATE or count < 2:
        return
    own = _matrix(path)
    space = own.then(outer) if outer else own
    x, y = c_float(), c_float()
    points: list[tuple[float, float]] = []
    straight = True
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            if len(points) > 1:
                yield points, straight
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        across, up = space.point(x.value, y.value)
        x0, y0, _, _ = frame.box(across, up, across, up)
        points.append((x0, y0))
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points, straight


def _half_pen(path: Handle, outer: Matrix | None) -> float:
    """Half the thickness of the stroke, points."""
    pen = c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(path, byref(pen))
    own = _matrix(path)
    return pen.value * (own.then(outer) if outer else own).scale / 2


def _thickened(box: Box, half: float) -> Box:
    flat = box[2] - box[0] >= box[3] - box[1]
    dx, dy = (0.0, half) if flat else (half, 0.0)
    return round(box[0] - dx, 2), round(box[1] - dy, 2), round(box[2] + dx, 2), round(box[3] + dy, 2)


def _sides(points: list[tuple[float, float]]) -> Iterator[Box]:
    """The upright and level sides of an outline: the frame of a cell."""
    for (ax, ay), (bx, by) in pairwise(points):
        side = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        if _is_line(side):
            yield side

"""What a PDF page draws besides its text: straight lines, filled areas, images; with the forms inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int, c_uint

from dafu.read import pdf_calls
from dafu.read.art import COVERING, DEEPEST, INTRICATE, UNSEEN, Art, Paint, add_subpath, colour
from dafu.read.matrix import Matrix
from dafu.read.model import Box
from dafu.read.pdf_calls import Handle, pdfium
from dafu.read.pdf_frame import Frame
from dafu.read.pdf_images import is_cut

LETTERED = 0.02
"""Share of the page from which an image can bear words that matter: a scan, or a strip of one."""


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
    art.cut_images += area >= LETTERED * width * height and is_cut(image)
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
    inside = _paint(path, pdfium.FPDFPageObj_GetFillColor) if filled else UNSEEN
    outline = _paint(path, pdfium.FPDFPageObj_GetStrokeColor) if stroke.value else UNSEEN
    if not inside.shown and not outline.shown:
        return
    half = _half_pen(path, outer) if outline.shown else 0.0
    for points, straight in _subpaths(path, outer, frame):
        add_subpath(art, points, straight=straight, inside=inside, outline=outline, half_pen=half)


def _paint(path: Handle, get: Callable[..., int]) -> Paint:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not get(path, byref(red), byref(green), byref(blue), byref(alpha)):
        return Paint(True, None)  # a pattern or a shading
    shown = alpha.value > 0 and min(red.value, green.value, blue.value) < 0xFF
    return Paint(shown, colour(red.value, green.value, blue.value))


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

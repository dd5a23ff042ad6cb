"""PDFium's functions for what is asked once a character or once an object.

ctypes' typed pointers double the price of a call; here handles and places to write to are plain addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, c_double, c_int, c_void_p, cast
from typing import Any

import pypdfium2.raw

pdfium: Any = pypdfium2.raw
"""The C interface: ctypes makes it at run time, type checkers cannot see it."""
Handle = Any
"""A typed pointer of ctypes: document, page, text page, object, font."""


def address(handle: Handle) -> int:
    """The address behind a typed handle or a function."""
    return cast(handle, c_void_p).value or 0


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return CFUNCTYPE(result, *arguments)(address(function))


_FOUR = (c_void_p, c_void_p, c_void_p, c_void_p)

text_object = _plain(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
is_unmapped = _plain(pdfium.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
char_origin = _plain(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
char_matrix = _plain(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
font_size = _plain(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
fill_colour = _plain(pdfium.FPDFText_GetFillColor, c_int, c_void_p, c_int, *_FOUR)
stroke_colour = _plain(pdfium.FPDFText_GetStrokeColor, c_int, c_void_p, c_int, *_FOUR)
font_of = _plain(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
page_object = _plain(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
form_object = _plain(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_int)
object_type = _plain(pdfium.FPDFPageObj_GetType, c_int, c_void_p)


def page_object_handle(at: int) -> Handle:
    """The typed handle of a page object."""
    return cast(at, pdfium.FPDF_PAGEOBJECT)


def font_handle(at: int) -> Handle:
    """The typed handle of a font."""
    return cast(at, pdfium.FPDF_FONT)

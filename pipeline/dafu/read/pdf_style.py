"""How the text objects of a PDF page are set: size, face, weight, colour, direction, visible or not."""

from __future__ import annotations

import re
from ctypes import Structure, addressof, c_char, c_float, c_uint, sizeof, string_at
from math import atan2, degrees, hypot
from typing import NamedTuple

from dafu.read import pdf_calls
from dafu.read.art import colour
from dafu.read.faces import is_bold_face
from dafu.read.pdf_calls import pdfium

HEAVY = 600
"""Font weight from which a face is bold."""
LEVEL = 8.0
"""Degrees off the level or the upright within which text is a line of the page: the text layer of a scan
leans by 2 or 3. Beyond, it is a watermark."""

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_INVISIBLE = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
_STROKED = {pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP}
_OUTLINED = {pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP}
_FORCE_BOLD = 1 << 18
"""Font descriptor flag (ISO 32000-1, table 123)."""
_LONGEST_NAME = 256


class _Asked(Structure):
    """Where PDFium writes colour and matrix of a character; side by side, to compare as bytes."""

    _fields_ = (("channels", c_uint * 4), ("matrix", c_float * 6))


_WITHOUT_PLACE = sizeof(_Asked) - 2 * sizeof(c_float)
"""Bytes of it that are style: the last two numbers of the matrix tell where the character stands."""


class Style(NamedTuple):
    """How a text object is set; `slant` is its direction in user space, degrees anticlockwise."""

    size: float
    font: str | None
    bold: bool
    color: str | None
    hidden: bool
    slant: float


class Styles:
    """The styles of one page's text objects.

    Objects set alike have the identical `Style`; fonts are asked once (addresses hold as long as the page).
    """

    def __init__(self, text_page: int) -> None:
        self._text_page = text_page
        self._faces: dict[int, tuple[str | None, bool]] = {}
        self._known: dict[tuple[int, int, float, bytes], Style] = {}
        self._alike: dict[Style, Style] = {}
        self._asked = _Asked()
        self._at = addressof(self._asked)
        self._channels_at = tuple(self._at + 4 * channel for channel in range(4))
        self._matrix_at = self._at + _Asked.matrix.offset

    def of(self, text_object: int, index: int) -> Style:
        """The style of a text object, given its address and the index of one of its characters."""
        page = self._text_page
        mode = pdf_calls.render_mode(text_object)
        paint = pdf_calls.stroke_colour if mode in _STROKED else pdf_calls.fill_colour
        if not paint(page, index, *self._channels_at):
            self._asked.channels[:] = [0, 0, 0, 255]  # a pattern: taken as black
        pdf_calls.char_matrix(page, index, self._matrix_at)
        font, size = pdf_calls.font_of(text_object) or 0, pdf_calls.font_size(page, index)
        key = (font, mode, size, string_at(self._at, _WITHOUT_PLACE))
        known = self._known.get(key)
        if known is None:
            style = self._style(font, mode, size)
            # a face cut into several subsets is several fonts, but one style
            known = self._known[key] = self._alike.setdefault(style, style)
        return known

    def _style(self, font: int, mode: int, size: float) -> Style:
        if font not in self._faces:
            self._faces[font] = _face(font)
        name, bold = self._faces[font]
        red, green, blue, alpha = self._asked.channels
        a, b, c, d, _, _ = self._asked.matrix
        slant = degrees(atan2(b, a)) % 360
        upright = round(slant / 90) * 90
        return Style(
            size=round(abs(size * hypot(c, d)), 2),
            font=name,
            bold=bold or mode in _OUTLINED,
            color=colour(red, green, blue),
            hidden=mode in _INVISIBLE or not alpha,
            slant=upright % 360 if abs(slant - upright) <= LEVEL else slant,
        )


def _face(address: int) -> tuple[str | None, bool]:
    """Name of a font without its subset mark, and whether it is bold."""
    if not address:
        return None, False
    font = pdf_calls.font_handle(address)
    buffer = (c_char * _LONGEST_NAME)()
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _LONGEST_NAME)
    name = _SUBSET.sub("", decoded_name(buffer.value))
    weight, flags = pdfium.FPDFFont_GetWeight(font), pdfium.FPDFFont_GetFlags(font)
    bold = weight >= HEAVY or (flags > 0 and bool(flags & _FORCE_BOLD)) or is_bold_face(name)
    return name or None, bold


def decoded_name(raw: bytes) -> str:
    """A font name; older Chinese producers write it in GBK (`宋体` as CB CE CC E5)."""
    for encoding in ("utf-8", "gbk"):
        text = raw.decode(encoding, "replace")
        if "\ufffd" not in text:
            return text
    return raw.decode("latin-1")

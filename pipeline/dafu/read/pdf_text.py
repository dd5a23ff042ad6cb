"""The characters of a PDF page, as PDFium gives them."""

from __future__ import annotations

import re
from collections import Counter
from ctypes import addressof, byref, c_double, c_float, c_ushort
from dataclasses import dataclass, field

from dafu.read import pdf_calls
from dafu.read.pdf_calls import Handle, pdfium
from dafu.read.pdf_style import Style, Styles

UNREADABLE = "\ufffd"
"""Stands for a printed glyph without Unicode, so that the place of the loss stays visible."""
SIDEWAYS = 0.8
"""Share of a page's characters that must run in one direction for the page to be turned to it."""

_JOINED_HYPHEN = {"\x02", "\ufffe"}
"""What PDFium makes of a hyphen at a line's end where it believes a word to be divided."""
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_DOUBTFUL = frozenset(map(chr, (*range(0x21), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)))
"""Blanks, controls, halves of pairs: invented by PDFium, or glyphs without a Unicode of their own."""


@dataclass(slots=True)
class Glyphs:
    """All characters of a page in content-stream order, in user space; those PDFium invents are left out.

    The lists run parallel. Edges: the horizontal ones are the pen's way from glyph to glyph (loose boxes).
    """

    text: list[str] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    """Address of each character's text object."""
    indices: list[int] = field(default_factory=list)
    """Index of each character in PDFium's text page."""
    left: list[float] = field(default_factory=list)
    bottom: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    top: list[float] = field(default_factory=list)
    styles: dict[int, Style] = field(default_factory=dict)
    """Style of each text object."""

    def turn(self, stored: int) -> int:
        """Degrees clockwise to display the page: as stored, or so that its text is level."""
        count = Counter(self.styles[each].slant for each in self.objects)
        for slant, characters in count.most_common(1):
            if slant in {0, 90, 180, 270} and characters >= SIDEWAYS * len(self.objects):
                return int(slant)
        return stored


def read_glyphs(text_page: Handle) -> Glyphs:
    """Characters, edges and styles of a page."""
    count = pdfium.FPDFText_CountChars(text_page)
    glyphs = Glyphs()
    if count <= 0:
        return glyphs
    page = pdf_calls.address(text_page)
    codes = _codes(text_page, count)
    styles, known = Styles(page), glyphs.styles
    edges = (c_float * (4 * count))()
    base = addressof(edges)
    find, measure, unmapped = pdf_calls.text_object, pdf_calls.loose_box, pdf_calls.is_unmapped
    for index, char in enumerate(codes):
        drawn = find(page, index)
        if not drawn or not char:
            continue  # a line end or blank that PDFium adds; the second half of a surrogate pair
        if char in _DOUBTFUL or unmapped(page, index) == 1:
            if char == " " and pdfium.FPDFText_IsGenerated(text_page, index) == 1:
                continue
            codes[index] = _mended(text_page, index, char)
        measure(page, index, base + 16 * index)
        glyphs.objects.append(drawn)
        glyphs.indices.append(index)
        if drawn not in known:
            known[drawn] = styles.of(drawn, index)
    glyphs.text = [codes[at] for at in glyphs.indices]
    flat = edges[:]
    glyphs.left, glyphs.top, glyphs.right, glyphs.bottom = (  # the order of FS_RECTF
        [flat[4 * at + side] for at in glyphs.indices] for side in range(4)
    )
    return glyphs


def _codes(text_page: Handle, count: int) -> list[str]:
    """What each of PDFium's characters stands for: UTF-16 units, of which a pair is put into the first."""
    buffer = (c_ushort * (count + 1))()
    units = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    # glyphs without Unicode are left out of PDFium's text: then every character is asked for its own
    codes = (
        buffer[:count]
        if units == count
        else [pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    )
    chars = list(map(chr, codes))
    for pair in _PAIR.finditer("".join(chars)):
        whole = pair.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        chars[pair.start() : pair.end()] = [whole, ""]
    return chars


def _mended(text_page: Handle, index: int, char: str) -> str:
    """A control character, or a glyph without Unicode: the hyphen it was, a blank, or not to be read."""
    if char in _JOINED_HYPHEN and pdfium.FPDFText_IsHyphen(text_page, index) == 1:
        return "-"
    if char == " ":
        return char
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(text_page, index, byref(left), byref(right), byref(bottom), byref(top))
    inked = right.value > left.value and top.value > bottom.value
    return UNREADABLE if inked else " "

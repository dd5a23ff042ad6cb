"""A PDF page as an image, for OCR."""

from __future__ import annotations

from ctypes import POINTER, c_ubyte, cast

import numpy as np

from dafu.read.ocr.model import Image
from dafu.read.pdf_calls import Handle, pdfium

MOST_PIXELS = 40_000_000
"""Of one page's image: A4 at 600 dpi has 35 million; larger sheets are drawn coarser."""


def page_image(document: Handle, index: int, *, dpi: int, turn: int) -> tuple[Image, float]:
    """The page at `index` as displayed after `turn` degrees clockwise, and its pixels a point."""
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        stored = 90 * pdfium.FPDFPage_GetRotation(page)
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        more = (turn - stored) // 90 % 4
        if more % 2:
            width, height = height, width
        scale = min(dpi / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        return _drawn(page, size, more), scale
    finally:
        pdfium.FPDF_ClosePage(page)


def _drawn(page: Handle, size: tuple[int, int], quarters: int) -> Image:
    width, height = size
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, quarters, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        buffer = cast(pdfium.FPDFBitmap_GetBuffer(bitmap), POINTER(c_ubyte * (stride * height)))
        rows = np.frombuffer(buffer.contents, np.uint8).reshape(height, stride)
        return rows[:, : 3 * width].reshape(height, width, 3).copy()
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)

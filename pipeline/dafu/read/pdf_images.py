"""Whether the images of a PDF are whole: PDFium paints what there is of a cut one, and says nothing."""

from __future__ import annotations

from ctypes import create_string_buffer

from dafu.read.pdf_calls import Handle, pdfium

_FILTERS = (b"DCTDecode", b"JPXDecode")
_END = b"\xff\xd9"
"""The marker that ends a JPEG (ITU-T T.81, B.1.1.3: EOI) and a JPEG 2000 codestream (EOC); coded data cannot hold it."""
_TRAILER = 4096
"""Bytes at the end of the data among which the marker stands; some scanners pad."""


def is_cut(image: Handle) -> bool:
    """Whether the data of an image end before the image does."""
    if pdfium.FPDFImageObj_GetImageFilterCount(image) != 1:
        return False  # JPEG within other filters is rare, and would have to be unpacked
    name = create_string_buffer(32)
    pdfium.FPDFImageObj_GetImageFilter(image, 0, name, len(name))
    if name.value not in _FILTERS:
        return False
    size = pdfium.FPDFImageObj_GetImageDataRaw(image, None, 0)
    data = create_string_buffer(size)
    pdfium.FPDFImageObj_GetImageDataRaw(image, data, size)
    return _END not in data.raw[-_TRAILER:]

"""How many pages a file has, told without reading them: what a time limit a page is counted by."""

from __future__ import annotations

import struct
from pathlib import Path

from PIL import Image

from dafu.read.folder import page_images
from dafu.read.pdf_calls import pdfium

_HEAD = 1024
_TIFF = (b"II*\0", b"MM\0*")


def page_count(path: Path) -> int:
    """Pages of a PDF, images of a TIFF or of a folder; 1 for other formats and for what cannot be opened."""
    if path.is_dir():
        return max(1, len(page_images(path)))
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if b"%PDF-" in head:
            return _pdf_pages(path)
        if head.startswith(_TIFF):
            with Image.open(path) as image:
                return int(getattr(image, "n_frames", 1))
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, struct.error):
        return 1  # reading it will tell what is wrong
    return 1


def _pdf_pages(path: Path) -> int:
    data = path.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return 1
    try:
        return max(1, int(pdfium.FPDF_GetPageCount(document)))
    finally:
        pdfium.FPDF_CloseDocument(document)

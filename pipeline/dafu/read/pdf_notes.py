"""Annotations of a PDF page: comments of readers and values of form fields, which are no page content."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_ushort

from dafu.read.model import Dropped, Notice
from dafu.read.pdf_calls import Handle, pdfium
from dafu.read.pdf_frame import Frame

_COMMENTS = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_CARET,
}


def read_notes(page: Handle, frame: Frame, number: int) -> Iterator[Dropped | Notice]:
    """Comments, which are dropped, and a notice for each form field with a value."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        with _annotation(page, index) as annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind in _COMMENTS and (raw := _string(annotation, b"Contents")):
                edges = pdfium.FS_RECTF()
                pdfium.FPDFAnnot_GetRect(annotation, byref(edges))
                box = frame.box(edges.left, edges.bottom, edges.right, edges.top)
                yield Dropped(raw=raw, reason="comment", page=number, box=box)
            elif kind == pdfium.FPDF_ANNOT_WIDGET and (raw := _string(annotation, b"V")):
                message = f"第 {number} 页表单域未读取 / a form field of page {number} was not read: {raw}"
                yield Notice(code="unread_part", severity="warning", message=message, page=number)


@contextmanager
def _annotation(page: Handle, index: int) -> Iterator[Handle]:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _string(annotation: Handle, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace").strip()

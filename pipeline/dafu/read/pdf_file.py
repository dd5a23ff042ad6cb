"""A PDF file opened, or the reason why it cannot be read."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_ushort

from dafu.errors import ContainerFile, DafuError, DamagedFile, EmptyFile, EncryptedFile
from dafu.read.embedded import listed, unread_files, unread_portfolio
from dafu.read.model import Notice
from dafu.read.pdf_calls import Handle, pdfium
from dafu.read.pdf_fonts import offer_last_font

TAIL = 2048
"""Bytes at the end of a file in which its end mark must stand; readers of the trade search 1024."""
LARGEST_OBJECT_STREAM = 1 << 20
"""Bytes unpacked of an object stream in search of the catalog, which is a few hundred bytes long."""

_COLLECTION = re.compile(rb"/Collection[\s<\d]")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b[^>]{0,400}>>\s*stream\r?\n")


@contextmanager
def opened_pdf(data: bytes, file_name: str) -> Iterator[Handle]:
    """The document behind the bytes, closed at the end; raises what says why it cannot be opened."""
    if not data:
        raise EmptyFile("文件为零字节 / the file has no bytes.", file=file_name)
    offer_last_font()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refused(pdfium.FPDF_GetLastError(), file_name)
    try:
        if pdfium.FPDF_GetPageCount(document) < 1:
            if names := embedded_files(document):
                what = f"没有页面，只有内嵌文件 / no page, but embedded files: {listed(names)}."
                raise ContainerFile(what, file=file_name)
            raise EmptyFile("文件没有页面 / the file has no pages.", file=file_name)
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _refused(code: int, file_name: str) -> DafuError:
    if code == pdfium.FPDF_ERR_PASSWORD:
        return EncryptedFile("文件需要密码 / the file needs a password.", file=file_name)
    if code == pdfium.FPDF_ERR_SECURITY:
        return EncryptedFile("文件加密方式不受支持 / an unknown way of encryption.", file=file_name)
    return DamagedFile("不是完整的 PDF / not a complete PDF.", file=file_name)


def is_portfolio(document: Handle, data: bytes) -> bool:
    """Whether the file is an envelope: embedded files, and a list of them (ISO 32000-1, 12.3.5).

    Its pages are only a cover.
    """
    if pdfium.FPDFDoc_GetAttachmentCount(document) < 1:
        return False
    return _COLLECTION.search(data) is not None or any(_COLLECTION.search(part) for part in _packed(data))


def _packed(data: bytes) -> Iterator[bytes]:
    """Object streams unpacked: since PDF 1.5 the catalog may stand in one."""
    for match in _OBJECT_STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[match.end() :], LARGEST_OBJECT_STREAM)
        except zlib.error:
            continue  # packed in another way; the file is then read as a letter with attachments


def is_cut_off(data: bytes) -> bool:
    """Whether the end mark of the file is missing."""
    return b"%%EOF" not in data[-TAIL:]


def file_notices(document: Handle, data: bytes) -> Iterator[Notice]:
    """What a reader of the record should know about the file as a whole."""
    if is_cut_off(data):
        message = "文件结尾缺失，内容可能不全 / the end of the file is missing; content may be lost."
        yield Notice(code="unread_part", severity="warning", message=message)
    if names := embedded_files(document):
        yield unread_portfolio(names) if is_portfolio(document, data) else unread_files(names)


def embedded_files(document: Handle) -> list[str]:
    """The names of the files embedded in a document, empty where none is told."""
    return [
        _name(pdfium.FPDFDoc_GetAttachment(document, index))
        for index in range(pdfium.FPDFDoc_GetAttachmentCount(document))
    ]


def _name(attachment: Handle) -> str:
    size = pdfium.FPDFAttachment_GetName(attachment, None, 0)
    buffer = (c_ushort * (size // 2 + 1))()
    pdfium.FPDFAttachment_GetName(attachment, buffer, size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace")

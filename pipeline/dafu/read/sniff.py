"""What a file is, told by its content; its name is never asked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Literal

from dafu.errors import (
    ContainerFile,
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    TooLarge,
    UnreadableFile,
    UnsupportedFormat,
)
from dafu.read.encoding import decoded

Format = Literal["pdf", "ofd", "docx", "html", "text", "image"]

HEAD = 1024
"""Bytes before `%PDF-` that readers of the trade skip."""
LARGEST_TEXT = 16 << 20
"""Bytes of a page or text; thousands of letters."""
_PDF = re.compile(rb"%PDF-\d")
_PDF_OBJECT = re.compile(rb"\d obj\b")
_PDF_PART = re.compile(rb"\d \d+ obj\b|\b(?:endobj|endstream)\b")
_PDF_END = re.compile(rb"\b(?:startxref|trailer|endobj)\b")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\x00", b"MM\x00*")
_OTHER_IMAGES = (b"GIF8", b"\x00\x00\x00\x0cjP  ", b"\xff\x4f\xff\x51", b"\x97JB2\r\n\x1a\n", b"AT&TFORM")
"""GIF, JPEG 2000 (two forms), JBIG2, DjVu: kinds that scans hardly come in."""
_CAMERA = (b"heic", b"heix", b"mif1", b"avif")
_ARCHIVES = (
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"MSCF",
    b"(\xb5/\xfd",
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_TAR = (257, b"ustar")
_TYPES = "[Content_Types].xml"
_WORD = re.compile(
    rb"wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml"
)
_MAIL = re.compile(r"\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_ROOT = re.compile(
    r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*<(?P<name>[\w:.-]+)", re.DOTALL
)
_DOCTYPE_HTML = re.compile(r"<!DOCTYPE\s+html", re.IGNORECASE)
_TAG = re.compile(r"</?(?:html|head|body|p|div|span|table|tr|td|br|font|h[1-6])\b[^<>]*>", re.IGNORECASE)
_PROLOGUE = 8192
"""Characters before which the first element of a page stands."""
_LEAST_TAGS = 6
"""Tags of a fragment of a page; text or Markdown with some tags in it has fewer, or begins otherwise."""


def sniff(data: bytes, *, file_name: str) -> Format:
    """The format of a file's bytes.

    Raises:
        EmptyFile: zero bytes, or nothing but zeros and white space.
        EncryptedFile: an Office document with a password.
        UnsupportedFormat: a format that must be converted first, or no document at all.
        ContainerFile: an archive, or a saved mail.
        DamagedFile: a ZIP package whose directory is lost, or a PDF whose beginning is.
        TooLarge: a page or text beyond `LARGEST_TEXT`.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptyFile("文件没有内容 / the file has no content.", file=file_name)
    if data.startswith(_ZIP):
        return _packed(data, file_name)
    if data.startswith(_OLE):
        raise _ole(data, file_name)
    if data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf"):
        raise _unsupported("RTF 文档 / an RTF document", file_name)
    if _is_image(data):
        return "image"
    if data.startswith(_OTHER_IMAGES) or (data[4:8] == b"ftyp" and data[8:12] in _CAMERA):
        what = "不支持的图片格式 / an image of a kind that is not read."
        remedy = "请另存为 JPEG、PNG、TIFF 或 PDF 再处理。 / Save it as JPEG, PNG, TIFF or PDF first."
        raise UnsupportedFormat(what, file=file_name, remedy=remedy)
    if data.startswith(_ARCHIVES) or data[_TAR[0] :].startswith(_TAR[1]):
        raise ContainerFile("压缩包 / an archive.", file=file_name)
    if data.startswith(b"%!PS"):
        raise _unsupported("PostScript 文件 / a PostScript file", file_name)
    if data.startswith(b"%PDF-") or (_PDF.search(data[:HEAD]) and _PDF_OBJECT.search(data)):
        return "pdf"
    if _PDF_PART.search(data[:HEAD]) and _PDF_END.search(data[-HEAD:]):
        raise DamagedFile("PDF 文件头缺失 / a PDF without its beginning.", file=file_name)
    return _written(data, file_name)


def _unsupported(what: str, file_name: str) -> UnsupportedFormat:
    return UnsupportedFormat(f"{what}.", file=file_name)


def _is_image(data: bytes) -> bool:
    if data.startswith(_IMAGES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return True
    return data.startswith(b"BM") and len(data) > 26 and int.from_bytes(data[2:6], "little") == len(data)


def _ole(data: bytes, file_name: str) -> UnreadableFile:
    """Compound files (MS-CFB) by the names in their directory."""
    if _utf16("EncryptedPackage") in data:
        return EncryptedFile("加密的 Office 文档 / an encrypted Office document.", file=file_name)
    names = (
        ("WordDocument", "旧版 Word/WPS 文档 (.doc/.wps) / an old Word or WPS document"),
        ("Workbook", "旧版电子表格 (.xls/.et) / an old spreadsheet"),
        ("Book", "旧版电子表格 (.xls/.et) / an old spreadsheet"),
        ("PowerPoint Document", "旧版演示文稿 (.ppt/.dps) / an old presentation"),
        ("__substg1.0_", "Outlook 邮件 (.msg) / a saved mail"),
    )
    what = next((what for name, what in names if _utf16(name) in data), None)
    return _unsupported(what or "旧版 Office 文档 (.doc/.wps/.xls) / an old Office document", file_name)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _packed(data: bytes, file_name: str) -> Format:
    """ZIP packages by their parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {
                info.filename.replace("\\", "/").lstrip("/").casefold(): info for info in archive.infolist()
            }
            types, kind = (_first_bytes(archive, names.get(name)) for name in (_TYPES.casefold(), "mimetype"))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DamagedFile(f"压缩结构不完整 / a broken ZIP structure: {error}.", file=file_name) from error
    if "word/document.xml" in names or _WORD.search(types):
        return "docx"
    if "ofd.xml" in names:
        return "ofd"
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise _unsupported("OpenDocument 文档 (.odt/.ods) / an OpenDocument file", file_name)
    if kind.startswith(b"application/epub"):
        raise _unsupported("EPUB 电子书 / an EPUB book", file_name)
    if any(name.startswith(("xl/", "ppt/", "visio/")) for name in names) and types:
        raise _unsupported("电子表格或演示文稿 / a spreadsheet or presentation", file_name)
    if types and any(name.startswith("word/") for name in names):
        raise DamagedFile("DOCX 缺少正文 / the DOCX lacks its main part.", file=file_name)
    files = sum(not name.endswith("/") for name in names)
    what = f"压缩包，内含 {files} 个文件 / a ZIP archive of {files} files."
    raise ContainerFile(what, file=file_name) if files else EmptyFile(what, file=file_name)


def _first_bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo | None) -> bytes:
    """The beginning of an entry; nothing if there is none, or it cannot be unpacked: then its name decides."""
    if info is None or info.flag_bits & 1:
        return b""
    try:
        with archive.open(info) as entry:
            return entry.read(1 << 16)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        return b""


def _written(data: bytes, file_name: str) -> Format:
    """Formats that are text: pages, mails, XML, plain text."""
    if len(data) > LARGEST_TEXT:
        what = f"文字超过 {LARGEST_TEXT >> 20} MB / more than {LARGEST_TEXT >> 20} MB of text."
        raise TooLarge(what, file=file_name)
    text = decoded(data)
    if text is None:
        what = "不是文档，或编码无法识别 / no document, or in an unknown encoding."
        remedy = (
            "若本是文档，则已损坏，请重新取得原件；否则请另存为 PDF、DOCX 或 UTF-8 文本。"
            " / If this was a document, it is damaged: obtain the original again; else save it as PDF, DOCX or UTF-8 text."
        )
        raise UnsupportedFormat(what, file=file_name, remedy=remedy)
    words = text.text.lstrip("\ufeff\x00 \t\r\n")
    if not words:
        raise EmptyFile("文件没有文字 / the file has no text.", file=file_name)
    if _MAIL.match(words[:4096]) and re.search(r"\n\r?\n", words):
        raise ContainerFile("网页存档或邮件 (.mht/.eml) / a saved page or mail.", file=file_name, remedy=_MHT)
    root = _ROOT.match(words[:_PROLOGUE]) if words.startswith("<") else None
    if root and root["name"].casefold() == "html":
        return "html"
    if words.startswith("<?xml") or (root and ":" in root["name"]):
        raise _unsupported(f"XML 文件 ({root['name'] if root else '?'}) / an XML file", file_name)
    if _DOCTYPE_HTML.match(words) or (root and _TAG.match(words[root.start("name") - 1 :])):
        return "html"
    return "html" if len(_TAG.findall(words[:65536])) >= _LEAST_TAGS and _is_page(words) else "text"


_MHT = "请在浏览器或邮件程序中另存为 HTML 或 PDF。 / Save it as HTML or PDF from a browser or mail program."


def _is_page(words: str) -> bool:
    """Whether tags come before anything else but a few words: a page whose beginning is lost."""
    first = _TAG.search(words)
    return first is not None and first.start() < 200 and "<table" not in words[: first.end()].casefold()

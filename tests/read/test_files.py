"""Any file ends in exactly one outcome: a document, or an error that names the file, the fault and the remedy."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.built_docx import docx, p
from tests.read.drawn_pdf import drawn, lines

from dafu.errors import (
    ContainerFile,
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    TooLarge,
    UnreadableFile,
    UnsupportedFormat,
)
from dafu.read import read
from dafu.settings import Settings

LETTER = "方舟委员：\n您提出的《关于修复东川渠的提案》收悉，现答复如下：\n"
DOCX = docx(p("关于第12号提案的答复"), p("您提出的提案收悉。"))
PDF = drawn(lines("云陵市水利局", "关于第12号提案的答复"))
HTML = f"<html><body><p>{LETTER}</p></body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def packed(**files: bytes | str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()


def replaced(data: bytes, path: str, content: bytes | None) -> bytes:
    """A package with another part at a path, or without it."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            if name != path:
                archive.writestr(name, source.read(name))
        if content is not None:
            archive.writestr(path, content)
    return target.getvalue()


def tarred() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("letter.txt"))
    return target.getvalue()


def locked(data: bytes) -> bytes:
    """A package whose entries claim to be encrypted."""
    marked = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(sign)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(sign, at + 4)
    return bytes(marked)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    + '<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&j;&x;</w:t></w:r></w:p></w:body></w:document>"
).encode()
_DEEP = b"<w:sdt>" * 5000
DEEP = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' + _DEEP
FORMATS = [
    pytest.param(b"", EmptyFile, id="zero bytes"),
    pytest.param(bytes(5000), EmptyFile, id="nothing but zeros"),
    pytest.param(b"\xef\xbb\xbf \r\n", EmptyFile, id="nothing but white space"),
    pytest.param(packed(), EmptyFile, id="an empty archive"),
    pytest.param(b"<html><body><script>load()</script></body></html>", EmptyFile, id="a page without words"),
    pytest.param(docx(p("")), EmptyFile, id="a document without words"),
    pytest.param(PDF[PDF.index(b"obj") - 4 :], DamagedFile, id="a PDF without its beginning"),
    pytest.param(OLE + "WordDocument".encode("utf-16-le"), UnsupportedFormat, id=".doc or .wps"),
    pytest.param(OLE + "Workbook".encode("utf-16-le"), UnsupportedFormat, id=".xls"),
    pytest.param(OLE, UnsupportedFormat, id="another compound file"),
    pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, id="encrypted .docx"),
    pytest.param(locked(DOCX), EncryptedFile, id=".docx in a package with a password"),
    pytest.param(b"{\\rtf1\\ansi " + b"\\'d0\\'a1" * 20 + b"}", UnsupportedFormat, id=".rtf"),
    pytest.param(
        packed(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<x/>"),
        UnsupportedFormat,
        id=".odt",
    ),
    pytest.param(
        packed(mimetype="application/epub+zip", OEBPS__a_dot_html="x"), UnsupportedFormat, id=".epub"
    ),
    pytest.param(
        packed(**{"[Content_Types]_dot_xml": "<Types/>", "xl__workbook_dot_xml": "<x/>"}),
        UnsupportedFormat,
        id=".xlsx",
    ),
    pytest.param(b"GIF89a" + bytes(99), UnsupportedFormat, id="GIF"),
    pytest.param(b"\x00\x00\x00\x0cjP  " + bytes(99), UnsupportedFormat, id="JPEG 2000"),
    pytest.param(b"\x97JB2\r\n\x1a\n" + bytes(99), UnsupportedFormat, id="JBIG2"),
    pytest.param(bytes(4) + b"ftypheic" + bytes(99), UnsupportedFormat, id="HEIC"),
    pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(99), DamagedFile, id="JPEG without an image"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(99), DamagedFile, id="PNG without an image"),
    pytest.param(b"II*\x00" + bytes(99), DamagedFile, id="TIFF without an image"),
    pytest.param(b"BM" + struct.pack("<I", 126) + bytes(120), DamagedFile, id="bitmap without an image"),
    pytest.param(b"RIFF\x10\x00\x00\x00WEBPVP8 ", DamagedFile, id="WebP without an image"),
    pytest.param(b"%!PS-Adobe-3.0\n", UnsupportedFormat, id="PostScript"),
    pytest.param(f'<?xml version="1.0"?><a>{LETTER}</a>'.encode(), UnsupportedFormat, id="XML"),
    pytest.param(
        f"<w:wordDocument>{LETTER}</w:wordDocument>".encode(), UnsupportedFormat, id="Word 2003 XML"
    ),
    pytest.param(bytes(range(256)) * 50, UnsupportedFormat, id="no document"),
    pytest.param(b"\x7fELF\x02\x01\x01" + bytes(range(200)) * 9, UnsupportedFormat, id="a program"),
    pytest.param(packed(a_dot_pdf=PDF, b_dot_pdf=PDF), ContainerFile, id="ZIP of letters"),
    pytest.param(b"Rar!\x1a\x07\x00" + bytes(99), ContainerFile, id="RAR"),
    pytest.param(b"7z\xbc\xaf\x27\x1c" + bytes(99), ContainerFile, id="7z"),
    pytest.param(b"\x1f\x8b\x08\x00" + bytes(99), ContainerFile, id="gzip"),
    pytest.param(tarred(), ContainerFile, id="tar"),
    pytest.param(
        f"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=x\n\n--x\n{HTML}".encode(),
        ContainerFile,
        id="MHTML",
    ),
    pytest.param(DOCX[:200], DamagedFile, id="DOCX cut off early"),
    pytest.param(DOCX[:-80], DamagedFile, id="DOCX cut off late"),
    pytest.param(replaced(DOCX, "word/document.xml", b"<w:document"), DamagedFile, id="DOCX, malformed"),
    pytest.param(replaced(DOCX, "word/document.xml", None), DamagedFile, id="DOCX without its main part"),
    pytest.param(replaced(DOCX, "word/document.xml", b"<a/>"), DamagedFile, id="DOCX with another main part"),
    pytest.param(replaced(DOCX, "word/document.xml", BOMB), DamagedFile, id="DOCX with entities that grow"),
    pytest.param(replaced(DOCX, "word/document.xml", DEEP), DamagedFile, id="DOCX without end and bottom"),
    pytest.param(
        replaced(DOCX, "word/document.xml", b" " * (25 << 20)), TooLarge, id="DOCX that unpacks to too much"
    ),
    pytest.param(docx(*["<w:p/>"] * 100_001), TooLarge, id="DOCX of too many paragraphs"),
    pytest.param(
        docx("<w:tbl><w:tr>" + "<w:tc/>" * 100_001), DamagedFile, id="DOCX that breaks off in a table"
    ),
    pytest.param(
        docx(f"<w:tbl><w:tr>{'<w:tc/>' * 100_001}</w:tr></w:tbl>"), TooLarge, id="DOCX of too many cells"
    ),
    pytest.param(docx("<w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>"), EmptyFile, id="DOCX of a blank table"),
    pytest.param(b"%PDF-1.7\n%%EOF\n", DamagedFile, id="PDF without anything"),
]


@pytest.mark.parametrize(("data", "error"), FORMATS)
@pytest.mark.parametrize("name", ["答复.pdf", "答复.docx"])
def test_what_cannot_be_read_says_so(
    data: bytes, error: type[UnreadableFile], name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as raised:
        read(path, Settings())
    assert type(raised.value) is error
    assert raised.value.file == name
    assert name in str(raised.value)
    for part in (raised.value.what, raised.value.remedy):
        assert " / " in part
        assert any("\u4e00" <= char <= "\u9fff" for char in part)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        pytest.param(PDF, "application/pdf", id="PDF"),
        pytest.param(b"\r\n" * 9 + PDF, "application/pdf", id="PDF behind blank lines"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\n\r\n" + PDF, "application/pdf", id="PDF behind a head of the network"
        ),
        pytest.param(
            DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", id="DOCX"
        ),
        pytest.param(HTML.encode(), "text/html", id="HTML"),
        pytest.param(
            f"<!-- saved -->\n<!DOCTYPE html><P>{LETTER}".encode(), "text/html", id="HTML behind a comment"
        ),
        pytest.param(
            f'<?xml version="1.0"?>\n<html><p>{LETTER}</p></html>'.encode(), "text/html", id="XHTML"
        ),
        pytest.param(HTML.encode("utf-16"), "text/html", id="HTML in UTF-16"),
        pytest.param(f"<div><p>{LETTER}</p></div>".encode(), "text/html", id="a fragment of a page"),
        pytest.param(LETTER.encode(), "text/plain", id="text"),
        pytest.param(f"# 答复\n{LETTER}".encode(), "text/markdown", id="Markdown"),
        pytest.param(
            f"<以上>为 {LETTER}".encode(), "text/plain", id="text that begins with an angle bracket"
        ),
        pytest.param(f"{LETTER}另存为 %PDF-1.7 格式。".encode(), "text/plain", id="text that names PDF"),
    ],
)
@pytest.mark.parametrize("name", ["答复.pdf", "答复.html", "答复"])
def test_the_format_is_told_by_the_content(data: bytes, media_type: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert read(path, Settings()).media_type == media_type


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="folder"):
        read(tmp_path, Settings())


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"没有\.pdf") as raised:
        read(tmp_path / "没有.pdf", Settings())
    assert str(tmp_path) not in str(raised.value)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道")
    with pytest.raises(UnreadableFile, match="regular"):
        read(tmp_path / "管道", Settings())


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "答复.txt"
    path.write_text(LETTER)
    path.chmod(0)
    with pytest.raises(UnreadableFile):
        read(path, Settings())


def test_a_file_beyond_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "答复.txt"
    path.write_text(LETTER)
    with pytest.raises(TooLarge):
        read(path, Settings(max_bytes=20))


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "任意"
    path.write_bytes(data)
    _read_or_refuse(path)


@given(st.sampled_from([DOCX, HTML.encode(), LETTER.encode("gb18030")]), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_any_damage_is_read_or_refused(tmp_path: Path, whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    count = data.draw(st.integers(0, 40))
    path = tmp_path / "受损"
    path.write_bytes(whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + count :])
    _read_or_refuse(path)


@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td colspan=9>", "</table>", "<br>", "<b", ">", "字。", "&#0;",
     "<ol>", "<li value=-1>", "<script>", "<!--", "-->", "<font size=9 color=zz>", "<td rowspan=0>", "<style>", "\x00"]
), max_size=60))  # fmt: skip
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
def test_any_soup_is_read_or_refused(tmp_path: Path, soup: list[str]) -> None:
    path = tmp_path / "页面"
    path.write_text("<html><body>" + "".join(soup), "utf-8")
    _read_or_refuse(path)


def _read_or_refuse(path: Path) -> None:
    try:
        document = read(path, Settings())
    except UnreadableFile as error:
        assert error.file == path.name
    else:
        assert document.pages


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "span", "b", "ul><li"])
def test_a_page_of_elements_in_elements_is_no_danger(tag: str, tmp_path: Path) -> None:
    path = tmp_path / "深.html"
    path.write_text("<html><body>" + f"<{tag}>" * 5000 + LETTER, "utf-8")
    assert "收悉" in read(path, Settings()).pages[0].runs[-1].text


def test_reading_loads_only_the_reader_it_needs(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    code = (
        "import sys; from pathlib import Path; from dafu.read import read; from dafu.settings import Settings;"
        f"read(Path({str(tmp_path / 'letter.txt')!r}), Settings());"
        "print(*sorted({'lxml', 'selectolax', 'pypdfium2', 'docx', 'pdfplumber', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        "**a" * 100_000,
        "# a\n" + "<!--" * 100_000,
        "<!--" * 100_000,
        " " * 400_000 + "x",
        "# a\n" + "![a](" * 100_000,
        "# a\n" + "`a" * 100_000,
        "|" * 100_000 + "\n" + "|-" * 50_000,
        "<html><p>" + "发布日期：" * 50_000,
        "<html><pre>" + "\n \u3000" * 100_000 + "字",
        "<html><style>" + "@media a{" * 50_000 + "</style><p>字",
    ],
    ids=range(10),
)
def test_what_is_made_to_exhaust_patterns_does_not(text: str, tmp_path: Path) -> None:
    path = tmp_path / "长"
    path.write_text(text, "utf-8")
    start = process_time()
    _read_or_refuse(path)
    assert process_time() - start < 10

"""The files that are no readable letter: encrypted, cut off, empty, under a wrong name, or no letter at all."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pikepdf
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from samples.carriers.docx import docx_of
from samples.carriers.pdf import pdf_of
from samples.carriers.text import text_of
from samples.notation import Letter, load_letter

_MOMENT = (2024, 1, 2, 3, 4, 4)


def write_bad(folder: Path, letters: Path) -> None:
    """Writes every bad file into `folder`, made from a letter in `letters` where it needs one."""
    letter = load_letter(letters / "qinghe-road.letter")
    whole = pdf_of([letter], "letter")
    word = docx_of([letter], "plain")
    files = {
        "encrypted.pdf": _encrypted(),
        "truncated.pdf": whole[: len(whole) * 2 // 5],
        "zero-bytes.pdf": b"",
        "only-spaces.txt": "　\r\n \t\r\n".encode(),
        "text-named.pdf": text_of([letter], "utf8"),
        "pdf-named.docx": whole,
        "noise.pdf": bytes((at * at * 7 + at * 13 + 5) % 251 for at in range(4096)),
        "no-pages.pdf": _no_pages(),
        "blank-300-pages.pdf": _blank(300),
        "portfolio.pdf": _portfolio(whole),
        "no-tounicode.pdf": _without_tounicode(whole),
        "private-use.pdf": _private_use(letter),
        "image-only.pdf": _image_only(),
        "word97.doc": _compound_file(),
        "rich.rtf": rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\f0 \'b4\'f0\'b8\'b4\par}",
        "archive.zip": _archive({"letter.pdf": whole, "letter.docx": word}),
        "damaged.docx": word[: len(word) // 2],
        "hollow.docx": _archive(
            {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document><w:bo"}
        ),
        "notice.txt": _document(_NOTICE),
        "plan.md": _document(_PLAN),
        "report.pdf": _report(),
    }
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _encrypted() -> bytes:
    buffer = BytesIO()
    lock = StandardEncryption("password", ownerPassword="owner", strength=128)
    canvas = Canvas(buffer, invariant=1, encrypt=lock)
    canvas.drawString(72, 720, "A letter that needs a password.")
    canvas.save()
    return buffer.getvalue()


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = BytesIO()
    pdf.save(buffer, static_id=True)
    return buffer.getvalue()


def _no_pages() -> bytes:
    return _saved(pikepdf.new())


def _blank(pages: int) -> bytes:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595.28, 841.89))
    buffer = BytesIO()
    pdf.save(buffer, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def _portfolio(letter: bytes) -> bytes:
    """A cover page whose catalogue says that the content is the files attached."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(72, 720, "Open this portfolio in a newer reader.")
    canvas.save()
    pdf = pikepdf.open(BytesIO(buffer.getvalue()))
    stream = pdf.make_stream(letter)
    stream.Type = pikepdf.Name.EmbeddedFile
    entry = pikepdf.Dictionary(
        Type=pikepdf.Name.Filespec, F="letter.pdf", UF="letter.pdf", EF=pikepdf.Dictionary(F=stream)
    )
    pdf.Root.Names = pikepdf.Dictionary(
        EmbeddedFiles=pikepdf.Dictionary(Names=pikepdf.Array(["letter.pdf", pdf.make_indirect(entry)]))
    )
    pdf.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection, View=pikepdf.Name.D)
    return _saved(pdf)


def _without_tounicode(letter: bytes) -> bytes:
    """The page looks right, and its characters cannot be copied: the fonts say no code points."""
    pdf = pikepdf.open(BytesIO(letter))
    for item in pdf.objects:
        if (
            isinstance(item, pikepdf.Dictionary)
            and item.get("/Type") == pikepdf.Name.Font
            and "/ToUnicode" in item
        ):
            del item["/ToUnicode"]
    return _saved(pdf)


def _private_use(letter: Letter) -> bytes:
    """A text layer whose fonts map every Han character to a private code point."""
    pdf = pikepdf.open(BytesIO(pdf_of([letter], "plain")))
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and b"begincmap" in (cmap := item.read_bytes()):
            item.write(re.sub(rb" <(?:4E|[5-9][0-9A-F])([0-9A-F]{2})>", rb" <E5\1>", cmap))
    return _saved(pdf)


def _image_only() -> bytes:
    """A scanned page without a text layer: grey bars where the lines are."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    page = Image.new("L", (620, 877), 250)
    draw = ImageDraw.Draw(page)
    for line in range(20):
        draw.rectangle((80, 120 + 34 * line, 540 - 13 * (line % 5), 134 + 34 * line), fill=90)
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawImage(ImageReader(page), 0, 0, 595.28, 841.89)
    canvas.save()
    return buffer.getvalue()


def _compound_file() -> bytes:
    """The header of an OLE compound file, as `.doc` and `.wps` have it."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    return head.ljust(512, b"\0") + "WordDocument".encode("utf-16-le").ljust(1024, b"\0")


def _archive(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            info = ZipInfo(name, date_time=_MOMENT)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, content)
    return buffer.getvalue()


def _document(lines: str) -> bytes:
    return lines.encode()


def _report() -> bytes:
    """A printed table of contents and a report: paged, Chinese, and no letter."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in range(2):
        canvas.setFont("song", 14)
        for number, line in enumerate(_REPORT.splitlines()):
            canvas.drawString(72, 760 - 26 * number, line)
        canvas.drawString(290, 40, f"- {page + 1} -")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


_NOTICE = """云陵市人民政府办公室关于做好防汛工作的通知

各县（市、区）人民政府，市政府各部门：

　　为切实做好今年防汛工作，现将有关事项通知如下：
　　一、压实工作责任。各地各部门要严格落实以行政首长负责制为核心的防汛责任制。
　　二、加强监测预警。6月1日至9月30日实行24小时值班。
　　三、做好物资储备。各县（市、区）储备冲锋舟不少于10艘。

　　　　　　　　　　　　　　　　　　云陵市人民政府办公室
　　　　　　　　　　　　　　　　　　　2024年5月20日
"""
_PLAN = """# 青禾县2025年为民办实事项目实施方案

为扎实推进民生实事，制定本方案。

## 一、目标任务

新建农村公路60公里，改造老旧小区12个。

## 二、保障措施

1. 加强组织领导。
2. 强化资金保障。
"""
_REPORT = """云陵市2024年国民经济运行情况
全年地区生产总值1862亿元，比上年增长5.6%。
分产业看，第一产业增加值210亿元，增长3.9%；
第二产业增加值744亿元，增长6.2%；
第三产业增加值908亿元，增长5.5%。
全市居民人均可支配收入32160元，增长6.1%。"""

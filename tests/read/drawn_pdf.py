"""Small PDF files drawn for the tests of the PDF reader; no fonts of the machine are used."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pikepdf
import reportlab
from pikepdf import Array, Dictionary, Name
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from dafu.read.model import Document
from dafu.read.pdf import read_pdf
from dafu.settings import Settings

WIDTH, HEIGHT = 595.0, 842.0
SONG = "STSong-Light"
Draw = Callable[[Canvas], None]


def drawn(*pages: Draw) -> bytes:
    """A PDF with one page for each function that draws on a canvas; 16 pt of an un-embedded font is set."""
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=True)
    for draw in pages:
        canvas.setFont(SONG, 16)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def lines(*texts: str, x: float = 80, top: float = 120, pitch: float = 29) -> Draw:
    """Lines of text, the first `top` points from the page's upper edge to its baseline."""

    def draw(canvas: Canvas) -> None:
        for at, text in enumerate(texts):
            canvas.drawString(x, HEIGHT - top - at * pitch, text)

    return draw


def read(data: bytes, **settings: int) -> Document:
    """The document of a PDF by its text layer alone."""
    return read_pdf(
        data, file_name="letter.pdf", settings=Settings.model_validate({"ocr": "never", **settings})
    )


def texts(document: Document, page: int = 1) -> list[str]:
    """The texts of a page's runs."""
    return [run.text for run in document.pages[page - 1].runs]


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None], **saving: object) -> bytes:
    """The PDF after a change to its objects."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target, **saving)
    return target.getvalue()


def by_glyph(glyphs: Sequence[int], unicode: Mapping[int, str] | None) -> bytes:
    """Glyphs of a Latin font by number (36 to 90 are letters), 20 a line; `unicode` is its ToUnicode map."""
    face = (Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes()
    name = Name("/ABCDEF+Vera")
    pdf = pikepdf.new()
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array([0, -200, 1000, 900]),
        ItalicAngle=0,
        Ascent=900,
        Descent=-200,
        CapHeight=700,
        StemV=80,
        FontFile2=pdf.make_stream(face),
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=1000,
        CIDToGIDMap=Name.Identity,
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
    )
    if unicode is not None:
        font.ToUnicode = pdf.make_stream(_cmap(unicode))
    rows = [glyphs[at : at + 20] for at in range(0, len(glyphs), 20)]
    shown = " 0 -29 Td ".join("<" + "".join(f"{glyph:04x}" for glyph in row) + "> Tj" for row in rows)
    page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(f"BT /F1 16 Tf 80 722 Td {shown} ET".encode())
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def _cmap(unicode: Mapping[int, str]) -> bytes:
    pairs = " ".join(f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in unicode.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Drawn def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(unicode)} beginbfchar {pairs} endbfchar endcmap end end"
    ).encode()

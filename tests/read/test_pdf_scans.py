"""PDF pages as images: which pages are read by OCR, what is said of them, and images that are broken."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, features

import dafu
from dafu.read.model import Document
from dafu.read.ocr.self_test import LINES
from dafu.read.pdf import read_pdf
from dafu.settings import Settings

SELF_TEST = Path(dafu.__file__).parent / "read" / "ocr" / "self_test.png"
SIZE = (1240, 1754)
WORDS = "".join(LINES)


def _sheet() -> Image.Image:
    """The self-test page on an A4 sheet of 150 dots an inch."""
    sheet = Image.new("L", SIZE, 255)
    with Image.open(SELF_TEST) as picture:
        sheet.paste(picture.convert("L"), (150, 200))
    return sheet


def _packed(picture: Image.Image, kind: str) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind)
    return target.getvalue()


def _image_page(pdf: pikepdf.Pdf, data: bytes, filter_: str, *, content: str = "", **more: Any) -> None:
    keys = {"Width": SIZE[0], "Height": SIZE[1], "BitsPerComponent": 8, "ColorSpace": pikepdf.Name.DeviceGray}
    stream = pdf.make_stream(data)
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Filter = pikepdf.Name("/" + filter_)
    for key, value in {**keys, **more}.items():
        stream[pikepdf.Name("/" + key)] = value
    page = pdf.add_blank_page(page_size=(595.28, 841.89))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(I=pdf.make_indirect(stream)),
        Font=pikepdf.Dictionary(F=pdf.make_indirect(font)),
    )
    page.Contents = pdf.make_stream(f"q 595.28 0 0 841.89 0 0 cm /I Do Q {content}".encode())


def _text_page(pdf: pikepdf.Pdf, words: str) -> None:
    _image_page(pdf, b"\xff", "FlateDecode", Width=1, Height=1)
    pdf.pages[-1].Contents = pdf.make_stream(f"BT /F 16 Tf 80 700 Td ({words}) Tj ET".encode())


def _read(*pages: Callable[[pikepdf.Pdf], None], ocr: str = "auto") -> Document:
    pdf, target = pikepdf.new(), io.BytesIO()
    for add in pages:
        add(pdf)
    pdf.save(target, compress_streams=False)
    settings = Settings.model_validate({"ocr": ocr, "dpi": 200})
    return read_pdf(target.getvalue(), file_name="scan.pdf", settings=settings)


def _scan(pdf: pikepdf.Pdf) -> None:
    _image_page(pdf, _packed(_sheet(), "JPEG"), "DCTDecode")


def _layered(pdf: pikepdf.Pdf) -> None:
    hidden = "BT 3 Tr /F 16 Tf 80 700 Td (Wrong words of another engine, unseen) Tj ET"
    _image_page(pdf, _packed(_sheet(), "JPEG"), "DCTDecode", content=hidden)


def _printed(pdf: pikepdf.Pdf) -> None:
    _text_page(pdf, "Printed words of a page that can be trusted")


def _blank(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page(page_size=(595.28, 841.89))


def _origins(document: Document) -> list[str]:
    return [page.text_origin for page in document.pages]


def _joined(document: Document, page: int) -> str:
    return "".join(run.text for run in document.pages[page - 1].runs)


@pytest.mark.ocr
def test_each_page_is_read_from_the_layer_that_deserves_it() -> None:
    document = _read(_printed, _scan, _layered, _blank)
    assert _origins(document) == ["embedded", "ocr", "ocr", "embedded"]
    assert _joined(document, 1) == "Printed words of a page that can be trusted"
    assert (_joined(document, 2), _joined(document, 3), _joined(document, 4)) == (WORDS, WORDS, "")
    assert [(notice.code, notice.page) for notice in document.notices] == [("text_layer_rejected", 3)]
    assert [page.ocr_confidence is not None for page in document.pages] == [False, True, True, False]


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("ocr", "origins"), [("always", ["ocr", "ocr"]), ("never", ["embedded", "embedded"])]
)
def test_ocr_of_all_pages_or_none(ocr: str, origins: list[str]) -> None:
    assert _origins(_read(_printed, _scan, ocr=ocr)) == origins


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_stored_turned_is_read_upright(turn: int) -> None:
    def turned(pdf: pikepdf.Pdf) -> None:
        _scan(pdf)
        pdf.pages[-1].Rotate = turn

    document = _read(turned)
    assert _joined(document, 1) == WORDS
    assert document.pages[0].rotation == 0


WHOLE = _packed(_sheet(), "JPEG")


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("data", "filter_", "more", "words"),
    [
        pytest.param(WHOLE[: len(WHOLE) * 2 // 3], "DCTDecode", {}, WORDS, id="a JPEG cut off below its words"),
        pytest.param(WHOLE[:300], "DCTDecode", {}, "", id="a JPEG cut off at its head"),
        pytest.param(
            b"\0\0\0\0\x30\0\1\0\0\0\x13" + bytes(60), "JBIG2Decode", {"BitsPerComponent": 1}, "", id="broken JBIG2"
        ),
        pytest.param(
            _packed(_sheet().convert("CMYK"), "JPEG"), "DCTDecode", {"ColorSpace": pikepdf.Name.DeviceCMYK},
            WORDS, id="CMYK",
        ),
        pytest.param(
            _packed(_sheet(), "JPEG2000"), "JPXDecode", {}, WORDS, id="JPEG 2000",
            marks=pytest.mark.skipif(not features.check("jpg_2000"), reason="Pillow cannot write it"),
        ),
        pytest.param(
            zlib.compress(bytes(20000 * 2500)), "FlateDecode",
            {"Width": 20000, "Height": 20000, "BitsPerComponent": 1}, "", id="20,000 by 20,000",
        ),
        pytest.param(b"\xff", "FlateDecode", {"Width": 1, "Height": 1}, "", id="one pixel"),
        pytest.param(b"no image at all", "FlateDecode", {}, "", id="no image data"),
    ],
)  # fmt: skip
def test_an_image_gives_its_words_or_says_that_there_are_none(
    data: bytes, filter_: str, more: dict[str, Any], words: str
) -> None:
    document = _read(lambda pdf: _image_page(pdf, data, filter_, **more), _printed)
    assert _joined(document, 1) == words
    told = [(notice.code, notice.page) for notice in document.notices if notice.code != "unread_part"]
    assert told == ([] if words else [("no_text", 1)])
    assert _joined(document, 2).startswith("Printed words")


@pytest.mark.parametrize("share", [0.3, 0.97, 1.0])
def test_an_image_that_is_cut_off_is_told_as_an_error(share: float) -> None:
    jpeg = _packed(_sheet(), "JPEG")
    document = _read(lambda pdf: _image_page(pdf, jpeg[: int(share * len(jpeg))], "DCTDecode"), ocr="never")
    told = [
        (notice.code, notice.severity, notice.page) for notice in document.notices if notice.code != "no_text"
    ]
    assert told == ([("unread_part", "error", 1)] if share < 1 else [])

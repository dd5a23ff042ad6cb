"""Text that is not what one sees: hidden, covered, white, slanted, or without a Unicode map."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.read.drawn_pdf import HEIGHT, SONG, WIDTH, by_glyph, drawn, lines, read, texts

LETTER = ("云陵市科学技术局", "云市科函〔2024〕15号", "关于市政协五届三次会议第0086号提案的答复")


def _hidden(canvas: Canvas, text: str = "此句不可见") -> None:
    writing = canvas.beginText(80, 500)
    writing.setTextRenderMode(3)
    writing.textOut(text)
    writing.setTextRenderMode(0)
    canvas.drawText(writing)


def _image(canvas: Canvas, *, share: float = 1.0) -> None:
    pixel = "q {w} 0 0 {h} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    canvas._code.append(pixel.format(w=WIDTH, h=HEIGHT * share))


def test_text_that_nobody_sees_is_dropped() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "正文")
        _hidden(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(80, 450, "白纸上的白字")
        canvas.setFillColorRGB(0.8, 0, 0)
        canvas.rect(70, 390, 300, 40, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(80, 400, "红底白字")

    document = read(drawn(draw))
    assert texts(document) == ["正文", "红底白字"]
    assert [(each.raw, each.reason) for each in document.dropped] == [
        ("此句不可见", "hidden_text"),
        ("白纸上的白字", "hidden_text"),
    ]


def test_a_slanted_watermark_is_dropped() -> None:
    def draw(canvas: Canvas) -> None:
        lines(*LETTER)(canvas)
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.setFont(SONG, 40)
        canvas.drawString(0, 0, "内部资料")

    document = read(drawn(draw))
    assert texts(document) == list(LETTER)
    assert [(each.raw, each.reason) for each in document.dropped] == [("内部资料", "unknown")]


@pytest.mark.parametrize("under", [True, False])
def test_a_layer_over_or_under_a_page_image_is_delivered_with_a_notice(under: bool) -> None:
    def draw(canvas: Canvas) -> None:
        if under:
            canvas.drawString(80, 500, "此句不可见")
            _image(canvas)
        else:
            _image(canvas)
            _hidden(canvas)

    document = read(drawn(draw))
    assert texts(document) == ["此句不可见"]
    assert document.pages[0].image_share == 1
    assert [(each.code, each.severity, each.page) for each in document.notices] == [
        ("text_layer_rejected", "warning", 1)
    ]


def test_text_over_a_background_image_is_the_page_itself() -> None:
    def draw(canvas: Canvas) -> None:
        _image(canvas)
        canvas.drawString(80, 500, "印在底图上的正文")

    document = read(drawn(draw))
    assert (texts(document), document.notices) == (["印在底图上的正文"], ())


def test_a_page_that_is_an_image_says_so() -> None:
    document = read(drawn(lines(*LETTER), _image))
    assert [(each.code, each.page) for each in document.notices] == [("no_text", 2)]
    scan = read(drawn(_image, _image))
    assert [(each.code, each.severity) for each in scan.notices] == [("no_text", "error")] * 2


def test_several_characters_of_one_glyph_share_its_width_and_pairs_are_one_character() -> None:
    unicode = {36: "𠮷", 37: "云", 38: "fi", 39: "⼈", 40: "\u200b", 41: "市"}
    run = read(by_glyph(range(36, 42), unicode)).pages[0].runs[0]
    assert run.text == "𠮷云fi人市"
    assert run.left == (80, 96, 112, 120, 128, 160)
    assert run.right == (96, 112, 120, 128, 144, 176)


def test_a_glyph_without_unicode_keeps_its_place_and_is_noticed() -> None:
    document = read(by_glyph(range(36, 40), {36: "云", 37: "陵", 39: "市"}))
    assert texts(document) == ["云陵\ufffd市"]
    assert [(each.code, each.page) for each in document.notices] == [("lost_text", 1)]


def test_a_font_without_a_map_is_rejected() -> None:
    document = read(by_glyph(range(36, 90), None))
    assert document.pages[0].runs == ()
    assert [(each.code, each.severity) for each in document.notices] == [("text_layer_rejected", "error")]


def test_short_pages_share_the_verdict() -> None:
    with pikepdf.open(io.BytesIO(by_glyph(range(36, 90), None))) as pdf:
        second = pikepdf.open(io.BytesIO(by_glyph(range(36, 46), dict.fromkeys(range(36, 46), "甲"))))
        pdf.pages.extend(second.pages)
        target = io.BytesIO()
        pdf.save(target)
    document = read(target.getvalue())
    assert [page.runs for page in document.pages] == [(), ()]
    assert [each.page for each in document.notices] == [1, 2]

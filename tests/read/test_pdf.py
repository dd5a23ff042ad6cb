from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas
from tests.read.drawn_pdf import HEIGHT, SONG, WIDTH, changed, drawn, lines, read, texts

from dafu.read.model import Document

CARRIERS = Path(__file__).parents[3] / "shared" / "letters" / "carriers"
LETTER = ("云陵市科学技术局", "云市科函〔2024〕15号", "关于市政协五届三次会议第0086号提案的答复")


def test_lines_come_as_runs_with_edges_on_the_grid() -> None:
    document = read(drawn(lines("关于加强城市公园建设的建议", "第2024号")))
    page = document.pages[0]
    assert (document.flow, document.media_type, page.text_origin) == ("paged", "application/pdf", "embedded")
    assert (page.number, page.width, page.height, page.rotation) == (1, WIDTH, HEIGHT, 0)
    assert texts(document) == ["关于加强城市公园建设的建议", "第2024号"]
    run = page.runs[0]
    assert run.left == tuple(80 + 16 * at for at in range(13))
    assert run.right == tuple(96 + 16 * at for at in range(13))
    assert (run.size, run.font, run.bold, run.color) == (16, SONG, False, None)
    assert run.box == (80.0, 105.92, 288.0, 121.92)  # the em box: 0.88 above the baseline, 0.12 below


def test_every_character_of_a_line_has_the_same_height_whatever_its_glyph() -> None:
    runs = read(drawn(lines("一丨，龘。", "国国国国国"))).pages[0].runs
    assert [run.box[3] - run.box[1] for run in runs if run.box] == [pytest.approx(16)] * 2


def test_the_same_bytes_give_the_same_document_which_can_be_stored() -> None:
    data = drawn(lines(*LETTER))
    document = read(data)
    assert document == read(data)
    assert Document.from_json(document.to_json()) == document


def _gap(canvas: Canvas) -> None:
    canvas.drawString(80, 700, "负责人：")
    canvas.drawString(80 + 4 * 16 + 17, 700, "甲某某")
    canvas.drawString(80 + 4 * 16 + 17 + 3 * 16 + 10, 700, "承办人：")


def _columns(canvas: Canvas) -> None:
    for at in range(3):
        canvas.drawString(80, 700 - 29 * at, f"左栏第{at}行")
    for at in range(3):
        canvas.drawString(320, 700 - 29 * at, f"右栏第{at}行")


def _smaller(canvas: Canvas) -> None:
    canvas.drawString(80, 700, "面积30平方千米")
    canvas.setFont(SONG, 8)
    canvas.drawString(80 + 16 * 7, 707, "①")


def _red(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.85, 0.05, 0.08)
    canvas.drawString(80, 700, "云陵市教育局")
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(80 + 16 * 6, 700, "文件")


@pytest.mark.parametrize(
    ("draw", "runs"),
    [
        pytest.param(_gap, ["负责人：", "甲某某承办人："], id="a gap wider than a character ends a run"),
        pytest.param(
            _columns,
            ["左栏第0行", "左栏第1行", "左栏第2行", "右栏第0行", "右栏第1行", "右栏第2行"],
            id="two columns in the order of the content stream",
        ),
        pytest.param(_smaller, ["面积30平方千米", "①"], id="another size and baseline"),
        pytest.param(_red, ["云陵市教育局", "文件"], id="another colour"),
        pytest.param(
            lines("第 044 号　提案"), ["第 044 号　提案"], id="real blanks stay, full-width ones too"
        ),
        pytest.param(
            lines("电话：0999-", "5550123"), ["电话：0999-", "5550123"], id="a hyphen at a line's end"
        ),
        pytest.param(
            lines("见附件abc-", "def"), ["见附件abc-", "def"], id="one that PDFium takes for hyphenation"
        ),
    ],
)
def test_runs(draw: object, runs: list[str]) -> None:
    assert texts(read(drawn(draw))) == runs  # type: ignore[arg-type]


def test_colour_and_overprinted_bold() -> None:
    def draw(canvas: Canvas) -> None:
        _red(canvas)
        canvas.drawString(80, 650, "一、办理情况")
        canvas.drawString(80.3, 650, "一、办理情况")
        writing = canvas.beginText(80, 600)
        writing.setTextRenderMode(2)
        writing.textOut("二、下一步打算")
        canvas.drawText(writing)

    runs = read(drawn(draw)).pages[0].runs
    assert [(run.text, run.color, run.bold) for run in runs] == [
        ("云陵市教育局", "#d90d14", False),
        ("文件", None, False),
        ("一、办理情况", None, False),
        ("二、下一步打算", None, True),
    ]


@pytest.mark.parametrize(
    ("base_font", "bold"),
    [
        ("SimHei", True),
        ("ABCDEF+FZHTJW--GB1-0", True),
        ("Arial-BoldMT", True),
        ("黑体", True),
        ("STSong-Light", False),
        ("MicrosoftYaHei", False),
        ("WenQuanYiZenHei", False),
        ("微软雅黑", False),
    ],
)
def test_bold_by_the_name_of_the_face(base_font: str, bold: bool) -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            if font.get("/Subtype") == Name.Type0:
                for each in (font, font.DescendantFonts[0]):
                    each.BaseFont = Name("/" + base_font)
                font.DescendantFonts[0].FontDescriptor.FontName = Name("/" + base_font)

    run = read(changed(drawn(lines("一、办理情况")), rename)).pages[0].runs[0]
    assert (run.bold, run.font) == (bold, base_font.removeprefix("ABCDEF+"))


def test_font_names_in_gbk() -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.Font.F2.DescendantFonts[0].BaseFont = Name("/Song")

    data = changed(drawn(lines("一、办理情况")), rename, qdf=True)
    data = data.replace(b"/BaseFont /Song", b"/BaseFont /#BA#DA#CC#E5")
    assert [(run.font, run.bold) for run in read(data).pages[0].runs] == [("黑体", True)]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_displayed(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        x, y = {0: (0, 0), 90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[turn]
        canvas.translate(x, y)
        canvas.rotate(turn)
        canvas.setFont(SONG, 16)
        canvas.drawString(100, 500, "附件1")
        canvas.setLineWidth(1)
        canvas.line(100, 490, 300, 490)
        canvas.restoreState()

    def rotate(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = turn

    page = read(changed(drawn(draw), rotate)).pages[0]
    height = HEIGHT if turn in {0, 180} else WIDTH
    run = page.runs[0]
    assert (page.rotation, page.height) == (turn, height)
    assert run.text == "附件1"
    assert run.box == pytest.approx(
        (100, height - 500 - 14.08, 100 + 2 * 16 + 7.39, height - 500 + 1.92), abs=0.1
    )
    assert page.rules[0].box == pytest.approx((100, height - 490.5, 300, height - 489.5), abs=0.02)


def test_a_page_typed_sideways_is_turned_upright() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        lines("附表：各县区完成情况", "青禾县  12个", "望川区  8个", top=HEIGHT - 500)(canvas)

    document = read(drawn(draw))
    assert (document.pages[0].rotation, document.pages[0].width) == (90, HEIGHT)
    assert texts(document)[0] == "附表：各县区完成情况"


def test_a_few_upright_words_set_sideways_keep_their_page_and_are_single_characters() -> None:
    def draw(canvas: Canvas) -> None:
        lines(*LETTER)(canvas)
        canvas.translate(40, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "装订线")

    document = read(drawn(draw))
    assert document.pages[0].rotation == 0
    assert texts(document) == [*LETTER, "装", "订", "线"]


def test_coordinates_start_at_the_crop_box_and_what_it_cuts_off_is_dropped() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = Array([50, 100, 545, 800])

    def draw(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "答复如下")
        canvas.drawString(80, 20, "校样")

    document = read(changed(drawn(draw), crop))
    page = document.pages[0]
    assert (page.width, page.height) == (495, 700)
    assert [(run.text, run.left[0], run.box and run.box[3]) for run in page.runs] == [
        ("答复如下", 30, 101.92)
    ]
    assert [(each.raw, each.reason, each.page) for each in document.dropped] == [("校样", "hidden_text", 1)]


def test_size_and_place_count_every_scale_as_browsers_print() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.transform(0.24, 0, 0, -0.24, 0, HEIGHT)  # downwards, in pixels of 300 dpi
        writing = canvas.beginText()
        writing.setFont(SONG, 10)
        writing.setTextTransform(20 / 3, 0, 0, -20 / 3, 100 / 0.24, 142 / 0.24)
        writing.textOut("答复如下：")
        canvas.drawText(writing)
        canvas.rect(100 / 0.24, 200 / 0.24, 300 / 0.24, 1 / 0.24, stroke=0, fill=1)

    page = read(drawn(draw)).pages[0]
    assert [(run.text, run.size, run.left[:2]) for run in page.runs] == [("答复如下：", 16, (100, 116))]
    assert page.runs[0].box == pytest.approx((100, 142 - 14.08, 180, 142 + 1.92))
    assert [rule.box for rule in page.rules] == [pytest.approx((100, 200, 400, 201))]


def test_forms_are_read_in_their_place() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("stamp")
        canvas.setFont(SONG, 10)
        canvas.drawString(10, 10, "青禾县人民政府办公室")
        canvas.setLineWidth(0.5)
        canvas.line(0, 0, 100, 0)
        canvas.endForm()
        canvas.translate(100, 300)
        canvas.scale(2, 2)
        canvas.doForm("stamp")

    page = read(drawn(draw)).pages[0]
    assert [(run.text, run.size, run.left[0]) for run in page.runs] == [("青禾县人民政府办公室", 20, 120)]
    assert [rule.box for rule in page.rules] == [pytest.approx((100, 541.5, 300, 542.5))]


def test_lines_thin_areas_and_outlines_are_rules_other_areas_are_not() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(80, 500, "正文")
        canvas.setStrokeColorRGB(0.85, 0.05, 0.08)
        canvas.setLineWidth(2)
        canvas.line(60, 700, 540, 700)
        canvas.setFillColorRGB(0.85, 0.05, 0.08)
        canvas.rect(60, 690, 480, 1, stroke=0, fill=1)
        canvas.setStrokeColorRGB(0, 0, 0)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(100, 300, 200, 50, stroke=1, fill=1)
        canvas.line(80, 200, 120, 240)
        canvas.circle(400, 200, 40)
        canvas.rect(60, 100, 480, 1, stroke=0, fill=1)

    rules = read(drawn(draw)).pages[0].rules
    red = [rule.box for rule in rules if rule.color == "#d90d14"]
    assert red == [pytest.approx((60, 141, 540, 143)), pytest.approx((60, 151, 540, 152))]
    assert len([rule for rule in rules if rule.color is None]) == 4
    assert len(rules) == 6


def test_comments_are_dropped_and_filled_in_fields_are_noticed() -> None:
    def annotate(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=Array([100, 642, 120, 662]),
            Contents=pikepdf.String("此处请核实"),
        )
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=pikepdf.String("结果"),
            V=pikepdf.String("A类"),
            Rect=Array([100, 500, 200, 520]),
        )
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Border=Array([0, 0, 0])
        )
        annotations = [pdf.make_indirect(each) for each in (note, field, link)]
        pdf.pages[0].Annots = Array(annotations)
        pdf.Root.AcroForm = Dictionary(Fields=Array([annotations[1]]))

    document = read(changed(drawn(lines(*LETTER)), annotate))
    assert texts(document) == list(LETTER)
    assert [(each.raw, each.reason, each.box) for each in document.dropped] == [
        ("此处请核实", "comment", (100, 180, 120, 200))
    ]
    assert [(each.code, each.page) for each in document.notices] == [("unread_part", 1)]
    assert "A类" in document.notices[0].message


def _carrier(name: str) -> Document:
    path = CARRIERS / f"linfen-2023-044.{name}.pdf"
    if not path.exists():
        pytest.skip("needs the letters beside the repository (../shared/letters)")
    return replace(read(path.read_bytes()), file_name=path.name)


@pytest.mark.parametrize("name", ["pdf", "pdf-letter", "pdf-office"])
def test_the_real_letter_has_every_character(name: str) -> None:
    document = _carrier(name)
    canonical = (CARRIERS.parent / "linfen-2023-044.canonical.txt").read_text("utf-8")
    found = "".join(run.text for page in document.pages for run in page.runs)
    for page in document.pages:  # page numbers are no part of the letter's text
        found = found.replace(f"— {page.number} —", "")
    assert sorted("".join(found.split())) == sorted("".join(canonical.split()))
    assert document.notices == ()
    assert all(not page.grids for page in document.pages)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("notounicode", "text_layer_rejected"),
        ("badlayer", "text_layer_rejected"),
        ("scan200", "no_text"),
        ("rot", "no_text"),
    ],
)
def test_real_pages_without_trustworthy_text(name: str, code: str) -> None:
    document = _carrier(name)
    assert {(each.code, each.page) for each in document.notices} == {
        (code, page.number) for page in document.pages
    }

"""DOCX: what Word prints is the text, in reading order; what it does not print is not."""

from __future__ import annotations

import pytest
from tests.read.built_docx import (
    cell,
    docx,
    field,
    p,
    row,
    run,
    table,
)

from dafu.read.docx import read_docx
from dafu.read.model import Document
from dafu.settings import Settings

BREAK = "<w:r><w:br/></w:r>"
PAGE = '<w:r><w:br w:type="page"/></w:r>'
TAB = "<w:r><w:tab/></w:r>"
HIDDEN = "<w:vanish/>"


def read(*blocks: str, **parts: str) -> Document:
    return read_docx(docx(*blocks, **parts), file_name="函.docx", settings=Settings())


def texts(document: Document) -> list[str]:
    return [each.text for each in document.pages[0].runs]


def ins(inner: str) -> str:
    return f'<w:ins w:id="1" w:author="x">{inner}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="x"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def box(*blocks: str) -> str:
    """A text box twice, as Word 2010 and later write it."""
    inner = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


ONE_PARAGRAPH = [
    pytest.param(p("全县", "共有", "12家"), "全县共有12家", id="runs split by revision ids"),
    pytest.param(p("关于第12号提案", BREAK, "的答复"), "关于第12号提案\n的答复", id="line break"),
    pytest.param(p("承办人：", TAB, "电话："), "承办人：\t电话：", id="tab"),
    pytest.param(p("增加", ins(run("了")), "投入"), "增加了投入", id="insertion accepted"),
    pytest.param(p("增加", deleted("到"), "投入"), "增加投入", id="deletion left out"),
    pytest.param(p(f'<w:moveTo w:id="3">{run("移来的话。")}</w:moveTo>'), "移来的话。", id="moved here"),
    pytest.param(p("前", run("内部意见", HIDDEN), "后"), "前后", id="hidden words"),
    pytest.param(
        p(f'<w:hyperlink r:id="rId9">{run("县政府网站")}</w:hyperlink>'), "县政府网站", id="hyperlink"
    ),
    pytest.param(
        p(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件内容')}</w:sdtContent></w:sdt>"),
        "控件内容",
        id="control",
    ),
    pytest.param(
        p(
            "前",
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处')}</w:sdtContent></w:sdt>",
        ),
        "前",
        id="an unfilled control is blank",
    ),
    pytest.param(p("总计", field(" = SUM(ABOVE) ", "36"), "家"), "总计36家", id="field by its result"),
    pytest.param(p("见", field("IF " + field("DATE", "5") + ' = "1" ', "附件")), "见附件", id="nested field"),
    pytest.param(p(field(r"eq \o\ac(○,3)"), "强化保障"), "③强化保障", id="encircled character"),
    pytest.param(
        p(f'<w:fldSimple w:instr=" DATE ">{run("2024年5月")}</w:fldSimple>'), "2024年5月", id="simple field"
    ),
    pytest.param(p("<w:r><w:t>全文</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>"), "全文-1", id="hyphen kept"),
    pytest.param(p("<w:r><w:t>创</w:t><w:softHyphen/><w:t>新</w:t></w:r>"), "创新", id="soft hyphen"),
    pytest.param(
        p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>同意</w:t></w:r>'), "☑同意", id="symbol"
    ),
    pytest.param(
        p(
            "<w:r><w:ruby><w:rt><w:r><w:t>xi</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>隰</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "乡",
        ),
        "隰乡",
        id="ruby without its guide",
    ),
    pytest.param(p("<w:r><w:t> 首尾空格 </w:t></w:r>"), "首尾空格", id="white space not preserved"),
    pytest.param(p(run("  前有空格")), "  前有空格", id="white space preserved"),
    pytest.param(p("面积<w:x/>", "3&4"), "面积<w:x/>3&4", id="escaped markup is text"),
    pytest.param(p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), "a+b", id="formula"),
    pytest.param(p(f"<w:smartTag>{run('云陵市')}</w:smartTag>"), "云陵市", id="smart tag"),
    pytest.param(p("<w:r><w:t>\u2f00级\u200b</w:t></w:r>"), "一级", id="radicals and zero-width characters"),
]


@pytest.mark.parametrize(("paragraph", "text"), ONE_PARAGRAPH)
def test_words_of_a_paragraph(paragraph: str, text: str) -> None:
    assert texts(read(paragraph)) == [text]


@pytest.mark.parametrize(
    ("paragraph", "raw", "reason"),
    [
        (p("增加", deleted("到三倍"), "投入"), "到三倍", "deleted_text"),
        (p("前", run("内部意见", HIDDEN), "后"), "内部意见", "hidden_text"),
    ],
)
def test_what_is_not_printed_is_written_down(paragraph: str, raw: str, reason: str) -> None:
    dropped = read(paragraph).dropped
    assert [(each.raw, each.reason) for each in dropped] == [(raw, reason)]


def test_what_was_moved_away_still_stands_in_the_letter_and_is_not_dropped() -> None:
    document = read(
        p(f"<w:moveFrom>{run('这句话。')}</w:moveFrom>"), p(f"<w:moveTo>{run('这句话。')}</w:moveTo>")
    )
    assert texts(document) == ["这句话。"]
    assert document.dropped == ()


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:vanish/>", '<w:moveFrom w:id="1"/>'])
def test_a_paragraph_whose_end_is_gone_runs_on_in_the_next(mark: str) -> None:
    document = read(p("加大", properties=f"<w:rPr>{mark}</w:rPr>"), p("投入力度。"), p("二、"))
    assert texts(document) == ["加大投入力度。", "二、"]


def test_comments_are_dropped() -> None:
    comments = f'<w:comment w:id="0">{p("请核实数字")}</w:comment>'
    document = read(
        p('<w:commentRangeStart w:id="0"/>', "共78家", '<w:r><w:commentReference w:id="0"/></w:r>'),
        comments=comments,
    )
    assert texts(document) == ["共78家"]
    assert [(each.raw, each.reason) for each in document.dropped] == [("请核实数字", "comment")]


def test_a_text_box_counts_once_and_stands_before_its_anchor() -> None:
    document = read(p(box(p("云陵市水利局文件")), "云水函〔2024〕3号"))
    assert [(each.text, each.kind) for each in document.pages[0].runs] == [
        ("云陵市水利局文件", "text_box"),
        ("云水函〔2024〕3号", "body"),
    ]


def test_letters_of_word_art_are_text() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="青禾县人民政府办公室"/></v:shape></w:pict></w:r>'
    assert texts(read(p(art))) == ["青禾县人民政府办公室"]


def test_block_content_controls_and_insertions_hold_paragraphs() -> None:
    inner = f"<w:sdt><w:sdtContent>{p('一、现状')}{ins(p('二、打算'))}</w:sdtContent></w:sdt>"
    assert texts(read(inner, p("此复。"))) == ["一、现状", "二、打算", "此复。"]


def test_page_breaks_begin_a_page() -> None:
    document = read(
        p("正文。", PAGE), p("附件1"), p("表格", properties="<w:pageBreakBefore/>"), p("前半", PAGE, "后半")
    )
    assert [(each.text, each.page_break) for each in document.pages[0].runs] == [
        ("正文。", False),
        ("附件1", True),
        ("表格", True),
        ("前半", False),
        ("后半", True),
    ]


def test_a_new_section_begins_a_page_unless_it_is_continuous() -> None:
    document = read(
        p("甲", properties='<w:sectPr><w:type w:val="continuous"/></w:sectPr>'),
        p("乙", properties="<w:sectPr/>"),
        p("丙"),
    )
    assert [each.page_break for each in document.pages[0].runs] == [False, False, True]


def test_looks_are_those_of_the_styles() -> None:
    document = read(
        p("关于第12号提案的答复", style="a4"),
        p("一、基本情况", style="1"),
        p(run("（一）强化领导。", '<w:rStyle w:val="c1"/>'), "成立专班。"),
        p(
            run("云陵市水利局", '<w:color w:val="FF0000"/><w:sz w:val="72"/>'),
            properties='<w:jc w:val="right"/>',
        ),
        p("正文", properties='<w:jc w:val="both"/>'),
    )
    looks = [(each.size, each.bold, each.align, each.heading, each.color) for each in document.pages[0].runs]
    assert looks == [
        (22.0, False, "center", True, None),
        (16.0, True, None, True, None),
        (10.5, False, None, False, None),
        (36.0, False, "right", False, "#ff0000"),
        (10.5, False, None, False, None),
    ]


def test_footnotes_stand_below_in_the_order_of_their_marks() -> None:
    def note(number: int, text: str) -> str:
        return f'<w:footnote w:id="{number}">{p("<w:r><w:footnoteRef/></w:r>", " " + text)}</w:footnote>'

    document = read(
        p("甲", '<w:r><w:footnoteReference w:id="3"/></w:r>'),
        p("乙", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        + note(2, "注乙")
        + note(3, "注甲"),
    )
    assert [(each.text, each.kind) for each in document.pages[0].runs] == [
        ("甲", "body"),
        ("乙", "body"),
        ("注甲", "footnote"),
        ("注乙", "footnote"),
    ]


SECTION = (
    '<w:sectPr>{first}<w:headerReference w:type="default" r:id="header1"/>'
    '<w:headerReference w:type="first" r:id="header2"/>'
    '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
)


def test_headers_and_footers_are_known_as_such() -> None:
    document = read(
        p("正文。"),
        SECTION.format(first=""),
        header1=p("云陵市水利局"),
        footer1=p("— ", field(" PAGE ", "1"), " —"),
    )
    assert [(each.text, each.kind) for each in document.pages[0].runs] == [
        ("正文。", "body"),
        ("云陵市水利局", "header"),
        ("— 1 —", "footer"),
    ]


def test_a_head_of_the_first_page_alone_is_the_letterhead() -> None:
    document = read(
        p("正文。"),
        SECTION.format(first="<w:titlePg/>"),
        header2=p("青禾县水利局"),
        header1=p("续页"),
        footer1=p(""),
    )
    assert [(each.text, each.kind) for each in document.pages[0].runs] == [
        ("青禾县水利局", "body"),
        ("正文。", "body"),
        ("续页", "header"),
    ]


def test_a_table_stands_where_it_stands() -> None:
    document = read(p("见下表："), table(row("乡镇", "户数"), row("东川镇", "120")), p("此复。"))
    grid = document.pages[0].grids[0]
    assert grid.after == 1
    assert [(each.row, each.column, each.text) for each in grid.cells] == [
        (0, 0, "乡镇"),
        (0, 1, "户数"),
        (1, 0, "东川镇"),
        (1, 1, "120"),
    ]
    assert texts(document) == ["见下表：", "此复。"]


def test_merged_cells_span() -> None:
    restart, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read(
        table(
            row(cell("项目", properties='<w:gridSpan w:val="2"/>'), "金额"),
            row(cell("水利", properties=restart), "渠道", "3"),
            row(cell("", properties=more), "水库", "5"),
            row("交通", "公路", "8"),
        )
    )
    cells = document.pages[0].grids[0].cells
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in cells] == [
        (0, 0, 1, 2, "项目"),
        (0, 2, 1, 1, "金额"),
        (1, 0, 2, 1, "水利"),
        (1, 1, 1, 1, "渠道"),
        (1, 2, 1, 1, "3"),
        (2, 1, 1, 1, "水库"),
        (2, 2, 1, 1, "5"),
        (3, 0, 1, 1, "交通"),
        (3, 1, 1, 1, "公路"),
        (3, 2, 1, 1, "8"),
    ]


def test_a_table_in_a_cell_is_part_of_its_words() -> None:
    inner = table(row("甲", "乙"), row("丙", "丁"))
    document = read(table(row(cell("前", inner, "后"), "外")))
    assert [each.text for each in document.pages[0].grids[0].cells] == ["前\n甲 乙\n丙 丁\n后", "外"]


def test_a_table_of_one_column_is_a_frame_around_text() -> None:
    document = read(table(row(cell("一、现状", "已建成。"))), p("此复。"))
    assert texts(document) == ["一、现状", "已建成。", "此复。"]
    assert document.pages[0].grids == ()


def test_a_deleted_row_is_dropped() -> None:
    document = read(table(row("甲", "1"), row("乙", "2", properties="<w:del/>"), row("丙", "3")))
    assert [each.text for each in document.pages[0].grids[0].cells] == ["甲", "1", "丙", "3"]
    assert [(each.raw, each.reason) for each in document.dropped] == [("乙2", "deleted_text")]


def test_every_run_says_where_it_stands() -> None:
    document = read(p("甲"), p(""), table(row("乙", "丙")), p("丁"))
    page = document.pages[0]
    assert [each.at for each in page.runs] == ["paragraph 1", "paragraph 5"]
    assert [each.at for each in page.grids[0].cells] == ["paragraph 3", "paragraph 4"]


def test_strict_files_read_alike() -> None:
    blocks = (p("关于第12号提案的答复", style="a3"), p("增加", deleted("到"), ins(run("了")), "投入"))
    plain, strict = (
        read_docx(docx(*blocks, strict=strict), file_name="函.docx", settings=Settings())
        for strict in (False, True)
    )
    assert strict.pages == plain.pages
    assert strict.dropped == plain.dropped


def test_the_main_part_may_have_any_name() -> None:
    data = docx(p("正文。"), main="word/document2.xml")
    assert texts(read_docx(data, file_name="函.docx", settings=Settings())) == ["正文。"]


def test_a_field_that_never_ends_hides_one_paragraph_at_most() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>'
    assert texts(read(p(begin), p("一、现状"))) == ["一、现状"]


def test_an_embedded_document_gives_a_notice() -> None:
    document = read(p("正文。"), '<w:altChunk r:id="rId5"/>')
    assert [(each.code, each.severity) for each in document.notices] == [("unread_part", "warning")]

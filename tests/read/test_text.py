"""Plain text and Markdown: encodings told by the bytes, marks of markup left out, everything else kept."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dafu.errors import EmptyFile
from dafu.read.encoding import decoded
from dafu.read.markdown import is_markdown, plain, read_markdown
from dafu.read.model import Document
from dafu.read.text import read_text
from dafu.settings import Settings

LETTER = "云水函〔2024〕17号\n关于县政协六届三次会议第086号提案的答复\n方舟委员：\n您提出的《关于修复东川渠的提案》收悉，现答复如下：\n"
TRADITIONAL = "關於市政協第086號提案的答覆\n方舟委員：\n您提出的關於修復東川渠的提案收悉，現答覆如下。\n"


def read(text: str | bytes, *, name: str = "函.txt") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_text(data, file_name=name, settings=Settings())


def texts(document: Document) -> list[str]:
    return [run.text for run in document.pages[0].runs]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (b"", "gbk"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ],
)
@pytest.mark.parametrize("text", [LETTER, LETTER * 40, "方舟委员：\n您好！", "共有78家，占35%。\n" * 3])
def test_encodings(mark: bytes, encoding: str, text: str) -> None:
    document = read(mark + text.encode(encoding))
    assert texts(document) == text.split("\n")
    assert document.notices == ()


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8", "utf-16-le"])
def test_traditional_characters_stay(encoding: str) -> None:
    assert texts(read(TRADITIONAL.encode(encoding))) == TRADITIONAL.split("\n")


def test_rare_characters_of_gb18030() -> None:
    text = "㙟村、𠮷田同志：\n您提出的建议收悉，现答复如下。"
    assert texts(read(text.encode("gb18030"))) == text.split("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_file_cut_inside_a_character_says_that_text_is_lost(encoding: str) -> None:
    document = read((LETTER * 3).encode(encoding)[:-2])
    assert texts(document)[:4] == LETTER.split("\n")[:4]
    assert [(notice.code, notice.severity) for notice in document.notices] == [("lost_text", "warning")]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 999, bytes([200, 1, 7, 9]) * 500]
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    assert decoded(data) is None


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_decoding_never_fails(data: bytes) -> None:
    found = decoded(data)
    assert found is None or isinstance(found.text, str)


@settings(deadline=None)
@given(st.text(alphabet=LETTER, min_size=12))
def test_gb18030_comes_back(text: str) -> None:
    found = decoded(("现答复如下：" + text).encode("gb18030"))
    assert found is not None
    assert found.text == "现答复如下：" + text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\u2028", "\x85"])
def test_line_ends(end: str) -> None:
    document = read(f"甲{end}乙{end}{end}丙")
    assert [(run.text, run.at) for run in document.pages[0].runs] == [
        ("甲", "line 1"),
        ("乙", "line 2"),
        ("", "line 3"),
        ("丙", "line 4"),
    ]


def test_form_feeds_begin_a_page() -> None:
    document = read("甲\n\f乙\n丙\f丁\n戊")
    assert [(run.text, run.page_break, run.at) for run in document.pages[0].runs] == [
        ("甲", False, "line 1"),
        ("乙", True, "line 2"),
        ("丙", False, "line 3"),
        ("丁", True, "line 3"),
        ("戊", False, "line 4"),
    ]


def test_zero_bytes_and_control_characters_go() -> None:
    assert texts(read("云陵\x00市\u200b水利\x08局\x00\x00")) == ["云陵市水利局"]


@pytest.mark.parametrize("text", ["\ufeff", " \n\t\n\u3000", "\f\f"])
def test_nothing_but_white_space_is_no_text(text: str) -> None:
    with pytest.raises(EmptyFile):
        read(text)


LOSES = [
    ("特别是**发展规划方面**，编制了规划", "特别是发展规划方面，编制了规划"),
    ("**一、加强领导**", "一、加强领导"),
    ("***重点***工作", "重点工作"),
    ("在**规划方面**，**方案方面**，", "在规划方面，方案方面，"),
    ("__规划方面__，", "规划方面，"),
    ("*斜体*字", "斜体字"),
    ("~~删去~~", "删去"),
    ("`代码`", "代码"),
    ("[县政府网站](https://example.cn/a_(b))", "县政府网站"),
    ("前![印章](seal.png)后", "前后"),
    ("<https://example.cn>", "https://example.cn"),
    (r"6609\*\*\*\*", "6609****"),
    (r"1\. 修建水渠", "1. 修建水渠"),
    ("2&nbsp;个&#31532;", "2\u00a0个第"),
    ("<b>加强</b>领导<br>二", "加强领导\n二"),
]
KEEPS = [
    "010—6609****",
    "139****5555，138****1234",
    "6609**** 转 **12",
    "3*4*5",
    "占比×2",
    "王**、李**委员：",
    "王**同志，李**同志：",
    "张*、李*代表",
    "A_1_B",
    "联系人：____",
    "联系人：__________ 电话：__________",
    "* * *号",
    "面积<100亩，>50亩",
    "a < b > c",
    "《规划》[2023]5号（试行）",
    "1*1=1",
    "R&D经费",
]


@pytest.mark.parametrize(("marked", "text"), LOSES)
def test_marks_of_markup_go(marked: str, text: str) -> None:
    assert plain(marked) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- 新建监测站5所", "新建监测站5所"),
        ("**加强监测。** 新建监测站5所", "加强监测。 新建监测站5所"),
        ("1. **加强巡查。** 2020 - 2022年巡查300次", "1. 加强巡查。 2020 - 2022年巡查300次"),
    ],
)
def test_bullets_are_marks_at_the_start_of_a_line_only(line: str, text: str) -> None:
    assert read_markdown([line]).lines == [text]


@pytest.mark.parametrize("text", KEEPS)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# 关于第12号提案的答复", True),
        ("特别是**发展规划方面**，", True),
        ("|项目|金额|\n|---|---|", True),
        ("详见[网站](https://example.cn)", True),
        ("<table><tr><td>", True),
        ("1. 修建水渠\n- 一\n* 二", False),
        ("010—6609****", False),
        ("王**、李**委员：", False),
        ("#1号楼", False),
        ("__________", False),
        ("《意见》[2023](试行)", False),
    ],
)
def test_markdown_is_told_by_marks_that_nobody_types_otherwise(text: str, told: bool) -> None:
    assert is_markdown(text.split("\n")) is told


def test_headings_rules_quotes_and_lists_of_markdown() -> None:
    document = read("# 关于第12号提案的答复\n\n方舟委员：\n---\n## 一、现状\n> 引文\n- 事项\n- 1 -\n```\n")
    runs = document.pages[0].runs
    assert [(run.text, run.heading) for run in runs if run.text] == [
        ("关于第12号提案的答复", True),
        ("方舟委员：", False),
        ("一、现状", True),
        ("引文", False),
        ("事项", False),
        ("- 1 -", False),
    ]
    assert document.media_type == "text/markdown"


def cells(document: Document) -> list[list[str]]:
    grid = document.pages[0].grids[0]
    rows = max(cell.row for cell in grid.cells) + 1
    return [[cell.text or "" for cell in grid.cells if cell.row == row] for row in range(rows)]


@pytest.mark.parametrize(
    "table",
    [
        "| 乡镇 | 户数 |\n|:---|---:|\n| 东川镇 | **120** |\n| 西山乡 | 96 |",
        "乡镇 | 户数\n--- | ---\n东川镇 | 120\n西山乡 | 96",
        "<table><tr><td>乡镇</td><td>户数</td></tr>\n<tr><td>东川镇</td><td>120</td></tr>\n"
        "<tr><td>西山乡</td><td>96</td></tr></table>",
        "乡镇\t户数\n东川镇\t120\n西山乡\t96",
        "┌──┬──┐\n│乡镇│户数│\n├──┼──┤\n│东川镇│120│\n│西山乡│96 │\n└──┴──┘",
        "+----+----+\n| 乡镇 | 户数 |\n+----+----+\n| 东川镇 | 120 |\n| 西山乡 | 96 |\n+----+----+",
    ],
)
def test_tables(table: str) -> None:
    document = read(f"见下表：\n{table}\n此复。")
    assert cells(document) == [["乡镇", "户数"], ["东川镇", "120"], ["西山乡", "96"]]
    assert document.pages[0].grids[0].after == 1
    assert texts(document) == ["见下表：", "此复。"]


@pytest.mark.parametrize("line", ["承办人：方舟\t联系电话：0999-5550123", "\t\t云陵市水利局", "甲\t乙"])
def test_a_line_with_tabs_is_no_table(line: str) -> None:
    document = read(f"{line}\n此复。")
    assert document.pages[0].grids == ()
    assert texts(document) == [line, "此复。"]


def test_comments_of_markup_are_dropped() -> None:
    document = read("# 答复\n<!-- 第2页 -->\n正文。")
    assert [(each.raw, each.reason) for each in document.dropped] == [("第2页", "comment")]

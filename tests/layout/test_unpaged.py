"""Carriers without pages: the same letter, typed and marked up in many ways, has one text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.read.built_docx import abstract, docx, level, num, numbered, p, row, run, table

from dafu.layout import compose
from dafu.layout.model import LetterText
from dafu.lexicon import load_lexicon
from dafu.read import read
from dafu.settings import Settings
from dafu.text import cells

LEXICON = load_lexicon()
CITY = """是否同意公开：（是）
办理结果：（B）
望川区交通运输局
望交函〔2024〕12号
关于望川区政协四届三次会议第0037号提案的答复
民盟望川区支部：
贵支部提出的《关于优化公交线网方便群众出行的提案》收悉。经商区住建局、区公安分局，现答复如下：
一、基本情况
目前，全区共有公交线路36条，运营里程412.6公里，公交车285辆，其中新能源车230辆，占80.7%。
二、工作开展情况
（一）优化线网。2023年新辟线路3条，调整线路7条，日均客流由4.2万人次增加到5.1万人次。
（二）完善设施。新建港湾式站台24座，改造候车亭60个，总投资860万元。
1.在青石路、云山路等路段设置公交专用道5.3公里。
2.在学校、医院周边增设站点11处。
三、下一步打算
一是2024年底前再开通2条微循环公交。二是推广“公交+地铁”换乘优惠。三是加强与智慧公交App（WangChuan Bus）的衔接，提升服务水平。
感谢贵支部对交通运输工作的关心和支持。
望川区交通运输局
2024年6月18日
联系人：李木 联系电话：0999-5550187
抄送：区政协提案委，区政府督查室。"""
COUNTY = """关于县十八届人大二次会议第64号建议的答复
方小舟代表：
你提出的“关于维修东川村至西山村道路的建议”收悉，现答复如下：
该路段全长3.6公里，路面宽4.5米，2009年修建，破损严重。我局已将该路段列入2024年农村公路养护计划上报市交通运输局，待资金下达后及时组织实施，争取早日解决群众出行问题。
感谢您对交通工作的关心和支持！
青禾县交通运输局
2023年8月8日"""
LETTERS = [pytest.param(CITY, 6, id="city"), pytest.param(COUNTY, 2, id="county")]
"""With the number of lines above the first sentence."""
NONE = '<w:suff w:val="nothing"/>'
NUMBERING = abstract(
    1,
    level(0, "chineseCountingThousand", "%1、", NONE),
    level(1, "chineseCountingThousand", "（%2）", NONE),
    level(2, "decimal", "%3."),
) + num(1, 1)


def laid_out(data: bytes | str, folder: Path) -> LetterText:
    path = folder / "函"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (letter,) = compose(read(path, Settings()), LEXICON)
    return letter


def wrapped(text: str, width: int, *, indent: str = "") -> list[str]:
    """A paragraph broken as people do: numbers and Latin words whole, punctuation hanging over the edge."""
    lines, line = [], indent
    for word in re.findall(r"[A-Za-z0-9.%+-]+|.", text):
        if cells(line + word) > width and word not in "，。、；：？！）》”":
            lines.append(line)
            line = ""
        line += word
    return [*lines, line]


@pytest.mark.parametrize(("letter", "head"), LETTERS)
@pytest.mark.parametrize("width", range(26, 42, 2))
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_wrapped_by_hand_with_indents(
    letter: str, head: int, width: int, end: str, tmp_path: Path
) -> None:
    lines = [
        line
        for at, text in enumerate(letter.split("\n"))
        for line in (wrapped(text, width, indent="　　") if at >= head else [text])
    ]
    assert laid_out(end.join(lines), tmp_path).text == letter


@pytest.mark.parametrize(("letter", "head"), LETTERS)
@pytest.mark.parametrize("width", range(26, 42, 2))
def test_text_wrapped_by_hand_with_blank_lines(letter: str, head: int, width: int, tmp_path: Path) -> None:
    del head
    paragraphs = ["\n".join(wrapped(text, width)) for text in letter.split("\n")]
    assert laid_out("\n\n".join(paragraphs), tmp_path).text == letter


@pytest.mark.parametrize(("letter", "head"), LETTERS)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n　　", "\n\n    "])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_one_paragraph_a_line(letter: str, head: int, between: str, encoding: str, tmp_path: Path) -> None:
    del head
    assert laid_out(letter.replace("\n", between).encode(encoding), tmp_path).text == letter


def in_markdown(letter: str) -> str:
    lines = []
    for line in letter.split("\n"):
        strong = re.sub(r"^(（.）[^。]*。)", r"**\1**", re.sub("([一二三]是)", r"**\1**", line))
        marks = "# " if line.startswith("关于") else "## " if re.match("[一二三]、", line) else ""
        lines.append(marks + strong)
    return "\n\n".join(lines)


@pytest.mark.parametrize(("letter", "head"), LETTERS)
def test_markdown(letter: str, head: int, tmp_path: Path) -> None:
    del head
    assert laid_out(in_markdown(letter), tmp_path).text == letter
    assert laid_out(f"```markdown\n{in_markdown(letter)}\n```", tmp_path).text == letter


@pytest.mark.parametrize(("letter", "head"), LETTERS)
@pytest.mark.parametrize(
    "between",
    ["</p><p>", "<br>", "<br/>\n&nbsp;&nbsp;&nbsp;&nbsp;", "<br>　　", "<br><br>", "</p>\n<p> </p>\n<p>"],
)
def test_pages(letter: str, head: int, between: str, tmp_path: Path) -> None:
    del head
    page = f"<html><body><a href=/>首页</a><div class=content><p>{letter}</p></div></body></html>"
    assert laid_out(page.replace("\n", between), tmp_path).text == letter


def test_line_ends_in_the_source_of_a_page_are_blanks(tmp_path: Path) -> None:
    inner = "".join("<p>\n" + "\n".join(wrapped(line, 40)) + "\n</p>" for line in CITY.split("\n"))
    assert laid_out(f"<html><body><div>{inner}</div></body></html>", tmp_path).text == CITY


def listed(line: str) -> str:
    """A paragraph that Word numbers, if the line begins with a number."""
    for at, marker in enumerate(("[一二三]、", "（[一二]）", r"\d\.")):
        if match := re.match(marker, line):
            return numbered(line[match.end() :], 1, at)
    return p(line)


@pytest.mark.parametrize(("letter", "head"), LETTERS)
def test_word_files(letter: str, head: int, tmp_path: Path) -> None:
    lines = letter.split("\n")
    broken = [part for line in lines for part in ("<w:r><w:br/></w:r>", run(line))][1:]
    indented = [part for line in lines[head:] for part in ("<w:r><w:br/></w:r>", run("　　" + line))][1:]
    for blocks in (
        [p(line) for line in lines],
        [p(*re.findall(".{1,3}", line)) for line in lines],
        [p(*broken)],
        [*map(p, lines[:head]), p(*indented)],
        [listed(line) for line in lines],
    ):
        assert laid_out(docx(*blocks, numbering=NUMBERING), tmp_path).text == letter


def test_page_numbers_left_in_the_text_go_and_what_they_cut_is_joined(tmp_path: Path) -> None:
    head = COUNTY.partition("该")[0]
    sentence = "该路段全长3.6公里，破损严重，我局已将其列入养护计划，待资金下达后及时组织实施。"
    marked = f"{head}{sentence[:20]}\n\n— 1 —\n\n{sentence[20:]}\n\n2023年8月8日\n\n— 2 —\n"
    wanted = f"{head}{sentence}\n2023年8月8日"
    letter = laid_out(marked, tmp_path)
    assert letter.text == wanted
    assert [(gone.raw, gone.reason) for gone in letter.removed] == [
        ("— 1 —", "page_number"),
        ("— 2 —", "page_number"),
    ]
    blocks = [p(line) for line in marked.split("\n") if line]
    assert laid_out(docx(*blocks), tmp_path).text == wanted


TABLE = "见下表：\n乡镇\t户数\n东川镇\t120\n西山乡\t96\n其余乡镇另行安排。"


@pytest.mark.parametrize(
    "data",
    [
        COUNTY + "\n" + TABLE,
        f"{COUNTY}\n见下表：\n\n|乡镇|户数|\n|-|-|\n|东川镇|120|\n|西山乡|96|\n\n其余乡镇另行安排。",
        "<html><body><p>"
        + COUNTY.replace("\n", "</p><p>")
        + "</p><p>见下表：<table><tr><td>乡镇<td>户数<tr><td>东川镇<td>120<tr><td>西山乡<td>96</table>"
        "<p>其余乡镇另行安排。",
        docx(
            *map(p, COUNTY.split("\n")),
            "见下表：",
            table(row("乡镇", "户数"), row("东川镇", "120"), row("西山乡", "96")),
            "其余乡镇另行安排。",
        ),
        "\n".join(line for text in COUNTY.split("\n") for line in wrapped(text, 28)) + "\n" + TABLE,
    ],
    ids=["tabs", "Markdown", "HTML", "DOCX", "tabs in wrapped text"],
)
def test_tables_are_rows_of_cells(data: str | bytes, tmp_path: Path) -> None:
    letter = laid_out(data, tmp_path)
    assert letter.text == f"{COUNTY}\n{TABLE}"
    (found,) = letter.tables
    assert letter.text[slice(*found.span)] == "乡镇\t户数\n东川镇\t120\n西山乡\t96"


def test_every_line_says_where_it_stands(tmp_path: Path) -> None:
    for data in (CITY, in_markdown(CITY), docx(*map(p, CITY.split("\n")))):
        letter = laid_out(data, tmp_path)
        assert all(line.at and line.page is None for line in letter.lines)
        covered = "".join(letter.text[slice(*line.span)] for line in letter.lines)
        assert covered == letter.text.replace("\n", "")


def test_a_bullet_begins_a_paragraph_though_the_line_above_is_full(tmp_path: Path) -> None:
    wrapped = "\n".join(
        (
            "关于县政协五届二次会议第62号提案的答复",
            "林之远委员：",
            "您提出的《关于修水库的提案》收悉，现答复如下：",
            "近年来，我局主要做了以下工作，全县各类水库的安全运行得到有",
            "效保障，群众满意度不断提升，具体情况如下：",
            "●加强排查。对全县36座水库逐一开展排查，共排查各类安全隐患",
            "120处，均已建立台账并落实责任单位和责任人员进行整改并完成。",
            "●强化整改。完成整改108处，整改率达到百分之九十，其余部分正",
            "在按照计划有序推进整改。",
            "青禾县水利局",
            "2024年3月1日",
        )
    )
    letter = laid_out(wrapped, tmp_path)
    assert [line[:5] for line in letter.text.split("\n") if line.startswith("●")] == [
        "●加强排查",
        "●强化整改",
    ]

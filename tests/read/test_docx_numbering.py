"""The numbers that Word generates: counted as Word counts them, printed in the forms that letters use."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.built_docx import STYLES, abstract, docx, level, num, numbered, p

from dafu.read.docx import read_docx
from dafu.read.docx_numerals import numeral
from dafu.settings import Settings

NONE = '<w:suff w:val="nothing"/>'
OFFICIAL = abstract(
    1,
    level(0, "chineseCountingThousand", "%1、", NONE),
    level(1, "chineseCountingThousand", "（%2）", NONE),
    level(2, "decimal", "%3.", NONE),
    level(3, "decimal", "（%4）", NONE),
    level(4, "decimalEnclosedCircleChinese", "%5", NONE),
)


def labels(*blocks: str, numbering: str, styles: str = STYLES) -> list[str]:
    """What stands before 、the word 项 in each paragraph."""
    data = docx(*blocks, numbering=numbering, styles=styles)
    document = read_docx(data, file_name="函.docx", settings=Settings())
    return [run.text.removesuffix("项") for run in document.pages[0].runs]


def counted(*levels: int, list_id: int = 1) -> list[str]:
    return [numbered("项", list_id, at) for at in levels]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "chineseCountingThousand", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (7, "japaneseCounting", "七"),
        (12, "taiwaneseCountingThousand", "十二"),
        (10, "ideographDigital", "一〇"),
        (12, "decimal", "12"),
        (12, "decimalFullWidth", "１２"),
        (3, "decimalEnclosedCircle", "③"),
        (20, "decimalEnclosedCircleChinese", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "decimalEnclosedParen", "⑵"),
        (2, "decimalEnclosedFullstop", "⒉"),
        (3, "ideographEnclosedCircle", "㊂"),
        (4, "ideographParenthesis", "㈣"),
        (2, "ideographTraditional", "乙"),
        (11, "ideographTraditional", "甲"),
        (3, "ideographZodiac", "寅"),
        (3, "chineseLegalSimplified", "叁"),
        (12, "ideographLegalTraditional", "壹拾貳"),
        (7, "decimalZero", "07"),
        (28, "upperLetter", "BB"),
        (3, "lowerLetter", "c"),
        (14, "upperRoman", "XIV"),
        (4, "lowerRoman", "iv"),
        (4, "none", ""),
        (4, "hebrew1", "4"),
    ],
)
def test_forms(number: int, form: str, printed: str) -> None:
    assert numeral(number, form) == printed


@settings(deadline=None)
@given(
    st.integers(0, 10**6),
    st.sampled_from(["chineseCounting", "upperRoman", "lowerLetter", "decimalEnclosedCircle"]),
)
def test_every_counter_is_printed(number: int, form: str) -> None:
    assert numeral(number, form) or number == 0


def test_levels_restart_below_a_higher_one() -> None:
    found = labels(*counted(0, 1, 1, 2, 2, 0, 1, 2, 3, 4, 4, 3), numbering=OFFICIAL + num(1, 1))
    assert found == [
        "一、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "二、",
        "（一）",
        "1.",
        "（1）",
        "①",
        "②",
        "（2）",
    ]


def test_paragraphs_between_do_not_count() -> None:
    blocks = [numbered("项", 1), p("其他。"), p(""), numbered("项", 1)]
    assert labels(*blocks, numbering=OFFICIAL + num(1, 1)) == ["一、", "其他。", "二、"]


def test_a_level_that_starts_without_those_above_takes_their_start() -> None:
    numbering = abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", NONE)) + num(1, 1)
    assert labels(*counted(1, 1), numbering=numbering) == ["1.1", "1.2"]


def test_legal_numbering_prints_all_places_in_digits() -> None:
    numbering = abstract(
        1, level(0, "chineseCounting", "%1、", NONE), level(1, "decimal", "%1.%2", "<w:isLgl/>" + NONE)
    ) + num(1, 1)
    assert labels(*counted(0, 1, 1), numbering=numbering) == ["一、", "1.1", "1.2"]


def test_lists_of_one_abstract_go_on_unless_one_sets_its_start() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = OFFICIAL + num(1, 1) + num(2, 1) + num(3, 1, override)
    blocks = counted(0, 0) + counted(0, list_id=2) + counted(0, 0, list_id=3)
    assert labels(*blocks, numbering=numbering) == ["一、", "二、", "三、", "一、", "二、"]


def test_a_list_may_change_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1）", NONE, start=5)}</w:lvlOverride>'
    assert labels(*counted(0, 0), numbering=OFFICIAL + num(1, 1, override)) == ["5）", "6）"]


def test_a_level_that_never_restarts() -> None:
    numbering = abstract(
        1, level(0, "decimal", "%1.", NONE), level(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>' + NONE)
    ) + num(1, 1)
    assert labels(*counted(0, 1, 0, 1), numbering=numbering) == ["1.", "（1）", "2.", "（2）"]


def test_a_start_other_than_one() -> None:
    numbering = abstract(1, level(0, "chineseCounting", "%1、", NONE, start=3)) + num(1, 1)
    assert labels(*counted(0, 0), numbering=numbering) == ["三、", "四、"]


def test_lists_by_style() -> None:
    linked = level(0, "chineseCounting", "%1、", '<w:pStyle w:val="t1"/>' + NONE) + level(
        1, "chineseCounting", "（%2）", '<w:pStyle w:val="t2"/>' + NONE
    )
    styles = STYLES + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="a"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for name in ("t1", "t2")
    )
    blocks = [p("项", style=style) for style in ("t1", "t2", "t2", "t1", "t2")]
    found = labels(*blocks, numbering=abstract(1, linked) + num(1, 1), styles=styles)
    assert found == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_a_paragraph_may_leave_its_styles_list() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="t1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    blocks = [p("项", style="t1"), p("项", style="t1", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')]
    assert labels(*blocks, numbering=OFFICIAL + num(1, 1), styles=styles) == ["一、", ""]


def test_an_abstract_list_by_the_style_of_another() -> None:
    numbering = (
        abstract(1, level(0, "chineseCounting", "%1、", NONE), more='<w:styleLink w:val="公文"/>')
        + abstract(2, more='<w:numStyleLink w:val="公文"/>')
        + num(1, 2)
    )
    assert labels(*counted(0, 0), numbering=numbering) == ["一、", "二、"]


@pytest.mark.parametrize(("suffix", "blank"), [("nothing", ""), ("space", " "), ("tab", " ")])
def test_what_stands_behind_the_number(suffix: str, blank: str) -> None:
    numbering = abstract(1, level(0, "decimal", "%1.", f'<w:suff w:val="{suffix}"/>')) + num(1, 1)
    assert labels(*counted(0), numbering=numbering) == ["1." + blank]


def test_bullets_of_symbol_fonts() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    numbering = abstract(1, level(0, "bullet", "\uf06c", NONE + fonts)) + num(1, 1)
    assert labels(*counted(0), numbering=numbering) == ["●"]


@pytest.mark.parametrize(("list_id", "at"), [(9, 0), (1, 8), (1, -3), (1, 99)])
def test_a_list_or_level_that_does_not_exist_prints_nothing(list_id: int, at: int) -> None:
    assert labels(numbered("项", list_id, at), numbering=OFFICIAL + num(1, 1)) == [""]

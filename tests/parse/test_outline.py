"""What holds for every outline, whatever a letter is made of; and the outline of the letter in shared/."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.letters import letter_from, letter_of, lexicon
from tests.parse.marked import marked

from dafu.layout.model import LetterText
from dafu.parse.outline.sections import find_sections
from dafu.records import Section

SHARED = Path(os.environ.get("DAFU_SHARED", Path(__file__).parents[2] / "../shared"))
WORDS = (
    "一、", "二、", "三、", "（一）", "(二)", "1.", "2.", "１．", "（1）", "①", "②", "一是", "二是", "三是", "一要", "第一，", "第二，",
    "首先，", "其次，", "最后，", "其一，", "一方面，", "另一方面，", "在资金方面，", "在人才方面，", "第一部分", "三、四年级", "3.06万", "●", "——", "a.", "b)", "1.1", "1.2", "1.1.1", "2.1倍", "统一是",
    "下一步，", "今后，", "关于修路的建议。", "基本情况", "存在问题", "现答复如下：", "感谢您的关心。", "已完成", "我局将", "加强领导。", "投入20万元；",
    "由于资金不足，暂无法实施。", "附件：", "2023年7月1日", "青禾县水利局", "\n", "\n", "。", "，", "：", "\t", "",
)  # fmt: skip
ZONES = "htabsxi"


def _check(letter: LetterText, sections: tuple[Section, ...]) -> None:
    text = letter.text
    assert "".join(text[slice(*section.own_span)] for section in sections) == text
    seen: dict[str, Section] = {}
    for section in sections:
        assert section.span[0] == section.own_span[0] < section.own_span[1] <= section.span[1]
        if section.marker is not None:
            assert text.startswith(section.marker, section.own_span[0])
        if section.heading is not None:
            assert section.heading in text[slice(*section.own_span)]
        if section.parent is not None:
            above = seen[section.parent]
            assert above.span[0] <= section.span[0]
            assert section.span[1] <= above.span[1]
        seen[section.id] = section
    assert [section.id for section in sections] == [f"s{at + 1}" for at in range(len(sections))]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_own_texts_tile_the_letter_and_spans_nest(words: list[str]) -> None:
    letter = letter_from("关于第62号提案的答复\n林之远委员：\n" + "".join(words))
    _check(letter, find_sections(letter, lexicon()))


@given(
    st.lists(
        st.tuples(st.sampled_from(ZONES), st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)),
        min_size=1,
        max_size=12,
    )
)
def test_zones_in_any_order(paragraphs: list[tuple[str, list[str]]]) -> None:
    lines = [f"{zone} {''.join(words).replace(chr(10), '') or '空'}" for zone, words in paragraphs]
    letter = marked("\n".join(lines))
    _check(letter, find_sections(letter, lexicon()))


@given(st.text(alphabet="一二三四五、（）().1①●-ab是方面，。：\n下一步感谢将已 ", max_size=120))
def test_any_text_has_an_outline(text: str) -> None:
    letter = letter_from(f"林之远委员：\n{text}")
    _check(letter, find_sections(letter, lexicon()))


def test_a_letter_without_text_has_no_section() -> None:
    assert find_sections(letter_of(()), lexicon()) == ()


def test_the_opening_holds_all_above_the_answer() -> None:
    letter = letter_from("""
        公开（是）
        青水函〔2023〕5号
        关于市政协五届二次会议第62号提案的答复
        林之远委员：
        您提出的提案收悉，现答复如下：
        我们主要做了以下两个方面工作：
        一、修路
        修路20公里。
        二、修桥
        修桥3座。
    """)
    opening = find_sections(letter, lexicon())[0]
    assert (opening.level, opening.role, opening.own_span[0]) == (0, "opening", 0)
    assert letter.text[slice(*opening.own_span)].endswith("两个方面工作：\n")


def test_an_attachment_has_its_items_below_it() -> None:
    letter = marked("""
        b 现答复如下：
        b 一、修路
        b 已修路20公里。
        s 2023年7月1日
        x 附件1
        x 一、下一步任务
        x 1.修桥
        x 二、资金安排
        i 抄送：县政协提案委
    """)
    found = [
        (section.level, section.role, section.marker, section.parent)
        for section in find_sections(letter, lexicon())
    ]
    assert found[2:] == [
        (0, "closing", None, None),
        (0, "attachment", None, None),
        (1, "attachment", "一、", "s4"),
        (3, "attachment", "1.", "s5"),
        (1, "attachment", "二、", "s4"),
        (0, "closing", None, None),
    ]


def test_bold_lines_without_a_number_are_titles() -> None:
    letter = marked("""
        b 现答复如下：
        b 壮大主体
        b 培育企业20家。
        b 优化环境
        b 压缩时限50%。
    """)
    bold = tuple(
        type(paragraph)(span=paragraph.span, zone="body", bold=len(letter.raw(paragraph)) == 4)
        for paragraph in letter.paragraphs
    )
    titled = LetterText(**{name: getattr(letter, name) for name in letter.__slots__} | {"paragraphs": bold})
    assert [section.heading for section in find_sections(titled, lexicon())] == [None, "壮大主体", "优化环境"]


def test_the_letter_in_shared_agrees_with_its_gold() -> None:
    text, gold = (
        SHARED / "letters/linfen-2023-044.canonical.txt",
        SHARED / "letters/linfen-2023-044.gold.json",
    )
    if not gold.exists():
        pytest.skip("no letters in shared/")
    letter = letter_from(text.read_text(encoding="utf-8"))
    found = [
        (section.level, section.style, section.marker, section.heading, section.role)
        for section in find_sections(letter, lexicon())
    ]
    expected = [
        (section["level"], section["style"], section["marker"], section["heading"], section["role"])
        for section in json.loads(gold.read_text(encoding="utf-8"))["sections"]
    ]
    assert found == expected

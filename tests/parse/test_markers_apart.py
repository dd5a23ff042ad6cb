"""A marker with a point before a year: item 1, not the number 1.2025."""

from __future__ import annotations

import pytest
from tests.parse.letters import blocks_from, letter_of, lexicon

from dafu.fingerprint import producer_of
from dafu.layout.zones import assign_zones
from dafu.parse import parse_letter
from dafu.records import ReplyRecord
from dafu.settings import Settings

LETTER = """
    关于县政协十届二次会议第56号提案的答复

    郑小溪委员：
    您提出的《关于修缮校门的提案》收悉，现答复如下：
    一、已开展的工作
    {first}2023年，新建学校12所。
    {second}2024年，新增床位1.5万张。
    二、下一步工作
    {first}2025年6月底前完成校门改造30处。
    {second}2026年底前建成智慧校园50所。

    青禾县教育局
    2024年6月3日
"""


def _record(first: str, second: str) -> ReplyRecord:
    letter = letter_of(assign_zones(blocks_from(LETTER.format(first=first, second=second)), lexicon()))
    return parse_letter(letter, lexicon(), producer_of(lexicon().digest, Settings()))


@pytest.mark.parametrize(
    "markers",
    [("1.", "2."), ("1. ", "2. "), ("1．", "2．"), ("1、", "2、"), ("（1）", "（2）"), ("1.1 ", "1.2 ")],
)
def test_marker_is_no_part_of_the_year(markers: tuple[str, str]) -> None:
    record = _record(*markers)
    assert [period.end for period in record.periods] == ["2023", "2024", "2025-06", "2026"]
    assert [step.deadline and step.deadline.end for step in record.next_steps] == ["2025-06", "2026"]
    assert [figure.indicator for figure in record.figures] == [
        "新建学校",
        "新增床位",
        "完成校门改造",
        "建成智慧校园",
    ]
    assert [figure.value for figure in record.figures] == ["12", "15000", "30", "50"]
    for number in record.numbers:
        assert record.text[slice(*number.span)] == number.raw
        if number.raw in ("2023", "2024", "2025", "2026"):
            assert number.type == "date"

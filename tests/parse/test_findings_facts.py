"""The facts of a letter against each other."""

from __future__ import annotations

import pytest
from tests.parse.annotated import reading
from tests.parse.letters import lexicon

from dafu.parse.findings.facts import check_facts
from dafu.records.finding import Finding


def _codes(text: str) -> list[str]:
    return [finding.code for finding in _check(text)]


def _check(text: str) -> tuple[Finding, ...]:
    read = reading(text)
    return check_facts(read.text, read.figures, read.numbers, periods=read.periods, words=lexicon().items)


@pytest.mark.parametrize(
    "text",
    [
        "2022年，全县共有养老机构24家。\n2022年，全县共有养老机构24家。",
        "2021年，全县共有养老机构24家。2022年，全县共有养老机构26家。",
        "全县共有学校50所，其中小学30所，中学20所。",
        "全县共有学校50所以上，其中小学30所，中学25所。",
        "截至2022年，全市发放贷款近5亿元，青禾县发放贷款2亿元。",
        "2022年，全县接待游客近50万人次。",
        "2022年，全县投入资金1200万元建桥。2022年，全县投入资金800万元修渠。",
        "全县共有养老机构24家。全县共有养老机构26家。",
        "2019—2021年，全县教育支出分别为1.2亿元、1.45亿元和1.8亿元。",
    ],
)
def test_facts_that_agree(text: str) -> None:
    assert _codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2022年，全县共有养老机构24家。抓好管理，全县共有养老机构28家。",
        "截至2022年，全县共有养老机构24家。\n截至2022年，全县共有养老机构28家。",
    ],
)
def test_one_indicator_and_time_with_two_values(text: str) -> None:
    assert _codes(text) == ["fact_conflict"]


def test_parts_that_exceed_their_whole() -> None:
    (finding,) = _check("全县共有学校50所，其中小学30所，中学25所。")
    assert finding.code == "parts_exceed_whole"
    assert finding.related == ("f1", "f2", "f3")


def test_numbers_that_nothing_explains() -> None:
    assert _codes("详见材料 37 。") == ["unexplained_number"]

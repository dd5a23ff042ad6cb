"""Printed dates and their values; `None` marks a date that no calendar has, or one without a year."""

from __future__ import annotations

import pytest

from dafu.forms.dates import date_at, find_dates


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("青禾县水利局2023年7月1日", [("2023年7月1日", "2023-07-01")]),
        ("2023 年 7 月 1 日", [("2023 年 7 月 1 日", "2023-07-01")]),
        ("２０２３年１２月３１日", [("２０２３年１２月３１日", "2023-12-31")]),
        ("二〇二三年五月十二日", [("二〇二三年五月十二日", "2023-05-12")]),
        ("二○二三年五月三十日", [("二○二三年五月三十日", "2023-05-30")]),
        ("二零二三年十二月廿三日", [("二零二三年十二月廿三日", "2023-12-23")]),
        ("二OO八年十月十日", [("二OO八年十月十日", "2008-10-10")]),
        ("二0二三年三月三日", [("二0二三年三月三日", "2023-03-03")]),
        ("一九九八年七月", [("一九九八年七月", "1998-07")]),
        ("2023.5.12", [("2023.5.12", "2023-05-12")]),
        ("2023-05-12", [("2023-05-12", "2023-05-12")]),
        ("2023/5/12", [("2023/5/12", "2023-05-12")]),
        ("2023年5月", [("2023年5月", "2023-05")]),
        ("截至2023年5月份", [("2023年5月份", "2023-05")]),
        ("2023年底", [("2023年", "2023")]),
        ("2023年月日", [("2023年月日", "2023")]),
        ("2023年5月 日", [("2023年5月 日", "2023-05")]),
        ("到2008年9月31日前", [("2008年9月31日", None)]),
        ("2023年2月29日", [("2023年2月29日", None)]),
        ("2024年2月29日", [("2024年2月29日", "2024-02-29")]),
        ("2023年13月", [("2023年13月", None)]),
        ("于6月20日召开会议", [("6月20日", None)]),
        ("2022年3月1日至2023年5月2日", [("2022年3月1日", "2022-03-01"), ("2023年5月2日", "2023-05-02")]),
        ("第20180329号提案", []),
        ("0999-5550123", []),
        ("用时12个月", []),
        ("GB 50180-2018", []),
        ("版本2023.5.1.2", []),
    ],
)
def test_dates_of_a_sentence(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_dates(sentence)
    assert [(date.raw, date.iso) for date in found] == expected
    assert [sentence[slice(*date.span)] for date in found] == [date.raw for date in found]


@pytest.mark.parametrize(
    ("date", "possible"),
    [("9月31日", False), ("6月20日", True), ("2月29日", True), ("2023年2月29日", False), ("13月1日", False)],
)
def test_the_calendar_decides_what_is_possible(date: str, possible: bool) -> None:
    found = date_at(date)
    assert found is not None
    assert found.possible is possible


def test_a_date_is_read_where_it_begins() -> None:
    assert date_at("于2023年5月", 1) == find_dates("于2023年5月")[0]
    assert date_at("于2023年5月", 0) is None

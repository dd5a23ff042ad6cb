"""Counters as written, one a line, and what looks like one but is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dafu.forms.markers import marker_at


@pytest.mark.parametrize(
    ("text", "raw", "level", "ordinal"),
    [
        ("一、加强领导", "一、", 1, 1),
        ("一. 加强领导", "一.", 1, 1),
        ("一．加强领导", "一．", 1, 1),
        ("一，加强领导", "一，", 1, 1),
        ("一,加强领导", "一,", 1, 1),
        ("二丶加大投入", "二丶", 1, 2),
        ("三､强化监管", "三､", 1, 3),
        ("四 、强化监管", "四 、", 1, 4),
        ("十、其他", "十、", 1, 10),
        ("十一、其他", "十一、", 1, 11),
        ("二十、其他", "二十、", 1, 20),
        ("二十一、其他", "二十一、", 1, 21),
        ("壹、概况", "壹、", 1, 1),
        ("（一）加强领导", "（一）", 2, 1),
        ("(二)加强领导", "(二)", 2, 2),
        ("（三）、加强领导", "（三）、", 2, 3),
        ("〔四〕加强领导", "〔四〕", 2, 4),
        ("[五]加强领导", "[五]", 2, 5),
        ("【六】加强领导", "【六】", 2, 6),
        ("﹙七﹚加强领导", "﹙七﹚", 2, 7),
        ("㈠加强领导", "㈠", 2, 1),
        ("㈢、加强领导", "㈢、", 2, 3),
        ("一）加强领导", "一）", 2, 1),
        ("（十一）加强领导", "（十一）", 2, 11),
        ("1.加强领导", "1.", 3, 1),
        ("1．加强领导", "1．", 3, 1),
        ("2、加强领导", "2、", 3, 2),
        ("2，加强领导", "2，", 3, 2),
        ("１２．加强领导", "１２．", 3, 12),
        ("⒊加强领导", "⒊", 3, 3),
        ("3)加强领导", "3)", 3, 3),
        ("3）加强领导", "3）", 3, 3),
        ("1.2016年10月，启动规划", "1.", 3, 1),
        ("2.5G网络全覆盖", "2.", 3, 2),
        ("3.12345热线办理", "3.", 3, 3),
        ("（1）加强领导", "（1）", 4, 1),
        ("( 2 )加强领导", "( 2 )", 4, 2),
        ("⑶加强领导", "⑶", 4, 3),
        ("①加强领导", "①", 5, 1),
        ("⑳加强领导", "⑳", 5, 20),
        ("❷加强领导", "❷", 5, 2),
        ("第一部分 工作情况", "第一部分", 0, 1),
        ("第二章工作情况", "第二章", 0, 2),
        ("Ⅱ、分类处置", "Ⅱ、", 1, 2),
    ],
)
def test_counters(text: str, raw: str, level: int, ordinal: int) -> None:
    marker = marker_at(text)
    assert marker is not None
    assert (marker.raw, marker.level, marker.ordinal) == (raw, level, ordinal)
    assert text[: marker.end].rstrip() == raw


@pytest.mark.parametrize(
    "text",
    [
        "3.06万平方米", "2.6亿元专项资金", "1,200户", "2023.5.1起执行", "0999-5550123", "五一、十一期间", "三五、八九个",
        "一是加强领导", "第一，加强领导", "一流环境", "2023年", "12345热线", "十分重视", "100、其他", "一", "1", "（）", "（甲）", "",
    ],
)  # fmt: skip
def test_what_is_no_counter(text: str) -> None:
    assert marker_at(text) is None


@given(st.text(alphabet="一二三十百壹0１2．.、，,（()）第部分章①⑴㈠ \n万", max_size=8))
def test_a_counter_slices_back_and_counts(text: str) -> None:
    marker = marker_at(text)
    if marker is not None:
        assert text.startswith(marker.raw)
        assert len(marker.raw) <= marker.end <= len(text)
        assert marker.ordinal >= 1


@given(st.text(alphabet="修路", max_size=4))
def test_a_counter_is_found_where_one_stands(before: str) -> None:
    marker = marker_at(f"{before}（一）修桥", len(before))
    assert marker is not None
    assert marker.end == len(before) + 3

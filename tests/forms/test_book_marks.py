"""Titles between 《》, nested, doubled, unclosed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dafu.forms.book_marks import marked_titles
from dafu.forms.wording import any_of, branched


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("出台《甲办法》《乙方案》。", ["甲办法", "乙方案"]),
        ("《关于印发〈甲方案〉的通知》", ["关于印发〈甲方案〉的通知"]),
        ("《关于转发《甲方案》的通知》和《乙》", ["关于转发《甲方案》的通知", "乙"]),
        ("《关于转发《甲方案的通知》。", ["关于转发《甲方案的通知"]),
        ("《《甲方案》。", ["甲方案"]),
        ("≪甲方案≫。", ["甲方案"]),
        ("《甲，乙规划》，明确", ["甲，乙规划"]),
        ("《甲规划，明确要求。", ["甲规划"]),
        ("《甲规划\n《乙规划》", ["甲规划", "乙规划"]),
        ("没有书名。", []),
    ],
)
def test_titles_of_a_text(text: str, titles: list[str]) -> None:
    assert [text[slice(*title.inner)] for title in marked_titles(text)] == titles


@pytest.mark.parametrize(("text", "closed"), [("《甲》", True), ("《甲。", False)])
def test_whether_the_closing_mark_is_printed(text: str, closed: bool) -> None:
    assert [title.closed for title in marked_titles(text)] == [closed]


@given(st.text("《》≪≫〈甲，。\n", max_size=24))
def test_titles_do_not_overlap_and_lie_in_the_text(text: str) -> None:
    end = 0
    for title in marked_titles(text):
        assert end <= title.start < title.inner[0] <= title.inner[1] <= title.end <= len(text)
        end = title.end


@given(
    st.lists(st.text("甲乙丙.", min_size=1, max_size=4), min_size=1, max_size=8, unique=True),
    st.text("甲乙丙.丁", max_size=12),
)
def test_a_branched_pattern_finds_what_the_plain_one_finds(words: list[str], text: str) -> None:
    plain, fast = re.compile(any_of(tuple(words))), re.compile(branched(tuple(words)))
    assert [match.span() for match in fast.finditer(text)] == [match.span() for match in plain.finditer(text)]

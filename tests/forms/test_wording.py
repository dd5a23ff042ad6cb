"""From words to patterns."""

from __future__ import annotations

import re

import pytest

from dafu.forms.wording import any_frame, any_of


def test_the_longest_word_wins() -> None:
    assert re.findall(any_of(("下一步", "下"), ("下一步工作",)), "下一步工作，下") == ["下一步工作", "下"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("待资金到位后，开工", ["待资金到位后"]),
        ("待资金到位，以后开工", []),
        ("待后", ["待后"]),
        ("条件成熟", ["条件成熟"]),
    ],
)
def test_a_slot_stays_in_its_clause(text: str, found: list[str]) -> None:
    assert re.findall(any_frame(("待…后", "条件成熟")), text) == found

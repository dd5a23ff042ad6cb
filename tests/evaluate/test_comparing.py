import pytest

from dafu.evaluate.comparing import (
    Value,
    dice,
    name_key,
    near,
    outcome_of,
    printed,
    same,
    same_folded,
    similar,
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("高新企业", "高新企业", 1.0),
        ("高新企业", "高新企业数", 6 / 7),  # 3 of 3 and 3 of 4 bigrams
        ("省级企业", "企业", 2 / 4),
        ("在孵企业", "培育企业数", 2 / 7),
        ("人人人", "人人", 2 / 3),  # a bigram that stands twice counts twice
        ("路", "路", 1.0),
        ("路", "桥", 0.0),
        ("路", "道路", 0.0),
    ],
)
def test_dice_of_bigrams(one: str, other: str, expected: float) -> None:
    assert dice(one, other) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("gold", "found", "agree", "expected"),
    [
        (None, None, same, "empty"),
        (None, "家", same, "extra"),
        ("家", None, same, "missed"),
        ("家", "家", same, "right"),
        ("家", "个", same, "wrong"),
        ("（一）", "(一)", same, "wrong"),
        ("（一）", "( 一 )", same_folded, "right"),
        (("云陵市水利局", "青禾县"), ("云陵市 水利局", "青禾县"), same_folded, "right"),
        ("省级企业", "企业", similar, "right"),  # a Dice of exactly 0.5
        ("省级企业", "企业数", similar, "wrong"),
        (3, 4, near, "right"),
        (3, 5, near, "wrong"),
        (0, None, near, "missed"),
    ],
)
def test_outcome(gold: Value, found: Value, agree: object, expected: str) -> None:
    assert outcome_of(gold, found, agree) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    [
        "云陵市“强基”方案（试行）",
        "《云陵市“强基”方案(试行)》",
        "云陵市 强基 方案（试行）",
        '云陵市"强基"方案（试行）',
    ],
)
def test_quotes_and_title_marks_are_folded_in_names(written: str) -> None:
    assert name_key(written) == "云陵市强基方案(试行)"


def test_values_print_as_a_person_reads_them() -> None:
    assert printed(("2024", None)) == "2024、–"
    assert printed(None) is None
    assert printed(3) == "3"

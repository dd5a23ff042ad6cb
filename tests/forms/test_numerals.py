"""Numerals and what they are worth, in every notation and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dafu.forms.number_runs import number_runs
from dafu.forms.number_values import adjacent_range, decimal_string, narrowed, number_value
from dafu.forms.numerals import counter_value

_HAN = "零一二三四五六七八九"
_UP_TO = 10**12


def spoken(number: int) -> str:
    """A whole number as it is written in Chinese: 10203 → 一万零二百零三."""
    if number == 0:
        return "零"
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            head, rest = divmod(number, size)
            gap = "零" if rest and rest < size // 10 else ""
            return f"{spoken(head)}{name}{gap}{spoken(rest) if rest else ''}"
    written, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            written += ("零" if gap and written else "") + _HAN[digit] + name
        gap = digit == 0
    return written


def mixed(number: int) -> str:
    """Arabic digits with 亿 and 万 between: 3万5000."""
    parts = ""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        head, number = divmod(number, size)
        if head:
            parts += f"{head}{name}"
    return parts + (f"零{number}" if parts and number else str(number) if number or not parts else "")


@given(st.integers(0, _UP_TO))
def test_every_integer_reads_back_from_chinese(number: int) -> None:
    assert number_value(spoken(number)) == number


@given(st.integers(0, _UP_TO))
def test_every_integer_reads_back_from_arabic_plain_and_grouped(number: int) -> None:
    assert number_value(str(number)) == number
    assert number_value(f"{number:,}") == number


@given(st.integers(0, _UP_TO))
def test_every_integer_reads_back_from_mixed_notation(number: int) -> None:
    assert number_value(mixed(number)) == number


@given(st.integers(0, _UP_TO))
def test_full_width_digits_are_worth_the_same(number: int) -> None:
    wide = str(number).translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)})
    assert number_value(narrowed(wide)) == number
    assert len(narrowed(wide)) == len(wide)


@given(st.decimals(0, 10**6, places=2), st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_decimals_take_their_multiplier(number: Decimal, multiplier: tuple[str, int]) -> None:
    assert number_value(f"{number}{multiplier[0]}") == number * multiplier[1]


@given(st.integers(1, 9999))
def test_digit_by_digit_years_read_back(number: int) -> None:
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in f"{number:04}")
    assert number_value(digits) == number == counter_value(digits)


@given(st.decimals(-(10**9), 10**9, places=3))
def test_decimal_strings_have_no_exponent_and_no_idle_zeros(value: Decimal) -> None:
    spelled = decimal_string(value)
    assert Decimal(spelled) == value
    assert "E" not in spelled
    assert "." not in spelled or spelled[-1] not in "0."


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("二百零三", "203"), ("两千", "2000"), ("廿三", "23"), ("卅", "30"), ("二〇二三", "2023"), ("二○二三", "2023"),
        ("3万5千", "35000"), ("1千8百万", "18000000"), ("1.2亿", "120000000"), ("4.78万亿", "4780000000000"),
        ("三万五", "35000"), ("13万2", "132000"), ("三百一", "310"), ("一千零四", "1004"), ("壹佰贰拾叁", "123"),
        ("1 122", "1122"), ("1,122.5", "1122.5"), ("八点五", "8.5"), ("四万万", "400000000"), ("0.05", "0.05"),
        ("二十五", "25"), ("十万", "100000"), ("3千万", "30000000"), ("044", "44"),
    ],
)  # fmt: skip
def test_notations(raw: str, value: str) -> None:
    assert number_value(raw) == Decimal(value)


@pytest.mark.parametrize("raw", ["百十一", "十一十二", "五届", "一,2", "", "点五"])
def test_what_is_no_numeral_has_no_value(raw: str) -> None:
    assert number_value(raw) is None


@pytest.mark.parametrize(
    ("raw", "low", "high"),
    [
        ("三五", 3, 5),
        ("二三十", 20, 30),
        ("三四百", 300, 400),
        ("十七八", 17, 18),
        ("一二百万", 1_000_000, 2_000_000),
    ],
)
def test_two_digits_side_by_side_are_a_range(raw: str, low: int, high: int) -> None:
    assert adjacent_range(raw) == (low, high)


@pytest.mark.parametrize("raw", ["二十", "三一", "二〇", "一百二十三"])
def test_other_numerals_are_no_range(raw: str) -> None:
    assert adjacent_range(raw) is None


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("3.06万平方米", ["3.06万"]), ("1,122家", ["1,122"]), ("80千瓦", ["80"]), ("百姓千家", []), ("三五年", ["三五"]),
        ("2022年12月", ["2022", "12"]), ("统一、一致", ["一", "一"]), ("○○○委员", []), ("Ⅲ类水质", ["Ⅲ"]), ("①建设", ["①"]),
        ("二〇二三年", ["二〇二三"]), ("百分之三十", ["三十"]), ("三分之一", ["三", "一"]), ("两亿元", ["两亿"]),
    ],
)  # fmt: skip
def test_runs(text: str, runs: list[str]) -> None:
    assert [text[start:end] for start, end in number_runs(text)] == runs

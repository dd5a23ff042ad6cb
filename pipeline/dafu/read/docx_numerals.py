"""The number formats of Word's lists (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(number: int, form: str) -> str:
    """A counter as Word prints it; decimal for forms of other scripts.

    `numeral(12, "chineseCountingThousand") == "十二"`, `numeral(3, "decimalEnclosedCircle") == "③"`.
    """
    if number < 0:
        return str(number)
    return _forms().get(form, str)(number)


@cache
def _forms() -> dict[str, Callable[[int], str]]:
    counting = dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "japaneseDigitalTenThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting"), _counting)  # fmt: skip
    digital = dict.fromkeys(("ideographDigital", "taiwaneseDigital"), _digital)
    circled = dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _series("①", 20))
    return {
        **counting,
        **digital,
        **circled,
        "decimalEnclosedParen": _series("⑴", 20),
        "decimalEnclosedFullstop": _series("⒈", 20),
        "ideographEnclosedCircle": _series("㊀", 10),
        "ideographParenthesis": _series("㈠", 10),
        "chineseLegalSimplified": lambda number: _counting(number, _LEGAL, "拾佰仟萬"),
        "ideographLegalTraditional": lambda number: _counting(number, _LEGAL_TRADITIONAL, "拾佰仟萬"),
        "japaneseLegal": lambda number: _counting(number, _LEGAL_TRADITIONAL, "拾佰仟萬"),
        "ideographTraditional": lambda number: _of(_STEMS, number),
        "ideographZodiac": lambda number: _of(_BRANCHES, number),
        "decimalFullWidth": _wide,
        "decimalFullWidth2": _wide,
        "decimalZero": lambda number: f"{number:02d}",
        "upperLetter": lambda number: _letters(number).upper(),
        "lowerLetter": _letters,
        "upperRoman": lambda number: _roman(number).upper(),
        "lowerRoman": _roman,
        "none": lambda _: "",
    }


def _counting(number: int, digits: str = _HAN, units: str = "十百千万") -> str:
    """一, 十, 十二, 二十, 一百零五; Word leaves out the 一 of 十 only in the numbers 10 to 19."""
    if number == 0:
        return digits[0]
    if number >= 10_000:
        return str(number)
    zero = "零" if digits is _HAN else digits[0]
    written, skipped = "", False
    for place, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit = number // place % 10
        if digit == 0:
            skipped = bool(written)
            continue
        written += (zero if skipped else "") + digits[digit] + unit
        skipped = False
    return written[1:] if digits is _HAN and 10 <= number < 20 else written


def _digital(number: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(number))


def _series(first: str, count: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= count else str(number)


def _of(cycle: str, number: int) -> str:
    return cycle[(number - 1) % len(cycle)] if number else ""


def _wide(number: int) -> str:
    return "".join(chr(ord("\uff10") + int(digit)) for digit in str(number))


def _letters(number: int) -> str:
    """a … z, aa, bb: Word repeats the letter."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30) if number else ""


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written

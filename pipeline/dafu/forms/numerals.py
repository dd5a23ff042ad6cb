"""Chinese counters: the small numerals of headings, sessions and dates."""

from __future__ import annotations

import unicodedata

_DIGITS = {char: value for value, chars in enumerate(
    ("〇○零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
) for char in chars}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
COUNTER = "〇○零一二三四五六七八九十百千廿卅两壹贰叁肆伍陆柒捌玖拾佰仟"
"""Characters that a Chinese counter may hold."""


def counter_value(raw: str) -> int | None:
    """Value of a counter below 10,000: `十二`, `二〇二三`, `廿三`, `044`, `１２`; `None` if it is none."""
    digits = unicodedata.normalize("NFKC", raw.strip())
    if digits.isascii():
        return int(digits) if digits.isdigit() else None
    expanded = digits.replace("廿", "二十").replace("卅", "三十")
    if all(char in _DIGITS for char in expanded):
        return int("".join(str(_DIGITS[char]) for char in expanded))
    return _with_units(expanded)


def _with_units(raw: str) -> int | None:
    total, digit, last_unit = 0, None, 10_000
    for char in raw:
        if char in _UNITS:
            unit = _UNITS[char]
            if unit >= last_unit or digit == 0:
                return None
            total += (1 if digit is None else digit) * unit
            digit, last_unit = None, unit
        elif char in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[char]
        else:
            return None
    return total + (digit or 0)

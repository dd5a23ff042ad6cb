"""What a numeral is worth: `1,122`, `3.06万`, `二百零三`, `两千`, `3万5千`, `三万五`, `二〇二三`.

Rules: GB/T 15835-2011 for the written forms; trailing digits (三万五, 13万2) as they are spoken.
"""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = "〇○零一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
"""Characters for 0 to 9, 两 and the forms of cheques among them."""
_DIGIT = {char: value for value, chars in enumerate(
    ("〇○零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
) for char in chars}  # fmt: skip
_FORMAL = str.maketrans("拾佰仟", "十百千")
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = (("亿", 10**8), ("万", 10**4))
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_WIDTH = str.maketrans(
    {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {"．": ".", "％": "%", "﹪": "%", "／": "/", "＋": "+", "－": "-", "～": "~", "\uff03": "#", "＝": "="}
    | dict(
        zip(
            "萬億兩餘約個條項處臺輛場戶畝頃噸達過較長減數額產區縣鄉鎮級間層類門種幾來屆會議議號線員電話時從為與應實現還將點",
            "万亿两余约个条项处台辆场户亩顷吨达过较长减数额产区县乡镇级间层类门种几来届会议议号线员电话时从为与应实现还将点",
            strict=True,
        )
    )
)
_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def narrowed(raw: str) -> str:
    """`raw` with full-width digits, letters and signs narrowed, one code point for one; Chinese stops stay.

    Traditional characters that numbers, units and the words around them are written with become simplified.
    """
    return raw.translate(_WIDTH)


def number_value(raw: str) -> Decimal | None:
    """Value of a numeral in narrow characters; `None` for what is none (`百十一`, `10..1万`, `五届`)."""
    text = re.sub(r"\s", "", raw).translate(_FORMAL).replace("廿", "二十").replace("卅", "三十")
    text = re.sub(r"(?<=\d)[，](?=\d{3})", ",", text).replace("点", ".")
    whole, point, decimals = text.partition(".")
    if point and decimals and all(char in _DIGIT for char in decimals):
        value = number_value(whole)
        tail = "".join(str(_DIGIT[char]) for char in decimals)
        return None if value is None or value != int(value) else Decimal(f"{int(value)}.{tail}")
    return _value(text) if text else None


def decimal_string(value: Decimal) -> str:
    """A decimal without exponent and without zeros at its end."""
    spelled = f"{value:f}"
    return spelled.rstrip("0").rstrip(".") if "." in spelled else spelled


def multiplier_value(raw: str) -> int:
    """What a string of multipliers stands for: 万 10,000, 千万 10,000,000; 1 for none."""
    value = 1
    for char in raw.translate(_FORMAL):
        value *= _SIZES[char]
    return value


def trailing_multiplier(raw: str) -> str:
    """The multipliers that end a numeral: `万` of 三十万, `亿` of 2.5亿."""
    match = re.search(r"[十百千万亿拾佰仟]*$", raw)
    return match.group() if match else ""


def adjacent_range(raw: str) -> tuple[Decimal, Decimal] | None:
    """Two digits side by side as a range (GB/T 15835-2011, 概数): 三五 3–5, 三四十 30–40, 十七八 17–18."""
    match = re.fullmatch(
        r"(?P<head>.*?)(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<tail>[十百千万亿]*)", raw
    )
    if match is None or (match["head"] and match["head"][-1] not in "十百千万"):
        return None
    low, high = _DIGIT[match["low"]], _DIGIT[match["high"]]
    if high - low != 1 and (low, high) != (3, 5):
        return None
    ends = [number_value(f"{match['head']}{digit}{match['tail']}") for digit in (match["low"], match["high"])]
    first, second = ends
    return None if first is None or second is None else (first, second)


def _value(text: str) -> Decimal | None:
    """Split at the largest multiplier and read both sides."""
    for char, size in _LARGE:
        if char in text:
            left, _, right = text.rpartition(char)
            head = _value(left) if left else None
            tail = _tail(right, size)
            return None if head is None or tail is None else head * size + tail
    return _below_myriad(text)


def _tail(text: str, size: int) -> Decimal | None:
    """What follows a multiplier; a last digit alone counts a tenth of it: 三万五, 13万2."""
    if not text:
        return Decimal(0)
    if len(text) == 1 and text not in "〇○零十百千":
        digit = _DIGIT.get(text, int(text) if text.isdecimal() else 0)
        return Decimal(digit * size // 10)
    value = _value(re.sub("^[〇○零]+(?=[百千])", "一", text).lstrip("〇○零") or text)
    return value if value is not None and value < size and value == int(value) else None


def _below_myriad(text: str) -> Decimal | None:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if text and all(char in _DIGIT for char in text):
        return Decimal("".join(str(_DIGIT[char]) for char in text))
    return _spoken(text)


def _spoken(text: str) -> Decimal | None:
    """Thousands, hundreds and tens in falling order: 二百零三, 1千8百, 十七, 三百一."""
    total, number, last, zero = Decimal(0), None, 10_000, False
    for token in re.findall(r"\d+(?:\.\d+)?|.", text):
        if token in _SMALL:
            size = _SMALL[token]
            bare_ten = token == "十" and (last == 10_000 or zero)
            if size >= last or number == 0 or (number is None and not bare_ten and not (zero and total == 0)):
                return None
            total += (Decimal(1) if number is None else number) * size
            number, last, zero = None, size, False
        elif number is not None:
            return None
        elif token in "〇○零":
            zero = True
        elif token in _DIGIT or token[0].isdecimal():
            number = Decimal(_DIGIT[token]) if token in _DIGIT else Decimal(token)
        else:
            return None
    if number is not None and last > 10 and last < 10_000 and not zero and number < 10:
        number *= last // 10
    return total + (number or 0)

"""Values of OFD attributes: arrays, boxes, maps, colours (GB/T 33190-2016, 7.3 and 8.3)."""

from __future__ import annotations

import math

from dafu.read.art import colour
from dafu.read.matrix import Matrix
from dafu.read.package import Part

POINTS = 72 / 25.4
"""Points in a millimetre, the unit of OFD."""
LONGEST_ARRAY = 100_000
"""Values of one array; `g 999999999 0` is a file made to exhaust the reader."""


def numbers(raw: str | None) -> list[float]:
    """The numbers of an array; what is no finite number is left out."""
    found = []
    for word in (raw or "").replace(",", " ").split():
        value = number(word)
        if value is not None:
            found.append(value)
    return found


def number(raw: str | None) -> float | None:
    """A finite number, or None."""
    try:
        value = float(raw) if raw else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def deltas(raw: str | None) -> list[float]:
    """The distances of DeltaX or DeltaY: `g 3 5.6 2.8` is 5.6 three times, then 2.8 (11.3)."""
    words = (raw or "").replace(",", " ").split()
    found: list[float] = []
    at = 0
    while at < len(words) and len(found) < LONGEST_ARRAY:
        if words[at].lower() == "g" and at + 2 < len(words):
            count, step = number(words[at + 1]), number(words[at + 2])
            found += [step or 0.0] * min(int(count or 0), LONGEST_ARRAY)
            at += 3
        else:
            found.append(number(words[at]) or 0.0)
            at += 1
    return found


def box(raw: str | None) -> tuple[float, float, float, float] | None:
    """x, y, width, height in millimetres; None unless four numbers are given."""
    values = numbers(raw)
    return (values[0], values[1], values[2], values[3]) if len(values) >= 4 else None


def matrix(raw: str | None) -> Matrix:
    """A map of six numbers; the identity unless all are given."""
    values = numbers(raw)
    return Matrix(*values[:6]) if len(values) >= 6 else Matrix()


def tint(part: Part | None) -> str | None:
    """`#rrggbb` of a FillColor or StrokeColor; None for black and for what is not told.

    One value is grey, three are RGB, four CMYK (8.3.2); values may be hexadecimal (`#ff`).
    """
    words = ((part.get("Value") if part else None) or "").replace(",", " ").split()
    values = [int(word[1:], 16) if _is_hex(word) else int(number(word) or 0) for word in words]
    if len(values) == 1:
        values *= 3
    elif len(values) == 4:
        cyan, magenta, yellow, key = (min(max(value, 0), 255) / 255 for value in values)
        values = [round(255 * (1 - ink) * (1 - key)) for ink in (cyan, magenta, yellow)]
    if len(values) != 3:
        return None
    red, green, blue = (min(max(value, 0), 255) for value in values)
    return colour(red, green, blue)


def unseen(part: Part | None) -> bool:
    """Whether a colour is fully transparent."""
    return part is not None and part.get("Alpha") == "0"


def _is_hex(word: str) -> bool:
    return len(word) > 1 and word[0] == "#" and all(char in "0123456789abcdefABCDEF" for char in word[1:])

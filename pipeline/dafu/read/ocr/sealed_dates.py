"""Dates below seals (成文日期 under the 印章), looked at twice: with the seal's ink taken off, and as scanned.

Taking ink off uncovers what shows through it; what a thick ink hides it turns to paper, so that a 9 below the point
of a star becomes a 3. As scanned, the network sees that something lies over the 9.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dafu.read.ocr.model import Quad, ReadChar, ReadLine
from dafu.read.ocr.recognise import CERTAIN, least_sure_digit, line_size

_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
SURER = 0.99
"""Confidence of its least sure digit from which the date as scanned may stand for another one read without the ink."""
DISPUTED = 0.5
"""Confidence of a digit that the two looks read differently."""
LONG = 3.0
"""Times that a line with a date is longer than high."""
BESIDE = 0.5
"""Share of a line's height within which the middle of another must lie to be part of it."""


def touching(quads: Sequence[Quad], seals: Sequence[tuple[int, int, int, int]]) -> list[Quad]:
    """The lines that a seal covers in part and that are long enough for a date."""
    return [
        quad
        for quad in quads
        if line_size(quad)[0] >= LONG * line_size(quad)[1] and any(_covers(seal, quad) for seal in seals)
    ]


def with_dates(lines: Sequence[ReadLine], scanned: Sequence[ReadLine]) -> list[ReadLine]:
    """The lines, dates below seals as the surer look reads them; `scanned`: the lines below seals, ink and all."""
    found = list(lines)
    for line in scanned:
        date = _date_of(line.chars)
        if date is None or least_sure_digit(date) < CERTAIN:
            continue
        row = sorted((one for one in found if _in_row(one.quad, line.quad)), key=_left)
        known = _date_of(tuple(char for one in row for char in one.chars))
        if known is not None and _text(known) == _text(date):
            continue
        if known is None or least_sure_digit(date) >= max(SURER, least_sure_digit(known)):
            instead = [_disputed(line, date, known or date)]
        else:
            instead = [_disputed(one, known, date) for one in row]
        found = [one for one in found if not any(one is other for other in row)] + instead
    return found


def _disputed(line: ReadLine, kept: Sequence[ReadChar], other: Sequence[ReadChar]) -> ReadLine:
    """A line with a date or a part of it, its digits that another look reads differently marked as doubtful."""
    against = [char.char for char in other] if len(other) == len(kept) else [""] * len(kept)
    marked = {
        id(char): replace(char, confidence=min(char.confidence, DISPUTED), other=also)
        for char, also in zip(kept, against, strict=True)
        if char.char.isdigit() and char.char != also
    }
    return replace(line, chars=tuple(marked.get(id(char), char) for char in line.chars))


def _date_of(chars: Sequence[ReadChar]) -> Sequence[ReadChar] | None:
    match = _DATE.search(_text(chars))
    return chars[match.start() : match.end()] if match else None


def _text(chars: Sequence[ReadChar]) -> str:
    return "".join(char.char for char in chars)


def _left(line: ReadLine) -> float:
    return float(line.quad[:, 0].min())


def _covers(seal: tuple[int, int, int, int], quad: Quad) -> bool:
    left, top, right, bottom = seal
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    return bool(x0 < right and x1 > left and y0 < bottom and y1 > top)


def _in_row(quad: Quad, line: Quad) -> bool:
    (x0, y0), (x1, y1) = line.min(axis=0), line.max(axis=0)
    x, y = quad.mean(axis=0)
    return bool(x0 <= x <= x1 and abs(y - (y0 + y1) / 2) <= BESIDE * (y1 - y0))

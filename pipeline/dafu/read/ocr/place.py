"""Where the characters of a line stand: the recogniser tells it roughly, type stands on a grid.

Places come in steps of a sixth of a cell, early or late within one; a straight line through them is nearer to
the truth than each. Gaps show as steps against that line, and so does the width of punctuation, which the
recogniser does not tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from dafu.read.ocr.model import ReadChar
from dafu.text import canonical_characters, is_wide

MARKS = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）", "[": "〔", "]": "〕"}
"""Marks of half and of full width that the recogniser takes for one another."""
_NARROW = {wide: narrow for narrow, wide in MARKS.items()}
_DIGITS = "0123456789"
_OPENING, _CLOSING = "(（[〔", ")）]〕"
_STOPS = tuple("，、。；：")
"""What a full point after a Chinese character is, its tail or ring lost: the next best reading says which."""
PER_MILLE = "‰"
"""What a % is that is not certain and whose next best reading this is: a lone ‰ at the start of a line. A printed
% is certain."""
_BRACKETS = _OPENING + _CLOSING
_SIGNS = tuple("☑☒✓✔✗✘√■□▪▫●◆◇★☆◎")
PLAIN = 0.7
"""Confidence below which such a sign is a speck or a stroke of a seal; ○ and △ are numerals and classes."""
WIDE_STEP = 0.8
"""Cells from digit to digit, at least, of full-width ones."""
FEW = 4
"""Characters of a part from which its grid can be told."""
AGENCY_CODE = 3
"""Characters before a document number, 海商函, from which it can be told whether its digits are full-width."""
OFF_GRID = 0.45
"""Cells that nine of ten places may be off the grid."""
HALF_CELL = 0.6
"""Cells: two characters are no nearer to each other."""
STEP, GAP = 0.3, 0.2
"""Cells by which the characters after a gap are moved against those before it, and by which it is wider."""
BLANK = 0.25
"""Cells: a blank that the recogniser saw in less is none."""
WORD = 0.8
"""Cells: digits and letters less apart are one word."""
WIDE, NARROW = 1.0, 0.5
"""Cells that marks take."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A character as read, where it stands along its line (points), and how wide it is set (cells)."""

    char: str
    centre: float
    width: float
    confidence: float
    other: str = ""
    """The next best reading, where this one is not certain."""
    read: str = ""
    """What the recogniser read, where a rule decided otherwise."""
    by: str = ""
    """That rule."""

    @property
    def is_han(self) -> bool:
        """Whether it is a full-width character that is no mark."""
        return self.width == 1 and self.char not in _NARROW and self.char.isalnum()


class Placed(NamedTuple):
    """Edges of characters in points, and the cell they are set on; None if there are too few to tell."""

    left: tuple[float, ...]
    right: tuple[float, ...]
    size: float | None


def seen(chars: Sequence[ReadChar], start: float, end: float, size: float) -> list[Seen]:
    """The characters of a line between two places, `size` points high; what was read twice or is no blank, out."""
    found: list[Seen] = []
    for each in chars:
        if each.confidence < PLAIN and each.char in _SIGNS:
            continue
        char = canonical_characters(each.char) or "\ufffd"
        place = start + (end - start) * each.centre
        one = Seen(char, place, 1.0 if is_wide(char) else 0.5, each.confidence, each.other)
        if char in "．." and found and found[-1].is_han and each.other in _STOPS:
            one = replace(one, char=each.other, width=1.0, read=char, by="ocr.stop")
        elif char == "%" and each.other == PER_MILLE:
            one = replace(one, char=PER_MILLE, width=1.0, read=char, by="ocr.permille")
        if found and _same(found[-1], one, HALF_CELL * size):
            found[-1] = max(found[-1], one, key=lambda known: known.confidence)
        else:
            found.append(one)
    pitch = pitch_of(found) or size
    return [one for at, one in enumerate(found) if not _is_no_blank(found, at, pitch)]


def _same(one: Seen, other: Seen, nearest: float) -> bool:
    """Whether a mark was read twice in one cell, in half and full width: `)）`."""
    folded = normalize("NFKC", one.char) == normalize("NFKC", other.char)
    return folded and one.char != other.char and other.centre - one.centre < nearest


def _is_no_blank(line: Sequence[Seen], at: int, pitch: float) -> bool:
    if line[at].char != " " or not 0 < at < len(line) - 1:
        return line[at].char == " "
    before, after = line[at - 1], line[at + 1]
    return after.centre - before.centre - (before.width + after.width) / 2 * pitch < BLANK * pitch


def pitch_of(line: Sequence[Seen], *, few: int = FEW) -> float | None:
    """Distance of neighbouring full-width characters, points; None if there are few."""
    steps = [b.centre - a.centre for a, b in pairwise(line) if a.is_han and b.is_han]
    if len(steps) < few - 1:
        return None
    middle = float(np.median(steps))
    near = [step for step in steps if abs(step - middle) < OFF_GRID * middle]
    return float(np.mean(near)) if near else None


def mark_widths(lines: Sequence[Sequence[Seen]]) -> list[list[Seen]]:
    """The lines with the width of their marks told by the room they take; in doubt, as most of the page's.

    A mark between two digits (1,860 and 19:30) stays as it was read, unless there is no room for a wide one. Brackets of a pair are of one width, and
    brackets may be of another than the page's stops.
    """
    rooms = [_rooms(line) for line in lines]
    borders = {}
    for bracket in (True, False):
        known = [
            room
            for line, row in zip(lines, rooms, strict=True)
            for one, room in zip(line, row, strict=True)
            if room is not None and (one.char in _BRACKETS) == bracket
        ]
        borders[bracket] = float(np.mean(known)) if len(known) >= FEW else None
    found = []
    for line, row in zip(lines, rooms, strict=True):
        widths = list(line)
        for at, (one, room) in enumerate(zip(line, row, strict=True)):
            if one.char in ",:，：" and _between_digits(line, at):
                if room is not None and room < (WIDE + NARROW) / 2:
                    widths[at] = _set(one, NARROW, NARROW)
            elif one.char in MARKS or one.char in _NARROW:
                bracket = one.char in _BRACKETS
                usual = next(
                    (each for each in (borders[bracket], borders[not bracket]) if each is not None), WIDE
                )
                widths[at] = _set(one, usual if room is None else room, usual)
        found.append(_wide_digits(widths))
    return found


def _rooms(line: Sequence[Seen]) -> list[float | None]:
    """Cells that each mark takes, as far as its neighbours or its pair tell."""
    rooms = [_room(line, at) for at in range(len(line))]
    opened: list[int] = []
    for at, one in enumerate(line):
        if one.char in _OPENING:
            opened.append(at)
        elif one.char in _CLOSING and opened:
            start = opened.pop()
            told = [room for room in (rooms[start], rooms[at]) if room is not None]
            if told:
                rooms[start] = rooms[at] = sum(told) / len(told)
    return rooms


def _wide_digits(line: list[Seen]) -> list[Seen]:
    """The line, its digits being full-width ones where they stand a full cell apart: ２０２１.

    Their room may have been read as blanks.
    """
    pitch = pitch_of(line, few=AGENCY_CODE)
    closed = [one for at, one in enumerate(line) if not (one.char == " " and _between_digits(line, at))]
    steps = [b.centre - a.centre for a, b in pairwise(closed) if a.char in _DIGITS and b.char in _DIGITS]
    if pitch is None or len(steps) < FEW - 1 or np.median(steps) < WIDE_STEP * pitch:
        return line
    return [
        replace(one, char=chr(ord(one.char) + 0xFEE0), width=WIDE) if one.char in _DIGITS else one
        for one in closed
    ]


def _between_digits(line: Sequence[Seen], at: int) -> bool:
    return 0 < at < len(line) - 1 and line[at - 1].char.isdigit() and line[at + 1].char.isdigit()


def _room(line: Sequence[Seen], at: int) -> float | None:
    """Cells that a mark takes between its neighbours, as far as they tell."""
    if (line[at].char not in MARKS and line[at].char not in _NARROW) or not 0 < at < len(line) - 1:
        return None
    pitch = pitch_of(line)
    before, after = line[at - 1], line[at + 1]
    if pitch is None or not (before.char.isalnum() and after.char.isalnum()):
        return None
    room = (after.centre - before.centre) / pitch - (before.width + after.width) / 2
    return room if room < WIDE + NARROW else None


def _set(one: Seen, room: float, usual: float) -> Seen:
    """A mark in the width that its room tells; the surer the page, the more a single one must differ."""
    middle = (WIDE + NARROW) / 2
    wide = room >= middle - float(np.clip(usual - middle, -0.25, 0.25)) * 0.6
    char = MARKS.get(one.char, one.char) if wide else _NARROW.get(one.char, one.char)
    return replace(one, char=char, width=WIDE if wide else NARROW)


def parts_of(line: Sequence[Seen], size: float) -> list[list[Seen]]:
    """The parts of a line between gaps."""
    if not line:
        return []
    pitch = pitch_of(line) or size
    widths = np.array([one.width for one in line])
    off = np.array([one.centre for one in line]) / pitch - (np.cumsum(widths) - widths / 2)
    starts = [0]
    for at in range(1, len(line)):
        before = off[max(at - 3, starts[-1]) : at]
        after = off[at : at + 3]
        word = line[at - 1].width < 1 and line[at].width < 1
        least = WORD if word else STEP
        if off[at] - off[at - 1] > GAP and after.mean() - before.mean() > least:
            starts.append(at)
    return [list(line[a:b]) for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]


def placed(part: Sequence[Seen], size: float, *, pitch: float | None = None) -> Placed:
    """The edges of the characters of a part; `size` is its height's, `pitch` its cell where that is known."""
    widths = np.array([one.width for one in part])
    centres = np.array([one.centre for one in part])
    places = np.cumsum(widths) - widths / 2
    if pitch is not None:
        centres = float(np.mean(centres - pitch * places)) + pitch * places
    elif len(part) >= FEW:
        slope, start = np.polyfit(places, centres, 1)
        off = np.abs(centres - (start + slope * places))
        if slope > 0 and float(np.quantile(off, 0.9)) < OFF_GRID * slope:
            centres, pitch = start + slope * places, float(slope)
    half = widths * (pitch or size) / 2
    left, right = centres - half, centres + half
    _touch(part, left, right, pitch or size)
    return Placed(_rounded(left), _rounded(right), pitch)


def _touch(part: Sequence[Seen], left: NDArray[np.float64], right: NDArray[np.float64], cell: float) -> None:
    """Neighbours do not overlap, and nothing stands between the characters of a word or number."""
    for at in range(len(part) - 1):
        word = part[at].width < 1 and part[at + 1].width < 1 and " " not in part[at].char + part[at + 1].char
        if right[at] > left[at + 1] or (word and left[at + 1] - right[at] < WORD * cell):
            right[at] = left[at + 1] = (right[at] + left[at + 1]) / 2


def _rounded(edges: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(round(float(edge), 2) for edge in edges)

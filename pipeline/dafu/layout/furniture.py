"""What stands on a page besides the letter: page numbers, running heads and feet, address lines, watermarks.

Told by where it stands and by coming again from page to page; how it is written is only a hint. The
class letter of a letterhead (`A`) is alone on its line, too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Literal

from dafu.layout.line import Line, Sheet
from dafu.layout.model import RemovedText
from dafu.layout.page_marks import PageMark, page_mark
from dafu.lexicon import Lexicon
from dafu.read.model import Page, Run
from dafu.text import fold

_Reason = Literal["page_number", "running_head", "page_footer", "stationery"]
TOP, BOTTOM = 0.12, 0.87
"""Shares of the page's height: the type area of GB/T 9704-2012, 5.2.1, lies between."""
FOOT = 0.93
"""Share of the height: the lower double rule of the letter format stands 20 mm above the edge (10.1)."""
HEAD = 0.075
"""Share of the height: no letter begins above it; the standard leaves 37 mm, printed web pages about 20."""
SMALL = 0.75
"""Share of the text's size: running heads are set smaller, parts of a letterhead are not."""
SAME_PLACE = 6.0
"""Points: lines of two pages this close in height stand in the same place."""
APART = 1.3
"""Line heights: furniture stands at least this far from the text."""
PALE = 0x90
"""A watermark's colour has no channel below this."""


def without_watermarks(
    pages: Sequence[Page], body_size: float
) -> tuple[list[tuple[Run, ...]], list[RemovedText]]:
    """The runs of each page without the large pale words printed across it."""
    kept, removed = [], []
    for page in pages:
        marks = [run for run in page.runs if _is_watermark(run, body_size)]
        kept.append(tuple(run for run in page.runs if run not in marks) if marks else page.runs)
        removed += [
            RemovedText(raw=run.text.strip(), reason="watermark", page=page.number, box=run.box)
            for run in marks
        ]
    return kept, removed


def _is_watermark(run: Run, body_size: float) -> bool:
    if run.color is None or run.size is None or run.size < 1.5 * body_size:
        return False
    channels = bytes.fromhex(run.color[1:])
    return min(channels) >= PALE and max(channels) - min(channels) < 0x30


def without_furniture(
    sheets: Sequence[Sheet], pages: Sequence[Page], body_size: float, lexicon: Lexicon
) -> tuple[list[Sheet], list[RemovedText]]:
    """The sheets without page numbers, running heads and feet, and address lines."""
    reasons: dict[Line, _Reason] = {}
    reasons.update((line, "stationery") for line in _stationery(sheets, pages, lexicon))
    numbers = _page_numbers(_without(sheets, reasons))
    reasons.update(_heads_of_the_margin(sheets, body_size))
    reasons.update(_running(sheets, body_size))
    reasons.update((line, "page_number") for line in numbers)
    removed = [
        RemovedText(raw=line.text, reason=reasons[line], page=line.page, box=line.box)
        for sheet in sheets
        for line in sheet.lines
        if line in reasons
    ]
    if not removed:
        return list(sheets), []
    return _without(sheets, reasons), removed


def _without(sheets: Sequence[Sheet], lines: Mapping[Line, _Reason]) -> list[Sheet]:
    """The sheets without these lines."""
    return [
        Sheet(
            sheet.number, sheet.page, sheet.height, tuple(line for line in sheet.lines if line not in lines)
        )
        for sheet in sheets
    ]


def _heads_of_the_margin(sheets: Sequence[Sheet], body_size: float) -> dict[Line, _Reason]:
    """Small print in the outermost head of a page: a running head, though one page shows it only once."""
    return {
        sheet.lines[0]: "running_head"
        for sheet in sheets
        if len(sheet.lines) > 1
        and sheet.lines[0].bottom < HEAD * sheet.height
        and sheet.lines[0].size < SMALL * body_size
        and _distance(sheet, sheet.lines[0]) > APART * sheet.lines[0].size
    }


def _page_numbers(sheets: Sequence[Sheet]) -> list[Line]:
    """Lines written like page numbers that count the pages, or stand in the margin where such lines do."""
    found: list[tuple[int, Sheet, Line, PageMark]] = []
    for at, sheet in enumerate(sheets):
        edge = {*sheet.lines[:2], *sheet.lines[-2:]}
        for line in sheet.lines:
            if line in edge and (mark := page_mark(line.text)):
                found.append((at, sheet, line, mark))
    steps = Counter((mark.number - at, _in_lower_half(sheet, line)) for at, sheet, line, mark in found)
    counting = {step for step, count in steps.items() if count > 1}
    places = {
        lower: median(places)
        for lower in (False, True)
        if (
            places := [
                line.bottom for at, sheet, line, mark in found
                if _in_lower_half(sheet, line) == lower and (mark.number - at, lower) in counting
            ]
        )
    }  # fmt: skip
    numbers = []
    for at, sheet, line, mark in found:
        lower = _in_lower_half(sheet, line)
        in_place = lower in places and abs(line.bottom - places[lower]) < SAME_PLACE
        outside = _is_outermost(sheet, line) and _distance(sheet, line) > APART * line.size
        if (in_place and ((mark.number - at, lower) in counting or outside)) or (
            outside and (mark.sure or _is_in_margin(sheet, line))
        ):
            numbers.append(line)
    return numbers


def _running(sheets: Sequence[Sheet], body_size: float) -> dict[Line, _Reason]:
    """Lines at the head or foot of pages that come again in the same place, digits aside.

    A letterhead comes again, too, where a file holds several letters: what is found only on pages that
    begin a letter (words larger than the text in the upper half) stays.
    """
    again: dict[tuple[str, bool], list[tuple[Sheet, Line]]] = defaultdict(list)
    for sheet in sheets:
        for line in (*sheet.lines[:2], *sheet.lines[2:][-3:]):
            key = re.sub(r"\d+|[一二三四五六七八九十]+(?=页)", "0", fold(line.text).text)
            if len(key) > 1:
                again[key, _in_lower_half(sheet, line)].append((sheet, line))
    begins = {sheet.number for sheet in sheets if _begins_letter(sheet, body_size)}
    reasons: dict[Line, _Reason] = {}
    for (_, lower), group in again.items():
        place = median(line.bottom for _, line in group)
        group = [each for each in group if abs(each[1].bottom - place) < SAME_PLACE]  # noqa: PLW2901
        numbers = {sheet.number for sheet, _ in group}
        if len(numbers) < max(2, len(sheets) // 3) or numbers <= begins:
            continue
        if all(_stands_off(sheet, line, lower) for sheet, line in group):
            reasons.update((line, "page_footer" if lower else "running_head") for _, line in group)
    return reasons


def _stands_off(sheet: Sheet, line: Line, lower: bool) -> bool:
    """Whether the line is in the margin, or apart from the text, or set smaller than the line beside it."""
    if _is_in_margin(sheet, line):
        return True
    at = sheet.lines.index(line)
    beside = sheet.lines[at - 1] if lower and at else sheet.lines[min(at + 1, len(sheet.lines) - 1)]
    return _distance(sheet, line) > APART * line.size or line.size < 0.9 * beside.size


def _begins_letter(sheet: Sheet, body_size: float) -> bool:
    return any(line.size > 1.2 * body_size and not _in_lower_half(sheet, line) for line in sheet.lines)


def _stationery(sheets: Sequence[Sheet], pages: Sequence[Page], lexicon: Lexicon) -> Iterator[Line]:
    """Address lines of the letter paper: below the last rule across the foot of the page."""
    rules = {page.number: _foot_rules(page) for page in pages}
    words = lexicon.layout
    for sheet in sheets:
        for line in sheet.lines[-3:]:
            above = [y for y in rules.get(sheet.page or 0, ()) if y <= (line.top + line.bottom) / 2]
            if not above or any(word in line.text for word in words.imprint_words):
                continue
            addressed = sum(word in line.text for word in words.stationery_words)
            if line.top > FOOT * sheet.height or (line.top > BOTTOM * sheet.height and addressed):
                yield line


def _foot_rules(page: Page) -> list[float]:
    """Heights of the level rules across the foot of a page."""
    width, height = page.width or 0.0, page.height or 0.0
    return [
        rule.box[3]
        for rule in page.rules
        if rule.box[2] - rule.box[0] > 0.5 * width and rule.box[3] > 0.82 * height
    ]


def _in_lower_half(sheet: Sheet, line: Line) -> bool:
    return line.top + line.bottom > sheet.height


def _is_in_margin(sheet: Sheet, line: Line) -> bool:
    return line.bottom < TOP * sheet.height * 0.8 or line.top > BOTTOM * sheet.height


def _is_outermost(sheet: Sheet, line: Line) -> bool:
    return line in (sheet.lines[0], sheet.lines[-1])


def _distance(sheet: Sheet, line: Line) -> float:
    """From the line to the nearest one on the side of the text: white space between them."""
    lower = _in_lower_half(sheet, line)
    others = [other for other in sheet.lines if other is not line]
    gaps = [line.top - other.bottom if lower else other.top - line.bottom for other in others]
    return min((gap for gap in gaps if gap > -line.size), default=float("inf"))

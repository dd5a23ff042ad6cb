"""Where in a letter's text the decisions and doubts of OCR stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from dafu.layout.model import TextDoubt, TextLine, TextReading
from dafu.read.model import Box, Decided, Doubted, Page

_Noted = TypeVar("_Noted", Decided, Doubted)


def readings_of(lines: Sequence[TextLine], text: str, pages: Sequence[Page]) -> tuple[TextReading, ...]:
    """The decisions about characters of the text, in reading order; those about furniture are left out."""
    found = [
        TextReading(
            span=(at, at + 1),
            page=page.number,
            read=each.read,
            chosen=each.chosen,
            by=each.by,
            confidence=each.confidence,
        )
        for page in pages
        for each, at in _in_text(page.decided, page, lines)
        if text[at] == each.chosen
    ]
    return tuple(sorted(found, key=lambda reading: reading.span))


def doubts_of(lines: Sequence[TextLine], text: str, pages: Sequence[Page]) -> tuple[TextDoubt, ...]:
    """The digits of the text that OCR is not certain of, in reading order."""
    found = [
        TextDoubt(span=(at, at + 1), read=each.read, other=each.other, confidence=each.confidence)
        for page in pages
        for each, at in _in_text(page.doubted, page, lines)
        if text[at] == each.read
    ]
    return tuple(sorted(found, key=lambda doubt: doubt.span))


def _in_text(noted: Sequence[_Noted], page: Page, lines: Sequence[TextLine]) -> Iterator[tuple[_Noted, int]]:
    """What is noted of characters of a page, with their offsets in the text."""
    printed = [line for line in lines if line.page == page.number] if noted else []
    for each in noted:
        at = next((at for line in printed if (at := _offset(each.box, line)) is not None), None)
        if at is not None:
            yield each, at


def _offset(box: Box, line: TextLine) -> int | None:
    """Offset of the character of a line that stands at a box, if one does."""
    if line.box is None:
        return None
    middle, centre = (box[1] + box[3]) / 2, (box[0] + box[2]) / 2 - line.box[0]
    if not line.box[1] <= middle <= line.box[3] or centre < 0:
        return None
    at = line.span[0] + bisect_right(line.stops, centre)
    return at if at < line.span[1] else None

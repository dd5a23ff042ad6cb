"""Where in a letter's text the decisions of OCR stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dafu.layout.model import TextLine, TextReading
from dafu.read.model import Box, Page


def readings_of(lines: Sequence[TextLine], text: str, pages: Sequence[Page]) -> tuple[TextReading, ...]:
    """The decisions about characters of the text, in reading order; those about furniture are left out."""
    found = []
    for page in pages:
        if not page.decided:
            continue
        printed = [line for line in lines if line.page == page.number]
        for each in page.decided:
            at = next((at for line in printed if (at := _offset(each.box, line)) is not None), None)
            if at is not None and text[at] == each.chosen:
                found.append(
                    TextReading(
                        span=(at, at + 1),
                        page=page.number,
                        read=each.read,
                        chosen=each.chosen,
                        by=each.by,
                        confidence=each.confidence,
                    )
                )
    return tuple(sorted(found, key=lambda reading: reading.span))


def _offset(box: Box, line: TextLine) -> int | None:
    """Offset of the character of a line that stands at a box, if one does."""
    if line.box is None:
        return None
    middle, centre = (box[1] + box[3]) / 2, (box[0] + box[2]) / 2 - line.box[0]
    if not line.box[1] <= middle <= line.box[3] or centre < 0:
        return None
    at = line.span[0] + bisect_right(line.stops, centre)
    return at if at < line.span[1] else None

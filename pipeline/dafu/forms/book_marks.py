"""书名号: titles in 《》, one level of nesting, with marks lost, doubled or typed as other brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPEN, _CLOSE = "《≪", "》≫"
_MARK = re.compile("[《≪》≫\n]")
_LONGEST = 160
"""Characters; a title that is not closed by then lost its mark (titles of 100 characters occur)."""
_LOST_END = re.compile(r"[。；;！!]|[，,：:](?![^，,：:。；;\n]*[》≫])|\n|[》≫]")


class MarkedTitle(NamedTuple):
    """A title between marks; `start` and `end` are those of the marks, `inner` of the words between."""

    start: int
    end: int
    inner: tuple[int, int]
    closed: bool
    """Whether its closing mark is printed."""


def marked_titles(text: str) -> tuple[MarkedTitle, ...]:
    """The titles in 《》 in reading order, outer ones only: `《关于印发〈…〉的通知》`, `《关于《…》的批复》`.

    A title whose closing mark is missing ends before the next stop, or where a title listed after it begins.
    """
    return tuple(_titles(text))


def _titles(text: str) -> Iterator[MarkedTitle]:
    at = 0
    while (start := _next_open(text, at)) is not None:
        title = _title_from(text, start)
        yield title
        at = max(title.end, start + 1)


def _next_open(text: str, at: int) -> int | None:
    found = [place for mark in _OPEN if (place := text.find(mark, at)) >= 0]
    return min(found, default=None)


def _title_from(text: str, start: int) -> MarkedTitle:
    depth, first_close = 0, None
    for mark in _MARK.finditer(text, start, start + _LONGEST):
        if mark.group() in _OPEN:
            if depth == 1 and mark.start() == start + 1:  # 《《…》: the mark was typed twice
                continue
            depth += 1
        elif mark.group() in _CLOSE:
            depth -= 1
            if first_close is None:
                first_close = mark
            if depth == 0:
                return MarkedTitle(start, mark.end(), (_inner_start(text, start), mark.start()), True)
        else:
            break
    if first_close is not None:  # 《关于《…的通知》: an inner mark without its pair
        inner = _inner_start(text, start)
        return MarkedTitle(start, first_close.end(), (inner, max(inner, first_close.start())), True)
    lost = _LOST_END.search(text, start + 1, start + _LONGEST)
    inner = _inner_start(text, start)
    end = lost.start() if lost else min(len(text), start + _LONGEST)
    listed = _next_open(text[:end], inner)
    end = max(inner, listed if listed is not None else end)
    return MarkedTitle(start, end, (inner, end), False)


def _inner_start(text: str, start: int) -> int:
    return start + (2 if text[start + 1 : start + 2] in tuple(_OPEN) else 1)

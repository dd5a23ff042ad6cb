"""Markers kept apart from the number behind them: 1.2025年6月底前 is item 1, and June 2025."""

from __future__ import annotations

from collections.abc import Iterable

from dafu.records.outline import Section

_POINTS = (".", "．")
_ENDS = (*_POINTS, *"0123456789")


def markers_apart(text: str, sections: Iterable[Section]) -> str:
    """The text, as long as it was, with a line's end for the point, or the blank, of every marker that a digit follows.

    Whoever looks for numbers or dates would take that point for a decimal one, and 1.1 2023年 for one number.
    """
    chars = list(text)
    for section in sections:
        marker, start = section.marker, section.own_span[0]
        if marker is None or not marker.endswith(_ENDS):
            continue
        at = text.find(marker, start) + len(marker)
        following = text[at:].lstrip(" \t\u3000")
        if following[:1].isdigit():
            chars[at - marker.endswith(_POINTS)] = "\n"
    return "".join(chars)

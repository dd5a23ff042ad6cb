"""Markers kept apart from the number behind them: 1.2025年6月底前 is item 1, and June 2025."""

from __future__ import annotations

from collections.abc import Iterable

from dafu.records.outline import Section

_POINTS = (".", "．")


def markers_apart(text: str, sections: Iterable[Section]) -> str:
    """The text, as long as it was, with a line's end for the point of every marker that a digit follows.

    Whoever looks for numbers or dates would take that point for a decimal one.
    """
    chars = list(text)
    for section in sections:
        marker, start = section.marker, section.own_span[0]
        if marker is None or not marker.endswith(_POINTS):
            continue
        at = text.find(marker, start) + len(marker)
        if text[at:].lstrip(" \t\u3000")[:1].isdigit():
            chars[at - 1] = "\n"
    return "".join(chars)

"""What the parts of an outline pass on: a mark that stands in the text, and the series it belongs to."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """The words that mark an item, at `text[start:start + len(raw)]`."""

    start: int
    end: int
    """First character after the mark and the white space that follows it."""
    raw: str
    family: str
    """The way it is written; marks of one series share it."""
    level: int | None
    """By its form; None for a run-in mark, whose level is its parent's + 1."""
    ordinal: int | None
    paragraph: int
    """Number of its paragraph in the letter."""
    at_start: bool
    """It opens its paragraph."""
    series: int
    """Number of the series; equal for siblings, and for them only."""
    relative: bool = False
    """`level` only tells what it can stand below; the item's own level is its parent's + 1."""

"""Tables of marked-up text: which only set text in place, and how wide the others are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dafu.read.model import Cell

WIDEST = 128
"""Columns of a table; Word has 63 at most."""
_LONGEST = 400
"""Characters of a cell of data that has more than one sentence."""
_PARAGRAPHS = 5
"""Paragraphs from which a cell with a sentence in it holds running text."""


def is_place_for_text(words: str) -> bool:
    """Whether a cell holds text that reads on, one paragraph a line: its table is then no table of data."""
    if "。" not in words:
        return False
    return words.count("\n") + 1 >= _PARAGRAPHS or (len(words) > _LONGEST and words.count("。") > 1)


def trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells, none spanning columns in which no cell begins: `colspan=10` in a table of four."""
    width = max((cell.column for cell in cells), default=0) + 1
    return tuple(
        replace(cell, column_span=width - cell.column) if cell.column + cell.column_span > width else cell
        for cell in cells
    )

"""Tables of marked-up text that only set text in place: word processors and pages are laid out with them."""

from __future__ import annotations

_LONGEST = 400
"""Characters of a cell of data that has more than one sentence."""
_PARAGRAPHS = 5
"""Paragraphs from which a cell with a sentence in it holds running text."""


def is_place_for_text(words: str) -> bool:
    """Whether a cell holds text that reads on, one paragraph a line: its table is then no table of data."""
    if "。" not in words:
        return False
    return words.count("\n") + 1 >= _PARAGRAPHS or (len(words) > _LONGEST and words.count("。") > 1)

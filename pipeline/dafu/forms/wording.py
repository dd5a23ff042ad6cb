"""From the words of a vocabulary to a pattern."""

from __future__ import annotations

import re


def any_of(*lists: tuple[str, ...]) -> str:
    """A pattern for any word of the lists, the longest first; it has no group of its own."""
    longest_first = sorted((word for words in lists for word in words), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))

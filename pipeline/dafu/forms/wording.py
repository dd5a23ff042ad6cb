"""From the words of a vocabulary to a pattern."""

from __future__ import annotations

import re


def any_of(*lists: tuple[str, ...]) -> str:
    """A pattern for any word of the lists, the longest first; it has no group of its own."""
    longest_first = sorted((word for words in lists for word in words), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


_SLOT = "[^，。；：,;:!?！？\\n]{0,24}?"


def any_frame(*lists: tuple[str, ...]) -> str:
    """As `any_of`, with `…` in a word for an open slot within one clause: `待…后`, `不在…范围`."""
    longest_first = sorted((word for words in lists for word in words), key=len, reverse=True)
    return "|".join(_SLOT.join(map(re.escape, word.split("…"))) for word in longest_first)


def branched(*lists: tuple[str, ...]) -> str:
    """The pattern of `any_of`, branched by first character: several times faster to search with long lists."""
    by_first: dict[str, list[str]] = {}
    for word in sorted((word for words in lists for word in words), key=len, reverse=True):
        by_first.setdefault(word[0], []).append(word[1:])
    branches = (
        f"{re.escape(first)}(?:{'|'.join(map(re.escape, rests))})" for first, rests in by_first.items()
    )
    return "|".join(branches)

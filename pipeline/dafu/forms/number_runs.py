"""Runs of digits or numerals, as the contract counts them."""

from __future__ import annotations

import re

_MULTIPLIED = r"(?:万亿|[十百千万亿](?!(?<=千)(?:瓦|米|克|伏|帕|赫)|(?<=百)分[点之]))*"
_RUN = re.compile(
    rf"\d{{1,3}}(?:[,，]\d{{3}})+(?!\d)(?:\.\d+)?{_MULTIPLIED}|\d+(?:\.\d+)?{_MULTIPLIED}"
    r"|[〇○零一二三四五六七八九十百千万亿两廿]+|[①-⑳❶-❿⑴-⒛Ⅰ-Ⅻ½¼¾㈠-㈩]"
)
_NOT_ALONE = re.compile(r"[百千万亿]+|○+")


def number_runs(text: str) -> tuple[tuple[int, int], ...]:
    """The runs of a narrowed text in reading order: digits with point, thousands comma and multiplier, or a
    maximal string of Chinese numerals; multipliers alone (千瓦, 百姓) and circles that mask are none."""
    return tuple(match.span() for match in _RUN.finditer(text) if not _NOT_ALONE.fullmatch(match.group()))

"""How page numbers are written: `— 1 —`, `-1-`, `~1~`, `第1页 共3页`, `1/3`, `1`, and 一 for the dash."""

from __future__ import annotations

import re
from typing import NamedTuple

from dafu.forms.numerals import counter_value
from dafu.text import fold

_DASH = r"[—–―－\-\u2010-\u2012─━﹣_~～·•.*|]{1,3}|一"
_PAGE_OF = re.compile(
    r"[(\[—-]?(?:第|page|p\.?)?(?P<n>\d{1,4}|[一二三四五六七八九十]{1,3})"
    r"(?:页|(?:页[,，;/]?|/|of|[,，])?(?:共|总共|总|/)?(?P<of>\d{1,4}|[一二三四五六七八九十]{1,3})页"
    r"|(?:/|of)\d{1,4})[)\]—-]?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:第|page|p\.?)(?P<n>\d{1,4}|[一二三四五六七八九十]{1,3})页?", re.IGNORECASE)
_DECORATED = re.compile(rf"(?:{_DASH})(?P<n>\d{{1,4}})(?:{_DASH})")
_HALF_DECORATED = re.compile(rf"(?:{_DASH})(?P<n>\d{{1,4}})"), re.compile(rf"(?P<n>\d{{1,4}})(?:{_DASH})")
"""One of the dashes lost, as on a fax."""
_BRACKETED = re.compile(r"[(（\[【<〈](?P<n>\d{1,4})[)）\]】>〉]")
_BARE = re.compile(r"(?P<n>\d{1,4})")

_FORMS = (
    (_DECORATED, True),
    (_PAGE_OF, True),
    (_PAGE, True),
    (_BRACKETED, False),
    *((form, False) for form in _HALF_DECORATED),
    (_BARE, False),
)


class PageMark(NamedTuple):
    """A page number as printed."""

    number: int
    sure: bool
    """Written as nothing else is; a bare number may be text."""


def page_mark(text: str) -> PageMark | None:
    """The page number that a line consists of, judged by its form alone."""
    if len(text) > 24:
        return None
    folded = fold(text).text
    for pattern, sure in _FORMS:
        match = pattern.fullmatch(folded)
        if match:
            raw = match["n"]
            number = int(raw) if raw.isdecimal() else counter_value(raw)
            return PageMark(number, sure) if number is not None else None
    return None

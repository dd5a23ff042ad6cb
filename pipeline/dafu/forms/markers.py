"""Outline markers as they are written; whether one really marks is for the outline to decide.

Forms: GB/T 9704-2012, 7.3.3 (一、（一）1.（1）) and the variants met in practice.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dafu.forms.numerals import counter_value

_CN = "一二三四五六七八九十百廿壹贰叁肆伍陆柒捌玖拾"
_OPEN, _CLOSE = r"[（(〔\[【﹙［]", r"[)）〕\]】﹚］]"
_NUMBER_FIRST = r"\s*(?:(?:19|20)\d{2}\s*(?:年|—|-)|1?\d月|[2-6]G(?![\dA-Za-z])|12345)"
"""A heading that begins with a number (1.2016年10月…, 2.5G网络…), where others would be decimals."""
_FORMS: tuple[tuple[int, str, str], ...] = (
    (0, "chapter", rf"第\s*(?P<n>[{_CN}\d]{{1,3}})\s*(?:部\s*分|章|节|编|篇)[、，,：:]?\s*"),
    (2, "han_parens", rf"{_OPEN}\s*(?P<n>[{_CN}]{{1,3}})\s*{_CLOSE}\s*[、．.]?\s*"),
    (2, "han_circled", r"(?P<n>[㈠-㈩㊀-㊉])\s*[、．.]?\s*"),
    (2, "han_half_paren", rf"(?P<n>[{_CN}]{{1,3}})\s*[)）]\s*[、．.]?\s*"),
    (1, "han", rf"(?P<n>[{_CN}]{{1,3}})\s*(?:[、．丶､]|[.,，](?!\d))\s*"),
    (1, "roman", r"(?P<n>[\u2160-\u216b])\s*[、．.]\s*"),
    (4, "digit_parens", r"[（(〔\[【﹙［]\s*(?P<n>[0-9０-９]{1,2})\s*[)）〕\]】﹚］]\s*[、．.]?\s*"),
    (4, "digit_circled_parens", r"(?P<n>[⑴-⒇])\s*[、．.]?\s*"),
    (3, "digit_half_paren", r"(?P<n>[0-9０-９]{1,2})\s*[)）]\s*[、．.]?\s*"),
    (3, "digit_stop_form", r"(?P<n>[⒈-⒛])\s*"),
    (3, "digit", rf"(?P<n>[0-9０-９]{{1,2}})\s*(?:、|[．.,，](?!\s*[0-9０-９])|[．.](?={_NUMBER_FIRST}))\s*"),
    (5, "circled", r"(?P<n>[①-⑳❶-❿])\s*[、．.]?\s*"),
)  # fmt: skip
_COMPILED = tuple((level, form, re.compile(pattern)) for level, form, pattern in _FORMS)
_SPELT_OUT = re.compile(r"[一二三四五六七八九壹贰叁肆伍陆柒捌玖]+")
"""Digits in a row count nothing: 五一、十一 are holidays, 三五 a few."""
_SERIES = (("㈠", 10), ("㊀", 10), ("⑴", 20), ("⒈", 20), ("①", 20), ("❶", 10), ("\u2160", 12))


class Marker(NamedTuple):
    """A counter at the start of a paragraph."""

    raw: str
    """As printed, without the white space after it."""
    end: int
    """Offset, in the string given, of the first character after it and its white space."""
    level: int
    """0 chapter, 1 `一、`, 2 `（一）`, 3 `1.`, 4 `（1）`, 5 `①`."""
    form: str
    """Name of the way it is written; siblings share it."""
    ordinal: int


def marker_at(text: str, start: int = 0) -> Marker | None:
    """The marker that stands at `text[start]`, if what stands there is written like one."""
    for level, form, pattern in _COMPILED:
        match = pattern.match(text, start)
        if match and (ordinal := _ordinal(match["n"])):
            return Marker(match.group().rstrip(), match.end(), level, form, ordinal)
    return None


def _ordinal(raw: str) -> int | None:
    for first, count in _SERIES:
        offset = ord(raw[0]) - ord(first)
        if 0 <= offset < count:
            return offset + 1
    if len(raw) > 1 and _SPELT_OUT.fullmatch(raw):
        return None
    return counter_value(raw)

"""发文字号 as written: 临市科函〔2023〕5号 and what offices make of it.

Standard form: GB/T 9704-2012, 7.2.5. Met besides: 第39号, 12-1, no serial at all, 来信 for it, every kind
of bracket, none, one of two, and the year before the code.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dafu.forms.numerals import counter_value
from dafu.text import Folded, fold

_OPEN, _CLOSE = r"[〔\[【(〈<{‹﹤]", r"[〕\]】)〉>}›﹥]"
_CODE = r"(?P<code>[\u4e00-\u9fffA-Za-z·]{2,24}?)"
_YEAR = r"(?P<year>(?:19|20)\d{2}|[一二][〇○零九O0][〇○零一二三四五六七八九O0]{2})年?"
_SERIAL = (
    r"第?(?P<serial>[A-Za-z]?\d{1,8}[A-Za-z]?(?:[-—–―/、.]\d{1,4})*|[\u4e00-\u9fff]{1,4}?|[×xX*_#]{1,6})??"
)
_NUMBERED = r"第?(?P<serial>\d{1,6}(?:[-—–]\d{1,4})*)[号號]"
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("brackets", rf"{_CODE}第?{_OPEN}{_YEAR}{_CLOSE}{_SERIAL}[号號]"),
        ("year_first", rf"{_OPEN}{_YEAR}{_CLOSE}{_CODE}{_NUMBERED}"),
        ("opening_lost", rf"{_CODE}{_YEAR}{_CLOSE}{_SERIAL}[号號]"),
        ("closing_lost", rf"{_CODE}{_OPEN}{_YEAR}{_NUMBERED}"),
        ("no_brackets", rf"{_CODE}{_YEAR}(?:[第\-—–]|(?<=年))(?P<serial>\d{{1,6}}(?:[-—–]\d{{1,4}})*)[号號]"),
        ("lost_bracket", rf"{_CODE}{_OPEN}(?P<year>(?:19|20)\d{{2}})\d{{0,4}}(?:[号號]|$)"),
        ("no_stop", rf"{_CODE}第?{_OPEN}{_YEAR}{_CLOSE}第?(?P<serial>\d{{1,6}}(?:[-—–]\d{{1,4}})*)$"),
        ("no_year", r"(?P<code>[\u4e00-\u9fffA-Za-z]{1,12}[字函复答])第(?P<serial>\d{1,6})[号號](?P<year>)"),
    )
)
_LABEL = re.compile(r"(?:发文字号|发文文号|文号|字号|文件编号|编号|发文编号)[::]?")
_NOT_A_CODE = re.compile(r"关于|会议|收悉|根据|按照|提出|的")
_ITEM = re.compile(r"提案|建议|议案")


class PrintedNumber(NamedTuple):
    """A document number in a line: its span there, and its parts."""

    start: int
    end: int
    code: str
    year: int | None
    serial: str | None
    """As printed, blanks left out; `None` if missing, masked or lost."""
    form: str


def document_number_in(line: str) -> PrintedNumber | None:
    """The document number in a line of the letterhead; its code begins the line or follows a blank or 号.

    Numbers quoted in running text are not told from the letter's own here: ask for lines of the letterhead.
    """
    folded = fold(line)
    label = _LABEL.match(folded.text)
    start = label.end() if label else 0
    for name, pattern in _FORMS:
        match = pattern.search(folded.text, start)
        if match is None:
            continue
        code_start = _after_blank(folded, match)
        code = folded.text[code_start : match.end("code")]
        if len(code) < 2 or _NOT_A_CODE.search(code) or (name == "no_year" and _ITEM.search(code)):
            continue
        first = match.start() if match.start() < match.start("code") else code_start
        begin, end = folded.span(first, match.end())
        code = re.sub(r"\s", "", line[slice(*folded.span(code_start, match.end("code")))])
        return PrintedNumber(begin, end, code, _year(match["year"]), _serial(line, folded, match, name), name)
    return None


def is_document_number(line: str) -> bool:
    """Whether a line holds a document number and, besides it, at most a few characters: 青水函〔2023〕5号 A类."""
    found = document_number_in(line)
    if found is None:
        return False
    rest = _LABEL.sub("", fold(line[: found.start] + line[found.end :]).text)
    return len(rest) <= 14 and not re.search(r"[。;《]", rest)


def _after_blank(folded: Folded, match: re.Match[str]) -> int:
    """Start of the code: after the last blank before its bracket; another field stands before it."""
    start, end = match.span("code")
    for at in range(end - 1, start, -1):
        if folded.origin[at] - folded.origin[at - 1] > 1:
            return at
    return start


def _year(printed: str | None) -> int | None:
    return counter_value(printed.replace("O", "〇")) if printed else None


def _serial(line: str, folded: Folded, match: re.Match[str], form: str) -> str | None:
    printed = None if form == "lost_bracket" else match["serial"]
    if printed is None or re.fullmatch(r"[×xX*_#某]+", printed):
        return None
    start, end = folded.span(*match.span("serial"))
    return re.sub(r"\s", "", line[start:end])

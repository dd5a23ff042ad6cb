"""文号 in running text: 国发〔2019〕12号文, 省政府令第225号, GB 50180-2018, 中央一号文件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import DocumentWords

_OPEN, _CLOSE = r"[〔﹝\[［【(（<〈]", r"[〕﹞\]］】)）>〉]"
_NUMBER = re.compile(rf"{_OPEN}\s?(?:19|20)\d{{2}}\s?年?{_CLOSE}\s?第?\s?\d{{1,5}}(?:[-—–]\d{{1,4}})?\s?号")
"""From the year's bracket on: searching this first and looking back for the code is ten times as fast."""
_CODE = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,16}\s?$")
_LONGEST_CODE = 17
_STANDARD = re.compile(
    r"(?<![A-Za-z])(?:GBJ?|DB\d{0,4}|JGJ|CJJ?|HJ|SL|JT[GSJ]?|JR|LY|NY|DL|QB|YD|WS|MH|TD|DZ|AQ|GA|RB|MZ|CECS|T/[A-Z]{2,8}|ISO)"
    r"(?:/[TZ])?\s?[A-Z]{0,3}\s?\d{1,6}(?:\.\d{1,3})?\s?[-—–－:]\s?(?:19|20)?\d{2}(?!\d)"
)
_CIRCULAR = re.compile(
    r"[国中晋省市县区][\u4e00-\u9fff]{0,4}(?:发|办发|办)[“\"]?\d{1,3}号文件?[”\"]?|[“\"]\d{1,3}号文件?[”\"]"
)
_SERIAL_IN_BRACKETS = re.compile(
    rf"\s?(?:[(（〔\[]\s?(?P<inside>[^()（）\n]{{4,60}})[)）\]]|(?P<bare>(?=[^，,。；;、\n]{{4,30}}号)[\u4e00-\u9fff]{{2,10}}{_OPEN}(?:19|20)\d{{2}}{_CLOSE}\d{{1,5}}号))"
)


class PrintedNumber(NamedTuple):
    """A document number: its span, and the number without 文 or 文件."""

    start: int
    end: int
    number: str


def numbers_in(text: str, words: DocumentWords) -> Iterator[PrintedNumber]:
    """Document numbers, orders and standards in a text, wherever they stand; spans may touch titles."""
    for match in _NUMBER.finditer(text):
        code = _CODE.search(text, max(0, match.start() - _LONGEST_CODE), match.start())
        start = code.start() + _code_start(code.group(), words) if code else match.start()
        if match.start() - start >= 2:
            yield _with_paper(text, start, match.end())
    for match in _order(words).finditer(text):
        code = _CODE.search(text, max(0, match.start() - _LONGEST_CODE), match.start())
        year = re.compile(r"20\d{2}年$").search(text, max(0, match.start() - 5), match.start())
        if year and not match["order"]:
            yield PrintedNumber(year.start(), match.end(), text[year.start() : match.end()])
        elif code and match["order"]:
            start = code.start() + _code_start(code.group(), words)
            yield PrintedNumber(start, match.end(), text[start : match.end()])
    for pattern in (_STANDARD, _CIRCULAR, _first_paper(words)):
        for match in pattern.finditer(text):
            yield PrintedNumber(match.start(), match.end(), _without_paper(match.group()))


def number_after(text: str, at: int, words: DocumentWords) -> PrintedNumber | None:
    """The number that follows a title at `text[at]`, in brackets or without: 《…》（国发〔2019〕12号）.

    Its span takes in the brackets.
    """
    match = _SERIAL_IN_BRACKETS.match(text, at)
    if match is None:
        return None
    part = "inside" if match["inside"] else "bare"
    found = next(iter(sorted(numbers_in(match[part], words))), None)
    if found is None:
        return None
    return PrintedNumber(match.start(), match.end(), found.number)


def number_before(text: str, end: int, words: DocumentWords) -> PrintedNumber | None:
    """The number that stands right before a title: （青政发〔2022〕5号）《…》."""
    start = max(0, end - 32)
    window = text[start:end]
    for found in numbers_in(window, words):
        if re.fullmatch(r"文?件?[)）]?", window[found.end :]):
            return PrintedNumber(start + found.start, start + found.end, found.number)
    return None


def _code_start(code: str, words: DocumentWords) -> int:
    """Where the agency code begins in what stands before the year: after 根据, 印发 and the like."""
    leading = list(_before_number(words).finditer(code))
    return leading[-1].end() if leading else 0


def _with_paper(text: str, start: int, end: int) -> PrintedNumber:
    paper = re.compile("文件?").match(text, end)
    return PrintedNumber(start, paper.end() if paper else end, text[start:end])


def _without_paper(raw: str) -> str:
    return re.sub("号文件?$", "号", raw.strip('“”"')) if re.search(r"\d号文件?", raw) else raw


@cache
def _before_number(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(any_of(words.before_number, words.included_in))


@cache
def _order(words: DocumentWords) -> re.Pattern[str]:
    orders = any_of(words.orders)
    return re.compile(
        rf"(?:(?P<order>{orders})[(（]?第\s?\d{{1,4}}\s?号[)）]?|第\s?\d{{1,4}}\s?号(?:{orders}))"
    )


@cache
def _first_paper(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(rf"(?:20\d{{2}}年)?(?:{any_of(words.first_papers)})[“\"]?[一1]号文件[”\"]?")

"""What explains a number before it can count anything: dates, markers, titles, identifiers, contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dafu.forms.dates import find_dates
from dafu.forms.markers import marker_at
from dafu.layout.model import LetterText
from dafu.records.base import Span
from dafu.records.facts import CitedDocument, Entity, NumberType, Period
from dafu.records.letter import Closing, Letterhead, StateField, Submission, Title
from dafu.records.outline import Section

_TITLE_MARKS = re.compile(r"[《〈][^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*[》〉]")
_DOCUMENT_NUMBER = re.compile(
    r"[〔﹝［\[【(（]\s?(?:19|20)\d{2}\s?[〕﹞］\]】)）]\s?第?\s?\d[\d\-—、.]*\s?号?"
    r"|(?:第|[国省市县区政办发字令函文])\s?\d{1,5}\s?号(?:令|文件?|公告|通知|建议|提案|议案|法案|文)"
    r"|第\s?[\d、，,\-—至到\s]+\s?号|(?:自?编号|案号|文号|证号|编码|代码|账号|备案号|索引号|信用代码|身份证号?|账户|卡号|许可证号?)[:：为]?\s?[A-Za-z]*[\d\-—/]+"
    r"|(?<![A-Za-z])(?:GB|DB|HJ|JGJ|CJJ|JTG|SL|DL|NY|TD|CJ|AQ|YY|WS|ISO|IEC|T|Q)\d{0,4}(?:/[A-Z]{1,4})?\s{0,2}\d[\d.]*(?:\s?[—–-]{1,2}\s?\d{2,4})?(?![\d个家人])"
    r"|第\s?[（(][一二三四五六七八九十\d]+[）)]\s?[项款目]|第\s?\d+(?:\.\d+)+\s?[条款项节章]|[1-9]号(?:文件?|令)|第\s?\d+\s?令|(?<![\d.])\d{8,}(?![\d.]|[万亿]?[元人亩家])"
)
_CONTACT = re.compile(
    r"(?<!\d)[(（]?0\d{2,3}[)）]?[-—–－ ]{0,2}\d{7,8}(?!\d)(?:[-—]\d{1,6})?|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400[- ]?\d{3,4}[- ]?\d{3,4}"
    r"|(?<!\d)(?:12345|12348|12315|12333|12320|12369|12366|12393|12388|12328|12329|12350|12355|12338|12385|96\d{3}|95\d{3})(?!\d|[万亿个户人家元亩.])"
    r"|(?<![\d.])(?:1[12]0|11[49]|122)(?!\d)(?=[、和与及]?(?:1[12]0|11[49]|122|联动|报警|指挥|急救|接处警|热线|电话|平台))"
    r"|(?:电话|传真|热线|手机|邮编|邮政编码|QQ|微信|TEL|Tel)[^\d\n，。；]{0,6}[\d\-—*×()（）、 ]{5,}|[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9.-]+|https?://\S+|www\.\S+"
)
_CLOCK = re.compile(
    r"(?<![\d.])(?:[01]?\d|2[0-4])时(?:[0-5]?\d分)?(?=[至到前起后止—~-]|之前|以前)|(?<=[至到—~-])(?:[01]?\d|2[0-4])时(?:[0-5]?\d分)?(?!长|间|段|速)"
    r"|(?:上午|下午|早上?|晚上?|凌晨|中午)?(?<![比\d.])\d{1,2}[:：][0-5]\d(?![\d.])|(?<![\d.])(?:[01]?\d|2[0-4])[时点](?:[0-5]?\d分(?!钟)|半|整)|(?:上午|下午|早上?|晚上?|凌晨|中午)[\d一二三四五六七八九十]{1,3}[时点]"
)
_LOOSE_DATE = re.compile(
    r"(?=[\d第上前周星礼正腊农一二三四五六七八九十])(?:(?:19|20)\d{2}\s?年?\s?[-—–~～至到]\s?(?:19|20)?\d{2}\s?(?:学年|年度?)|(?:19|20)\d{2}\s?(?:学年|年度?|级|届)|[一二][九〇○零][〇○零一二三四五六七八九]{2}年"
    r"|(?<![\d.])\d{1,2}\s?[、\-—至到~～]\s?\d{1,2}\s?月(?:份|底|初)?|(?<![\d.])(?:1[0-2]|0?[1-9])\s?月(?!\w*票)(?:份|底|初|末|中旬|上旬|下旬)?|(?<![\d.一-龥])(?:3[01]|[12]?\d)\s?[日号](?:前|后|起|止|晚|上午|下午)"
    r"|(?<![个\d几数])(?:十[一二]|[一二三四五六七八九十])月(?:份|底|初|末|中旬|上旬|下旬)|第?[一二三四1-4]季度|(?:上|前)[一二三两]个?(?:季度|月)|\d{2}世纪|[一二]十世纪|[一二三四五六七八九]十年代|\d0年代"
    r"|(?:周|星期|礼拜)[一二三四五六]|十[一二三四五]五(?=时期|期间|以来|末)|(?:正月|腊月|农历)[一二三四五六七八九十]+)"
)


class Claim(NamedTuple):
    """A stretch whose numbers are all explained by one thing."""

    span: Span
    type: NumberType
    ref: str | None
    rule: str


def structural_claims(
    letter: LetterText,
    text: str,
    *,
    title: Title | None,
    letterhead: Letterhead,
    submission: Submission | None,
    sections: tuple[Section, ...],
    periods: tuple[Period, ...],
    documents: tuple[CitedDocument, ...],
    entities: tuple[Entity, ...],
    closing: Closing,
) -> Iterator[Claim]:
    """Claims in the order of their force: the first that covers a number explains it. `text` is narrowed."""
    yield from _titles(text, documents)
    yield from _header(letterhead, closing)
    yield from _contacts(text, closing)
    yield from _markers(letter, sections)
    yield from (Claim(period.span, "date", period.id, "numbers.period") for period in periods)
    for match in _DOCUMENT_NUMBER.finditer(text):
        ref = _reference(match.span(), submission, title, documents)
        yield Claim(match.span(), "identifier", ref, "numbers.identifier")
    yield from _sessions(text, title, submission)
    yield from _dates(text)
    for entity in entities:
        if entity.kind in ("organ", "organisation", "person", "place", "meeting", "programme"):
            yield Claim(entity.span, "name", entity.id, "numbers.entity")


def _titles(text: str, documents: tuple[CitedDocument, ...]) -> Iterator[Claim]:
    for match in _TITLE_MARKS.finditer(text):
        ref = next((doc.id for doc in documents if doc.span[0] <= match.start() < doc.span[1]), "submission")
        yield Claim(match.span(), "name", ref, "numbers.title")


def _header(letterhead: Letterhead, closing: Closing) -> Iterator[Claim]:
    number = letterhead.document_number
    if number is not None:
        yield Claim(number.span, "identifier", "letterhead.document_number", "numbers.document_number")
    for name in ("document_date", "printed_on"):
        date = getattr(closing, name)
        if date is not None:
            yield Claim(date.span, "date", f"closing.{name}", "numbers.closing_date")


def _contacts(text: str, closing: Closing) -> Iterator[Claim]:
    for name in ("phone", "contact", "case_officer", "responsible_official"):
        field: StateField = getattr(closing, name)
        if field.span is not None and field.raw:
            if name == "phone" or any(char.isdecimal() for char in field.raw):
                yield Claim(field.span, "contact", f"closing.{name}", "numbers.contact")
            else:
                yield Claim(field.span, "name", f"closing.{name}", "numbers.contact")
    for match in _CONTACT.finditer(text):
        yield Claim(match.span(), "contact", "closing.phone", "numbers.contact")


def _markers(letter: LetterText, sections: tuple[Section, ...]) -> Iterator[Claim]:
    for section in sections:
        if section.marker:
            start = section.span[0]
            yield Claim((start, start + len(section.marker)), "outline", section.id, "numbers.outline")
    for paragraph in letter.in_zone("body", "attachment", "signature"):
        raw = letter.raw(paragraph)
        marker = marker_at(raw)
        if marker is not None and not paragraph.in_table:
            start = paragraph.span[0]
            yield Claim((start, start + len(marker.raw)), "outline", None, "numbers.marker")
        listed = re.match(r"附\s?件?\s?(?:[:：]\s?)?\d{1,2}(?!\d)[.．、:：]?", raw)
        if listed:
            yield Claim(
                (paragraph.span[0], paragraph.span[0] + listed.end()), "outline", None, "numbers.attachment"
            )
    text = letter.text
    pattern = re.compile(
        r"(?<!第)[（(]\s?[\d１-９一二三四五六七八九十]{1,2}\s?[)）](?!年)|(?<=[。；：;:，,\n])\s?[一二三四五六七八九十]{1,2}(?:是|要|来)(?=[^否])"
        r"|(?<=[。；：;:\n])(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[、.．](?!\d)|[①-⑳])|(?<=[。；：;:\n，])第[一二三四五六七八九十][，,、]|附件[ \t]?\d{1,2}(?!\d)|[①-⑳❶-❿⑴-⒛㈠-㈩]"
    )
    for match in pattern.finditer(text):
        yield Claim(match.span(), "outline", None, "numbers.enumeration")


def _reference(
    span: Span, submission: Submission | None, title: Title | None, documents: tuple[CitedDocument, ...]
) -> str | None:
    for doc in documents:
        if doc.span[0] <= span[0] <= doc.span[1]:
            return doc.id
    if title is not None and title.span[0] <= span[0] < title.span[1]:
        return "submission"
    if submission is not None and submission.span and submission.span[0] <= span[0] < submission.span[1]:
        return "submission"
    return None


def _sessions(text: str, title: Title | None, submission: Submission | None) -> Iterator[Claim]:
    """五届二次, 第十四届全国人大第三次会议, 二十届三中全会 (a meeting's name)."""
    for match in re.finditer(r"[第]?[\d一二三四五六七八九十]{1,3}届[一二三四五六七八九]中全会", text):
        yield Claim(match.span(), "name", None, "numbers.meeting")
    pattern = re.compile(
        r"第?\s?[\d一二三四五六七八九十]{1,3}\s?届(?=[一-龥第\d]{0,14}(?:次|委员会|人大|人民代表大会|政协|常委|全国|全体))|第?\s?[\d一二三四五六七八九十]{1,3}\s?次(?=(?:全体)?会议|常务|常委|全会|党组)"
    )
    for match in pattern.finditer(text):
        yield Claim(
            match.span(), "ordinal", _reference(match.span(), submission, title, ()), "numbers.session"
        )


def _dates(text: str) -> Iterator[Claim]:
    for date in find_dates(text):
        yield Claim(date.span, "date", None, "numbers.date")
    for pattern in (_LOOSE_DATE, _CLOCK):
        for match in pattern.finditer(text):
            yield Claim(match.span(), "date", None, "numbers.date")

"""办理结果类别: where the letter prints its class, and which one counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dafu.forms.document_numbers import document_number_in
from dafu.forms.marks import letter_class, marks_in
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText, Paragraph
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import LetterheadWords
from dafu.parse.head.reference import outcome_class_in
from dafu.records.base import Span
from dafu.records.letter import Carrier, OutcomeClass, OutcomeValue, Title
from dafu.text import fold

_CARRIERS: tuple[Carrier, ...] = ("header", "title", "document_number", "footer", "body")
"""In the order in which they count: those above the body before 版记 and body (contract, letterhead)."""
_TURNED = re.compile(r"(?P<value>[A-D]类件?转为?[A-D]类)")
"""由B类转为A类: a follow-up's own class, whatever the earlier reply had."""
_VALUES: dict[str, OutcomeValue] = {"A": "A", "B": "B", "C": "C", "D": "D"}


class PrintedClass(NamedTuple):
    """A class at one place of the letter."""

    carrier: Carrier
    span: Span
    value: OutcomeValue


def find_outcome_class(letter: LetterText, title: Title | None, lexicon: Lexicon) -> OutcomeClass | None:
    """The class by the first carrier that has one; `carriers` are all that print one, agreeing or not."""
    printed = printed_classes(letter, title, lexicon)
    if not printed:
        return None
    first = printed[0]
    return OutcomeClass(
        raw=letter.text[slice(*first.span)],
        span=first.span,
        rule=f"letterhead.outcome_class.{first.carrier}",
        value=first.value,
        carriers=tuple(dict.fromkeys(found.carrier for found in printed)),
    )


def printed_classes(letter: LetterText, title: Title | None, lexicon: Lexicon) -> tuple[PrintedClass, ...]:
    """All places that print a class, those that count first first."""
    found = [
        *_in_title(letter, title, lexicon),
        *_marked(letter, lexicon),
        *_in_words(letter, lexicon),
    ]
    return tuple(sorted(found, key=lambda one: (_CARRIERS.index(one.carrier), one.span)))


def _in_title(letter: LetterText, title: Title | None, lexicon: Lexicon) -> Iterator[PrintedClass]:
    for paragraph in letter.in_zone("title"):
        folded = fold(letter.raw(paragraph))
        span = outcome_class_in(folded.text, lexicon.submission)
        if span and title is not None:
            printed = folded.text[slice(*span)]
            start, end = folded.span(*span)
            value = _value(letter_class(printed, lexicon.letterhead))
            yield PrintedClass("title", (paragraph.span[0] + start, paragraph.span[0] + end), value)


def _marked(letter: LetterText, lexicon: Lexicon) -> Iterator[PrintedClass]:
    for paragraph in letter.in_zone("letterhead", "addressee", "signature", "imprint"):
        raw = letter.raw(paragraph)
        number = document_number_in(raw) if paragraph.zone == "letterhead" else None
        for mark in marks_in(raw, lexicon.letterhead, also_at=number.end if number else None):
            below = paragraph.zone in ("signature", "imprint")
            if mark.kind != "outcome_class" or (below and not mark.labelled and mark.value == "unknown"):
                continue
            span = (paragraph.span[0] + mark.start, paragraph.span[0] + mark.end)
            yield PrintedClass(
                _carrier(paragraph, number and number.end, mark.start), span, _value(mark.value)
            )


def _carrier(paragraph: Paragraph, number_end: int | None, start: int) -> Carrier:
    if paragraph.zone in ("signature", "imprint"):
        return "footer"
    return "document_number" if number_end == start else "header"


def _in_words(letter: LetterText, lexicon: Lexicon) -> list[PrintedClass]:
    """A class said in the first or the last paragraphs of the body: 办理结果：B类, 由B类转为A类."""
    body = letter.in_zone("body")
    paragraphs = tuple(dict.fromkeys((*body[:2], *body[-2:])))
    for pattern in (_TURNED, _said(lexicon.letterhead)):
        found = [
            PrintedClass("body", (paragraph.span[0] + start, paragraph.span[0] + end), value)
            for paragraph in paragraphs
            for start, end, value in _classes(letter.raw(paragraph), pattern, lexicon.letterhead)
        ]
        if found:
            return found
    return []


def _classes(
    raw: str, pattern: re.Pattern[str], words: LetterheadWords
) -> Iterator[tuple[int, int, OutcomeValue]]:
    folded = fold(raw)
    for match in pattern.finditer(folded.text):
        yield *folded.span(*match.span("value")), _value(letter_class(match["value"], words))


def _value(printed: str) -> OutcomeValue:
    return _VALUES.get(printed, "unknown")


@cache
def _said(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:{any_of(words.outcome_labels)})(?::|为|属于?|是|定为|列为)*"
        r"|(?:该|此|本)(?:件|提案|建议|答复)(?:答复|办理)?(?:属于?|定为|列为|为|按)(?:办理结果)?)"
        r"[“\"(]?(?P<value>[A-D甲乙丙丁])[”\")]?类?(?![\u4e00-\u9fffA-Za-z](?<!件)(?<!办))"
    )

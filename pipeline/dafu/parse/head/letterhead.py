"""版头: issuing organs, document number, class, disclosure, secrecy, urgency and 签发人, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.document_numbers import PrintedNumber, document_number_in
from dafu.forms.marks import Mark, MarkKind, marks_in
from dafu.forms.organs import leading_organ, organs_of_line
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText, Paragraph
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import LetterheadWords, OrganWords
from dafu.parse.closing.contacts import field_of_value, labels_in
from dafu.parse.closing.signature import find_signatures
from dafu.parse.head.outcome import find_outcome_class
from dafu.parse.head.title import find_title
from dafu.records.base import Evidence, Span
from dafu.records.letter import (
    Disclosure,
    DisclosureValue,
    DocumentNumber,
    Letterhead,
    Named,
    StateField,
)
from dafu.text import fold

_DISCLOSURES: dict[str, DisclosureValue] = {
    "proactive": "proactive", "on_application": "on_application", "withheld": "withheld",
}  # fmt: skip


def find_letterhead(letter: LetterText, lexicon: Lexicon) -> Letterhead:
    """The letterhead, its parts found wherever the letter prints them; what it does not print is null.

    A number in the body is quoted, and what a portal adds is no part of the letter.
    """
    title = find_title(letter, lexicon)
    return Letterhead(
        issuing_organs=_issuing_organs(letter, lexicon),
        document_number=_document_number(letter),
        outcome_class=find_outcome_class(letter, title, lexicon),
        disclosure=_disclosure(letter, lexicon.letterhead),
        secrecy=_grade(letter, "secrecy", lexicon.letterhead),
        urgency=_grade(letter, "urgency", lexicon.letterhead),
        signatory=_signatory(letter, lexicon),
    )


def _issuing_organs(letter: LetterText, lexicon: Lexicon) -> tuple[Named, ...]:
    """The organs of the 版头, else of the signature, else the one that the title begins with."""
    above = tuple(
        organ
        for paragraph in letter.in_zone("letterhead")
        for organ in _organs_of(letter, paragraph, lexicon.organs)
    )
    if above:
        return above
    signed = find_signatures(letter, lexicon)
    if signed:
        return tuple(
            organ.model_copy(update={"rule": "letterhead.issuing_organs.signature"}) for organ in signed
        )
    return tuple(_organ_of_title(letter, lexicon))


def _organs_of(letter: LetterText, paragraph: Paragraph, words: OrganWords) -> Iterator[Named]:
    raw = letter.raw(paragraph)
    tail = _tail(words).search(raw)
    spans = organs_of_line(raw[: tail.start()], words) if tail and tail.start() else ()
    for span in spans or organs_of_line(raw, words):
        yield _organ(letter, paragraph, span, "letterhead.issuing_organs.header")


def _organ_of_title(letter: LetterText, lexicon: Lexicon) -> Iterator[Named]:
    """教育部对…的答复: the title names who writes."""
    for paragraph in letter.in_zone("title")[:1]:
        folded = fold(letter.raw(paragraph))
        end = leading_organ(folded.text, lexicon.organs)
        if end and folded.text.startswith(("关于", "对"), end):
            yield _organ(letter, paragraph, folded.span(0, end), "letterhead.issuing_organs.title")


def _organ(letter: LetterText, paragraph: Paragraph, span: Span, rule: str) -> Named:
    where = (paragraph.span[0] + span[0], paragraph.span[0] + span[1])
    raw = letter.text[slice(*where)]
    return Named(raw=raw, span=where, rule=rule, name=re.sub(r"\s+", "", raw))


def _document_number(letter: LetterText) -> DocumentNumber | None:
    for paragraph in letter.in_zone("letterhead"):
        printed = document_number_in(letter.raw(paragraph))
        if printed:
            return _numbered(letter, paragraph, printed)
    return None


def _numbered(letter: LetterText, paragraph: Paragraph, printed: PrintedNumber) -> DocumentNumber:
    span = (paragraph.span[0] + printed.start, paragraph.span[0] + printed.end)
    return DocumentNumber(
        raw=letter.text[slice(*span)],
        span=span,
        rule=f"letterhead.document_number.{printed.form}",
        agency_code=printed.code,
        year=printed.year,
        serial=printed.serial,
    )


def _marks(letter: LetterText, kind: MarkKind, words: LetterheadWords) -> Iterator[tuple[Paragraph, Mark]]:
    zones = (
        letter.in_zone("letterhead")
        if kind in ("secrecy", "urgency")
        else letter.in_zone("letterhead", "signature", "imprint")
    )
    for paragraph in zones:
        for mark in marks_in(letter.raw(paragraph), words):
            if mark.kind == kind:
                yield paragraph, mark


def _evidence(letter: LetterText, paragraph: Paragraph, mark: Mark) -> Evidence:
    span = (paragraph.span[0] + mark.start, paragraph.span[0] + mark.end)
    return Evidence(raw=letter.text[slice(*span)], span=span, rule=f"letterhead.{mark.kind}")


def _disclosure(letter: LetterText, words: LetterheadWords) -> Disclosure | None:
    for paragraph, mark in _marks(letter, "disclosure", words):
        found = _evidence(letter, paragraph, mark)
        value = _DISCLOSURES.get(mark.value, "unknown")
        return Disclosure(raw=found.raw, span=found.span, rule=found.rule, value=value)
    return None


def _grade(letter: LetterText, kind: MarkKind, words: LetterheadWords) -> Evidence | None:
    for paragraph, mark in _marks(letter, kind, words):
        return _evidence(letter, paragraph, mark)
    return None


def _signatory(letter: LetterText, lexicon: Lexicon) -> StateField | None:
    """签发人 or 领导签发, above or below the body; a label with nothing after it is blank, none is null."""
    labels = lexicon.letterhead.signatory_labels
    for paragraph in letter.in_zone("letterhead", "title", "signature", "imprint"):
        raw = letter.raw(paragraph)
        folded = fold(raw)
        printed = labels_in(folded, raw, lexicon.closing)
        for at, label in enumerate(printed):
            if folded.text[label.start : label.end].rstrip(":") not in labels:
                continue
            end = printed[at + 1].start if at + 1 < len(printed) else len(folded.text)
            start = folded.origin[label.end - 1] + 1
            span = (start, _before_other_field(raw, start, folded.span(label.start, end)[1]))
            return field_of_value(raw, span, paragraph.span[0], "letterhead.signatory", lexicon.closing)
    return None


def _before_other_field(raw: str, start: int, end: int) -> int:
    """The end of a name that a document number follows on the same line: `签发人：方舟 青水函〔2024〕1号`."""
    number = document_number_in(raw[start:end])
    return start + number.start if number else end


@cache
def _tail(words: OrganWords) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_of(words.letterhead_tails)})\s*$")

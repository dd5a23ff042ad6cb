"""结尾: who signed and when, contacts, copies, attachments, the request for an opinion, the note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.dates import PrintedDate, find_dates
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText, Paragraph
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import ClosingWords
from dafu.parse.closing.contacts import find_contacts
from dafu.parse.closing.copies import find_attachments, find_copied_to
from dafu.parse.closing.signature import find_signatures, run_in_signature
from dafu.records.base import Evidence, Span
from dafu.records.letter import Closing, DateField, FeedbackRequest
from dafu.records.outline import Section
from dafu.text import fold

_SENTENCE = re.compile(r"[^。！!？?\n]+[。！!？?]*")
_NOTE = re.compile(r"\s*[（(].+[）)]\s*$")


def find_closing(letter: LetterText, sections: tuple[Section, ...], lexicon: Lexicon) -> Closing:
    """The closing, whatever the order of its parts; a portal's date is none of the letter's."""
    contacts = find_contacts(letter, lexicon)
    return Closing(
        signed_by=find_signatures(letter, lexicon),
        document_date=_document_date(letter, lexicon),
        printed_on=_printed_on(letter, lexicon.closing),
        responsible_official=contacts.responsible_official,
        case_officer=contacts.case_officer,
        contact=contacts.contact,
        phone=contacts.phone,
        copied_to=find_copied_to(letter, lexicon),
        attachments=find_attachments(letter, lexicon),
        feedback_requested=_feedback(letter, sections, lexicon.closing),
        note=_note(letter, lexicon.closing),
    )


def _document_date(letter: LetterText, lexicon: Lexicon) -> DateField | None:
    """The date of signing: the last that stands alone or beside an organ below the body, else above it."""
    words = lexicon.closing
    below = (*letter.in_zone("body")[-1:], *letter.in_zone("signature"))
    places = (
        [date for paragraph in letter.in_zone("signature") for date in _alone(letter, paragraph, words)],
        [date for paragraph in letter.in_zone("body")[-1:] for date in _alone(letter, paragraph, words)],
        [date for paragraph in below for date in _at_the_end(letter, paragraph, lexicon)],
        [
            date
            for paragraph in letter.in_zone("letterhead", "title")
            for date in _alone(letter, paragraph, words)
        ],
    )
    found = next((dates[-1] for dates in places if dates), None)
    return found.model_copy(update={"rule": "closing.document_date"}) if found else None


def _alone(letter: LetterText, paragraph: Paragraph, words: ClosingWords) -> Iterator[DateField]:
    raw = letter.raw(paragraph)
    for date in _dated(raw):
        before, after = fold(raw[: date.span[0]]).text, fold(raw[date.span[1] :]).text
        bare = _beside_date(words).sub("", before)
        if paragraph.zone in ("letterhead", "title") and bare:
            continue
        if not _beside_date(words).sub("", after) and re.fullmatch(r"[\w、()]{0,60}", bare):
            yield _field(date, paragraph)


def _at_the_end(letter: LetterText, paragraph: Paragraph, lexicon: Lexicon) -> Iterator[DateField]:
    """A date after contacts or the last sentence: `承办人：李某 2023年5月12日`, `此复。2023年5月12日`."""
    raw = letter.raw(paragraph)
    signed = run_in_signature(raw, lexicon)
    for date in _dated(raw):
        parted = signed or re.search(r"[\s。！!]$", raw[: date.span[0]])
        if date.day and not raw[date.span[1] :].strip() and parted:
            yield _field(date, paragraph)


def _dated(raw: str) -> list[PrintedDate]:
    """The dates with a month, or with its empty place in an unfilled form (2023年 月 日)."""
    return [date for date in find_dates(raw) if date.year and (date.month or "月" in date.raw)]


def _field(date: PrintedDate, paragraph: Paragraph) -> DateField:
    offset = paragraph.span[0]
    span = (date.span[0] + offset, date.span[1] + offset)
    return DateField(raw=date.raw, span=span, rule="closing.date", date=date.iso)


def _printed_on(letter: LetterText, words: ClosingWords) -> DateField | None:
    """The second date of a 文件: `2023年5月12日印发` (GB/T 9704-2012, 7.4.3)."""
    for paragraph in letter.in_zone("imprint", "signature"):
        raw = letter.raw(paragraph)
        for date in _dated(raw):
            before, after = fold(raw[: date.span[0]]).text, fold(raw[date.span[1] :]).text
            if after.startswith(words.printing) or before.rstrip(":").endswith(words.printing_labels):
                return _field(date, paragraph).model_copy(update={"rule": "closing.printed_on"})
    return None


def _feedback(letter: LetterText, sections: tuple[Section, ...], words: ClosingWords) -> FeedbackRequest:
    """Whether a sentence asks for the opinion of the answer; thanks and 欢迎提出宝贵意见 alone do not."""
    for start, end in _closing_spans(letter, sections):
        for match in _SENTENCE.finditer(letter.text, start, end):
            if _asks(fold(match.group()).text, words):
                lead = len(match.group()) - len(match.group().lstrip())
                span = (match.start() + lead, match.end())
                return FeedbackRequest(value=True, span=span, rule="closing.feedback")
    return FeedbackRequest(value=False)


def _closing_spans(letter: LetterText, sections: tuple[Section, ...]) -> tuple[Span, ...]:
    """Sections of role closing, and the last paragraph of the body, which may hold all in one."""
    spans = [section.own_span for section in sections if section.role == "closing"]
    spans.extend(paragraph.span for paragraph in letter.in_zone("body")[-1:])
    return tuple(sorted(spans))


def _asks(sentence: str, words: ClosingWords) -> bool:
    if any(word in sentence for word in words.satisfaction):
        return any(word in sentence for word in (*words.opinion, *words.asking, "您", "你"))
    asking = _asking(words).search(sentence)
    if any(form in sentence for form in words.feedback_forms):
        return bool(asking) or any(word in sentence for word in words.answering)
    if _objecting(words).search(sentence):
        return True
    about_answer = any(word in sentence for word in words.opinion)
    return asking is not None and about_answer and not any(word in asking.group() for word in words.inviting)


def _note(letter: LetterText, words: ClosingWords) -> Evidence | None:
    """附注, the bracketed line below the date (GB/T 9704-2012, 7.3.8): disclosure, else the contacts.

    Contacts in brackets are a note and fields of their own; stamps are none.
    """
    contacts: Evidence | None = None
    for paragraph in letter.in_zone("signature", "imprint"):
        raw = letter.raw(paragraph)
        bare = fold(raw).text
        if not _NOTE.fullmatch(raw) or any(word in bare for word in words.not_notes):
            continue
        note = Evidence(raw=raw, span=paragraph.span, rule="closing.note")
        if not any(word in bare for word in words.note_contacts):
            return note
        contacts = contacts or note
    return contacts


@cache
def _beside_date(words: ClosingWords) -> re.Pattern[str]:
    """What may stand with a date of signing: a label, a stamp, brackets."""
    return re.compile(rf"(?:{any_of(words.signature_labels)}):|\(?(?:{any_of(words.stamps)})\)|[()\s]")


@cache
def _objecting(words: ClosingWords) -> re.Pattern[str]:
    """如有不同意见，请及时提出; 如有不妥，请批评指正."""
    return re.compile(
        rf"[如若][^。;,]{{0,10}}(?:{any_of(words.objections)}),?[^。;,]{{0,4}}(?:{any_of(words.asking)})"
        rf"[^。;]{{0,12}}(?:提出|{any_of(words.answering, words.correcting)})"
    )


@cache
def _asking(words: ClosingWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.asking)})[^。;]{{0,40}}?(?:{any_of(words.answering)})")

"""What the letter says against itself, and what every letter has and this one has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dafu.forms.dates import CUT_HAN_YEAR, find_dates
from dafu.forms.numerals import counter_value
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.parse.findings.counting import announced_counts, numbering_gaps
from dafu.parse.head.outcome import printed_classes
from dafu.parse.head.submission import PrintedReference, printed_references
from dafu.records.finding import Finding, FindingCode, Severity
from dafu.records.letter import Addressee, Closing, Letterhead, Submission, Title
from dafu.records.outline import Section
from dafu.text import fold

_UNCLOSED_YEAR = re.compile(r"[〔﹝][^\S\n]*[0-9０-９]{2,}(?![^\S\n]*[0-9０-９〕﹞\]］】）)])")
"""`〔202323`: a document number that lost its bracket and digits."""
_NO_CHARACTER = re.compile(r"�+|[\ue000-\uf8ff]+")
"""The replacement character, and private code points that only the lost font could show."""
_CUT_DATE = re.compile(
    rf"(?<![\d〇○零一二三四五六七八九])(?:{CUT_HAN_YEAR}(?=年)|20\d(?=年\d{{1,2}}月))"
    r"|(?:19|20)\d\d年(?:[^\S\n]*月[^\S\n]*\d{1,2}日|[^\S\n]*\d{1,2}月[^\S\n]*日)"
)
"""二〇二年, 202年5月, 2024年 月28日: what stood below a seal, or what the recogniser passed over."""
_MORE_ITEMS = re.compile(r"等[\d一二三四五六七八九十两]*[件份个]")


def check_letter(
    *,
    letter: LetterText,
    title: Title | None,
    letterhead: Letterhead,
    submission: Submission | None,
    addressees: tuple[Addressee, ...],
    sections: tuple[Section, ...],
    closing: Closing,
    lexicon: Lexicon,
) -> tuple[Finding, ...]:
    """The findings about a reply; those about its carrier are layout's and stand in `source.findings`."""
    return (
        *_several(letter),
        *_missing(title, letterhead, submission, addressees, closing),
        *_number_conflicts(letter, title, lexicon),
        *_class_conflict(letter, title, lexicon),
        *_unknown_values(letterhead),
        *announced_counts(letter, sections),
        *numbering_gaps(sections),
        *_impossible_dates(letter),
        *_lost_text(letter),
    )


def not_a_reply(letter: LetterText) -> tuple[Finding, ...]:
    """The findings about a document that answers no submission."""
    message = "No title, addressee or opening of a reply was found."
    return (_finding("not_a_reply", "warning", message), *_several(letter), *_lost_text(letter))


def _finding(
    code: FindingCode,
    severity: Severity,
    message: str,
    span: tuple[int, int] | None = None,
    related: tuple[str, ...] = (),
) -> Finding:
    return Finding(code=code, severity=severity, message=message, span=span, related=related)


def _several(letter: LetterText) -> Iterator[Finding]:
    if letter.of > 1:
        yield _finding("several_letters", "info", f"Letter {letter.index} of {letter.of} in the file.")


def _missing(
    title: Title | None,
    letterhead: Letterhead,
    submission: Submission | None,
    addressees: tuple[Addressee, ...],
    closing: Closing,
) -> Iterator[Finding]:
    numbered = submission is not None and bool(submission.numbers or submission.class_number)
    titled = submission is not None and bool(submission.titles)
    for found, code, severity, what in (
        (title, "missing_title", "warning", "title (标题)"),
        (addressees, "missing_addressee", "warning", "addressee (主送)"),
        (letterhead.issuing_organs, "missing_issuing_organ", "warning", "issuing organ (发文机关)"),
        (letterhead.document_number, "missing_document_number", "warning", "document number (发文字号)"),
        (closing.document_date, "missing_document_date", "warning", "date of signing (成文日期)"),
        (closing.signed_by, "missing_signature", "info", "signature (署名)"),
        (numbered, "missing_submission_number", "warning", "number of the item answered (提案/建议编号)"),
        (titled, "missing_submission_title", "info", "title of the item answered (案由)"),
    ):
        if not found:
            yield Finding.model_validate(
                {"code": code, "severity": severity, "message": f"The letter prints no {what}."}
            )


def _number_conflicts(letter: LetterText, title: Title | None, lexicon: Lexicon) -> Iterator[Finding]:
    """A number or meeting in the opening that is not the title's: 第62号 above, 第062号 below."""
    printed = printed_references(letter, title, lexicon)
    above = [found for found in printed if found.place == "title"]
    below = [found for found in printed if found.place == "opening"]
    numbers = {_in_digits(number) for found in above for number in found.reference.numbers}
    open_ended = title is not None and _MORE_ITEMS.search(fold(title.raw).text) is not None
    for found in below:
        other = [number for number in found.reference.numbers if _in_digits(number) not in numbers]
        if numbers and other and not open_ended:
            message = f"The title gives number {'、'.join(sorted(numbers))}, the opening {'、'.join(other)}."
            yield _finding("carrier_conflict", "warning", message, found.span)
        elif _meeting(found) and above and not any(_agree(found, other) for other in above):
            yield _finding(
                "carrier_conflict", "warning", "Title and opening name different meetings (届次).", found.span
            )


def _in_digits(number: str) -> str:
    """第四十六号 and 第46号 are one number; 第62号 and 第062号 are two."""
    value = None if number.isascii() else counter_value(number)
    return number if value is None else str(value)


def _meeting(found: PrintedReference) -> tuple[int, int] | None:
    term, session = found.reference.term, found.reference.session
    return (term, session) if term is not None and session is not None else None


def _agree(found: PrintedReference, other: PrintedReference) -> bool:
    return _meeting(other) in (None, _meeting(found))


def _class_conflict(letter: LetterText, title: Title | None, lexicon: Lexicon) -> Iterator[Finding]:
    """Two carriers with two classes; an earlier class that the text of a reply tells of is no second one."""
    printed = [found for found in printed_classes(letter, title, lexicon) if found.carrier != "body"]
    for found in printed[1:]:
        if found.value != printed[0].value:
            shown = [f"{letter.text[slice(*one.span)]} ({one.carrier})" for one in (printed[0], found)]
            yield _finding("carrier_conflict", "warning", f"Outcome class {' and '.join(shown)}.", found.span)
            return


def _unknown_values(letterhead: Letterhead) -> Iterator[Finding]:
    for field, name in ((letterhead.outcome_class, "outcome class"), (letterhead.disclosure, "disclosure")):
        if field and field.value == "unknown":
            yield _finding(
                "unknown_value", "warning", f"{name}: {field.raw} fits no known value.", field.span
            )


def _impossible_dates(letter: LetterText) -> Iterator[Finding]:
    for date in find_dates(letter.text):
        if not date.possible:
            yield _finding("impossible_date", "warning", f"No calendar has {date.raw}.", date.span)


def _lost_text(letter: LetterText) -> Iterator[Finding]:
    for pattern in (_UNCLOSED_YEAR, _NO_CHARACTER, _CUT_DATE):
        for match in pattern.finditer(letter.text):
            yield _finding("lost_text", "warning", "Characters were lost here.", match.span())

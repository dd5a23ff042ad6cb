"""信函标识: one key for all editions and carriers of a letter."""

from __future__ import annotations

import re

from dafu.records.letter import Addressee, DocumentNumber, Letterhead, Submission
from dafu.text import fold

_OPEN, _CLOSE = re.compile(r"[﹝\[(【{<〈]"), re.compile(r"[﹞\])】}>〉]")


def letter_key(
    letterhead: Letterhead, submission: Submission | None, addressees: tuple[Addressee, ...]
) -> str | None:
    """Issuing organ and document number, else submission and addressee; `None` if neither pair is complete.

    White space, width and the kind of brackets make no difference.
    """
    organs = "、".join(_plain(organ.name) for organ in letterhead.issuing_organs)
    number = letterhead.document_number
    if organs and number:
        return f"{organs}|{_number_key(number)}"
    names = "、".join(_plain(addressee.name) for addressee in addressees)
    item = _submission_key(submission) if submission else ""
    return f"{item}|{names}" if item and names else None


def _number_key(number: DocumentNumber) -> str:
    if number.agency_code and number.year and number.serial:
        return f"{_plain(number.agency_code)}〔{number.year}〕{_plain(number.serial)}号"
    return _plain(number.raw)


def _submission_key(submission: Submission) -> str:
    """Body, meeting and numbers; the titles where nothing is numbered."""
    identified = submission.numbers or tuple(filter(None, (submission.class_number,))) or submission.titles
    if not identified:
        return ""
    meeting = f"{submission.term or ''}-{submission.session or ''}"
    items = "、".join(_plain(item) for item in identified)
    return f"{submission.kind}:{_plain(submission.body or '')}:{meeting}:{items}"


def _plain(raw: str) -> str:
    return _CLOSE.sub("〕", _OPEN.sub("〔", fold(raw).text)).replace("\n", "")

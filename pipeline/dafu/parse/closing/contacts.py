"""负责人、承办人、联系人、电话: labels and their values, present, blank, redacted or absent."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from dafu.forms.wording import any_of
from dafu.layout.model import LetterText, Paragraph
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import ClosingWords
from dafu.records.base import Span
from dafu.records.letter import ABSENT, State, StateField
from dafu.text import Folded, fold

Part = Literal["responsible_official", "case_officer", "contact", "phone"]
_PREFERRED: tuple[State, ...] = ("present", "redacted", "blank")
_LAST_BODY_PARAGRAPHS = 2
_NUMBER = re.compile(r"[(（+]?\d[\d\-—–()（）*×xX#转\s、/,，;]{3,}$|[*×xX#]{5,}$")
_BARE_NAME = re.compile(r"[一-鿿]{2,3}(?=[\s,，、;；(（]|$)")
"""A name directly after its label: `联系人苏文清，电话5550123`."""
_EDGE = " \t\n　,，、;；。:：|()（）"


class Contacts(NamedTuple):
    """The contact fields of a closing."""

    responsible_official: StateField
    case_officer: StateField
    contact: StateField
    phone: StateField


class Label(NamedTuple):
    """A label in a folded paragraph; `part` is None for one that only ends another's value."""

    start: int
    end: int
    part: Part | None
    with_phone: bool


def find_contacts(letter: LetterText, lexicon: Lexicon) -> Contacts:
    """The contacts wherever they stand: above the title, below the date, in brackets, in the imprint.

    Of several values of one kind the first counts that is present, else redacted, else blank.
    """
    words = lexicon.closing
    found: list[tuple[Part, StateField]] = []
    for paragraph in _paragraphs(letter):
        found.extend(_in_paragraph(letter, paragraph, words))
    return Contacts(*(_best(found, part) for part in _PARTS))


_PARTS: tuple[Part, ...] = ("responsible_official", "case_officer", "contact", "phone")


def labels_in(folded: Folded, raw: str, words: ClosingWords) -> tuple[Label, ...]:
    """The labels of a folded paragraph: with a colon anywhere, without one where a field may begin."""
    found: list[Label] = []
    for match in _label(words).finditer(folded.text):
        if match["colon"] or _stands_alone(folded, raw, match):
            part = _part_of(match["label"], words)
            found.append(Label(match.start(), match.end(), part, match["with_phone"] is not None))
    return tuple(found)


def _paragraphs(letter: LetterText) -> tuple[Paragraph, ...]:
    last_of_body = letter.in_zone("body")[-_LAST_BODY_PARAGRAPHS:]
    outside = letter.in_zone("letterhead", "signature", "imprint")
    return tuple(sorted((*outside, *last_of_body), key=lambda paragraph: paragraph.span))


def _in_paragraph(
    letter: LetterText, paragraph: Paragraph, words: ClosingWords
) -> list[tuple[Part, StateField]]:
    raw = letter.raw(paragraph)
    folded = fold(raw)
    labels = labels_in(folded, raw, words)
    if paragraph.zone == "body":
        labels = tuple(label for label in labels if folded.text[label.end - 1] == ":")
    found: list[tuple[Part, StateField]] = []
    for at, label in enumerate(labels):
        if label.part is None and not label.with_phone:
            continue
        end = labels[at + 1].start if at + 1 < len(labels) else len(folded.text)
        stop = re.search(r"[。;\n]", folded.text[label.end : end])
        if stop:
            end = label.end + stop.start()
        value = _trimmed(raw, folded.span(label.end, end) if end > label.end else _after(folded, label))
        start = paragraph.span[0]
        person, number = _split(raw, value) if label.part != "phone" else (value, None)
        if label.part:
            found.append((label.part, _state(raw, person, start, f"closing.{label.part}", words)))
        if number or label.with_phone:
            empty = (value[1], value[1])
            found.append(("phone", _state(raw, number or empty, start, "closing.phone", words)))
    return found


def field_of_value(raw: str, span: Span, offset: int, rule: str, words: ClosingWords) -> StateField:
    """The field whose value is `raw[span]`, edges trimmed; `offset` is where `raw` begins in the letter."""
    return _state(raw, _trimmed(raw, span), offset, rule, words)


def _after(folded: Folded, label: Label) -> Span:
    at = folded.origin[label.end - 1] + 1
    return at, at


def _split(raw: str, value: Span) -> tuple[Span, Span | None]:
    """A person's value with the number that follows it: `李某 0999-5550123`, `李某（5550123）`."""
    number = _NUMBER.search(raw[slice(*value)])
    if number is None:
        return value, None
    seam = value[0] + number.start()
    return _trimmed(raw, (value[0], seam)), _trimmed(raw, (seam, value[1]))


def _trimmed(raw: str, span: Span) -> Span:
    start, end = span
    opened = raw[start:end].count("(") + raw[start:end].count("（")
    while end > start and raw[end - 1] in _EDGE:
        if raw[end - 1] in ")）" and opened and not raw[start:end].startswith(("(", "（")):
            break
        end -= 1
    while start < end and raw[start] in _EDGE:
        if raw[start] in "(（" and re.match(r"[(（]\d{3,4}[)）]", raw[start:end]):
            break
        start += 1
    return start, end


def _state(raw: str, span: Span, offset: int, rule: str, words: ClosingWords) -> StateField:
    printed = raw[slice(*span)]
    bare = printed.strip("".join(words.fillers) + " ")
    where = (span[0] + offset, span[1] + offset)
    if not bare and not any(mask in printed for mask in words.masks):
        return StateField(state="blank", raw="", value=None, span=(where[0], where[0]), rule=rule)
    if _masked(printed, words):
        return StateField(state="redacted", raw=printed, value=None, span=where, rule=rule)
    return StateField(state="present", raw=printed, value=_tidy(printed), span=where, rule=rule)


def _masked(printed: str, words: ClosingWords) -> bool:
    hidden = printed.strip("（）()") in words.mask_words or re.fullmatch(r"\S某{1,2}", printed) is not None
    return hidden or any(mask in printed for mask in words.masks)


def _tidy(printed: str) -> str:
    """Without the blank that spreads a name of two characters, other blanks single."""
    return re.sub(r"\s+", " ", re.sub(r"^([一-鿿])\s+([一-鿿])$", r"\1\2", printed))


def _best(found: list[tuple[Part, StateField]], part: Part) -> StateField:
    fields = [field for kind, field in found if kind == part]
    return min(fields, key=lambda field: _PREFERRED.index(field.state)) if fields else ABSENT


def _stands_alone(folded: Folded, raw: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = start == 0 or raw[folded.origin[start] - 1] in " \t　,，;；、|(（"
    following = raw[folded.origin[end - 1] + 1 : folded.origin[end - 1] + 2]
    if not before:
        return False
    return (
        not following
        or following in " \t　0123456789(（*"
        or _BARE_NAME.match(raw, folded.origin[end - 1] + 1) is not None
    )


def _part_of(label: str, words: ClosingWords) -> Part | None:
    for part in _PARTS:
        if label in getattr(words, part):
            return part
    return None


@cache
def _label(words: ClosingWords) -> re.Pattern[str]:
    """A label, with 及电话 or （电话） after it, its colon and what may stand between them."""
    people = (words.responsible_official, words.case_officer, words.contact)
    return re.compile(
        rf"(?P<label>{any_of(*people, words.phone, words.other_labels)})"
        rf"(?P<with_phone>(?:[及和与、/,(]|以及)(?:{any_of(words.phone)})\)?)?(?:\([^():]{{1,8}}\))?(?P<colon>:)?"
    )

"""抄送、抄报 and 附件说明: lists of names in the paragraphs after the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.numerals import COUNTER, counter_value
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText, Paragraph
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import ClosingWords
from dafu.parse.closing.contacts import labels_in
from dafu.records.base import Span
from dafu.records.letter import Named
from dafu.text import fold

_SEPARATORS = "、，,;；\t \n　"
_OPEN, _CLOSE = "（(〔[《“", "）)〕]》”"
_SHARE = re.compile(r"\s*[（(]\d+份[)）]$")
"""How many copies a receiver gets: 市政协提案委（2份）."""
_PRINT_RUN = re.compile(r"[（(]?共印\d+份.*|.*印发")


def find_copied_to(letter: LetterText, lexicon: Lexicon) -> tuple[Named, ...]:
    """The receivers of copies, as printed, in order (GB/T 9704-2012, 7.4.2); blanks part them too."""
    words = lexicon.closing
    found: list[Named] = []
    initials = tuple({label[0]: None for label in words.copied_to})
    for paragraph in letter.in_zone("letterhead", "signature", "imprint", "body"):
        if not letter.raw(paragraph).lstrip().startswith(initials):
            continue
        folded = fold(letter.raw(paragraph))
        match = _copy_label(words).match(folded.text)
        while match:
            following = [label.start for label in labels_in(folded, letter.raw(paragraph), words)]
            end = min((at for at in following if at >= match.end()), default=len(folded.text))
            if end > match.end():
                span = folded.span(match.end(), end)
                whole = (paragraph.span[0] + span[0], paragraph.span[0] + span[1])
                found.extend(
                    _named(letter, member, "closing.copied_to") for member in _members(letter.text, whole)
                )
            match = _copy_label(words).match(folded.text, end)
    return tuple(found)


def find_attachments(letter: LetterText, lexicon: Lexicon) -> tuple[Named, ...]:
    """The attachments that the letter lists after its body (GB/T 9704-2012, 7.3.5), numbers left out."""
    found: list[Named] = []
    paragraphs = letter.in_zone("body", "signature")
    for at, paragraph in enumerate(paragraphs):
        match = _attachment_label(lexicon.closing).match(letter.raw(paragraph))
        if match is None:
            continue
        start = paragraph.span[0] + match.end()
        listed = list(
            _numbered(letter.text, (start, paragraph.span[1]), counter_value(match["n"] or "") or 1)
        )
        for following in paragraphs[at + 1 :]:
            further = _next_number(letter, following, len(listed) + 1)
            if further is None:
                break
            listed.extend(_numbered(letter.text, further, len(listed) + 1))
        found.extend(_named(letter, span, "closing.attachments") for span in listed)
    return tuple(found)


def _numbered(text: str, span: Span, first: int) -> Iterator[Span]:
    """The names in `1.甲 2.乙`; the whole where nothing is numbered."""
    starts: list[tuple[int, int]] = []
    at = span[0]
    for number in range(first, first + 30):
        match = re.compile(rf"(?<![\d.．]){number}\s*[.．、](?!\d)\s*").search(text, at, span[1])
        if match is None or (not starts and text[span[0] : match.start()].strip(_SEPARATORS)):
            break
        starts.append(match.span())
        at = match.end()
    begins = [end for _, end in starts] or [span[0]]
    ends = [*(start for start, _ in starts[1:]), span[1]]
    for begin, end in zip(begins, ends, strict=True):
        name = _trim(text, (begin, end))
        if name[0] < name[1]:
            yield name


def _next_number(letter: LetterText, paragraph: Paragraph, number: int) -> Span | None:
    if re.match(rf"\s*{number}\s*[.．、](?!\d)", letter.raw(paragraph)):
        return paragraph.span
    return None


def _members(text: str, span: Span) -> Iterator[Span]:
    """The names between separators, those in brackets aside; the list ends at its full stop."""
    depth, begin, end = 0, span[0], span[1]
    for at in range(*span):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if text[at] == "。" and depth <= 0:
            end = at
            break
        if text[at] in _SEPARATORS and depth <= 0:
            yield from _member(text, (begin, at))
            begin = at + 1
    yield from _member(text, (begin, end))


def _member(text: str, span: Span) -> Iterator[Span]:
    name = _trim(text, span)
    if name[0] < name[1] and not _PRINT_RUN.fullmatch(text[slice(*name)]):
        yield name


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _SEPARATORS + ":：":
        start += 1
    while end > start and text[end - 1] in _SEPARATORS + "。.":
        end -= 1
    share = _SHARE.search(text, start, end)
    return start, share.start() if share else end


def _named(letter: LetterText, span: Span, rule: str) -> Named:
    raw = letter.text[slice(*span)]
    return Named(raw=raw, name=re.sub(r"\s+", "", raw), span=span, rule=rule)


@cache
def _copy_label(words: ClosingWords) -> re.Pattern[str]:
    return re.compile(rf"[;,]?(?:{any_of(words.copied_to)}):?(?!给)")


@cache
def _attachment_label(words: ClosingWords) -> re.Pattern[str]:
    blanks = r"\s*"
    labels = "|".join(blanks.join(map(re.escape, label)) for label in words.attachments)
    return re.compile(rf"\s*(?:{labels})\s*(?P<n>[{COUNTER}\d]{{1,2}})?\s*(?:[:：]|(?<=\d)[.．、])\s*")

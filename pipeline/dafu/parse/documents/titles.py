"""题名: which quoted titles are documents, and which are items answered, works, forms or licences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dafu.forms.book_marks import MarkedTitle, marked_titles
from dafu.forms.wording import any_of
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import DocumentWords
from dafu.records.letter import Submission

_BEFORE_STRAY = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”（）()〈〉、—-]{4,70}$")
_OTHER_MARKS = re.compile(r"[〈<\uff1c](?P<title>[^〈〉<>\uff1c\uff1e《》\n]{6,80})[〉>\uff1e]")
_QUOTED = re.compile(r"“(?P<title>[^“”《》\n]{8,60}(?:“[^“”\n]{1,12}”[^“”《》\n]{2,40})?)”")
_OPENING = 400
"""Characters from the body's start in which the items answered are named."""


class PrintedTitle(NamedTuple):
    """A title as printed: `text[start:end]` with its marks, and its words without them."""

    start: int
    end: int
    words: str
    is_document: bool
    rule: str


def titles_in(
    text: str, submission: Submission | None, lexicon: Lexicon, *, opening: bool
) -> Iterator[PrintedTitle]:
    """The titles in a text, documents and others, in reading order.

    `opening`: the text begins with the letter's opening, where 您提出的《…》 names an item.
    """
    words = lexicon.documents
    own = _own_titles(submission)
    marked = marked_titles(text)
    found = [_marked(text, title, own, opening, lexicon) for title in marked]
    found.extend(_unmarked(text, marked, words))
    yield from sorted(found)


def _marked(
    text: str, title: MarkedTitle, own: frozenset[str], opening: bool, lexicon: Lexicon
) -> PrintedTitle:
    words = lexicon.documents
    start, end = title.inner
    if not title.closed:
        end = _trimmed(text, start, end, words)
    inner = text[start:end].strip()
    last = title.end if title.closed else end
    rule = "documents.title" if title.closed else "documents.unclosed"
    is_item = _bare(inner) in own or _is_item(inner, words) or (opening and _submitted(text, title, lexicon))
    is_document = bool(inner) and not is_item and _is_document(text, title.start, last, inner, words)
    return PrintedTitle(title.start, last, inner, is_document, rule)


def _unmarked(text: str, marked: tuple[MarkedTitle, ...], words: DocumentWords) -> Iterator[PrintedTitle]:
    """Titles with the opening mark lost, in other brackets, or in quotes after a verb."""
    spans = [(title.start, title.end) for title in marked]
    for close in re.finditer("》", text):
        lead = _BEFORE_STRAY.search(text, max(0, close.start() - 70), close.start())
        if lead is None or _inside(close.start(), spans):
            continue
        verbs = list(_leading(words).finditer(lead.group()))
        start = lead.start() + (verbs[-1].end() if verbs else 0)
        inner = text[start : close.start()]
        if verbs and len(inner) >= 4 and _kind_end(words).search(inner):
            yield PrintedTitle(start, close.end(), inner, True, "documents.unopened")
    for pattern, rule in ((_OTHER_MARKS, "documents.brackets"), (_QUOTED, "documents.quoted")):
        for match in pattern.finditer(text):
            inner = match["title"]
            if (
                _inside(match.start(), spans)
                or not _strict_end(words).search(inner)
                or _is_item(inner, words)
            ):
                continue
            before = text[max(0, match.start() - 6) : match.start()]
            if pattern is _OTHER_MARKS or _leading_end(words).search(before):
                yield PrintedTitle(match.start(), match.end(), inner, True, rule)


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _trimmed(text: str, start: int, end: int, words: DocumentWords) -> int:
    """End of a title without closing mark: after the first ending that no further title word follows."""
    for match in _kind_anywhere(words).finditer(text, start, end):
        after = text[match.end() : match.end() + 1]
        if (
            match.end() - start >= 6
            and after not in "的（(、和与及"
            and not _kind_anywhere(words).match(text, match.end())
        ):
            return match.end()
    return end


def _is_item(title: str, words: DocumentWords) -> bool:
    bare = re.sub(r"[（(][^（）()]*[)）]$", "", title)
    return bare.endswith(words.item_ends) and not title.startswith(words.not_items)


def _submitted(text: str, title: MarkedTitle, lexicon: Lexicon) -> bool:
    """Whether the opening names an item here: 您提出的《…》收悉."""
    if title.start > _OPENING:
        return False
    before = text[max(0, title.start - 12) : title.start].rstrip("：:，, 关于")
    return before.endswith((*lexicon.submission.submitting, "提出", "您的", "你的"))


def _is_document(text: str, start: int, end: int, title: str, words: DocumentWords) -> bool:
    """By its ending; else by the words beside it; a title that nothing speaks against is one."""
    before, after = text[max(0, start - 8) : start], text[end : end + 6]
    if before.endswith(words.works_before) or after.startswith(words.works_after):
        return False
    bare = re.sub(r"(?:[（(][^（）()]*[)）])+$", "", title)
    if _kind_end(words).search(title):
        return True
    return not bare.endswith(words.not_documents)


def _own_titles(submission: Submission | None) -> frozenset[str]:
    if submission is None:
        return frozenset()
    return frozenset(_bare(title) for item in (submission, *submission.also) for title in item.titles)


def _bare(title: str) -> str:
    return re.sub(r"[^\w]", "", title)


@cache
def _kind_end(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.kinds)})(?:[（(〔][^（）()]*[)）〕])*$")


@cache
def _strict_end(words: DocumentWords) -> re.Pattern[str]:
    """Endings that only documents have; “…计划” and “…机制” are programmes too."""
    strict = tuple(word for word in words.kinds if word not in words.loose_kinds)
    return re.compile(rf"(?:{any_of(strict)})(?:[（(][^（）()]*[)）])?$")


@cache
def _kind_anywhere(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words.kinds)})(?:[（(](?:{any_of(words.remarks)}|\d{{4}}[^（）()]*)[)）])?"
    )


@cache
def _leading(words: DocumentWords) -> re.Pattern[str]:
    """Verbs before a title; the last of them in a string is where the title begins."""
    return re.compile(any_of(words.before_number, words.issued, words.basis))


@cache
def _leading_end(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.issued, words.basis, words.forwarded, words.in_preparation)})了?$")

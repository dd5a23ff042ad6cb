"""引用文件: the documents that the letter names, each mention with the use it makes of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import DocumentWords
from dafu.parse.documents.numbers import number_after, number_before, numbers_in
from dafu.parse.documents.titles import PrintedTitle, titles_in
from dafu.parse.documents.usage import cites, names_no_verb, usage_of
from dafu.records.facts import CitedDocument, DocumentUsage
from dafu.records.letter import Letterhead, Submission
from dafu.records.outline import Section

_ROW_GAP = re.compile(
    r"(?:\s?[(（〔\[][^()（）《》\n]{1,60}[)）\]])?(?:标准|规范|文件|规定)?(?:等)?[、，,]?(?:和|及|与|以及|暨|或|并)?[、，,]?\s?"
)


class _Mention(NamedTuple):
    title: PrintedTitle | None
    number: str | None
    start: int
    end: int


def find_documents(
    letter: LetterText,
    *,
    submission: Submission | None,
    letterhead: Letterhead,
    sections: tuple[Section, ...],
    lexicon: Lexicon,
) -> tuple[CitedDocument, ...]:
    """Every mention of a document in the body, in reading order.

    Every mention is listed, as with entities, so that an item and a number can refer to the one they hold; a
    short title (以下简称《办法》, or 《办法》 after the full one) has the full title. The titles of the items
    answered, newspapers, works, forms and licences are none; a document known by its number alone has no title.
    """
    words = lexicon.documents
    own = letterhead.document_number.raw if letterhead.document_number else None
    found: list[CitedDocument] = []
    names = _Names(words)
    for start, end in _stretches(letter):
        text = letter.text[start:end]
        titles = tuple(titles_in(text, submission, lexicon, opening=not found))
        mentions = _mentions(text, titles, words)
        for mention, usage in _with_usage(text, mentions, start, sections, words):
            if own and mention.title is None and mention.number and mention.number.endswith(own):
                continue
            span = (start + mention.start, start + mention.end)
            title = (
                names.full(mention.title.words, text[mention.end : mention.end + 60])
                if mention.title
                else None
            )
            found.append(
                CitedDocument(
                    id=f"d{len(found) + 1}",
                    raw=letter.text[slice(*span)],
                    span=span,
                    rule=mention.title.rule if mention.title else "documents.number",
                    title=title,
                    document_number=mention.number,
                    usage=usage,
                    kind=_kind(title, words),
                )
            )
    return tuple(found)


def _stretches(letter: LetterText) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring paragraphs of body and attachments."""
    start = end = None
    for paragraph in letter.in_zone("body", "attachment"):
        if start is not None and end is not None and paragraph.span[0] != end + 1:
            yield start, end
            start = None
        if start is None:
            start = paragraph.span[0]
        end = paragraph.span[1]
    if start is not None and end is not None:
        yield start, end


def _mentions(text: str, titles: tuple[PrintedTitle, ...], words: DocumentWords) -> list[_Mention]:
    """Titles with the numbers beside them, and numbers that stand alone."""
    mentions: list[_Mention] = []
    taken: list[tuple[int, int]] = []
    for title in titles:
        number = number_after(text, title.end, words)
        before = number_before(text, title.start, words) if number is None else None
        if before is not None and taken and before.start < taken[-1][1]:
            before = None
        begin = before.start if before else title.start
        end = number.end if number else title.end
        printed = number or before
        taken.append((begin, end))
        if title.is_document:
            mentions.append(_Mention(title, printed.number if printed else None, begin, end))
    taken.extend((alias.start(), alias.end()) for alias in _alias(words).finditer(text))
    for number in sorted(numbers_in(text, words)):
        if not any(start < number.end and number.start < end for start, end in taken):
            mentions.append(_Mention(None, number.number, number.start, number.end))
            taken.append((number.start, number.end))
    aliased = [alias.span("name") for alias in _alias(words).finditer(text)]
    return sorted(
        (mention for mention in mentions if not any(start <= mention.start < end for start, end in aliased)),
        key=lambda mention: mention.start,
    )


def _with_usage(
    text: str, mentions: list[_Mention], offset: int, sections: tuple[Section, ...], words: DocumentWords
) -> Iterator[tuple[_Mention, DocumentUsage]]:
    """Each mention with its usage; titles in a row share the verb before the first and the words after the last."""
    rows: list[list[_Mention]] = []
    for mention in mentions:
        gap = text[rows[-1][-1].end : mention.start] if rows else ""
        listed = gap[:1] in tuple("、和及与") and names_no_verb(gap, words)
        restarts = gap.endswith(("，", ",")) and cites(text[mention.end : mention.end + 6], words)
        if rows and (listed or _ROW_GAP.fullmatch(gap)) and not restarts:
            rows[-1].append(mention)
        else:
            rows.append([mention])
    starts = [section.own_span[0] for section in sections]
    after_row = 0
    for row in rows:
        at = bisect_right(starts, offset + row[0].start) - 1
        planned = at >= 0 and sections[at].role == "plan"
        for mention in row:
            usage = usage_of(
                text,
                row[0].start,
                row[-1].end,
                after_row=after_row,
                title=mention.title.words if mention.title else "",
                planned=planned,
                words=words,
            )
            yield mention, usage
        after_row = row[-1].end


class _Names:
    """Full titles by their short ones, as the letter gives them."""

    def __init__(self, words: DocumentWords) -> None:
        self._words = words
        self._full: dict[str, str] = {}
        self._titles: list[str] = []

    def full(self, title: str, after: str) -> str:
        """The full title of what is printed as `title`; `after` may declare a short one for it."""
        alias = _alias(self._words).search(after)
        if alias and not re.search("[。；;《]", after[: alias.start()]):
            self._full[alias["short"]] = title
        known = self._full.get(title)
        if known is None and len(title) <= 8:
            known = next((other for other in reversed(self._titles) if _short_of(title, other)), None)
        if known is None:
            self._titles.append(title)
        return known or title


def _short_of(title: str, other: str) -> bool:
    """《办法》 after 《青禾县物业管理办法》."""
    bare = re.sub(r"[（(][^（）()]*[)）]$", "", other)
    return len(other) > len(title) + 2 and bare.endswith(title)


def _kind(title: str | None, words: DocumentWords) -> str | None:
    if title is None:
        return None
    match = _kind_pattern(words).search(re.sub(r"(?:[（(][^（）()]*[)）])+$", "", title))
    return match.group() if match else None


@cache
def _kind_pattern(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.kinds)})$")


@cache
def _alias(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words.aliases)})[：:]?(?P<name>[“\"《〈]{{0,2}}(?P<short>[^“\"《〈”》〉（）()\n]{{1,20}})[”\"》〉]{{0,2}})"
    )

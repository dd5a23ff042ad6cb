"""提案、建议、议案: which item the letter answers, from its title and its opening sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from dafu.forms.markers import marker_at
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText, Paragraph
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import SubmissionWords
from dafu.parse.head.numbers import find_numbers
from dafu.parse.head.reference import Reference, references_in
from dafu.parse.head.titles import TitleSpan, quoted_titles, title_in_heading, unmarked_title
from dafu.records.base import Span
from dafu.records.letter import Addressee, Submission, SubmissionKind, Title
from dafu.text import Folded, fold

_OPENING_PARAGRAPHS = 3
_SENTENCE = re.compile(r"[^。！!？?\n]*[。！!？?\n]?")


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """A reference, and where in the letter it is printed."""

    reference: Reference
    span: Span
    place: str
    """`title` or `opening`."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of the letter, folded for matching."""

    folded: Folded
    start: int
    letter: LetterText

    @property
    def text(self) -> str:
        return self.folded.text

    def span(self, part: tuple[int, int]) -> Span:
        start, end = self.folded.span(*part)
        return self.start + start, self.start + end

    def raw(self, part: tuple[int, int]) -> str:
        start, end = self.span(part)
        return self.letter.text[start:end]


def find_submission(
    letter: LetterText, title: Title | None, addressees: tuple[Addressee, ...], lexicon: Lexicon
) -> Submission | None:
    """The item that the letter answers; `None` if neither title nor opening names one.

    Number, meeting and body come from the title zone, else from the opening up to 收悉 or 现答复如下; items
    quoted further down are never taken. The kind follows the body named and the addressee's word, not 提案 or
    建议 in the text.
    """
    words = lexicon.submission
    printed = printed_references(letter, title, lexicon)
    in_title = [found for found in printed if found.place == "title"]
    in_opening = [found for found in printed if found.place == "opening"]
    titles = _titles(letter, title, lexicon)
    if not printed and not titles:
        return None
    primary = in_title or in_opening or [PrintedReference(Reference((0, 0)), (0, 0), "opening")]
    fallback = in_opening if in_title else []
    submissions = [
        _submission(
            found,
            fallback[at] if at < len(fallback) else None,
            _share(titles, at, len(primary)),
            _kind_of_addressees(addressees, words),
        )
        for at, found in enumerate(primary)
    ]
    first, *others = submissions
    return first.model_copy(update={"also": tuple(others)})


def printed_references(
    letter: LetterText, title: Title | None, lexicon: Lexicon
) -> tuple[PrintedReference, ...]:
    """The references in the title zone and in the opening, each as printed there."""
    words = lexicon.submission
    found: list[PrintedReference] = []
    for place, stretch in (
        ("title", _title_stretch(letter, title)),
        ("opening", _opening_stretch(letter, words)),
    ):
        if stretch is None:
            continue
        for reference in references_in(stretch.text, words):
            if place == "title" or _names_an_item(reference):
                printed = replace(reference, body=_as_printed(reference.body, stretch))
                found.append(PrintedReference(printed, stretch.span(reference.span), place))
    return tuple(found)


def _as_printed(body: str | None, stretch: _Stretch) -> str | None:
    at = stretch.text.find(body) if body else -1
    return re.sub(r"\s", "", stretch.raw((at, at + len(body)))) if body and at >= 0 else body


def _names_an_item(reference: Reference) -> bool:
    return bool(reference.numbers or reference.class_number or reference.body or reference.session)


def _title_stretch(letter: LetterText, title: Title | None) -> _Stretch | None:
    """The title with the lines of its zone that follow it: （第119号）, （自编号027号）."""
    if title is None:
        return None
    start, end = title.span
    for paragraph in letter.in_zone("title"):
        if start <= paragraph.span[0] <= end + 1:
            end = max(end, paragraph.span[1])
    return _Stretch(fold(letter.text[start:end]), start, letter)


def _opening_stretch(letter: LetterText, words: SubmissionWords) -> _Stretch | None:
    """The opening as far as it names the item: up to 收悉, 已由…交办 or 现答复如下."""
    body = _first_paragraphs(letter)
    if not body:
        return None
    start, end = body[0].span[0], body[-1].span[1]
    folded = fold(letter.text[start:end])
    begin = 0
    for sentence in _SENTENCE.finditer(folded.text):
        received = _received(words).search(sentence.group())
        naming = _naming(words).search(sentence.group())
        cut = received.start() if received and naming and naming.start() < received.start() else 0
        numbered = find_numbers(sentence.group(), 0, words)
        if cut and (find_numbers(sentence.group()[:cut], 0, words) or not numbered):
            return _cut(letter, start, folded, begin, sentence.start() + cut)
        if naming or (received and numbered):
            return _cut(letter, start, folded, begin, sentence.end())
        begin = sentence.end()
    first = _SENTENCE.match(folded.text)
    return _cut(letter, start, folded, 0, first.end() if first else 0)


def _cut(letter: LetterText, start: int, folded: Folded, begin: int, end: int) -> _Stretch:
    offset = folded.origin[begin]
    origin = tuple(at - offset for at in folded.origin[begin : end + 1])
    return _Stretch(Folded(folded.text[begin:end], origin), start + offset, letter)


def _first_paragraphs(letter: LetterText) -> list[Paragraph]:
    found: list[Paragraph] = []
    for paragraph in letter.in_zone("body")[:_OPENING_PARAGRAPHS]:
        if found and marker_at(letter.raw(paragraph)):
            break
        found.append(paragraph)
    return found


def _titles(letter: LetterText, title: Title | None, lexicon: Lexicon) -> tuple[str, ...]:
    words = lexicon.submission
    heading = _title_stretch(letter, title)
    opening = _opening_stretch(letter, words)
    quoted = [
        [stretch.raw(part) for part in quoted_titles(stretch.text, words)]
        for stretch in (heading, opening)
        if stretch is not None
    ]
    longest = max(quoted, key=len, default=[])
    if longest:
        return tuple(dict.fromkeys(longest))
    finders: tuple[tuple[_Stretch | None, Callable[[str, SubmissionWords], tuple[TitleSpan, ...]]], ...] = (
        (opening, unmarked_title),
        (heading, title_in_heading),
    )
    for stretch, finder in finders:
        parts = finder(stretch.text, words) if stretch else ()
        if stretch and parts:
            return ("".join(stretch.raw(part) for part in parts),)
    return ()


def _share(titles: tuple[str, ...], at: int, of: int) -> tuple[str, ...]:
    """The titles of one of several submissions: one each where they are as many, else all with the first."""
    if of == 1:
        return titles
    if len(titles) == of:
        return (titles[at],)
    return titles if at == 0 else ()


def _submission(
    found: PrintedReference,
    again: PrintedReference | None,
    titles: tuple[str, ...],
    kind_of_addressees: SubmissionKind | None,
) -> Submission:
    reference = found.reference
    other = again.reference if again else Reference((0, 0))
    meeting = reference if reference.body or reference.session else other
    body_kind = reference.body_kind or (kind_of_addressees or other.body_kind)
    kind = body_kind or reference.item or other.item or "unknown"
    if kind == "suggestion" and found.place == "title" and reference.item == "motion":
        kind = "motion"
    named = again if again and not _names_an_item(reference) else found
    return Submission(
        kind=kind,
        body=meeting.body or other.body,
        term=meeting.term or other.term,
        session=meeting.session or other.session,
        numbers=reference.numbers or other.numbers,
        class_number=reference.class_number or other.class_number,
        titles=titles,
        outcome_class=reference.outcome_class if found.place == "title" else None,
        span=named.span if named.span[1] > named.span[0] else None,
        rule=f"submission.{named.place}",
    )


def _kind_of_addressees(addressees: tuple[Addressee, ...], words: SubmissionWords) -> SubmissionKind | None:
    for addressee in addressees:
        if addressee.role == "cppcc_member":
            return "proposal"
        if addressee.role == "deputy" or any(word in addressee.raw for word in words.suggestion_groups):
            return "suggestion"
        if addressee.role == "group" and any(word in addressee.raw for word in words.proposal_groups):
            return "proposal"
    return None


@cache
def _received(words: SubmissionWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.received)})(?![的来给])")


@cache
def _naming(words: SubmissionWords) -> re.Pattern[str]:
    """What shows that a sentence names an item: 《, 提出的, 第…号."""
    return re.compile(
        rf"《|{any_of(words.submitting)}|提出[《“]|第[\w、—-]+号|{any_of(words.proposal)}|{any_of(words.suggestion)}"
    )

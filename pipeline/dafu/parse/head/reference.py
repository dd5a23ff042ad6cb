"""References to a submission: 市政协五届二次会议A类第044号提案, 县第十八届人大二次会议第64号建议."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dafu.forms.numerals import COUNTER, counter_value
from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import SubmissionWords
from dafu.parse.head.numbers import PrintedNumbers, class_number_in, find_numbers
from dafu.records.letter import SubmissionKind

_SESSION = re.compile(
    rf"第?(?P<term>[{COUNTER}\d]{{1,4}})届(?P<mid>[^届次号,。;:《》()\n]{{0,18}}?)"
    rf"第?(?P<session>[{COUNTER}\d]{{1,3}})次(?:全体)?(?:会议|全会|大会(?!上))?"
)
_QUOTED = re.compile(r'《(?:[^《》]|《[^《》]*》)*》|“[^“”]*”|"[^"\n]*"')
_NUMBER_ONLY = re.compile(r"第?[A-Z]?类?\d+号?")
_YEAR = re.compile(r"^(?:\d{4}|[〇○零一二三四五六七八九]{4})年度?")


@dataclass(frozen=True, slots=True)
class Reference:
    """What one stretch of text says about one submission; offsets in the folded stretch."""

    span: tuple[int, int]
    body: str | None = None
    body_kind: SubmissionKind | None = None
    term: int | None = None
    session: int | None = None
    numbers: tuple[str, ...] = ()
    class_number: str | None = None
    outcome_class: str | None = None
    item: SubmissionKind | None = None
    """What the item is called after its number or meeting."""


class _Anchor(NamedTuple):
    start: int
    end: int
    body: str | None
    kind: SubmissionKind | None
    term: int | None
    session: int | None


def references_in(stretch: str, words: SubmissionWords) -> tuple[Reference, ...]:
    """The references in a folded stretch, in order; quotes are looked into only for a meeting."""
    plain = _without_quotes(stretch)
    anchors = _anchors(plain, words)
    if not anchors and _SESSION.search(stretch):
        plain, anchors = stretch, _anchors(stretch, words)
    bounds = [0, *(anchor.start for anchor in anchors[1:]), len(plain)]
    found: list[Reference] = []
    for at, (start, end) in enumerate(pairwise(bounds)):
        anchor = anchors[at] if anchors else None
        found.extend(_in_region(plain, (start, end), anchor, words))
    return _merged(found)


def outcome_class_in(stretch: str, words: SubmissionWords) -> tuple[int, int] | None:
    """Span of the class in a folded stretch that names a submission: the A of A类第044号; quotes left aside."""
    match = _outcome(words).search(_without_quotes(stretch))
    return (
        next((match.span(n) for n, group in enumerate(match.groups(), 1) if group), None) if match else None
    )


def _without_quotes(stretch: str) -> str:
    def masked(match: re.Match[str]) -> str:
        quoted = match.group()
        return (
            quoted
            if _NUMBER_ONLY.fullmatch(quoted[1:-1])
            else f"{quoted[0]}{'□' * (len(quoted) - 2)}{quoted[-1]}"
        )

    return _QUOTED.sub(masked, stretch)


def _anchors(plain: str, words: SubmissionWords) -> list[_Anchor]:
    found: list[_Anchor] = []
    for match in _SESSION.finditer(plain):
        previous = found[-1].end if found else 0
        found.append(_of_session(plain, match, previous, words))
    for match in _named_body(words).finditer(plain):
        if all(match.end() <= anchor.start or match.start() >= anchor.end for anchor in found):
            start = _body_start(plain, match.start("word"), 0, words)
            body = plain[start : match.end("word")]
            found.append(_Anchor(start, match.end(), body, _kind_of_body(body, words), None, None))
    return sorted(found)


def _of_session(plain: str, match: re.Match[str], previous: int, words: SubmissionWords) -> _Anchor:
    start = _body_start(plain, match.start(), previous, words)
    before, middle = plain[start : match.start()], match["mid"]
    tail = _body_word(words).match(plain, match.end())
    bare = before in words.cppcc
    end = match.end()
    body: str | None = None
    complete = _ends_with_body(before, words) and not (bare and middle.endswith(words.committee))
    if complete or (not middle and _body_word(words).search(before)):
        body = before
    elif _body_word(words).search(before + middle):
        body = plain[start : match.end("mid")]
    elif tail:
        body, end = plain[start : tail.end()], tail.end()
    kind = _kind_of_body(body, words) if body else None
    at = start if body else match.start()
    return _Anchor(at, end, body, kind, counter_value(match["term"]), counter_value(match["session"]))


def _body_start(plain: str, end: int, previous: int, words: SubmissionWords) -> int:
    start = previous
    for opener in _openers(words).finditer(plain, previous, end):
        start = opener.end()
    year = _YEAR.match(plain[start:end])
    return start + (year.end() if year else 0)


def _ends_with_body(before: str, words: SubmissionWords) -> bool:
    return before.endswith((*words.congress, *words.cppcc))


def _kind_of_body(body: str, words: SubmissionWords) -> SubmissionKind | None:
    if any(word in body for word in words.congress):
        return "suggestion"
    return "proposal" if any(word in body for word in words.cppcc) else None


def _in_region(
    plain: str, region: tuple[int, int], anchor: _Anchor | None, words: SubmissionWords
) -> list[Reference]:
    """The reference in one region: two where 第8号建议和第44号提案 share it, none where nothing is named."""
    start, end = region
    text = plain[:end]
    numbers, class_number = find_numbers(text, start, words), class_number_in(text, start)
    spans = [number.span for number in (*numbers, *filter(None, [class_number]))]
    if anchor:
        spans.append((anchor.start, anchor.end))
    if not spans:
        item = _item_word(words).search(text, start)
        return [Reference(item.span(), item=_kind_of_item(item.group(), words))] if item else []
    extent = (min(first for first, _ in spans), max(last for _, last in spans))
    by_item = _by_item(text, numbers, words)
    kinds = [kind for kind in by_item if kind is not None]
    outcome = _outcome(words).search(text, start)
    whole = Reference(
        span=_with_item(text, extent, words),
        body=anchor.body if anchor else None,
        body_kind=anchor.kind if anchor else None,
        term=anchor.term if anchor else None,
        session=anchor.session if anchor else None,
        numbers=tuple(member for number in numbers for member in number.members),
        class_number=class_number.members[0] if class_number else None,
        outcome_class=next(filter(None, outcome.groups()), None) if outcome else None,
        item=kinds[0] if kinds else _item_around(text, start, extent[1], words),
    )
    if len(kinds) < 2:
        return [whole]
    others = [Reference(whole.span, numbers=by_item[kind], item=kind) for kind in kinds[1:]]
    return [replace(whole, numbers=(*by_item[kinds[0]], *by_item.get(None, ()))), *others]


def _by_item(
    text: str, numbers: list[PrintedNumbers], words: SubmissionWords
) -> dict[SubmissionKind | None, tuple[str, ...]]:
    """The numbers by what is said to follow them: 建议, 提案 or nothing."""
    found: dict[SubmissionKind | None, tuple[str, ...]] = {}
    for number in numbers:
        after = _item_after(words).match(text, number.span[1])
        kind = _kind_of_item(after["word"], words) if after else None
        found[kind] = (*found.get(kind, ()), *number.members)
    return found


def _with_item(text: str, extent: tuple[int, int], words: SubmissionWords) -> tuple[int, int]:
    """The extent with the item's word after it, or with the bracket that closes it."""
    start, end = extent
    after = _item_after(words).match(text, end)
    if after:
        return start, after.end("word")
    closes = text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end)
    return start, end + closes


def _item_around(text: str, start: int, end: int, words: SubmissionWords) -> SubmissionKind | None:
    """What the item is called after `end`, else before it: 代表建议第8号, 关于…的建议（自编号027号）."""
    after = _item_after(words).match(text, end)
    before = [match.group() for match in _item_word(words).finditer(text, start, end)]
    named = after["word"] if after else before[-1] if before else None
    return _kind_of_item(named, words) if named else None


def _merged(found: list[Reference]) -> tuple[Reference, ...]:
    """References to one body and meeting become one, with all their numbers."""
    merged: list[Reference] = []
    for reference in found:
        for at, known in enumerate(merged):
            if (known.body, known.term, known.session, known.item or reference.item) == (
                reference.body, reference.term, reference.session, reference.item or known.item,
            ):  # fmt: skip
                fresh = tuple(number for number in reference.numbers if number not in known.numbers)
                merged[at] = replace(
                    known,
                    span=(known.span[0], reference.span[1]),
                    numbers=(*known.numbers, *fresh),
                    class_number=known.class_number or reference.class_number,
                    outcome_class=known.outcome_class or reference.outcome_class,
                    item=known.item or reference.item,
                )
                break
        else:
            merged.append(reference)
    return tuple(merged)


def _kind_of_item(word: str, words: SubmissionWords) -> SubmissionKind:
    if word in words.suggestion:
        return "suggestion"
    return "proposal" if word in words.proposal else "motion"


@cache
def _body_word(words: SubmissionWords) -> re.Pattern[str]:
    return re.compile(any_of(words.congress, words.cppcc))


@cache
def _named_body(words: SubmissionWords) -> re.Pattern[str]:
    items = any_of(words.proposal, words.suggestion, words.motion)
    return re.compile(
        rf"(?P<word>{any_of(words.congress, words.cppcc)})(?!{any_of(words.other_organ)})"
        rf"(?=(?:{any_of(words.between)}|\d{{4}}年度?)*(?:[第\dA-D]|{items}|编号|《|“))(?:会议|全会)?"
    )


@cache
def _openers(words: SubmissionWords) -> re.Pattern[str]:
    # A joining word counts only after an item: 呼和…, 永和… are names of places.
    return re.compile(rf"{any_of(words.before_body)}|(?<=[案议号》”)件])[和及与并暨]|[,。、;:()\s□号]")


@cache
def _item_word(words: SubmissionWords) -> re.Pattern[str]:
    return re.compile(any_of(words.proposal, words.suggestion, words.motion))


@cache
def _item_after(words: SubmissionWords) -> re.Pattern[str]:
    items = any_of(words.proposal, words.suggestion, words.motion)
    return re.compile(rf"[”\")]?[^《》“”,。;、\n\d和及与]{{0,12}}?(?P<word>{items})")


@cache
def _outcome(words: SubmissionWords) -> re.Pattern[str]:
    """A类, 类别：A, （A）, A第044号, 第044号A."""
    letter, alone = f"[{words.outcome_letters}]", "(?<![A-Za-z])"
    return re.compile(
        rf"(?:类别|结果):?({letter})|{alone}({letter})类|[(“]({letter})[)”]|{alone}({letter})(?=第\d)|号([A-D])(?![A-Za-z\d])"
    )

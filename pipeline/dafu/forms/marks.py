"""Marks of the letterhead as written: 办理结果类别, 公开属性, 密级, 紧急程度.

A mark is a field of its own: it begins a line or follows a blank, and ends where one ends.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import LetterheadWords
from dafu.text import Folded, fold

MarkKind = Literal["outcome_class", "disclosure", "secrecy", "urgency"]
_OPEN, _CLOSE = r"[\"“”'‘’(\[【〔「<〈]", r"[\"“”'‘’)\]】〕」>〉]"
_TICK = r"[☑√✓✔☒■●⊙◉▣]"
_UNTICKED = re.compile(r"[□○◯☐]")


class Mark(NamedTuple):
    """A mark in a line; `start` and `end` are offsets in the line as printed."""

    kind: MarkKind
    start: int
    end: int
    value: str
    """A to D; proactive, on_application, withheld; unknown; for secrecy and urgency the folded words."""
    labelled: bool


def marks_in(line: str, words: LetterheadWords, *, also_at: int | None = None) -> tuple[Mark, ...]:
    """The marks of a line, in order; `also_at` is an offset where one may be glued on (…来信号B类)."""
    folded = fold(line)
    found: list[Mark] = []
    at = 0
    for start in _field_starts(folded, also_at):
        if start < at:
            continue
        for finder in (_outcome_class, _disclosure, _grade):
            mark = finder(folded, start, words)
            if mark is not None:
                found.append(mark)
                at = _folded_end(folded, mark.end)
                break
    return tuple(found)


def letter_class(printed: str, words: LetterheadWords) -> str:
    """The letter A to D that a folded class stands for, the later one of `B类转A类`; else `unknown`."""
    letters = _glyph(words).fullmatch(printed)
    if letters is None:
        return "unknown"
    letter = letters["turned"] or letters["letter"]
    return words.outcome_lookalikes.get(letter, letter).upper()


def _field_starts(folded: Folded, also_at: int | None) -> list[int]:
    count = len(folded.text)
    starts = [
        at
        for at in range(count)
        if at == 0 or folded.origin[at] - folded.origin[at - 1] > 1 or folded.text[at - 1] in "\t,;|/"
    ]
    if also_at is not None:
        starts.extend(at for at in range(count) if folded.origin[at] >= also_at and at not in starts)
    return sorted(starts)


def _folded_end(folded: Folded, end: int) -> int:
    return next((at for at, origin in enumerate(folded.origin) if origin >= end), len(folded.text))


def _ends_field(folded: Folded, end: int) -> bool:
    if end >= len(folded.text) or folded.text[end] in "\t,;。)|/":
        return True
    return folded.origin[end] - folded.origin[end - 1] > 1


def _mark(kind: MarkKind, folded: Folded, span: tuple[int, int], value: str, labelled: bool) -> Mark:
    start, end = folded.span(*span)
    return Mark(kind, start, end, value, labelled)


def _outcome_class(folded: Folded, start: int, words: LetterheadWords) -> Mark | None:
    match = _labelled_class(words).match(folded.text, start)
    if match and _ends_field(folded, match.end()):
        value = letter_class(match["value"], words)
        start, end = match.span("value")
        if re.match(_OPEN, match.group()) and not re.match(_OPEN, match["value"]):
            end = start + len(re.sub(rf"{_CLOSE}+$", "", match["value"]))  # the bracket closes the label's
        return _mark("outcome_class", folded, (start, end), value, True)
    match = _bare_class(words).match(folded.text, start)
    if match and _ends_field(folded, match.end()):
        return _mark("outcome_class", folded, match.span(), letter_class(match.group(), words), False)
    return None


def _disclosure(folded: Folded, start: int, words: LetterheadWords) -> Mark | None:
    label = _disclosure_label(words).match(folded.text, start)
    if label:
        choice = _choice(folded, label.end(), words)
        if choice:
            return choice
        match = _value(words).match(folded.text, label.end())
        if match and _ends_field(folded, match.end()):
            value = _meaning(match, words)
            own = match["value"] in (*words.proactive, *words.on_application, *words.withheld)
            speaks = own and len(match["value"]) > 2
            first = match.start("value") if speaks else start
            end = match.end("value") if speaks else match.end()
            return _mark("disclosure", folded, (first, end), value, True)
    match = _disclosure_note(words).match(folded.text, start)
    if match and _ends_field(folded, match.end()):
        return _mark("disclosure", folded, match.span(), _meaning(match, words), False)
    return None


def _choice(folded: Folded, start: int, words: LetterheadWords) -> Mark | None:
    """The ticked one of several values offered: `公开属性：☑主动公开 □依申请公开`."""
    offered = folded.text[start:]
    if not (re.search(_TICK, offered) or _UNTICKED.search(offered)):
        return None
    match = _ticked(
        words, boxes_first=re.match(rf"\(?(?:{_TICK}|{_UNTICKED.pattern})", offered) is not None
    ).search(offered)
    if match is None:
        return _mark("disclosure", folded, (start, len(folded.text)), "unknown", True)
    span = (start + match.start("value"), start + match.end("value"))
    return _mark("disclosure", folded, span, _value_of(match["value"], words), True)


def _meaning(match: re.Match[str], words: LetterheadWords) -> str:
    return _value_of(match["value"], words)


def _value_of(printed: str, words: LetterheadWords) -> str:
    for value, members in (
        ("proactive", words.proactive),
        ("on_application", words.on_application),
        ("withheld", words.withheld),
    ):
        if printed in members:
            return value
    return "unknown"


def _grade(folded: Folded, start: int, words: LetterheadWords) -> Mark | None:
    for kind, pattern in (("secrecy", _secrecy(words)), ("urgency", _urgency(words))):
        match = pattern.match(folded.text, start)
        if match and _ends_field(folded, match.end()):
            mark: MarkKind = "secrecy" if kind == "secrecy" else "urgency"
            return _mark(mark, folded, match.span("value"), match["value"], match["label"] is not None)
    return None


def _values(words: LetterheadWords) -> str:
    return any_of(words.proactive, words.on_application, words.withheld)


@cache
def _ticked(words: LetterheadWords, *, boxes_first: bool) -> re.Pattern[str]:
    """The value with a tick before it (☑是 □否) or after it (是☑ 否□), as the first box stands."""
    value = rf"(?P<value>{_values(words)})"
    return re.compile(rf"{_TICK}{value}" if boxes_first else rf"{value}\(?{_TICK}\)?")


@cache
def _glyph(words: LetterheadWords) -> re.Pattern[str]:
    letter = f"[A-D{''.join(words.outcome_lookalikes)}]"
    return re.compile(
        rf"{_OPEN}*(?P<letter>{letter})\d?{_CLOSE}*(?:类|级)?件?{_CLOSE}*(?:转为?(?P<turned>{letter})\d?类?{_CLOSE}*)?"
    )


@cache
def _bare_class(words: LetterheadWords) -> re.Pattern[str]:
    glyph = re.sub(r"\?P<\w+>", "?:", _glyph(words).pattern)
    return re.compile(
        rf"{glyph}|{_OPEN}?[甲乙丙丁]类{_CLOSE}?|{_OPEN}?(?:{any_of(words.outcome_words)}){_CLOSE}?"
    )


@cache
def _labelled_class(words: LetterheadWords) -> re.Pattern[str]:
    strict, loose = any_of(words.outcome_labels), any_of(words.loose_outcome_labels)
    value = rf"{_bare_class(words).pattern}|[a-d]类?|{_OPEN}?[甲乙丙丁]{_CLOSE}?(?![\u4e00-\u9fff])"
    return re.compile(
        rf"{_OPEN}?(?:(?:{strict})|(?P<loose>{loose})){_CLOSE}?(?::|为|(?=[^\u4e00-\u9fff]))"
        rf"(?P<value>{value}|(?(loose)(?!)|[\u4e00-\u9fff]{{2,8}}))"
    )


@cache
def _disclosure_label(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"[(\[【]?(?:{any_of(words.disclosure_labels)})[)\]】]?(?::|(?=\())")


@cache
def _value(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"\(?(?P<value>{_values(words)}|[\u4e00-\u9fff]{{1,10}})\)?")


@cache
def _disclosure_note(words: LetterheadWords) -> re.Pattern[str]:
    values = any_of(
        tuple(word for word in (*words.proactive, *words.on_application, *words.withheld) if "公开" in word)
    )
    return re.compile(
        rf"[(\[【]?(?:{any_of(words.disclosure_subjects)})?(?:可以|拟|属于|为)?(?P<value>{values})[)\]】]?。?[)\]】]?"
    )


@cache
def _secrecy(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<label>(?:{any_of(words.secrecy_labels)}):)?(?P<value>(?:{any_of(words.secrecy)})(?:[★☆*](?:\d+(?:年|个月)|长期)?)?)"
    )


@cache
def _urgency(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"(?P<label>(?:{any_of(words.urgency_labels)}):)?(?P<value>{any_of(words.urgency)})")

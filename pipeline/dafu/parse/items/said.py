"""What the sentences of a section say: told, stated, announced, or only courtesy."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_frame
from dafu.lexicon.vocabularies import FormulaWords, ItemWords
from dafu.parse.items.aspect import Judgement, judge_view
from dafu.parse.items.futures import begins_with_verb, opens_plan
from dafu.parse.items.sentences import only_restates, sentences_in, without_enclosed
from dafu.records.base import Span
from dafu.records.outline import SectionRole

_MARKS = re.compile(r"[，。！!；\s]")
_QUANTITY = re.compile(
    r"\d[\d.,]*\s*(?:万|亿|千|百)?(?:余|多)?(?!\s*[年月日号届次期\d.,、]|个?(?:方面|项|点|条|大))[%‰㎡一-鿿]"
    r"|20\d\d年|年[底内末]前?|百分之"
)


_POINT = re.compile(r"(?:关于|针对|对于)[^，；：。]{2,40}(?:建议|问题|意见|诉求|提案|请求)[。：]?")
"""A sentence that only names the point it leads to: 关于修建高架桥的建议。"""
_REASONS = ("由于", "因", "鉴于", "目前", "当前", "针对")


class Said(NamedTuple):
    """A sentence of a section's own text, and how it is meant."""

    span: Span
    raw: str
    view: str
    """`raw` for matching (`without_enclosed`)."""
    judged: Judgement
    begins: bool
    """Whether it begins a paragraph."""


def said_in(
    text: str, span: Span, words: ItemWords, *, role: SectionRole, year: int | None
) -> tuple[Said, ...]:
    """The sentences of a part of the text; `role` is that of their section, `year` the letter's."""
    found: list[Said] = []
    for start, end in sentences_in(text, *span):
        begins = start == 0 or text[start - 1] == "\n"
        raw = text[start:end]
        view = without_enclosed(raw)
        found.append(Said((start, end), raw, view, judge_view(view, words, role=role, year=year), begins))
    return tuple(found)


def is_item(sentence: Said, words: ItemWords, *, announced: bool = False) -> bool:
    """Whether a sentence can be a work item: not courtesy, and not the line that announces the items."""
    if _courtesy(words.formulas).search(sentence.view) and sentence.judged.status != "refused":
        return False
    if _MARKS.sub("", sentence.view) in words.formulas.alone or _POINT.fullmatch(sentence.view):
        return False
    return announced or not _announcing(words.formulas).search(sentence.view)


def is_background(sentence: Said, words: ItemWords) -> bool:
    """Whether a sentence of a plan only tells how things stand: 当前，我市已进入…新阶段。"""
    if sentence.judged.stated or opens_plan(sentence.view, words):
        return False
    if sentence.judged.status == "done":
        return True
    return _background(words.formulas).search(sentence.view) is not None and not begins_with_verb(
        sentence.view, words
    )


def admits(sentence: Said, words: ItemWords) -> bool:
    """Whether a paragraph turns from work done to what is still wanting: 同时，我们也看到，仍存在…问题。"""
    return sentence.begins and _admitting(words.formulas).search(sentence.view) is not None


def states_target(sentence: Said) -> bool:
    """Whether a sentence names a quantity or a time to reach; what it gives as a reason is none."""
    return _QUANTITY.search(sentence.view) is not None and not sentence.view.startswith(_REASONS)


def tells(sentence: Said, words: ItemWords) -> bool:
    """Whether a sentence tells of work: neither courtesy nor only the proposal, or a point of it, restated."""
    if _POINT.fullmatch(sentence.view):
        return False
    return not _courtesy(words.formulas).search(sentence.view) and not only_restates(sentence.view, words)


@cache
def _courtesy(words: FormulaWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.courtesy))


@cache
def _announcing(words: FormulaWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_frame(words.announcing)})[^，；：。]{{0,8}}[：。，]?$")


@cache
def _admitting(words: FormulaWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.admitting))


@cache
def _background(words: FormulaWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.background))

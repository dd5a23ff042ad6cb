"""体与情态: whether a sentence says that something was done, goes on, is planned, refused or handed over.

Mandarin verbs do not tell; the order is: a time that is past, markers of completion and plan, the section's role.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_frame, any_of
from dafu.lexicon.vocabularies import AspectWords, FlagWords, ItemWords, PlanWords
from dafu.parse.items.futures import find_futures
from dafu.parse.items.refusal import Refusal, find_refusal, has_written, is_handed_over
from dafu.parse.items.sentences import clause_end, own_commitments, own_words, without_enclosed
from dafu.records.outline import ItemFlag, ItemStatus, SectionRole

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_PARTICLE = r"(?<![为除明罢])了(?![解如却望])"
_CERTAIN = re.compile(r"\d|年|月|日|底|内|期")


class Judgement(NamedTuple):
    """What a sentence says of an action."""

    status: ItemStatus
    flags: tuple[ItemFlag, ...]
    stated: bool
    """Whether it states by itself a plan of the writer's, a refusal, a deferral or a hand-over."""
    firm: bool
    """Whether it is such a plan: the sentences after it may go on with it unmarked."""


def judge_sentence(
    sentence: str, words: ItemWords, *, role: SectionRole = "unknown", year: int | None = None
) -> Judgement:
    """How a sentence of a section with `role` is meant; `year` is the letter's, to tell past from plan.

    `下一步，我局将加大巡查力度。` is planned, `已建成并投入使用。` done, `正在编制方案。` ongoing,
    `因资金有限，暂无法实施。` refused. What nothing tells is planned in a plan, else unknown.
    """
    return judge_view(without_enclosed(sentence), words, role=role, year=year)


def judge_view(view: str, words: ItemWords, *, role: SectionRole, year: int | None) -> Judgement:
    """As `judge_sentence`, for a sentence whose enclosed parts are blotted out already."""
    own = own_words(view, words)
    refusal = find_refusal(own, words.refusal, role=role)
    handed = is_handed_over(view, words, role=role)
    planned = _states_plan(own_commitments(view, words), words, role, year)
    flags = _flags(own, words.flags, refusal, handed)
    if refusal is not None and not refusal.later:
        return Judgement("refused", flags, True, False)
    if planned or refusal is not None:
        return Judgement("planned", flags, True, planned)
    done = _has_perfect(own, words.aspect, year)
    if handed:
        pending = has_written(view, words)
        return Judgement("done" if done and not pending else "planned", flags, True, False)
    if role == "plan":
        return Judgement(_in_plan(own, words, done and not _names_later_year(own, year)), flags, False, False)
    if done or (_completed(words.aspect).search(own) and not _ongoing(words.aspect).search(own)):
        return Judgement("done", flags, False, False)
    return Judgement("ongoing" if _ongoing(words.aspect).search(own) else "unknown", flags, False, False)


def _in_plan(own: str, words: ItemWords, done: bool) -> ItemStatus:
    if done and not _bare_verb(words.plan).search(own):
        return "done"
    return "ongoing" if _under_way(words.aspect).search(own) and not done else "planned"


def _names_later_year(own: str, year: int | None) -> bool:
    return year is not None and any(int(match[1]) > year for match in _YEAR.finditer(own))


def has_perfect(view: str, words: ItemWords, *, year: int | None = None) -> bool:
    """Whether a sentence says of something that it is done: 已…, …了, 截至…, a past year."""
    return _has_perfect(own_words(view, words), words.aspect, year)


def is_conditional(view: str, words: ItemWords) -> bool:
    """Whether words make what they say hang on something: 经批准后, 待资金到位后."""
    return _conditional(words.flags).search(own_words(view, words)) is not None


def _flags(own: str, words: FlagWords, refusal: Refusal | None, handed: bool) -> tuple[ItemFlag, ...]:
    found: list[ItemFlag] = []
    if _conditional(words).search(own):
        found.append("conditional")
    if handed or _transferred(words).search(own):
        found.append("transferred")
    if _upward(words).search(own):
        found.append("upward")
    if refusal is not None and not refusal.later:
        found.append("refusal")
    if refusal is not None and refusal.deferred:
        found.append("deferred")
    return tuple(found)


def _states_plan(own: str, words: ItemWords, role: SectionRole, year: int | None) -> bool:
    futures = find_futures(own, words, role, year)
    if not futures:
        return False
    perfects = [match.start() for match in _perfect(words.aspect).finditer(own)]
    last = max(perfects, default=-1)
    if any(future.strong and future.at > last for future in futures):
        return True
    if perfects:
        return any(future.strong and _certain(own, future.at) for future in futures)
    return not _under_way(words.aspect).search(own) or any(future.strong for future in futures)


def _certain(own: str, at: int) -> bool:
    """Whether the clause of a future word names a time: 将于2024年底建成，目前已完成主体."""
    clause = own[at : clause_end(own, at)]
    return clause.startswith(("将于", "将在", "预计", "计划于", "拟于", "定于", "有望")) and bool(
        _CERTAIN.search(clause)
    )


def _has_perfect(own: str, aspect: AspectWords, year: int | None) -> bool:
    if _perfect(aspect).search(own):
        return True
    years = [int(match[1]) for match in _YEAR.finditer(own)]
    return year is not None and bool(years) and max(years) < year


@cache
def _bare_verb(words: PlanWords) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[，；：。]))(?:要|并|同时)?(?:{any_of(words.verbs)})")


@cache
def _perfect(words: AspectWords) -> re.Pattern[str]:
    """Marks of completion; not in an attribute, which tells of another thing: 对已建成的站点."""
    banned = any_of(words.not_perfect)
    return re.compile(
        rf"(?!{banned})(?<!不得)(?:{_PARTICLE}|(?:{any_of(words.perfect)})(?![^，；：。将把对向在与由]{{1,10}}的[^，；：。]))"
    )


@cache
def _completed(words: AspectWords) -> re.Pattern[str]:
    return re.compile(any_of(words.completed))


@cache
def _ongoing(words: AspectWords) -> re.Pattern[str]:
    return re.compile(any_of(words.ongoing))


@cache
def _under_way(words: AspectWords) -> re.Pattern[str]:
    return re.compile(
        any_of(tuple(word for word in words.ongoing if "正" in word[:3] or word in ("仍在", "尚在")))
    )


@cache
def _conditional(words: FlagWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.conditional))


@cache
def _upward(words: FlagWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.upward))


@cache
def _transferred(words: FlagWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.transferred))

"""体与情态: whether a sentence says that something was done, goes on, is planned, refused or handed over.

Mandarin verbs do not tell; the order is: a time that is past, markers of completion and plan, the section's role.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_frame, any_of
from dafu.lexicon.vocabularies import AspectWords, FlagWords, ItemWords, PlanWords
from dafu.parse.refusal import Refusal, find_refusal, is_handed_over
from dafu.parse.sentences import CLAUSE_END, own_words, without_enclosed
from dafu.records.outline import ItemFlag, ItemStatus, SectionRole

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_FRAMING_YEAR = re.compile(r"(?:^|(?<=[，；：。]))(?:在|于|自|从)?((?:19|20)\d{2})年")
_PARTICLE = r"(?<![为除明罢])了(?![解如却望])"
_REPORTING: tuple[SectionRole, ...] = ("done", "effect")
_CERTAIN = re.compile(r"\d|年|月|日|底|内|期")


class Judgement(NamedTuple):
    """What a sentence says of an action."""

    status: ItemStatus
    flags: tuple[ItemFlag, ...]
    stated: bool
    """Whether it states by itself a plan of the writer's, a refusal, a deferral or a hand-over."""
    firm: bool
    """Whether it is such a plan: the sentences after it may go on with it unmarked."""


class _Future(NamedTuple):
    """A word that tells of something to come, and where it stands."""

    at: int
    strong: bool
    """By itself. Beside something done an aim (力争, 确保) is part of it, and in a report of work a date that is
    expected or planned (预计, 计划) is too."""


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
    handed = is_handed_over(view, words)
    planned = _states_plan(own, words, role, year)
    flags = _flags(own, words.flags, refusal, handed)
    if refusal is not None and not refusal.later:
        return Judgement("refused", flags, True, False)
    if planned or refusal is not None:
        return Judgement("planned", flags, True, planned)
    done = _has_perfect(own, words.aspect, year)
    if handed:
        return Judgement("done" if done else "planned", flags, True, False)
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


def opens_plan(view: str, words: ItemWords) -> bool:
    """Whether a sentence begins with 下一步, 今后 or the like."""
    return _opener(words.plan).match(view) is not None


def begins_with_verb(view: str, words: ItemWords) -> bool:
    """Whether a sentence begins, after 要, 同时 and the like, with a bare verb: `加大巡查力度。`"""
    return _bare_start(words.plan).match(view) is not None


def has_perfect(view: str, words: ItemWords, *, year: int | None = None) -> bool:
    """Whether a sentence says of something that it is done: 已…, …了, 截至…, a past year."""
    return _has_perfect(own_words(view, words), words.aspect, year)


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
    futures = _futures(own, words, role, year)
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
    clause = own[at : _clause_end(own, at)]
    return clause.startswith(("将于", "将在", "预计", "计划于", "拟于", "定于", "有望")) and bool(
        _CERTAIN.search(clause)
    )


def _futures(own: str, words: ItemWords, role: SectionRole, year: int | None) -> list[_Future]:
    plan = words.plan
    found = [_Future(match.start("opener"), True) for match in _opener_anywhere(plan).finditer(own)]
    found += [_Future(match.start(), True) for match in _promise(plan).finditer(own)]
    found += [
        _Future(match.start(), True) for match in _will(plan).finditer(own) if _is_will(own, match, plan)
    ]
    for match in _planning(plan).finditer(own):
        if not (match.group() == "计划" and own[: match.start()].endswith(plan.nouns_before_plan)):
            found.append(_Future(match.start(), role not in _REPORTING))
    found += [_Future(match.start(), True) for match in _waiting().finditer(own)]
    found += [_Future(match.start(), False) for match in _aim(plan).finditer(own)]
    return [future for future in found if not _is_past(own, future.at, year)]


def _is_will(own: str, match: re.Match[str], plan: PlanWords) -> bool:
    """Whether 将 is 'will' rather than 'take': 将加强巡查, not 将巡查纳入考核."""
    if match["adverb"] is not None:
        return True
    end = _clause_end(own, match.end())
    if _disposal(plan).search(own, match.end(), end):
        return False
    if match["verb"] is not None:
        return True
    return own[: match.start()].endswith(plan.own) and not _disposed(plan).search(own, match.end(), end)


def _is_past(own: str, at: int, year: int | None) -> bool:
    """Whether the latest year that opens a clause up to `at`, or stands in its clause, lies before the letter's."""
    start = max(own.rfind(mark, 0, at) for mark in CLAUSE_END) + 1
    framing = [int(match[1]) for match in _FRAMING_YEAR.finditer(own, 0, start)]
    own_clause = [int(match[1]) for match in _YEAR.finditer(own, start, _clause_end(own, at))]
    years = own_clause or framing
    return year is not None and bool(years) and max(years) < year


def _has_perfect(own: str, aspect: AspectWords, year: int | None) -> bool:
    if _perfect(aspect).search(own):
        return True
    years = [int(match[1]) for match in _YEAR.finditer(own)]
    return year is not None and bool(years) and max(years) < year


def _clause_end(own: str, at: int) -> int:
    ends = [end for mark in CLAUSE_END if (end := own.find(mark, at)) >= 0]
    return min(ends, default=len(own))


@cache
def _opener(words: PlanWords) -> re.Pattern[str]:
    follows = any_of(words.own, words.adverbs, words.verbs, words.promising)
    return re.compile(
        rf"(?:(?:{any_of(words.before_openers)})[，、]?)?"
        rf"(?P<opener>{any_of(words.openers)}|(?:{any_of(words.loose_openers)})(?=[，、：\d几一二两三五年春夏秋冬上下将还再工]|{follows}))"
        rf"(?![^，；：。]{{0,20}}(?:{any_frame(words.not_after_openers)}))"
    )


@cache
def _opener_anywhere(words: PlanWords) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[，；：。！？]))(?:我局|我们|我县|我市|我区)?{_opener(words).pattern}")


@cache
def _promise(words: PlanWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words.own)})[^，；：。]{{0,4}}?(?:{any_of(words.promising)})(?<!不会)(?<!计会)"
        r"(?<!会[同议商计办员])(?![同议商员展场]|求|点|素|道|闻|职|件|[^，；：。]{0,2}了)"
    )


@cache
def _will(words: PlanWords) -> re.Pattern[str]:
    not_will = "".join(f"(?<!{re.escape(word[:-1])})" for word in words.not_will if word.endswith("将"))
    other = any_of(tuple(word[1:] for word in words.not_will if word.startswith("将")))
    return re.compile(
        rf"{not_will}将(?!{other})(?:都|还|也|均|全部)?(?:(?P<adverb>{any_of(words.adverbs)})|(?P<verb>{any_of(words.verbs)})|(?P<other>))"
    )


@cache
def _planning(words: PlanWords) -> re.Pattern[str]:
    verbs = any_of(words.adverbs, words.verbs, words.after_plan_verbs)
    return re.compile(
        rf"计划(?=\d|{verbs})(?!总?投资)|(?<![模虚草比])拟(?=\d|{verbs})"
        rf"|(?:{any_of(words.fixed)})|(?:{any_of(words.forecasts)})(?!{any_of(words.not_after_forecasts)})"
    )


@cache
def _aim(words: PlanWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words.aims)})(?={any_of(words.times)})(?!到[^，；：。]{{0,8}}(?:资金|支持|项目))"
    )


@cache
def _waiting() -> re.Pattern[str]:
    """A condition still to be met: 待资金到位后，…; 条件成熟时，…."""
    return re.compile(
        r"(?:^|(?<=[，；：。]))(?:只能|只有|需要?|同时|目前)?(?:待(?!遇|业|机)[^，；：。]{2,30}(?:后|时|再)|(?:在|等)?[^，；：。]{0,8}条件(?:成熟|具备|允许|许可)(?:后|时|的情况下|的前提下|再|，))"
    )


@cache
def _bare_verb(words: PlanWords) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[，；：。]))(?:要|并|同时)?(?:{any_of(words.verbs)})")


@cache
def _bare_start(words: PlanWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:同时|此外|另外|并且|一方面|另一方面|还|也)[，、]?)?(?:还|也|并)?(?:要(?!求|点|素)|将|{any_of(words.verbs)})"
    )


@cache
def _disposal(words: PlanWords) -> re.Pattern[str]:
    return re.compile(any_of(words.disposals))


@cache
def _disposed(words: PlanWords) -> re.Pattern[str]:
    return re.compile(any_of(words.disposed))


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

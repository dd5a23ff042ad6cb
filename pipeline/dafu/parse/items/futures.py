"""将、拟、下一步: the words in a sentence that tell of something to come."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_frame, any_of
from dafu.lexicon.vocabularies import ItemWords, PlanWords
from dafu.parse.items.sentences import CLAUSE_END, clause_end
from dafu.records.outline import SectionRole

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_FRAMING_YEAR = re.compile(r"(?:^|(?<=[，；：。]))(?:在|于|自|从)?((?:19|20)\d{2})年")
_FROM_NOW = re.compile("明年|来年|下半年|下一?步|下一?阶段|今后|接下来")
_REPORTING: tuple[SectionRole, ...] = ("done", "effect")


class Future(NamedTuple):
    """A word that tells of something to come, and where it stands."""

    at: int
    strong: bool
    """By itself. In a report of work, beside something done or under way, an aim (力争) and what is expected or
    planned (预计, 计划) belong to the report."""


def find_futures(own: str, words: ItemWords, role: SectionRole, year: int | None) -> list[Future]:
    """The words of plan, will, aim and condition in the writer's own words, those of a past year left out."""
    plan = words.plan
    found = [Future(match.start("opener"), True) for match in _opener_anywhere(plan).finditer(own)]
    found += [Future(match.start(), True) for match in _promise(plan).finditer(own)]
    found += [
        Future(match.start(), True) for match in _will(plan).finditer(own) if _is_will(own, match, plan)
    ]
    found += [
        Future(match.start(), role not in _REPORTING)
        for match in _planning(plan).finditer(own)
        if not (match.group() == "计划" and _is_noun(own, match, plan))
    ]
    found += [Future(match.start(), True) for match in _deadline(plan).finditer(own)]
    found += [Future(match.start(), False) for match in _subject_deadline(plan).finditer(own)]
    found += [
        Future(match.start(), True)
        for match in _FRAMING_YEAR.finditer(own)
        if year is not None and int(match[1]) > year
    ]
    found += [Future(match.start(), True) for match in _waiting().finditer(own)]
    found += [Future(match.end(), role not in _REPORTING) for match in _aim(plan).finditer(own)]
    return [future for future in found if not _is_past(own, future.at, year)]


def _is_will(own: str, match: re.Match[str], plan: PlanWords) -> bool:
    """Whether 将 is 'will', and the writer's: 将加强巡查, not 将巡查纳入考核 ('take'), nor 建成后将惠及…."""
    if _effect(plan).search(own, 0, match.start()) or _supposed(plan).search(own, 0, match.end() + 6):
        return False
    if match["adverb"] is not None:
        return True
    end = clause_end(own, match.end())
    if _disposal(plan).search(own, match.end(), end):
        return False
    if match["verb"] is not None:
        return True
    return own[: match.start()].endswith(plan.own) and not _disposed(plan).search(own, match.end(), end)


def _is_noun(own: str, match: re.Match[str], plan: PlanWords) -> bool:
    """Whether 计划 is a noun: after 倍增, 年度 and the like, unless a time or a sum follows."""
    if own.startswith(plan.times_of_plan, match.end()) or own[match.end() : match.end() + 1].isdigit():
        return False
    return own[: match.start()].endswith(plan.nouns_before_plan)


def _is_past(own: str, at: int, year: int | None) -> bool:
    """Whether the latest year that opens a clause up to `at`, or stands in its clause, lies before the letter's."""
    start = max(own.rfind(mark, 0, at) for mark in CLAUSE_END) + 1
    if _FROM_NOW.search(own, start, clause_end(own, at)):  # 2023年新增10辆，明年计划再购置15辆
        return False
    framing = [int(match[1]) for match in _FRAMING_YEAR.finditer(own, 0, start)]
    own_clause = [int(match[1]) for match in _YEAR.finditer(own, start, clause_end(own, at))]
    years = own_clause or framing
    return year is not None and bool(years) and max(years) < year


def opens_plan(view: str, words: ItemWords) -> bool:
    """Whether a sentence begins with 下一步, 今后 or the like."""
    return _opener(words.plan).match(view) is not None


def begins_with_verb(view: str, words: ItemWords) -> bool:
    """Whether a sentence begins, after 要, 同时 and the like, with a bare verb: `加大巡查力度。`"""
    return _bare_start(words.plan).match(view) is not None


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
        r"(?<!会[同议商计办员])(?<![委协学商究员进合理监座例]会)(?![同议商员展场]|求|点|素|道|闻|职|件|[^，；：。]{0,2}了)"
        r"(?!(?<=会)(?:办(?![好理成妥实])|签(?![订署约发])|审(?![核批查慎议])|诊(?!疗|治)|[晤谈]))"
    )


@cache
def _will(words: PlanWords) -> re.Pattern[str]:
    not_will = "".join(f"(?<!{re.escape(word[:-1])})" for word in words.not_will if word.endswith("将"))
    other = any_of(words.not_before_deadlines)
    return re.compile(
        rf"{not_will}将(?!{other})(?:都|还|也|均|全部)?(?:(?P<adverb>{any_of(words.adverbs)})|(?P<verb>{any_of(words.verbs)})|(?P<other>))"
    )


@cache
def _planning(words: PlanWords) -> re.Pattern[str]:
    verbs = any_of(words.adverbs, words.verbs, words.after_plan_verbs)
    return re.compile(
        rf"计划(?=\d|{verbs})(?!总?投资)|(?<![模虚草比])拟(?=\d|{verbs})(?![^，；：。]{{1,8}}(?:位于|地处|处于|的|所在))"
        rf"|(?:{any_of(words.fixed)})|(?:{any_of(words.forecasts)})(?!{any_of(words.not_after_forecasts)})"
    )


@cache
def _aim(words: PlanWords) -> re.Pattern[str]:
    """力争 and the like before a time, or in the clause of one: 力争年底前…; “十四五”末，力争…; 到2025年，全县力争…."""
    aims = any_of(words.aims)
    quoted = r"[“\"]_{2,4}[”\"](?:期间|时期|期?末|中?后期|后\S年)"
    year = r"20\d\d年(?:年?[底末内]|\d{1,2}月)?前?|[一二三四五\d]年内"
    return re.compile(
        rf"(?:{aims})(?={any_of(words.times)})"
        rf"|(?:^|(?<=[，；：。]))(?:到|至|在)?(?:{quoted}|{year})，?[^，；：。]{{0,6}}?(?:{aims})"
    )


@cache
def _waiting() -> re.Pattern[str]:
    """A condition still to be met: 待资金到位后，…; 条件成熟时，…."""
    return re.compile(
        r"(?:^|(?<=[，；：。]))(?:只能|只有|需要?|同时|目前)?(?:待(?!遇|业|机)[^，；：。]{2,30}(?:后|时|再)|(?:在|等)?[^，；：。]{0,8}条件(?:成熟|具备|允许|许可)(?:后|时|的情况下|的前提下|再|，))"
    )


@cache
def _bare_start(words: PlanWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:同时|此外|另外|并且|一方面|另一方面|还|也)[，、]?)?(?:还|也|并)?(?:要(?!求|点|素)|将|{any_of(words.verbs)})"
    )


@cache
def _effect(words: PlanWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!待)(?:{any_of(words.effects)})，?[^，；：。我]{{0,6}}$")


@cache
def _supposed(words: PlanWords) -> re.Pattern[str]:
    """若全部免费，每年将增加支出: 将 before what would follow, if a thing were done."""
    return re.compile(
        rf"(?:若|如|如果|假如|按此|据|经)[^，；：。我]{{2,40}}，[^，；：。我]{{0,8}}(?<=将)(?:{any_of(words.outcomes)})[^，；：。]{{0,6}}$"
    )


@cache
def _deadline(words: PlanWords) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[，；：。]))(?:在|于|到|今年|确保)?(?:20\d\d年?)?(?:{_times(words)})")


@cache
def _subject_deadline(words: PlanWords) -> re.Pattern[str]:
    """A time to come behind its subject: 该标准年底前印发实施."""
    other = any_of(
        words.verbs,
        ("去年", "上年", "前年", "已", "截至", "截止", "早在", "自", "从", "要求", "明确", "的", "了"),
    )
    return re.compile(
        rf"(?:^|(?<=[，；：。]))(?:(?!{other})[^，；：。\d]){{2,10}}?(?:今年|明年)?(?:{_times(words)})(?!的)"
    )


def _times(words: PlanWords) -> str:
    return rf"{any_of(words.deadlines)}|\d{{1,2}}月(?:底|末)?(?:之)?前"


@cache
def _disposal(words: PlanWords) -> re.Pattern[str]:
    return re.compile(any_of(words.disposals))


@cache
def _disposed(words: PlanWords) -> re.Pattern[str]:
    return re.compile(any_of(words.disposed))

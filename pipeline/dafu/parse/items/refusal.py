"""不予采纳、暂缓、转办: whether a sentence declines, puts off or hands over what was asked."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_frame, any_of
from dafu.lexicon.vocabularies import FlagWords, ItemWords, RefusalWords
from dafu.parse.items.sentences import CLAUSE_END, advises, clause_end
from dafu.records.outline import SectionRole

_ANSWERING: tuple[SectionRole, ...] = ("response", "explanation", "opening", "unknown", "plan", "request")
"""Where a letter speaks of what was asked; elsewhere a sentence must name it."""
_DESCRIBING: tuple[SectionRole, ...] = ("problem", "basic", "effect")
_DEICTIC = re.compile(r"您|你|贵|该|此|上述|本|这")
_ATTRIBUTE = re.compile(r"[^，；：。您你贵该此本这]{0,8}的(?!$|建议|提案|请求|诉求|条件)")
_CLASS = re.compile(r"对[^，；：。]{2,}的")
"""A rule for a class: 对达不到要求的项目坚决不予审批."""
_DONE_AFTER = re.compile(r"(?<!得)已(?!知)|[^为除]了(?!解)")
_ENDS = re.compile(r"[^，；：。]{0,6}(?:[，；](?:望|请|敬请|恳请|特此)[^，；：。]*)*[。！]?$")
"""What may follow a reason that refuses by itself: …不具备实施条件，敬请谅解。"""
_RAISED = re.compile(
    r"(?:积极|及时|主动|继续)*(?:向|请|争取)[^，；：。]{0,16}(?:反映|汇报|建议|呼吁|请示|报告|争取)"
)
"""What is only raised above holds out nothing: 我省无权调整，将积极向国家有关部门反映."""


class Refusal(NamedTuple):
    """A refusal; with `later` it only puts off."""

    at: int
    later: bool
    """Whether a later time or step is held out: 待条件成熟后再…, 只能纳入项目库."""
    deferred: bool
    """Whether it is said for now only: 暂, 目前, 尚."""


def find_refusal(own: str, words: RefusalWords, *, role: SectionRole) -> Refusal | None:
    """The refusal that a sentence speaks; `own` holds the writer's own words only.

    `解决无法充电的问题` refuses nothing: there the verb is what somebody else suffers. Under problems and
    basic facts a sentence must name the proposal, under done work what was asked, to be a refusal.
    """
    for match in _refusing(words).finditer(own):
        if not _suffered(own, match, words) and _answers(own, match, words, role):
            later = any(word in match.group() for word in ("项目库", "一次性")) or _holds_out(
                own, match.end(), words
            )
            deferred = later or _deferring(words).search(own) is not None
            return Refusal(match.start(), later, deferred)
    studied = _studied(words).search(own) if role in _ANSWERING else None
    if studied is not None and _by_name(words).search(own):
        return Refusal(studied.start(), later=True, deferred=True)
    return None


def _holds_out(own: str, at: int, words: RefusalWords) -> bool:
    """Whether a later clause holds out a later time or step; 将 before what is only raised above does not."""
    after = _refusing(words).sub("", own[clause_end(own, at) :])  # 暂不能列入 holds out no 列入
    raised = _RAISED.search(after)
    if raised is not None and not _later_time(words).search(after):
        return False
    return _later(words).search(after) is not None


def is_handed_over(view: str, words: ItemWords, *, role: SectionRole = "unknown") -> bool:
    """Whether a sentence gives what was asked to another to do: 转交…办理, 建议由…, 建议贵局…, 属于…职责.

    Where a letter answers, a letter written to another organ tells it by itself: 已致函铁路部门.
    """
    if role in _ANSWERING and has_written(view, words):
        return True
    if advises(view, words) and not _courteous(words.flags).search(view):
        return True
    match = _handing(words.flags).search(view)
    if match is not None and match.group().startswith(("建议", "请", "可向")):
        return True
    if match is None and (role not in _ANSWERING or not _left_to(words.flags).search(view)):
        return False
    return bool(_named(words.refusal).search(view)) and not _kept(words.flags).search(view)


def has_written(view: str, words: ItemWords) -> bool:
    """Whether a sentence tells that another organ was asked in writing; its answer is still to come."""
    return _written(words.flags).search(view) is not None


def _suffered(own: str, match: re.Match[str], words: RefusalWords) -> bool:
    start = max(own.rfind(mark, 0, match.start()) for mark in CLAUSE_END) + 1
    before = own[start : match.start()]
    suffering = _suffering(words).search(before)
    if suffering and not (suffering.group().startswith(("对", "针对")) and _DEICTIC.search(before)):
        return True
    if _CLASS.search(before) and not _DEICTIC.search(before):
        return True
    return _ATTRIBUTE.match(own, match.end()) is not None


def _answers(own: str, match: re.Match[str], words: RefusalWords, role: SectionRole) -> bool:
    named = _by_name(words).search(own) is not None
    if named or role in _DESCRIBING:
        return named
    if role not in _ANSWERING or (match["lacking"] is not None and not _ENDS.match(own, match.end())):
        return _asked(words).search(own) is not None and not _DONE_AFTER.search(own, match.end())
    return True


@cache
def _refusing(words: RefusalWords) -> re.Pattern[str]:
    for_now = tuple(modal for modal in words.modals if modal.startswith("暂"))
    return re.compile(
        rf"(?P<modal>(?:{any_of(words.modals)})[^，；：。的]{{0,10}}?(?:{any_of(words.actions)})|(?:{any_of(for_now, words.alone)})(?!住))"
        rf"|(?P<phrase>{any_frame(words.phrases)})|(?P<lacking>{any_frame(words.lacking)})"
    )


@cache
def _studied(words: RefusalWords) -> re.Pattern[str]:
    """What was asked is only to be thought about: `…的建议，需在充分论证的基础上统筹研究。`"""
    return re.compile(
        rf"(?:^|(?<=[，；：。]))(?![^，；：。]*值得)[^，；：。了已]{{0,30}}?(?:{any_of(words.studying)})(?:[。；]|$)"
    )


@cache
def _suffering(words: RefusalWords) -> re.Pattern[str]:
    return re.compile(any_of(words.suffered_before))


@cache
def _later(words: RefusalWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.later))


@cache
def _later_time(words: RefusalWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.later_times))


@cache
def _deferring(words: RefusalWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.deferring))


@cache
def _asked(words: RefusalWords) -> re.Pattern[str]:
    return re.compile(any_of(words.asked))


@cache
def _by_name(words: RefusalWords) -> re.Pattern[str]:
    return re.compile(any_of(words.asked_by_name))


@cache
def _named(words: RefusalWords) -> re.Pattern[str]:
    return re.compile(
        any_of(words.asked_by_name, ("该", "此", "上述", "问题", "事项", "诉求", "意见", "工作"))
    )


@cache
def _handing(words: FlagWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![该此本])(?:{any_frame(words.handed_over)})")


@cache
def _courteous(words: FlagWords) -> re.Pattern[str]:
    return re.compile(any_of(words.not_advice))


@cache
def _written(words: FlagWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[，；：。]))(?:我[局委厅办部院]|我们|目前|现)?(?:已|也已)?(?:再次|多次|专门)?(?:{any_of(words.writing)})[^，；：。的]{{1,20}}"
    )


@cache
def _left_to(words: FlagWords) -> re.Pattern[str]:
    """A clause that leaves it to another organ: `关于…问题，由县文化和旅游局…统筹考虑。`"""
    return re.compile(
        rf"(?:^|(?<=[，；：。]))(?:(?:该|此|上述|这)[^，；：。的]{{0,6}})?(?:可|应|须|需|拟|统一|主要)?由(?!我|本|于|此)[^，；：。的]{{0,16}}?(?:{any_of(words.others)})"
        rf"(?:[^，；：。了]{{0,40}}?)(?:{any_of(words.left_actions)})[^，；：。了]{{0,4}}(?=[，；。]|$)"
    )


@cache
def _kept(words: FlagWords) -> re.Pattern[str]:
    return re.compile(any_of(words.not_handed_over))

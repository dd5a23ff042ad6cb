"""作用: the role of a section by its heading, its lead-in, its sentences and its neighbours.

Chinese plans are zero-marked and slogans head done and planned work alike (domain: role words decide first,
then the parent, then the cue words of the sentences).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import RoleWords
from dafu.records.outline import SectionRole

_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_QUOTED = re.compile(r"[“\"《〈][^”\"》〉]*[”\"》〉]")
_SEGMENT = re.compile(r"[，,；;：:—\s]|(?<=.{2})[、和及与并](?=.{2})|以及|(?<=情况)和")
_DISPOSED = re.compile(
    r"将(?=[^，。；]{1,20}?(?:纳入|列入|列为|作为|融入|调整为|提高到|提高至|提升至|延长至|下放|移交))"
)
"""将 as 'take': 将农村养老服务纳入…规划 tells of no plan."""
_ANSWERED = re.compile(
    r"(?:提案|建议|意见|问题|诉求)[^，。]{0,6}的?(?:答复|回复|回应)(?:情况|意见)?$"
    r"|^(?:会办|协办|分办|办理)意见$|(?:所提|提出的?|各项)(?:建议|问题|意见)[^，。]{0,4}(?:办理|采纳|落实|研究)情况$"
)
"""提案所提问题的答复."""
_EXPLAINED = re.compile(r"(?:问题|事项|情况|建议|意见|原因)的?(?:几点|有关)?(?:说明|解释)$")
"""关于所提建议中有关问题的说明."""
_LONGEST_FRAME = 14
_SHORT_CORE = 3
_LONG_CORE = 4
_TELLING = ("basic", "done", "consultation")
"""Roles whose longer cores tell in any frame: 关于我市停车设施的基本情况."""
_HINTS = 2
"""Sentences with 要, 继续, 进一步… that make a plan where nothing else tells."""
"""Characters that may stand between a frame and its core: 我县义务教育阶段 + 现状."""
_HEADING_ROLES: tuple[SectionRole, ...] = (
    "consultation", "effect", "problem", "explanation", "request", "basic", "done",
)  # fmt: skip


def heading_role(heading: str, words: RoleWords) -> SectionRole | None:
    """The role that a heading names (domain, 5.2); None for a slogan.

    The first core counts (主要做法及成效 is done), but a plan anywhere makes a plan.
    """
    bare = _QUOTED.sub("", heading).strip(" 。：:；;，,")
    segments = [part for part in _SEGMENT.split(bare) if part]
    starts_plan = _plan_start(words).match(bare) is not None
    if _EXPLAINED.search(bare) or _ANSWERED.search(bare):
        return "explanation" if _EXPLAINED.search(bare) else "response"
    if _point(words).match(bare) and (_point_end(words).search(bare) or not starts_plan):
        asked = _point_start(words).sub("", bare)
        parts = [part for part in _SEGMENT.split(asked) if part]
        urged = bool(parts) and _slogan(words).match(asked) and not _is_title(parts, words)
        quotes = len(bare) < len(heading.strip(" 。：:；;，,"))
        return (None if quotes or urged else _titled(asked, words)) or "response"
    if starts_plan:
        return "plan"
    if not segments or (_slogan(words).match(bare) and not _is_title(segments, words)):
        return None
    if any(_plan_segment(words).fullmatch(part) for part in segments):
        return "plan"
    return next((role for part in segments if (role := _named(part, words)) is not None), None)


def _is_title(segments: Sequence[str], words: RoleWords) -> bool:
    """Whether words that begin like a slogan name a part of the letter: 落实情况, 解决措施."""
    first = segments[0]
    if len(segments) > 2:
        return False
    return first.endswith(words.title_ends) or first in words.plan or first in _core_words(words)


def _named(segment: str, words: RoleWords) -> SectionRole | None:
    """The role of the longest core that a segment ends with; a short core needs a frame that is known."""
    best: tuple[int, SectionRole] | None = None
    for role, core in _cores(words):
        for ending in (core, f"{core}情况"):
            before = segment.removesuffix(ending)
            if before == segment or (
                role != "basic" and len(core) < _SHORT_CORE and not _frames(words).fullmatch(before)
            ):
                continue
            if len(before) <= _LONGEST_FRAME and (best is None or len(core) > best[0]):
                best = (len(core), role)
    return None if best is None else best[1]


def _titled(segment: str, words: RoleWords) -> SectionRole | None:
    """The role of a core that stands alone but for its frame: 关于存在的问题, 关于工作开展情况."""
    for role, core in _cores(words):
        before = segment.removesuffix(core)
        if before == segment:
            continue
        if _frames(words).fullmatch(before) or (role in _TELLING and len(core) >= _LONG_CORE):
            return role
    return None


def lead_role(lead: str, words: RoleWords) -> SectionRole | None:
    """The role of the items that a lead-in announces: 主要做了以下工作：, 存在以下问题：."""
    if opens_plan(lead, words) or _plan_lead(words).search(lead):
        return "plan"
    best: tuple[int, SectionRole] | None = None
    for role, pattern in _leads(words):
        for match in pattern.finditer(lead):
            if best is None or match.start() >= best[0]:
                best = (match.start(), role)
    return None if best is None else best[1]


def opens_plan(text: str, words: RoleWords) -> bool:
    """Whether a paragraph or sentence opens with 下一步, 今后, 接下来…, or with 明年… and a plan's verb."""
    match = _plan_opener(words).match(text)
    if match is None:
        return False
    clause = _QUOTED.sub("", text[match.end() : match.end() + 80].split("。", maxsplit=1)[0])
    if match["weak"]:
        return _plan_verb(words).search(_DISPOSED.sub("", _not_plan(words).sub("", clause))) is not None
    return not re.match(r"[^，。]{0,12}(?:奠定|打下|提供了)", clause)


def consults(text: str, words: RoleWords) -> bool:
    """Whether a text tells of talks with the proposer: 我局与您进行了沟通."""
    return _consulting(words).search(text) is not None


def answers_point(text: str, words: RoleWords) -> bool:
    """Whether an item opens with the point it answers: 您提出的“…”的建议，我局…."""
    return _answered_point(words).match(text) is not None


def advises_another(text: str, words: RoleWords) -> bool:
    """Whether an item or paragraph asks something of another organ, and says nothing of the writer's own plans: 建议贵局…."""
    return _advice(words).match(text) is not None and _own_plan(words).search(text) is None


class Cues(NamedTuple):
    """How many sentences tell of work done, tell of work to come, and only sound like a plan."""

    done: int
    planned: int
    hinted: int

    @property
    def role(self) -> SectionRole | None:
        """What most sentences tell; None where they tell nothing."""
        if self.planned > self.done or (not self.done and self.hinted >= _HINTS):
            return "plan"
        return "done" if self.done else None


def cues_in(text: str, words: RoleWords) -> Cues:
    """The cue words of a text, sentence by sentence.

    What stands in quotes and titles does not count, nor does a 下一步 that ends a report of work done.
    """
    done = planned = hinted = 0
    for at, sentence in enumerate(_SENTENCE.findall(_QUOTED.sub("", text))):
        if at and opens_plan(sentence, words):
            continue
        bare = _DISPOSED.sub("", _not_plan(words).sub("", sentence))
        if _planned(words).search(bare):
            planned += 1
        elif _done(words).search(sentence):
            done += 1
        elif _hinted(words).search(bare):
            hinted += 1
    return Cues(done, planned, hinted)


def role_of_paragraph(text: str, words: RoleWords, previous: SectionRole | None) -> SectionRole:
    """The role of an unmarked paragraph by its cue words, else that of the one before it, else `unknown`."""
    if opens_plan(text, words):
        return "plan"
    if advises_another(text, words):
        return "request"
    cued = next((role for role, pattern in _paragraph_cues(words) if pattern.search(text)), None)
    if cued is None and text.rstrip().endswith(("：", ":")):
        cued = lead_role(text, words)
    told = cued or cues_in(text, words).role
    reports = told == "done" and cued is None and not _acted(words).search(text)
    if (told is None or reports) and _basic_cue(words).search(text):
        return "basic"
    return told or previous or "unknown"


@cache
def _cores(words: RoleWords) -> tuple[tuple[SectionRole, str], ...]:
    return tuple((role, core) for role in _HEADING_ROLES for core in getattr(words, role))


@cache
def _core_words(words: RoleWords) -> frozenset[str]:
    return frozenset(core for _, core in _cores(words))


@cache
def _plan_segment(words: RoleWords) -> re.Pattern[str]:
    frame = any_of(words.frames_before)
    return re.compile(
        rf"(?:{frame})*(?:{any_of(words.plan_starts)}).*|.{{0,{_LONGEST_FRAME}}}(?:{any_of(words.plan)})$"
        rf"|(?:19|20)\d\d年.{{0,8}}(?:计划|安排|打算|任务|重点|思路)$"
    )


@cache
def _plan_start(words: RoleWords) -> re.Pattern[str]:
    frame = any_of(words.frames_before, words.own_organs)
    return re.compile(rf"(?:{frame})*(?:{any_of(words.plan_starts)})")


@cache
def _slogan(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.slogan_starts))


@cache
def _point_start(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.response_starts))


@cache
def _point(words: RoleWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words.response_starts)})|(?:建议|问题|意见)[一二三四五六七八九十\d]|.{{2,40}}(?:的建议|的诉求)$"
    )


@cache
def _consulting(words: RoleWords) -> re.Pattern[str]:
    cues, proposer = any_of(words.consultation_cues), "您|你们?|代表|委员|共识"
    return re.compile(rf"(?:{cues})[^。]{{0,30}}(?:{proposer})|(?:{proposer})[^。]{{0,20}}(?:{cues})")


@cache
def _point_end(words: RoleWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.point_ends)})$")


@cache
def _answered_point(words: RoleWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:关于|针对|对于?|就)?(?:{any_of(words.proposers)})[^。，]{{0,4}}提(?:出|到|及)?的?[^。；]{{2,50}}?(?:{any_of(words.point_ends)}|建议|问题|意见)[”》]?[，：:]"
    )


@cache
def _advice(words: RoleWords) -> re.Pattern[str]:
    before = rf"(?:(?:{any_of(words.before_opener, words.own_organs)})[，,]?)*"
    return re.compile(rf"\s*{before}(?:{any_of(words.advice_starts)})")


@cache
def _own_plan(words: RoleWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.own_organs)})[^，,；;。]{{0,6}}(?:将|会|拟|计划)")


@cache
def _leads(words: RoleWords) -> tuple[tuple[SectionRole, re.Pattern[str]], ...]:
    return (
        ("done", re.compile(any_of(words.lead_done))),
        ("effect", re.compile(any_of(words.lead_effect))),
        ("consultation", re.compile(any_of(words.lead_consultation))),
        ("explanation", re.compile(any_of(words.lead_explanation))),
        ("request", re.compile(any_of(words.lead_request))),
        ("response", re.compile(any_of(words.response_leads))),
        ("problem", re.compile(any_of(words.lead_problem))),
    )


@cache
def _plan_lead(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.lead_plan))


@cache
def _frames(words: RoleWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.frames_before)}|(?:19|20)\d\d年)*")


@cache
def _plan_opener(words: RoleWords) -> re.Pattern[str]:
    before = rf"(?:(?:{any_of(words.before_opener)})[，,]?|(?:{any_of(words.own_organs)})[，,]?|在|对于?|就)*"
    return re.compile(
        rf"\s*{before}(?:(?:{any_of(words.plan_openers)})|(?P<weak>{any_of(words.plan_openers_with_verb)}|20\d\d年(?:底前)?(?!以来|起|至|度)))"
    )


@cache
def _plan_verb(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.plan_verbs))


@cache
def _planned(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.plan_cues))


@cache
def _hinted(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.plan_hints))


@cache
def _not_plan(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.not_plan_cues))


@cache
def _done(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.done_cues))


@cache
def _acted(words: RoleWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words.own_organs)})[^。]{{0,30}}(?:已|组织|开展|成立|制定|印发|投入|安排|争取|实施)"
    )


@cache
def _basic_cue(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.basic_cues))


@cache
def _paragraph_cues(words: RoleWords) -> tuple[tuple[SectionRole, re.Pattern[str]], ...]:
    return (
        ("request", re.compile(any_of(words.request_cues))),
        ("problem", re.compile(
            rf"(?:^[^，。]{{0,12}}|(?:^|[，。])(?:但|但是|同时|目前)?[^，。]{{0,8}}(?:还|仍|也|依然)(?:然)?)存在[^。]{{0,30}}(?:{any_of(words.problem_cues)})"
        )),
        ("explanation", re.compile(any_of(words.limit_cues))),
        ("consultation", re.compile(
            rf"^[^。]{{0,60}}(?:{any_of(words.consultation_cues)})[^。]{{0,30}}(?:您|代表|委员|你)|^[^。]{{0,40}}(?:您|代表|委员)[^。]{{0,20}}(?:{any_of(words.consultation_cues)})"
        )),
    )  # fmt: skip

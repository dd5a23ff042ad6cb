"""作用: the role of a section by its heading, its lead-in, its sentences and its neighbours.

Chinese plans are zero-marked and slogans head done and planned work alike (domain: role words decide first,
then the parent, then the cue words of the sentences).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import RoleWords
from dafu.records.outline import SectionRole

_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_QUOTED = re.compile(r"[“\"《〈][^”\"》〉]*[”\"》〉]")
_SEGMENT = re.compile(r"[，,；;：:—\s]|(?<=.{2})[、和及与并](?=.{2})|以及|(?<=情况)和")
_LONGEST_FRAME = 12
"""Characters that may stand between a frame and its core: 我县义务教育阶段 + 现状."""
_HEADING_ROLES: tuple[SectionRole, ...] = (
    "consultation", "effect", "problem", "explanation", "request", "basic", "done",
)  # fmt: skip


def heading_role(heading: str, words: RoleWords) -> SectionRole | None:
    """The role that a heading names (domain, 5.2); None for a slogan.

    The first core counts (主要做法及成效 is done), but a plan anywhere makes a plan.
    """
    bare = _QUOTED.sub("", heading).strip(" 。：:；;，,")
    if not bare:
        return None
    segments = [part for part in _SEGMENT.split(bare) if part]
    if _plan_start(words).match(bare):
        return "plan"
    if _slogan(words).match(bare) and not _is_title(segments, words):
        return None
    if any(_plan_segment(words).fullmatch(part) for part in segments):
        return "plan"
    if _point(words).match(bare):
        return _named(_point_start(words).sub("", bare), words) or "response"
    for part in segments:
        role = _named(part, words)
        if role is not None:
            return role
    return None


def _is_title(segments: Sequence[str], words: RoleWords) -> bool:
    """Whether words that begin like a slogan name a part of the letter: 落实情况, 解决措施."""
    first = segments[0]
    if len(segments) > 2:
        return False
    return first.endswith("情况") or first in words.plan or any(first == core for _, core in _cores(words))


def _named(segment: str, words: RoleWords) -> SectionRole | None:
    best: tuple[int, SectionRole] | None = None
    for role, core in _cores(words):
        if segment.endswith(core) or segment.endswith(f"{core}情况"):
            if len(segment) - len(core) > _LONGEST_FRAME + 8:
                continue
            if best is None or len(core) > best[0]:
                best = (len(core), role)
    return None if best is None else best[1]


def lead_role(lead: str, words: RoleWords) -> SectionRole | None:
    """The role of the items that a lead-in announces: 主要做了以下工作：, 存在以下问题：."""
    best: tuple[int, SectionRole] | None = None
    for role, pattern in _leads(words):
        for match in pattern.finditer(lead):
            if best is None or match.start() >= best[0]:
                best = (match.start(), role)
    if opens_plan(lead, words):
        return "plan"
    return None if best is None else best[1]


def opens_plan(text: str, words: RoleWords) -> bool:
    """Whether a paragraph or sentence opens with 下一步, 今后, 接下来…, or with 明年… and a plan's verb."""
    match = _plan_opener(words).match(text)
    if match is None:
        return False
    clause = text[match.end() : match.end() + 60].split("。", maxsplit=1)[0]
    if match["weak"]:
        return _plan_verb(words).search(clause) is not None
    return not re.match(r"[^，。]{0,12}(?:奠定|打下|提供了)", clause)


def cue_role(text: str, words: RoleWords) -> SectionRole | None:
    """`plan` or `done` by what most sentences say; None where they say neither."""
    bare = _not_plan(words).sub("", _QUOTED.sub("", text))
    done = planned = 0
    for sentence in _SENTENCE.findall(bare):
        if _done(words).search(sentence):
            done += 1
        elif _plan_verb_strict(words).search(sentence):
            planned += 1
    if planned > done:
        return "plan"
    return "done" if done else None


def role_of_paragraph(text: str, words: RoleWords, previous: SectionRole | None) -> SectionRole:
    """The role of an unmarked paragraph by its cue words, else that of the one before it, else `unknown`."""
    if opens_plan(text, words):
        return "plan"
    for role, pattern in _paragraph_cues(words):
        if pattern.search(text):
            return role
    told = cue_role(text, words)
    if told == "done" and _basic_cue(words).search(text) and not _acted(words).search(text):
        return "basic"
    if told is not None:
        return told
    if _basic_cue(words).search(text):
        return "basic"
    return previous or "unknown"


@cache
def _cores(words: RoleWords) -> tuple[tuple[SectionRole, str], ...]:
    return tuple((role, core) for role in _HEADING_ROLES for core in getattr(words, role))


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
def _leads(words: RoleWords) -> tuple[tuple[SectionRole, re.Pattern[str]], ...]:
    return (
        ("done", re.compile(any_of(words.lead_done))),
        ("effect", re.compile(any_of(words.lead_effect))),
        ("consultation", re.compile(any_of(words.lead_consultation))),
        ("explanation", re.compile(any_of(words.lead_explanation))),
        ("request", re.compile(any_of(words.lead_request))),
        ("response", re.compile(any_of(words.response_leads))),
        ("problem", re.compile(any_of(words.lead_problem))),
        ("plan", re.compile(any_of(words.lead_plan))),
    )


@cache
def _plan_opener(words: RoleWords) -> re.Pattern[str]:
    before = rf"(?:(?:{any_of(words.before_opener)})[，,]?|(?:{any_of(words.own_organs)})[，,]?|在|对于?|就)*"
    return re.compile(
        rf"\s*{before}(?:(?:{any_of(words.plan_openers)})|(?P<weak>{any_of(words.plan_openers_with_verb)}|20\d\d年(?:底前)?))"
    )


@cache
def _plan_verb(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.plan_verbs))


@cache
def _plan_verb_strict(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.plan_cues))


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
        ("explanation", re.compile(any_of(words.limit_cues))),
        ("problem", re.compile(rf"^(?:但是?|然而|同时|目前)?[^。]{{0,30}}存在[^。]{{0,30}}(?:{any_of(words.problem_cues)})")),
        ("consultation", re.compile(
            rf"^[^。]{{0,60}}(?:{any_of(words.consultation_cues)})[^。]{{0,30}}(?:您|代表|委员|你)|^[^。]{{0,40}}(?:您|代表|委员)[^。]{{0,20}}(?:{any_of(words.consultation_cues)})"
        )),
    )  # fmt: skip

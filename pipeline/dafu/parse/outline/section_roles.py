"""The roles of an outline's nodes: by their own words, their parent, their lead-in, their siblings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.parse.outline.roles import (
    Cues,
    advises_another,
    answers_point,
    consults,
    cues_in,
    heading_role,
    lead_role,
    opens_plan,
)
from dafu.parse.outline.tree import Node
from dafu.parse.outline.unmarked import is_announcement
from dafu.records.outline import SectionRole

_LABEL = re.compile(r"[^，。；：:\n]{2,20}(?=[：:])")
"""What an item of one sentence names before a colon: 关于路灯问题：已安装36盏。"""
_COUNTED = re.compile(r"\d[\d.]*[余多]?[万亿]?余?(?:[家个户人名件条项处座台套次场所张辆亩吨米元%]|公里|平方)")
_STRONGER_THAN_PARENT = ("problem", "plan", "explanation", "effect")
"""Announced roles that stand against the parent's: 存在以下问题： inside a section of work done."""
_WEAKER_THAN_DONE = ("basic", "consultation")
"""Roles that give way where work done is announced: background, then 我局采取措施：一是…."""


def set_roles(letter: LetterText, nodes: Sequence[Node], ends: Sequence[int], lexicon: Lexicon) -> None:
    """Give every node a role; `ends` tells where each ends with all that is below it."""
    texts = [letter.text[node.start : end] for node, end in zip(nodes, ends, strict=True)]
    own = {
        at: role
        for at, node in enumerate(nodes)
        if node.role is None and (role := _own_role(letter, node, ends[at], lexicon)) is not None
    }
    leads: dict[int, SectionRole | None] = {}
    for at, node in enumerate(nodes):
        if node.mark is not None and node.mark.series not in leads:
            leads[node.mark.series] = _lead(letter, nodes, at, lexicon)
        if node.role is not None:
            continue
        lead = leads[node.mark.series] if node.mark is not None else None
        parent = None if node.parent is None else nodes[node.parent].role
        if at in own and not (own[at] == "response" and parent == "explanation"):
            node.role = own[at]
        elif parent not in (None, "unknown", "opening"):
            announced = lead in _STRONGER_THAN_PARENT or (lead == "done" and parent in _WEAKER_THAN_DONE)
            node.role = lead if announced else _under_unmarked(nodes, at, texts, lexicon) or parent
        elif lead is not None:
            node.role = lead
        elif node.mark is not None and advises_another(letter.text[node.mark.end : ends[at]], lexicon.roles):
            node.role = "request"
        else:
            beside = [texts[other] for other in _beside(nodes, at) if other not in own]
            before = _before(nodes, at)
            if node.heading is None and _states_amid_few_plans(texts[at], beside, lexicon):
                before, beside = None, []
            node.role = _by_sentences(texts[at], beside, before, lexicon)


def _own_role(letter: LetterText, node: Node, end: int, lexicon: Lexicon) -> SectionRole | None:
    """By the heading, else by the words that an item, or its text below a slogan, opens with."""
    words = lexicon.roles
    named = None if node.heading is None else heading_role(letter.text[slice(*node.heading)], words)
    if named == "consultation" and not consults(letter.text[node.start : end], words):
        # 办理情况 heads work done as well as talks with the proposer.
        named = "done" if cues_in(letter.text[node.start : end], words).done else named
    if named is not None or node.mark is None:
        return named
    text = letter.text[node.heading[1] if node.heading else node.mark.end : end].lstrip(" 。：:\n")
    if opens_plan(text, words):
        return "plan"
    if answers_point(text, words):
        return "response"
    label = _LABEL.match(text)
    return heading_role(label.group(), words) if label and node.heading is None else None


def _lead(letter: LetterText, nodes: Sequence[Node], at: int, lexicon: Lexicon) -> SectionRole | None:
    """The role that the words before a series announce; what a parent's heading says is not announced."""
    if at == 0:
        return None
    before = nodes[at - 1]
    start = before.heading[1] if before.heading and before.mark else before.start
    text = letter.text[start : nodes[at].start].rstrip()
    if text.endswith(("。", "；", ";")) and not is_announcement(text, lexicon.outline):
        return None
    return lead_role(re.split(r"[。；;\n]", text.rstrip("。；;：:"))[-1], lexicon.roles)


def _states_amid_few_plans(text: str, beside: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether an item only tells what was counted, no plan opens the series and few are in it."""
    mine = cues_in(text, lexicon.roles)
    if mine.planned or mine.hinted or _COUNTED.search(text) is None:
        return False
    plans = [cues_in(other, lexicon.roles).role == "plan" for other in beside]
    return not plans[0] and 2 * sum(plans) < len(plans)


def _by_sentences(
    text: str, beside: Sequence[str], before: SectionRole | None, lexicon: Lexicon
) -> SectionRole:
    """A slogan's role: what it says for itself, a plan after a plan, what the slogans beside it say, else done."""
    mine = cues_in(text, lexicon.roles)
    if mine.planned > mine.done:
        return "plan"
    if mine.done:
        return "done"
    if before == "plan":
        return "plan"
    told = [cues_in(other, lexicon.roles) for other in beside]
    return Cues(*(sum(counts) for counts in zip(*told, strict=True))).role or "done" if told else "done"


def _under_unmarked(
    nodes: Sequence[Node], at: int, texts: Sequence[str], lexicon: Lexicon
) -> SectionRole | None:
    """What items say together that stand below a paragraph of background: it does not speak for them."""
    above = nodes[at].parent
    if above is None or nodes[above].rule != "outline.unmarked" or nodes[above].role not in _WEAKER_THAN_DONE:
        return None
    told = [cues_in(texts[other], lexicon.roles) for other in _beside(nodes, at)]
    return Cues(*(sum(counts) for counts in zip(*told, strict=True))).role


def _beside(nodes: Sequence[Node], at: int) -> list[int]:
    """The node and its siblings."""
    mark = nodes[at].mark
    if mark is None:
        return [at]
    return [other for other, node in enumerate(nodes) if node.mark and node.mark.series == mark.series]


def _before(nodes: Sequence[Node], at: int) -> SectionRole | None:
    """Role of the node before, at this level or above."""
    level = max(nodes[at].level, 1)
    return next((node.role for node in reversed(nodes[:at]) if node.level <= level), None)

"""The roles of an outline's nodes: by their own words, their parent, their lead-in, their siblings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import RoleWords
from dafu.parse.outline_tree import Node
from dafu.parse.outline_unmarked import is_announcement
from dafu.parse.roles import Cues, cues_in, heading_role, lead_role, opens_plan
from dafu.records.outline import SectionRole

_LONGEST_HEADING = 30
_STRONGER_THAN_PARENT = ("problem", "plan", "explanation", "effect")
"""Announced roles that stand against the parent's: 存在以下问题： inside a section of work done."""


def set_roles(letter: LetterText, nodes: Sequence[Node], ends: Sequence[int], lexicon: Lexicon) -> None:
    """Give every node a role; parents precede their children."""
    words = lexicon.roles
    leads: dict[int, SectionRole | None] = {}
    own = {
        at: role
        for at, node in enumerate(nodes)
        if node.role is None and (role := _own_role(letter, node, ends[at], words)) is not None
    }
    for at, node in enumerate(nodes):
        if node.mark is not None and node.mark.series not in leads:
            leads[node.mark.series] = _lead(letter, nodes, at, lexicon)
        if node.role is not None:
            continue
        lead = leads[node.mark.series] if node.mark is not None else None
        parent = None if node.parent is None else nodes[node.parent].role
        if at in own:
            node.role = own[at]
        elif parent not in (None, "unknown", "opening"):
            node.role = lead if lead in _STRONGER_THAN_PARENT else parent
        else:
            node.role = lead or _by_sentences(letter, nodes, at, ends, own, words)


def _own_role(letter: LetterText, node: Node, end: int, words: RoleWords) -> SectionRole | None:
    """By the heading, else by the words an item opens with."""
    if node.heading is not None:
        role = heading_role(letter.text[slice(*node.heading)], words)
        if role is not None:
            return role
    if node.mark is None:
        return None
    text = letter.text[node.mark.end : end]
    if opens_plan(text, words):
        return "plan"
    first = re.split(r"[。；;：:\n]", text, maxsplit=1)[0]
    if node.heading is None and len(first) <= _LONGEST_HEADING and "，" not in first:
        return heading_role(first, words)
    return None


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


def _by_sentences(
    letter: LetterText,
    nodes: Sequence[Node],
    at: int,
    ends: Sequence[int],
    own: dict[int, SectionRole],
    words: RoleWords,
) -> SectionRole:
    """A slogan's role: what it says for itself, else what the slogans beside it say, else done."""
    node = nodes[at]
    mine = cues_in(letter.text[node.start : ends[at]], words)
    if mine.planned > mine.done:
        return "plan"
    if mine.done:
        return "done"
    total = Cues(0, 0, 0)
    for other in _beside(nodes, at, own):
        cues = cues_in(letter.text[nodes[other].start : ends[other]], words)
        total = Cues(*(a + b for a, b in zip(total, cues, strict=True)))
    if _after_plan(nodes, at):
        return "plan"
    return total.role or "done"


def _beside(nodes: Sequence[Node], at: int, own: dict[int, SectionRole]) -> list[int]:
    """The node and its siblings without role words."""
    mark = nodes[at].mark
    if mark is None:
        return [at]
    return [
        other
        for other, node in enumerate(nodes)
        if node.mark is not None and node.mark.series == mark.series and other not in own
    ]


def _after_plan(nodes: Sequence[Node], at: int) -> bool:
    """Whether the sibling before is a plan by its words."""
    for other in range(at - 1, -1, -1):
        if nodes[other].level <= max(nodes[at].level, 1) and nodes[other].role != "opening":
            return nodes[other].role == "plan"
    return False

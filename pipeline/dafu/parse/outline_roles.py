"""The roles of an outline's nodes: by their own words, their parent, their lead-in, their sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dafu.layout.model import LetterText
from dafu.lexicon.vocabularies import RoleWords
from dafu.parse.outline_tree import Node
from dafu.parse.roles import cue_role, heading_role, lead_role, opens_plan
from dafu.records.outline import SectionRole

_LONGEST_HEADING = 30


def set_roles(letter: LetterText, nodes: Sequence[Node], ends: Sequence[int], words: RoleWords) -> None:
    """Give every node a role; parents precede their children."""
    leads: dict[int, SectionRole | None] = {}
    before: SectionRole | None = None
    for at, node in enumerate(nodes):
        if node.role is None:
            own = _own_role(letter, node, ends[at], words)
            parent = nodes[node.parent] if node.parent is not None else None
            if node.mark is not None and node.mark.series not in leads:
                leads[node.mark.series] = _lead(letter, nodes, at, words)
            lead = leads[node.mark.series] if node.mark is not None else None
            if own is not None:
                node.role = own
            elif parent is not None and parent.role not in (None, "unknown", "opening"):
                node.role = lead if lead in ("problem", "plan", "explanation") else parent.role
            elif node.level == 0:
                node.role = _first_below(letter, nodes, at, ends, words)
            else:
                node.role = lead or _by_sentences(letter.text[node.start : ends[at]], before, words)
        if node.level <= 1 and node.role not in ("opening", "closing", "attachment"):
            before = node.role


def _own_role(letter: LetterText, node: Node, end: int, words: RoleWords) -> SectionRole | None:
    if node.heading is not None:
        role = heading_role(letter.text[slice(*node.heading)], words)
        if role is not None:
            return role
    if node.mark is None:
        return None
    text = letter.text[node.mark.end : end]
    if opens_plan(text, words):
        return "plan"
    if node.heading is None:
        first = re.split(r"[。；;：:\n]", text, maxsplit=1)[0]
        if len(first) <= _LONGEST_HEADING and "，" not in first:
            return heading_role(first, words)
    return None


def _lead(letter: LetterText, nodes: Sequence[Node], at: int, words: RoleWords) -> SectionRole | None:
    """The role that the words before a series announce."""
    if at == 0:
        return None
    text = letter.text[nodes[at - 1].start : nodes[at].start].rstrip()
    sentence = re.split(r"[。；;\n]", text.rstrip("。；;：:"))[-1]
    return lead_role(sentence, words)


def _first_below(
    letter: LetterText, nodes: Sequence[Node], at: int, ends: Sequence[int], words: RoleWords
) -> SectionRole:
    """A chapter without role words: what its text says."""
    return cue_role(letter.text[nodes[at].start : ends[at]], words) or "unknown"


def _by_sentences(text: str, before: SectionRole | None, words: RoleWords) -> SectionRole:
    """A slogan's role: a plan after a plan or where the sentences say so, else done."""
    told = cue_role(text, words)
    if told == "plan" or before == "plan":
        return "plan"
    return "done"

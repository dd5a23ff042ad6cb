"""段落层次: the outline of a letter as sections whose own texts tile it."""

from __future__ import annotations

from collections.abc import Sequence

from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.parse.outline.counters import find_counters
from dafu.parse.outline.frame import frame_of
from dafu.parse.outline.headings import set_headings
from dafu.parse.outline.listed import find_listed
from dafu.parse.outline.run_in import find_run_ins
from dafu.parse.outline.section_roles import set_roles
from dafu.parse.outline.tree import Node, Outline
from dafu.records.base import Span
from dafu.records.outline import Section


def find_sections(letter: LetterText, lexicon: Lexicon) -> tuple[Section, ...]:
    """The sections in reading order (contract, "sections"); none for a letter without text."""
    if not letter.text:
        return ()
    frame = frame_of(letter, lexicon)
    counters = find_counters(letter, frame.body, lexicon.outline)
    listed = find_listed(letter, frame.body, counters, lexicon.outline)
    standing = sorted((*counters, *listed))
    run_ins = find_run_ins(letter, frame.body, standing, lexicon.outline)
    marks = [mark for mark in sorted((*standing, *run_ins)) if mark.start < frame.body_end]
    attached = find_counters(letter, frame.attached, lexicon.outline)
    nodes = Outline(letter, frame, marks, lexicon).grow(attached)
    own_spans = _own_spans(letter, nodes)
    set_headings(letter, nodes, own_spans, lexicon)
    ends = _ends(nodes, own_spans)
    set_roles(letter, nodes, ends, lexicon)
    return tuple(_section(letter, nodes, at, own_spans[at], ends[at]) for at in range(len(nodes)))


def _own_spans(letter: LetterText, nodes: Sequence[Node]) -> list[Span]:
    starts = [node.start for node in nodes]
    return list(zip([0, *starts[1:]], [*starts[1:], len(letter.text)], strict=True))


def _ends(nodes: Sequence[Node], own_spans: Sequence[Span]) -> list[int]:
    """Where each node ends with all that is below it; children follow their parents."""
    ends = [end for _, end in own_spans]
    for at in range(len(nodes) - 1, -1, -1):
        parent = nodes[at].parent
        if parent is not None:
            ends[parent] = max(ends[parent], ends[at])
    return ends


def _section(letter: LetterText, nodes: Sequence[Node], at: int, own_span: Span, end: int) -> Section:
    node = nodes[at]
    return Section(
        id=f"s{at + 1}",
        parent=None if node.parent is None else f"s{node.parent + 1}",
        level=node.level,
        style=node.style,
        marker=node.mark.raw if node.mark else None,
        ordinal=node.mark.ordinal if node.mark else None,
        heading=letter.text[slice(*node.heading)] if node.heading else None,
        role=node.role or "unknown",
        span=(own_span[0], end),
        own_span=own_span,
        rule=node.rule,
    )

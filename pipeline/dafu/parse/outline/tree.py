"""Marks and unmarked paragraphs into nodes: which follows which, and what stands below what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.parse.outline.frame import SENTENCE, Frame
from dafu.parse.outline.marks import Mark
from dafu.parse.outline.roles import answers_point, heading_role, lead_role, opens_plan, role_of_paragraph
from dafu.parse.outline.unmarked import Title, is_announcement, is_plan_title, unmarked_title
from dafu.records.outline import SectionRole, SectionStyle

_RUN_IN_TITLE = 14
"""Characters of a title that stands in the middle of a paragraph."""
_SENTENCE_END = re.compile(r"[。；;]")
_NEUTRAL = (None, "done", "response", "effect")
"""What a lead-in may announce and still belong to the opening."""


@dataclass(slots=True)
class Node:
    """A section while the outline grows; `parent` is an index of the list of nodes."""

    start: int
    level: int
    style: SectionStyle
    rule: str
    parent: int | None = None
    mark: Mark | None = None
    role: SectionRole | None = None
    heading: tuple[int, int] | None = None


class Outline:
    """Grows the nodes of a body in reading order."""

    def __init__(self, letter: LetterText, frame: Frame, marks: Sequence[Mark], lexicon: Lexicon) -> None:
        self._letter = letter
        self._frame = frame
        self._marks = marks
        self._lexicon = lexicon
        self._last_of_series = {mark.series: mark.start for mark in marks}
        self._open: list[int] = []
        self.nodes: list[Node] = []

    def grow(self, attached: Sequence[Mark]) -> list[Node]:
        """The nodes, opening first and the parts after the body last; `attached` are counters of attachments."""
        opening_end = self._opening_end()
        if opening_end > 0:
            self.nodes.append(Node(0, 0, "plain", "outline.opening", role="opening"))
        by_paragraph: dict[int, list[Mark]] = {}
        for mark in self._marks:
            by_paragraph.setdefault(mark.paragraph, []).append(mark)
        for number in self._frame.body:
            paragraph = self._letter.paragraphs[number]
            marks = by_paragraph.get(number, [])
            text_end = marks[0].start if marks else min(paragraph.span[1], self._frame.body_end)
            start = max(paragraph.span[0], opening_end)
            if start < text_end and not paragraph.in_table:
                self._unmarked(number, start, text_end)
            for mark in marks:
                self._marked(mark)
        self._add_parts([mark for mark in attached if mark.at_start and mark.level])
        return self.nodes

    def _add_parts(self, attached: Sequence[Mark]) -> None:
        """The parts after the body; numbered items of an attachment are below it, whatever they say."""
        self._last_of_series = {mark.series: mark.start for mark in attached}
        for part, following in pairwise((*self._frame.parts, None)):
            if part is None:
                continue
            self._open = [self._add(Node(part.start, 0, "plain", part.rule, role=part.role))]
            end = following.start if following else len(self._letter.text)
            for mark in attached:
                if part.start < mark.start < end:
                    self._marked(mark)
                    self.nodes[-1].role = part.role

    def _opening_end(self) -> int:
        """The opening, and the lead-in to the first numbered item where that follows it directly."""
        end = self._frame.opening_end
        if self._marks and self._marks[0].start < end:
            return self._marks[0].start if self._marks[0].at_start else end
        first = next((mark for mark in self._marks if mark.at_start), None)
        if first is None or (self._marks and self._marks[0] is not first):
            return end
        between = [
            number
            for number in self._frame.body
            if end <= self._letter.paragraphs[number].span[0] and number < first.paragraph
        ]
        words = self._lexicon.outline
        if len(between) == 1:
            lead = self._letter.raw(self._letter.paragraphs[between[0]])
            announcing = _SENTENCE_END.split(lead.rstrip("：: "))[-1]
            announced = lead_role(announcing, self._lexicon.roles)
            titled = self._title(between[0]) is not None
            if is_announcement(lead, words) and announced in _NEUTRAL and not titled:
                return first.start
        return end

    # What is unmarked

    def _unmarked(self, number: int, start: int, end: int) -> None:
        self._finish(start, number)
        text = self._letter.text[start:end]
        title = self._title(number) if start == self._letter.paragraphs[number].span[0] else None
        holder = self._holder(start)
        if title is not None and (holder is None or self._is_title(self._open[0])):
            self._open = [
                self._add(
                    Node(
                        start,
                        0,
                        "heading",
                        title.rule,
                        role=title.role,
                        heading=(start, start + title.length),
                    )
                )
            ]
            return
        if (
            holder is None
            or self._introduces_restart(holder, end)
            or self._answers_apart(holder, number, start, end)
        ):
            self._level_0(start, end)
            return
        if not opens_plan(text, self._lexicon.roles) or not self._has_body(holder, number):
            return
        if self._is_plan(self.nodes[holder]):
            return
        self._plan_paragraph(holder, start, end)

    def _answers_apart(self, holder: int, number: int, start: int, end: int) -> bool:
        """Whether a paragraph behind the last numbered item answers a point of its own: 针对您提出的…建议，…."""
        node = self.nodes[holder]
        if node.mark is None or not self._has_body(holder, number):
            return False
        if any(
            mark is not None and self._continues(mark, start)
            for mark in (self.nodes[at].mark for at in self._open)
        ):
            return False
        following = next((mark for mark in self._marks if mark.start >= end), None)
        apart = following is None or not following.at_start
        return apart and answers_point(self._letter.text[start:end], self._lexicon.roles)

    def _introduces_restart(self, holder: int, end: int) -> bool:
        """Whether a paragraph announces a series that starts again: 建议二办理情况如下： ⏎ 一、…."""
        following = next((mark for mark in self._marks if mark.start > end), None)
        mark = self.nodes[holder].mark
        if following is None or mark is None or following.level is None or following.start != end + 1:
            return False
        text = self._letter.text[self.nodes[-1].start : end]
        return (
            following.ordinal == 1
            and following.level <= self.nodes[holder].level
            and is_announcement(text, self._lexicon.outline)
            and not opens_plan(text.rsplit("\n", 1)[-1], self._lexicon.roles)
        )

    def _level_0(self, start: int, end: int) -> None:
        """Unmarked paragraphs of one role are one section; a plan begins where it is announced."""
        after_item = any(node.mark is not None and node.role != "opening" for node in self.nodes)
        for at, role in self._roles_in(start, end):
            last = self.nodes[-1] if self.nodes else None
            if after_item and role == "plan" and opens_plan(self._letter.text[at:end], self._lexicon.roles):
                self._open = [self._add(Node(at, 1, "plain", "outline.plan_paragraph", role=role))]
                return
            if last and last.rule == "outline.unmarked" and last.role == role and self._open:
                continue
            self._open = [self._add(Node(at, 0, "plain", "outline.unmarked", role=role))]

    def _roles_in(self, start: int, end: int) -> Iterator[tuple[int, SectionRole]]:
        words = self._lexicon.roles
        cut = next(
            (
                match.start()
                for match in SENTENCE.finditer(self._letter.text, start, end)
                if match.start() > start and opens_plan(match.group(), words)
            ),
            None,
        )
        previous = next(
            (node.role for node in reversed(self.nodes) if node.role not in (None, "opening")), None
        )
        yield start, role_of_paragraph(self._letter.text[start : cut or end], words, previous)
        if cut is not None:
            yield cut, "plan"

    def _title(self, number: int) -> Title | None:
        return unmarked_title(self._letter, number, self._lexicon)

    def _is_title(self, at: int) -> bool:
        return self.nodes[at].rule in ("outline.unmarked_heading", "outline.point")

    def _plan_paragraph(self, holder: int, start: int, end: int) -> None:
        node = self.nodes[holder]
        inside = node.mark is not None and (
            self._continues(node.mark, start) or self._siblings_have_plans(holder)
        )
        above = holder if inside else node.parent
        while self._open and self._open[-1] != above:
            self._open.pop()
        level = self.nodes[above].level + 1 if above is not None else 1
        text = self._letter.text[start:end]
        heading = (start, end) if is_plan_title(text, self._lexicon) else None
        style: SectionStyle = "heading" if heading else "plain"
        self._open.append(
            self._add(
                Node(start, level, style, "outline.plan_paragraph", above, role="plan", heading=heading)
            )
        )

    def _siblings_have_plans(self, holder: int) -> bool:
        """Whether another item of the series ends with a plan of its own."""
        series = self._series(holder)
        parents = [node.parent for node in self.nodes if node.rule == "outline.plan_paragraph"]
        return any(at is not None and at != holder and self._series(at) == series for at in parents)

    def _is_plan(self, node: Node) -> bool:
        """A plan's own numbered section, whose paragraphs need no section of their own."""
        if node.mark is None:
            return node.role == "plan"
        line = self._letter.text[node.mark.end : self._letter.paragraphs[node.mark.paragraph].span[1]]
        return is_plan_title(line.split("。")[0], self._lexicon)

    def _has_body(self, at: int, number: int) -> bool:
        """Whether an item has words of its own besides its heading before paragraph `number`."""
        node = self.nodes[at]
        if node.mark is None or at < len(self.nodes) - 1 or number > node.mark.paragraph + 1:
            return True
        line = self._letter.text[node.mark.end : self._letter.paragraphs[node.mark.paragraph].span[1]]
        return "。" in line[:-1] or line.endswith("。")

    # What is marked

    def _marked(self, mark: Mark) -> None:
        self._finish(mark.start, mark.paragraph)
        if mark.level == 0:
            self._open = [self._add(Node(mark.start, 0, "heading", "outline.chapter", None, mark))]
            return
        sibling = next(
            (at for at in reversed(self._open) if self._series(at) == mark.series),
            None,
        )
        if sibling is not None:
            while self._open.pop() != sibling:
                pass
            level, parent = self.nodes[sibling].level, self.nodes[sibling].parent
        else:
            mark = self._adjusted(mark)
            self._close_for(mark)
            parent = self._open[-1] if self._open else None
            fixed = None if mark.relative else mark.level
            level = fixed or (self.nodes[parent].level + 1 if parent is not None else 1)
        run_in = mark.level is None or not mark.at_start
        rule = "outline.run_in" if mark.level is None else "outline.counter"
        told = self._frame.opening_told and mark.start < self._frame.opening_end
        node = Node(mark.start, level, "run_in" if run_in else "heading", rule, parent, mark)
        node.role = "opening" if told else None
        self._open.append(self._add(node))

    def _adjusted(self, mark: Mark) -> Mark:
        """`1）` below `1.` is of level 4, elsewhere of level 3; a Roman one is a level below what is open."""
        if mark.family == "digit_half_paren" and any(self._family(at) == "digit" for at in self._open[-1:]):
            return mark._replace(level=4)
        if mark.family == "roman":
            counted = [self.nodes[at].level for at in self._open if self._is_counted(at)]
            return mark._replace(level=counted[-1] + 1 if counted else 1)
        return mark

    def _is_counted(self, at: int) -> bool:
        mark = self.nodes[at].mark
        return mark is not None and bool(mark.level)

    def _close_for(self, mark: Mark) -> None:
        """Close what cannot hold a new series that begins with `mark`."""
        while self._open:
            node = self.nodes[self._open[-1]]
            if self._holds(node, mark):
                return
            self._open.pop()

    def _holds(self, node: Node, mark: Mark) -> bool:
        """Whether a series that begins with `mark` can stand below a node."""
        above = node.mark
        if above is None:
            if node.rule == "outline.unmarked":
                return self._leads_to(node, mark)
            return mark.level is None or node.level < mark.level
        if self._continues(above, mark.start):
            return True
        if mark.level is not None:
            passed = above.level is None and not above.at_start and mark.paragraph != above.paragraph
            rank = above.level if above.relative and above.level is not None else node.level
            return not passed and rank < mark.level
        return above.level is not None or (
            mark.paragraph == above.paragraph and (self._clings(mark) or self._is_titled(above, mark))
        )

    def _clings(self, mark: Mark) -> bool:
        """Whether no full stop parts a mark from the words before it."""
        return self._letter.text[: mark.start].rstrip()[-1:] in "：:，,"

    def _is_titled(self, above: Mark, mark: Mark) -> bool:
        """Whether an item is so far only the title of what follows: 最后，下一步工作打算。一要…."""
        title = self._letter.text[above.end : mark.start].strip("。：: ")
        return len(title) <= _RUN_IN_TITLE and heading_role(title, self._lexicon.roles) is not None

    def _leads_to(self, node: Node, mark: Mark) -> bool:
        """Whether an unmarked paragraph introduces the items that begin with `mark`."""
        if not mark.at_start:
            return True
        return self._open[-1] == len(self.nodes) - 1 and is_announcement(
            self._letter.text[node.start : mark.start], self._lexicon.outline
        )

    def _finish(self, start: int, number: int) -> None:
        """Close the series that ran inside a paragraph now over."""
        while self._open:
            mark = self.nodes[self._open[-1]].mark
            if mark is None or mark.at_start or mark.paragraph == number or self._continues(mark, start):
                return
            self._open.pop()

    def _holder(self, start: int) -> int | None:
        """The innermost open item that an unmarked paragraph belongs to; None at level 0."""
        for at in reversed(self._open):
            node = self.nodes[at]
            if node.rule in (
                "outline.plan_paragraph",
                "outline.unmarked_heading",
                "outline.point",
                "outline.chapter",
            ):
                return at
            if node.mark is None:
                continue
            if (
                node.mark.level is not None
                or self._continues(node.mark, start)
                or (node.parent is not None and self.nodes[node.parent].mark is not None)
            ):
                return at
        return None

    def _family(self, at: int) -> str | None:
        mark = self.nodes[at].mark
        return None if mark is None else mark.family

    def _series(self, at: int) -> int | None:
        mark = self.nodes[at].mark
        return None if mark is None else mark.series

    def _continues(self, mark: Mark, after: int) -> bool:
        return self._last_of_series[mark.series] > after

    def _add(self, node: Node) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1

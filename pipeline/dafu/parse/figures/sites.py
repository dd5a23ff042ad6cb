"""Where a figure stands: its clause, sentence and item, and the words before and after it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dafu.forms.quantities import Quantity
from dafu.layout.model import LetterText
from dafu.records.base import Span
from dafu.records.outline import Section

_LONGEST_SENTENCE = 1200
"""Characters; what has no stop for longer is a list or lost its stops, and is not searched back to its start."""
_SENTENCE_END = re.compile(r"[。！？!?]|\n")
_CLAUSE_END = re.compile(r"[。！？!?；;：\n]|，|(?<!\d),|,(?!\d)|(?<!\d):|:(?!\d)")


@dataclass(frozen=True, slots=True)
class Site:
    """A quantity that is taken for a figure, in its surroundings; all offsets are the letter's."""

    quantity: Quantity
    clause: Span
    sentence: Span
    item: Span
    """The part of the paragraph that belongs to the same section."""
    section: Section | None
    before: str
    """The clause up to the figure, from the figure before it where one shares the clause."""
    after: str
    """The clause after the figure, up to the next one."""
    lead: str
    """The sentence up to the figure."""
    rest: str
    """The sentence after the figure."""
    shares_clause: bool
    """Whether another figure follows in the clause."""


class Sites:
    """Clauses, sentences and items of a letter, found once."""

    def __init__(self, letter: LetterText, text: str, sections: tuple[Section, ...]) -> None:
        self._text = text
        starts = sorted(section.own_span[0] for section in sections)
        self._sections = sorted(sections, key=lambda section: section.own_span)
        self._section_starts = starts
        ends = {match.end() for match in _SENTENCE_END.finditer(text)}
        self._sentences = sorted({0, *ends, *starts})
        self._clauses = sorted({0, *(match.end() for match in _CLAUSE_END.finditer(text)), *starts})
        self._paragraphs = sorted({0, *starts, *(paragraph.span[0] for paragraph in letter.paragraphs)})

    def around(self, quantity: Quantity, previous: Quantity | None, following: Quantity | None) -> Site:
        """The site of a quantity between its neighbours."""
        text, start, end = self._text, quantity.start, quantity.end
        clause = self._part(self._clauses, start)
        first, last = self._part(self._sentences, start)
        sentence = max(first, start - _LONGEST_SENTENCE), last
        begin = max(clause[0], previous.end) if previous is not None else clause[0]
        stop = min(clause[1], following.start) if following is not None else clause[1]
        at = bisect_right(self._section_starts, start) - 1
        return Site(
            quantity=quantity,
            clause=clause,
            sentence=sentence,
            item=self._part(self._paragraphs, start),
            section=self._sections[at] if at >= 0 else None,
            before=text[begin:start],
            after=text[end : max(end, stop)],
            lead=text[sentence[0] : start],
            rest=text[end : max(end, sentence[1])],
            shares_clause=stop < clause[1],
        )

    def clause_of(self, offset: int) -> int:
        """Where the clause around an offset starts."""
        return self._part(self._clauses, offset)[0]

    def _part(self, starts: list[int], offset: int) -> Span:
        at = bisect_right(starts, offset) - 1
        return starts[at], starts[at + 1] if at + 1 < len(starts) else len(self._text)

"""One verdict for every thing that was judged; all scores and error lists are made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dafu.records import Span

Outcome = Literal["right", "empty", "wrong", "missed", "extra"]
"""right: both have it and agree. empty: neither has it, which is right too. wrong: both have it and differ.
missed: the gold alone has it. extra: the record alone has it."""

FOUND = "found"
"""Soft: matched by the contract's rule for the part (near start, overlap, equal name)."""
STRICT = ": "
"""In the name of a field: a stricter reading of the field named before it."""
EXACT = f"{FOUND}{STRICT}exact"
"""Strict in place: matched, and with exactly the annotated extent."""
COMPLETE = f"{FOUND}{STRICT}complete"
"""Strict in content: matched, and every field that the contract compares is right."""

TEXT = "text"
"""The part whose verdicts are differences of the text: errors only, scored by the character error rate."""

_STOP = re.compile(r"[。；！？\n]")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one annotation, or of one thing found, in one field."""

    part: str
    """Part of the record: header, sections, figures …"""
    field: str
    """Field that was compared, or one of the ways to be found."""
    outcome: Outcome
    key: str
    """What it is about; the same in every run over the same gold."""
    gold: str | None = None
    """The annotated value as printed in reports."""
    found: str | None = None
    """The value in the record."""
    where: str = ""
    """The sentence around, the place in 【】."""

    @property
    def good(self) -> bool:
        """Whether nothing is to be mended."""
        return self.outcome in ("right", "empty")

    @property
    def strict(self) -> bool:
        """Whether this is a stricter reading beside the contract's own."""
        return STRICT in self.field


def sentence(text: str, span: Span) -> str:
    """The sentence around a span, the span in 【】, cut to what a line of a report can hold."""
    start, end = span
    left = max((stop.end() for stop in _STOP.finditer(text, 0, start)), default=0)
    after = _STOP.search(text, max(start, end - 1))
    right = max(end, after.end() if after else len(text))
    before, words, behind = text[left:start], text[start:end], text[end:right]
    if len(before) > _LONGEST:
        before = "…" + before[-_LONGEST:]
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2]}…{words[-_LONGEST // 2 :]}"
    if len(behind) > _LONGEST:
        behind = behind[:_LONGEST] + "…"
    return f"{before}【{words}】{behind}".replace("\n", "⏎")

"""Where the gold stands in its own text, and where that is in the record's.

The gold text is mapped onto the record's by edit distance, so that a misread character does not shift the
rest (contract, gold.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from dafu.evaluate.gold import GoldItem, GoldRun, GoldSection
from dafu.records import Span


class Edit(NamedTuple):
    """A place where the texts differ; either side may be empty."""

    gold: Span
    record: Span


class TextMap:
    """Positions of the gold text in the record's text."""

    def __init__(self, gold: str, record: str) -> None:
        self.edits: list[Edit] = []
        self._after: list[int] = []
        """Position in the record right after each character of the gold."""
        self._kept: list[bool] = []
        for step in Levenshtein.opcodes(gold, record):
            length = step.src_end - step.src_start
            if step.tag != "equal":
                self.edits.append(Edit((step.src_start, step.src_end), (step.dest_start, step.dest_end)))
            if step.tag in ("equal", "replace"):
                self._after.extend(range(step.dest_start + 1, step.dest_end + 1))
                self._kept.extend([True] * length)
            elif step.tag == "delete":
                self._after.extend([step.dest_start] * length)
                self._kept.extend([False] * length)
        self._length = len(record)
        self.distance = sum(
            max(edit.gold[1] - edit.gold[0], edit.record[1] - edit.record[0]) for edit in self.edits
        )

    def start(self, at: int) -> int:
        """Where the character at `at` of the gold text stands in the record."""
        if at >= len(self._after):
            return self._length
        return self._after[at] - self._kept[at]

    def span(self, span: Span) -> Span:
        """Where a span of the gold text stands in the record; empty if its characters are all missing."""
        start, end = span
        return self.start(start), self._after[end - 1] if end > start else self.start(start)


class Located(NamedTuple):
    """An annotation's span in the gold text; None where the gold text does not hold its words."""

    words: str
    span: Span | None


def locate_starts(sections: Iterable[GoldSection], text: str) -> Iterator[Located]:
    """The beginnings of sections, which come in reading order."""
    at = 0
    for section in sections:
        start = text.find(section.starts, at)
        if start < 0:
            yield Located(section.starts, None)
            continue
        yield Located(section.starts, (start, start + len(section.starts)))
        at = start + 1


def locate_items(items: Iterable[GoldItem], text: str) -> Iterator[Located]:
    """The extents of items, which come in reading order: from `starts` to the first `ends` that follows."""
    at = 0
    for item in items:
        start = text.find(item.starts, at)
        earliest = max(start, start + len(item.starts) - len(item.ends))
        end = text.find(item.ends, earliest) if start >= 0 else -1
        if end < 0:
            yield Located(item.starts, None)
            continue
        yield Located(item.starts, (start, end + len(item.ends)))
        at = start + 1


def locate_runs(runs: Iterable[GoldRun], text: str) -> Iterator[Located]:
    """The spans of runs, which come in reading order; one out of order is taken where it first stands."""
    at = 0
    for run in runs:
        marked = run.before + run.raw
        start = text.find(marked, max(0, at - len(run.before)))
        if start < 0:
            start = text.find(marked)
        if start < 0:
            yield Located(run.raw, None)
            continue
        start += len(run.before)
        yield Located(run.raw, (start, start + len(run.raw)))
        at = max(at, start + len(run.raw))

"""Candidates for names, and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from dafu.parse.segment import shared_segmenter
from dafu.records.facts import EntityKind

_PAUSE = re.compile(r"[，。；：、！？\n“”‘’《》〈〉（）()…,;:!?\"\t\s—\[\]【】~～]+")


class Name(NamedTuple):
    """A candidate: `text[start:end]` may name something of this kind."""

    start: int
    end: int
    kind: EntityKind
    rule: str


class Word(NamedTuple):
    """A word of the text and where it stands."""

    start: int
    end: int
    text: str
    tag: str


class Clauses:
    """The words of a letter's clauses, cut where a name is looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._bounds = [0, *(match.end() for match in _PAUSE.finditer(text))]
        self._stops = [*(match.start() for match in _PAUSE.finditer(text)), len(text)]
        self._words: dict[int, tuple[Word, ...]] = {}

    def words_before(self, end: int) -> tuple[Word, ...]:
        """The words from the clause's start on that begin before `end`, the last one cut there."""
        words = [word for word in self._clause(end - 1) if word.start < end]
        if words and words[-1].end > end:
            last = words[-1]
            words[-1] = Word(last.start, end, self.text[last.start : end], last.tag)
        return tuple(words)

    def breaks_word(self, end: int) -> bool:
        """Whether a word runs across the offset: 城 of 县城 when a name is to end after 县."""
        return any(word.start < end < word.end for word in self._clause(end - 1))

    def word_at(self, start: int, end: int) -> Word | None:
        """The dictionary word that is exactly `text[start:end]`."""
        return next((word for word in self._clause(start) if (word.start, word.end) == (start, end)), None)

    def word_from(self, start: int) -> Word | None:
        """The dictionary word that begins at `text[start]`."""
        return next((word for word in self._clause(start) if word.start == start), None)

    def _clause(self, at: int) -> tuple[Word, ...]:
        """The words of the clause that holds the character at `at`; none for a pause."""
        place = bisect_right(self._bounds, max(at, 0)) - 1
        start, stop = self._bounds[place], self._stops[place]
        if at >= stop:
            return ()
        if place not in self._words:
            self._words[place] = _placed(self.text[start:stop], start)
        return self._words[place]


def _placed(clause: str, start: int) -> tuple[Word, ...]:
    placed: list[Word] = []
    at = start
    for word in shared_segmenter().words(clause):
        placed.append(Word(at, at + len(word.text), word.text, word.tag))
        at += len(word.text)
    return tuple(placed)


def longest(names: list[Name]) -> list[Name]:
    """The names that no longer one overlaps, in reading order; of equal ones the first given stays."""
    kept: list[Name] = []
    taken = bytearray(max((name.end for name in names), default=0))
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if not any(taken[name.start : name.end]):
            kept.append(name)
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
    return sorted(kept)

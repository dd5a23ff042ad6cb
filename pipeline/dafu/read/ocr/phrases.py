"""Which of two look-alikes a doubtful character is, told by the word that it stands in."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from dafu.read.ocr.place import Seen

_LONGEST = 4


def by_phrase(line: Sequence[Seen]) -> list[Seen]:
    """The line, its doubtful characters read as the next best where only that makes a word of `phrases.toml`."""
    found = list(line)
    for at, one in enumerate(line):
        if one.other and not one.by and not _is_word(found, at, one.char) and _is_word(found, at, one.other):
            found[at] = replace(one, char=one.other, read=one.char, by="ocr.phrase")
    return found


def _is_word(line: Sequence[Seen], at: int, char: str) -> bool:
    """Whether this character, at this place, is part of a known word."""
    before = "".join(one.char for one in line[max(at - _LONGEST + 1, 0) : at])
    text = before + char + "".join(one.char for one in line[at + 1 : at + _LONGEST])
    return any(
        (start := text.find(phrase)) >= 0 and start <= len(before) < start + len(phrase)
        for phrase in _phrases().get(char, ())
    )


@cache
def _phrases() -> dict[str, list[str]]:
    """The words that each character stands in."""
    listed = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["phrases"]
    found: dict[str, list[str]] = {}
    for phrase in listed:
        for char in set(phrase):
            found.setdefault(char, []).append(phrase)
    return found

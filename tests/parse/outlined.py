"""Letters for tests whose outline is given, so that what stands on it is tested alone.

A line begins with a section's role and level: `done1 一、|加强领导|。成立了专班。` (marker, heading, the rest), `plan0 下一步，…`
for one without a marker; `+` before it goes on in the same paragraph; a line with `.` is another paragraph of the
section before.
"""

from __future__ import annotations

import re
from textwrap import dedent

from tests.parse.letters import letter_of

from dafu.layout.block import Block, Piece
from dafu.layout.model import LetterText
from dafu.records import Section

_LINE = re.compile(r"(?P<plus>\+?)(?P<role>[a-z]+)(?P<level>\d) (?P<words>.*)")


def outlined(lines: str) -> tuple[LetterText, tuple[Section, ...]]:
    """The letter and its sections; all of it is body."""
    paragraphs: list[str] = []
    begun: list[tuple[int, re.Match[str]]] = []
    at = -1
    for line in dedent(lines).strip("\n").split("\n"):
        match = _LINE.fullmatch(line)
        words = match["words"].replace("|", "") if match else line.removeprefix(". ")
        if match and match["plus"]:
            begun.append((at, match))
            paragraphs[-1] += words
        else:
            at += 1
            if match:
                begun.append((at, match))
            paragraphs.append(words)
        at += len(words)
    letter = letter_of(
        tuple(Block(pieces=(Piece(text=words, at="line"),), zone="body") for words in paragraphs)
    )
    return letter, _sections(begun, len(letter.text))


def _sections(begun: list[tuple[int, re.Match[str]]], length: int) -> tuple[Section, ...]:
    sections: list[Section] = []
    open_levels: list[tuple[int, str]] = []
    for number, (start, match) in enumerate(begun, start=1):
        level = int(match["level"])
        open_levels = [(other, name) for other, name in open_levels if other < level]
        parts = match["words"].split("|")
        marker, heading = (parts[0] or None, parts[1] or None) if len(parts) == 3 else (None, None)
        end = begun[number][0] if number < len(begun) else length
        sections.append(
            Section.model_validate(
                {
                    "id": f"s{number}", "parent": open_levels[-1][1] if open_levels else None, "level": level,
                    "style": "plain" if marker is None else "heading", "marker": marker, "ordinal": None,
                    "heading": heading, "role": match["role"], "span": (start, end), "own_span": (start, end),
                    "rule": "test",
                }
            )
        )  # fmt: skip
        if level:
            open_levels.append((level, f"s{number}"))
    return tuple(sections)

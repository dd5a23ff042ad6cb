"""Breaking a paragraph into printed lines: a grid of cells, no stop at a line's start, digits kept together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_TOKEN = re.compile(r"[A-Za-z0-9.,%+\-/*]+|.", re.DOTALL)
_NOT_FIRST = "，。、；：！？）》”’〕】%,.:;!?)—…"
_NOT_LAST = "（《“‘〔【(["
_HAN_DIGIT = re.compile(r"(?<=[㐀-鿿])(?=[0-9])|(?<=[0-9%])(?=[㐀-鿿])")


@dataclass(frozen=True)
class Run:
    """A stretch of a paragraph in one typeface."""

    text: str
    face: str


@dataclass(frozen=True)
class PrintedLine:
    """One line: its runs, natural width, and whether the paragraph goes on."""

    runs: tuple[Run, ...]
    width: float
    goes_on: bool


def spaced(text: str) -> str:
    """`text` with a space between Han characters and digits, as some offices type it."""
    return _HAN_DIGIT.sub(" ", text)


def break_lines(
    runs: list[Run],
    *,
    first: float,
    other: float,
    measure: Callable[[str, str], float],
    breaks: tuple[int, ...] = (),
) -> list[PrintedLine]:
    """Lines of at most `first` and then `other` points; `breaks` are forced, as offsets in the whole text."""
    tokens = [(token, run.face) for run in runs for token in _tokens(run.text)]
    lines: list[list[tuple[str, str]]] = [[]]
    used, offset = 0.0, 0
    for token, face in tokens:
        limit = first if len(lines) == 1 else other
        wide = measure(token, face)
        if offset in breaks and lines[-1]:
            lines.append([])
            used = 0.0
        elif used + wide > limit + 0.01 and lines[-1]:
            moved = _moved(lines[-1], token)
            if token != " ":
                lines[-1] = lines[-1][: len(lines[-1]) - len(moved)]
                lines.append(list(moved))
                used = sum(measure(*part) for part in moved)
        offset += len(token)
        if token == " " and not lines[-1]:
            continue
        lines[-1].append((token, face))
        used += wide
    return [
        PrintedLine(_merged(line), sum(measure(*part) for part in line), number + 1 < len(lines))
        for number, line in enumerate(lines)
    ]


def _tokens(text: str) -> list[str]:
    return [match[0] for match in _TOKEN.finditer(text)]


def _moved(line: list[tuple[str, str]], token: str) -> list[tuple[str, str]]:
    """What must go to the next line with `token`: the character before a stop, an opening mark at the end."""
    moved: list[tuple[str, str]] = []
    following = token
    while len(moved) < len(line) - 1 and len(moved) < 4:
        last = line[len(line) - 1 - len(moved)]
        if following[0] in _NOT_FIRST or last[0] in _NOT_LAST:
            moved.insert(0, last)
            following = last[0]
        else:
            break
    return moved


def _merged(line: list[tuple[str, str]]) -> tuple[Run, ...]:
    while line and line[-1][0] == " ":
        line = line[:-1]
    runs: list[Run] = []
    for token, face in line:
        if runs and runs[-1].face == face:
            runs[-1] = Run(runs[-1].text + token, face)
        else:
            runs.append(Run(token, face))
    return tuple(runs)

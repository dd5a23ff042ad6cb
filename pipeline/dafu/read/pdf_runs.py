"""Characters of a PDF page put together into runs: pieces of printed lines in one style."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_double
from dataclasses import dataclass
from itertools import groupby, pairwise

from dafu.read import pdf_calls
from dafu.read.model import Box, Run
from dafu.read.pdf_calls import Handle
from dafu.read.pdf_frame import Frame
from dafu.read.pdf_style import Style
from dafu.read.pdf_text import Glyphs
from dafu.text import canonical_characters

ABOVE, BELOW = 0.88, 0.12
"""The em box of a Chinese font around its baseline, in ems. Fonts tell other ascents for the same look, and
PDFium stretches them glyph by glyph, so that the characters of one line would differ in height."""
SAME_LINE = 0.1
"""Ems: baselines closer than this are one."""
GAP = 1.0
"""Ems: a run ends before a wider gap: between columns, or label and value of a form."""
BACK = 0.1
"""Ems: a run ends when a character starts this far before the last one did."""


@dataclass(frozen=True, slots=True)
class PrintedRun:
    """A run, and what decides whether it is part of the letter."""

    run: Run
    text_object: int
    """Address of the text object of its first character."""
    hidden: bool
    slanted: bool
    """Neither level nor upright: a watermark."""


def printed_runs(text_page: Handle, glyphs: Glyphs, frame: Frame) -> Iterator[PrintedRun]:
    """The runs of a page in content-stream order, in displayed coordinates."""
    lefts, rights = frame.across(glyphs.left, glyphs.bottom, glyphs.right, glyphs.top)
    starts = _starts(text_page, glyphs, frame, lefts, rights)
    tidy = canonical_characters(whole := "".join(glyphs.text)) == whole
    for (start, line), (end, _) in pairwise([*starts, (len(glyphs.text), 0.0)]):
        drawn = glyphs.objects[start]
        style = glyphs.styles[drawn]
        text = whole[start:end]
        left, right = _parted(lefts[start:end], rights[start:end])
        if not tidy:
            kept = [at for at, char in enumerate(text) if canonical_characters(char)]
            text, left, right = (
                canonical_characters(text),
                [left[at] for at in kept],
                [right[at] for at in kept],
            )
            if not text:
                continue
        box = (left[0], round(line - ABOVE * style.size, 2), max(right), round(line + BELOW * style.size, 2))
        if style.slant != frame.turn:
            box = _around(glyphs, frame, start, end)
        run = Run(
            text=text,
            box=box,
            left=tuple(left),
            right=tuple(right),
            size=style.size,
            font=style.font,
            bold=style.bold,
            color=style.color,
        )
        yield PrintedRun(run, drawn, style.hidden, bool(style.slant % 90))


def _starts(
    text_page: Handle, glyphs: Glyphs, frame: Frame, lefts: list[float], rights: list[float]
) -> list[tuple[int, float]]:
    """Where runs start, and the baseline of each, points from the top of the page."""
    starts: list[tuple[int, float]] = []
    page = pdf_calls.address(text_page)
    point = (c_double * 2)()
    x_at, y_at = addressof(point), addressof(point) + 8

    def baseline(at: int) -> float:
        pdf_calls.char_origin(page, glyphs.indices[at], x_at, y_at)
        return frame.down(point[0], point[1])

    style: Style | None = None
    now: Style | None = None
    drawn, line, here, turned = 0, 0.0, 0.0, False
    before, reached = 0.0, 0.0
    for at, (found, left, right) in enumerate(zip(glyphs.objects, lefts, rights, strict=True)):
        if found != drawn:
            drawn, now = found, glyphs.styles[found]
            here = baseline(at)
            # upright text set sideways (the head of a narrow column): each character is a run of its own
            turned = now.slant != frame.turn and not now.slant % 90
        if (
            style is None
            or turned
            or now is not style
            or abs(here - line) > SAME_LINE * style.size
            or left - before < -BACK * style.size
            or left - reached > GAP * style.size
        ):
            style = now
            line = here = baseline(at)
            starts.append((at, line))
        before, reached = left, right
    return starts


def _parted(lefts: list[float], rights: list[float]) -> tuple[list[float], list[float]]:
    """Edges that do not overlap: glyphs of several characters (ﬁ) shared out, wide ones cut at the next."""
    if len(set(lefts)) < len(lefts):
        lefts, rights = _shared(lefts, rights)
    ends = [
        min(right, after) if after > left else right
        for left, right, after in zip(lefts, rights, lefts[1:], strict=False)
    ]
    return lefts, [*ends, rights[-1]]


def _shared(lefts: list[float], rights: list[float]) -> tuple[list[float], list[float]]:
    shared_lefts: list[float] = []
    shared_rights: list[float] = []
    for (left, right), same in groupby(zip(lefts, rights, strict=True)):
        parts = len(list(same))
        stops = [round(left + (right - left) * part / parts, 2) for part in range(parts + 1)]
        shared_lefts += stops[:-1]
        shared_rights += stops[1:]
    return shared_lefts, shared_rights


def _around(glyphs: Glyphs, frame: Frame, start: int, end: int) -> Box:
    """The box of characters that are not level."""
    part = slice(start, end)
    return frame.box(
        min(glyphs.left[part]), min(glyphs.bottom[part]), max(glyphs.right[part]), max(glyphs.top[part])
    )

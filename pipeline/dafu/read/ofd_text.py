"""Text objects of OFD as runs: characters with boxes (GB/T 33190-2016, 11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, degrees, hypot

from dafu.read.matrix import Matrix
from dafu.read.model import Run
from dafu.read.ofd_resources import Face, Resources
from dafu.read.ofd_values import box, deltas, matrix, number, tint, unseen
from dafu.read.package import Part
from dafu.read.pdf_runs import ABOVE, BACK, BELOW, GAP
from dafu.read.pdf_style import HEAVY, LEVEL
from dafu.text import canonical_characters, is_wide


@dataclass(frozen=True, slots=True)
class WrittenRun:
    """A run, and what decides whether it is part of the letter."""

    run: Run
    hidden: bool
    slanted: bool


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character and where its origin stands, points on the page."""

    char: str
    x: float
    y: float
    advance: float


def written_runs(part: Part, outer: Matrix, resources: Resources) -> Iterator[WrittenRun]:
    """The runs of a text object; `outer` maps the space its boundary is given in to points on the page."""
    boundary = box(part.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
    space = matrix(part.get("CTM")).then(Matrix(e=boundary[0], f=boundary[1])).then(outer)
    size = number(part.get("Size")) or 0.0
    em = size * hypot(space.c, space.d)
    if em <= 0:
        return
    fill = resources.colour_of(part, "FillColor")
    face = resources.faces.get(part.get("Font") or "", Face(None, False))
    slant = (degrees(atan2(space.b, space.a)) + (number(part.get("ReadDirection")) or 0.0)) % 360
    upright = round(slant / 90) * 90 % 360
    hidden = part.get("Visible") == "false" or part.get("Fill") == "false" or unseen(fill)
    hidden = hidden or part.get("Alpha") == "0"
    bold = face.bold or (number(part.get("Weight")) or 0) >= HEAVY
    is_slanted = min(abs(slant - upright), abs(slant - upright - 360), abs(slant - upright + 360)) > LEVEL
    for glyphs in _lines(_glyphs(part, space, size), em, apart=upright != 0):
        text = "".join(glyph.char for glyph in glyphs)
        if not text.strip():
            continue
        left = tuple(round(glyph.x, 2) for glyph in glyphs)
        right = _rights(glyphs)
        line = glyphs[0].y
        run = Run(
            text=text,
            box=(left[0], round(line - ABOVE * em, 2), max(right), round(line + BELOW * em, 2)),
            left=left,
            right=right,
            size=round(em, 2),
            font=face.name,
            bold=bold,
            color=tint(fill),
        )
        yield WrittenRun(run, hidden, is_slanted)


def _glyphs(part: Part, space: Matrix, size: float) -> Iterator[_Glyph]:
    """The characters of all TextCodes; one that starts where the last began takes over its place."""
    x = y = 0.0
    scale = (number(part.get("HScale")) or 1.0) * hypot(space.a, space.b)
    turned = number(part.get("ReadDirection")) in (90.0, 270.0)
    for code in part.children("TextCode"):
        given_x, given_y = number(code.get("X")), number(code.get("Y"))
        x, y = x if given_x is None else given_x, y if given_y is None else given_y
        across, down = deltas(code.get("DeltaX")), deltas(code.get("DeltaY"))
        here = (x, y)
        for at, char in enumerate(_written(code)):
            advance = size * (1.0 if is_wide(char) else 0.5)
            place = space.point(*here)
            for kept in canonical_characters(char):
                yield _Glyph(kept, *place, advance * scale)
            step = (_step(across, at), _step(down, at))
            if step == (None, None):
                here = (here[0], here[1] + advance) if turned else (here[0] + advance, here[1])
            else:
                here = (here[0] + (step[0] or 0.0), here[1] + (step[1] or 0.0))


def _written(code: Part) -> str:
    """The characters of a TextCode; line ends in it come from a writer that indents its XML."""
    return code.text.strip() if "\n" in code.text else code.text


def _step(given: list[float], at: int) -> float | None:
    """The distance to the next character: beyond the last one given, that one again."""
    if not given:
        return None
    return given[min(at, len(given) - 1)]


def _lines(glyphs: Iterator[_Glyph], em: float, *, apart: bool) -> Iterator[list[_Glyph]]:
    """Characters that follow one another on a line; each by itself where text runs another way."""
    line: list[_Glyph] = []
    for glyph in glyphs:
        if line and (apart or _parts(line[-1], glyph, em)):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _parts(before: _Glyph, glyph: _Glyph, em: float) -> bool:
    gap = glyph.x - before.x - before.advance
    return abs(glyph.y - before.y) > BACK * em or glyph.x - before.x < -BACK * em or gap > GAP * em


def _rights(glyphs: list[_Glyph]) -> tuple[float, ...]:
    """Right edges: where the next character starts, if that is nearer than a character is wide."""
    ends = [glyph.x + glyph.advance for glyph in glyphs]
    for at, (glyph, after) in enumerate(pairwise(glyphs)):
        if glyph.x < after.x < ends[at] or not is_wide(glyph.char):
            ends[at] = max(glyph.x, min(after.x, glyph.x + 2 * glyph.advance))
    return tuple(round(end, 2) for end in ends)

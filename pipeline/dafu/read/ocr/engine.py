"""PP-OCRv6 small, run directly: detection, direction, recognition."""

from __future__ import annotations

import math
from functools import cache

from dafu.read.ocr import direction
from dafu.read.ocr.detect import find_quads
from dafu.read.ocr.model import Engine, Image, Quad, ReadChar, ReadLine
from dafu.read.ocr.networks import DETECTION, DIRECTION, RECOGNITION, load_network
from dafu.read.ocr.recognise import (
    CERTAIN,
    cut_out,
    heightened,
    is_column,
    least_sure_digit,
    line_size,
    recognise,
)
from dafu.read.ocr.runtime import Precision, Runtime, precision_of, runtime_of
from dafu.read.ocr.stacked import stacked

SECOND_LOOK = 0.06
"""Share of a line's height by which more is seen above and below it at the second look."""
TWO_CHARACTERS = 1.6
"""Times the usual height of a line: words written downwards are higher, a lone character is not."""


@cache
def engine_of(runtime: str, precision: Precision, threads: int) -> Engine:
    """The engine for these settings, loaded once in a process: its networks take a second and 100 MB."""
    resolved = runtime_of(runtime)
    return PaddleEngine(runtime=resolved, precision=precision_of(precision, resolved), threads=threads)


class PaddleEngine:
    """The engine that comes with dafu; its networks are loaded once."""

    def __init__(self, *, runtime: Runtime, precision: Precision, threads: int) -> None:
        self.name = f"pp-ocrv6-small/{runtime}/{precision}"
        self._detection, self._recognition, self._direction = (
            load_network(name, runtime=runtime, precision=precision, threads=threads)
            for name in (DETECTION, RECOGNITION, DIRECTION)
        )

    def quads(self, image: Image) -> list[Quad]:
        """The lines found on an image, turned any way."""
        return find_quads(image, self._detection)

    def upside_down(self, image: Image, quads: list[Quad]) -> float:
        """Share of level lines that stand on their head, 0 to 1."""
        return direction.upside_down(image, quads, self._direction)

    def read(self, image: Image, quads: list[Quad]) -> list[ReadLine]:
        """What these lines say, however doubtful; a line of which nothing was read is left out."""
        lines = []
        heights = sorted(height for width, height in map(line_size, quads) if width > height)
        downwards = TWO_CHARACTERS * heights[len(heights) // 2] if heights else 0.0
        for quad in quads:
            read = [line for line in (self._line(image, quad, downwards),) if line]
            if is_column(quad, downwards):
                read = max(read, self._column(image, quad), key=_confidence)
            lines += read
        return lines

    def _line(self, image: Image, quad: Quad, downwards: float) -> ReadLine | None:
        cut = cut_out(image, quad, downwards=downwards)
        if cut is None:
            return None
        chars = recognise(cut, self._recognition)
        if least_sure_digit(chars) < CERTAIN:
            chars = self._surer(image, quad, downwards, chars)
        line = ReadLine(quad, chars)
        return line if line.text.strip() else None

    def _surer(
        self, image: Image, quad: Quad, downwards: float, chars: tuple[ReadChar, ...]
    ) -> tuple[ReadChar, ...]:
        """What a second look at a line with a doubtful digit gives, if that is surer of it."""
        cut = cut_out(image, heightened(quad, SECOND_LOOK), downwards=downwards)
        again = chars if cut is None else recognise(cut, self._recognition)
        surer = len(again) == len(chars) and least_sure_digit(again) > least_sure_digit(chars)
        return again if surer else chars

    def _column(self, image: Image, quad: Quad) -> list[ReadLine]:
        """The characters of a column, each a line."""
        found = [self._line(image, cell, math.inf) for cell in stacked(image, quad)]
        return [line for line in found if line]


def _confidence(lines: list[ReadLine]) -> float:
    return sum(line.confidence for line in lines) / len(lines) if lines else 0.0

"""What passes between the parts of OCR: images, boxes of lines, lines read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""Height × width × 3, red, green, blue."""
Quad = NDArray[np.float32]
"""4 × 2: corners of a line in pixels, from the top left of its words clockwise."""


@dataclass(frozen=True, slots=True)
class ReadChar:
    """A character as the recogniser read it."""

    char: str
    centre: float
    """Where it stands along its line: 0 at the line's left end, 1 at the right."""
    confidence: float
    other: str = ""
    """The next best reading."""
    other_confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line, or a part of one, read."""

    quad: Quad
    chars: tuple[ReadChar, ...]

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(char.char for char in self.chars)

    @property
    def confidence(self) -> float:
        """Mean confidence of its characters, 0 to 1."""
        return float(np.mean([char.confidence for char in self.chars])) if self.chars else 0.0


class Engine(Protocol):
    """Reads the lines of an upright page image."""

    name: str
    """Engine, models and precision: part of the record's fingerprint."""

    def quads(self, image: Image) -> list[Quad]:
        """The lines found on an image, turned any way."""
        ...

    def upside_down(self, image: Image, quads: list[Quad]) -> float:
        """Share of level lines that stand on their head, 0 to 1."""
        ...

    def read(self, image: Image, quads: list[Quad]) -> list[ReadLine]:
        """What these lines say, however doubtful; a line of which nothing was read is left out."""
        ...

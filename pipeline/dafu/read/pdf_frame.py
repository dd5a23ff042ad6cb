"""From the user space of a PDF page to the page as displayed: points from its top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from dafu.read.model import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in user space, and its turn: degrees clockwise, 0, 90, 180 or 270."""

    x0: float
    y0: float
    x1: float
    y1: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed, points."""
        width, height = self.x1 - self.x0, self.y1 - self.y0
        return (height, width) if self.turn in {90, 270} else (width, height)

    def across(
        self, left: Sequence[float], bottom: Sequence[float], right: Sequence[float], top: Sequence[float]
    ) -> tuple[list[float], list[float]]:
        """Left and right edges as displayed, of boxes given in user space by their four edges."""
        low, high = (left, right) if self.turn in {0, 180} else (bottom, top)
        if self.turn in {180, 270}:
            far = self.x1 if self.turn == 180 else self.y1
            low, high = [far - at for at in high], [far - at for at in low]
        elif near := self.x0 if self.turn == 0 else self.y0:
            low, high = [at - near for at in low], [at - near for at in high]
        return list(map(round, low, repeat(2))), list(map(round, high, repeat(2)))

    def down(self, x: float, y: float) -> float:
        """Distance of a point of user space from the top edge as displayed."""
        match self.turn:
            case 90:
                return x - self.x0
            case 180:
                return y - self.y0
            case 270:
                return self.x1 - x
        return self.y1 - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of user space as displayed."""
        (x0,), (x1,) = self.across((left,), (bottom,), (right,), (top,))
        y0, y1 = sorted((self.down(left, bottom), self.down(right, top)))
        return x0, round(y0, 2), x1, round(y1, 2)

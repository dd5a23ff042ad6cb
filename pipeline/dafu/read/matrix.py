"""Affine maps of page descriptions: from an object's own space to its page."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Self


@dataclass(frozen=True, slots=True)
class Matrix:
    """`x' = a x + c y + e`, `y' = b x + d y + f` (ISO 32000-1, 8.3.3; GB/T 33190-2016, 8.5)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, outer: Self) -> Matrix:
        """This map, then the `outer` one: objects of a form stand in the form's own space."""
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def bounds(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """The upright box around a box's image: left, bottom, right, top."""
        corners = [self.point(x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def scale(self) -> float:
        """By how much lengths grow, on the average of both axes."""
        return (hypot(self.a, self.b) + hypot(self.c, self.d)) / 2

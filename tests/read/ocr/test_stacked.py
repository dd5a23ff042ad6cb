from __future__ import annotations

import cv2
import numpy as np
import pytest

from dafu.read.ocr.stacked import stacked

QUAD = np.array([[100, 50], [160, 50], [160, 350], [100, 350]], np.float32)


def _column(*characters: tuple[int, int]) -> np.ndarray:
    """A column with characters, each a frame with a bar in it, from one height to another."""
    image = np.full((400, 300, 3), 245, np.uint8)
    for top, bottom in characters:
        cv2.rectangle(image, (110, top), (150, bottom), (20, 20, 20), 3)
        cv2.line(image, (110, (top + bottom) // 2), (150, (top + bottom) // 2), (20, 20, 20), 3)
    return image


def test_each_character_of_a_column_has_its_quad() -> None:
    found = stacked(_column((60, 100), (140, 180), (220, 260)), QUAD)
    edges = [(float(quad[0, 1]), float(quad[2, 1])) for quad in found]
    assert edges == [pytest.approx(edge, abs=3) for edge in ((52, 108), (132, 188), (212, 268))]


def test_the_strokes_of_a_character_stay_together() -> None:
    image = np.full((400, 300, 3), 245, np.uint8)
    for y in (70, 90, 110, 150, 170, 190):
        cv2.line(image, (108, y), (152, y), (20, 20, 20), 4)
    assert len(stacked(image, QUAD)) == 2


def test_an_empty_column_holds_none() -> None:
    assert stacked(np.full((400, 300, 3), 245, np.uint8), QUAD) == []

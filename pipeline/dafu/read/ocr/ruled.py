"""Ruled lines of a page image: borders of tables, double rules of a letterhead."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from dafu.read.model import Rule
from dafu.read.ocr.flatten import Flat, Stretch
from dafu.read.ocr.model import Image

SHORTEST = 22.0
"""Points: shorter strokes may be those of characters set in large type."""
THICKEST = 5.0
"""Points: thicker things are filled areas."""
END = 0.1
"""Share of a line's length that tells where its end lies."""
DARK = 0.72
"""Share of the paper's brightness below which a pixel is ink."""


class Stroke(NamedTuple):
    """A level or upright line on the image, in points: left or upper end first."""

    start: tuple[float, float]
    end: tuple[float, float]
    pen: float
    level: bool

    def laid_flat(self, flat: Flat) -> Rule:
        """The line on the flat page, where it neither leans nor tapers."""
        x0, x1 = self.start[0], self.end[0]
        if self.level:
            y = flat.height(Stretch(self.start, self.end, self.pen))
            left, right = flat.across(np.array([x0, x1]), y)
            box = (left, y - self.pen / 2, right, y + self.pen / 2)
        else:
            top, bottom = (flat.height(Stretch(end, end, self.pen)) for end in (self.start, self.end))
            x = (
                float(flat.across(np.array([x0]), top)[0]) + float(flat.across(np.array([x1]), bottom)[0])
            ) / 2
            box = (x - self.pen / 2, top, x + self.pen / 2, bottom)
        return Rule((round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)), None)


def find_strokes(image: Image, pixels_per_point: float) -> list[Stroke]:
    """Level and upright lines, in points of the image; 108 dots an inch show them all."""
    ink = _ink(image)
    strokes = []
    for level in (True, False):
        length = max(3, round(SHORTEST * pixels_per_point))
        kernel = np.ones((1, length) if level else (length, 1), np.uint8)
        # a line that leans by a pixel in a hundred is still one after its neighbours were joined to it
        thick = cv2.dilate(ink, np.ones((3, 1) if level else (1, 3), np.uint8))
        lines = cv2.morphologyEx(np.asarray(thick, np.uint8), cv2.MORPH_OPEN, kernel)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(lines)
        for label in range(1, count):
            x, y, width, height, area = (int(value) for value in stats[label])
            if (width > height) != level:
                continue
            part = labels[y : y + height, x : x + width] == label
            stroke = _stroke(part if level else part.T, level, (x, y), pixels_per_point)
            pen = area / max(width, height) - 2
            if pen <= THICKEST * pixels_per_point:
                strokes.append(stroke._replace(pen=max(pen, 1.0) / pixels_per_point))
    return strokes


def _stroke(part: NDArray[np.bool_], level: bool, corner: tuple[int, int], pixels_per_point: float) -> Stroke:
    """The ends of a line of pixels: rows across it, columns along it."""
    across, along = np.nonzero(part)
    length = part.shape[1]
    ends = []
    for place, near in ((0, along <= END * length), (length, along >= (1 - END) * length)):
        middle = float(across[near].mean()) + 0.5
        x, y = (place, middle) if level else (middle, place)
        ends.append(((corner[0] + x) / pixels_per_point, (corner[1] + y) / pixels_per_point))
    return Stroke(ends[0], ends[1], 0.0, level)


def _ink(image: Image) -> NDArray[np.uint8]:
    """1 where the image is darker than the paper around."""
    red, green, blue = cv2.split(image)
    grey = np.asarray(cv2.min(cv2.min(red, green), blue), np.uint8)
    side = max(grey.shape) // 24 | 1
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((side // 4 | 1, side // 4 | 1), np.uint8))
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    border = cv2.convertScaleAbs(paper, alpha=DARK)
    return np.asarray(cv2.compare(grey, border, cv2.CMP_LT) // 255, np.uint8)

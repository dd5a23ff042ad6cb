"""Ruled lines of a page image: borders of tables, double rules of a letterhead."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from dafu.read.model import Rule
from dafu.read.ocr.model import Image

SHORTEST = 22.0
"""Points: shorter strokes may be those of characters set in large type."""
THICKEST = 5.0
"""Points: thicker things are filled areas."""
DARK = 0.72
"""Share of the paper's brightness below which a pixel is ink."""


def find_rules(image: Image, pixels_per_point: float) -> list[Rule]:
    """Level and upright lines, in points of the image; 108 dots an inch show them all."""
    ink = _ink(image)
    rules = []
    for level in (True, False):
        length = max(3, round(SHORTEST * pixels_per_point))
        kernel = np.ones((1, length) if level else (length, 1), np.uint8)
        # a line that leans by a pixel in a hundred is still one after its neighbours were joined to it
        thick = cv2.dilate(ink, np.ones((3, 1) if level else (1, 3), np.uint8))
        lines = cv2.morphologyEx(np.asarray(thick, np.uint8), cv2.MORPH_OPEN, kernel)
        count, _, stats, _ = cv2.connectedComponentsWithStats(lines)
        for x, y, width, height, _ in stats[1:count]:
            across = min(width, height) / pixels_per_point
            if across <= THICKEST and (width > height) == level:
                box = tuple(round(side / pixels_per_point, 2) for side in (x, y, x + width, y + height))
                rules.append(Rule((box[0], box[1], box[2], box[3]), None))
    return rules


def _ink(image: Image) -> NDArray[np.uint8]:
    """1 where the image is darker than the paper around."""
    grey = np.asarray(image.min(axis=2), np.uint8)
    side = max(grey.shape) // 24 | 1
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((side // 4 | 1, side // 4 | 1), np.uint8))
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return (grey < DARK * paper.astype(np.float32)).astype(np.uint8)

"""Characters set one below the other, as in a narrow column of a table: each is a line of its own."""

from __future__ import annotations

import cv2
import numpy as np

from dafu.read.ocr.model import Image, Quad
from dafu.read.ocr.recognise import line_size

FAINT = 60
"""By how much ink is darker than the paper, of 255."""
HIGHEST = 1.2
"""Times its width that a character is high, the blank in it counted."""
MARGIN = 0.12
"""Of the column's width, left around each character."""


def stacked(image: Image, quad: Quad) -> list[Quad]:
    """The quads of the characters in a quad that is higher than wide, from top to bottom."""
    width, height = (max(2, round(side)) for side in line_size(quad))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    there = cv2.getPerspectiveTransform(quad.astype(np.float32), target)
    column = cv2.warpPerspective(image, there, (width, height), borderMode=cv2.BORDER_REPLICATE).min(axis=2)
    ink = column.astype(np.int16) < np.median(column) - FAINT
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return []
    highest = HIGHEST * (columns[-1] - columns[0] + 1)
    spans: list[list[int]] = []
    for row in map(int, rows):
        if spans and row - spans[-1][0] < highest:
            spans[-1][1] = row + 1
        else:
            spans.append([row, row + 1])
    back = np.linalg.inv(there)
    margin = MARGIN * width
    found = []
    for top, bottom in spans:
        cell = np.array(
            [[0, top - margin], [width, top - margin], [width, bottom + margin], [0, bottom + margin]]
        )
        found.append(np.asarray(cv2.perspectiveTransform(cell[None].astype(np.float32), back)[0], np.float32))
    return found

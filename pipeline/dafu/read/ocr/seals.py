"""Red seals (印章): where they stand, and the page without their red, so that the words below can be read."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from dafu.read.ocr.model import Image, Quad, ReadLine

RED = 40
"""By how much red must exceed green and blue in a seal's ink, of 255."""
INK = 0.3
"""Quantile of the seal's ink, by its red, that becomes paper: below it stand type and the seams of JPEG."""
THROUGH = 2.5
"""What is dark below the ink of a seal is this many times darker than it looks: ink is never quite clear."""
SMALLEST, LARGEST = 20.0, 70.0
"""Millimetres: seals of offices are 42 to 45 across, personal ones and oval ones from 20 up."""
ROUND = 1.6
"""A seal's box is no longer than this many times its width; a red letterhead is."""
RING = 0.25
"""Share of a seal's outline at least that is inked: the ring. Letters of a red letterhead have none."""
FEW = 2
"""The words of a seal follow its ring, each turned; no more of its characters are found as a line."""
NEAR_RING = 0.45
"""Share of a seal's half width beyond which its words stand; its star and number stand nearer the middle."""
LETTERED = 0.6
"""Share of what is printed on a place, at least, that is red, if the seal's own words stand there."""
PRINTED = 60
"""By how much what is printed is darker than paper, of 255."""


def find_seals(image: Image, per_mm: float) -> list[tuple[int, int, int, int]]:
    """Left, top, right, bottom in pixels of the seals on an image of so many pixels a millimetre; 3 are enough."""
    inked = (_red(image) > 0).astype(np.uint8)
    if inked.mean() < 1e-4:
        return []
    joined = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    found = []
    for x, y, width, height, _ in stats[1:count]:
        sides = sorted((width / per_mm, height / per_mm))
        if not (sides[0] >= SMALLEST and sides[1] <= LARGEST and sides[1] <= ROUND * sides[0]):
            continue
        if _ring(inked[y : y + height, x : x + width]) >= RING:
            found.append((int(x), int(y), int(x + width), int(y + height)))
    return found


def without_red(image: Image, seals: list[tuple[int, int, int, int]]) -> Image:
    """The image with the ink of seals made paper, inside their ellipses only.

    Red ink is bright in the red channel, black ink below it is not. The channel is stretched until the seal's
    own ink is white: what stays dark is type.
    """
    if not seals:
        return image
    cleared = image.copy()
    for left, top, right, bottom in seals:
        part = cleared[top:bottom, left:right]
        inside = np.zeros(part.shape[:2], np.uint8)
        centre = ((right - left) // 2, (bottom - top) // 2)
        cv2.ellipse(inside, centre, (centre[0] + 2, centre[1] + 2), 0, 0, 360, 1, -1)
        red = part[..., 0].astype(np.float32)
        inked = (_red(part) > 0) & (inside > 0)
        level = max(float(np.quantile(red[inked], INK)), 96.0) if inked.any() else 255.0
        dark = np.clip(255.0 - red * (255.0 / level), 0, 255)
        dark[inked] *= THROUGH
        grey = (255.0 - np.clip(dark, 0, 255)).astype(np.uint8)
        part[inside > 0] = grey[..., None].repeat(3, axis=2)[inside > 0]
    return cleared


def without_lettering(
    lines: list[ReadLine], scanned: Image, seals: list[tuple[int, int, int, int]]
) -> tuple[list[ReadLine], list[ReadLine]]:
    """The lines of the letter, and what was read of the words that its seals bear."""
    kept: list[ReadLine] = []
    of_seals: list[ReadLine] = []
    for line in lines:
        lettering = len(line.chars) <= FEW and _shows_seal(scanned, line.quad, seals)
        (of_seals if lettering else kept).append(line)
    return kept, of_seals


def _shows_seal(image: Image, quad: Quad, seals: list[tuple[int, int, int, int]]) -> bool:
    """Whether a place on the image as scanned shows words of a seal."""
    x, y = quad.mean(axis=0)
    if not any(_near_ring((x, y), seal) for seal in seals):
        return False
    (x0, y0), (x1, y1) = np.maximum(quad.min(axis=0), 0).astype(int), quad.max(axis=0).astype(int)
    part = image[y0:y1, x0:x1]
    if not part.size:
        return False
    printed = part.min(axis=2) < float(np.quantile(part, 0.9)) - PRINTED
    return bool(printed.any()) and float((_red(part)[printed] > 0).mean()) >= LETTERED


def _near_ring(point: tuple[float, float], seal: tuple[int, int, int, int]) -> bool:
    (x, y), (left, top, right, bottom) = point, seal
    across, down = (2 * x - left - right) / (right - left), (2 * y - top - bottom) / (bottom - top)
    return NEAR_RING <= math.hypot(across, down) <= 1


def _red(image: Image) -> NDArray[np.uint8]:
    """255 where the image is red."""
    red, green, blue = (image[..., channel].astype(np.int16) for channel in range(3))
    return ((red - np.maximum(green, blue)) > RED).astype(np.uint8) * 255


def _ring(inked: NDArray[np.uint8]) -> float:
    """Share of directions from the middle in which ink stands near the edge of the ellipse in the box."""
    height, width = inked.shape
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    hits = np.zeros(len(angles), bool)
    for reach in np.linspace(0.86, 1.0, 6):
        xs = np.clip(np.round((width - 1) / 2 * (1 + reach * np.cos(angles))), 0, width - 1).astype(int)
        ys = np.clip(np.round((height - 1) / 2 * (1 + reach * np.sin(angles))), 0, height - 1).astype(int)
        hits |= inked[ys, xs] > 0
    return float(hits.mean())

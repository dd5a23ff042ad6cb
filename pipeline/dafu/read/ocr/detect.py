"""Where lines stand on an image: differentiable binarisation (DB), its network run and its map read."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from dafu.read.ocr.model import Image, Quad
from dafu.read.ocr.networks import Batch, Network
from dafu.read.ocr.shrink import resized

LONG_SIDE = 960
"""Pixels of the longer side as seen by the network: 736 to 1152 find the same, 640 loses lone marks."""
INK = 0.2
"""Value of the map from which a pixel belongs to a line."""
SURE = 0.4
"""Mean value of the map in a line's box below which it is none."""
GROWN = 1.8
"""The network marks the core of a line: it is this times area by circumference larger on each side."""
SMALLEST = 3.0
"""Pixels of the map: thinner things are specks."""
MOST_LINES = 1000
"""Lines of a page; noise can have any number."""


def find_quads(image: Image, network: Network) -> list[Quad]:
    """The lines on an image, level or upright, from top to bottom."""
    height, width = image.shape[:2]
    scale = LONG_SIDE / max(height, width)
    size = max(32, round(width * scale / 32) * 32), max(32, round(height * scale / 32) * 32)
    found = network(as_batch(resized(image, *size)))[0, 0]
    to_image = np.array([width / size[0], height / size[1]], np.float32)
    contours, _ = cv2.findContours((found > INK).astype(np.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    quads = []
    for contour in contours[:MOST_LINES]:
        centre, (across, along), angle = cv2.minAreaRect(contour)
        if min(across, along) < SMALLEST:
            continue
        core = np.asarray(cv2.boxPoints((centre, (across, along), angle)), np.float32)
        if _mean_inside(found, core) < SURE:
            continue
        more = GROWN * across * along / (across + along)
        grown = cv2.boxPoints((centre, (across + more, along + more), angle))
        quads.append(_clockwise(np.asarray(grown, np.float32) * to_image))
    return sorted(quads, key=lambda quad: (float(quad[:, 1].mean()), float(quad[:, 0].mean())))


def as_batch(image: Image) -> Batch:
    """A batch of one image with values from -1 to 1."""
    return np.ascontiguousarray((image.astype(np.float32) / 127.5 - 1).transpose(2, 0, 1)[None])


def _mean_inside(found: NDArray[np.float32], core: NDArray[np.float32]) -> float:
    x0, y0 = np.maximum(np.floor(core.min(axis=0)), 0).astype(int)
    x1, y1 = np.ceil(core.max(axis=0)).astype(int) + 1
    part = found[y0:y1, x0:x1]
    mask = np.zeros(part.shape, np.uint8)
    cv2.fillPoly(mask, [(core - [x0, y0]).astype(np.int32)], 1)
    return float(cv2.mean(part, mask)[0]) if part.size else 0.0


def _clockwise(corners: Quad) -> Quad:
    """Corners from the top left on, clockwise."""
    by_x = corners[np.argsort(corners[:, 0], kind="stable")]
    left, right = by_x[:2], by_x[2:]
    top_left, bottom_left = left[np.argsort(left[:, 1], kind="stable")]
    top_right, bottom_right = right[np.argsort(right[:, 1], kind="stable")]
    return np.array([top_left, top_right, bottom_right, bottom_left], np.float32)

"""Which way up a page is, by the aspect of its lines and the bundled classifier."""

from __future__ import annotations

import cv2
import numpy as np

from dafu.read.ocr.detect import as_batch
from dafu.read.ocr.model import Image, Quad
from dafu.read.ocr.networks import Network
from dafu.read.ocr.recognise import HEIGHT, UPRIGHT, cut_out, line_size

MOST = 8
"""Lines that are asked: the longest ones."""
WIDTH = 192
"""Pixels that a line is wide for the classifier."""
SURE = 0.6
"""Mean answer from which the page stands on its head."""


def is_sideways(quads: list[Quad]) -> bool:
    """Whether most of the lines, by length, run downwards."""
    upright = level = 0.0
    for quad in quads:
        width, height = line_size(quad)
        if height > UPRIGHT * width:
            upright += height
        elif width > UPRIGHT * height:
            level += width
    return upright > level


def upside_down(image: Image, quads: list[Quad], network: Network) -> float:
    """Mean answer of the classifier for the longest lines: 0 upright, 1 on its head."""
    longest = sorted(quads, key=lambda quad: -max(line_size(quad)))[:MOST]
    answers = []
    for quad in longest:
        line = cut_out(image, quad)
        if line is None or line.shape[1] < 2 * HEIGHT:
            continue
        start = np.asarray(line[:, : WIDTH * line.shape[0] // HEIGHT], np.uint8)
        fitted = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
        fitted[:, : min(start.shape[1], WIDTH)] = start[:, :WIDTH]
        answers.append(float(network(as_batch(fitted))[0, 1]))
    return float(np.mean(answers)) if answers else 0.0


def turned(image: Image, degrees: int) -> Image:
    """The image turned clockwise by 0, 90, 180 or 270 degrees."""
    codes = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
    return np.asarray(cv2.rotate(image, codes[degrees]), np.uint8) if degrees in codes else image

"""Smaller images, fast: a page is shrunk three times before its first line is read."""

from __future__ import annotations

import cv2
import numpy as np

from dafu.read.ocr.model import Image


def resized(image: Image, width: int, height: int) -> Image:
    """The image in this size, every pixel of it the mean of those that it covers.

    It is halved first as often as may be: the mean of four whole pixels takes a tenth of the time of any other.
    """
    while image.shape[0] >= 2 * height and image.shape[1] >= 2 * width:
        down, across = image.shape[0] // 2, image.shape[1] // 2
        even = image[: 2 * down, : 2 * across]
        image = np.asarray(cv2.resize(even, (across, down), interpolation=cv2.INTER_AREA), np.uint8)
    smaller = width < image.shape[1] or height < image.shape[0]
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, (width, height), interpolation=how), np.uint8)

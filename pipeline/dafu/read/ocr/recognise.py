"""The words of a line: cut out, straightened, read by a CTC network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from dafu.read.ocr.detect import as_batch
from dafu.read.ocr.model import Image, Quad, ReadChar
from dafu.read.ocr.networks import Batch, Network, alphabet

HEIGHT = 48
"""Pixels that a line is high for the network."""
STEP = 32
"""Pixels that widths are rounded up to: few shapes, so that the runtime can keep its plans."""
SQUEEZED = 0.9
"""Lines are read a little narrower than they are, which costs a tenth less; below this digits get lost."""
WIDEST = 4800
"""Pixels: a line of 100 cells; longer things are rules or noise."""
CERTAIN = 0.95
"""Confidence from which nobody asks for another reading."""
UPRIGHT = 1.5
"""A line this many times as high as wide is written downwards."""


def cut_out(image: Image, quad: Quad, *, downwards: float = 0.0) -> Image | None:
    """A line as an image 48 pixels high, None if it has no area.

    It is turned level if it is much higher than wide and higher than `downwards` pixels: a lone 1 is written
    level.
    """
    width, height = line_size(quad)
    if height < 2 or width < 2:
        return None
    if is_column(quad, downwards):
        quad, width, height = np.roll(quad, 1, axis=0), height, width
    across = min(max(8, round(SQUEEZED * width * HEIGHT / height)), WIDEST)
    target = np.array([[0, 0], [across, 0], [across, HEIGHT], [0, HEIGHT]], np.float32)
    area = cv2.INTER_AREA if height > 1.25 * HEIGHT else cv2.INTER_CUBIC
    source, scale = image, height / HEIGHT
    if scale > 1.5:
        # warping takes single pixels; what is scaled down much is averaged first
        x0, y0 = np.maximum(np.floor(quad.min(axis=0)) - 2, 0).astype(int)
        x1, y1 = np.ceil(quad.max(axis=0)).astype(int) + 2
        part = image[y0:y1, x0:x1]
        smaller = (max(1, round(part.shape[1] / scale)), max(1, round(part.shape[0] / scale)))
        source = np.asarray(cv2.resize(part, smaller, interpolation=cv2.INTER_AREA), np.uint8)
        ratio = np.array([smaller[0] / part.shape[1], smaller[1] / part.shape[0]], np.float32)
        quad = (quad - np.array([x0, y0], np.float32)) * ratio
    warp = cv2.getPerspectiveTransform(quad.astype(np.float32), target)
    flat = cv2.warpPerspective(source, warp, (across, HEIGHT), flags=area, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(flat, np.uint8)


def is_column(quad: Quad, downwards: float) -> bool:
    """Whether a quad is much higher than wide, and higher than `downwards` pixels."""
    width, height = line_size(quad)
    return height > UPRIGHT * width and height > downwards


def line_size(quad: Quad) -> tuple[float, float]:
    """Width and height of a quad in pixels."""
    width = max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[2] - quad[3]))
    height = max(np.linalg.norm(quad[3] - quad[0]), np.linalg.norm(quad[2] - quad[1]))
    return float(width), float(height)


def recognise(line: Image, network: Network) -> tuple[ReadChar, ...]:
    """The characters of a line image."""
    width = line.shape[1]
    padded: Batch = np.zeros((1, 3, HEIGHT, -(-width // STEP) * STEP), np.float32)
    padded[..., :width] = as_batch(line)
    return decode(network(padded)[0], width / padded.shape[3])


def heightened(quad: Quad, share: float) -> Quad:
    """A quad that reaches farther up and down by a share of its height."""
    down = (quad[[3, 2]] - quad[[0, 1]]) * share
    return np.asarray(np.concatenate([quad[:2] - down, quad[2:] + down[::-1]]), np.float32)


def least_sure_digit(chars: Sequence[ReadChar]) -> float:
    """Confidence of the digit read with the least; 1 without digits."""
    return min((one.confidence for one in chars if one.char.isdigit()), default=1.0)


def decode(scores: NDArray[np.float32], filled: float) -> tuple[ReadChar, ...]:
    """The characters that a CTC network tells: columns × classes; `filled`: share of the columns with a line.

    A character stands where its columns are; equal neighbours are one unless a blank parts them.
    """
    best = scores.argmax(axis=1)
    readable = _readable()
    for column in np.flatnonzero(~readable[best]):
        scores[column] *= readable
        best[column] = scores[column].argmax()
    found: list[ReadChar] = []
    columns = len(best)
    at = 0
    while at < columns:
        end = at + 1
        while end < columns and best[end] == best[at]:
            end += 1
        if best[at]:
            peak = at + int(scores[at:end, best[at]].argmax())
            centre = min((at + end) / 2 / columns / filled, 1.0)
            found.append(_char(scores[peak], int(best[at]), centre))
        at = end
    return tuple(found)


def _char(column: NDArray[np.float32], first: int, centre: float) -> ReadChar:
    letters, confidence = alphabet(), float(column[first])
    if confidence >= CERTAIN:
        return ReadChar(letters[first], centre, round(confidence, 4))
    rest = column.copy()
    rest[[0, first]] = 0
    other = int(rest.argmax())
    return ReadChar(
        letters[first], centre, round(confidence, 4), letters[other], round(float(rest[other]), 4)
    )


@cache
def _readable() -> NDArray[np.bool_]:
    """Which classes a letter can hold; not emoji, kana, scripts of other continents."""
    return np.array([not char or _may_stand(char) for char in alphabet()])


def _may_stand(char: str) -> bool:
    code = ord(char[0])
    return len(char) == 1 and (
        code < 0x250
        or 0x370 <= code < 0x460
        or 0x2010 <= code < 0x2800
        or 0x3000 <= code < 0x3040
        or 0x3200 <= code < 0xA000
        or 0xFF00 <= code < 0xFFF0
        or code >= 0x20000
    )

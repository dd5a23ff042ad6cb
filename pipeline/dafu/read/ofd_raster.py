"""The pictures of an OFD page as one image, for OCR: images by their maps on a white page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from dafu.errors import DamagedFile, TooLarge
from dafu.read.matrix import Matrix
from dafu.read.model import Notice
from dafu.read.ocr.model import Image
from dafu.read.ofd_page import Picture
from dafu.read.ofd_resources import Resources
from dafu.read.package import Package
from dafu.read.pdf_raster import MOST_PIXELS
from dafu.read.scan import picture_of


def page_image(
    pictures: Sequence[Picture],
    size: tuple[float, float],
    package: Package,
    resources: Resources,
    *,
    number: int,
    dpi: int,
) -> tuple[Image, float, tuple[Notice, ...]]:
    """The page of width and height in points, its pixels a point, and which pictures could not be read."""
    width, height = size
    scale = min(dpi / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    page = np.full((max(1, round(height * scale)), max(1, round(width * scale)), 3), 255, np.uint8)
    unread = 0
    for picture in pictures:
        data = next(_data(package, resources, picture), None)
        unread += data is None or not _drawn(page, data, picture.space, scale)
    message = (
        f"第 {number} 页有 {unread} 幅图像无法解码 / {unread} images of page {number} cannot be decoded."
    )
    notice = Notice(code="unread_part", severity="error", message=message, page=number)
    return page, scale, (notice,) if unread else ()


def _data(package: Package, resources: Resources, picture: Picture) -> Iterator[bytes]:
    for path in resources.media.get(picture.resource, ()):
        data = package.data(path)
        if data is not None:
            yield data


def _drawn(page: Image, data: bytes, space: Matrix, scale: float) -> bool:
    """Whether an image could be decoded; it is then on the page."""
    height, width = page.shape[:2]
    try:
        ink = picture_of(data, "image", most=2 * max(width, height))
    except (DamagedFile, TooLarge):
        return False
    down, across = ink.shape[:2]
    to_page = space.then(Matrix(a=scale, d=scale))
    # averaged first: warping takes single pixels
    fold = min(1.0, max(abs(to_page.a), abs(to_page.b)) / across, max(abs(to_page.c), abs(to_page.d)) / down)
    if 0 < fold < 0.75:
        ink = np.asarray(cv2.resize(ink, None, fx=fold, fy=fold, interpolation=cv2.INTER_AREA), np.uint8)
        down, across = ink.shape[:2]
    warp = np.array(
        [
            [to_page.a / across, to_page.c / down, to_page.e],
            [to_page.b / across, to_page.d / down, to_page.f],
        ]
    )
    flat = cv2.warpAffine(
        ink,
        warp,
        (width, height),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(0, 0, 0, 0),
    )
    if ink[..., 3].min() == 255:
        np.copyto(page, flat[..., :3], where=flat[..., 3:] > 127)
    else:
        cover = flat[..., 3:].astype(np.float32) / 255
        page[:] = (page * (1 - cover) + flat[..., :3] * cover).round().astype(np.uint8)
    return True

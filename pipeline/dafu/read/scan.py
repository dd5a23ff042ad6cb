"""Scans and photographs: JPEG, PNG, TIFF of one or many pages, and folders of page images."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from PIL import ImageOps, ImageSequence

from dafu.errors import DamagedFile, EmptyFile, TooLarge
from dafu.read.judged import ReadPage
from dafu.read.model import Document, Page
from dafu.read.ocr.model import Image
from dafu.read.ocr.reread import read_again
from dafu.settings import Settings

MOST_PIXELS = 120_000_000
"""Of one image: A3 at 600 dpi has 70 million."""
A4_HEIGHT = 842.0
"""Points: the longer side of a page whose image does not tell its resolution."""
DOTS = (72.0, 1300.0)
"""Dots an inch that an image can have been scanned with; cameras write 1 or 72, which says nothing."""
PAGE_INCHES = (5.0, 18.0)
"""Longer side of a page: A5 to A3 and a margin."""


def read_images(files: list[tuple[str, bytes]], *, file_name: str, settings: Settings) -> Document:
    """The pages of image files, in order; several pages of a TIFF are several pages.

    Args:
        files: Name and bytes of each file.
        file_name: Of the one file, or of the folder.
        settings: OCR mode and limits.

    Raises:
        EmptyFile: no image.
        DamagedFile: an image that cannot be decoded.
        TooLarge: more pixels or pages than the limits allow.
    """
    pages: list[ReadPage] = []
    for name, data in files:
        for image, scale in _pages(data, name):
            if len(pages) >= settings.max_pages:
                raise TooLarge(
                    f"超过 {settings.max_pages} 页 / more than {settings.max_pages} pages.", file=file_name
                )
            pages.append(_read(image, scale, len(pages) + 1, settings))
    if not pages:
        raise EmptyFile("没有图像 / no image.", file=file_name)
    whole = hashlib.sha256()
    for _, data in files:
        whole.update(data)
    kinds = {_media_type(data) for _, data in files}
    return Document(
        file_name=file_name,
        media_type=kinds.pop() if len(kinds) == 1 else "image/*",
        sha256=whole.hexdigest(),
        size_bytes=sum(len(data) for _, data in files),
        flow="paged",
        pages=tuple(page.page for page in pages),
        notices=tuple(notice for page in pages for notice in page.notices),
    )


def images_in(folder: Path) -> list[Path]:
    """The files of a folder of page images, in order of their names; empty if it holds anything else."""
    files = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    return files if all(path.is_file() and path.suffix.casefold() in _SUFFIXES for path in files) else []


_SUFFIXES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"}


def _read(image: Image, scale: float, number: int, settings: Settings) -> ReadPage:
    height, width = image.shape[:2]
    page = Page(number=number, width=width / scale, height=height / scale, text_origin="ocr", image_share=1.0)
    read = ReadPage(page=page, drawn=True)
    return read_again(read, image, scale, settings) if settings.ocr != "never" else read


def _pages(data: bytes, name: str) -> Iterator[tuple[Image, float]]:
    """The images of a file as red, green, blue, and their pixels a point."""
    try:
        with warnings.catch_warnings(), Pillow.open(io.BytesIO(data)) as file:
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)  # our own limit is lower
            for frame in ImageSequence.Iterator(file):
                if frame.width * frame.height > MOST_PIXELS:
                    what = f"图像过大 {frame.width}×{frame.height} / an image of too many pixels."
                    raise TooLarge(what, file=name)
                yield _as_pixels(frame)
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError) as error:
        raise DamagedFile(f"图像无法解码 / the image cannot be decoded: {error}.", file=name) from error


def _as_pixels(frame: Pillow.Image) -> tuple[Image, float]:
    across, down = _dots(frame)
    upright = ImageOps.exif_transpose(frame)
    if upright.mode.startswith("I;16") or upright.mode in ("I", "F"):
        deep = np.asarray(upright, np.float32)
        upright = Pillow.fromarray((deep / max(float(deep.max()), 1.0) * 255).astype(np.uint8))
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        paper = Pillow.new("RGBA", upright.size, "white")
        upright = Pillow.alpha_composite(paper, upright.convert("RGBA"))
    if across and down and abs(across - down) > 0.05 * down:  # a fax has 204 by 98 or 196 dots
        upright = upright.resize((upright.width, round(upright.height * across / down)))
    image = np.asarray(upright.convert("RGB"), np.uint8)
    longer = max(image.shape[:2])
    told = across and PAGE_INCHES[0] <= longer / across <= PAGE_INCHES[1]
    return image, across / 72 if across and told else longer / A4_HEIGHT


def _dots(frame: Pillow.Image) -> tuple[float, float] | tuple[None, None]:
    """Dots an inch across and down, if the file tells them credibly."""
    told = frame.info.get("dpi")
    if not told or not all(DOTS[0] < float(value) <= DOTS[1] for value in told):
        return None, None
    return float(told[0]), float(told[1])


def _media_type(data: bytes) -> str:
    if data.startswith(b"\xff\xd8"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG"):
        return "image/png"
    if data.startswith((b"II*\0", b"MM\0*")):
        return "image/tiff"
    return "image/bmp" if data.startswith(b"BM") else "image/webp"

"""Scans and photographs: JPEG, PNG, BMP, WebP, TIFF of one or many pages, and folders of page images."""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from dafu.errors import DamagedFile, EmptyFile, TooLarge
from dafu.read.judged import ReadPage, text_notices
from dafu.read.model import Document, Page
from dafu.read.ocr.model import Image
from dafu.read.ocr.reread import read_again
from dafu.settings import Settings

MOST_PIXELS = 80_000_000
"""Of one image: A3 at 600 dpi has 70 million."""
A4_HEIGHT = 842.0
"""Points: the longer side of a page whose image does not tell its resolution."""
DOTS = (97.0, 1300.0)
"""Dots an inch that an image can have been scanned with; cameras write 1, 72 or 96, which says nothing."""
MOST_STRETCHED = 2.5
"""Times that an image may have more dots an inch in one direction: a fax has 204 by 98."""
FINER = 1.2
"""Images this many times finer than OCR wants are made coarser first."""
PAGE_INCHES = (5.0, 18.0)
"""Longer side of a page: A5 to A3 and a margin."""
FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")


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
        for image, scale in _pages(data, name, settings):
            if len(pages) >= settings.max_pages:
                raise _too_many(settings, file_name)
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
        dropped=tuple(dropped for page in pages for dropped in page.dropped),
        notices=tuple(notice for page in pages for notice in page.notices),
    )


def picture_of(data: bytes, name: str, *, most: int) -> NDArray[np.uint8]:
    """The first picture of an image file as red, green, blue and how much it covers.

    What is much more than `most` pixels high or wide is made coarser. Raises `DamagedFile` or `TooLarge`.
    """
    with _decoding(name):
        file = _opened(data, name)
        fold = max(file.size) // most
        picture = _coarser(file, fold) if fold > 1 else file
        shown = picture if _is_seen_through(picture) else _on_paper(picture)
        return np.asarray(shown.convert("RGBA"), np.uint8)


def _read(image: Image, scale: float, number: int, settings: Settings) -> ReadPage:
    height, width = image.shape[:2]
    size = round(width / scale, 2), round(height / scale, 2)
    page = Page(number=number, width=size[0], height=size[1], text_origin="ocr", image_share=1.0)
    read = ReadPage(page=page, drawn=True)
    if settings.ocr == "never":
        return replace(read, notices=tuple(text_notices(read)))
    return read_again(read, image, scale, settings)


def _pages(data: bytes, name: str, settings: Settings) -> Iterator[tuple[Image, float]]:
    """The images of a file as red, green, blue, and their pixels a point; of moving pictures the first."""
    with _decoding(name):
        file = _opened(data, name)
        frames = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
    if frames > settings.max_pages:
        raise _too_many(settings, name)
    for at in range(frames):
        with _decoding(name):
            file.seek(at)
            _check_size(file, name)
            pixels = _as_pixels(file, settings.dpi)
        yield pixels


@contextmanager
def _decoding(name: str) -> Iterator[None]:
    """Translates foreign errors: decoders raise whatever a broken file leads them to."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd tags; our own limit of pixels is below Pillow's
            yield
    except Pillow.DecompressionBombError as error:
        raise TooLarge(f"图像过大 / an image of too many pixels: {error}.", file=name) from error
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, struct.error) as error:
        # Pillow names the object it could not identify, by its address in memory
        why = "" if isinstance(error, UnidentifiedImageError) else f": {error}"
        raise DamagedFile(f"图像无法解码 / the image cannot be decoded{why}.", file=name) from error


def _opened(data: bytes, name: str) -> Pillow.Image:
    file = Pillow.open(io.BytesIO(data), formats=FORMATS)
    _check_size(file, name)
    return file


def _check_size(frame: Pillow.Image, name: str) -> None:
    if frame.width * frame.height > MOST_PIXELS:
        what = f"图像过大 {frame.width}×{frame.height} / an image of too many pixels."
        raise TooLarge(what, file=name)


def _too_many(settings: Settings, name: str) -> TooLarge:
    return TooLarge(f"超过 {settings.max_pages} 页 / more than {settings.max_pages} pages.", file=name)


def _as_pixels(frame: Pillow.Image, dpi: int) -> tuple[Image, float]:
    across, down = _dots(frame)
    fold = int(max(frame.size) / A4_HEIGHT / (dpi / 72)) if not across else int(across / dpi)
    if fold > 1:  # what is finer than needed is averaged before it takes three bytes a pixel
        frame, across, down = _coarser(frame, fold), across and across / fold, down and down / fold
    image = np.asarray(_on_paper(ImageOps.exif_transpose(frame)), np.uint8)
    if across and down and abs(across - down) > 0.05 * down:
        image = _resized(image, 1.0, across / down)
    longer = max(image.shape[:2])
    told = across and PAGE_INCHES[0] <= longer / across <= PAGE_INCHES[1]
    scale = across / 72 if across and told else longer / A4_HEIGHT
    if scale > FINER * dpi / 72:
        coarser = dpi / 72 / scale
        image, scale = _resized(image, coarser, coarser), dpi / 72
    return image, scale


def _coarser(frame: Pillow.Image, fold: int) -> Pillow.Image:
    """The frame at a fraction of its size, and what it says about its turn kept."""
    plain = frame.convert({"1": "L", "P": "RGBA"}[frame.mode]) if frame.mode in ("1", "P") else frame
    smaller = plain.reduce(fold)
    smaller.info = {key: value for key, value in frame.info.items() if key != "dpi"}
    smaller.getexif().update(frame.getexif())
    return smaller


def _resized(image: Image, across: float, down: float) -> Image:
    height, width = image.shape[:2]
    size = max(1, round(width * across)), max(1, round(height * down))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def _on_paper(picture: Pillow.Image) -> Pillow.Image:
    """The picture in red, green, blue, what is transparent being white."""
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        deep = np.asarray(picture, np.float32)
        picture = Pillow.fromarray((deep / max(float(deep.max()), 1.0) * 255).clip(0, 255).astype(np.uint8))
    if _is_seen_through(picture):
        paper = Pillow.new("RGBA", picture.size, "white")
        picture = Pillow.alpha_composite(paper, picture.convert("RGBA"))
    return picture.convert("RGB")


def _is_seen_through(picture: Pillow.Image) -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info


def _dots(frame: Pillow.Image) -> tuple[float, float] | tuple[None, None]:
    """Dots an inch across and down, if the file tells them credibly."""
    told = frame.info.get("dpi")
    if not told or not all(DOTS[0] < float(value) <= DOTS[1] for value in told):
        return None, None
    across, down = float(told[0]), float(told[1])
    return (None, None) if max(across, down) > MOST_STRETCHED * min(across, down) else (across, down)


def _media_type(data: bytes) -> str:
    if data.startswith(b"\xff\xd8"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG"):
        return "image/png"
    if data.startswith((b"II*\0", b"MM\0*")):
        return "image/tiff"
    return "image/bmp" if data.startswith(b"BM") else "image/webp"

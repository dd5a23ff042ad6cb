"""Pages as scanners, faxes and telephones see them: drawn, stamped, tilted, dimmed, spotted, compressed."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Pixels = NDArray[np.uint8]
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_SEAL_FONT = Path("/usr/share/fonts/truetype/arphic/uming.ttc")
_RED = (212, 24, 34, 255)
SEAL_INCHES = 42 / 25.4


def drawn(pdf: bytes, dpi: int) -> list[Pixels]:
    """The pages of a PDF, red, green, blue."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_numpy()[:, :, 2::-1].copy() for page in document]


def date_places(pdf: bytes) -> Iterator[tuple[int, float, float]]:
    """Page, and middle across and down in points, of the last date of each page that has one."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            words = page.get_textpage()
            dates = list(_DATE.finditer(words.get_text_range()))
            if dates:
                boxes = [words.get_charbox(at) for at in range(*dates[-1].span())]
                x = (boxes[0][0] + boxes[-1][2]) / 2
                yield number, x, page.get_height() - (boxes[0][1] + boxes[0][3]) / 2


def stamped(page: Pixels, x: float, y: float, organ: str, dpi: int) -> Pixels:
    """The page with a round seal of an organ pressed around a point: black ink shows through the red."""
    size = round(SEAL_INCHES * dpi)
    seal = np.asarray(_seal(organ, size), np.float32)
    left, top = round(x * dpi / 72 - size / 2), round(y * dpi / 72 - 0.62 * size)
    result = page.astype(np.float32)
    part = result[top : top + size, left : left + size]
    seal = seal[: part.shape[0], : part.shape[1]]
    ink = 0.85 * seal[..., 3:] / 255
    part *= 1 - ink + ink * seal[..., :3] / 255
    return result.astype(np.uint8)


def _seal(organ: str, size: int) -> Image.Image:
    seal = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    draw = ImageDraw.Draw(seal)
    pen = max(3, size // 36)
    draw.ellipse((pen, pen, size - pen, size - pen), outline=_RED, width=pen)
    corners = [
        (
            size / 2 + size * reach * math.cos(at * math.pi / 5 - math.pi / 2),
            size / 2 + size * reach * math.sin(at * math.pi / 5 - math.pi / 2),
        )
        for at, reach in enumerate((0.16, 0.064) * 5)
    ]
    draw.polygon(corners, fill=_RED)
    font = ImageFont.truetype(str(_SEAL_FONT), size // 8)
    for at, char in enumerate(organ):
        angle = math.radians(-210 + 240 * at / max(len(organ) - 1, 1))
        glyph = Image.new("RGBA", (size // 7, size // 7), (0, 0, 0, 0))
        ImageDraw.Draw(glyph).text((0, 0), char, font=font, fill=_RED)
        glyph = glyph.rotate(-math.degrees(angle) - 90, resample=Image.Resampling.BICUBIC, expand=True)
        x, y = size / 2 + 0.37 * size * math.cos(angle), size / 2 + 0.37 * size * math.sin(angle)
        seal.alpha_composite(glyph, (max(0, round(x - glyph.width / 2)), max(0, round(y - glyph.height / 2))))
    return seal


def scanned(page: Pixels, *, tilt: float, blur: float, noise: float, seed: int) -> Pixels:
    """The page as a flatbed scanner gives it: tilted by degrees, softened, spotted."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), tilt, 1)
    paper = (247, 247, 245)
    page = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=paper)
    soft = cv2.GaussianBlur(page, (0, 0), blur).astype(np.float32) if blur else page.astype(np.float32)
    grain = np.random.default_rng(seed).normal(0, noise, (height, width, 1))
    return np.clip(soft * 0.96 + grain, 0, 255).astype(np.uint8)


def faxed(page: Pixels, *, seed: int) -> Pixels:
    """Black and white, its edges eaten by the threshold."""
    grey = cv2.cvtColor(scanned(page, tilt=0.4, blur=0.7, noise=8, seed=seed), cv2.COLOR_RGB2GRAY)
    return np.where(grey > 175, 255, 0).astype(np.uint8)


def photographed(page: Pixels, *, seed: int) -> Pixels:
    """The page in perspective on a table, bowed at its fold, lit from one side."""
    height, width = page.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    bow = 0.004 * height * np.sin(np.pi * xs / width)
    page = cv2.remap(
        page, xs, (ys + bow).astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = np.array([[0.035, 0.02], [0.975, 0.035], [0.99, 0.985], [0.015, 0.975]], np.float32) * [
        width,
        height,
    ]
    view = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    page = cv2.warpPerspective(page, view, (width, height), borderValue=(92, 84, 74))
    light = np.linspace(1.0, 0.72, width, dtype=np.float32)[None, :, None]
    grain = np.random.default_rng(seed).normal(0, 4, (height, width, 1))
    return np.clip(cv2.GaussianBlur(page, (0, 0), 0.8) * light + grain, 0, 255).astype(np.uint8)


def jpeg(page: Pixels, *, quality: int, dpi: int, grey: bool = False) -> bytes:
    """A JPEG file of the page."""
    target = io.BytesIO()
    picture = Image.fromarray(page)
    (picture.convert("L") if grey else picture).save(target, "JPEG", quality=quality, dpi=(dpi, dpi))
    return target.getvalue()


def tiff(pages: list[Pixels], *, dpi: tuple[int, int]) -> bytes:
    """A TIFF of pages in black and white, as faxes and archives have them (CCITT group 4)."""
    first, *rest = [Image.fromarray(page).convert("1") for page in pages]
    target = io.BytesIO()
    first.save(target, "TIFF", compression="group4", dpi=dpi, save_all=True, append_images=rest)
    return target.getvalue()

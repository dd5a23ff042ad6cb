"""Page images of all kinds: decoded, bounded, and never read for what is not there."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow

from dafu.errors import DamagedFile, TooLarge, UnreadableFile
from dafu.read import read
from dafu.read.folder import page_images
from dafu.read.model import Document
from dafu.read.scan import read_images
from dafu.settings import Settings

DECODED = Settings(ocr="never")


def _bytes(picture: Pillow.Image, kind: str, **options: Any) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def _read(data: bytes, settings: Settings = DECODED) -> Document:
    return read_images([("page", data)], file_name="page", settings=settings)


def _words(document: Document) -> str:
    return "".join(run.text for page in document.pages for run in page.runs)


PAPER = Pillow.new("L", (620, 877), 240)


@pytest.mark.parametrize(
    ("data", "media_type", "size"),
    [
        pytest.param(_bytes(PAPER, "JPEG"), "image/jpeg", (595, 842), id="JPEG, resolution not told"),
        pytest.param(_bytes(PAPER, "JPEG", dpi=(72, 72)), "image/jpeg", (595, 842), id="a camera's 72"),
        pytest.param(_bytes(PAPER, "PNG", dpi=(100, 100)), "image/png", (446, 631), id="PNG"),
        pytest.param(_bytes(PAPER, "BMP"), "image/bmp", (595, 842), id="BMP"),
        pytest.param(_bytes(PAPER, "WEBP"), "image/webp", (595, 842), id="WebP"),
        pytest.param(_bytes(PAPER.convert("RGBA"), "PNG"), "image/png", (595, 842), id="transparency"),
        pytest.param(_bytes(PAPER.convert("P"), "PNG"), "image/png", (595, 842), id="a palette"),
        pytest.param(_bytes(PAPER.convert("CMYK"), "JPEG"), "image/jpeg", (595, 842), id="CMYK JPEG"),
        pytest.param(_bytes(PAPER.convert("CMYK"), "TIFF"), "image/tiff", (595, 842), id="CMYK TIFF"),
        pytest.param(
            _bytes(Pillow.fromarray(np.full((877, 620), 61000, np.uint16)), "TIFF"),
            "image/tiff",
            (595, 842),
            id="TIFF of 16 bits",
        ),
        pytest.param(
            _bytes(Pillow.new("1", (1728, 1078), 1), "TIFF", compression="group4", dpi=(204, 98)),
            "image/tiff",
            (610, 792),
            id="fax, coarse",
        ),
        pytest.param(
            _bytes(Pillow.new("1", (4960, 7016), 1), "TIFF", compression="group4", dpi=(600, 600)),
            "image/tiff",
            (595, 842),
            id="600 dots",
        ),
    ],
)
def test_an_image_is_a_page_in_points(data: bytes, media_type: str, size: tuple[float, float]) -> None:
    document = _read(data)
    (page,) = document.pages
    assert document.media_type == media_type
    assert (page.width, page.height) == pytest.approx(size, abs=1)
    assert (page.text_origin, page.runs) == ("ocr", ())
    assert [notice.code for notice in document.notices] == ["no_text"]


def test_a_photograph_is_turned_as_its_camera_was_held() -> None:
    turned = Pillow.Exif()
    turned[0x0112] = 6
    (page,) = _read(_bytes(Pillow.new("L", (877, 620), 240), "JPEG", exif=turned)).pages
    assert (page.width, page.height) == pytest.approx((595, 842), abs=1)


def test_a_tiff_has_a_page_for_each_picture_and_other_files_one() -> None:
    tiff = _bytes(PAPER, "TIFF", save_all=True, append_images=[PAPER, PAPER])
    assert [page.number for page in _read(tiff).pages] == [1, 2, 3]
    moving = _bytes(PAPER, "PNG", save_all=True, append_images=[PAPER.point(lambda value: value // 2)])
    assert len(_read(moving).pages) == 1
    with pytest.raises(TooLarge):
        _read(tiff, Settings(ocr="never", max_pages=2))


WHOLE = _bytes(Pillow.effect_noise((620, 877), 60), "JPEG")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(WHOLE[: len(WHOLE) // 2], DamagedFile, id="cut off"),
        pytest.param(_bytes(PAPER, "PNG")[:-40], DamagedFile, id="PNG without its end"),
        pytest.param(_bytes(PAPER, "TIFF", compression="tiff_lzw")[:200], DamagedFile, id="TIFF cut off"),
        pytest.param(_bytes(Pillow.new("1", (20000, 20000)), "PNG"), TooLarge, id="20,000 by 20,000"),
        pytest.param(
            _bytes(Pillow.new("1", (20000, 20000)), "TIFF", compression="group4"), TooLarge, id="as a fax"
        ),
    ],
)
def test_what_cannot_be_decoded_has_its_error(data: bytes, error: type[UnreadableFile]) -> None:
    with pytest.raises(error, match="page"):
        _read(data)


def test_any_byte_may_be_wrong() -> None:
    rng = np.random.default_rng(4)
    for kind in ("JPEG", "PNG", "TIFF", "BMP", "WEBP"):
        whole = np.frombuffer(_bytes(Pillow.effect_noise((64, 90), 60), kind), np.uint8)
        for _ in range(60):
            broken = whole.copy()
            broken[rng.integers(0, len(broken), 4)] = rng.integers(0, 256, 4)
            try:
                assert len(_read(broken.tobytes()).pages) >= 1
            except (DamagedFile, TooLarge) as error:
                assert error.remedy


def _noise() -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (1240, 877)).astype(np.uint8)


def _scrawl() -> np.ndarray:
    """Short curved strokes in rows, as of a hand that nobody can read."""
    rng = np.random.default_rng(2)
    image = np.full((1240, 877), 250, np.uint8)
    for row in range(12):
        for x in range(80, 780, 46):
            bends = np.cumsum(rng.normal(0, 9, (7, 2)), axis=0).clip(-20, 20)
            steps = bends + np.array([x, 120 + 80 * row])
            bent = cv2.resize(steps.astype(np.float32)[None], (56, 1), interpolation=cv2.INTER_CUBIC)
            cv2.polylines(image, [bent[0].astype(np.int32)], False, 20, 2, cv2.LINE_AA)
    return image


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("draw", "code"),
    [
        pytest.param(_noise, "no_text", id="noise"),
        pytest.param(_scrawl, "unsupported_script", id="scrawl"),
        pytest.param(lambda: np.full((1, 1), 255, np.uint8), "no_text", id="one pixel"),
        pytest.param(lambda: np.full((3, 9000), 0, np.uint8), "no_text", id="three rows"),
        pytest.param(lambda: np.full((1240, 877), 0, np.uint8), "no_text", id="black"),
    ],
)
def test_nothing_is_read_where_nothing_is_written(draw: Callable[[], np.ndarray], code: str) -> None:
    document = _read(_bytes(Pillow.fromarray(draw()), "PNG"), Settings())
    assert len(_words(document)) <= 10
    assert [notice.code for notice in document.notices] == [code]


def test_a_folder_of_page_images_is_one_document(tmp_path: Path) -> None:
    for name in ("p10.png", "p2.png", "p1.png", "Thumbs.db"):
        (tmp_path / name).write_bytes(_bytes(PAPER, "PNG") if name.endswith("png") else b"x")
    assert [path.name for path in page_images(tmp_path)] == ["p1.png", "p2.png", "p10.png"]
    document = read(tmp_path, DECODED)
    assert (document.file_name, len(document.pages)) == (tmp_path.name, 3)
    with pytest.raises(TooLarge):
        read(tmp_path, Settings(ocr="never", max_bytes=len(_bytes(PAPER, "PNG")) + 9))
    (tmp_path / "notes.txt").write_text("x", "utf-8")
    with pytest.raises(UnreadableFile):
        read(tmp_path, DECODED)

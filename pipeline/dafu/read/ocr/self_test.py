"""A small page of known words, to see whether OCR works where it is installed."""

from __future__ import annotations

import io
import time
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from PIL import Image

from dafu.read.ocr.engine import engine_of
from dafu.read.ocr.page import read_page_image
from dafu.settings import Settings

LINES = ("青禾县水利局", "青水函〔2024〕15号", "关于县政协十届三次会议第086号", "提案的答复")
PIXELS_PER_POINT = 200 / 72


class SelfTest(NamedTuple):
    """What became of the page."""

    engine: str
    read: tuple[str, ...]
    right: bool
    seconds: float
    """CPU time, the loading of the networks included."""


def run_self_test(settings: Settings) -> SelfTest:
    """Reads the page; raises `MissingPart` if the engine is not there."""
    start = time.process_time()
    engine = engine_of(settings.ocr_runtime, settings.ocr_precision, settings.threads)
    with Image.open(io.BytesIO(files("dafu.read.ocr").joinpath("self_test.png").read_bytes())) as picture:
        image = np.asarray(picture.convert("RGB"), np.uint8)
    page = read_page_image(image, engine, number=1, pixels_per_point=PIXELS_PER_POINT).page
    found = tuple(run.text for run in page.runs)
    right = "".join(found) == "".join(LINES)
    return SelfTest(engine.name, found, right, time.process_time() - start)

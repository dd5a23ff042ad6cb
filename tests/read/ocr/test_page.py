"""A page put together from what an engine reads; the engine here is told what to read."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from dafu.read.ocr.model import Image, Quad, ReadChar, ReadLine
from dafu.read.ocr.page import read_page_image

SCALE = 2.0


@dataclass
class Told:
    """Reads the lines given, whatever the image: text, left, middle, size; a space is a cell left free."""

    lines: list[tuple[str, float, float, float]]
    on_its_head: float = 0.0
    name: str = "told"
    asked: list[tuple[int, int]] = field(default_factory=list)

    def quads(self, image: Image) -> list[Quad]:
        self.asked.append(image.shape[:2])
        return [self._quad(*line) for line in self.lines]

    def upside_down(self, image: Image, quads: list[Quad]) -> float:  # noqa: ARG002
        return self.on_its_head if len(self.asked) == 1 else 0.0

    def read(self, image: Image, quads: list[Quad]) -> list[ReadLine]:  # noqa: ARG002
        return [
            ReadLine(
                quad,
                tuple(
                    ReadChar(char, (at + 0.5) / len(text), 0.99)
                    for at, char in enumerate(text)
                    if char != " "
                ),
            )
            for quad, (text, *_) in zip(quads, self.lines, strict=True)
        ]

    def _quad(self, text: str, left: float, middle: float, size: float) -> Quad:
        x0, x1 = left * SCALE, (left + len(text) * size) * SCALE
        y0, y1 = (middle - 0.8 * size) * SCALE, (middle + 0.8 * size) * SCALE
        return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)


def _page(*lines: tuple[str, float, float, float], on_its_head: float = 0.0):
    blank = np.full((round(842 * SCALE), round(595 * SCALE), 3), 255, np.uint8)
    return read_page_image(blank, Told(list(lines), on_its_head), number=3, pixels_per_point=SCALE).page


def test_characters_stand_in_cells_and_the_page_says_how_sure_it_is() -> None:
    page = _page(("关于加强城市公园建设的答复", 80, 100, 16))
    (run,) = page.runs
    assert (page.number, page.text_origin, page.ocr_confidence, page.rotation) == (3, "ocr", 0.99, 0)
    assert (page.width, page.height) == (595, 842)
    assert run.text == "关于加强城市公园建设的答复"
    assert run.box == pytest.approx((80, 92, 80 + 13 * 16, 108), abs=0.1)
    assert run.left == pytest.approx([80 + 16 * at for at in range(13)], abs=0.1)


def test_fields_with_a_wide_gap_between_are_two_runs() -> None:
    page = _page(("承办人：方舟    电话：", 80, 100, 16))
    assert [run.text for run in page.runs] == ["承办人：方舟", "电话："]


def test_sizes_near_the_text_are_the_text_s_and_larger_ones_stay() -> None:
    text = [("本市共有公园若干处其中新建占一半", 80, 200 + 29 * at, 16) for at in range(6)]
    page = _page(("云陵市园林局", 150, 100, 30), ("短行", 80, 180, 16.8), *text)
    assert [run.size for run in page.runs][:2] == [pytest.approx(30, abs=2), pytest.approx(16, abs=0.1)]


def test_a_page_on_its_head_is_turned() -> None:
    page = _page(("关于加强城市公园建设的答复", 80, 100, 16), on_its_head=0.9)
    assert page.rotation == 180


def test_an_empty_page_has_no_runs_and_no_confidence() -> None:
    page = _page()
    assert (page.runs, page.ocr_confidence) == ((), None)

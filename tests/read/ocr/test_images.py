"""Seals, ruled lines and the flattening of pages, on images drawn without fonts."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from dafu.read.ocr.flatten import Stretch, flattened
from dafu.read.ocr.model import ReadChar, ReadLine
from dafu.read.ocr.ruled import find_strokes
from dafu.read.ocr.seals import find_seals, without_lettering, without_red

PER_MM = 4.0
RED = (214, 22, 32)


def _paper() -> np.ndarray:
    return np.full((1188, 840, 3), 250, np.uint8)


def _stamped(radius: int = 84) -> np.ndarray:
    image = _paper()
    cv2.putText(image, "2024", (430, 812), cv2.FONT_HERSHEY_SIMPLEX, 1.6, (20, 20, 20), 5)
    stamp = np.full_like(image, 255)
    cv2.circle(stamp, (500, 800), radius, RED, 8)
    cv2.circle(stamp, (500, 800), 24, RED, -1)
    return np.minimum(image, stamp)


def test_a_seal_is_found_and_its_ink_becomes_paper_while_type_below_stays() -> None:
    image = _stamped()
    (seal,) = find_seals(image, PER_MM)
    assert seal == pytest.approx((412, 712, 588, 888), abs=4)
    cleared = without_red(image, [seal])
    assert cleared[800 - 84, 500].min() > 200
    assert (cleared[770:815, 430:570].min(axis=2) < 80).sum() > 500
    assert np.array_equal(cleared[:700], image[:700])


@pytest.mark.parametrize(
    ("words", "middle", "kept"),
    [
        pytest.param("局", (500, 742), False, id="red, along the ring"),
        pytest.param("云陵市水利局", (500, 742), True, id="a line of the letter that the ring crosses"),
        pytest.param("5", (500, 800), True, id="below the star"),
        pytest.param("日", (560, 800), True, id="black, along the ring"),
        pytest.param("公", (200, 300), True, id="red, elsewhere"),
    ],
)
def test_the_words_of_a_seal_are_none_of_the_letter(words: str, middle: tuple[int, int], kept: bool) -> None:
    image = _stamped()
    (seal,) = find_seals(image, PER_MM)
    for x, y in ((500, 742), (200, 300)):
        cv2.putText(image, "B", (x - 10, y + 10), cv2.FONT_HERSHEY_SIMPLEX, 1.0, RED, 4)
    (x, y), chars = middle, tuple(ReadChar(char, 0.5, 0.99) for char in words)
    quad = np.array([(x - 16, y - 16), (x + 16, y - 16), (x + 16, y + 16), (x - 16, y + 16)], np.float32)
    lines, of_seals = without_lettering([ReadLine(quad, chars)], image, [seal])
    assert (len(lines), len(of_seals)) == ((1, 0) if kept else (0, 1))


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(
            lambda image: cv2.rectangle(image, (100, 60), (740, 140), RED, -1), id="a red letterhead"
        ),
        pytest.param(lambda image: cv2.circle(image, (500, 800), 84, (60, 60, 60), 8), id="a black ring"),
        pytest.param(lambda image: cv2.line(image, (60, 300), (780, 300), RED, 6), id="a red rule"),
        pytest.param(lambda image: cv2.circle(image, (500, 800), 20, RED, -1), id="a red dot"),
    ],
)
def test_other_red_and_round_things_are_no_seals(draw: object) -> None:
    image = _paper()
    draw(image)  # type: ignore[operator]
    assert find_seals(image, PER_MM) == []


def _ruled(lean: float) -> np.ndarray:
    """A sheet with a table of two rows and two columns, turned clockwise by so many degrees."""
    image = np.full((900, 1200, 3), 245, np.uint8)
    for y in (200, 300, 400):
        cv2.line(image, (100, y), (900, y), (30, 30, 30), 2)
    for x in (100, 500, 900):
        cv2.line(image, (x, 200), (x, 400), (30, 30, 30), 2)
    cv2.putText(image, "short", (150, 260), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (0, 0, 0), 2)
    turn = cv2.getRotationMatrix2D((600, 450), -lean, 1)
    return cv2.warpAffine(image, turn, (1200, 900), flags=cv2.INTER_CUBIC, borderValue=(245, 245, 245))


@pytest.mark.parametrize("lean", [0.0, 0.4, 1.0, -1.0, 2.0])
def test_ruled_lines_of_a_table_however_the_page_leans(lean: float) -> None:
    strokes = find_strokes(_ruled(lean), 2.0)
    assert sorted(stroke.level for stroke in strokes) == [False] * 3 + [True] * 3
    leaning = [Stretch(stroke.start, stroke.end, stroke.pen) for stroke in strokes if stroke.level]
    flat = flattened([], leaning, 600)
    rules = [stroke.laid_flat(flat).box for stroke in strokes]
    level = sorted(box for box in rules if box[2] - box[0] > box[3] - box[1])
    upright = sorted(box for box in rules if box[2] - box[0] < box[3] - box[1])
    assert [box[2] - box[0] for box in level] == [pytest.approx(400, abs=3)] * 3
    assert [box[3] - box[1] for box in upright] == [pytest.approx(100, abs=3)] * 3
    assert max(box[3] - box[1] for box in level) < 3
    for box in upright:
        assert (box[1], box[3]) == pytest.approx(
            (min(each[1] for each in level), max(each[3] for each in level)), abs=2.5
        )


def _type_area(*, lean: float = 0.0, taper: float = 0.0, bow: float = 0.0) -> list[Stretch]:
    """Twenty full lines, every fourth one indented, of a page that leans, tapers and curls."""
    lines = []
    for at in range(20):
        y = 100 + 29 * at
        left = 80 + (32 if at % 4 == 0 else 0) + taper * y + bow * ((y - 400) / 300) ** 2
        right = 520 - taper * y + bow * ((y - 400) / 300) ** 2
        lines.append(Stretch((left, y + lean * left), (right, y + lean * right), 16))
    return lines


@pytest.mark.parametrize(
    "shape", [{}, {"lean": 0.03}, {"taper": 0.02}, {"bow": 9.0}, {"lean": -0.02, "taper": -0.015}]
)
def test_lines_of_a_page_that_does_not_lie_flat_share_their_edges_again(shape: dict[str, float]) -> None:
    lines = _type_area(**shape)
    flat = flattened(lines, [], 595)
    heights = [flat.height(line) for line in lines]
    ends = [
        flat.across(np.array([line.start[0], line.end[0]]), y) for line, y in zip(lines, heights, strict=True)
    ]
    lefts = [end[0] for at, end in enumerate(ends) if at % 4]
    assert np.ptp(lefts) < 2.5
    assert np.ptp([end[1] for end in ends]) < 2.5
    steps = np.diff(heights)
    assert np.ptp(steps) < 3


def test_a_page_of_few_lines_is_taken_as_it_is() -> None:
    flat = flattened(_type_area()[:3], [], 595)
    assert flat.across(np.array([80.0, 520.0]), 100).tolist() == [80.0, 520.0]

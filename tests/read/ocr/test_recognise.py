from __future__ import annotations

import numpy as np
import pytest

from dafu.read.ocr.networks import alphabet
from dafu.read.ocr.recognise import HEIGHT, cut_out, decode, heightened, least_sure_digit


def _scores(*columns: tuple[str, float]) -> np.ndarray:
    """Columns of a CTC network: a character (empty: blank) and its score."""
    letters = alphabet()
    scores = np.zeros((len(columns), len(letters)), np.float32)
    for at, (char, score) in enumerate(columns):
        scores[at, letters.index(char)] = score
        scores[at, letters.index("一" if char != "一" else "二")] += 1 - score
    return scores


def test_neighbours_alike_are_one_character_unless_a_blank_parts_them() -> None:
    read = decode(_scores(("1", 0.9), ("1", 0.99), ("", 0.9), ("1", 0.97), ("8", 0.96), ("条", 0.99)), 1.0)
    assert "".join(char.char for char in read) == "118条"
    assert [char.confidence for char in read] == pytest.approx([0.99, 0.97, 0.96, 0.99])


def test_characters_stand_where_their_columns_are() -> None:
    read = decode(_scores(("", 0.9), ("云", 0.99), ("", 0.9), ("陵", 0.99)), 0.5)
    assert [char.centre for char in read] == pytest.approx([0.75, 1.0])


def test_a_doubtful_character_keeps_the_next_best_reading() -> None:
    (char,) = decode(_scores(("4", 0.6)), 1.0)
    assert (char.char, char.other, char.other_confidence) == ("4", "一", pytest.approx(0.4))


def test_scripts_that_no_letter_holds_are_never_read() -> None:
    letters = alphabet()
    scores = _scores(("A", 0.3))
    scores[0, letters.index("🛀")] = 0.9
    assert [char.char for char in decode(scores, 1.0)] == ["一"]


@pytest.mark.parametrize(("width", "height"), [(400, 40), (40, 400)])
def test_a_line_is_cut_out_level_whichever_way_it_runs(width: int, height: int) -> None:
    image = np.full((600, 600, 3), 255, np.uint8)
    quad = np.array([[50, 50], [50 + width, 50], [50 + width, 50 + height], [50, 50 + height]], np.float32)
    line = cut_out(image, quad)
    assert line is not None
    assert line.shape == (HEIGHT, round(0.9 * 400 * HEIGHT / 40), 3)


def test_nothing_is_cut_out_of_a_quad_without_area() -> None:
    assert cut_out(np.zeros((50, 50, 3), np.uint8), np.zeros((4, 2), np.float32)) is None


def test_a_second_look_reaches_farther_up_and_down() -> None:
    quad = np.array([[10, 20], [110, 20], [110, 40], [10, 40]], np.float32)
    assert heightened(quad, 0.1).tolist() == [[10, 18], [110, 18], [110, 42], [10, 42]]


def test_the_least_sure_digit() -> None:
    chars = decode(_scores(("9", 0.6), ("", 0.9), ("8", 0.97), ("年", 0.5)), 1.0)
    assert least_sure_digit(chars) == pytest.approx(0.6)
    assert least_sure_digit(decode(_scores(("年", 0.5)), 1.0)) == 1.0

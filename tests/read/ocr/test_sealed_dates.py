"""Dates below a seal, read twice: `cleared` with its ink taken off, `scanned` with it."""

from __future__ import annotations

import numpy as np
import pytest

from dafu.read.ocr.model import Quad, ReadChar, ReadLine
from dafu.read.ocr.sealed_dates import touching, with_dates


def _quad(x0: float, x1: float, y: float = 100) -> Quad:
    return np.array([[x0, y], [x1, y], [x1, y + 20], [x0, y + 20]], np.float32)


def _line(text: str, x0: float, *, sure: float = 0.999, y: float = 100) -> ReadLine:
    chars = tuple(ReadChar(char, (at + 0.5) / len(text), sure) for at, char in enumerate(text))
    return ReadLine(_quad(x0, x0 + 12 * len(text), y), chars)


def _doubtful(lines: list[ReadLine]) -> list[tuple[str, str]]:
    return [(char.char, char.other) for line in lines for char in line.chars if char.confidence < 0.95]


@pytest.mark.parametrize(
    ("cleared", "scanned", "read", "doubtful"),
    [
        pytest.param(
            [("2021年9月12日", 0.999)], ("2021年9月12日", 1.0), ["2021年9月12日"], [], id="both read the same"
        ),
        pytest.param(
            [("2021年3月12日", 0.97)],
            ("2021年9月12日", 1.0),
            ["2021年9月12日"],
            [("9", "3")],
            id="the scan is surer, and the digit in dispute is doubtful",
        ),
        pytest.param(
            [("2021年3月12日", 0.97)],
            ("2021年8月12日", 0.98),
            ["2021年3月12日"],
            [("3", "8")],
            id="the scan is not sure enough",
        ),
        pytest.param(
            [("2021年", 0.99), ("月12日", 0.99)],
            ("2021年9月12日", 0.97),
            ["2021年9月12日"],
            [],
            id="a digit is lost",
        ),
        pytest.param(
            [("2021年", 0.99), ("月12日", 0.99)],
            ("2021年9月12日", 0.9),
            ["2021年", "月12日"],
            [],
            id="a digit is lost, and the scan is doubtful",
        ),
        pytest.param(
            [("2021年1月12日", 0.97)],
            ("2021年11月12日", 1.0),
            ["2021年11月12日"],
            [(char, "") for char in "20211112"],
            id="one digit or two",
        ),
        pytest.param([("青禾县水利局", 0.99)], ("青禾县水利局", 0.99), ["青禾县水利局"], [], id="no date"),
    ],
)
def test_the_surer_look_tells_the_date(
    cleared: list[tuple[str, float]],
    scanned: tuple[str, float],
    read: list[str],
    doubtful: list[tuple[str, str]],
) -> None:
    pieces = [_line(text, 50 + 80 * at, sure=sure) for at, (text, sure) in enumerate(cleared)]
    found = with_dates(pieces, [_line(scanned[0], 50, sure=scanned[1])])
    assert [line.text for line in found] == read
    assert _doubtful([line for line in found if line.confidence > 0.5 and len(line.chars) > 6]) == doubtful


def test_lines_elsewhere_stay() -> None:
    lines = [_line("云陵市水利局", 50, y=60), _line("2021年3月12日", 50, sure=0.97)]
    found = with_dates(lines, [_line("2021年9月12日", 50, sure=1.0)])
    assert [line.text for line in found] == ["云陵市水利局", "2021年9月12日"]


def test_only_long_lines_that_a_seal_covers_are_looked_at_twice() -> None:
    quads = [_quad(50, 200), _quad(50, 90), _quad(50, 200, y=400)]
    assert touching(quads, [(100, 80, 240, 220)]) == [quads[0]]

"""Recorded answers: kept whole, given in order, and refused to whoever asks something else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.read.ocr.recorded import Recorder, Replay, load, save

from dafu.read.ocr.model import Image, Quad, ReadChar, ReadLine

PAGE = np.zeros((842, 595, 3), np.uint8)
LINE = ReadLine(
    np.array([[10.25, 20], [110, 20], [110, 40], [10.25, 40]], np.float32),
    (ReadChar("第", 0.1, 0.99), ReadChar("〔", 0.5, 0.7, "【", 0.2), ReadChar(" ", 0.9, 0.98)),
)


class _Engine:
    name = "invented"

    def quads(self, image: Image) -> list[Quad]:  # noqa: ARG002
        return [LINE.quad]

    def upside_down(self, image: Image, quads: list[Quad]) -> float:  # noqa: ARG002
        return 0.25

    def read(self, image: Image, quads: list[Quad]) -> list[ReadLine]:  # noqa: ARG002
        return [LINE]


def _recorded(path: Path) -> Replay:
    engine = Recorder(_Engine())
    quads = engine.quads(PAGE)
    assert engine.upside_down(PAGE, quads) == 0.25
    assert engine.read(PAGE, quads) == [LINE]
    save(engine.calls, path)
    return Replay(load(path))


def test_answers_come_back_as_they_were_given(tmp_path: Path) -> None:
    replay = _recorded(tmp_path / "page.gz")
    (quad,) = replay.quads(PAGE)
    assert np.array_equal(quad, LINE.quad)
    assert replay.upside_down(PAGE, [quad]) == 0.25
    (line,) = replay.read(PAGE, [quad])
    assert (line.chars, np.array_equal(line.quad, LINE.quad)) == (LINE.chars, True)


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda replay: replay.read(PAGE, []), id="another question"),
        pytest.param(lambda replay: replay.quads(PAGE[:, ::2]), id="another image"),
        pytest.param(lambda replay: [replay.quads(PAGE), replay.upside_down(PAGE, [])], id="fewer lines"),
        pytest.param(lambda replay: [replay.quads(PAGE) for _ in range(4)], id="the same again"),
    ],
)
def test_nothing_is_guessed(ask: object, tmp_path: Path) -> None:
    replay = _recorded(tmp_path / "page.gz")
    with pytest.raises(AssertionError):
        ask(replay)  # type: ignore[operator]


def test_the_same_answers_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _recorded(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()

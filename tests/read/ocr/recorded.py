"""What an OCR engine answered, kept in a file: pages are put together from it without any network."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from dafu.read.ocr import reread
from dafu.read.ocr.model import Engine, Image, Quad, ReadChar, ReadLine


@dataclass(frozen=True)
class Call:
    """One question to an engine: the height and width of the image, how many lines were asked about, the answer."""

    asked: str
    shape: tuple[int, ...]
    answer: Any
    quads: int = 0


@dataclass
class Recorder:
    """Answers as the engine behind it, and keeps every call."""

    engine: Engine
    calls: list[Call] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.engine.name

    def quads(self, image: Image) -> list[Quad]:
        return self._kept("quads", image, self.engine.quads(image))

    def upside_down(self, image: Image, quads: list[Quad]) -> float:
        return self._kept("upside_down", image, self.engine.upside_down(image, quads), len(quads))

    def read(self, image: Image, quads: list[Quad]) -> list[ReadLine]:
        return self._kept("read", image, self.engine.read(image, quads), len(quads))

    def _kept(self, asked: str, image: Image, answer: Any, quads: int = 0) -> Any:
        self.calls.append(Call(asked, image.shape[:2], answer, quads))
        return answer


@dataclass
class Replay:
    """Answers by the order of calls, and only what was asked when they were recorded."""

    calls: list[Call]
    name: str = "recorded"
    answered: int = 0

    def quads(self, image: Image) -> list[Quad]:
        return self._answer("quads", image)

    def upside_down(self, image: Image, quads: list[Quad]) -> float:
        return self._answer("upside_down", image, len(quads))

    def read(self, image: Image, quads: list[Quad]) -> list[ReadLine]:
        return self._answer("read", image, len(quads))

    def _answer(self, asked: str, image: Image, quads: int = 0) -> Any:
        assert self.answered < len(self.calls), f"{asked}: asked more often than was recorded"
        call = self.calls[self.answered]
        assert (asked, image.shape[:2], quads) == (call.asked, call.shape, call.quads)
        self.answered += 1
        return call.answer


@contextmanager
def reading_with(engine: Engine) -> Iterator[None]:
    """Within it, files are read by this engine, whatever the settings ask for."""
    with patch.object(reread, "engine_of", lambda *_: engine):
        yield


def lines_of(calls: list[Call]) -> list[ReadLine]:
    """Every line read, in order."""
    return [line for call in calls if call.asked == "read" for line in call.answer]


def save(calls: list[Call], path: Path) -> None:
    """Writes the recording: pixels to a hundredth, places along a line to a ten-thousandth."""
    written = "\n".join(
        json.dumps(
            [call.asked, call.shape, call.quads, _plain(call)], ensure_ascii=False, separators=(",", ":")
        )
        for call in calls
    )
    path.write_bytes(gzip.compress(written.encode(), mtime=0))


def load(path: Path) -> list[Call]:
    """The recording in a file."""
    found = []
    for written in gzip.decompress(path.read_bytes()).decode().splitlines():
        asked, shape, quads, answer = json.loads(written)
        found.append(Call(asked, tuple(shape), _answer_of(asked, answer), quads))
    return found


def _plain(call: Call) -> Any:
    if call.asked == "quads":
        return [_corners(quad) for quad in call.answer]
    if call.asked == "upside_down":
        return round(call.answer, 4)
    return [
        [
            _corners(line.quad),
            line.text,
            [round(char.centre, 4) for char in line.chars],
            [round(char.confidence, 4) for char in line.chars],
            {at: [char.other, char.other_confidence] for at, char in enumerate(line.chars) if char.other},
        ]
        for line in call.answer
    ]


def _answer_of(asked: str, written: Any) -> Any:
    if asked == "quads":
        return [_quad(corners) for corners in written]
    return [_line(*line) for line in written] if asked == "read" else written


def _line(
    corners: list[float],
    text: str,
    centres: list[float],
    confidences: list[float],
    others: dict[str, tuple[str, float]],
) -> ReadLine:
    chars = [
        ReadChar(char, centre, confidence, *others.get(str(at), ("", 0.0)))
        for at, (char, centre, confidence) in enumerate(zip(text, centres, confidences, strict=True))
    ]
    return ReadLine(_quad(corners), tuple(chars))


def _corners(quad: Quad) -> list[float]:
    return [round(float(side), 2) for side in quad.ravel()]


def _quad(corners: list[float]) -> Quad:
    return np.array(corners, np.float32).reshape(4, 2)

"""Figures and numbers of the real letter beside the project, by its gold."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

import dafu
from dafu.evaluate import Judged, judge_letter
from dafu.evaluate.gold import read_gold

SHARED = Path(os.environ.get("DAFU_SHARED") or Path(__file__).parents[2] / ".." / "shared")
LETTERS = SHARED / "letters"
NAME = "linfen-2023-044"

pytestmark = pytest.mark.skipif(
    not (LETTERS / f"{NAME}.gold.json").is_file(), reason="the letters beside the project are not here"
)


@cache
def _judged() -> Judged:
    record = dafu.parse(dafu.read(LETTERS / f"{NAME}.canonical.txt"))
    return judge_letter(read_gold(LETTERS / f"{NAME}.gold.json"), record, NAME)


@pytest.mark.parametrize("part", ["figures", "numbers"])
def test_every_field_is_as_annotated(part: str) -> None:
    wrong = [
        verdict
        for verdict in _judged().verdicts
        if verdict.part == part and verdict.outcome not in ("right", "empty") and ": " not in verdict.field
    ]
    assert wrong == []


def test_every_number_is_explained() -> None:
    judged = _judged()
    assert judged.numbers
    assert judged.unexplained == 0

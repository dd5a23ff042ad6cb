from __future__ import annotations

from pathlib import Path

import pytest

from dafu.errors import InvalidRecord
from dafu.sinks.run_folder import OUTCOMES_FILE, Outcome, read_outcomes, write_outcomes

_OUTCOMES = [
    Outcome(file="甲/a.pdf", kind="written", records=("甲/a.pdf.json", "甲/a.pdf#2.json"), seconds=0.5),
    Outcome(
        file="b.pdf",
        kind="failed",
        records=(),
        seconds=0.0,
        error="DamagedFile",
        exit_code=12,
        why="w",
        remedy="r",
    ),
]


def test_outcomes_come_back_as_they_were(tmp_path: Path) -> None:
    write_outcomes(_OUTCOMES, tmp_path)
    assert list(read_outcomes(tmp_path)) == _OUTCOMES


def test_a_folder_that_no_run_wrote_has_none(tmp_path: Path) -> None:
    assert list(read_outcomes(tmp_path)) == []


def test_a_line_that_is_no_outcome_is_named(tmp_path: Path) -> None:
    (tmp_path / OUTCOMES_FILE).write_text('{"file": "a.pdf"}\n', "utf-8")
    with pytest.raises(InvalidRecord, match=r"outcomes\.jsonl:1"):
        list(read_outcomes(tmp_path))

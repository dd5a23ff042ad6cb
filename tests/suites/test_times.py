"""Times of an outside suite (Recognizers-Text, duckling, JioNLP and others), where it lies beside the project."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.parse.letters import lexicon
from tests.parse.marked import marked

from dafu.parse.periods.periods import find_periods
from dafu.records import Period

_SHARED = Path(os.environ.get("DAFU_SHARED", Path(__file__).parents[2] / "../shared"))
_SUITE = _SHARED / "suites/numbers_and_times_dev.jsonl"
_TIMES = {
    "date", "daterange", "date_range", "datetime", "datetimerange", "time", "time_point", "time_span",
}  # fmt: skip
_GOAL = 0.92


class Score(NamedTuple):
    found: int
    expected: int
    missed: tuple[str, ...]


def _is_time(expected: dict[str, Any]) -> bool:
    return expected["type"].removeprefix("datetimeV2.") in _TIMES


def _periods(case: dict[str, Any]) -> tuple[Period, ...]:
    text = case["text"].strip()
    date = (case["ref_iso"] or "")[:10]
    letter = marked(f"b {text}")
    return find_periods(
        letter,
        apart=letter.text,
        sections=(),
        letter_date=date if date[:1].isdigit() else None,
        lexicon=lexicon(),
    )


def _names(period: Period, expected: dict[str, Any]) -> bool:
    """Whether a period stands where the suite expects a time."""
    start, end = expected["span"]
    return period.span[0] < end and start < period.span[1]


def score(cases: list[dict[str, Any]]) -> Score:
    """Times found where the suite expects one, of the cases that speak of dates."""
    found, expected_count = 0, 0
    missed: list[str] = []
    for case in cases:
        times = [expected for expected in case["expected"] if _is_time(expected)]
        if not times:
            continue
        periods = _periods(case)
        for expected in times:
            expected_count += 1
            if any(_names(period, expected) for period in periods):
                found += 1
            else:
                missed.append(f"{case['text']} ← {expected['raw']}")
    return Score(found, expected_count, tuple(missed))


@pytest.mark.skipif(not _SUITE.is_file(), reason=f"the outside suite is not at {_SUITE}")
def test_times_of_the_outside_suite() -> None:
    cases = [json.loads(line) for line in _SUITE.read_text("utf-8").splitlines()]
    result = score(cases)
    assert result.found >= _GOAL * result.expected, "\n".join(result.missed)

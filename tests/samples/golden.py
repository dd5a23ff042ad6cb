"""Golden records: what is made must be what was looked at and committed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.conftest import WRITE_GOLDENS


def golden(path: Path, written: str, config: pytest.Config) -> Any:
    """The golden record in a file. A missing one is written and fails; `--write-goldens` writes it anew."""
    wished, missing = config.getoption(WRITE_GOLDENS), not path.exists()
    if wished or missing:
        path.write_text(written + "\n", "utf-8", newline="\n")
    assert wished or not missing, "no golden record was there: look at what was written"
    return json.loads(path.read_text("utf-8"))


class Measure(NamedTuple):
    """A field that OCR measures: decimals worth keeping, and how far another run of it may be off."""

    decimals: int
    within: float


MEASURES = {
    "box": Measure(1, 0.6),
    "boxes": Measure(1, 0.6),
    "stops": Measure(1, 0.6),
    "confidence": Measure(3, 0.02),
    "ocr_confidence": Measure(3, 0.005),
}
"""Points, and shares. Runtimes and processors add up in other orders, so that last digits differ; nothing else may."""


def near(value: Any, measure: Measure | None = None) -> Any:
    """What equals a golden record: all of it exactly, but for what OCR measures."""
    if isinstance(value, dict):
        return {key: near(part, MEASURES.get(key)) for key, part in value.items()}
    if isinstance(value, list):
        return [near(part, measure) for part in value]
    return pytest.approx(value, abs=measure.within) if measure and value is not None else value


def brief(record: dict[str, Any]) -> str:
    """The record as JSON, a line for each field and each object of a list, measures cut short."""
    fields = []
    for key, value in _rounded(record).items():
        members = value if isinstance(value, list) else []
        lines = ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in members)
        fields.append(
            f'"{key}": ' + (f"[\n  {lines}\n ]" if lines else json.dumps(value, ensure_ascii=False))
        )
    return "{\n " + ",\n ".join(fields) + "\n}"


def _rounded(value: Any, measure: Measure | None = None) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(part, MEASURES.get(key)) for key, part in value.items()}
    if isinstance(value, list):
        return [_rounded(part, measure) for part in value]
    return round(value, measure.decimals) if measure and isinstance(value, float) else value

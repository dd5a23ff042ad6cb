"""Cases of other projects' test suites, judged by the letters' contract.

The cases stand outside the project (`../shared/suites`); a case counts when a quantity with the expected span
has the expected value. Theirs and ours differ in form, not in what a number means: they write 30% as `30%`
or `0.3`, 九折 as `90%`, a range as `[3,5)`, and count bound words in or out of the span.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from tests.parse.letters import lexicon
from tests.parse.marked import marked

from dafu.forms.number_values import narrowed
from dafu.forms.quantities import Quantity, find_quantities
from dafu.parse.figures.figures import find_figures
from dafu.parse.numbers.numbers import read_numbers
from dafu.parse.periods.periods import find_periods
from dafu.records import Closing, Figure, Letterhead

SUITE = (
    Path(os.environ.get("DAFU_SHARED", Path(__file__).parents[2] / "../shared"))
    / "suites/numbers_and_times_dev.jsonl"
)
FIGURE_TYPES = {
    "number", "numberrange", "percentage", "money", "currency", "fraction", "dimension", "distance", "volume",
    "area", "multiple", "quantity", "percentage_point", "range",
}  # fmt: skip
_FORMULA = re.compile(r"\^|\d+e-?\d")
_CLOSE = Decimal("0.0002")
_PERCENT = {"%": Decimal(1), "‰": Decimal("0.1"), "成": Decimal(10), "折": Decimal(10)}


@dataclass(frozen=True)
class Case:
    """A sentence and the quantities that another suite expects in it."""

    id: str
    text: str
    expected: tuple[dict[str, Any], ...]


def figure_cases() -> Iterator[Case]:
    """The cases about quantities, and the negative ones that hold none.

    Left out: formulas (2^-1), and where the suites contradict each other the case that expects less of a text.
    """
    rows = [json.loads(line) for line in SUITE.read_text("utf-8").splitlines()]
    fullest: dict[str, int] = {}
    for row in rows:
        fullest[row["text"]] = max(fullest.get(row["text"], 0), _extent(row))
    for row in rows:
        if (
            row["id"].startswith("jio-time")
            or _FORMULA.search(row["text"])
            or _extent(row) < fullest[row["text"]]
        ):
            continue
        kinds = {item["type"] for item in row["expected"]}
        numeric = {"magnitude", "percent", "fraction", "range", "classifier_count", "times_cheng", "currency"}
        if (kinds and kinds <= FIGURE_TYPES) or (not kinds and set(row["tags"]) & (numeric | {"negative"})):
            if any("schema" in str(item.get("value")) for item in row["expected"]):
                continue
            yield Case(row["id"], row["text"], tuple(row["expected"]))


def _extent(row: dict[str, Any]) -> int:
    return sum(len(item["raw"]) for item in row["expected"] if item["type"] in FIGURE_TYPES)


def passes(case: Case) -> bool:
    """Whether each expected quantity is found; in a negative case, whether nothing with a unit is."""
    text = _as_in_letters(case.text)
    found = _found(text)
    if not case.expected:
        return not any(_of_kind(case, figure) for figure in _figures(text))
    return all(
        any(_overlap(item, text, quantity) and _agrees(item, quantity) for quantity in found)
        for item in case.expected
    )


def _as_in_letters(text: str) -> str:
    """The blanks that layout drops between two CJK characters, or beside one, are dropped here too."""
    return re.sub(r"(?<=[一-龥〇○％])\s+|\s+(?=[一-龥〇○])", "", text)


def _found(text: str) -> tuple[Quantity, ...]:
    words = lexicon()
    return find_quantities(narrowed(text), words.units, words.numbers)


def _figures(text: str) -> tuple[Figure, ...]:
    """The figures of a letter of this one paragraph."""
    letter, words, nothing = marked(f"b {text}"), lexicon(), Letterhead()
    periods = find_periods(letter, apart=letter.text, sections=(), letter_date="2023-10-16", lexicon=words)
    numbers = read_numbers(
        letter,
        apart=letter.text,
        title=None,
        letterhead=nothing,
        submission=None,
        sections=(),
        periods=periods,
        documents=(),
        closing=Closing(),
        lexicon=words,
    )
    return find_figures(
        letter, numbers, sections=(), periods=periods, letterhead=nothing, letter_date=None, lexicon=words
    ).figures


def _of_kind(case: Case, figure: Figure) -> bool:
    """Whether a figure is what the case's own suite looks for: money in a suite about money."""
    return figure.dimension == "money" if "money" in case.id else True


def _overlap(item: dict[str, Any], text: str, quantity: Quantity) -> bool:
    raw = _as_in_letters(item["raw"])
    at = text.find(raw)
    while at >= 0:
        if quantity.start < at + len(raw) and at < quantity.end:
            return True
        at = text.find(raw, at + 1)
    return False


def _agrees(item: dict[str, Any], quantity: Quantity) -> bool:
    expected = item.get("value")
    if expected is None:
        return True
    if item.get("unit") == "Gram" and quantity.unit is not None and quantity.unit.name in ("公斤", "千克"):
        expected = str(Decimal(expected) / 1000)
    if isinstance(expected, dict):
        expected = expected.get("value") or [expected.get("min"), expected.get("max")]
    if isinstance(expected, list):
        low, high = (None if end is None else Decimal(str(end)) for end in (*expected, None)[:2])
        return _near(low if low is not None else high, quantity.value, quantity) and (
            high is None or low is None or _near(high, quantity.upper, quantity)
        )
    ends = re.findall(r"-?\d+(?:\.\d+)?(?:E-?\d+)?", str(expected))
    if re.match(r"[\[(]", str(expected)):
        return any(_near(Decimal(end), quantity.value, quantity) for end in ends)
    try:
        return _near(Decimal(str(expected).rstrip("%")), quantity.value, quantity)
    except InvalidOperation:
        return False


def _near(expected: Decimal | None, value: Decimal | None, quantity: Quantity) -> bool:
    if expected is None or value is None:
        return expected is value
    name = (quantity.unit.name if quantity.unit else None) or ""
    factor = _PERCENT.get(name)
    forms = [value, value * 100, value / 100] if factor is None else [value * factor, value * factor / 100]
    return any(abs(expected - form) <= max(_CLOSE, abs(expected) * Decimal("0.0001")) for form in forms)

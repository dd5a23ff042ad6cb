"""Numbers with their units and bounds, annotated."""

from __future__ import annotations

import re
from typing import NamedTuple

from samples.simulated.pen import Pen
from samples.simulated.words import Fact

_MULTIPLIED = re.compile(r"(万|亿)?(.+)")
_FEWEST = 10
"""Nobody says nearly 3."""
_FACTORS = {"万": 10_000, "亿": 100_000_000}


class Written(NamedTuple):
    """A figure in the notation, and its raw."""

    marked: str
    raw: str


def quantity(
    pen: Pen, fact: Fact, indicator: str, *, cover: str = "", period: str | None = None, target: bool = False,
    whole: Written | None = None, change: str = "", exact: bool = False, most: float | None = None,
) -> Written:  # fmt: skip
    """A number that fits the fact, with or without a bound word; `most` is what it may not exceed."""
    high = fact.high if most is None else min(fact.high, most)
    number = _number(pen, min(fact.low, high), high, fact.decimals)
    return figure(
        pen, number, fact.unit, indicator, cover=cover, period=period, target=target, whole=whole, change=change,
        exact=exact,
    )  # fmt: skip


def figure(
    pen: Pen, number: str, unit: str, indicator: str, *, cover: str = "", period: str | None = None,
    target: bool = False, whole: Written | None = None, change: str = "", exact: bool = False,
) -> Written:  # fmt: skip
    """The number as a figure: `约12.5公里`, `460余家`, `90%以上`."""
    raw, fields = f"{number}{unit}", []
    bound = None if exact else _bound(pen, number, unit, target=target)
    if bound in ("余", "以上"):
        raw = f"{number}{bound}{unit}" if bound == "余" else f"{number}{unit}{bound}"
        fields += [f"v={_value(number, unit)}", f"u={_plain_unit(unit)}"]
        fields.append("b=over" if bound == "余" else "b=at_least")
    elif bound:
        raw = bound + raw
    fields.append(f"i={indicator}")
    fields += [f"c={cover}"] if cover else []
    fields += [f"p={period}"] if period else []
    fields += ["st=t"] if target else []
    fields += [f"of={whole.raw}"] if whole else []
    fields += [f"ch={change}"] if change else []
    return Written(f"{{f:{raw}|{'|'.join(fields)}}}", raw)


def _bound(pen: Pen, number: str, unit: str, *, target: bool) -> str | None:
    if not pen.chance(0.25) or float(number) < _FEWEST:
        return None
    if target:
        return pen.random.choice(["以上", "不少于", "超过"])
    infix = (
        ["余"]
        if number.isdigit() and int(number) >= 20 and number.endswith("0") and unit[0] not in "万亿%"
        else []
    )
    return pen.random.choice(["约", "近", "超过", *infix])


def _number(pen: Pen, low: float, high: float, decimals: int) -> str:
    drawn = low + (high - low) * pen.random.random() ** 2
    if decimals:
        return f"{drawn:.{decimals}f}"
    whole = max(1, round(drawn))
    if whole >= 100 and pen.chance(0.4):
        whole = round(whole, -1)
    return str(whole)


def _value(number: str, unit: str) -> str:
    multiplier = _multiplier(unit)
    if not multiplier:
        return number
    return f"{float(number) * _FACTORS[multiplier]:.4f}".rstrip("0").rstrip(".")


def _multiplier(unit: str) -> str:
    match = _MULTIPLIED.fullmatch(unit)
    return (match[1] or "") if match else ""


def _plain_unit(unit: str) -> str:
    return unit[len(_multiplier(unit)) :]


def share(pen: Pen, *, low: float = 40, high: float = 99) -> float:
    """A percentage with one decimal or none."""
    drawn = low + (high - low) * pen.random.random()
    return round(drawn, 1) if pen.chance(0.6) else float(round(drawn))


def written_share(value: float) -> str:
    """92.5, 92."""
    return f"{value:.1f}".removesuffix(".0")

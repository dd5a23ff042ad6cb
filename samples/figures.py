"""Gold of figures and periods from their tags; what the raw says plainly need not be written twice."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from samples.notation import Letter, Tag

_PLAIN = re.compile(r"(?P<number>-?[\d.,]+)(?P<multiplier>万亿|亿|万|千|百)?(?P<unit>[^\d]*)$")
_RANGE = re.compile(
    r"(?P<low>[\d.]+)(?:[—–\-~～至到]+)(?P<number>[\d.]+)(?P<multiplier>亿|万)?(?P<unit>\D*)$"
)
_MULTIPLIERS = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "万亿": 1_000_000_000_000}
_DIMENSIONS = {
    "money": "元 美元",
    "area": "平方米 平方公里 亩 公顷",
    "length": "公里 米 毫米",
    "volume": "立方米 升",
    "mass": "吨 公斤 毫克",
    "energy": "千瓦时 度",
    "power": "千瓦 兆瓦 千伏安",
    "duration": "年 个月 天 小时 分钟 日 个工作日 工作日",
    "share": "% ‰ 成",
    "percentage_point": "个百分点",
    "multiple": "倍",
}
_DIMENSION_OF = {unit: name for name, units in _DIMENSIONS.items() for unit in units.split()}
_STATUS = {"t": "target", "f": "forecast", "c": "claimed"}
_BOUNDS = {
    "约": "about", "超": "over", "超过": "over", "逾": "over", "近": "under", "不足": "under",
    "不少于": "at_least", "不低于": "at_least", "不超过": "at_most", "至少": "at_least",
}  # fmt: skip


def gold_figures(letter: Letter) -> list[dict[str, Any]]:
    """The figures of a letter in reading order, all fields of the contract."""
    periods = {tag.fields["id"]: tag for tag in letter.tagged("p") if "id" in tag.fields}
    return [_figure(letter, tag, periods) for tag in letter.tagged("f")]


def gold_periods(letter: Letter) -> list[dict[str, Any]]:
    """The periods of a letter in reading order."""
    found = []
    for tag in letter.tagged("p"):
        period = period_of(letter, tag)
        entry = {
            "raw": period["raw"],
            "before": before(letter, tag.span),
            "kind": period["kind"],
            "start": period["start"],
            "end": period["end"],
            "anchor": period["anchor"],
        }
        found.append(entry | _loose(tag))
    return found


def period_of(letter: Letter, tag: Tag) -> dict[str, Any]:
    """Raw, kind, bounds and anchor of a period tag; a plain year or month is `during` itself."""
    raw = letter.raw(tag.span)
    spelled = next((key[1:] for key in tag.fields if key.startswith("_") and key != "_opt"), None)
    if spelled is None:
        point = _plain_point(raw)
        return {"raw": raw, "kind": "during", "start": point, "end": point, "anchor": "explicit"}
    kind, bounds, *anchor = spelled.split()
    start, _, end = bounds.partition("/")
    return {
        "raw": raw,
        "kind": kind,
        "start": start or None,
        "end": end or None,
        "anchor": anchor[0] if anchor else "explicit",
    }


def before(letter: Letter, span: tuple[int, int]) -> str:
    """The characters before a span: six, or as many as tell it from every other place."""
    start, end = span
    for length in range(6, 40):
        context = letter.text[max(0, start - length) : end]
        if letter.text.count(context) == 1 or length >= start:
            return letter.text[max(0, start - length) : start]
    return letter.text[max(0, start - 40) : start]


def _plain_point(raw: str) -> str:
    match = re.fullmatch(r"(\d{4})年度?(?:(\d{1,2})月(?:(\d{1,2})日)?)?", raw)
    if match is None:
        raise ValueError(f"period needs kind and bounds: {raw}")
    return "-".join([match[1], *(part.zfill(2) for part in match.groups()[1:] if part)])


def _figure(letter: Letter, tag: Tag, periods: dict[str, Tag]) -> dict[str, Any]:
    fields, raw = tag.fields, letter.raw(tag.span)
    value, upper, unit, bound = _quantity(raw, fields)
    period = period_of(letter, periods[fields["p"]]) if "p" in fields else None
    return {
        "raw": raw,
        "before": before(letter, tag.span),
        "value": value,
        "upper": upper,
        "unit": unit,
        "dimension": fields.get("d") or _dimension(unit),
        "bound": bound,
        "change": _change(fields.get("ch")),
        "indicator": fields.get("i"),
        "coverage": fields.get("c"),
        "period": {key: period[key] for key in ("raw", "kind", "start", "end")} if period else None,
        "status": _STATUS.get(fields.get("st", ""), "actual"),
        "part_of_raw": fields.get("of"),
    } | _loose(tag, [] if "c" in fields or not _of_the_writer(letter, tag) else ["coverage"])


def _of_the_writer(letter: Letter, tag: Tag) -> bool:
    """Whether the writer is the sentence's subject: readers differ on whether a figure then covers 我局."""
    sentence = re.split(r"[。；\n]", letter.text[: tag.span[0]])[-1]
    return re.search(r"我[局委部厅省市县区]|我们", sentence) is not None


def _loose(tag: Tag, also: list[str] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {"optional": True} if "_opt" in tag.fields else {}
    lenient = [field for field in tag.fields.get("len", "").split(",") if field] + (also or [])
    if lenient:
        found["lenient"] = sorted(set(lenient))
    return found


def _quantity(raw: str, fields: dict[str, str]) -> tuple[str | None, str | None, str | None, str]:
    word = next((word for word in sorted(_BOUNDS, key=len, reverse=True) if raw.startswith(word)), "")
    bare = raw.removeprefix(word)
    match = _RANGE.match(bare) or _PLAIN.match(bare)
    if match is None and "v" not in fields:
        raise ValueError(f"figure needs v= and u=: {raw}")
    parts = match.groupdict() if match else {}
    factor = _MULTIPLIERS.get(parts.get("multiplier") or "", 1) * int(fields.get("x", "1"))
    value = fields.get("v") or _scaled(parts["number"] if "low" not in parts else parts["low"], factor)
    upper = fields.get("up") or (_scaled(parts["number"], factor) if "low" in parts else None)
    if value == "null":
        return None, None, fields.get("u"), fields.get("b", "exact")
    unit = fields["u"] if "u" in fields else parts.get("unit", "")
    default = "range" if upper else _BOUNDS.get(word, "exact")
    return value, upper, unit or None, fields.get("b", default)


def _scaled(number: str, factor: int) -> str:
    return f"{(Decimal(number.replace(',', '')) * factor).normalize():f}"


def _dimension(unit: str | None) -> str:
    return "other" if unit is None else _DIMENSION_OF.get(unit.split("/")[0], "count")


def _change(spelled: str | None) -> dict[str, Any] | None:
    if not spelled:
        return None
    direction, mode, *basis = spelled.split(".")
    names = {"yoy": "year_on_year", "pop": "period_on_period", "avg": "annual_average"}
    return {
        "direction": {"inc": "increase", "dec": "decrease"}[direction],
        "mode": mode,
        "basis": names[basis[0]] if basis else None,
    }

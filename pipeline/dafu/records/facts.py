"""Figures, periods, entities, cited documents and the account of numbers."""

from __future__ import annotations

from typing import Literal

from dafu.records.base import DecimalString, Evidence, Model, PartialDate

Dimension = Literal[
    "count", "money", "area", "length", "volume", "mass", "energy", "power", "duration", "share",
    "percentage_point", "multiple", "ratio", "other",
]  # fmt: skip
Bound = Literal["exact", "about", "over", "under", "at_least", "at_most", "range"]
FigureStatus = Literal["actual", "target", "forecast", "claimed"]
PeriodKind = Literal["during", "as_of", "since", "by"]
PeriodAnchor = Literal["explicit", "letter", "plan"]
EntityKind = Literal["organ", "organisation", "person", "place", "programme", "meeting"]
DocumentUsage = Literal[
    "basis", "issued", "in_preparation", "included_in", "forwarded", "repealed", "mentioned"
]
NumberType = Literal[
    "quantity", "approximate", "date", "ordinal", "identifier", "outline", "announcement", "name",
    "contact", "word", "unexplained",
]  # fmt: skip


class Change(Model):
    """变动: how a figure differs from its base."""

    direction: Literal["increase", "decrease"]
    """方向."""
    mode: Literal["by", "to"]
    """方式: by 增长了, to 增长到."""
    basis: Literal["year_on_year", "period_on_period", "annual_average"] | None
    """基准: 同比, 环比, 年均."""


class Coverage(Evidence):
    """统计口径: place or subject that a figure covers."""

    resolved: str | None
    """解析名称: full name where it can be told."""


class Figure(Evidence):
    """数据: a measured or counted quantity."""

    id: str
    """编号: f1 …."""
    value: DecimalString | None
    """数值: multiplier applied."""
    upper: DecimalString | None
    """上限: of a range only."""
    unit: str | None
    """单位: standard written name, multiplier removed."""
    dimension: Dimension
    """量纲."""
    bound: Bound
    """概数: exact, about 约, over 超, under 近, at_least 以上, at_most 以内, range."""
    change: Change | None
    """变动: null for a level."""
    indicator: str | None
    """指标: what is counted, in the letter's words."""
    coverage: Coverage | None
    """统计口径."""
    period_id: str | None
    """统计时间: id of a period."""
    status: FigureStatus
    """性质: actual, target, forecast, claimed."""
    part_of: str | None
    """其中: id of the whole."""
    section_id: str
    """所属段落."""


class Period(Evidence):
    """时间: a period or point that facts hold for."""

    id: str
    """编号: p1 …."""
    kind: PeriodKind
    """类型: during, as_of 截至, since 以来, by 前."""
    start: PartialDate | None
    """起."""
    end: PartialDate | None
    """止."""
    anchor: PeriodAnchor
    """依据: explicit, letter 今年, plan “十四五”."""


class Entity(Evidence):
    """实体: one mention of a named thing."""

    id: str
    """编号: e1 …."""
    kind: EntityKind
    """类型."""
    name: str
    """名称: the same for all mentions of one thing."""
    refers_to: str | None
    """指代: what 我局/我市 stands for."""


class CitedDocument(Evidence):
    """引用文件: a document named in the letter."""

    id: str
    """编号: d1 …."""
    title: str | None
    """题名: without 《》."""
    document_number: str | None
    """文号."""
    usage: DocumentUsage
    """用途: basis 根据, issued 印发 …."""
    kind: str | None
    """文种: 规划, 办法, 意见 …."""


class NumberMention(Evidence):
    """数字: one run of digits or numerals and what it is."""

    type: NumberType
    """类型."""
    ref: str | None
    """所指: id of the object that explains it."""

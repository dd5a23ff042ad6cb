"""Sections, measures and next steps."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dafu.records.base import Evidence, Model, PartialDate, Span

SectionStyle = Literal["heading", "run_in", "plain"]
SectionRole = Literal[
    "opening", "basic", "consultation", "done", "effect", "problem", "response", "plan",
    "explanation", "request", "closing", "attachment", "unknown",
]  # fmt: skip
ItemStatus = Literal["done", "ongoing", "planned", "refused", "unknown"]
ItemFlag = Literal["conditional", "transferred", "upward", "refusal", "deferred"]


class Section(Model):
    """段落层次: one node of the outline."""

    id: str
    """编号: s1, s2 … in reading order."""
    parent: str | None
    """上级: id of the enclosing section."""
    level: Annotated[int, Field(ge=0)]
    """层次: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①; 0 for chapters and unmarked parts."""
    style: SectionStyle
    """形式: heading, run_in (一是…) or plain."""
    marker: str | None
    """序号文字: as printed: 一、, （一）, 一是, 发展规划方面，."""
    ordinal: int | None
    """序数: value of the counter in the marker."""
    heading: str | None
    """标题: without marker and final stop."""
    role: SectionRole
    """作用: what the section does in the letter."""
    span: Span
    """位置: the section with all that is under it."""
    own_span: Span
    """本级文字: its own text; the own spans of all sections tile `text`."""
    rule: str
    """规则: name of the rule that found it."""


class Deadline(Evidence):
    """办理时限: the latest in time that the writer commits to."""

    start: PartialDate | None
    """起."""
    end: PartialDate | None
    """止."""


class Measure(Evidence):
    """举措: a work item of what was done."""

    id: str
    """编号: m1 … or n1 …."""
    section_id: str
    """所属段落."""
    marker: str | None
    """序号文字."""
    heading: str | None
    """标题."""
    status: ItemStatus
    """状态: done, ongoing, planned, refused, unknown."""
    actors: tuple[str, ...] = ()
    """责任主体: organs that act."""
    deadline: Deadline | None = None
    """时限."""
    figure_ids: tuple[str, ...] = ()
    """数据: ids of figures inside."""
    document_ids: tuple[str, ...] = ()
    """文件: ids of cited documents inside."""


class NextStep(Measure):
    """下一步: a work item of what is planned, refused or handed over."""

    strength: Annotated[int, Field(ge=0, le=5)] | None = None
    """承诺强度: 0 slogan to 5 own action with quantity and deadline; null where not judged."""
    flags: tuple[ItemFlag, ...] = ()
    """标志: conditional, transferred, upward, refusal, deferred."""

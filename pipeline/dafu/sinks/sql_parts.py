"""The tables below `letters`: what each holds and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dafu.records import (
    CitedDocument,
    Entity,
    Figure,
    Finding,
    Measure,
    NextStep,
    Period,
    ReplyRecord,
    Section,
)
from dafu.sinks.sql_fields import (
    DATE,
    EXACT_JSON,
    INTEGER,
    NUMBER,
    TEXT,
    Field,
    Part,
    as_json,
    first_day,
    last_day,
)


class OwnSection(NamedTuple):
    """A section with its place in the reading order and its own text."""

    order: int
    section: Section
    text: str


class Told(NamedTuple):
    """A finding with the id that it has in the database, and what it is about."""

    id: str
    about: str
    finding: Finding


def _own_sections(record: ReplyRecord) -> Iterator[OwnSection]:
    for order, section in enumerate(record.sections, start=1):
        yield OwnSection(order, section, record.text[slice(*section.own_span)])


def _items(record: ReplyRecord) -> Iterator[Measure]:
    yield from record.measures
    yield from record.next_steps


def _findings(record: ReplyRecord) -> Iterator[Told]:
    for about, findings in (("letter", record.findings), ("source", record.source.findings)):
        for number, finding in enumerate(findings, start=1):
            yield Told(f"{about}-{number}", about, finding)


SECTIONS = Part[OwnSection](
    "sections",
    "段落层次: the outline, flat; own texts in order give back the letter",
    _own_sections,
    (
        Field("id", TEXT, "编号: s1, s2 … in reading order", lambda s: s.section.id),
        Field("reading_order", INTEGER, "次序: from 1", lambda s: s.order, True),
        Field("parent", TEXT, "上级", lambda s: s.section.parent),
        Field("level", INTEGER, "层次: 1 for 一、 … 5 for ①; 0 for parts without marker", lambda s: s.section.level, True),
        Field("style", TEXT, "形式: heading, run_in, plain", lambda s: s.section.style, True),
        Field("marker", TEXT, "序号文字", lambda s: s.section.marker),
        Field("ordinal", INTEGER, "序数", lambda s: s.section.ordinal),
        Field("heading", TEXT, "标题: without marker and final stop", lambda s: s.section.heading),
        Field("role", TEXT, "作用: done, plan, response …", lambda s: s.section.role, True),
        Field("text", TEXT, "本级文字", lambda s: s.text, True),
        Field("span_start", INTEGER, "起: of the own text, in code points of the letter's", lambda s: s.section.own_span[0], True),
        Field("span_end", INTEGER, "止: of the own text", lambda s: s.section.own_span[1], True),
        Field("rule", TEXT, "规则", lambda s: s.section.rule, True),
    ),
    ("role",),
)  # fmt: skip


def _span(noun: str) -> tuple[Field[Any], ...]:
    return (
        Field("raw", TEXT, f"原文: {noun}", lambda found: found.raw, True),
        Field("span_start", INTEGER, "起: in code points of the letter's text", lambda found: found.span[0], True),
        Field("span_end", INTEGER, "止", lambda found: found.span[1], True),
        Field("rule", TEXT, "规则: that found it", lambda found: found.rule, True),
    )  # fmt: skip


ITEMS = Part[Measure](
    "items",
    "举措与下一步: what was done, and what is planned, refused or handed over",
    _items,
    (
        Field("id", TEXT, "编号: m1 … measures, n1 … next steps", lambda i: i.id),
        Field("kind", TEXT, "类型: measure, next_step", lambda i: "next_step" if isinstance(i, NextStep) else "measure", True),
        Field("section_id", TEXT, "所属段落", lambda i: i.section_id, True),
        Field("marker", TEXT, "序号文字", lambda i: i.marker),
        Field("heading", TEXT, "标题", lambda i: i.heading),
        Field("status", TEXT, "状态: done, ongoing, planned, refused, unknown", lambda i: i.status, True),
        Field("actors", EXACT_JSON, "责任主体: JSON list", lambda i: as_json(i.actors)),
        Field("deadline_raw", TEXT, "时限: as printed", lambda i: i.deadline.raw if i.deadline else None),
        Field("deadline_start", TEXT, "时限起: ISO, at the precision known", lambda i: i.deadline.start if i.deadline else None),
        Field("deadline_end", TEXT, "时限止", lambda i: i.deadline.end if i.deadline else None),
        Field("deadline_from", DATE, "时限起: its first day", lambda i: first_day(i.deadline.start if i.deadline else None)),
        Field("deadline_to", DATE, "时限止: its last day", lambda i: last_day(i.deadline.end if i.deadline else None)),
        Field("strength", INTEGER, "承诺强度: 0 slogan to 5 own action with quantity and deadline", lambda i: i.strength if isinstance(i, NextStep) else None),
        Field("flags", EXACT_JSON, "标志: conditional, transferred, upward, refusal, deferred; JSON list", lambda i: as_json(i.flags if isinstance(i, NextStep) else ())),
        Field("figure_ids", EXACT_JSON, "数据: JSON list", lambda i: as_json(i.figure_ids)),
        Field("document_ids", EXACT_JSON, "文件: JSON list", lambda i: as_json(i.document_ids)),
        *_span("the item"),
    ),
    ("kind", "deadline_to"),
)  # fmt: skip

FIGURES = Part[Figure](
    "figures",
    "数据: measured or counted quantities",
    lambda record: record.figures,
    (
        Field("id", TEXT, "编号", lambda f: f.id),
        Field("value", TEXT, "数值: exact, multiplier applied", lambda f: f.value),
        Field("value_number", NUMBER, "数值: to compute with", lambda f: f.value),
        Field("upper", TEXT, "上限: of a range, exact", lambda f: f.upper),
        Field("upper_number", NUMBER, "上限: to compute with", lambda f: f.upper),
        Field("unit", TEXT, "单位", lambda f: f.unit),
        Field("dimension", TEXT, "量纲: count, money, area …", lambda f: f.dimension, True),
        Field("bound", TEXT, "概数: exact, about, over, under, at_least, at_most, range", lambda f: f.bound, True),
        Field("change_direction", TEXT, "变动方向: increase, decrease; null for a level", lambda f: f.change.direction if f.change else None),
        Field("change_mode", TEXT, "变动方式: by, to", lambda f: f.change.mode if f.change else None),
        Field("change_basis", TEXT, "变动基准: year_on_year, period_on_period, annual_average", lambda f: f.change.basis if f.change else None),
        Field("indicator", TEXT, "指标: in the letter's words", lambda f: f.indicator),
        Field("coverage", TEXT, "统计口径: as printed", lambda f: f.coverage.raw if f.coverage else None),
        Field("coverage_resolved", TEXT, "统计口径: full name", lambda f: f.coverage.resolved if f.coverage else None),
        Field("period_id", TEXT, "统计时间", lambda f: f.period_id),
        Field("status", TEXT, "性质: actual, target, forecast, claimed", lambda f: f.status, True),
        Field("part_of", TEXT, "其中: id of the whole", lambda f: f.part_of),
        Field("section_id", TEXT, "所属段落", lambda f: f.section_id, True),
        *_span("number with multiplier and unit"),
    ),
    ("indicator",),
)  # fmt: skip

PERIODS = Part[Period](
    "periods",
    "时间: what facts and deadlines hold for",
    lambda record: record.periods,
    (
        Field("id", TEXT, "编号", lambda p: p.id),
        Field("kind", TEXT, "类型: during, as_of 截至, since 以来, by 前", lambda p: p.kind, True),
        Field("start_text", TEXT, "起: ISO, at the precision known", lambda p: p.start),
        Field("end_text", TEXT, "止: ISO, at the precision known", lambda p: p.end),
        Field("start_date", DATE, "起: its first day", lambda p: first_day(p.start)),
        Field("end_date", DATE, "止: its last day", lambda p: last_day(p.end)),
        Field("anchor", TEXT, "依据: explicit, letter 今年, plan “十四五”", lambda p: p.anchor, True),
        *_span("the words"),
    ),
    ("end_date",),
)

ENTITIES = Part[Entity](
    "entities",
    "实体: every mention of a named thing",
    lambda record: record.entities,
    (
        Field("id", TEXT, "编号", lambda e: e.id),
        Field("kind", TEXT, "类型: organ, organisation, person, place, programme, meeting", lambda e: e.kind, True),
        Field("name", TEXT, "名称: the same for all mentions of one thing", lambda e: e.name, True),
        Field("refers_to", TEXT, "指代: what 我局 stands for", lambda e: e.refers_to),
        *_span("the mention"),
    ),
    ("name",),
)  # fmt: skip

DOCUMENTS = Part[CitedDocument](
    "documents",
    "引用文件: documents named in the letter",
    lambda record: record.cited_documents,
    (
        Field("id", TEXT, "编号", lambda d: d.id),
        Field("title", TEXT, "题名: without 《》", lambda d: d.title),
        Field("document_number", TEXT, "文号", lambda d: d.document_number),
        Field("usage", TEXT, "用途: basis, issued, in_preparation, included_in, forwarded, repealed, mentioned", lambda d: d.usage, True),
        Field("kind", TEXT, "文种: 规划, 办法, 意见 …", lambda d: d.kind),
        *_span("the mention"),
    ),
    ("title",),
)  # fmt: skip

FINDINGS = Part[Told](
    "findings",
    "问题: what the letter or the extraction says against itself",
    _findings,
    (
        Field("id", TEXT, "编号: letter-1 …, source-1 …", lambda t: t.id),
        Field("about", TEXT, "对象: letter, or source for the carrier", lambda t: t.about, True),
        Field("code", TEXT, "代码", lambda t: t.finding.code, True),
        Field("severity", TEXT, "级别: info, warning, error", lambda t: t.finding.severity, True),
        Field("message", TEXT, "说明", lambda t: t.finding.message, True),
        Field("span_start", INTEGER, "起: null if it concerns the whole letter", lambda t: t.finding.span[0] if t.finding.span else None),
        Field("span_end", INTEGER, "止", lambda t: t.finding.span[1] if t.finding.span else None),
        Field("related", EXACT_JSON, "相关: ids, JSON list", lambda t: as_json(t.finding.related)),
    ),
    ("code",),
)  # fmt: skip

PARTS: tuple[Part[Any], ...] = (SECTIONS, ITEMS, FIGURES, PERIODS, ENTITIES, DOCUMENTS, FINDINGS)

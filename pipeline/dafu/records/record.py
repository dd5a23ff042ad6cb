"""The reply record: one letter."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dafu.records.base import Box, Model, Span
from dafu.records.facts import CitedDocument, Entity, Figure, NumberMention, Period
from dafu.records.finding import Finding
from dafu.records.letter import (
    Addressee,
    Closing,
    Genre,
    HandlingUnit,
    Letterhead,
    Submission,
    Title,
)
from dafu.records.outline import Measure, NextStep, Section
from dafu.records.source import Producer, Source


class Line(Model):
    """行: one printed line, and where each of its code points stands."""

    page: int | None
    """页: null without pages."""
    box: Box | None
    """外框: null without pages."""
    span: Span
    """位置: the part of `text` on this line."""
    stops: tuple[float, ...]
    """右边界: right edge of each code point, points from x0; empty without pages."""
    confidence: float | None
    """置信度: of OCR; null otherwise."""
    at: str | None
    """出处: source line or paragraph, in carriers without pages."""


class TableCell(Model):
    """单元格."""

    row: int
    """行: from 0."""
    column: int
    """列: from 0."""
    row_span: int
    """跨行."""
    column_span: int
    """跨列."""
    span: Span
    """位置: of the cell's text."""
    boxes: tuple[tuple[int, Box], ...]
    """外框: page and box, more than one when a page break cuts the cell; empty without pages."""


class Table(Model):
    """表格."""

    id: str
    """编号: t1 …."""
    span: Span
    """位置: rows as lines, cells separated by tabs."""
    cells: tuple[TableCell, ...]
    """单元格: in reading order."""


class Place(NamedTuple):
    """Where a span stands in the source."""

    page: int | None
    """Page number, from 1; `None` in carriers without pages."""
    box: Box | None
    """Extent on the page in points; `None` in carriers without pages."""
    at: str | None
    """Source line or paragraph in carriers without pages."""


class ReplyRecord(Model):
    """答复记录: one reply letter, version 1.0 of the contract."""

    schema_name: Literal["reply_record"] = "reply_record"
    """模式名."""
    schema_version: Literal["1.0"] = "1.0"
    """模式版本."""
    record_id: str
    """记录标识: SHA-256 of the source bytes; `…#2` from the second letter of a file."""
    letter_key: str | None
    """信函标识: the same for all editions and carriers of a letter."""
    source: Source
    """来源."""
    producer: Producer
    """生成者."""
    text: str
    """正文: the letter as a person reads it, one paragraph a line."""
    lines: tuple[Line, ...]
    """行: maps spans to pages and boxes."""
    tables: tuple[Table, ...] = ()
    """表格."""
    genre: Genre
    """文书类型."""
    title: Title | None
    """标题."""
    letterhead: Letterhead
    """版头."""
    submission: Submission | None
    """提案/建议."""
    addressees: tuple[Addressee, ...] = ()
    """主送."""
    handling: tuple[HandlingUnit, ...] = ()
    """承办单位."""
    sections: tuple[Section, ...] = ()
    """段落层次."""
    measures: tuple[Measure, ...] = ()
    """举措."""
    next_steps: tuple[NextStep, ...] = ()
    """下一步."""
    figures: tuple[Figure, ...] = ()
    """数据."""
    periods: tuple[Period, ...] = ()
    """时间."""
    entities: tuple[Entity, ...] = ()
    """实体."""
    cited_documents: tuple[CitedDocument, ...] = ()
    """引用文件."""
    closing: Closing
    """结尾."""
    numbers: tuple[NumberMention, ...] = ()
    """数字: every run of digits or numerals."""
    findings: tuple[Finding, ...] = ()
    """问题: what the letter says against itself."""

    def locate(self, span: tuple[int, int]) -> tuple[Place, ...]:
        """Where `span` of `text` stands: one place for each printed line it touches.

        Boxes are in points of the page as displayed, cut to the span. A span that touches
        only newlines or tabs gives no place. Raises `ValueError` for a span outside `text`.
        """
        start, end = span
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {span} is outside the text of {len(self.text)} characters")
        return tuple(
            _cut(line, max(start, line.span[0]), min(end, line.span[1]))
            for line in self.lines
            if max(start, line.span[0]) < min(end, line.span[1])
        )

    def to_json(self) -> str:
        """The record as compact JSON, without a newline; equal records give equal bytes."""
        return self.model_dump_json()


def _cut(line: Line, start: int, end: int) -> Place:
    if line.box is None:
        return Place(line.page, None, line.at)
    x0, top, _, bottom = line.box
    first, last = start - line.span[0], end - line.span[0] - 1
    left = line.stops[first - 1] if first else 0.0
    return Place(line.page, (x0 + left, top, x0 + line.stops[last], bottom), line.at)

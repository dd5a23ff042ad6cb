"""Where the letter came from and what reading it took: the carrier, not the letter."""

from __future__ import annotations

from typing import Literal

from dafu.records.base import Box, Model, Span
from dafu.records.finding import Finding

TextOrigin = Literal["embedded", "ocr", "markup"]
RemovedReason = Literal[
    "page_number", "running_head", "page_footer", "stationery", "watermark", "deleted_text",
    "hidden_text", "comment", "image_caption", "blank_mark", "seal", "unknown",
]  # fmt: skip


class Part(Model):
    """部分: which letter of the file this is, when one file holds several."""

    index: int
    """序号: 1 for the first letter of the file."""
    of: int
    """总数: number of letters in the file."""
    pages: tuple[int, ...]
    """页: page numbers of the file that this letter covers; empty without pages."""


class PageInfo(Model):
    """页面: one page of the source."""

    number: int
    """页码: position in the file, from 1."""
    width: float | None
    """宽: points, as displayed; null for carriers without pages."""
    height: float | None
    """高: points, as displayed; null for carriers without pages."""
    rotation: int
    """旋转: degrees clockwise that the file asks for: 0, 90, 180 or 270."""
    text_origin: TextOrigin
    """文本来源: embedded text layer, OCR, or markup."""
    ocr_confidence: float | None
    """识别置信度: 0 to 1; null where no OCR was done."""


class Removed(Model):
    """已移除: text of the source that is not part of the letter's text."""

    page: int | None
    """页: page it stood on; null without pages."""
    box: Box | None
    """外框: where it stood; null without pages."""
    raw: str
    """原文: what was removed."""
    reason: RemovedReason
    """原因: why it is not part of the letter."""


class Reading(Model):
    """识别取舍: a decision between alternatives of the recogniser."""

    span: Span
    """位置: where the chosen reading stands."""
    page: int
    """页: page it was read from."""
    read: str
    """原识别: what the recogniser read."""
    chosen: str
    """采用: what stands in `text`."""
    by: str
    """依据: rule that decided."""
    confidence: float | None
    """置信度: confidence of the original reading, 0 to 1."""


class Seal(Model):
    """印章: a red seal on a page."""

    page: int
    """页: page it stands on."""
    box: Box
    """外框: its extent."""


class PortalField(Model):
    """门户信息: a line or field that a web portal put around the letter."""

    label: str | None
    """栏目: 索引号, 发布日期 …; null for text without a label."""
    raw: str
    """原文: the value, or the whole line."""


class Source(Model):
    """来源: the file the letter was read from."""

    file_name: str
    """文件名: name without folders."""
    media_type: str
    """媒体类型: as found from the content."""
    sha256: str
    """摘要: SHA-256 of the bytes, lower-case hex."""
    size_bytes: int
    """大小: bytes."""
    part: Part
    """部分: which letter of the file."""
    pages: tuple[PageInfo, ...]
    """页面: the pages that this letter covers; one page without size for markup."""
    removed: tuple[Removed, ...] = ()
    """已移除: page numbers, running heads, deletions …, in reading order."""
    readings: tuple[Reading, ...] = ()
    """识别取舍: decisions between OCR alternatives."""
    seals: tuple[Seal, ...] = ()
    """印章: red seals found."""
    portal: tuple[PortalField, ...] = ()
    """门户信息: what a web page put around the letter."""
    findings: tuple[Finding, ...] = ()
    """载体问题: findings about the carrier."""


class Producer(Model):
    """生成者: what made the record."""

    version: str
    """版本: version of dafu."""
    fingerprint: str
    """指纹: hash of code, lexicon, settings and models; equal fingerprints and equal bytes give equal records."""

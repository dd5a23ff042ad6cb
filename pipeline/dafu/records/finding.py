"""What the letter, or its extraction, says against itself."""

from __future__ import annotations

from typing import Literal

from dafu.records.base import Model, Span

Severity = Literal["info", "warning", "error"]
FindingCode = Literal[
    "not_a_reply", "announced_count_mismatch", "numbering_gap", "carrier_conflict", "fact_conflict",
    "parts_exceed_whole", "impossible_date", "unexplained_number", "unknown_value",
    "low_ocr_confidence", "unsupported_script", "text_layer_rejected", "no_text", "lost_text", "several_letters",
    "missing_title", "missing_addressee", "missing_issuing_organ", "missing_document_number",
    "missing_document_date", "missing_signature", "missing_submission_number",
    "missing_submission_title", "unread_part",
]  # fmt: skip


class Finding(Model):
    """问题: one observation that a reader should see."""

    code: FindingCode
    """代码: closed vocabulary."""
    severity: Severity
    """级别: info, warning or error."""
    message: str
    """说明: one sentence for a person."""
    span: Span | None = None
    """位置: where it shows; null if it concerns the whole letter."""
    related: tuple[str, ...] = ()
    """相关: ids of objects it concerns."""

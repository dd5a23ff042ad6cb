"""What every published model shares: frozen, closed to unknown fields, evidence by span."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Span = Annotated[
    tuple[int, int],
    Field(description="区间: [start, end) in Unicode code points of the record's `text`."),
]
Box = Annotated[
    tuple[float, float, float, float],
    Field(description="外框: [x0, top, x1, bottom] in points of the page as displayed."),
]
DecimalString = Annotated[
    str,
    Field(pattern=r"^-?\d+(\.\d+)?$", description="十进制数: a decimal number as a string."),
]
PartialDate = Annotated[
    str,
    Field(
        pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$",
        description="日期: ISO date at the precision known: 2022, 2022-06 or 2022-06-30.",
    ),
]


class Model(BaseModel):
    """Base of all published models."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Evidence(Model):
    """依据: something found in the letter; `raw == text[span[0]:span[1]]`, made by `rule`."""

    raw: str
    """原文: the words as they stand in `text`."""
    span: Span
    """位置: where `raw` stands in `text`."""
    rule: str
    """规则: name of the rule that found it."""

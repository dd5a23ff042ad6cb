"""How a table of the database is described: each column with its type, its meaning and where its value comes from."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Boolean, Date, Integer, Numeric, Text
from sqlalchemy.dialects.postgresql import JSON
from sqlalchemy.types import TypeEngine

from dafu.records import ReplyRecord

T = TypeVar("T")
Cell = str | int | bool | None
"""What is written: dates, decimals and JSON as text, which both databases take as it is."""
Row = tuple[Cell, ...]

TEXT, INTEGER, BOOLEAN, DATE = Text(), Integer(), Boolean(create_constraint=False), Date()
EXACT_JSON = Text().with_variant(JSON(), "postgresql")
"""JSON as it was written, byte for byte; `jsonb` would reorder its fields."""
NUMBER = Numeric()
"""Exact in PostgreSQL; SQLite computes with floating point, so the exact text stands in a column beside it."""


@dataclass(frozen=True)
class Field(Generic[T]):
    """One column."""

    name: str
    kind: TypeEngine[Any]
    comment: str
    value: Callable[[T], Cell]
    required: bool = False


@dataclass(frozen=True)
class Part(Generic[T]):
    """One table below `letters`: a row for each object that `of` finds in a record."""

    name: str
    comment: str
    of: Callable[[ReplyRecord], Iterable[T]]
    fields: tuple[Field[T], ...]
    indexes: tuple[str, ...] = ()

    def rows(self, record: ReplyRecord) -> Iterator[Row]:
        """Key of the letter, then the fields in order."""
        key = (record.record_id, record.producer.fingerprint)
        getters = [field.value for field in self.fields]
        for found in self.of(record):
            yield (*key, *[value(found) for value in getters])


def as_json(value: Iterable[object]) -> str:
    """A list as JSON text."""
    values = list(value)
    return json.dumps(values, ensure_ascii=False) if values else "[]"


def first_day(partial: str | None) -> str | None:
    """The first day of a partial date, ISO; None for none and for what is no day: `2022-06` → `2022-06-01`."""
    return _day(partial, last=False)


def last_day(partial: str | None) -> str | None:
    """The last day of a partial date, ISO: `2022-06` → `2022-06-30`."""
    return _day(partial, last=True)


def _day(partial: str | None, *, last: bool) -> str | None:
    if partial is None:
        return None
    year, month, day, *_ = [*map(int, partial.split("-")), 0, 0]
    month = month or (12 if last else 1)
    if year == 0 or month > 12:
        return None
    longest = monthrange(year, month)[1]
    day = day or (longest if last else 1)
    return f"{year:04}-{month:02}-{day:02}" if day <= longest else None

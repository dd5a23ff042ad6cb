"""Figures in tables: unit, multiplier and indicator from the head of the column, coverage from that of the row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dafu.forms.number_values import decimal_string, multiplier_value, narrowed
from dafu.forms.quantities import Quantity
from dafu.forms.units import Unit, unit_named
from dafu.layout.model import LetterText, TextCell, TextTable
from dafu.lexicon import Lexicon
from dafu.parse.numbers.numbers import Numbers
from dafu.records.base import Span
from dafu.records.facts import Coverage, Dimension, Figure, FigureStatus, Period
from dafu.records.outline import Section

_NUMERIC = re.compile(r"\s*[约近超]?-?[\d,，. ]+\s*(?:[%‰]|[百千万亿]*[一-龥A-Za-z㎡/]{0,8})\s*")
_BRACKET = re.compile(
    r"[（(]\s?(?:单位\s?[:：])?\s?([^（）()]{1,12}?)\s?[）)]|[/／、](?=[万亿千百]?[元亩个])([^/／]{1,6})$"
)
_CAPTION_UNIT = re.compile(r"单位\s?[:：]\s?([一-龥A-Za-z%㎡]{1,8})")
_SERIAL = re.compile(r"序号|编号|项次|No\.?")
_UNIT_HEAD = re.compile(r"(?:计量)?单位")
_YEAR_HEAD = re.compile(r"(?:19|20)\d{2}年?(?:度)?(?:\d{1,2}月)?(?:底|末)?")
_YEAR_FIRST = re.compile(r"\s*(?:19|20)\d{2}(?:年|\s*$)")
"""2023年, 2023年实绩: the head of a column, though it has digits."""
_MULTIPLIERS = "百千万亿"


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A figure in a cell, with what its heads say."""

    quantity: Quantity
    span: Span
    unit: Unit | None
    factor: int
    indicator: str | None
    row_head: Span | None
    status: FigureStatus
    heads: tuple[Span, ...]
    """Spans of the heads that may name its period."""

    def figure(
        self, letter: LetterText, sections: tuple[Section, ...], periods: tuple[Period, ...]
    ) -> Figure:
        """The figure, its number still to be given."""
        dimension: Dimension = self.unit.dimension if self.unit is not None else "other"  # type: ignore[assignment]
        period = next(
            (p.id for p in periods for head in self.heads if head[0] <= p.span[0] and p.span[1] <= head[1]),
            None,
        )
        section = next((s.id for s in sections if s.own_span[0] <= self.span[0] < s.own_span[1]), "")
        upper = self.quantity.upper
        return Figure(
            id="f0",
            raw=letter.text[slice(*self.span)],
            span=self.span,
            rule="figures.table",
            value=decimal_string(self.quantity.value * self.factor),
            upper=None if upper is None else decimal_string(upper * self.factor),
            unit=self.unit.name if self.unit is not None else None,
            dimension=dimension,
            bound=self.quantity.bound,
            change=None,
            indicator=self.indicator,
            coverage=_coverage(letter, self.row_head),
            period_id=period,
            status=self.status,
            part_of=None,
            section_id=section,
        )


def cell_figures(letter: LetterText, numbers: Numbers, lexicon: Lexicon) -> tuple[CellFigure, ...]:
    """The figures of all tables; serial numbers, dates and codes in cells are none."""
    return tuple(
        found
        for table in (letter.tables or _tabbed(letter))
        for found in _in_table(letter, table, numbers, lexicon)
    )


def _in_table(
    letter: LetterText, table: TextTable, numbers: Numbers, lexicon: Lexicon
) -> Iterator[CellFigure]:
    text = numbers.text
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    heads = _head_rows(table, text)
    columns = _column_heads(table, heads)
    caption = _CAPTION_UNIT.search(letter.text, max(0, table.span[0] - 60), table.span[0] + 60)
    serial = {c for c, spans in columns.items() if any(_SERIAL.search(text[slice(*span)]) for span in spans)}
    units = next(
        (
            c
            for c, spans in columns.items()
            if any(_UNIT_HEAD.fullmatch(text[slice(*span)].strip()) for span in spans)
        ),
        None,
    )
    for (row, column), cell in sorted(cells.items()):
        raw = text[slice(*cell.span)]
        if (
            row < heads
            or column in serial
            or not _NUMERIC.fullmatch(raw)
            or not any(char.isdecimal() for char in raw)
        ):
            continue
        quantity = next(
            (q for q in numbers.quantities if cell.span[0] <= q.start and q.end <= cell.span[1]), None
        )
        if quantity is None or numbers.claim_of(quantity.number) is not None:
            continue
        row_head = _row_head(row, column, cells, text, serial)
        spans = columns.get(column, ())
        unit, factor = quantity.unit, 1
        stated = text[slice(*cells[row, units].span)] if units is not None and (row, units) in cells else None
        labels = [text[slice(*span)] for span in spans]
        row_label = text[slice(*row_head)] if row_head else ""
        if unit is None:
            unit, factor = _head_unit(
                [stated or "", *labels, row_label], caption[1] if caption else None, lexicon, plain=stated
            )
        by_year = bool(labels) and all(_YEAR_HEAD.fullmatch(label.strip()) for label in labels)
        turned = units is not None or by_year
        indicator = _label(row_label) if turned else _label("".join(labels))
        yield CellFigure(
            quantity=quantity,
            span=quantity.span,
            unit=unit,
            factor=factor,
            indicator=indicator or None,
            row_head=None if turned else row_head,
            status=_head_status("".join(labels), lexicon),
            heads=(*spans, *((row_head,) if row_head else ())),
        )


def _head_rows(table: TextTable, text: str) -> int:
    """How many rows stand above the first one that has numbers beside its head."""
    rows = sorted({cell.row for cell in table.cells})
    for row in rows:
        for cell in table.cells:
            raw = text[slice(*cell.span)]
            if (
                cell.row == row
                and cell.column
                and _NUMERIC.fullmatch(raw)
                and not _YEAR_FIRST.match(raw)
                and any(c.isdecimal() for c in raw)
            ):
                return row
    return len(rows)


def _column_heads(table: TextTable, heads: int) -> dict[int, tuple[Span, ...]]:
    found: dict[int, tuple[Span, ...]] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        if cell.row < heads and cell.span[1] > cell.span[0]:
            for column in range(cell.column, cell.column + cell.column_span):
                found[column] = (*found.get(column, ()), cell.span)
    return found


def _row_head(
    row: int, column: int, cells: dict[tuple[int, int], TextCell], text: str, serial: set[int]
) -> Span | None:
    """The first cell of the row that is no number; one that spans several rows stands for them all."""
    for before in range(column):
        if before in serial:
            continue
        for above in range(row, -1, -1):
            cell = cells.get((above, before))
            if cell is None:
                continue
            if above + cell.row_span <= row:
                break
            raw = text[slice(*cell.span)].strip()
            if raw and not _NUMERIC.fullmatch(raw):
                return cell.span
            break
    return None


def _head_unit(
    labels: list[str], caption: str | None, lexicon: Lexicon, *, plain: str | None
) -> tuple[Unit | None, int]:
    """Unit and multiplier from 完成投资（万元）, a unit column, or 单位：万元 above the table."""
    printed = [plain] if plain else []
    for label in labels:
        printed += [part for match in _BRACKET.finditer(label) for part in match.groups() if part]
    if caption:
        printed.append(caption)
    for candidate in printed:
        name = narrowed(candidate).strip()
        # 万千瓦 is ten thousand times 千瓦: as little as possible is multiplier
        for at in range(len(name) - len(name.lstrip(_MULTIPLIERS)) + 1):
            unit = unit_named(name[at:], lexicon.units)
            if unit is not None:
                return unit, multiplier_value(name[:at])
    return None, 1


def _head_status(label: str, lexicon: Lexicon) -> FigureStatus:
    """总投资, 计划投资, 设计规模 in a head are forecasts; 目标, 计划 targets."""
    if any(word in label for word in lexicon.figures.forecast):
        return "forecast"
    return "target" if re.search(r"目标|计划|任务|拟", label) and "完成" not in label else "actual"


def _label(label: str) -> str:
    """The head as an indicator: without unit and year (2022年氨氮（mg/L））."""
    return re.sub(r"\s|^(?:19|20)\d{2}年度?(?=[^年])", "", _BRACKET.sub("", label))


def _coverage(letter: LetterText, span: Span | None) -> Coverage | None:
    if span is None:
        return None
    return Coverage(raw=letter.text[slice(*span)], span=span, rule="coverage.row_head", resolved=None)


def _tabbed(letter: LetterText) -> tuple[TextTable, ...]:
    """Tables of a carrier that only has tabs: neighbouring lines with as many cells."""
    tables: list[TextTable] = []
    rows: list[Span] = []
    lines = [p.span for p in letter.paragraphs if p.zone in ("body", "attachment")]
    for span in [*lines, (-1, -1)]:
        tabs = letter.text[slice(*span)].count("\t") if span[0] >= 0 else 0
        if tabs and (not rows or letter.text[slice(*rows[-1])].count("\t") == tabs):
            rows.append(span)
            continue
        if len(rows) > 1:
            tables.append(_table(letter, rows))
        rows = [span] if tabs else []
    return tuple(tables)


def _table(letter: LetterText, rows: list[Span]) -> TextTable:
    cells: list[TextCell] = []
    for row, (start, end) in enumerate(rows):
        at = start
        for column, words in enumerate(letter.text[start:end].split("\t")):
            cells.append(
                TextCell(row=row, column=column, row_span=1, column_span=1, span=(at, at + len(words)))
            )
            at += len(words) + 1
    return TextTable(span=(rows[0][0], rows[-1][1]), cells=tuple(cells))

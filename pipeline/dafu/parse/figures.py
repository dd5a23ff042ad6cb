"""数据: the figures of a letter with all that the contract asks of them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from dafu.forms.quantities import Bound
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.coverage import Coverages
from dafu.parse.figure_candidates import candidates
from dafu.parse.figure_change import change_of
from dafu.parse.figure_parts import parts_of
from dafu.parse.figure_periods import period_of
from dafu.parse.figure_sites import Site, Sites
from dafu.parse.figure_status import status_of
from dafu.parse.figure_tables import CellFigure, cell_figures
from dafu.parse.indicator import Indicators
from dafu.parse.numbers import Numbers
from dafu.parse.segment import shared_segmenter
from dafu.records.base import Span
from dafu.records.facts import Change, Dimension, Entity, Figure, FigureStatus, Period
from dafu.records.letter import Letterhead
from dafu.records.outline import Section

_ROW = re.compile(r"分别[^，。；、\d]{0,8}$")
_NEXT_IN_ROW = re.compile(r"\s?(?:[、，,和及与]|以及)\s?")


class FoundFigures(NamedTuple):
    """The figures, and the quantities that bound a class with the figure they belong to."""

    figures: tuple[Figure, ...]
    bounds: dict[Span, str | None]


def find_figures(
    letter: LetterText,
    numbers: Numbers,
    *,
    sections: tuple[Section, ...],
    periods: tuple[Period, ...],
    letterhead: Letterhead,
    letter_date: str | None,
    lexicon: Lexicon,
    entities: tuple[Entity, ...] = (),
) -> FoundFigures:
    """Every measured or counted quantity of body, attachments and tables, in reading order."""
    words = lexicon.figures
    chosen = candidates(letter, numbers, lexicon)
    cells = cell_figures(letter, numbers, lexicon)
    places = Sites(letter, numbers.text, sections)
    quantities = chosen.figures
    sites = [
        places.around(
            quantity,
            quantities[at - 1] if at else None,
            quantities[at + 1] if at + 1 < len(quantities) else None,
        )
        for at, quantity in enumerate(quantities)
    ]
    changes = _changes(sites, words)
    parts = parts_of(sites, [change is not None and change.mode == "by" for change in changes])
    coverages = Coverages(letter, numbers.text, entities, _names(letterhead), words)
    drafts = _drafts(letter, numbers, sites, changes, places, periods, coverages, letter_date, words)
    return _numbered(drafts, parts, cells, chosen.bounds, sections, periods, letter)


def _changes(sites: list[Site], words: FigureWords) -> list[Change | None]:
    """The changes; those of a row after 分别增长 share that of its first."""
    changes: list[Change | None] = []
    for at, (site, (rank, _)) in enumerate(zip(sites, _rows(sites), strict=True)):
        changes.append(changes[at - rank] if rank else change_of(site, words))
    return changes


class _Draft(NamedTuple):
    figure: Figure
    index: int


def _drafts(
    letter: LetterText,
    numbers: Numbers,
    sites: list[Site],
    changes: list[Change | None],
    places: Sites,
    periods: tuple[Period, ...],
    coverages: Coverages,
    letter_date: str | None,
    words: FigureWords,
) -> list[_Draft]:
    indicators = Indicators(shared_segmenter(), words) if sites else None
    drafts: list[_Draft] = []
    rows = _rows(sites)
    counted = frozenset(site.clause[0] for site in sites)
    told: list[str | None] = []
    for index, site in enumerate(sites):
        quantity = site.quantity
        rank, size = rows[index]
        head = sites[index - rank] if rank is not None else site
        period = _dated_row(head, rank, size, periods) or period_of(site, periods, places, counted, numbers.text, words)
        begin = site.quantity.start - len(site.before)
        skipped = [p.span for p in periods if begin <= p.span[0] and p.span[1] <= quantity.start]
        skipped += coverages.spans_in(begin, quantity.start)
        skipped += _counted_before(sites, index, told)
        back = size if rank is not None and _bare(head) else 1
        inherited = (
            told[index - back] if index >= back and sites[index - back].sentence == site.sentence else None
        )
        indicator = indicators.of(site, skipped, inherited, rank) if indicators else None
        place = coverages.of_row(head, rank, size) if rank is not None else None
        if place is not None and inherited:
            indicator = inherited
        told.append(indicator)
        drafts.append(
            _Draft(
                Figure(
                    id="f0",
                    raw=letter.text[quantity.start : quantity.end],
                    span=quantity.span,
                    rule=f"figures.{quantity.form}",
                    value=decimal_string(quantity.value),
                    upper=None if quantity.upper is None else decimal_string(quantity.upper),
                    unit=quantity.unit.name if quantity.unit is not None else None,
                    dimension=_dimension(site, words),
                    bound=_bound(site),
                    change=changes[index],
                    indicator=_as_printed(indicator, site, numbers.text, letter.text),
                    coverage=place or coverages.before(site),
                    period_id=period.id if period is not None else None,
                    status=status_of(site, period, letter_date, words),
                    part_of=None,
                    section_id=site.section.id if site.section is not None else "",
                ),
                index,
            )
        )
    return drafts


def _rows(sites: list[Site]) -> list[tuple[int | None, int]]:
    """For each figure its place in a row after 分别 and the row's length; `(None, 0)` outside rows."""
    rows: list[tuple[int | None, int]] = [(None, 0)] * len(sites)
    at = 0
    while at < len(sites):
        end = at + 1
        if _ROW.search(sites[at].before):
            while end < len(sites) and _NEXT_IN_ROW.fullmatch(_between(sites, end)):
                end += 1
            rows[at:end] = [(rank, end - at) for rank in range(end - at)]
        at = end
    return rows


def _between(sites: list[Site], at: int) -> str:
    """The words between a figure and the one before it in its sentence."""
    site, before = sites[at], sites[at - 1]
    return site.lead[before.quantity.end - site.sentence[0] :] if before.sentence == site.sentence else "\n"


def _dated_row(head: Site, rank: int | None, size: int, periods: tuple[Period, ...]) -> Period | None:
    """2021年、2022年分别招聘120名和150名: the period at the same rank, where the row names as many."""
    named = [p for p in periods if head.clause[0] <= p.span[0] and p.span[1] <= head.quantity.start]
    return named[rank] if rank is not None and size > 1 and len(named) == size else None


def _bare(head: Site) -> bool:
    """Whether nothing but 分别 stands before a row in its clause: its indicators are those of the figures before."""
    return re.fullmatch(r"[^一-龥]*分别.*", head.before) is not None


def _counted_before(sites: list[Site], at: int, told: list[str | None]) -> list[Span]:
    """What the figure before counts where it stands between the two: 3.1万名低保对象发放救助金3720万元."""
    if not at or sites[at - 1].clause != sites[at].clause or not told[at - 1]:
        return []
    start = sites[at - 1].quantity.end
    between = _between(sites, at)
    for length in range(min(len(between), len(told[at - 1] or "")), 1, -1):
        if (told[at - 1] or "").endswith(between[:length]) and length < len(between):
            return [(start, start + length)]
    return []


def _numbered(
    drafts: list[_Draft],
    parts: list[int | None],
    cells: tuple[CellFigure, ...],
    bounds: tuple[Span, ...],
    sections: tuple[Section, ...],
    periods: tuple[Period, ...],
    letter: LetterText,
) -> FoundFigures:
    """Ids in reading order, parts linked, tables among the rest."""
    entries: list[tuple[Span, Figure, int | None]] = [(d.figure.span, d.figure, d.index) for d in drafts]
    entries += [(cell.span, cell.figure(letter, sections, periods), None) for cell in cells]
    entries.sort(key=lambda entry: entry[0])
    ids = {index: f"f{at}" for at, (_, _, index) in enumerate(entries, start=1) if index is not None}
    states = {index: figure.status for _, figure, index in entries if index is not None}
    figures = tuple(
        figure.model_copy(
            update={
                "id": f"f{at}",
                "status": _status_in_whole(figure, index, parts, states),
                "part_of": None if index is None or parts[index] is None else ids[parts[index] or 0],
            }
        )
        for at, (_, figure, index) in enumerate(entries, start=1)
    )
    return FoundFigures(figures, {span: _figure_after(span, figures) for span in bounds})


def _status_in_whole(
    figure: Figure, index: int | None, parts: list[int | None], states: dict[int, FigureStatus]
) -> FigureStatus:
    """A part of what is planned, expected or asked for is so too."""
    whole = parts[index] if index is not None else None
    return states[whole] if whole is not None and figure.status == "actual" else figure.status


def _figure_after(span: Span, figures: tuple[Figure, ...]) -> str | None:
    """The figure whose class a bound defines: the next one nearby, else the one just before."""
    for figure in figures:
        if 0 <= figure.span[0] - span[1] <= 30:
            return figure.id
    before = [figure.id for figure in figures if 0 <= span[0] - figure.span[1] <= 12]
    return before[-1] if before else None


def _as_printed(indicator: str | None, site: Site, text: str, printed: str) -> str | None:
    """The indicator in the letter's own characters, where these were read as simplified ones."""
    if not indicator or text is printed:
        return indicator
    start, end = site.sentence
    at = text.find(indicator, start, end)
    return printed[at : at + len(indicator)] if at >= 0 else indicator


def decimal_string(value: Decimal) -> str:
    """A decimal without exponent and without zeros at its end."""
    spelled = f"{value:f}"
    return spelled.rstrip("0").rstrip(".") if "." in spelled else spelled


def _dimension(site: Site, words: FigureWords) -> Dimension:
    unit = site.quantity.unit
    if unit is not None:
        return unit.dimension  # type: ignore[return-value]
    near = site.before[-14:]
    if any(word in site.lead[-30:] for word in words.coefficient_words if len(word) > 1):
        return "ratio"
    if any(word in near for word in words.money_words):
        return "money"
    return "count" if any(word in near for word in words.count_words) else "other"


def _bound(site: Site) -> Bound:
    """A limit set at a distance from the number: 最高补贴50万元, 控制在5%以内."""
    bound = site.quantity.bound
    if bound == "exact" and re.search(
        r"最高(?:可|不超过|给予|补贴|补助|奖励|可达|支持|可获|可享)[^，。；\d]{0,8}$", site.before
    ):
        return "at_most"
    return bound


def _names(letterhead: Letterhead) -> dict[str, str]:
    """What 我局 stands for: the organ of the letterhead where it ends so."""
    if not letterhead.issuing_organs:
        return {}
    name = letterhead.issuing_organs[0].name
    return {f"{pronoun}{name[-1]}": name for pronoun in "我本"}

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
from dafu.records.facts import Change, Dimension, Entity, Figure, Period
from dafu.records.letter import Letterhead
from dafu.records.outline import Section


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
    changes = [change_of(site, words) for site in sites]
    parts = parts_of(sites, [change is not None and change.mode == "by" for change in changes])
    coverages = Coverages(letter, numbers.text, entities, _names(letterhead), words)
    drafts = _drafts(letter, numbers, sites, changes, places, periods, coverages, letter_date, words)
    return _numbered(drafts, parts, cells, chosen.bounds, sections, periods, letter)


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
    ranks = _ranks(sites)
    previous: tuple[Site, str | None] | None = None
    for index, site in enumerate(sites):
        quantity = site.quantity
        period = period_of(site, periods, places, numbers.text, words)
        begin = site.quantity.start - len(site.before)
        skipped = [p.span for p in periods if begin <= p.span[0] and p.span[1] <= quantity.start]
        skipped += coverages.spans_in(begin, quantity.start)
        inherited = previous[1] if previous is not None and previous[0].sentence == site.sentence else None
        indicator = indicators.of(site, skipped, inherited, ranks[index]) if indicators else None
        previous = site, indicator
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
                    indicator=indicator,
                    coverage=coverages.before(site),
                    period_id=period.id if period is not None else None,
                    status=status_of(site, period, letter_date, words),
                    part_of=None,
                    section_id=site.section.id if site.section is not None else "",
                ),
                index,
            )
        )
    return drafts


def _ranks(sites: list[Site]) -> list[int | None]:
    """The place of each figure in a row after 分别; `None` for those in none."""
    ranks: list[int | None] = []
    row: Site | None = None
    rank = 0
    for at, site in enumerate(sites):
        if re.search(r"分别[^，。；、\d]{0,8}$", site.before):
            row, rank = site, 0
        elif row is not None and (
            site.sentence != row.sentence or not re.fullmatch(r"\s?[、，和及与]\s?", site.lead[sites[at - 1].quantity.end - site.sentence[0] :])
        ):
            row = None
        else:
            rank += 1
        ranks.append(rank if row is not None else None)
    return ranks


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
    figures = tuple(
        figure.model_copy(
            update={
                "id": f"f{at}",
                "part_of": None if index is None or parts[index] is None else ids[parts[index] or 0],
            }
        )
        for at, (_, figure, index) in enumerate(entries, start=1)
    )
    return FoundFigures(figures, {span: _figure_after(span, figures) for span in bounds})


def _figure_after(span: Span, figures: tuple[Figure, ...]) -> str | None:
    """The figure whose class a bound defines: the next one nearby, else the one just before."""
    for figure in figures:
        if 0 <= figure.span[0] - span[1] <= 30:
            return figure.id
    before = [figure.id for figure in figures if 0 <= span[0] - figure.span[1] <= 12]
    return before[-1] if before else None


def decimal_string(value: Decimal) -> str:
    """A decimal without exponent and without zeros at its end."""
    spelled = f"{value:f}"
    return spelled.rstrip("0").rstrip(".") if "." in spelled else spelled


def _dimension(site: Site, words: FigureWords) -> Dimension:
    unit = site.quantity.unit
    if unit is not None:
        return unit.dimension  # type: ignore[return-value]
    near = site.before[-14:]
    if any(word in near for word in words.money_words):
        return "money"
    if any(word in near for word in words.count_words):
        return "count"
    return "ratio" if any(word in near for word in words.coefficient_words) else "other"


def _bound(site: Site) -> Bound:
    """A limit set at a distance from the number: 最高补贴50万元, 控制在5%以内."""
    bound = site.quantity.bound
    if bound == "exact" and re.search(r"最高(?:可|不超过|给予|补贴|补助|奖励|可达|支持|可获|可享)[^，。；\d]{0,8}$", site.before):
        return "at_most"
    return bound


def _names(letterhead: Letterhead) -> dict[str, str]:
    """What 我局 stands for: the organ of the letterhead where it ends so."""
    if not letterhead.issuing_organs:
        return {}
    name = letterhead.issuing_organs[0].name
    return {f"{pronoun}{name[-1]}": name for pronoun in "我本"}

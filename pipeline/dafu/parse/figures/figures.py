"""数据: the figures of a letter with all that the contract asks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from dafu.forms.number_values import decimal_string
from dafu.forms.quantities import Bound
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.candidates import candidates
from dafu.parse.figures.coverage import Coverages
from dafu.parse.figures.ellipsis import Ellipsis
from dafu.parse.figures.figure_periods import FigurePeriods
from dafu.parse.figures.indicator import Indicators
from dafu.parse.figures.parts import parts_of
from dafu.parse.figures.rows import (
    after_respectively,
    changes_of,
    counted_before,
    dated_row,
    is_bare,
    rows_of,
)
from dafu.parse.figures.sites import Site, Sites
from dafu.parse.figures.status import is_told_done, status_of
from dafu.parse.figures.tables import cell_figures
from dafu.parse.figures.terms import is_term
from dafu.parse.numbers.numbers import Numbers
from dafu.parse.segment import shared_segmenter
from dafu.records.base import Span
from dafu.records.facts import Change, Coverage, Dimension, Entity, Figure, Period
from dafu.records.letter import Letterhead
from dafu.records.outline import Section

_DISTANT_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("under", re.compile(r"(?:不[到足及]|(?<!不)低于)[^，。；\d]{2,12}的$")),
    ("at_least", re.compile(r"(?:至少|不少于)[一-龥]{1,3}$|不低于[一-龥]{2,12}的$")),
    ("at_most", re.compile(r"不(?:超过|高于)[一-龥]{2,12}$")),
)
"""不到信贷总额的3%, 至少巡查2次, 按不超过设备金额20%."""


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
    changes = changes_of(sites, words)
    parts = parts_of(sites, [change is not None and change.mode == "by" for change in changes])
    around = _Surroundings(
        letter=letter,
        text=numbers.text,
        periods=periods,
        dated=FigurePeriods(periods, places, sites, numbers.text, letter_date=letter_date, words=words),
        coverages=Coverages(letter, numbers.text, entities, _names(letterhead), words),
        letter_date=letter_date,
        words=words,
    )
    drafts = _drafts(sites, changes, parts, around)
    placed = [cell.figure(letter, sections, periods) for cell in cells]
    return _numbered(drafts, parts, placed, chosen.bounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Surroundings:
    """What the fields of a figure are read from besides its own sentence."""

    letter: LetterText
    text: str
    periods: tuple[Period, ...]
    dated: FigurePeriods
    coverages: Coverages
    letter_date: str | None
    words: FigureWords


class _Draft(NamedTuple):
    """A figure without its number, and its place among the sites."""

    figure: Figure
    place: int
    done: bool


def _drafts(
    sites: list[Site], changes: list[Change | None], parts: list[int | None], around: _Surroundings
) -> list[_Draft]:
    if not sites:
        return []
    indicators = Indicators(shared_segmenter(), around.words)
    rows = rows_of(sites)
    told: list[str | None] = []
    drafts: list[_Draft] = []
    ellipsis = Ellipsis(sites, parts, told, around.words)
    for at, site in enumerate(sites):
        rank, size = rows[at]
        head = sites[at - rank] if rank is not None else site
        begin, start = site.quantity.start - len(site.before), site.quantity.start
        skipped = [p.span for p in around.periods if begin <= p.span[0] and p.span[1] <= start]
        places = around.coverages.spans_in(begin, start)
        skipped += [*places, *counted_before(sites, at, told)]
        back = size if rank is not None and is_bare(head) else 1
        inherited = told[at - back] if at >= back and sites[at - back].sentence == site.sentence else None
        counted = ellipsis.antecedent(at) if changes[at] is None and places else None
        if counted is not None:
            inherited = told[counted]
        indicator = indicators.of(site, skipped, inherited, rank)
        coverage = around.coverages.of_row(head, rank, size) if rank is not None else None
        if coverage is not None:
            act = after_respectively(site)
            plain = act is None or act in around.words.tails or act in around.words.weak_verbs
            own = indicators.of(site, skipped, inherited, None) if plain else act
            indicator = told[at - rank] if rank else own
        elif back > 1 and at >= back and sites[at - back].sentence == site.sentence:
            coverage = drafts[at - back].figure.coverage
        indicator = ellipsis.filled(at, indicator)
        told.append(indicator)
        drafts.append(
            _Draft(
                _figure(
                    site,
                    around,
                    change=changes[at],
                    indicator=indicator,
                    coverage=coverage or around.coverages.before(site),
                    period=dated_row(head, rank, size, around.periods) or around.dated.of(site),
                ),
                at,
                is_told_done(site, around.words),
            )
        )
    return drafts


def _figure(
    site: Site,
    around: _Surroundings,
    *,
    change: Change | None,
    indicator: str | None,
    coverage: Coverage | None,
    period: Period | None,
) -> Figure:
    quantity = site.quantity
    return Figure(
        id="f0",
        raw=around.letter.text[slice(*quantity.span)],
        span=quantity.span,
        rule=f"figures.{quantity.form}",
        value=decimal_string(quantity.value),
        upper=None if quantity.upper is None else decimal_string(quantity.upper),
        unit=quantity.unit.name if quantity.unit is not None else None,
        dimension=_dimension(site, around.words),
        bound=_bound(site),
        change=change,
        indicator=_as_printed(indicator, site, around),
        coverage=coverage,
        period_id=period.id if period is not None else None,
        status=status_of(site, period, around.letter_date, around.words),
        part_of=None,
        section_id=site.section.id if site.section is not None else "",
    )


def _numbered(
    drafts: list[_Draft], parts: list[int | None], cells: list[Figure], bounds: tuple[Span, ...]
) -> FoundFigures:
    """Ids in reading order, parts linked, tables among the rest."""
    entries: list[tuple[Figure, int | None, bool]] = [*drafts, *((cell, None, False) for cell in cells)]
    entries.sort(key=lambda entry: entry[0].span)
    ids = {place: f"f{at}" for at, (_, place, _) in enumerate(entries, start=1) if place is not None}
    states = {place: figure.status for figure, place, _ in entries if place is not None}
    figures: list[Figure] = []
    for at, (figure, place, done) in enumerate(entries, start=1):
        whole = parts[place] if place is not None else None
        changed: dict[str, str | None] = {"id": f"f{at}"}
        if whole is not None:
            # A part of what is planned, expected or asked for is so too, but not what is told as done.
            status = states[whole] if figure.status == "actual" and not done else figure.status
            changed |= {"part_of": ids[whole], "status": status}
        figures.append(figure.model_copy(update=changed))
    return FoundFigures(tuple(figures), {span: _figure_after(span, figures) for span in bounds})


def _figure_after(span: Span, figures: list[Figure]) -> str | None:
    """The figure whose class a bound defines: the next one nearby, else the one just before."""
    for figure in figures:
        if 0 <= figure.span[0] - span[1] <= 30:
            return figure.id
    before = [figure.id for figure in figures if 0 <= span[0] - figure.span[1] <= 12]
    return before[-1] if before else None


def _as_printed(indicator: str | None, site: Site, around: _Surroundings) -> str | None:
    """The indicator in the letter's own characters, where these were read as simplified ones."""
    if not indicator:
        return indicator
    at = around.text.find(indicator, *site.sentence)
    return around.letter.text[at : at + len(indicator)] if at >= 0 else indicator


def _dimension(site: Site, words: FigureWords) -> Dimension:
    unit = site.quantity.unit
    if unit is not None:
        return unit.dimension  # type: ignore[return-value]
    near = re.sub(r"[指系]数", "", site.before[-14:])
    clause = site.lead[max(0, site.clause[0] - site.sentence[0]) :]
    if any(word in clause[-30:] for word in words.coefficient_words if len(word) > 1):
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
    if bound == "exact" and is_term(site.quantity, site.after):
        return "at_most"
    if bound == "exact":
        return next((name for name, words in _DISTANT_BOUNDS if words.search(site.before)), "exact")
    return bound


def _names(letterhead: Letterhead) -> dict[str, str]:
    """What 我局 stands for: the organ of the letterhead where it ends so."""
    if not letterhead.issuing_organs:
        return {}
    name = letterhead.issuing_organs[0].name
    return {f"{pronoun}{name[-1]}": name for pronoun in "我本"}

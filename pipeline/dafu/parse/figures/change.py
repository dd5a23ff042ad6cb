"""变动: how a figure differs from its base, told from the words before it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.sites import Site
from dafu.records.facts import Change

_BETWEEN = r"(?:了|约|超|近|超过|幅度|率|量|又|再|将|至少|不少于|一般|平均|总计|共)*\s?$"
Basis = Literal["year_on_year", "period_on_period", "annual_average"]


def change_of(site: Site, words: FigureWords) -> Change | None:
    """The change a figure states; `None` for a level.

    新增N without a base is a level, so is what is N times something, and the start of 由27%提升至55%.
    """
    before = site.before
    if site.quantity.form == "doubling":
        return Change(direction="increase", mode="to", basis=_basis(site, words))
    reached = _reached(words).search(before)
    if reached:
        return Change(direction=_direction(reached), mode="to", basis=_basis(site, words))
    by = _by(words).search(before)
    if (
        by
        and site.quantity.unit is not None
        and site.quantity.unit.dimension not in ("share", "percentage_point", "multiple")
    ):
        by = None if re.search(r"(?:改造|整治|治理|巩固|优化|新建|建设|共)$", before[: by.start()]) else by
    if by and not re.match(r"的", site.after) and not _start_of_move(before):
        return Change(direction=_direction(by), mode="by", basis=_basis(site, words))
    base = _compared(words).search(before)
    if base and re.search(r"新增|净增|增加|减少|多|少|高|低", before[base.end() :]):
        moved = re.search(r"(?P<up>新增|净增|增加)|(?P<down>减少)", before[base.end() :])
        if moved:
            return Change(
                direction="increase" if moved["up"] else "decrease", mode="by", basis=_basis(site, words)
            )
    return None


def _direction(match: re.Match[str]) -> Literal["increase", "decrease"]:
    return "increase" if match["up"] else "decrease"


def _start_of_move(before: str) -> bool:
    return re.search(r"(?:由|从)[^，。；]{0,8}$", before) is not None


def _basis(site: Site, words: FigureWords) -> Basis | None:
    near = site.lead[max(0, len(site.lead) - 30) :]
    clause = (
        site.before
        if _named_basis(site.before, words)
        else near
        if re.match(r".*同比.{0,6}$", near) or re.match(r"(?:[增降涨跌减]幅)", site.before)
        else site.before
    )
    return _named_basis(clause, words)


def _named_basis(text: str, words: FigureWords) -> Basis | None:
    for basis, names in (
        ("year_on_year", words.year_on_year),
        ("period_on_period", words.period_on_period),
        ("annual_average", words.annual_average),
    ):
        if any(name in text for name in names):
            return basis  # type: ignore[return-value]
    return None


@cache
def _by(words: FigureWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!新)(?:(?P<up>{any_of(words.increase)})|(?P<down>{any_of(words.decrease)})){_BETWEEN}"
    )


@cache
def _reached(words: FigureWords) -> re.Pattern[str]:
    reached = any_of(words.reached)
    return re.compile(
        rf"(?:(?P<up>{any_of(words.increase)})|(?P<down>{any_of(words.decrease)}))了?(?:{reached})了?(?:约|近|超过|现在的|目前的|(?:每[人月年天户亩生次])+|(?:去年|今年|上年|[\d年月底末])?[\d年月底末的]{{0,8}})?\s?$"
    )


@cache
def _compared(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.compared)}")

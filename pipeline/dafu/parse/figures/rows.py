"""Rows of figures after 分别, and figures that share a clause: which name, place or year belongs to which."""

from __future__ import annotations

import re

from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.change import change_of
from dafu.parse.figures.sites import Site
from dafu.records.base import Span
from dafu.records.facts import Change, Period

_ROW = re.compile(r"分别(?:[较比](?:19|20)\d{2}年[^，。；、\d]{0,3})?[^，。；、\d]{0,8}$")
_NEXT_IN_ROW = re.compile(r"\s?(?:[、，,和及与]|以及)\s?")


def rows_of(sites: list[Site]) -> list[tuple[int | None, int]]:
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


def dated_row(head: Site, rank: int | None, size: int, periods: tuple[Period, ...]) -> Period | None:
    """2021年、2022年分别招聘120名和150名: the period at the same rank, where the row names as many."""
    named = [p for p in periods if head.clause[0] <= p.span[0] and p.span[1] <= head.quantity.start]
    return named[rank] if rank is not None and size > 1 and len(named) == size else None


def after_respectively(site: Site) -> str | None:
    """What the places of a row did: 青禾县、白水县分别建成32万亩、27.5万亩."""
    match = re.search(r"分别(?P<act>[一-龥]{2,})$", site.before)
    return match["act"] if match else None


def is_bare(head: Site) -> bool:
    """Whether nothing but 分别 stands before a row in its clause: its indicators are those of the figures before."""
    return re.fullmatch(r"[^一-龥]*(?:同比|环比|均|[较比][^，。；]{1,8}?)*分别.*", head.before) is not None


def changes_of(sites: list[Site], words: FigureWords) -> list[Change | None]:
    """The changes; those of a row after 分别增长 share that of its first."""
    changes: list[Change | None] = []
    for at, (site, (rank, _)) in enumerate(zip(sites, rows_of(sites), strict=True)):
        changes.append(changes[at - rank] if rank else change_of(site, words))
    return changes


def counted_before(sites: list[Site], at: int, told: list[str | None]) -> list[Span]:
    """What the figure before counts where it stands between the two: 3.1万名低保对象发放救助金3720万元."""
    if not at or sites[at - 1].clause != sites[at].clause or not told[at - 1]:
        return []
    start = sites[at - 1].quantity.end
    between = _between(sites, at)
    for length in range(min(len(between), len(told[at - 1] or "")), 0, -1):
        if length == 1 and between[0] not in "县镇乡村校户":
            break
        if (told[at - 1] or "").endswith(between[:length]) and length < len(between):
            return [(start, start + length)]
    return []

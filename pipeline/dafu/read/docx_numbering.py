"""The numbers that Word generates for lists (ISO/IEC 29500-1, 17.9), counted as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dafu.read.docx_numerals import numeral
from dafu.read.docx_symbols import symbol
from dafu.read.docx_xml import Element, attribute, child, children, number, switch

_PLACE = re.compile(r"%([1-9])")
LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is counted and printed."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    """After which level, from 1, it starts anew; 0 never; None after any above it."""
    style: str | None = None
    font: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A use of an abstract list, with the levels that it changes and the starts that it sets."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass(slots=True)
class _Counters:
    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """The lists of one file; `label` counts, so paragraphs are to be asked for in reading order."""

    def __init__(self, root: Element | None) -> None:
        abstracts = {attribute(each, "abstractNumId") or "": each for each in children(root, "abstractNum")}
        linked = {
            attribute(child(each, "styleLink")): identifier
            for identifier, each in abstracts.items()
            if child(each, "styleLink") is not None
        }
        self._levels: dict[str, dict[int, _Level]] = {}
        for identifier, each in abstracts.items():
            link = attribute(child(each, "numStyleLink"))
            source = abstracts.get(linked.get(link, ""), each) if link else each
            self._levels[identifier] = _levels(source)
        self._lists = {attribute(each, "numId") or "": self._list(each) for each in children(root, "num")}
        self._counters: dict[str, _Counters] = {}
        self._begun: set[tuple[str, int]] = set()

    def _list(self, element: Element) -> _List:
        abstract = attribute(child(element, "abstractNumId")) or ""
        levels = dict(self._levels.get(abstract, {}))
        starts: dict[int, int] = {}
        for override in children(element, "lvlOverride"):
            at = number(override, "ilvl") or 0
            if (changed := child(override, "lvl")) is not None:
                levels[at] = _level(changed)
            if (start := number(child(override, "startOverride"))) is not None:
                starts[at] = start
                levels[at] = replace(levels.get(at, _Level()), start=start)
        return _List(abstract, levels, starts)

    def level_of_style(self, list_id: str, style: str | None) -> int:
        """The level that is linked with a paragraph style; the first if none is."""
        found = self._lists.get(list_id)
        levels = found.levels.items() if found else ()
        return next((at for at, level in levels if style and level.style == style), 0)

    def label(self, list_id: str, at: int) -> str:
        """The next number at a level of a list, with the blank that Word sets behind it; empty for none."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= at < LEVELS or at not in found.levels:
            return ""
        level = found.levels[at]
        counters = self._counters.setdefault(found.abstract, _Counters()).values
        if at in found.starts and (list_id, at) not in self._begun:
            counters[at] = None
        self._begun.add((list_id, at))
        before = counters[at]
        counters[at] = level.start if before is None else before + 1
        for above in range(at):
            if counters[above] is None:
                counters[above] = found.levels.get(above, _Level()).start
        for below in range(at + 1, LEVELS):
            restart = found.levels.get(below, _Level()).restart
            if restart is None or at < restart:
                counters[below] = None
        return _printed(level, found, counters)


def _printed(level: _Level, found: _List, counters: list[int | None]) -> str:
    if level.form == "bullet":
        text = "".join(symbol(level.font, char) for char in level.text)
    else:

        def counted(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            form = "decimal" if level.legal else found.levels.get(at, _Level()).form
            return numeral(counters[at] or 0, form)

        text = _PLACE.sub(counted, level.text)
    return text + (" " if text and level.suffix != "nothing" else "")


def _levels(element: Element) -> dict[int, _Level]:
    return {number(each, "ilvl") or 0: _level(each) for each in children(element, "lvl")}


def _level(element: Element) -> _Level:
    form = child(element, "numFmt")
    if form is None:  # a form that older Word cannot print stands in an alternative
        form = next((each for each in element.iter("{*}numFmt")), None)
    start = number(child(element, "start"))
    fonts = child(element, "rPr", "rFonts")
    return _Level(
        start=0 if start is None else start,
        form=attribute(form) or "decimal",
        text=attribute(child(element, "lvlText")) or "",
        suffix=attribute(child(element, "suff")) or "tab",
        legal=switch(element, "isLgl") or False,
        restart=number(child(element, "lvlRestart")),
        style=attribute(child(element, "pStyle")),
        font=attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "",
    )

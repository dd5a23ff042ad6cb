"""统计时间: which period a figure holds for, by the contract's rules of inheritance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.sites import Site, Sites
from dafu.records.facts import Period

_BASE_BEFORE = re.compile(r"(?:较|比|相比|同|与|由|从|自|对比|相较于?|于)\s?$")
_COMPARED_BEFORE = re.compile(r"(?:较|比|相较于?|对比|同|与)\s?$")
_TIMES_AFTER = re.compile(r"的?(?:近|约|超过?)?[\d.一二两三四五六七八九十]+余?倍")
_MOVED = re.compile(
    r"提高|提升|优化|调整|增产|减产|增长|增加|上升|下降|减少|降低|降至|降到|增至|增到|缩短|扩大|压减|翻|升至|涨"
)
_FACT = re.compile(r"已|目前|现有|截至|共有")
_FUTURE = re.compile(r"可|将|拟|预计|力争|有望")
_EVENT_BEFORE = re.compile(r"(?:建|成立|竣工|开工|始建|创建|创办|投用|设立|组建|启动|建成|通车)于\s?$")
_EVENT_AFTER = re.compile(
    r"[^，。；]{0,8}?(?:建成|开工|竣工|通车|投用|投入使用|上线|成立|启动|完工|动工|投产|挂牌|启用|运营|立项|获批|印发|出台|签订|签约|设立|召开|揭牌|落成|始建)"
)

_MONTH_END = re.compile(r"^(?!截|到|至)[^前]*[底末]$")


class FigurePeriods:
    """The periods of a letter, asked for by figure."""

    def __init__(
        self,
        periods: tuple[Period, ...],
        sites: Sites,
        figures: list[Site],
        text: str,
        *,
        letter_date: str | None,
        words: FigureWords,
    ) -> None:
        self._periods = periods
        self._sites = sites
        # 2023年新开工项目23个 dates a count, not an event.
        self._counted = {site.clause[0]: site.quantity.start for site in figures}
        self._text = text
        self._letter_date = letter_date
        self._words = words

    def of(self, site: Site) -> Period | None:
        """Its own clause's period; else the last before it in the sentence; else the last that opens a clause
        earlier in the paragraph and item. Bases of comparisons, dates of events and standing norms give none on.
        """
        started = _is_start_value(site)
        own = self._own(site, started=started) or self._in_brackets(site)
        if own is not None or started:
            return own
        passed = self._inherited(site)
        if _is_norm(site, self._words):
            # 从2023年起，…提高到每人每月123元: since when the norm holds.
            passed = (p for p in passed if p.kind == "since" and p.span[0] >= site.sentence[0])
        return next(passed, None)

    def _own(self, site: Site, *, started: bool) -> Period | None:
        start = site.quantity.start
        for period in reversed(self._periods):
            if site.clause[0] <= period.span[0] and period.span[1] <= start:
                if started and period.span[1] >= start - 3:
                    return period
                if not _is_base(period, self._text) or _names_it(period, site, self._text):
                    return period
        return None

    def _may_pass(self, period: Period, site: Site) -> bool:
        """Whether a `by` passes to a figure: none that is over, none to words that state a fact."""
        end, date = period.end, self._letter_date
        over = end is not None and date is not None and end < date[: len(end)]
        return not over and _FACT.search(site.before) is None

    def _in_brackets(self, site: Site) -> Period | None:
        """450人（2022年）."""
        end = site.quantity.end
        behind = re.match(r"[（(]([^（）()]{2,14})[）)]", self._text[end : end + 18])
        if behind is None:
            return None
        return next((p for p in self._periods if end < p.span[0] < end + len(behind.group())), None)

    def _inherited(self, site: Site) -> Iterator[Period]:
        """The periods that may pass to a figure, the nearest first."""
        for period in reversed(self._periods):
            if not (site.item[0] <= period.span[0] and period.span[1] <= site.clause[0]):
                continue
            if period.kind == "as_of" and _FUTURE.search(site.before):
                continue
            counted = self._counted.get(self._sites.clause_of(period.span[0]), -1) > period.span[0]
            event = not counted and (
                _is_event(period, self._text) or _is_past_event(period, site, self._text)
            )
            if (
                _is_base(period, self._text)
                or event
                or (period.kind == "by" and not self._may_pass(period, site))
            ):
                continue
            if period.span[0] >= site.sentence[0] or _opens_clause(period, self._sites, self._text):
                yield period


def _is_base(period: Period, text: str) -> bool:
    if period.kind == "since" or period.raw.startswith(("自", "从")):
        return False
    if period.raw.startswith(("到", "至")) and text.endswith("恢复", 0, period.span[0]):
        return True
    if _TIMES_AFTER.match(text, period.span[1]) or _COMPARED_BEFORE.search(
        text, max(0, period.span[0] - 3), period.span[0]
    ):
        return True
    started = _BASE_BEFORE.search(text, max(0, period.span[0] - 3), period.span[0])
    return started is not None and _MOVED.search(text, period.span[1], period.span[1] + 40) is not None


def _names_it(period: Period, site: Site, text: str) -> bool:
    """由2021年的27%: the base's own value follows it at once."""
    start, unit = site.quantity.start, site.quantity.unit
    between = text[period.span[1] : start].strip()
    if unit is not None and unit.dimension == "multiple":
        return False
    return between == "的" or (between == "" and not _COMPARED_BEFORE.search(text, 0, period.span[0]))


def _is_event(period: Period, text: str) -> bool:
    if _EVENT_BEFORE.search(text, max(0, period.span[0] - 5), period.span[0]):
        return True
    return (
        period.kind == "during"
        and _EVENT_AFTER.match(text, period.span[1]) is not None
        and (text[period.span[1] : period.span[1] + 1] not in "，,")
    )


def _is_past_event(period: Period, site: Site, text: str) -> bool:
    """2023年3月底建成；现有…: the end of a month or year dates an event, and what follows ； is another matter."""
    return (
        _MONTH_END.search(period.raw) is not None
        and _EVENT_AFTER.match(text, period.span[1]) is not None
        and "；" in text[period.span[1] : site.quantity.start]
    )


def _opens_clause(period: Period, sites: Sites, text: str) -> bool:
    lead = text[sites.clause_of(period.span[0]) : period.span[0]]
    return (
        re.fullmatch(
            r"\s*(?:其中|同时|此外|另外|而|在|自|从|到|至|且|并|[一二三四五六七八九十]是|[一-龥]{2,4}方面)?\s*",
            lead,
        )
        is not None
    )


def _is_start_value(site: Site) -> bool:
    """由12个增加到20个: the first value is the start of a move."""
    return (
        re.search(r"(?:由|从|自)[^，。；、]{0,14}$", site.before) is not None
        and _MOVED.search(site.after) is not None
    ) or (
        re.search(r"(?:由|从)[^，。；、]{0,10}$", site.before) is not None
        and re.match(r"[^，。；]{0,4}(?:提|增|升|上|下|降|减|扩|缩|压|翻|到|至|变|调|优)", site.after)
        is not None
    )


def _is_norm(site: Site, words: FigureWords) -> bool:
    """Whether a rule sets the figure; a payment's norm is often named in the clause before it."""
    paid = site.quantity.dimension in ("money", "share")
    near = site.lead[-40:] if paid else site.lead[max(0, site.clause[0] - site.sentence[0]) :]
    return any(word in near for word in words.norms) or bool(re.match(r"的标准", site.after))

"""省略: indicators whose noun stands with a figure before (托育机构86家，其中公办12家; 改造城中村18个，完工11个)."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.parts import same_noun
from dafu.parse.figures.sites import Site

_FARTHEST = 12
"""Figures; what is left out stands near."""
_LEVELS = re.compile(r"^(?:国家|省|市|县|区|州|乡|镇|自治区)+级(?:及?以上)?")
_LEVEL = r"(?:国家|省|市|县|区|州|盟|旗|乡|镇|村|自治区|[一二三四五甲乙丙ABC\d]{1,2})+[级类等]"
_SIBLING = re.compile(rf"{_LEVEL}(?P<noun>[一-龥]{{2,}})")
"""国家级示范社12家、省级30家: the second are 省级示范社."""
_PLOT = re.compile(r"(?:保护区|示范区|基地|园区|产业园)$")
_FUND = re.compile(r"(?:资金|补贴|补助|经费|投资|贷款|债券|奖励|基金|津贴|报酬|赔款|保费|规模)$")
_BEFORE_ACT = r"(?:已经?|均|共|新|再|需|正在?|待|尚|未|都|还|累计|先后|剩余|分[一二两三四五六七八九十\d]+批)*"
_GENERIC = re.compile(r"(?:总量|总数|总额|金额|货值|数量|水量|(?:首期|总)?规模)")


class Ellipsis:
    """Fills indicators in; keeps the figures read so far by reference, nothing else."""

    def __init__(
        self, sites: list[Site], parts: list[int | None], told: list[str | None], words: FigureWords
    ) -> None:
        self._sites = sites
        self._parts = parts
        self._told = told
        self._words = words

    def filled(self, at: int, own: str | None) -> str | None:
        """The indicator of a figure with the noun that it leaves out; `own` where nothing is left out."""
        if not own:
            return own
        return self._of_kind(at, own) or self._of_act(at, own) or self._of_measure(at, own) or own

    def antecedent(self, at: int) -> int | None:
        """The last figure before, in the same item, that counts the same noun; for a part, its whole."""
        unit = self._sites[at].quantity.unit
        if unit is None or unit.name in self._words.occasions:
            return None
        for index in range(at - 1, max(-1, at - _FARTHEST), -1):
            if self._sites[index].item != self._sites[at].item:
                return None
            of = self._parts[index]
            whole = index if of is None else of
            if self._told[whole] and same_noun(self._sites[at].quantity, self._sites[whole].quantity):
                return whole
        return None

    def _of_kind(self, at: int, own: str) -> str | None:
        """公办 of 托育机构 are 公办托育机构; 双低 of a 油菜示范区 is 双低油菜示范区."""
        whole = self._parts[at]
        index = whole if whole is not None else self.antecedent(at)
        if index is None:
            return None
        head = self._head(self._told[index])
        kind = _kind(self._words).fullmatch(own)
        sibling = _SIBLING.match(self._told[at - 1] or "") if kind and self._parts[at - 1] == whole else None
        if kind and sibling and whole is not None:
            return f"{kind['kind']}{sibling['noun']}"
        if kind and head:
            return f"{kind['kind']}{_LEVELS.sub('', head) or head}"
        unit = self._sites[at].quantity.unit
        of_plot = whole is not None and unit is not None and unit.dimension == "area"
        return f"{own}{head}" if of_plot and head and _PLOT.search(head) and len(own) <= 4 else None

    def _of_act(self, at: int, own: str) -> str | None:
        """完工98个, after 改造老旧小区130个, counts 完工老旧小区."""
        act = _act(self._words).fullmatch(own)
        index = self.antecedent(at) if act else None
        while index is not None:
            head = self._head(self._told[index])
            unit = self._sites[at].quantity.unit
            if head and unit is not None and unit.dimension == "money" and not _FUND.search(head):
                return None
            if head and act:
                return f"{act['act']}{head}"
            index = self.antecedent(index)
        return None

    def _of_measure(self, at: int, own: str) -> str | None:
        """总量达到4100家, after 新增入会商户820家, is 入会商户总量; so is the 金额 of 交易46单."""
        if not _GENERIC.fullmatch(own) or not at or self._sites[at - 1].sentence != self._sites[at].sentence:
            return None
        head = self._head(self._told[at - 1])
        return None if not head or _GENERIC.search(head) else f"{head}{own}"

    def _head(self, indicator: str | None) -> str:
        """What is counted, without what is done to it: 启动改造老旧小区 counts 老旧小区."""
        cut = _acts(self._words).sub("", (indicator or "").rpartition("的")[2])
        return cut if len(cut) >= 2 else ""


@cache
def _act(words: FigureWords) -> re.Pattern[str]:
    acts = any_of(words.elided_acts)
    return re.compile(
        rf"(?:分[一二两三四五六七八九十\d]+批)?(?P<act>{_BEFORE_ACT}(?:{acts}){{1,3}})(?:了|的)?"
    )


@cache
def _acts(words: FigureWords) -> re.Pattern[str]:
    return re.compile(
        rf"^{_BEFORE_ACT}(?:(?:{any_of(words.elided_acts, words.building_verbs)})(?:[并和及、]|以及)?)+(?:各[类项级种]|相关|有关)?"
    )


@cache
def _kind(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"(?P<kind>{any_of(words.kinds)}|{_LEVEL}|[一-龥]{{2,3}}[型性式])的?")

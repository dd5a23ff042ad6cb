"""Indicators carried over from words before the clause: bases of comparison, rates, standards of payments."""

from __future__ import annotations

import re

from dafu.parse.figures.sites import Site

_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?)[^，。；]{1,14}的(?:近|约|超过?)?$")
_MADE_INTO = re.compile(
    r"(?!.*(?:[率达数量占比]|完成|建成|组成|[收接得]到))\s*[一-龥]{1,3}(?:为|到|至|成)(?:了|约|近|超|现在的)?\s*"
)
"""优化为, 整合到: between what was and what became of it."""
_BASE_VALUE = re.compile(r"，?(?:较|比|由|从|相比|相较于?)[^，。；]{0,3}的|，?恢复[到至]?(?:同期)?的?")
"""较（2020年）的18.5: the base of what was measured before."""
_PER_HEAD = re.compile(r"每[百千万十]{0,2}(?:人口|名?(?:常住人口|老年人|居民|学生|人))(?=[^，。；]{2})")
"""每千人口 holds for all that its clause lists."""
_PER_UNIT = re.compile(r"[亩户]均(?=增|减|节|产)")
_DAILY = re.compile(r"[日月周人户笔村]均")
_STANDARD_OF = re.compile(r"(?:^|[，；。])[^，。；]{0,8}标准(?:分别)?(?:为|是)[:：]?[^，。；]*$")
_CLASSED = re.compile(r"(?:周?岁|以上|以下|[一二三四五]档|[一二三四五]级|老人|家庭|学生)(?:老人|老年人|的)?$")
_BARE_STANDARD = re.compile(r"，?标准(?:为|是)[:：]?")
_AID = re.compile(
    r"(?P<what>[一-龥]{2,6}?(?:津贴|补贴|补助|救助金|保障金|奖金|奖补|奖励|资助|报酬|保险费|养老金))(?=[，。；]|的?标准)"
)
_GIVEN_IN_ROW = re.compile(
    r"分别(?:发放|给予|享受|领取|落实|补发)了?(?P<what>[一-龥]{2,8}(?:津贴|补贴|补助|救助金|保障金|奖金|奖补|奖励|资助))[^一-龥]"
)
_FIGURE = re.compile(r"\d[^，。；]*")
_GIVING = re.compile(r"^.*(?:发放|落实|提高|享受|给予|实行|领取|予以|一次性)")


def measures_as_before(before: str, site: Site) -> bool:
    """Whether a figure tells of what the one before it measures: 优化为3个, 较2020年的18.5, 约为新建小区的3倍."""
    times = site.quantity.dimension == "multiple" and _TIMES_OF.search(before)
    return bool(times or is_made_into(before) or _BASE_VALUE.fullmatch(before))


def is_made_into(between: str) -> bool:
    """Whether words between two figures only say that one became the other."""
    return _MADE_INTO.fullmatch(between) is not None


def with_rate(own: str, previous: str, before: str) -> str:
    """每万人口全科医生3.8名、药师5.1名: the second is per thousand too; 日均 is of what was counted before."""
    if _DAILY.fullmatch(own):
        return f"{own}{previous}"
    per = (
        (_PER_HEAD.match(previous) or _PER_UNIT.match(previous)) if re.match(r"[、和及与]", before) else None
    )
    return f"{per.group()}{own}" if per and not _PER_HEAD.match(own) else own


def aid_before(site: Site) -> str:
    """给予租房补贴，每月最高2000元: the aid named since the figure before, whose limit or rate this is."""
    if site.quantity.dimension != "money":
        return ""
    aids = list(_AID.finditer(_FIGURE.split(site.lead)[-1]))
    return _GIVING.sub("", aids[-1]["what"]) if aids else ""


def aid_in_row(site: Site) -> str:
    """对甲类、乙类老人分别发放高龄津贴50元、100元: the aid, for the row names those who get it."""
    given = _GIVEN_IN_ROW.search(f"{site.lead}0") if site.quantity.dimension == "money" else None
    return given["what"] if given else ""


def standard_of(before: str, site: Site) -> str:
    """发放扶助补贴，标准为49至59周岁每人每月460元: what the rate is of; its classes are none. Empty for others."""
    if site.quantity.dimension != "money" or not _STANDARD_OF.search(site.lead):
        return ""
    classed = re.sub(r"(?:每[人户生名月年天次学期])+$", "", before)
    aids = list(_AID.finditer(site.lead))
    if not aids or not (_CLASSED.search(classed) or _BARE_STANDARD.fullmatch(classed)):
        return ""
    return f"{_GIVING.sub('', aids[-1]['what'])}标准"

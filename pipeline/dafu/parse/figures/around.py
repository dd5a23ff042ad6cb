"""What the words right after a number say of what it counts: 8.5公里建设, 30个工作日内办结, 支渠未衬砌, 给予补贴."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.sites import Site
from dafu.parse.figures.terms import act_within

_STANDARD = re.compile(
    r"的?标准[^。；]{0,24}?(?:给予|发放|予以|享受|进行|提供|落实|支付)(?:一次性)?(?P<what>[一-龥]{2,8})"
)
_LACKING = re.compile(
    r"(?P<noun>[一-龥]{0,12}?)(?:尚|仍|还|都|均)?(?P<act>未(?![来成婚])[一-龥]{2,8}?)(?=[，。；、（）()]|$)"
)
_AT_RATE = re.compile(r"按照?[^，。；]{0,16}的?$")
"""按合同金额的20%给予补助."""
_DONE_SO_OFTEN = re.compile(
    r"(?:召开|举办|组织|开展|邀请|赴|深入|专题|研究|调度|听取|前往|带队|向|到|修订|修改|征求|检查|督导|会商)[一-龥]{2,8}"
)
"""3次召开座谈会: what was done so often stands behind."""


class Lacking(NamedTuple):
    """31.5公里支渠未衬砌: the noun counted and what is not yet done to it."""

    noun: str
    act: str


def act_around(site: Site, noun: str, words: FigureWords) -> str:
    """投诉30个工作日内办结, 公交专用道8.5公里建设: `noun` with the act that goes on behind the number; else empty."""
    limited = act_within(site.quantity, site.after, noun)
    work = _works(words).match(site.after) if noun and site.quantity.dimension != "money" else None
    return f"{noun}{work['work']}" if work and not limited else limited


def given_after(site: Site, words: FigureWords) -> str:
    """按每千瓦300元给予补贴, 1000元标准发放津贴: what the rate is of; else empty."""
    unit = site.quantity.unit
    standard = _STANDARD.match(site.rest)
    of_rate = unit is not None and ("/" in (unit.name or "") or _AT_RATE.search(site.before) is not None)
    if standard is None and of_rate:
        standard = _given(words).match(site.after)
    return standard["what"] if standard else ""


def done_so_often(site: Site, rest: str, words: FigureWords) -> str:
    """3次召开座谈会: the act of an occasion; empty for what counts no occasions."""
    unit = site.quantity.unit
    done = _DONE_SO_OFTEN.match(rest) if unit is not None and unit.name in words.occasions else None
    return done.group() if done else ""


def lacking_after(rest: str) -> Lacking | None:
    """What is not yet done, where the words after a number say so."""
    match = _LACKING.match(rest)
    return Lacking(match["noun"], match["act"]) if match else None


@cache
def _works(words: FigureWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<work>(?:{any_of(words.works)})+)(?:任务|工作|工程|目标)?(?=[，。；、）)和并及与]|$)"
    )


@cache
def _given(words: FigureWords) -> re.Pattern[str]:
    return re.compile(
        rf"的?(?:标准)?(?:给予|予以|发放|进行|享受|支付|兑付|落实|提供)?(?:一次性|定额)?(?P<what>[一-龥]{{0,6}}?(?:{any_of(words.aid_nouns)}))(?=[，。；、]|$)"
    )

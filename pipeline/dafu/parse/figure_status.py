"""性质: fact, target, forecast, or what the proposer says, restated."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figure_sites import Site
from dafu.records.facts import FigureStatus, Period

_AFTER_COMPLETION = re.compile(r"(?:建成|达产|投产|投用|完工|实施|运营|竣工)后[^。；]{0,60}$")
_DESIGNED = re.compile(r"占地|建筑面积|用地|设计|设置|可|规划|容纳|处理|年产|建设规模|拟建|床位|车位")
_MOVES = re.compile(r"[^，。；]{0,4}(?:提|增|升|上|下|降|减|扩|缩|压|延|优|变|到|至)")


def status_of(site: Site, period: Period | None, letter_date: str | None, words: FigureWords) -> FigureStatus:
    """The status of a figure from its sentence, its period and the role of its section."""
    clause = (
        site.lead[site.clause[0] - site.sentence[0] :] if site.clause[0] > site.sentence[0] else site.lead
    )
    if _claimed(site, words):
        return "claimed"
    if re.search(r"(?:由|从)[^，。；、]{0,14}$", site.before) and _MOVES.match(site.after):
        return "actual"
    if _is_forecast(site, clause, words):
        return "forecast"
    ahead = _ahead(period, letter_date)
    if ahead is not None and (ahead or not _planned(words).search(clause)):
        return "target" if ahead else "actual"
    if site.section is not None and site.section.role == "plan":
        facts = _done(words).search(clause)
        return "actual" if facts and not _planned(words).search(clause[facts.end() :]) else "target"
    plan = _planned(words).search(site.lead)
    return "target" if plan and not _done(words).search(site.lead[plan.end() :]) else "actual"


def _is_forecast(site: Site, clause: str, words: FigureWords) -> bool:
    """预计, 概算, 总投资 and what a project will hold, until the sentence says that it stands."""
    if _completed(words).search(site.lead):
        return False
    designed = "总投资" in site.lead and _DESIGNED.search(clause)
    return bool(designed or _forecast(words).search(clause) or _AFTER_COMPLETION.search(site.lead))


def _ahead(period: Period | None, letter_date: str | None) -> bool | None:
    """Whether the period lies ahead of the letter; `None` where that cannot be told."""
    bound = (period.end or period.start) if period is not None else None
    if period is None or letter_date is None or bound is None:
        return None
    if period.kind == "by":
        return bound >= letter_date[: len(bound)]
    first, year = period.start or bound, letter_date[:4]
    later = first > letter_date[: len(first)] or (period.kind == "during" and bound[:4] > year)
    earlier = bound[:4] < year or period.kind in ("as_of", "since") or first[:4] < year
    return True if later else False if earlier else None


def _claimed(site: Site, words: FigureWords) -> bool:
    match = _claiming(words).search(site.lead)
    return match is not None and _claim_end(words).search(site.lead, match.end()) is None


@cache
def _claiming(words: FigureWords) -> re.Pattern[str]:
    who = any_of(words.claimants)
    return re.compile(
        rf"(?:{who})[^，。；]{{0,12}}?(?:{any_of(words.claim_words)})(?!的?(?:意见|办理|收悉|答复))|(?:^|[，：])建议(?:将|把|在|对|由|提高|增加|设立|建设|新建)"
    )


@cache
def _claim_end(words: FigureWords) -> re.Pattern[str]:
    return re.compile(any_of(words.claim_ends))


@cache
def _forecast(words: FigureWords) -> re.Pattern[str]:
    return re.compile(any_of(words.forecast))


@cache
def _completed(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.completed)})(?!后)")


@cache
def _planned(words: FigureWords) -> re.Pattern[str]:
    will = any_of(words.will_verbs)
    return re.compile(
        rf"(?:将|(?<![动作度年增展才人项发划])计划|拟)(?={will}|[\d一二三四五六七八九十])|(?:{any_of(words.target)})(?!财政|单列|军|生育|来|入选|内[^，]{{0,4}}投|外|》|近|信|任务|管理|责任)"
    )


@cache
def _done(words: FigureWords) -> re.Pattern[str]:
    return re.compile(any_of(words.done))

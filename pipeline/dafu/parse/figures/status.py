"""性质: fact, target, forecast, or what the proposer says, restated."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.sites import Site
from dafu.records.facts import FigureStatus, Period

_AFTER_COMPLETION = re.compile(r"(?:建成|达产|投产|投用|完工|实施|运营|竣工)后[^。；]{0,60}$")
_SURVEYED = re.compile(r"据[^，。；]{0,10}(?:调查|统计|监测|反馈|评估)")
_RECKONED = re.compile(r"[经据][^，。；\d]{0,12}(?:测算|估算|匡算)，(?!.*(?:而[我全]|但|目前|现有))")
_GUESSED = re.compile(r"(?:^|，)(?:总|项目)?(?:投资|造价)$")
_NEEDED = re.compile(r"(?<![急所])需[一-龥]{0,4}(?:资金|投资|经费|支出)[约近共]?$")
_ADDED = re.compile(
    r"(?<!可)(?:新增|增加|形成|提升|达到|已有|现有)[一-龥]{0,4}(?:处理能力|装机容量|供水能力|生产能力|产能)"
    r"|(?:处理能力|装机容量|供水能力|生产能力|产能)(?=已?[由达占突超])"
)
"""新增处理能力 stands, where 处理能力 alone is what a plant is designed for."""
_OF_PLANNED = re.compile(r"占[^，。；]{0,8}(?:总投资|概算|装机容量|处理能力)")
_CAPACITY = re.compile(
    r"总?装机(?:容量|规模)|(?:处理|供水|生产|设计)能力|设计(?=日|年|处理|供水|容量|产能|规模)"
)
_STANDS = re.compile(
    r"(?:现有|共有|已有|建有|拥有|实有|建成|并网|投运|投产|投用|通水|通气|供水|投入(?:使用|运行|运营|生产))(?![后前时]|的?目标)"
)
_TO_BE_BUILT = re.compile(r"在建|拟建|筹建|待建|续建|规划|计划|预计|[将拟可]|力争|有望|(?:全部|项目)建成")
"""What a plant holds is no forecast where the sentence says that it stands, and not of one yet to be built."""
_COMPLETION = re.compile(
    r"(?:完[成工]|开工|整改|办结|到位|执行|竣工)率|占[^，。；]{0,6}(?:计划|任务|目标)|完成[^，。；]{0,6}(?:计划|任务|目标)(?:[\d.]+[万亿]?[一-龥]{0,5})?的"
)
"""完成率75%: how much of a plan is done."""
_PROGRESS = re.compile(
    r"完成[^，。；]{0,6}(?:计划|任务|目标)(?:[\d.]+[万亿]?[一-龥]{0,5})?的(?:[约近超]|超过)?$"
)
"""完成全年目标2.8万人的45%: how far the work has come."""
_RISEN = re.compile(
    r"(?:由|从)[^，。；]{0,20}\d[^，。；]{0,4}?(?:提高|提升|增加|增长|上升|下降|降低|减少|缩短|扩大|压缩|压减|优化|[增升降减])了?[到至为][约近]?$"
)
_TO_COME = re.compile(r"将|可|预计|有望|力争|拟|计划|目标")
"""改造后收缴率由61%提高到88%: measured before and after, no forecast unless a word says so."""
_DESIGNED = re.compile(r"占地|建筑面积|用地|设计|设置|可|规划|容纳|处理|年产|建设规模|拟建|床位|车位")
_ABOUT = re.compile(r"(?:^|[\n。.、．])\s*关于[^，。；]*$")
_ASKED = re.compile(r"[^，。；]{0,20}的(?:建议|诉求|请求|提议|意见)(?=[，。；\n]|$)")
"""关于增设校车12辆的建议: what is asked for."""
_MOVES = re.compile(r"[^，。；]{0,4}(?:提|增|升|上|下|降|减|扩|缩|压|延|优|变|到|至)")


def is_told_done(site: Site, words: FigureWords) -> bool:
    """Whether the words before a figure in its clause say that it is done: 已完成, 实际建成."""
    return _done(words).search(site.before) is not None


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
    dated = _by_period(site, clause, period, letter_date, words)
    if dated is not None:
        return dated
    return _by_section(site, clause, words)


def _by_section(site: Site, clause: str, words: FigureWords) -> FigureStatus:
    """What the words of the clause tell in a plan, and those of the sentence elsewhere."""
    if site.section is None or site.section.role != "plan":
        plan = _planned(words).search(site.lead)
        if site.quantity.dimension == "share" and _PROGRESS.search(site.lead):
            return "actual"
        return "target" if plan and not _done(words).search(site.lead[plan.end() :]) else "actual"
    plans = list(_planned(words).finditer(site.lead))
    told = _done(words).search(site.lead, plans[-1].end() if plans else 0)
    if told and _COMPLETION.search(site.before):
        return "actual"
    facts = _done(words).search(clause)
    return "actual" if facts and not _planned(words).search(clause[facts.end() :]) else "target"


def _by_period(
    site: Site, clause: str, period: Period | None, letter_date: str | None, words: FigureWords
) -> FigureStatus | None:
    """What the period tells; `None` where it does not."""
    ahead = _ahead(period, letter_date)
    if period is None or ahead is None:
        return None
    if period.kind == "since" and site.section is not None and site.section.role == "plan":
        return None  # 2022年起，每年安排…: what began goes on
    if not ahead:
        return "actual" if period.kind == "by" or not _planned(words).search(clause) else None
    if _began(period, letter_date):
        # What fell in a five-year plan so far is told like any fact; 2023年至2025年每年… looks ahead.
        told = period.anchor == "plan" and not (site.section is not None and site.section.role == "plan")
        if _done(words).search(site.lead) or (told and not _planned(words).search(site.lead)):
            return "actual"
    return "target"


def _is_forecast(site: Site, clause: str, words: FigureWords) -> bool:
    """预计, 概算, 总投资 and what a project will hold, until the sentence says that it stands."""
    completed = list(_completed(words).finditer(site.lead))
    stands = bool(completed) and _TO_BE_BUILT.search(site.lead, completed[-1].end()) is None
    if stands or _SURVEYED.search(site.lead) or _has_risen(site):
        return False
    if (
        _RECKONED.search(site.lead)
        or _NEEDED.search(site.before)
        or (site.quantity.bound == "about" and _GUESSED.search(site.before))
    ):
        return True
    clause = _OF_PLANNED.sub("", _ADDED.sub("", clause))
    built = list(_STANDS.finditer(site.lead))
    if built and _TO_BE_BUILT.search(site.lead, built[-1].end()) is None:
        clause = _CAPACITY.sub("", clause)
    designed = "总投资" in site.lead and _DESIGNED.search(clause)
    return bool(designed or _forecast(words).search(clause) or _AFTER_COMPLETION.search(site.lead))


def _has_risen(site: Site) -> bool:
    planned = site.section is not None and site.section.role == "plan"
    return not planned and _RISEN.search(site.lead) is not None and _TO_COME.search(site.lead) is None


def _ahead(period: Period | None, letter_date: str | None) -> bool | None:
    """Whether the period lies ahead of the letter; `None` where that cannot be told."""
    bound = (period.end or period.start) if period is not None else None
    if period is None or letter_date is None or bound is None:
        return None
    if period.kind == "by":
        return bound >= letter_date[: len(bound)]
    first, year = period.start or bound, letter_date[:4]
    common = min(len(first), len(letter_date))
    later = first[:common] > letter_date[:common] or (period.kind == "during" and bound[:4] > year)
    earlier = bound[:4] < year or period.kind in ("as_of", "since") or first[:4] < year
    return True if later else False if earlier else None


def _began(period: Period, letter_date: str | None) -> bool:
    """Whether a period that lasts beyond the letter has begun: “十四五”期间 in 2023."""
    start = period.start
    return bool(start and letter_date and start[:4] <= letter_date[:4] and period.kind == "during")


def _claimed(site: Site, words: FigureWords) -> bool:
    if _ABOUT.search(site.lead) and _ASKED.match(site.rest):
        return True
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
        rf"(?:[\d一二两三四五六七八九十]年|[今本原当全]年?|年[初度])计划(?![内外总的任目指安])(?=[一-龥]{{2,10}}(?:\d|$))|(?:将|(?<![动作度年增展才人项发划])计划|拟)(?={will}|[\d一二三四五六七八九十])|(?:{any_of(words.target)})(?!财政|单列|军|生育|来|入选|内[^，]{{0,4}}投|外|建成的|完工的|交付的|建设的|》|近|信|任务|管理|责任)(?<!定目标)"
    )


@cache
def _done(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.done)}|(?<![从合据按切])实际(?![上情需工困问出])")

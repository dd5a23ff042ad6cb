"""指标: what a figure counts or measures, in the letter's words, without place and time.

The noun phrase after the number (139家高新技术企业), with the verb of a phrase around it (对78家企业进行了表彰奖励),
else the words before it (建成省级高新技术开发区1个), else what the figure before it measures (同比增长8%).
"""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.around import Lacking, act_around, done_so_often, given_after, lacking_after
from dafu.parse.figures.carried import (
    aid_before,
    aid_in_row,
    is_made_into,
    measures_as_before,
    standard_of,
    with_rate,
)
from dafu.parse.figures.rates import without_denominator
from dafu.parse.figures.sites import Site
from dafu.parse.segment import Segmenter, Word
from dafu.records.base import Span

_LONGEST = 30
_SHARE_OF = re.compile(
    r"(?:(?<![药耗])占|占到|约占)(?P<whole>[一-龥\dA-Za-z“”]{0,20}?)(?:的比例|的比重|比重|比例|的)?(?:约|达|为|达到|近|超)*\s?$"
)
_PARTICLES_FIRST = "共已并且还又也都均拟将可能使让把对为向给在于从由和及与或即如仅只约近超就是有了的之再到至按以其各另现达年月底末前后内年"
_PARTICLES_LAST = (
    "再较比为宜应须共已约有是超近逾由从到至仅只就了的在均以可将要需各和及与每按又并即如等余其达总翻于"
)
_NO_PARTICLE = re.compile(r"^约谈|^可(?:再生|利用|支配|持续|吸入|回收)|[师生护入配桩占]比$")
"""What the segmenter takes for 约 and 比."""
_CLAIMED = re.compile(
    r"^.{2,}?(?:资金|经费|预算|收入)[里中](?=.{2})|^(?:通过|采取|以)[^，。]{2,12}?(?:方式|形式|渠道|途径|办法)|^(?:项目)?(?:全部|全面)?(?:建成|达产|投产|投用|完工|实施|改造|运营)(?:投用|投产|达产)?后，?"
    r"|^.*?(?:您|你们?|代表|委员|提案)[^，。]{0,4}(?:建议|提出|希望|反映)的?(?:将|把|由)?|^建议(?:将|把|由)?"
)
_BEYOND = re.compile(
    r"(?:高于|低于|高出|快于|超出|好于|优于|领先|低|高)[^，。；]{0,10}(?:平均(?:水平|值|数|增速)?|水平|同期|均值|增速|目标|要求|指标|全[国省市县区州]|上年)$"
)
_AVERAGE = re.compile(
    r"(?P<what>[人户亩日月年村校次场]均(?:增收|增产|减产|产值|收入|产量|节水|增加收入|节约|节本|增效)[一-龥]{0,4}?)(?:达到?|约|为|近|超过?|了)*$"
)
_LEVEL_AVERAGE = re.compile(r"[人户]均(?:产值|收入|产量|工资|可支配收入|支出)")
_OUT_OF = re.compile(r"(?<![初高集])中[，,]")
"""152所学校中，已开放…"""
_BY_DOCUMENT = re.compile(
    r"^(?:参照|按照|依据|依照|根据|落实|贯彻|执行|围绕|对照)[^，。；]*》(?:[（(][^（）()]*[）)])?(?:要求|规定|精神)?"
    r"|^[^，。；]*》(?:[（(][^（）()]*[）)])?(?:第[\d.一二三四五六七八九十]+条)?(?:规定|明确|要求)"
)
_SUCH_AS = re.compile(
    r"(?<![高中初平均同优对相])等(?:\d+|[一二三四五六七八九十]+)?(?:个|类|种|项)?(?![级额次待候同距奖])(?P<what>[一-龥]{2,12})$"
)
"""X、Y等项目: the general word after the examples names what is counted."""
_MEASURE = re.compile(
    r"(?:率|占比|比例|比重|增速|规模|总投资|投资|造价|收入|面积|产值|总量|总数|总额|余额|均价|价格|浓度|寿命|密度)$"
)
"""A measure's own noun needs none after the number."""
_SHARED_HEAD = re.compile(
    r"[一-龥]{1,10}(?:率|占比|比例|比重|数|数量|总量|面积|资金|标准|定额|经费|收入|产量|产值|价格|增速|余额|企业|人数|时间)$"
)
_MARKER = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,2}[、．.](?!\d)|[一-龥]{2,4}期间(?=.{2}))"
)
_OF_PLACE = re.compile(r"^[全我][省市县区州国镇乡]")
_TIME = re.compile(r"[今明去后][年天]|年[底内初末](?!端)|[上下]半年|[一二三四]季度|月[底末]")
"""剩余2处年底前完工: a time ends what is counted."""
_BRACKET_END = re.compile(r"^[^（）()]*[）)]")
"""（含改建2个）、公园: the bracket of the figure before ends here."""
_INCLUDED = re.compile(r"^[，、]?(?:内含|其中含|含)(?![氧水硫税磷盐糖沙油碳金量]|有)(?=.{2})")
"""（含支线: a part's noun."""
_GENERAL_HEAD = re.compile(r"的(?:标准|比例|数量|面积|规模|水平|力度|资金|总量|总数|费用|金额|时间)再?$")
_NO_NOUN = re.compile(r"速度|比例|目标|水平|幅度|规模|要求|任务|问题|建议|意见|提案|诉求|情况|标准")
_CLASS = re.compile(
    r"[\d.]+[万千]?(?:周?岁|亩|平方米|万?元|公里|人|张|个月|年|吨)(?:\([^()]*\)|（[^（）]*）)?(?:及?以[上下]|以内)的?"
)
_SHORT_NOUNS = ("人", "村", "户", "长", "宽", "高", "厚", "深")
"""Of one character, and yet what a number counts or measures: 桥长320米、宽12米."""
_ADMINISTRATIVE = ("县", "镇", "乡", "村", "区", "市", "省", "校", "园", "点", "站")
_SINCE_ADVERB = re.compile(
    r"(?:已经?(?![知])|(?<![人年户亩日月平地次场笔单株])(?<!(?<![学新考师])生)均|累计|(?<![公总])共(?![同享有建产和])|先后|目前|现有|正在)(?=.{2})"
)


class Indicators:
    """Reads indicators; keeps nothing of a letter."""

    def __init__(self, segmenter: Segmenter, words: FigureWords) -> None:
        self._segmenter = segmenter
        self._words = words

    def of(self, site: Site, skipped: list[Span], previous: str | None, rank: int | None) -> str | None:
        """The indicator of a figure; `skipped` are periods, places and what the figure before it counts,
        `previous` is the last figure's indicator in the sentence, `rank` its place in a row after 分别."""
        before = _without(site.before, site.quantity.start - len(site.before), skipped)
        before = _BEYOND.sub("", before)
        told = self._averaged(before) or standard_of(before, site)
        if previous and not told and measures_as_before(before, site):
            told = previous
        if told:
            return told
        if rank is not None and (aid := aid_in_row(site)):
            return aid
        listed = self._listed(site, rank) if rank is not None else ""
        if listed:
            of = _SHARE_OF.search(re.sub(r"的?[\d.一二三四五六七八九十]*[成%][、和及]?$", "的", site.lead))
            return f"{listed}占{self._edges(of['whole'])}" if of and of["whole"] else listed
        share = _SHARE_OF.search(before)
        if share and site.quantity.dimension in ("share", "ratio"):
            return self._share(share, before, site, previous)
        own = self._noun(before, site)
        if own and previous:
            own = with_rate(own, previous, before)
        return own or aid_before(site) or previous or self._subject(site)

    def _averaged(self, before: str) -> str:
        """农户户均增收, 教师年人均收入: an average, with whose where it is a level."""
        average = _AVERAGE.search(before)
        if average is None:
            return ""
        whose = self._noun_before(before[: average.start()].removesuffix("年"))
        level = _LEVEL_AVERAGE.match(average["what"]) and len(whose) <= 10 and self._ends_in_noun(whose)
        return f"{whose}{average['what']}" if level else average["what"]

    def _noun(self, before: str, site: Site) -> str:
        noun = self._noun_before(before)
        act = act_around(site, noun, self._words)
        if act:
            return act
        if re.search(r"[一-龥][、和及与]$", site.before) and site.shares_clause:
            return self._after(site) or noun
        if noun and site.shares_clause and self._ends_in_noun(noun):
            return noun
        if noun and _MEASURE.search(noun) and site.after.startswith("的"):
            return _built_first(self._words).sub("", noun)
        after = self._after(site)
        return self._with_verb(after, before, site) if after else noun

    def _share(self, share: re.Match[str], before: str, site: Site, previous: str | None) -> str | None:
        """占年度计划的82%: what is compared, and with what."""
        whole = self._edges(share["whole"])
        part = self._noun_before(before[: share.start()]) or previous or ""
        other = whole or self._after(site)
        return f"{part}占{other}" if part or other else None

    def _after(self, site: Site) -> str:
        """The noun phrase that the number counts, up to a verb, preposition or stop."""
        if site.shares_clause and is_made_into(site.after):
            return ""
        rest = _rest_to_read(site)
        lacking = lacking_after(rest)
        told = given_after(site, self._words) or done_so_often(site, rest, self._words)
        if told or (lacking and not lacking.noun):
            return told or (lacking.act if lacking else "")
        return "" if _verbs_first(self._words).match(rest) else self._counted(rest, lacking)

    def _counted(self, rest: str, lacking: Lacking | None) -> str:
        """The noun phrase at the start of `rest`, with the class or the lack that limits it."""
        bounded = _CLASS.match(rest)
        if bounded:
            rest = rest[bounded.end() :]
        taken = self._phrase(lacking.noun if lacking else rest)
        phrase = "".join(word.text for word in taken).strip('“”"的')
        if _OUT_OF.match(rest, len(phrase) - 1):
            phrase = phrase[:-1]
        if not any(word.tag[0] in "njlsbgtzq" or word.tag in ("vn", "an") for word in taken):
            phrase = taken[0].text if taken and taken[0].text in self._words.aid_nouns else ""
        if _changes(self._words).match(phrase) or (len(phrase) < 2 and phrase not in _ADMINISTRATIVE):
            return ""
        if lacking:
            return f"{lacking.act}{phrase}"
        return f"{bounded.group()}{phrase}" if bounded else phrase

    def _phrase(self, rest: str) -> list[Word]:
        taken: list[Word] = []
        if re.match(r"[一-龥A-Za-z“\"]", rest):
            words = self._segmenter.words(re.split(r"[，。；：、（(\n！？,;]", rest[:_LONGEST])[0])
            for at, word in enumerate(words):
                if not self._continues(word, taken, words[at + 1 :]):
                    break
                taken.append(word)
        return taken

    def _continues(self, word: Word, taken: list[Word], rest: list[Word]) -> bool:
        """Whether a word still belongs to the noun phrase; 的 does where a noun follows, a verb before a noun."""
        if word.text in ("“", "”", '"'):
            return True
        if word.text == "的":
            return bool(taken) and bool(rest) and rest[0].tag[0] in "nvjab"
        if word.text in self._words.verbs_after or word.text.rstrip("了") in self._words.verbs_after:
            return False
        if word.tag[0] in "pcdyo" or word.tag in ("uj", "ul", "uz", "ug"):
            return False
        if word.tag == "v" and taken and taken[-1].tag[0] == "n":
            return bool(rest) and rest[0].tag[0] in "nv" and rest[0].text not in self._words.verbs_after
        return word.tag[0] in "nvabjlistfzgqxkhrem"

    def _with_verb(self, phrase: str, before: str, site: Site) -> str:
        """对78家企业进行了表彰奖励 counts 表彰奖励企业; 新建5所学校 counts 新建学校."""
        lead = before.rstrip()
        governor = re.search(rf"(?:{any_of(self._words.governors)})[^，。；]{{0,4}}$", lead)
        tail = site.after[site.after.find(phrase) + len(phrase) :] if phrase in site.after else ""
        if governor and tail:
            done = re.match(
                rf"(?:已|都|均)?(?:{any_of(self._words.light_verbs)})?了?(?P<act>[一-龥]{{2,8}})", tail
            )
            if done:
                return f"{done['act'].rstrip('了')}{phrase}"
        verb = self._last_verb(lead)
        return f"{verb}{phrase}" if verb else phrase

    def _last_verb(self, before: str) -> str:
        trimmed = re.sub(r"[了过着约近超达共]+$", "", before.rstrip())
        words = self._segmenter.words(trimmed[-8:])
        if not words or words[-1].tag[0] != "v" or words[-1].text in self._words.weak_verbs:
            return ""
        known = (*self._words.tails, *self._words.governors)
        return "" if len(words[-1].text) < 2 or words[-1].text in known else words[-1].text

    def _noun_before(self, before: str) -> str:
        """The words before the number without what only leads in, counts or compares."""
        phrase = re.split(r"[（(](?![^（）()]*[）)])", _MARKER.sub("", before.lstrip()))[-1]
        phrase = _INCLUDED.sub("", _BRACKET_END.sub("", phrase))
        phrase = _aimed(self._words).sub("", _BY_DOCUMENT.sub("", phrase))
        phrase = _moved(self._words).sub("", _CLAIMED.sub("", phrase))
        phrase = _SINCE_ADVERB.split(self._edges(phrase))[-1]
        phrase = self._edges(re.sub(r"(?<=[一-龥]{2})(?:实现|达到)(?=[一-龥]{2})", "", phrase))
        such = _SUCH_AS.search(phrase)
        if such and such.start() >= 2:
            first = self._segmenter.words(phrase[:8])[0]
            acts = first.tag == "v" and len(first.text) == 2
            return f"{first.text}{such['what']}" if acts else such["what"]
        if "、" in phrase and re.search(r"、[一-龥]{2,}$", phrase) and re.match(r"[\d]|$", phrase[:1] or ""):
            phrase = phrase.rpartition("、")[2]
        if len(phrase) > 12 and "的" in phrase and not _GENERAL_HEAD.search(phrase):
            phrase = self._edges(phrase.rpartition("的")[2]) or phrase
        if len(phrase) > 16:
            phrase = self._edges(re.split(r"了|，|用于|通过|围绕|根据|按照", phrase)[-1]) or phrase[-16:]
        return phrase if len(phrase) >= 2 or phrase in _SHORT_NOUNS else ""

    def _edges(self, phrase: str) -> str:
        """Without words at either end that are no part of what is measured."""
        leads, tails = _lead(self._words), _tail(self._words)
        while True:
            cut = tails.sub("", leads.sub("", phrase.strip(' ，、。；：:“”"\t')))
            cut = without_denominator(cut, self._words)
            if cut.count("（") < cut.count("）"):
                cut = cut.rstrip("）")
            cut = self._loose_ends(
                re.sub(
                    r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、．.](?!\d))?(?:用|利用)?(?:近|过去|前|这)?[一二三四五六七八九十\d]+年(?:左右)?(?:来|间|内|的?时间)?(?=[^级度制期])",
                    "",
                    cut,
                )
            )
            if cut == phrase:
                return cut
            phrase = cut

    def _loose_ends(self, phrase: str) -> str:
        """Without particles at either end that the segmenter parts from what they touch."""
        phrase = re.sub(r"(?<=占比)[达为约超近仅]$", "", phrase)
        if _NO_PARTICLE.search(phrase):
            return phrase
        if phrase[:1] in _PARTICLES_FIRST or phrase[-1:] in _PARTICLES_LAST:
            words = self._segmenter.words(phrase)
            if len(words) > 1 and len(words[0].text) == 1 and words[0].text in _PARTICLES_FIRST:
                return phrase[1:]
            if len(words) > 1 and len(words[-1].text) == 1 and words[-1].text in _PARTICLES_LAST:
                return phrase[:-1]
        return phrase

    def _ends_in_noun(self, phrase: str) -> bool:
        words = self._segmenter.words(phrase[-8:])
        if not words or words[-1].text in self._words.building_verbs:
            return False
        return words[-1].tag[0] in "njl" or (words[-1].tag == "vn" and len(words) > 1)

    def _listed(self, site: Site, rank: int) -> str:
        """A、B、C分别为3家、5家、8家: the item of the row at the same place."""
        at = site.lead.rfind("分别")
        row = re.split(r"[，。；：]", site.lead[:at])[-1] if at >= 0 else ""
        items = [_OF_PLACE.sub("", item) for item in re.split(r"[、和及与]|以及", row) if item]
        if any(re.search(r"\d年|\d月", item) for item in items):
            return ""
        if not 0 <= rank < len(items) or len(items) < 2:
            return ""
        # 小学、初中专任教师学历达标率: siblings are as long as one another, and the rest belongs to all.
        shared = items[-1][len(items[-2]) :]
        alike = rank < len(items) - 1 and not items[rank].endswith(items[-1][-1])
        head = shared if alike and _SHARED_HEAD.fullmatch(shared) else ""
        return f"{self._edges(items[rank])}{head}"

    def _subject(self, site: Site) -> str | None:
        """The noun that begins the clause before, where this one only says what became of it."""
        for clause in reversed(re.split(r"[，；：]", site.lead)[:-1]):
            taken: list[Word] = []
            for word in self._segmenter.words(self._edges(clause)[:24]):
                if word.tag[0] in "dpc" or (word.tag == "v" and taken):
                    break
                taken.append(word)
            subject = "".join(word.text for word in taken)
            if len(subject) >= 2:
                return subject
        return None


def _rest_to_read(site: Site) -> str:
    """The words after a number that may be what it counts; empty where its unit counts nothing that follows."""
    rest = re.sub(r"^[（(][^（）()]{1,20}[）)]", "", site.after.lstrip())
    dimension = site.quantity.dimension
    rest = _TIME.split(rest, maxsplit=1)[0]
    if rest.startswith("的"):
        counts = dimension in ("share", "count", "multiple", "area", "money", "length")
        return "" if not counts or _NO_NOUN.match(rest[1:]) else rest[1:]
    compared = dimension in ("percentage_point", "multiple", "share") and "的" not in rest
    return "" if compared else rest


def _without(text: str, offset: int, skipped: list[Span]) -> str:
    """`text`, which starts at `offset`, without the spans; what stood before a period is cut off too."""
    for start, end in sorted(skipped, reverse=True):
        first, last = start - offset, end - offset
        if 0 <= first < last <= len(text):
            text = text[:first] + text[last:]
    return text


@cache
def _changes(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.increase, words.decrease)})")


@cache
def _aimed(words: FigureWords) -> re.Pattern[str]:
    """围绕产业链招引项目: what an act turns on is no part of what it did."""
    acts = any_of(words.elided_acts, words.building_verbs, words.light_verbs)
    return re.compile(
        rf"^(?:围绕|依托|聚焦|针对|结合|利用|借助)[^，。；]{{2,10}}?(?=(?:{acts}|组织|举办|招引)[^，。；]{{2}})"
    )


@cache
def _built_first(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(words.building_verbs)})(?=.{{2}})")


@cache
def _verbs_first(words: FigureWords) -> re.Pattern[str]:
    return re.compile(any_of(tuple(verb for verb in words.verbs_after if len(verb) > 1)))


@cache
def _lead(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(words.lead_ins)})(?=.{{2}})")


@cache
def _tail(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.tails)})$")


@cache
def _moved(words: FigureWords) -> re.Pattern[str]:
    """由2019年的, 较去年…, 同比… at the end: how it changed, not what it is."""
    start = r"(?:由|从)(?:每[年月天日人户亩]|原来的?|过去的?|此前的?|最初的?|上年的?|去年的?|[\d年月底末初的、—-]|同期的?)*"
    base = r"(?:较|(?<![师生护入配])比(?![例重值率较赛如价])|与)(?=[^，。；]{0,12}(?:年|月|期|季|平均|水平|相比|目标|计划|基准|LPR))[^，。；]{0,16}?"
    change = any_of(words.increase, words.decrease)
    return re.compile(
        rf"(?:{start}|{base})?(?:同比|环比|年均|平均每年)?(?:(?<!新)(?:{change}))?(?:了|幅度)?(?:到|至|为)?$"
    )

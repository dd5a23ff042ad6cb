"""Numbers that name, order or announce, and numerals that are part of a word: recognised one run at a time."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.number_values import number_value
from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import NumberWords
from dafu.parse.numbers.claims import Claim
from dafu.records.base import Span
from dafu.records.facts import NumberType

_C = "[〇○零一二三四五六七八九十百千万亿两廿]"
_LONGEST_WORD = 9
_ORDINAL_NAME = re.compile(
    r"(?:实验|人民|附属|中心|中医|职业|高级|初级)?(?:小学|中学|幼儿园|医院|实验学校|高中|初中|学校|党支部|支部|方(?!面|案|阵)|产业|人称|课堂|曲线|居所|责任人|书记|粮仓|故乡)"
)
_QUOTED = re.compile(r"[“\"「『‘]([^“”\"「」『』\n，。；：]{1,18})[”\"」』’]")
_MEASURED = re.compile(r"\d(?:\.\d+)?\s?(?:[万亿]?元|%|个百分点|公里|亩|平方米|吨)")
_NAMED_AFTER = re.compile(
    r"(?:号(?:线|楼|院|地块|泵站|机组|井|门|馆|车间|公路|路|桥|闸|点|库|矿|台|厂|站|棚|坝|墩|洞|种)|#(?:楼|线|机|栋|地块)?|国道|省道|县道|乡道|路(?:公交|车|、\d+路)|(?:等奖|年级|级(?!地震)|星级|A级|A景区|A(?=级|景)|星|甲|乙)"
    r"|分钟[一-龥]{0,6}圈|小时[一-龥]{0,6}圈|公里[一-龥]{0,4}圈|千伏(?!安)|排(?=[A-Z])|[kK][vV](?![A-Za-z])|(?:mm|毫米)(?:管|口径)|五年?(?=规划)"
    r"|期(?=工程|项目|建设|改造|[，。、；）)（(]|和|及|于|已|总|占|用|投|计划|主体|正|将)|号(?=泵|水|楼|地|矿|井))"
)
_LISTED_NAME = re.compile(
    r"[、和至到](?:第?[\d一二三四五六七八九十]{1,2}[、和至到])*[\d一二三四五六七八九十]{1,2}(?:年级|期工程|级公路|等奖|产业|号楼|号线)"
)
_SPELT = re.compile("[两二三四五六七八九十]")
_ADDRESSED_BEFORE = re.compile(r"(?:您|[您你]们|各位|尊敬的)$")
_ADDRESSED_AFTER = re.compile(
    r"位(?:政协)?(?:代表|委员)(?:的(?:建议|提案|意见|关心|支持)|提出|所提|[：:，！!对])"
)
"""您二位, 三位代表的建议: who is spoken to, not how many were counted."""
_YEARS_NAMED = re.compile(
    r"年(?:行动|计划|攻坚|规划|倍增|提升|一贯|制|倡议|大计|滚动|义务|禁渔|建设规划|任务|方案|工作|期(?!限|间|末))"
)


def word_claim(text: str, run: Span, quotes: tuple[Span, ...], words: NumberWords) -> Claim | None:
    """What a run is as part of a name, an order, an announcement or a word; `None` if it may count something."""
    start, end = run
    raw, before, after = text[start:end], text[max(0, start - 8) : start], text[end : end + 16]
    listed = _listed(text, run, words)
    for claim in (
        _quoted(run, quotes),
        _beside_latin(text, run),
        listed if listed is not None and listed.span[0] < start and before.endswith("第") else None,
        _ordered(run, before, after),
        listed,
        _named(run, raw, before, after, words),
        _announcement(run, raw, before, after, words),
        _joined(run, raw, before, after, words),
    ):
        if claim is not None:
            return claim
    return None


def quoted_names(text: str) -> tuple[Span, ...]:
    """Short quotations that name something: “三个关系”, “1+3+N”; quoted amounts are none."""
    return tuple(match.span() for match in _QUOTED.finditer(text) if not _MEASURED.search(match.group()))


def _beside_latin(text: str, run: Span) -> Claim | None:
    start, end = run
    left, right = text[max(0, start - 2) : start], text[end : end + 5]
    if re.search(r"[A-Za-z]$", left) and re.match(r"[台套辆部架]", right):
        return None  # CT3台, DR14台: so many machines
    if (
        re.search(r"[A-Za-z]$|[A-Za-z][-.]$", left)
        or re.match(r"\s?\+\s?[\dA-Za-z一二三四五六七八九十]", right)
        or re.search(r"[\dA-Za-z]\+$|[一-龥]\+$", left)
    ):
        return Claim(run, "name", None, "numbers.latin_name")
    if re.match(r"[GDKAB](?![A-Za-z])|[A-Z]{1,4}\d|#|A[级景]|[A-Z](?=[一-龥])", right) and not re.match(
        r"[TPM](?![A-Za-z])", right
    ):
        return Claim(run, "name", None, "numbers.latin_name")
    if re.match(r"[kK][vV](?![A-Za-z])", right):
        return Claim(run, "name", None, "numbers.voltage")
    return None


def _ordered(run: Span, before: str, after: str) -> Claim | None:
    """第三位, 第一、二产业, 首批 …; a numbered school or hospital is a name."""
    if not re.search(r"第\s?(?:[\d〇零一二三四五六七八九十百]+\s?[、和及与或至到—-]\s?)*$", before):
        return None
    if re.match(rf"(?:[、和及与]\s?{_C}+)*(?:{_ORDINAL_NAME.pattern})", after):
        return Claim(run, "name", None, "numbers.numbered_name")
    if re.match(r"[条款项](?!工作|任务|措施)", after):
        return Claim(run, "identifier", None, "numbers.article")
    return Claim(run, "ordinal", None, "numbers.ordinal")


def _listed(text: str, run: Span, words: NumberWords) -> Claim | None:
    """The longest word or name of the vocabulary that holds the run."""
    start, end = run
    if text[start].isdecimal():
        return None
    known = _known(words)
    best: tuple[int, int, str] | None = None
    for left in range(max(0, start - _LONGEST_WORD + 1), start + 1):
        for right in range(end, min(len(text), left + _LONGEST_WORD) + 1):
            kind = known.get(text[left:right])
            if kind and (best is None or right - left > best[0]):
                best = right - left, left, kind
    if best is None:
        return None
    length, left, kind = best
    return Claim((left, left + length), "word" if kind == "word" else "name", None, f"numbers.{kind}")


def _named(run: Span, raw: str, before: str, after: str, words: NumberWords) -> Claim | None:
    """二期工程, 三号楼, 241国道, 二等奖, 三年行动; 分两期 announces, 举办3期 counts."""
    tests: tuple[tuple[bool, NumberType, str], ...] = (
        (before.endswith("分") and bool(re.match(r"[期年步批]|阶段", after)), "announcement", "division"),
        (
            raw != "两" and bool(_NAMED_AFTER.match(after)) and not _counted_after_all(before, after),
            "name",
            "named",
        ),
        (bool(_YEARS_NAMED.match(after)) and not raw.startswith(("19", "20")), "name", "years_named"),
        (after.startswith("号"), "identifier", "numbered"),
        (bool(_LISTED_NAME.match(after)), "name", "named_in_row"),
        (before.endswith("前") and bool(re.match(r"[名位强列]", after)), "announcement", "rank"),
        (raw in tuple("一二三四五") and bool(_graded(words).match(after)), "name", "class_name"),
        (raw in ("211", "985") and not re.match(r"[个家人户万亿元.%]", after), "name", "named_number"),
        (raw[0] in "ⅠⅡⅢⅣⅤⅥ", "name", "roman"),
        (raw[0] in "十百" and bool(re.match(r"[大佳强](?=[一-龥“])", after)), "name", "ranked_name"),
    )
    return next((Claim(run, kind, None, f"numbers.{rule}") for holds, kind, rule in tests if holds), None)


def _counted_after_all(before: str, after: str) -> bool:
    if after.startswith("期"):
        return (
            re.search(r"(?:举办|开展|组织|共|开设|累计|印发|编发|刊发|培训班?)[了共]*$", before) is not None
        )
    return after.startswith("级") and re.search(r"提高|提升|下降", before) is not None


def _quoted(run: Span, quotes: tuple[Span, ...]) -> Claim | None:
    for start, end in quotes:
        if start < run[0] and run[1] < end:
            return Claim(run, "name", None, "numbers.quoted_name")
    return None


def _announcement(run: Span, raw: str, before: str, after: str, words: NumberWords) -> Claim | None:
    """五个方面, 六项重点工作, 三大任务; an Arabic count only where the words around announce."""
    value = number_value(raw)
    if value is None or not 2 <= value <= 20:
        return None
    pattern = _announced(words)
    if raw[0].isdecimal():
        announced = re.match(
            r"个?(?:大|项|条|点)?(?:方面|层面|维度|环节)|大(?:类|板块|领域|体系|专项)", after
        ) or (re.search(r"(?:以下|下列|如下|下述|以上|上述|这)$", before) and pattern.match(after))
        return Claim(run, "announcement", None, "numbers.announcement") if announced else None
    if pattern.match(after) or re.match(r"大(?!约|概|量|幅|力|专|学|型|桥)|个方面|方面", after):
        return Claim(run, "announcement", None, "numbers.announcement")
    return None


def _joined(run: Span, raw: str, before: str, after: str, words: NumberWords) -> Claim | None:
    """等6名, 24小时开放, 每10万人: quantities that state no fact of their own."""
    if before.endswith(words.joint_before) and re.match(r"[位名个人件家]", after):
        return Claim(run, "quantity", None, "numbers.joint")
    if _SPELT.fullmatch(raw) and (
        (_ADDRESSED_BEFORE.search(before) and after.startswith("位")) or _ADDRESSED_AFTER.match(after)
    ):
        return Claim(run, "quantity", None, "numbers.addressed")
    if (
        _standing(words).match(after)
        or re.match(r"\s?[×xX*]\s?24", after)
        or re.search(r"7\s?[×xX*]\s?$", before)
    ):
        return Claim(run, "quantity", None, "numbers.standing")
    if re.search(r"每$", before) and re.match(
        r"(?:[万千]?(?:人|户|名|公里|平方公里|亩|个|年|月|天|家|次|小时|分钟|周|张|辆|台|吨|位|村|季度))",
        after,
    ):
        return Claim(run, "quantity", None, "numbers.base")
    return None


@cache
def _standing(words: NumberWords) -> re.Pattern[str]:
    return re.compile(rf"\s?小时(?![之以]?内)[一-龥、]{{0,4}}?(?:{any_of(words.standing_after)})")


@cache
def _graded(words: NumberWords) -> re.Pattern[str]:
    """四类桥, 三类水: a grade; 三类水、电、气 are kinds."""
    return re.compile(rf"类(?:{any_of(words.graded)})(?![一-龥]{{0,3}}[、等])")


@cache
def _known(words: NumberWords) -> dict[str, str]:
    return dict.fromkeys(words.words, "word") | dict.fromkeys(words.names, "name")


@cache
def _announced(words: NumberWords) -> re.Pattern[str]:
    nouns = any_of(words.announced)
    return re.compile(
        rf"(?:个|大|项|条|点|种|类|重)(?:的)?[一-龥]{{0,4}}?(?:{nouns})|(?:{any_of(('方面', '层面', '环节'))})"
    )

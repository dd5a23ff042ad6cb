"""项目、工程、平台、奖: named programmes, in quotes or after the verb that carries them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.wording import any_of, branched
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.names.clauses import Clauses, Name, Word

_QUOTE = re.compile(r"“(?P<inner>[^“”\n]{2,24})”|\"(?P<typed>[^\"\n]{2,24})\"|‘(?P<single>[^‘’\n]{2,24})’")
_WHOLE_NAME = 4
_ADDED = ("行动", "专项行动", "三年行动")
"""After a quote of four characters or more these name its kind: “百企帮百村”行动; “清风”行动 is a name whole."""
_PHRASE = re.compile("[，。；：、？！]")
_COUNTS = re.compile(
    "[一二三四五六七八九十两几双]个|[一二三四五六七八九十]大|.{1,6}[式化率]$|[一二三四五六七八九十零].[一二三四五六七八九十零].|.对.$|“?[一二三四五六七八九十]{3}”?$|回头看"
)
_LONGEST = 24


def find_programmes(text: str, clauses: Clauses, places: list[Name], words: EntityWords) -> list[Name]:
    """The named programmes of a text; slogans and counted sets (“三个结合”) in quotes are none."""
    found = list(_quoted(text, words))
    found.extend(
        Name(*match.span(), "programme", "entities.programme_name") for match in _bare(words).finditer(text)
    )
    found.extend(_after_verbs(text, clauses, places, words))
    found.extend(_platforms(text, clauses, places, words))
    found.extend(_subjects(text, clauses, words))
    found.extend(
        Name(*match.span("name"), "programme", "entities.festival")
        for match in _festival(words).finditer(text)
    )
    return found


def _quoted(text: str, words: EntityWords) -> Iterator[Name]:
    """“市长质量奖”, “清风”行动, “非遗进校园”活动, 开办“银龄食堂”.

    By the quote's ending, the noun after it, the verb before it, or the list of known ones.
    """
    after_name = -1
    for match in _QUOTE.finditer(text):
        inner = match["inner"] or match["typed"] or match["single"]
        start, end = match.span()
        joined = _joined(words).match(text, end)
        if _PHRASE.search(inner.replace("、", "") if joined else inner):
            continue
        listed = after_name in (start, start - 1) and text[after_name:start] in ("", "、")
        if joined and (len(inner) < _WHOLE_NAME or joined.group() not in _ADDED or _PHRASE.search(inner)):
            yield Name(start, joined.end(), "programme", "entities.quoted_programme")
        elif (
            joined
            or listed
            or inner in words.programme_names
            or _names_programme(text, inner, start, end, words)
        ):
            after_name = end
            yield Name(start + 1, end - 1, "programme", "entities.quoted_programme")


def _names_programme(text: str, inner: str, start: int, end: int, words: EntityWords) -> bool:
    if _generic(words).fullmatch(inner) or _COUNTS.match(inner):
        return False
    if len(inner) == _PHRASE_SIZE and inner.startswith(words.quoted_verbs) and inner.endswith(_OBJECTS):
        return False
    if inner.endswith(words.programme_ends) or _naming(words).match(text, end):
        return True
    before = text[max(0, start - 5) : start]
    others = text.startswith("等", end) and _naming(words).match(text, end + 1) is not None
    return before.endswith(words.naming_verbs) and (
        others or not text.startswith(words.not_naming_nouns, end)
    )


def _after_verbs(text: str, clauses: Clauses, places: list[Name], words: EntityWords) -> Iterator[Name]:
    """实施高新技术企业倍增计划, 双千工程; works built (建成…供水工程) are no programmes."""
    begins = {place.start for place in places}
    for match in _ending(words).finditer(text):
        window: list[Word] = []
        verb = False
        for word in reversed(clauses.words_before(match.start())):
            if word.text in words.programme_verbs:
                verb = True
                break
            if word.text in words.task_stops or match.start() - word.start > _LONGEST:
                break
            window.insert(0, word)
        if not window:
            continue
        start = window[0].start
        verb = verb or bool(_LISTED.search(text, max(0, start - 4), start))
        stem = text[start : match.start()]
        if len(stem) >= 2 and (verb or _COUNTED.fullmatch(stem)) and not _generic(words).fullmatch(stem):
            first = next((word.start for word in window if word.start in begins), start)
            yield Name(first, match.end(), "programme", "entities.programme")


def _platforms(text: str, clauses: Clauses, places: list[Name], words: EntityWords) -> Iterator[Name]:
    """青禾县智慧水务平台: a platform or system named by its place."""
    begins = {place.start for place in places}
    for match in _PLATFORM.finditer(text):
        start = None
        for word in reversed(clauses.words_before(match.start())):
            if word.text in words.hard_stops or match.start() - word.start > _LONGEST:
                break
            start = word.start if _opens_name(text, word, words) else start
            if word.start in begins:
                start = word.start
                break
        if start is not None:
            yield Name(start, match.end(), "programme", "entities.platform")


def _opens_name(text: str, word: Word, words: EntityWords) -> bool:
    """Whether a platform's own name begins here: 骏马 of 骏马工业互联网平台, at a clause's start."""
    opens = word.start == 0 or not _HAN.match(text, word.start - 1)
    own = word.text not in words.generic_before and not word.text.startswith(words.trades)
    return opens and own and word.tag[0] == "n" and len(word.text) == 2


def _subjects(text: str, clauses: Clauses, words: EntityWords) -> Iterator[Name]:
    """渔业装备提升工程分三年…, 引青入陵工程: a name that opens a clause, without quotes or a verb before it."""
    for match in _subject(words).finditer(text):
        start = match.start()
        for word in reversed(clauses.words_before(match.start())):
            if (
                word.text in words.task_stops
                or word.text in words.hard_stops
                or match.end() - word.start > _LONGEST
            ):
                break
            start = word.start
        stem = text[start : match.start()]
        opens = start == 0 or not _HAN.match(text, start - 1)
        if opens and len(stem) >= 2 and not _generic(words).fullmatch(stem) and not _CLASS.search(stem):
            yield Name(start, match.end(), "programme", "entities.programme_subject")
    for match in _DIVERSION.finditer(text):
        yield Name(*match.span(), "programme", "entities.programme_subject")


_HAN = re.compile("[\u4e00-\u9fff]")
_CLASS = re.compile("[各等全该此本些类项]|一批|系列|省级|市级|县级|国家级|重大|重点")
_DIVERSION = re.compile(
    "引(?!进|入|导|领|来|水入)[\u4e00-\u9fff]{1,2}(?:入|济|补|灌|供)[\u4e00-\u9fff]{1,2}(?:[一二三]期)?工程(?!建设)"
)
_PHRASE_SIZE = 3
_OBJECTS = ("平台", "项目", "品牌", "活动", "计划", "系统", "工程", "驿站")
_PLATFORM = re.compile(
    r"(?:互联网|服务|信息|管理|监管|监测|交易|预约|文旅|水务|政务|调度|指挥|预警)(?:云平台|平台|系统)(?![建公期])"
)
_LISTED = re.compile("(?:工程|计划|行动|”)[、和]$")
_COUNTED = re.compile(
    r"(?:[双百千万][\u4e00-\u9fff]){1,3}|[双百千万]{2,3}|[\u4e00-\u9fff][百千万][\u4e00-\u9fff][百千万]"
)


@cache
def _joined(words: EntityWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.joined_nouns)})(?![建办]|(?<=奖)[学励补金])")


@cache
def _naming(words: EntityWords) -> re.Pattern[str]:
    """A noun that shows what stands before it to be a name, with at most six characters between."""
    return re.compile(
        rf"(?!{any_of(words.not_naming_nouns)})[\u4e00-\u9fff]{{0,6}}?(?:{any_of(words.naming_nouns)})"
    )


@cache
def _bare(words: EntityWords) -> re.Pattern[str]:
    return re.compile(branched(words.bare_programmes))


@cache
def _ending(words: EntityWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.programme_bare_ends)})(?![师量款质技造院总学建投完安单外内生])")


@cache
def _generic(words: EntityWords) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words.generic_programme)}|的)+")


@cache
def _subject(words: EntityWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.bare_subjects)})(?![师量款质技院总学投完单外内生建])")


@cache
def _festival(words: EntityWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:第[一二三四五六七八九十\d]{{1,3}}|首|本)届(?P<name>[\u4e00-\u9fff·]{{2,14}}?(?:{any_of(words.festivals)}))"
    )

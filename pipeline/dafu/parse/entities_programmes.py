"""项目、工程、平台、奖: named programmes, in quotes or after the verb that carries them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.wording import any_of, branched
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.entities_names import Clauses, Name, Word

_QUOTE = re.compile(r"“(?P<inner>[^“”\n]{2,24})”|\"(?P<typed>[^\"\n]{2,24})\"|‘(?P<single>[^‘’\n]{2,24})’")
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
        if joined:
            yield Name(start, joined.end(), "programme", "entities.quoted_programme")
        elif listed or inner in words.programme_names or _names_programme(text, inner, start, end, words):
            after_name = end
            yield Name(start + 1, end - 1, "programme", "entities.quoted_programme")


def _names_programme(text: str, inner: str, start: int, end: int, words: EntityWords) -> bool:
    if _generic(words).fullmatch(inner) or _COUNTS.match(inner):
        return False
    if inner.endswith(words.programme_ends) or _naming(words).match(text, end):
        return True
    before = text[max(0, start - 5) : start]
    return before.endswith(words.naming_verbs) and not text.startswith(words.not_naming_nouns, end)


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
        for word in reversed(clauses.words_before(match.start())):
            if word.text in words.hard_stops or match.start() - word.start > _LONGEST:
                break
            if word.start in begins:
                yield Name(word.start, match.end(), "programme", "entities.platform")
                break


_PLATFORM = re.compile(
    r"(?:服务|信息|管理|监管|监测|交易|预约|文旅|水务|政务|调度|指挥|预警)(?:云平台|平台|系统)(?![建公期])"
)
_LISTED = re.compile("(?:工程|计划|行动|”)[、和]$")
_COUNTED = re.compile(
    r"(?:[双百千万][\u4e00-\u9fff]){1,3}|[双百千万]{2,3}|[\u4e00-\u9fff][百千万][\u4e00-\u9fff][百千万]"
)


@cache
def _joined(words: EntityWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.joined_nouns)})(?![建办])")


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

"""组织: companies, schools, institutes and associations, by their endings and what is proper before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.wording import any_of, branched
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.names.clauses import Clauses, Name, Word

_PROPER = ("ns", "nr", "nrt", "nz", "nt", "nrfg")
_LONGEST = 28
_LONGEST_COMPANY = 9
_LEVELS = "省市县区州旗镇乡"
_NUMBERED = re.compile(
    r"第?[一二三四五六七八九十]{1,3}(?:中学|小学|幼儿园|高中|小(?![学组区时型家镇])|中(?![心学小国期间旬等]|医院)|医院|实验小学|实验学校)"
)
_BUILDS = ("建设", "发展", "规划", "新建", "投资")
_COUNTED = re.compile("[一二三四五六七八九十两几多\\d]+(?:大|个|家|所|座|处|条|类|项)")
_OFFICE = re.compile("[厅局委部][\u4e00-\u9fff]{2,6}服务处$")
"""省民政厅养老服务处: an office inside an organ, no institution."""
_STYLE = ("式”", "型”")
"""A quote that only tells the kind: “枫桥式”派出所."""
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_MARKED = re.compile(
    r"(?:“[^“”\n]{1,12}”|（(?![一二三四五六七八九十]+）)[\u4e00-\u9fff]{1,6}）|\((?![一二三四五六七八九十]+\))[\u4e00-\u9fff]{1,6}\))$"
)


def find_institutions(text: str, clauses: Clauses, places: list[Name], words: EntityWords) -> list[Name]:
    """The institutions of a text.

    A name begins at the first place, level (县人民医院), proper noun or unknown word after the last verb or
    function word before its ending; without one it is a class (省级重点实验室, 各中小学校).
    """
    begins = {place.start: place.end for place in places}
    starts = {place.end: place.start for place in places}
    found = [
        Name(*match.span(), "organisation", "entities.institution_name")
        for match in _named(words).finditer(text)
    ]
    for match in _ending(words).finditer(text):
        start = _start(text, match, clauses, begins, words)
        if start is not None:
            found.append(
                Name(
                    start, _remarked(text, match.end(), places, words), "organisation", "entities.institution"
                )
            )
    found.extend(_numbered(text, starts))
    found.extend(_listed(text, clauses, words))
    named_ends = {name.end: name.start for name in found if name.rule == "entities.institution_name"}
    found = [name._replace(start=named_ends.get(name.start, name.start)) for name in found]
    printed = ((name, text[name.start : name.end]) for name in found)
    return [name for name, raw in printed if raw not in words.not_names and not _OFFICE.search(raw)]


def _start(
    text: str, match: re.Match[str], clauses: Clauses, begins: dict[int, int], words: EntityWords
) -> int | None:
    window = _window(text, match.start(), clauses, words)
    begin = _after_building(text, match, window, begins, words)
    for at, word in enumerate(window):
        if word.start < begin:
            continue
        rest = window[at + 1 :]
        if word.start in begins and begins[word.start] <= match.start():
            beyond = [other for other in window if other.start >= begins[word.start]]
            several = _COUNTED.match(text, begins[word.start]) or _shares_ending(text, word.start, begins)
            is_class = match.group() in words.class_institutions and beyond and _is_class(beyond, words)
            return None if several or is_class else word.start
        if word.text in _LEVELS and rest is not None and not _is_plural(text, word.end, rest, words):
            return word.start
        if word.tag in _PROPER and len(word.text) > 1 and word.text not in words.generic_before:
            is_class = match.group() in words.class_institutions and rest and _is_class(rest, words)
            return None if is_class else word.start
        long_enough = match.start() - word.start > 2 or match.group() not in words.class_institutions
        if long_enough and _unknown_from(window[at:]):
            return word.start
    return None


def _shares_ending(text: str, start: int, begins: dict[int, int]) -> bool:
    """五林镇、石口镇污水处理厂: what stands behind a row of places is no one's own."""
    ending = text[begins[start] - 1]
    return text[start - 1 : start] in ("、", "和") and any(
        end == start - 1 and text[end - 1] == ending for end in begins.values()
    )


def _listed(text: str, clauses: Clauses, words: EntityWords) -> Iterator[Name]:
    """云达通信、远驰重卡等龙头企业: short names of companies in a row that a class closes."""
    for row in _company_row(words).finditer(text):
        items: list[tuple[int, int]] = []
        end = row.end("row")
        for part in reversed(row["row"].split("、")):
            at = end - len(part)
            inner = [word for word in clauses.words_before(end) if word.start >= at]
            begin = max((word.end for word in inner if word.text in words.hard_stops), default=at)
            items.append((begin, end))
            if begin > at:
                break
            end = at - 1
        fits = all(2 < end - start < _LONGEST_COMPANY for start, end in items)
        if len(items) > 1 and fits and all(_looks_named(*item, clauses, words) for item in items):
            yield from (Name(*item, "organisation", "entities.listed") for item in items)


def _looks_named(start: int, end: int, clauses: Clauses, words: EntityWords) -> bool:
    """Whether a listed item begins with a word that no trade is: 云达 + 通信, not 汽车 + 零部件."""
    inner = [word for word in clauses.words_before(end) if word.start >= start]
    if not inner or inner[0].start != start or inner[0].text in words.generic_before:
        return False
    return not inner[0].text.startswith(words.trades) and not all(
        word.text in words.trades or word.text in words.generic_before for word in inner
    )


def _after_building(
    text: str, match: re.Match[str], window: list[Word], begins: dict[int, int], words: EntityWords
) -> int:
    """Where a name may begin: after 建设 in 在东坪村建设…示范基地, where the place is no part of it."""
    places = [begins[word.start] for word in window if word.start in begins]
    if places and match.group() in words.class_institutions and text.startswith(_BUILDS, places[0]):
        return places[0] + 2
    return match.start() - _LONGEST


def _window(text: str, end: int, clauses: Clauses, words: EntityWords) -> list[Word]:
    """The words before an ending back to a pause, a verb or a function word; over 云陵（集团）and “…” too."""
    window: list[Word] = []
    at = end
    while True:
        before = list(clauses.words_before(at)) if at > 0 else []
        for word in reversed(before):
            if (
                (word.text in words.hard_stops and not _inside_stem(text, word, words))
                or end - word.start > _LONGEST
                or not _HAN.fullmatch(word.text)
            ):
                return window
            window.insert(0, word)
        at = window[0].start if window else at
        marked = _MARKED.search(text, max(0, at - 14), at)
        if marked is None or marked.group().endswith(_STYLE):
            return window
        inner = Word(marked.start(), marked.end(), marked.group(), "nz")
        window.insert(0, inner)
        at = marked.start()


def _is_class(beyond: list[Word], words: EntityWords) -> bool:
    return all(word.text in words.generic_before for word in beyond)


def _is_plural(text: str, end: int, rest: list[Word], words: EntityWords) -> bool:
    """县 of 县级医院, 各县中小学校, 市属企业."""
    if text[max(0, end - 3) : end].endswith(words.not_before_level):
        return True
    return any(
        word.text in ("级", "属", "内", "外", "域", "乡", "中小", "中小学", "各", "城区", "直", "里", "上")
        for word in rest[:2]
    ) or (text[end : end + 1] in tuple("级属内外域乡直里上"))


def _unknown_from(window: list[Word]) -> bool:
    """Whether two single characters begin the window: 授 渔 科技, words that no dictionary has."""
    return len(window) >= 2 and all(
        len(word.text) == 1 and word.tag not in ("m", "q", "f", "d", "p", "c", "u", "uj")
        for word in window[:2]
    )


def _remarked(text: str, end: int, places: list[Name], words: EntityWords) -> int:
    """End of a name with what follows it in brackets: （筹）, （云陵）."""
    match = re.compile(r"[（(]([\u4e00-\u9fff]{1,6})[)）]").match(text, end)
    if match is None:
        return end
    inside = any(place.start == match.start(1) and place.end == match.end(1) for place in places)
    return match.end() if inside or match.group(1) in words.name_remarks else end


def _numbered(text: str, starts: dict[int, int]) -> Iterator[Name]:
    """县第一小学, 青禾一中: a number before the ending, a level or place before the number."""
    for match in _NUMBERED.finditer(text):
        at = match.start()
        if at in starts:
            yield Name(starts[at], match.end(), "organisation", "entities.numbered")
        elif text[at - 1 : at] in tuple("省市县区州旗") and at > 0:
            yield Name(starts.get(at - 1, at - 1), match.end(), "organisation", "entities.numbered")


def _inside_stem(text: str, word: Word, words: EntityWords) -> bool:
    """和 of 文化和旅游: a conjunction inside a department's name ends no name."""
    if word.text not in ("和", "与"):
        return False
    return any(
        text.startswith(stem, word.start - stem.index(word.text)) for stem in _joined_stems(words)[word.text]
    )


@cache
def _joined_stems(words: EntityWords) -> dict[str, tuple[str, ...]]:
    return {joint: tuple(stem for stem in words.departments if joint in stem) for joint in ("和", "与")}


@cache
def _company_row(words: EntityWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\u4e00-\u9fff、])(?P<row>[\u4e00-\u9fff]{{2,30}}(?:、[\u4e00-\u9fff]{{2,30}}?)+)等(?:[\d一二三四五六七八九十多]+余?家|一批)?(?:[\u4e00-\u9fff]{{0,6}}?)(?:{any_of(words.listed_classes)})"
    )


@cache
def _named(words: EntityWords) -> re.Pattern[str]:
    return re.compile(branched(words.institution_names))


@cache
def _ending(words: EntityWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!中(?=小学))(?:{branched(words.institutions)})(?![生长员人级])")

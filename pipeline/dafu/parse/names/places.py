"""地名: divisions, addresses, roads and waters; known by name, or by their ending after a boundary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from dafu.forms.wording import any_of, branched
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import DivisionWords, PlacePhrases, PlaceWords
from dafu.parse.names.clauses import Clauses, Name
from dafu.parse.names.routes import find_routes

_HAN = r"[\u4e00-\u9fff]"
_HAN_ONLY = re.compile(f"{_HAN}+")
_LONGEST_WORD = 3
_LONGEST = 4
"""Characters of an unknown name before its ending: 冯南垣 + 村."""
_LONGEST_SPELT = 8
"""Characters of one that is spelt by sound: 切木尔切克 + 镇."""
_DAYS = "日"
"""Ends a date before a name, and spells names: 拉日马镇."""
_ROAD_NUMBER = re.compile(
    r"(?<![\dA-Za-z])(?:[GSXY]\d{1,4}(?:线|国道|省道|县道|高速公路|高速|(?<=\d\d))(?!速)|[国省县]道[GSX]?\d{2,4}线?|[GSX]?\d{3}(?:国道|省道|县道)线?)"
    r"(?!\d|\.\d|\s?(?:[万亿余多]|公里|千米|米|里|条|处|座|段|%))"
)
_COUNT_BEFORE = re.compile("[一二三四五六七八九十两几多每]$")
_BESIDE = re.compile("[东南西北][临至靠接依邻]")
_COUNTY = re.compile("[县市区旗州盟]|地区")
_ROW_ENDS = ("街道", "苏木", "嘎查", "镇", "乡", "屯", "水库", "河", "湖")
_ROW_COUNT = r"(?:\d[\d.]*[\u4e00-\u9fff%]{0,3}?)?"
_ROW_FIRST = re.compile(
    rf"(?:(?<=[，。；：:、,\n（(])|^)(?P<stem>[\u4e00-\u9fff]{{1,4}}?)(?P<end>{'|'.join(_ROW_ENDS)})(?={_ROW_COUNT}[、和及与])"
)
_NOT_FIRST = (
    "各",
    "全",
    "该",
    "本",
    "我",
    "其",
    "某",
    "每",
    "和",
    "及",
    "与",
    "等",
    "在",
    "对",
    "由",
    "为",
    "将",
    "各个",
    "个",
)
_GOES_ON = re.compile(r"[民级场域长委容庄]")
"""After an ending these make another word of it: 村民, 县级, 市场."""


def find_places(
    text: str, clauses: Clauses, known: frozenset[str], stops: frozenset[str], lexicon: Lexicon
) -> list[Name]:
    """The places of a text; `known` are names of divisions that the letter's own organs bear (青禾县), `stops` words that no name holds.

    Neighbours join to one address: 云陵市青禾县望川镇东坪村.
    """
    words, phrases = lexicon.places, lexicon.places.words
    found = [
        Name(match.start(), _with_county(match.end(), clauses), "place", "entities.place")
        for match in _named(words).finditer(text)
        if _stands(match, text, clauses, words)
    ]
    if known:
        pattern = re.compile(any_of(tuple(known)))
        found.extend(Name(*match.span(), "place", "entities.place") for match in pattern.finditer(text))
    found.extend(_counties(text, clauses, lexicon.divisions))
    found.extend(_by_ending(text, clauses, known, stops | frozenset(phrases.boundaries), words))
    found.extend(find_routes(text, clauses, phrases, _route_start(clauses, stops, phrases)))
    found.extend(_in_rows(text, found, phrases))
    found.extend(_waters(text, clauses, phrases))
    found.extend(_repeated(text, found, clauses))
    found.extend(Name(*match.span(), "place", "entities.road") for match in _ROAD_NUMBER.finditer(text))
    found.extend(Name(*match.span(), "place", "entities.region") for match in _region(phrases).finditer(text))
    return _addresses(found)


def _with_county(end: int, clauses: Clauses) -> int:
    """End of a province or city with the county named after it without an ending: 浙江安吉."""
    word = clauses.word_from(end)
    return word.end if word is not None and word.tag == "ns" and len(word.text) == 2 else end


def _stands(match: re.Match[str], text: str, clauses: Clauses, words: PlaceWords) -> bool:
    """Whether a known name is meant: not 来宾 alone, not 市 of 临汾市场."""
    name = match.group()
    if name == match["short"] and clauses.breaks_word(match.start()):
        return False
    if match["end"]:
        return not (_GOES_ON.match(text, match.end()) and text[match.end() : match.end() + 1] != "委")
    if name != match["short"]:
        return True
    return name not in words.words.ambiguous and not (
        len(name) == 2 and text[match.end() : match.end() + 1] in tuple("人话菜剧味")
    )


def _counties(text: str, clauses: Clauses, divisions: DivisionWords) -> Iterator[Name]:
    """Counties and prefectures known by name; one of two characters (沛县) only where no word runs into it."""
    known = _divisions(divisions)
    for match in _COUNTY.finditer(text):
        end = match.end()
        if _GOES_ON.match(text, end) and not text.startswith(("委", "长"), end):
            continue
        start = next((at for at in range(max(0, end - 12), end - 1) if text[at:end] in known), None)
        if start is None:
            continue
        first = clauses.word_from(start)
        if first is not None and first.tag[0] in "vp" and first.end < end:  # 会同 + 县水利局
            continue
        if not clauses.breaks_word(start) and (end - start > 2 or not clauses.breaks_word(end)):
            yield Name(start, end, "place", "entities.county")


def _in_rows(text: str, found: list[Name], phrases: PlacePhrases) -> list[Name]:
    """Names that stand in a row with one ending: 石口镇 of 五林镇、石口镇, 东城街道 of 北城街道18处、东城街道25处."""
    taken = {name.end for name in found}
    rows: list[Name] = []
    first = {match.end("end"): match for match in _ROW_FIRST.finditer(text)}
    for end in sorted({*taken, *first}):
        ending = next((ending for ending in _ROW_ENDS if text.endswith(ending, 0, end)), None)
        row: list[re.Match[str]] = []
        at = end
        while (
            ending is not None and (match := _row_next(ending).match(text, at)) and _may_stand(match, phrases)
        ):
            row.append(match)
            at = match.end("end")
        if row and end in first and _may_stand(first[end], phrases):
            row.insert(0, first[end])
        rows.extend(
            Name(match.start("stem"), match.end("end"), "place", "entities.row")
            for match in row
            if match.end("end") not in taken
        )
        taken.update(match.end("end") for match in row)
    return rows


def _may_stand(match: re.Match[str], phrases: PlacePhrases) -> bool:
    """Whether the stem before a row's ending is a name's: no 各 before it, no 城 of 城镇 at its end."""
    if match["end"] in phrases.waters:
        return not match["stem"].endswith(phrases.not_before_water) and not match["stem"].startswith(
            _NOT_FIRST
        )
    refused = _not_before(match["end"], phrases) if match["end"] != "街道" else phrases.not_before_community
    short = tuple(word for word in refused if word not in ("大", "小", "古", "名", "强", "色"))
    return not match["stem"].endswith(short) and not match["stem"].startswith(_NOT_FIRST)


def _waters(text: str, clauses: Clauses, phrases: PlacePhrases) -> Iterator[Name]:
    """Short names of waters that open a clause: 澄河 of 澄河系…支流."""
    for match in _short_water(phrases).finditer(text):
        first = clauses.word_from(match.start())
        acts = first is not None and first.tag[0] == "v" and len(first.text) > 1  # 实施澄河流域…项目
        refused = match["stem"].endswith(phrases.not_before_water) or match["stem"].startswith(_NOT_FIRST)
        if not acts and not refused:
            yield Name(*match.span(), "place", "entities.water")


def _repeated(text: str, found: list[Name], clauses: Clauses) -> Iterator[Name]:
    """Other mentions of names that some place in the letter confirms, where no word runs into them."""
    names = {
        text[name.start : name.end]
        for name in found
        if name.rule in ("entities.row", "entities.water", "entities.county")
    }
    if not names:
        return
    known = {(name.start, name.end) for name in found}
    for match in re.compile(any_of(tuple(sorted(names)))).finditer(text):
        breaks = clauses.breaks_word(match.start()) or clauses.breaks_word(match.end())
        if match.span() not in known and not breaks:
            yield Name(*match.span(), "place", "entities.repeated")


def _by_ending(
    text: str, clauses: Clauses, known: frozenset[str], stops: frozenset[str], words: PlaceWords
) -> Iterator[Name]:
    phrases = words.words
    for match in _division(phrases).finditer(text):
        start = _name_start(text, match, clauses, stops, phrases, at_least=2)
        if start is not None and (
            text[start : match.end()] in known or _confirmed(text, start, match, clauses)
        ):
            yield Name(start, match.end(), "place", "entities.division")
    for match in _feature(phrases).finditer(text):
        start = _name_start(text, match, clauses, stops, phrases, at_least=1)
        if start is not None and _named_feature(text, start, match, clauses, phrases):
            yield Name(start, match.end(), "place", "entities.road")


def _name_start(
    text: str,
    match: re.Match[str],
    clauses: Clauses,
    stops: frozenset[str],
    phrases: PlacePhrases,
    *,
    at_least: int,
) -> int | None:
    """Start of an unknown name before an ending; `None` if what stands there makes a word of it."""
    at = match.start()
    before = text[max(0, at - 5) : at]
    is_feature = match.re is _feature(phrases)
    if match.group() in phrases.waters:
        refused = phrases.not_before_water
    else:
        refused = phrases.not_before_feature if is_feature else _not_before(match.group(), phrases)
    if before.endswith(refused) or (not is_feature and _COUNT_BEFORE.search(before)):
        return None
    start = _walked_back(clauses, at, stops, phrases, joins=is_feature and len(match.group()) > 1)
    beside = _BESIDE.match(text, start, at)  # 北临东湖公园
    start = beside.end() if beside else start
    return start if at - start >= at_least else None


def _walked_back(
    clauses: Clauses, at: int, stops: frozenset[str], phrases: PlacePhrases, *, joins: bool
) -> int:
    """Where an unknown name of at most four characters begins that ends at `at`.

    It is made of single characters (words no dictionary has), or of one word, or of both where the word is a
    proper noun (`joins`: any noun): 望 + 川, 城关, 冯 + 南垣, 兴业 + 里; a 民族 in it does not count.
    """
    start, taken = at, 0
    for word in reversed(clauses.words_before(at)):
        size = len(word.text)
        spelt = taken > 0 and word.text in phrases.syllables
        if not _HAN_ONLY.fullmatch(word.text) or (word.text in stops and not (spelt and word.text in _DAYS)):
            break
        if word.text.endswith("族") and size > 1:  # 兴黔布依族自治州
            start, taken = word.start, 0
        elif (size == 1 and (taken < _LONGEST or (spelt and taken < _LONGEST_SPELT))) or (
            taken == 0 and (size <= _LONGEST_WORD or word.tag in _PROPER)
        ):
            start, taken = word.start, taken + size
            if size >= _LONGEST_WORD:
                break
        else:
            proper = word.tag in _PROPER or (joins and word.tag[0] in "na")
            two_words = joins and taken == 2 and word.tag[0] in "na"  # 阳光 + 花园 + 小区
            return word.start if size == 2 and ((taken == 1 and proper) or two_words) else start
    return start


def _confirmed(text: str, start: int, match: re.Match[str], clauses: Clauses) -> bool:
    """Whether an unknown word with a division's ending is a place.

    It is if it is no dictionary word, or a proper noun there, or comes back, or stands in an address.
    """
    name, end = text[start : match.end()], match.end()
    if clauses.breaks_word(end) and not _MAY_FOLLOW.match(text, end):
        return False
    inner = [word for word in clauses.words_before(match.start()) if word.start >= start]
    whole = clauses.word_at(start, end)
    if len(inner) != 1 or inner[0].tag in _PROPER or (whole is not None and whole.tag in _PROPER):
        return True
    return (
        text.count(name) > 1
        or bool(_ADDRESSED.search(text, max(0, start - 3), start))
        or bool(_GOVERNED.match(text, end))
    )


def _route_start(clauses: Clauses, stops: frozenset[str], phrases: PlacePhrases) -> Callable[[int], int]:
    words = stops | frozenset(phrases.boundaries)
    return lambda at: _walked_back(clauses, at, words, phrases, joins=False)


def _named_feature(
    text: str, start: int, match: re.Match[str], clauses: Clauses, phrases: PlacePhrases
) -> bool:
    """Whether a road, water or park has a name: known to the dictionary, of unknown words, repeated or in a list."""
    name, end = text[start : match.end()], match.end()
    if clauses.breaks_word(end) and not (
        match.group() in phrases.waters and _after_water(phrases).match(text, end)
    ):
        return False
    whole = clauses.word_at(start, end)
    if match.group() in phrases.waters and len(name) == 2 and (whole is None or whole.tag in _PROPER):
        return text.count(name) > 1 or _after_water(phrases).match(text, end) is not None
    if whole is not None:
        return whole.tag in _PROPER and len(name) > 2
    inner = [word for word in clauses.words_before(match.start()) if word.start >= start]
    if len(match.group()) > 1 and match.start() - start >= 2:
        return True
    if len(inner) == 1 and inner[0].tag not in _PROPER:
        listed = _LISTED_BEFORE.search(text, max(0, start - 2), start) or _LISTED_AFTER.match(text, end)
        return len(name) >= 3 and (text.count(name) > 1 or listed is not None)
    return len(name) >= 3


_PROPER = ("ns", "nr", "nrt", "nz", "nt", "nrfg")
_LISTED_BEFORE = re.compile("[路街道][、和与至]$")
_LISTED_AFTER = re.compile(r"[、和与至](?!道)[\u4e00-\u9fff]{2,4}(?:路|街|大道)")
_GOVERNED = re.compile("村委会|村民委员会|居委会|居民委员会|党支部|党总支|党委|政府|人民政府|办事处")
_ADDRESSED = re.compile(r"(?:[省市县区州镇乡道]|位于|地处|坐落于|来自|坐落在)$")
_MAY_FOLLOW = re.compile(
    r"(?<=[县市区镇乡村旗])(?:政府|人民政府|委会|委|人大|政协|城|直|政法|两委|纪委|党委|公安|教育|财政|民政|长)"
)


def _not_before(ending: str, phrases: PlacePhrases) -> tuple[str, ...]:
    table = {
        "市": phrases.not_before_city,
        "县": phrases.not_before_county,
        "镇": phrases.not_before_town,
        "乡": phrases.not_before_town,
        "村": phrases.not_before_village,
        "社区": phrases.not_before_community,
    }
    if ending in table:
        return table[ending]
    if ending.endswith("区") or ending in ("旗", "州", "盟"):
        return phrases.not_before_district
    return phrases.not_before_town


def _addresses(found: list[Name]) -> list[Name]:
    """Divisions that follow one another without a gap, as one place."""
    joined: list[Name] = []
    for name in sorted(dict.fromkeys(found), key=lambda name: (name.start, -name.end)):
        last = joined[-1] if joined else None
        if last is not None and name.start < last.end:
            if name.end > last.end and name.start > last.start:
                joined[-1] = last._replace(end=name.end)
            continue
        if last is not None and name.start == last.end and name.rule != "entities.region":
            joined[-1] = last._replace(end=name.end)
            continue
        joined.append(name)
    return joined


@cache
def _named(words: PlaceWords) -> re.Pattern[str]:
    """Known provinces and prefectures, with the ending that is printed."""
    short = branched(tuple(words.provinces), words.words.prefectures)
    full = branched(tuple(words.provinces.values()))
    return re.compile(
        rf"(?P<end>{full})|(?P<short>{short})(?P<long>省|市|自治区|自治州|(?:{_HAN}{{1,8}}族)+自治州|地区|盟)?".replace(
            "(?P<long>", "(?:"
        )
    )


@cache
def _region(phrases: PlacePhrases) -> re.Pattern[str]:
    return re.compile(branched(phrases.regions, phrases.countries))


@cache
def _division(phrases: PlacePhrases) -> re.Pattern[str]:
    return re.compile(any_of(tuple(end for end in phrases.division_ends if end != "省")))


@cache
def _feature(phrases: PlacePhrases) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(phrases.feature_ends)})(?![段况径网桥灯基肩政面沿线边由道]|线|口镇)")


@cache
def _row_next(ending: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_ROW_COUNT}[、和及与](?P<stem>[\u4e00-\u9fff]{{1,4}}?)(?P<end>{ending})(?![级村容区])"
    )


@cache
def _short_water(phrases: PlacePhrases) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\u4e00-\u9fff\d])(?P<stem>[\u4e00-\u9fff]{{1,3}}?)(?:{any_of(phrases.waters)})(?={any_of(phrases.after_water)})"
    )


@cache
def _after_water(phrases: PlacePhrases) -> re.Pattern[str]:
    return re.compile(any_of(phrases.after_water))


@cache
def _divisions(divisions: DivisionWords) -> frozenset[str]:
    return frozenset(divisions.names.split())

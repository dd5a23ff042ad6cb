"""项目、工程、平台、奖: named programmes, in quotes or after the verb that carries them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.entities_names import Clauses, Name, Word

_QUOTE = re.compile(r"“(?P<inner>[^“”\n]{2,24})”|\"(?P<typed>[^\"\n]{2,24})\"|‘(?P<single>[^‘’\n]{2,24})’")
_LONGEST = 24


def find_programmes(text: str, clauses: Clauses, places: list[Name], words: EntityWords) -> list[Name]:
    """The named programmes of a text; slogans and counted sets (“三个结合”) in quotes are none."""
    found = list(_quoted(text, words))
    found.extend(Name(*match.span(), "programme", "entities.programme_name") for match in _bare(words).finditer(text))
    found.extend(_after_verbs(text, clauses, places, words))
    return found


def _quoted(text: str, words: EntityWords) -> Iterator[Name]:
    """“市长质量奖”, “雪亮”工程, “双减”政策: by the quote's ending, the noun after it, or the list of known ones."""
    for match in _QUOTE.finditer(text):
        inner = match["inner"] or match["typed"] or match["single"]
        noun = _noun(words).match(text, match.end())
        if noun and not re.search("[，。；：]", inner):
            yield Name(match.start(), noun.end(), "programme", "entities.quoted_programme")
        elif inner in words.programme_names or _names_programme(inner, words):
            yield Name(match.start() + 1, match.end() - 1, "programme", "entities.quoted_programme")


def _names_programme(inner: str, words: EntityWords) -> bool:
    if re.search("[，。；：]", inner) or _generic(words).fullmatch(inner):
        return False
    return inner.endswith(words.programme_ends) and not re.match("[一二三四五六七八九十两几]个|[一二三四五六七八九十]大", inner)


def _after_verbs(text: str, clauses: Clauses, places: list[Name], words: EntityWords) -> Iterator[Name]:
    """实施高新技术企业倍增计划, 双千工程, 建成青禾县城区供水工程."""
    begins = {place.start for place in places}
    for match in _ending(words).finditer(text):
        window: list[Word] = []
        verb = False
        for word in reversed(clauses.words_before(match.start())):
            if word.text in words.programme_verbs:
                verb = True
                break
            if word.text in words.hard_stops or match.start() - word.start > _LONGEST:
                break
            window.insert(0, word)
        if not window:
            continue
        start = window[0].start
        verb = verb or bool(_LISTED.search(text, max(0, start - 4), start))
        stem = text[start : match.start()]
        named = any(word.start in begins for word in window) or bool(_COUNTED.fullmatch(stem))
        if len(stem) >= 2 and (verb or named) and not _generic(words).fullmatch(stem):
            first = next((word.start for word in window if word.start in begins), start)
            yield Name(first, match.end(), "programme", "entities.programme")


_LISTED = re.compile("(?:工程|计划|行动|”)[、和]$")
_COUNTED = re.compile(r"(?:[双百千万][\u4e00-\u9fff]){1,3}|[双百千万]{2,3}|[\u4e00-\u9fff][百千万][\u4e00-\u9fff][百千万]")


@cache
def _noun(words: EntityWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.programme_nouns)})(?![建办])")


@cache
def _bare(words: EntityWords) -> re.Pattern[str]:
    return re.compile(any_of(words.bare_programmes))


@cache
def _ending(words: EntityWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.programme_bare_ends)})(?![师量款质技造院总学建投完安单外内生])")


@cache
def _generic(words: EntityWords) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words.generic_programme)}|的)+")

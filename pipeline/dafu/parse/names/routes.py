"""线路: motorways, railways and canals by name, which are places: 青云高铁, 云陵至白水高速公路, G60高速."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import PlacePhrases
from dafu.parse.names.clauses import Clauses, Name

_LONGEST = 4
_WITHIN = re.compile("[境域]?内(?=..)")
"""境内京云高速: what lies within comes before the name."""
_FROM = re.compile(r"[至到—－-]$")


def find_routes(
    text: str, clauses: Clauses, phrases: PlacePhrases, name_start: Callable[[int], int]
) -> Iterator[Name]:
    """The named routes of a text; `name_start` tells where an unknown name begins that ends at an offset.

    A name is made of the places that a route joins, in short (青云) or in full (云陵至白水); a class
    (地方铁路, 智慧高速) has a word of its own before the ending.
    """
    for match in _route(phrases).finditer(text):
        at = match.start()
        if text[max(0, at - 5) : at].endswith(phrases.not_before_route) or clauses.breaks_word(match.end()):
            continue
        start = name_start(at)
        within = _WITHIN.match(text, start, at)
        start = within.end() if within else start
        if not 2 <= at - start <= _LONGEST or _common(start, at, clauses):
            continue
        if _FROM.search(text, max(0, start - 1), start) and (first := name_start(start - 1)) < start - 2:
            start = first
        yield Name(start, match.end(), "place", "entities.route")


def _common(start: int, end: int, clauses: Clauses) -> bool:
    """Whether the words before the ending are a common noun or verb: 经济 + 高速."""
    word = clauses.word_at(start, end)
    return word is not None and (word.tag[0] in "vad" or word.tag == "n")


@cache
def _route(phrases: PlacePhrases) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(phrases.routes)})(?!{any_of(phrases.not_after_route)})(?![网化])")

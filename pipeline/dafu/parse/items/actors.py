"""责任主体: the organs that act in a stretch of text; 我局, 我们, 我市 resolved to the letterhead."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import ActorWords
from dafu.parse.items.sentences import without_enclosed
from dafu.records.facts import Entity
from dafu.records.letter import Letterhead

_LEVEL_UP = re.compile(r".{2,}?(?:自治区|自治州|自治县|省|市|州|盟|县|区|旗)")


def find_actors(
    raw: str, start: int, *, letterhead: Letterhead, entities: tuple[Entity, ...], words: ActorWords
) -> tuple[str, ...]:
    """Names of the organs that act in `raw`, which begins at `start` of the letter, in order of mention.

    An organ acts where it opens a clause, or follows 由, 会同 and the like. 我局 stands for the issuing organ,
    我市 for its place; as printed where the letterhead names none.
    """
    view = without_enclosed(raw)
    found: list[tuple[int, tuple[str, ...]]] = []
    for match in _own(words).finditer(view):
        if _acts(view, match.start(), words):
            found.append((match.start(), _resolved(match.group(), letterhead, words)))
    listed = -1
    for entity in entities:
        at, end = entity.span[0] - start, entity.span[1] - start
        if entity.kind != "organ" or entity.refers_to or at < 0 or end > len(raw):
            continue
        if _acts(view, at, words) or at == listed:
            found.append((at, (entity.name,)))
            listed = end + 1 if view.startswith("、", end) else -1
    return tuple(dict.fromkeys(name for _, names in sorted(found) for name in names))


def _acts(view: str, at: int, words: ActorWords) -> bool:
    return at == 0 or view[at - 1] in "，；：。！？\n" or view[:at].endswith(words.before)


def _resolved(deictic: str, letterhead: Letterhead, words: ActorWords) -> tuple[str, ...]:
    organs = tuple(organ.name for organ in letterhead.issuing_organs)
    if not organs:
        return (deictic,)
    if deictic in words.organ:
        return organs
    place = _place_of(organs[0], deictic[-1])
    return (place or deictic,)


def _place_of(organ: str, level: str) -> str | None:
    """The part of an organ's name that ends with the place's level: 云陵市 of 云陵市望川区水利局 for 我市."""
    at = 0
    while match := _LEVEL_UP.match(organ, at):
        if match.group().endswith(level):
            return organ[: match.end()]
        at = match.end()
    return None


@cache
def _own(words: ActorWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.organ, words.place)})(?!{any_of(words.not_after)})")

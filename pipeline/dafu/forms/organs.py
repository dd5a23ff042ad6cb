"""Names of organs, by their endings: whole lines, list members, and what a text begins with.

All functions take folded text (`dafu.text.fold`): half-width, without blanks.
"""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import OrganWords
from dafu.text import fold

_STEM = r"[\u4e00-\u9fffA-Za-z·“”\"()]"
_CONNECTOR = re.compile(r"[对向与和及同由在经请将报转按把就等已牵负]")
_SEPARATOR = re.compile(r"[、,;和及与]|以及")
_LONGEST = 40


def is_organ(name: str, words: OrganWords) -> bool:
    """Whether the whole of `name` is an organ's name: `青禾县水利局`, `县政府办`, `民盟云陵市委会`."""
    return bool(_whole(words).fullmatch(name)) and not _refused(words).search(name)


def is_party(name: str, words: OrganWords) -> bool:
    """Whether `name` is a party's or its committee's: `民盟云陵市委会`, `九三学社`, `无党派人士界`."""
    return bool(_party(words).match(name))


def leading_organ(text: str, words: OrganWords) -> int | None:
    """End of the organ's name that `text` begins with: 4 for `县住建局对该路段…`; `None` if none."""
    found: int | None = None
    for match in _end(words).finditer(text, 0, _LONGEST):
        end = match.end(1)
        if text[end - 1] == "办" and text.startswith("理", end):
            end -= 1
        if found is not None and _CONNECTOR.search(text, found, end):
            break
        if is_organ(text[:end], words):
            found = end
    return found


def organ_list(text: str, start: int, words: OrganWords) -> tuple[tuple[int, int], ...]:
    """Spans of the organs listed from `start` on: `市财政局、市水利局和县教育局，现…` gives three.

    The list ends where a member is no organ.
    """
    spans: list[tuple[int, int]] = []
    at = start
    while (length := leading_organ(text[at : at + _LONGEST], words)) is not None:
        spans.append((at, at + length))
        separator = _SEPARATOR.match(text, at + length)
        if separator is None:
            break
        at = separator.end()
    return tuple(spans)


def organs_of_line(line: str, words: OrganWords) -> tuple[tuple[int, int], ...]:
    """Spans, in the printed `line`, of the organs it consists of; empty if it holds anything else.

    Joint letterheads and signatures put several on a line, separated by blanks, tabs or commas.
    """
    members = [match.span() for match in re.finditer(r"[^\s、，,；;]+", line)]
    if members and all(is_organ(fold(line[start:end]).text, words) for start, end in members):
        return tuple(members)
    return ()


@cache
def _whole(words: OrganWords) -> re.Pattern[str]:
    levels, endings = any_of(words.levels), any_of(words.endings)
    short = f"(?:{_STEM}{{0,12}})?(?:{levels})(?:{any_of(words.level_endings)})(?:{endings})?"
    stemmed = f"(?:{_STEM}{{2,{_LONGEST}}}|(?:{levels}))(?:{endings})"
    return re.compile(f"(?:{stemmed}|{short}|{any_of(words.names)}|{_party(words).pattern})")


@cache
def _party(words: OrganWords) -> re.Pattern[str]:
    return re.compile(
        f"(?:{any_of(words.parties)})(?:{_STEM}{{0,16}}(?:委员会|市委|县委|区委|省委|州委|委会|支部|总支|界|小组))?"
    )


@cache
def _end(words: OrganWords) -> re.Pattern[str]:
    ends = (*words.endings, *words.names, *words.parties, *words.level_endings)
    return re.compile(f"(?=({any_of(ends)}))")


@cache
def _refused(words: OrganWords) -> re.Pattern[str]:
    return re.compile(
        f"(?:{any_of(words.not_organs)})$|{any_of(words.never_inside)}|^(?:{any_of(words.never_first)})"
    )

"""Numbers of submissions; text throughout: zeros are kept and `20180329` is no date."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.forms.numerals import COUNTER
from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import SubmissionWords

_LONGEST_RANGE = 50
_MEMBER = r"(?:第)?(?:[A-D甲乙丙丁]类)?(?:第)?(?:[A-Za-z]{1,4}-?)?\d{1,12}+(?:[A-Za-z·.]\d{1,6}+)*(?:号)?"
_JOIN = r"(?:[、,;和及与]|以及|-{1,2}|—{1,2}|–|~|至|到)"
_RUN = rf"{_MEMBER}(?:{_JOIN}{_MEMBER})*"
_NO_SERIAL = r"(?![届次年月日条章节项批期个位名款\d]|类\d)"
"""第12届, 第3条, 第5批 are other ordinals."""
_CLASS_NUMBER = re.compile(r"(?:(?<=[(,、号])|(?<=会议)|(?<=^))[一-鿿]{2,10}(?<![甲乙丙丁])类第?\d{1,6}号")
_RANGE = re.compile(r"(?P<first>\d+)号?(?P<dash>-{1,2}|—{1,2}|–|~|至|到)第?(?P<last>\d+)")
_SPLIT = re.compile(r"[、,;和及与]|以及")
_TRIMMED = re.compile(r"^(?:第|[A-D甲乙丙丁]类)+|号$")


class PrintedNumbers(NamedTuple):
    """Numbers printed together; `members` are their texts, `span` in the stretch searched."""

    members: tuple[str, ...]
    span: tuple[int, int]


def class_number_in(stretch: str, start: int = 0) -> PrintedNumbers | None:
    """The number inside a subject class, as printed: 教育类410号."""
    match = _CLASS_NUMBER.search(stretch, start)
    return PrintedNumbers((match.group(),), match.span()) if match else None


def find_numbers(stretch: str, start: int, words: SubmissionWords) -> list[PrintedNumbers]:
    """The serials in a folded stretch, class numbers left out: 第12、35、120号, 第5—8号, （自编号027号）.

    Looked for with 第 or a label first; only without any, where 号 and the item's name follow one
    another (044号提案, 提案（044号）). A range of up to 50 plain numbers is expanded.
    """
    blanked = _CLASS_NUMBER.sub(lambda match: "□" * len(match.group()), stretch)
    for pattern in (_labelled(words), _before_item(words), _after_item(words)):
        found = [
            PrintedNumbers(members, match.span())
            for match in pattern.finditer(blanked, start)
            if (members := _members(match["run"]))
        ]
        if found:
            return found
    return []


def _members(run: str) -> tuple[str, ...]:
    return tuple(
        member for part in _SPLIT.split(run) for member in _expanded(_TRIMMED.sub("", part)) if member
    )


def _expanded(part: str) -> tuple[str, ...]:
    match = _RANGE.fullmatch(part)
    if match is None:
        return (part,)
    first, last = match["first"], match["last"]
    if match["dash"] == "-" and len(first) == 4 and first.startswith(("19", "20")):
        return (part,)  # 2023-044: year and serial, one number
    if not 0 < int(last) - int(first) < _LONGEST_RANGE:
        return first, last
    width = len(first) if first.startswith("0") else 0
    return tuple(str(number).zfill(width) for number in range(int(first), int(last) + 1))


@cache
def _labelled(words: SubmissionWords) -> re.Pattern[str]:
    label = rf"(?<![〕\]])(?:第|(?:{any_of(words.number_labels)}):?)"
    return re.compile(
        rf"{label}(?P<open>[\"“(])?(?P<run>{_RUN}|[{COUNTER}]{{1,6}}(?=号))(?(open)[\"”)]?)(?:号|件)?{_NO_SERIAL}"
    )


@cache
def _before_item(words: SubmissionWords) -> re.Pattern[str]:
    items = any_of(words.proposal, words.suggestion, words.motion)
    return re.compile(rf"(?<![〕\]\d])(?P<run>{_RUN})(?<=号)(?=[”\")]?(?:{items}|代表|委员|等))")


@cache
def _after_item(words: SubmissionWords) -> re.Pattern[str]:
    items = any_of(words.proposal, words.suggestion, words.motion)
    return re.compile(rf"(?:{items})\(?(?P<run>{_RUN})\)?{_NO_SERIAL}")

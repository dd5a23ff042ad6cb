"""Unmarked paragraphs that structure a letter: titles without a number, points answered, lead-ins."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import OutlineWords, RoleWords
from dafu.parse.outline.roles import heading_role
from dafu.records.outline import SectionRole

_LONGEST_TITLE = 30
_LONGEST_POINT = 60
_STOP = re.compile(r"[。；;！!？?，,]$")


class Title(NamedTuple):
    """A title without a number at the start of a paragraph."""

    length: int
    role: SectionRole | None
    rule: str


def unmarked_title(letter: LetterText, number: int, lexicon: Lexicon) -> Title | None:
    """The title that a paragraph is (基本情况, or bold) or opens with (关于加大投入的建议。)."""
    paragraph = letter.paragraphs[number]
    raw = letter.raw(paragraph)
    point = _point(lexicon.roles, lexicon.outline).match(raw)
    if point and len(point.group()) <= _LONGEST_POINT:
        return Title(point.end("title"), "response", "outline.point")
    if number + 1 == len(letter.paragraphs) or letter.paragraphs[number + 1].zone != "body":
        return None
    if len(raw) > _LONGEST_TITLE or _STOP.search(raw) or re.search(r"[。；;，,]|如下|以下", raw):
        return None
    role = heading_role(raw, lexicon.roles)
    if paragraph.bold or paragraph.heading or (role is not None and len(raw) <= _LONGEST_TITLE // 2):
        return Title(len(raw.rstrip("：:")), role, "outline.unmarked_heading")
    return None


def is_plan_title(line: str, lexicon: Lexicon) -> bool:
    """Whether a short line is nothing but the title of a plan: 下一步工作打算."""
    bare = line.strip()
    if len(bare) > _LONGEST_TITLE or _STOP.search(bare) or re.search(r"[，,].*[：:]$|将", bare):
        return False
    return heading_role(bare, lexicon.roles) == "plan"


def is_announcement(text: str, words: OutlineWords) -> bool:
    """Whether a paragraph ends by announcing what follows: 做了以下工作：, 主要有三个方面。."""
    bare = text.rstrip()
    if bare.endswith(("：", ":")):
        return True
    last = re.split(r"[。；;]", bare.rstrip("。；;"))[-1]
    return _announcing(words).search(last) is not None


@cache
def _announcing(words: OutlineWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:以下|如下|下列|从|做好|抓好|主要)[^，。]{{0,20}}(?:{any_of(words.announcements)})[^，。]{{0,6}}$"
    )


@cache
def _point(roles: RoleWords, words: OutlineWords) -> re.Pattern[str]:
    """`关于…的建议。`, `建议一：…。`, `针对您提出的…问题，` alone on its line."""
    points = any_of(words.point_words)
    return re.compile(
        rf"(?P<title>(?:{any_of(roles.response_starts)})[^。：:；;]{{2,50}}(?:{any_of(roles.response_ends)})[”》]?"
        rf"|第?(?:{points})[一二三四五六七八九十\d]{{1,2}})(?:。|：|:|$)"
    )

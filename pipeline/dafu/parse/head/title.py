"""标题 and the genre it tells: 答复, 会办意见, 再次答复, or no reply at all."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.layout.zone_cues import ends_title
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import LetterheadWords
from dafu.records.letter import Addressee, Genre, Title
from dafu.text import fold

_OPENING_PARAGRAPHS = 3
_OPENING = 500
"""Code points of the body's beginning in which a reply says what it answers."""
_QUOTED = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”|\"[^\"\n]*\"")


def find_title(letter: LetterText, lexicon: Lexicon) -> Title | None:
    """The title, its lines joined; lines below it such as （第119号） are no part of it."""
    del lexicon
    for paragraph in letter.in_zone("title"):
        return Title(raw=letter.raw(paragraph), span=paragraph.span, rule="title.zone")
    return None


def genre_of(
    letter: LetterText, title: Title | None, addressees: tuple[Addressee, ...], lexicon: Lexicon
) -> Genre:
    """The genre by the title's ending and the opening's formulas, words inside 《》 and “” left aside.

    A reply names a submission and answers it. An assisting opinion calls itself 会办 or 协办, and where only
    its opening does, it is addressed to an organ. A second reply says 再次, 二次 or 补充 of its own answer.
    """
    words = lexicon.letterhead
    heading = _QUOTED.sub("", fold(title.raw).text) if title else ""
    opening = _opening(letter)
    if not _answers(heading, opening, addressees, lexicon):
        return "other"
    if _assisting_title(words).search(heading):
        return "joint_opinion"
    to_organ = bool(addressees) and all(addressee.role == "organ" for addressee in addressees)
    if (
        to_organ
        and _assisting(words).search(_QUOTED.sub("", opening))
        and not _answering(words).search(heading)
    ):
        return "joint_opinion"
    if _again(words).search(heading) or _again(words).search(_QUOTED.sub("", opening)):
        return "follow_up_reply"
    return "reply"


def _opening(letter: LetterText) -> str:
    body = letter.in_zone("body")[:_OPENING_PARAGRAPHS]
    return fold("\n".join(letter.raw(paragraph) for paragraph in body)).text[:_OPENING]


def _answers(heading: str, opening: str, addressees: tuple[Addressee, ...], lexicon: Lexicon) -> bool:
    words = lexicon.letterhead
    if _instructing(words).search(heading):
        return False
    if _reporting(words).search(heading) and not re.search(r"第[^届次]{1,12}号", heading):
        return False
    if ends_title(heading, lexicon.zones) and (_names_item(words).search(heading) or _names_meeting(heading)):
        return True
    if _submitted(words).search(opening) and _formula(words).search(opening):
        return True
    to_proposer = any(addressee.role in ("cppcc_member", "deputy", "group") for addressee in addressees)
    return to_proposer and bool(_submitted(words).search(opening) or _formula(words).search(opening))


def _names_meeting(heading: str) -> bool:
    return re.search(r"届.{0,12}次.{0,8}第.{1,12}号", heading) is not None


@cache
def _names_item(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(any_of(words.submission_words))


@cache
def _formula(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(any_of(words.reply_formulas))


@cache
def _submitted(words: LetterheadWords) -> re.Pattern[str]:
    """What an opening says of the item: 您提出的…的建议, 第8号提案, 《…》收悉."""
    items = any_of(words.submission_words)
    return re.compile(
        rf"(?:[您你]们?|\([您你]?们\)|贵[\u4e00-\u9fff]{{1,6}}|委员|代表|会议|大会|提案人)[^。\n]{{0,40}}?(?:提出|提交|所提|反映|撰写|领衔)"
        rf"|提出的[^。\n]{{0,80}}?(?:{items})|第[\w、]{{1,20}}号[^。\n]{{0,80}}?(?:{items})|(?:{items})[^。\n]{{0,60}}?(?:收悉|已悉)"
        rf"|(?:{items})\(?第"
    )


@cache
def _assisting_title(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.joint_opinion)})[^,。]{{0,10}}$")


@cache
def _assisting(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.joint_opinion)})(?:的|事项)?(?:意见|情况|答复|工作|件)?")


@cache
def _answering(words: LetterheadWords) -> re.Pattern[str]:
    del words
    return re.compile(r"答复[^,。]{0,6}$")


@cache
def _again(words: LetterheadWords) -> re.Pattern[str]:
    """再次答复, 补充答复意见, （二次答复）; not 城市更新…的答复."""
    return re.compile(
        rf"(?:{any_of(words.follow_up)})(?:办理|情况|落实|作|进行|予以|的)*(?:答复|复函|回复|函复|复文|反馈|汇报)"
        r"|(?:答复|办理)\((?:第?[二三]次|再次)\)|[再续]复(?:如下|函|意见|$)"
    )


@cache
def _instructing(words: LetterheadWords) -> re.Pattern[str]:
    """Titles of 通知, 方案 and the like that speak of submissions and answer none."""
    return re.compile(rf"(?:{any_of(words.other_genres)})(?:\([^()]*\))?$")


@cache
def _reporting(words: LetterheadWords) -> re.Pattern[str]:
    """Reports on the handling of many items (…建议提案办理情况的报告)."""
    return re.compile(rf"(?:{any_of(words.reporting)})(?:\([^()]*\))?$")

"""What the words of a block say it may be; where it stands decides whether it is."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from dafu.forms.document_numbers import is_document_number
from dafu.forms.markers import marker_at
from dafu.forms.marks import marks_in
from dafu.forms.organs import is_organ, organs_of_line
from dafu.forms.wording import any_of
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import ClosingWords, LetterheadWords, ZoneWords
from dafu.text import fold

HeadCue = Literal["organ", "number", "mark", "signatory", "contact", "copy_number"]
TailCue = Literal["organ", "date", "contact", "copies", "attachment", "note", "stamp", "mark"]
_SHORT = 70
_HAN = "〇○零Oo0一二三四五六七八九十廿卅"
_DATE = (
    rf"(?:(?:19|20)\d{{2}}|[一二][{_HAN}]{{3}})?年[\d{_HAN}×xX*]{{0,3}}月[\d{_HAN}×xX*]{{0,3}}[日号]?"
    r"|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}"
)
_TELEPHONE = re.compile(r"\(?0?\d{3,4}\)?[-—–]?\d{7,8}|1\d{10}|\d{7,8}")
_SENTENCE_END = re.compile(r"[。！!？?；;]")
_QUOTED = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”")


def head_cue(text: str, lexicon: Lexicon) -> HeadCue | None:  # noqa: PLR0911
    """Which part of a letterhead a line is written like."""
    if len(text) > _SHORT:
        return None
    folded = fold(text).text
    if _signatory(lexicon.letterhead).match(folded):
        return "signatory"
    if is_document_number(text):
        return "number"
    if _marked(text, folded, lexicon):
        return "mark"
    if _contact(lexicon.closing).match(folded):
        return "contact"
    if re.fullmatch(r"0\d{5}", folded):
        return "copy_number"
    return "organ" if _names_organs(text, lexicon) else None


def tail_cue(text: str, lexicon: Lexicon) -> TailCue | None:  # noqa: PLR0911
    """Which part of what follows the body a line is written like."""
    folded = fold(text).text
    if _copies(lexicon).match(folded):
        return "copies"
    if marker_at(text):
        return None
    if _attachment(lexicon.zones).match(folded) and not folded.endswith("。"):
        return "attachment"
    if _note(lexicon.zones).match(folded) and len(folded) <= 2 * _SHORT:
        return "note"
    if len(text) > 2 * _SHORT:
        return None
    if _contact(lexicon.closing).match(folded) or _TELEPHONE.fullmatch(folded):
        return "contact"
    if _dated(lexicon.closing).fullmatch(folded):
        return "date"
    if _stamped(lexicon.closing).fullmatch(folded):
        return "stamp"
    if _signatory(lexicon.letterhead).match(folded):
        return "contact"
    if _marked(text, folded, lexicon) and not folded.endswith("。"):
        return "mark"
    unstamped = _stamped(lexicon.closing).sub("", text)
    return "organ" if unstamped and organs_of_line(unstamped, lexicon.organs) else None


def is_printing_line(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is the 版记's of printing: `青禾县水利局办公室 2023年5月12日印发`."""
    return bool(_printing(lexicon).search(fold(text).text))


def is_prose(text: str, lexicon: Lexicon) -> bool:
    """Whether a line can only be running text: a sentence, or an opening's first words."""
    folded = fold(text).text
    if _opening(lexicon.zones).match(folded):
        return True
    bare = _QUOTED.sub("", folded)
    return bool(_SENTENCE_END.search(bare)) or folded.endswith((",", "如下:", "如下")) or len(bare) > _SHORT


def opens_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph speaks as the first one of a reply does: 您提出的…收悉, 现答复如下."""
    folded = fold(text).text[:400]
    return bool(_opening(lexicon.zones).match(folded)) or any(
        formula in folded for formula in lexicon.letterhead.reply_formulas
    )


def says_farewell(text: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph holds what a letter ends with: thanks, 特此答复, the request for an opinion."""
    return bool(_farewell(lexicon.zones).search(fold(text).text))


def ends_title(text: str, words: ZoneWords) -> bool:
    """Whether a line ends as a reply's title does, a short bracket after it allowed."""
    return bool(_title_end(words).search(fold(text).text))


def begins_title(text: str, lexicon: Lexicon) -> bool:
    """Whether words begin as a title does: 关于…, 对…, an organ's name and 关于…, 县政协十届三次会议…."""
    folded = fold(text).text
    if _title_end(lexicon.zones).fullmatch(folded):
        return False
    start = _title_start(lexicon.zones).search(folded[:40])
    if start is None:
        return bool(re.match(r"[^,。:]{0,20}(?:人大|政协|人民代表大会|委员会)[^,。:]{0,10}届", folded))
    return start.start() == 0 or is_organ(folded[: start.start()], lexicon.organs)


def is_attachment_heading(text: str) -> bool:
    """Whether a line is nothing but `附件`, `附件1` or `附件二：`."""
    return re.fullmatch(r"附[件表](?:[\d一二三四五六七八九十]{1,3})?[::]?", fold(text).text) is not None


def is_form_heading(text: str, lexicon: Lexicon) -> bool:
    """Whether a line heads the sheet that asks for the proposer's opinion: 提案办理情况征询意见表."""
    folded = fold(text).text
    return len(folded) <= _SHORT // 2 and folded.endswith(lexicon.closing.feedback_forms)


def _marked(text: str, folded: str, lexicon: Lexicon) -> bool:
    if len(folded) > 40:
        return False
    marks = marks_in(text, lexicon.letterhead)
    if not marks:
        return _blank_mark(lexicon.letterhead).fullmatch(folded) is not None
    printed = sum(len(fold(text[mark.start : mark.end]).text) for mark in marks)
    return marks[0].labelled or printed >= len(folded) - 3


def _names_organs(text: str, lexicon: Lexicon) -> bool:
    words = lexicon.organs
    bare = re.sub(rf"(?:{any_of(words.letterhead_tails)})$", "", text)
    return (
        bool(bare)
        and bool(organs_of_line(bare, words))
        and not re.search(r"第.{1,4}届|[\d一二三四五六七八九十]届", text)
    )


@cache
def _signatory(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.signatory_labels)})(?::|[\u4e00-\u9fff]{{2,4}}$|$)")


@cache
def _blank_mark(words: LetterheadWords) -> re.Pattern[str]:
    labels = any_of(words.outcome_labels, words.loose_outcome_labels, words.disclosure_labels)
    return re.compile(rf"(?:{labels}):[\u4e00-\u9fff]{{0,6}}")


@cache
def _contact(words: ClosingWords) -> re.Pattern[str]:
    people = any_of(words.responsible_official, words.case_officer, words.contact, words.phone)
    return re.compile(
        rf"[(\[]?(?:(?:{people})(?:[及和与、/,(](?:{any_of(words.phone)})\)?)?(?:\([^():]{{1,8}}\))?(?::|\t|[\d(*]|$)"
        rf"|(?:{any_of(words.other_labels)})(?:[及和与、](?:{any_of(words.phone)}))?:)"
    )


@cache
def _copies(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(lexicon.closing.copied_to)}|主送)(?::|[^,。]{{2,30}}[,、。])"
        rf"|(?:{any_of(lexicon.zones.imprint)})[::\d]|{_printing(lexicon).pattern}"
    )


@cache
def _printing(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"^.{{0,40}}(?:{_DATE})(?:{any_of(lexicon.closing.printing)})(?:发)?。?$")


@cache
def _attachment(words: ZoneWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words.attachment)})[\d一二三四五六七八九十]{{0,2}}:|附件[\d一二三四五六七八九十]{{0,2}}$|附件\d"
    )


@cache
def _note(words: ZoneWords) -> re.Pattern[str]:
    return re.compile(rf"\([^()]*(?:\([^()]*\)[^()]*)*\)。?$|(?:{any_of(words.notes)})[::]")


@cache
def _dated(words: ClosingWords) -> re.Pattern[str]:
    """A date alone, or after the organ that signs: 青禾县水利局2023年7月1日."""
    labels = rf"(?:(?:{any_of(words.signature_labels)}):)?"
    return re.compile(
        rf"{labels}(?:[\u4e00-\u9fff()]{{4,40}}(?<![至到于年以的]))?[(]?(?:{_DATE})[)]?(?:\((?:{any_of(words.stamps)})\))?"
    )


@cache
def _stamped(words: ClosingWords) -> re.Pattern[str]:
    return re.compile(rf"[(（](?:{any_of(words.stamps)})[)）]")


@cache
def _opening(words: ZoneWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.openings)})")


@cache
def _farewell(words: ZoneWords) -> re.Pattern[str]:
    return re.compile(any_of(words.farewells))


@cache
def _title_end(words: ZoneWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.title_ends)})(?:\([^()。]{{1,24}}\))?$")


@cache
def _title_start(words: ZoneWords) -> re.Pattern[str]:
    return re.compile(any_of(words.title_starts))

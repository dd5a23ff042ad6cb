"""Readings that the forms of letters decide, each written down with what was read.

Only where what was read is no form and another reading is one; a digit is never changed into another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dafu.read.ocr.phrases import by_phrase
from dafu.read.ocr.place import Seen

DOUBTFUL = 0.9
"""Confidence below which a bracket that could be printed so may be another."""
CLASS_LETTERS = {"4": "A", "△": "A", "Λ": "A", "人": "A", "Α": "A", "А": "A", "Β": "B", "В": "B", "С": "C"}
"""What a lone letter of the outcome class (办理结果类别) is read as."""
_NUMERALS = "一二三四五六七八九十〇○零OＯo0"
_RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("ocr.permille", re.compile(r"(?:(?<=\d)|^)[%‰] ?(?:0(?=[。，；、）)]|$)|[oO](?![A-Za-z])|°)"), "‰"),
    ("ocr.dash", re.compile(r"(?:(?<=[\d年月日号%％])|^)[一ー](?=\d)|(?<=\d{4})[一ー]$"), "—"),
    ("ocr.stop", re.compile(r"(?<=[\u4e00-\u9fff%％])．(?=[\u4e00-\u9fff“《])"), "，"),
    (
        "ocr.zero",
        re.compile(
            r"(?<=[12])[OoQ](?=\d\d年)|(?<=[12]\d)[OoQ](?=\d年)|(?<=[12]\d\d)[OoQ](?=年)|(?<=\d{3})[OoQ](?=\d{2})"
        ),
        "0",
    ),
    ("ocr.square_metre", re.compile(r"(?<=[\d万亿余多])m²"), "㎡"),
    ("ocr.han_zero", re.compile(rf"(?<=[{_NUMERALS}])[○OＯ](?=[{_NUMERALS}年])"), "〇"),
    (
        "ocr.year_bracket",
        re.compile(r"[（【［\[](?=(?:19|20|１９|２０)\d{2}[〕）】］\])]第?\s?[\dA-Za-z\-—]*[号號])"),
        "〔",
    ),
    (
        "ocr.year_bracket",
        re.compile(r"(?<=[〔（【［][12１２]\d{3})[）】］\]](?=第?\s?[\dA-Za-z\-—]*[号號])"),
        "〕",
    ),
    ("ocr.bracket_pair", re.compile(r"（(?=[12１２]\d{3}〕)"), "〔"),
    ("ocr.bracket_pair", re.compile(r"(?<=〔[12１２]\d{3})）"), "〕"),
)
_AS_PRINTED = "（）"


def decided(line: Sequence[Seen]) -> list[Seen]:
    """The line with what its forms decide."""
    found = by_phrase(line)
    for rule, pattern, chosen in _RULES:
        text = "".join(one.char for one in found)
        for match in reversed(list(pattern.finditer(text))):
            read = found[match.start() : match.end()]
            surely = min(one.confidence for one in read)
            if len(text) != len(found):
                continue
            as_printed = match.group() in _AS_PRINTED and surely >= DOUBTFUL
            if rule == "ocr.year_bracket" and (as_printed or read[0].width < 1):
                continue  # half-width brackets are printed so: 铜政办[2009]103号
            found[match.start() : match.end()] = [_written(read, chosen, rule)]
    return found


def _written(read: Sequence[Seen], chosen: str, rule: str) -> Seen:
    centre = sum(one.centre for one in read) / len(read)
    raw = "".join(one.char for one in read)
    return replace(
        read[0],
        char=chosen,
        centre=centre,
        width=1.0,
        confidence=min(one.confidence for one in read),
        read=raw,
        by=rule,
    )


def class_letter(one: Seen) -> Seen:
    """A lone character of a letterhead as the class letter that it stands for."""
    chosen = CLASS_LETTERS.get(one.char)
    if chosen is None:
        return one
    return replace(one, char=chosen, width=0.5, read=one.char, by="ocr.class_letter")

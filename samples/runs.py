"""Gold of the numbers that are no figures: every run of digits or numerals gets its type, or the letter is refused."""

from __future__ import annotations

import re
from typing import Any

from samples.figures import before
from samples.notation import Letter, Span

TAGS = {
    "w": "word", "nm": "name", "q": "quantity", "ap": "approximate", "an": "announcement", "o": "ordinal",
    "id": "identifier", "dt": "date", "ct": "contact", "ol": "outline",
}  # fmt: skip
"""Tag of the notation → type of the contract."""

RUN = re.compile(
    r"[0-9０-９]+(?:[,，](?=[0-9]{3}(?![0-9]))[0-9]{3})*(?:[.．][0-9０-９]+)?(?:万亿|[百千万亿])?"
    r"|[〇○零一二三四五六七八九十百千万亿两廿]+|[ⅠⅡⅢⅣⅤ①-⑳½]"
)
_MULTIPLIERS_ALONE = re.compile(r"[百千万亿]+")
_WORDS = re.compile(
    "单一|四季|进一步|下一步|[新近]一步|一批|一系列|一定|一些|统一|一流|一体|一方面|十分|一直|唯一|零工|清零|一律|一般|之一|一线|一致"
    "|第一时间|一如既往|一旦|一同|一并|一道|万一|一次性|一站式|一揽子|一以贯之|一步|一手|一经|千方百计|一事一议"
)
_NAMES = re.compile(r"[“”]?(?:十[三四五]五)[“”]?|二十大|三中全会|二十届|一带一路|三农|双一流")
_ORDINALS = re.compile(
    r"第?[0-9一二三四五六七八九十]+届|第?[0-9一二三四五六七八九十]+次(?=会议|全体会议|全会)"
)
_IDENTIFIERS = re.compile(r"第[0-9、—\-]+号|[〔\[﹝【（(][0-9]{4}[〕\]﹞】）)](?:第)?[0-9\-]+号")
_PHONES = re.compile(r"(?:0999[-—]?)?5{3}[0-9]{4}|0999-[0-9]+|12345")
_TITLES = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")


def gold_numbers(letter: Letter) -> list[dict[str, Any]]:
    """`non_figures` of a letter in reading order; raises `ValueError` for a run that nothing explains."""
    typed = [(tag.span, TAGS[tag.kind]) for tag in letter.tags if tag.kind in TAGS]
    typed += _by_structure(letter)
    found: list[dict[str, Any]] = []
    figures = [tag.span for tag in letter.tagged("f")]
    missing: list[str] = []
    for match in RUN.finditer(letter.text):
        span = match.span()
        if _MULTIPLIERS_ALONE.fullmatch(match[0]) or any(_within(span, figure) for figure in figures):
            continue
        kind = next((kind for where, kind in typed if _within(span, where)), None)
        if kind is None:
            missing.append(letter.text[max(0, span[0] - 8) : span[1] + 6].replace("\n", "⏎"))
            continue
        found.append({"raw": match[0], "before": before(letter, span), "type": kind})
    if missing:
        raise ValueError(f"{letter.name}: untyped numbers: " + " ¦ ".join(missing))
    return found


def _within(span: Span, where: Span) -> bool:
    return where[0] <= span[0] and span[1] <= where[1]


def _by_structure(letter: Letter) -> list[tuple[Span, str]]:
    """Types that follow from markers, periods, titles and the kind of the paragraph."""
    found: list[tuple[Span, str]] = [
        ((mark.start, mark.start + len(mark.marker)), "outline") for mark in letter.sections if mark.marker
    ]
    found += [(tag.span, "date") for tag in letter.tagged("p")]
    for paragraph in letter.paragraphs:
        kind = {"n": "identifier", "d": "date", "I": "date"}.get(paragraph.kind)
        if kind:
            found.append((paragraph.span, kind))
    for pattern, kind in (
        (_TITLES, "name"),
        (_IDENTIFIERS, "identifier"),
        (_ORDINALS, "ordinal"),
        (_PHONES, "contact"),
        (_NAMES, "name"),
        (_WORDS, "word"),
    ):
        found += [(match.span(), kind) for match in pattern.finditer(letter.text)]
    return found

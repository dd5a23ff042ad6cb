"""发文机关署名: the organs that sign below the body."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.dates import find_dates
from dafu.forms.organs import is_organ
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText, Paragraph
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import ClosingWords
from dafu.parse.closing.contacts import labels_in
from dafu.records.base import Span
from dafu.records.letter import Named
from dafu.text import fold

_SHORTEST = 4
_AFTER_STOP = re.compile(r"[。！!.]\s*(?P<name>[一-鿿（）()]{4,40})\s*$")
_NAME = re.compile(r"[一-鿿（）()·—\-\w]{2,40}")


def find_signatures(letter: LetterText, lexicon: Lexicon) -> tuple[Named, ...]:
    """The organs of the signature, in order, as printed; several on one line stand apart by blanks or 、.

    A line counts that is an organ's name, with or without the date and the stamp's stand-in （盖章）, or any
    short line directly above the date.
    """
    paragraphs = letter.in_zone("signature")
    found = _run_in(letter, lexicon) if not paragraphs else []
    for at, paragraph in enumerate(paragraphs):
        following = letter.raw(paragraphs[at + 1]) if at + 1 < len(paragraphs) else ""
        found.extend(_in_paragraph(letter, paragraph, _opens_with_date(following), lexicon))
    return tuple(found)


def run_in_signature(raw: str, lexicon: Lexicon) -> Span | None:
    """Span of the organ between the last sentence and a date that ends the paragraph: `…支持。青禾县水利局 2024年3月8日`."""
    dates = [date for date in find_dates(raw) if date.year and date.span[1] == len(raw.rstrip())]
    before = _AFTER_STOP.search(raw[: dates[-1].span[0]]) if dates else None
    if before and is_organ(fold(before["name"]).text, lexicon.organs):
        return before.span("name")
    return None


def _run_in(letter: LetterText, lexicon: Lexicon) -> list[Named]:
    found: list[Named] = []
    for paragraph in letter.in_zone("body")[-1:]:
        raw = letter.raw(paragraph)
        part = run_in_signature(raw, lexicon)
        if part:
            span = (paragraph.span[0] + part[0], paragraph.span[0] + part[1])
            printed = raw[slice(*part)]
            name = re.sub(r"\s", "", printed)
            found.append(Named(raw=printed, name=name, span=span, rule="closing.signed_by"))
    return found


def _in_paragraph(
    letter: LetterText, paragraph: Paragraph, above_date: bool, lexicon: Lexicon
) -> list[Named]:
    words = lexicon.closing
    raw = letter.raw(paragraph)
    dates = [date for date in find_dates(raw) if date.year]
    end = dates[0].span[0] if dates else len(raw)
    line = raw[:end]
    label = _signature_label(words).match(line)
    start = label.end() if label else 0
    folded = fold(line)
    if labels_in(folded, line, words) and not label:
        return []
    if dates and fold(raw[dates[-1].span[1] :]).text.startswith(words.printing):
        return []
    parts = _parts(line, start, words)
    if not parts or not all(_NAME.fullmatch(re.sub(r"\s", "", line[slice(*part)])) for part in parts):
        return []
    names = [re.sub(r"\s", "", line[slice(*part)]) for part in parts]
    certain = all(is_organ(fold(name).text, lexicon.organs) for name in names)
    beside_date = above_date or bool(dates)
    if not certain and not (beside_date and all(_may_sign(name, words) for name in names)):
        return []
    offset = paragraph.span[0]
    return [
        Named(
            raw=line[slice(*part)],
            name=name,
            span=(part[0] + offset, part[1] + offset),
            rule="closing.signed_by",
        )
        for part, name in zip(parts, names, strict=True)
    ]


def _may_sign(name: str, words: ClosingWords) -> bool:
    """Whether a line beside the date may be an organ that the vocabulary does not know."""
    return len(name) >= _SHORTEST and not name.endswith(words.formulas)


def _opens_with_date(line: str) -> bool:
    dates = find_dates(line)
    return bool(dates) and not line[: dates[0].span[0]].strip("（( ")


def _parts(line: str, start: int, words: ClosingWords) -> list[Span]:
    parts: list[Span] = []
    for match in re.compile(r"[^\s、，,；;]+").finditer(line, start):
        stamp = _stamp(words).search(match.group())
        end = match.start() + stamp.start() if stamp else match.end()
        if end > match.start():
            parts.append((match.start(), end))
    return parts


@cache
def _stamp(words: ClosingWords) -> re.Pattern[str]:
    return re.compile(rf"[（(](?:{any_of(words.stamps)})[）)]$")


@cache
def _signature_label(words: ClosingWords) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_of(words.signature_labels)})\s*[:：]\s*")

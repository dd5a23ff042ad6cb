"""What stands around the outline: where the opening ends, and the level-0 parts after the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dafu.forms.markers import marker_at
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText, Paragraph
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import OutlineWords, RoleWords
from dafu.records.outline import SectionRole

SENTENCE = re.compile(r"[^。！!？?\n]+[。！!？?]*[”’』」）)]*")
_OPENING_PARAGRAPHS = 5
_ONLY_PATIENCE = 10
"""Characters: 敬请谅解。 alone belongs to the refusal it follows."""
_SHORT = 40
"""Characters: a longer sentence says more than a courtesy."""


class Part(NamedTuple):
    """A level-0 part after the body."""

    start: int
    role: SectionRole
    rule: str


class Frame(NamedTuple):
    """The body, and what stands around it."""

    body: tuple[int, ...]
    """Numbers of the paragraphs that hold the body."""
    opening_end: int
    """Where the opening's own words end, if no mark stands before it."""
    opening_told: bool
    """Words such as 现答复如下 end it, so that what they follow is part of it, items too."""
    body_end: int
    attached: tuple[int, ...]
    """Numbers of the paragraphs of attachments."""
    parts: tuple[Part, ...]
    """Thanks, signature block, attachments, in reading order; they tile the text from `body_end`."""


def frame_of(letter: LetterText, lexicon: Lexicon) -> Frame:
    """The body's extent: from the first paragraph of zone body to the thanks or what is signed below."""
    paragraphs = letter.paragraphs
    first = next((at for at, each in enumerate(paragraphs) if each.zone == "body"), len(paragraphs))
    stop = first
    while stop < len(paragraphs) and paragraphs[stop].zone == "body":
        stop += 1
    if first == stop:
        # An outline needs a body: all that is read is front matter, then what follows it.
        stop = first = next((at for at, each in enumerate(paragraphs) if _is_tail(each)), len(paragraphs))
    tail = _tail(paragraphs, stop)
    end = tail[0].start if tail else len(letter.text)
    body = tuple(range(first, stop))
    thanks = _thanks(letter, body, lexicon.roles)
    parts = (Part(thanks, "closing", "outline.thanks"), *tail) if thanks is not None else tail
    body_end = end if thanks is None else thanks
    body = tuple(at for at in body if paragraphs[at].span[0] < body_end)
    opening = _opening_end(letter, body, body_end, lexicon.outline)
    attached = tuple(at for at, each in enumerate(paragraphs) if at >= stop and each.zone == "attachment")
    return Frame(body, opening[0], opening[1], body_end, attached, parts)


def _is_tail(paragraph: Paragraph) -> bool:
    return paragraph.zone in ("signature", "imprint", "attachment")


def _tail(paragraphs: Sequence[Paragraph], start: int) -> tuple[Part, ...]:
    """Signature blocks and attachments, whatever their order; sentences between them belong to them."""
    parts: list[Part] = []
    for paragraph in paragraphs[start:]:
        attached = paragraph.zone == "attachment"
        role: SectionRole = "attachment" if attached else "closing"
        if parts and parts[-1].role == role:
            continue
        rule = "outline.attachment" if attached else "outline.signature_block"
        parts.append(Part(paragraph.span[0], role, rule))
    return tuple(parts)


def _thanks(letter: LetterText, body: Sequence[int], words: RoleWords) -> int | None:
    """Where the courtesies begin that the body ends with; thanks in the first sentence open the letter."""
    found: int | None = None
    for at in reversed(body):
        paragraph = letter.paragraphs[at]
        if paragraph.in_table:
            break
        sentences = list(SENTENCE.finditer(letter.text, *paragraph.span))
        first = len(sentences)
        while first > (at == body[0]) and is_courtesy(sentences[first - 1].group(), words):
            first -= 1
        if first < len(sentences):
            found = sentences[first].start() if first else paragraph.span[0]
        if first:
            break
    return found


def is_courtesy(sentence: str, words: RoleWords) -> bool:
    """Whether a sentence only thanks, takes leave or asks for an opinion of the answer."""
    bare = sentence.strip()
    if marker_at(bare) or _limits(words).search(bare):
        return False
    if _patience(words).search(bare) and len(bare) <= _ONLY_PATIENCE:
        return False
    told = _courtesy(words).search(bare) is not None
    start = _courtesy_start(words).match(bare)
    if start is not None:
        return told or (start["about"] is None and _courtesy_weak(words).search(bare) is not None)
    return told and len(bare) <= _SHORT and not _own_action(words).search(bare)


def _opening_end(
    letter: LetterText, body: Sequence[int], body_end: int, words: OutlineWords
) -> tuple[int, bool]:
    """End of the paragraph that leads over to the answer, or of the sentence that does, and whether one does."""
    if not body:
        return body_end, False
    for at in body[:_OPENING_PARAGRAPHS]:
        paragraph = letter.paragraphs[at]
        raw = letter.raw(paragraph)
        if marker_at(raw) or paragraph.in_table:
            break
        lead = _reply_lead(words).search(raw)
        if lead:
            return _after(letter, paragraph, paragraph.span[0] + lead.end(), body_end), True
    first = letter.paragraphs[body[0]]
    sentences = list(SENTENCE.finditer(letter.text, *first.span))
    opening = 0
    while opening < min(2, len(sentences)) and _received(words).search(sentences[opening].group()):
        opening += 1
    if opening and opening < len(sentences):
        return min(sentences[opening - 1].end(), body_end), True
    return min(first.span[1] + 1, body_end), False


def _after(letter: LetterText, paragraph: Paragraph, lead_end: int, body_end: int) -> int:
    """Where the opening ends: behind the stop after `lead_end`, or with the paragraph if little follows."""
    stop = _STOP.search(letter.text, lead_end, paragraph.span[1])
    end = stop.end() if stop else paragraph.span[1]
    if paragraph.span[1] - end < 2:
        end = paragraph.span[1] + 1
    return min(end, body_end)


_STOP = re.compile(r"[：:。；;]|(?<=如下)[，,.]?")


@cache
def _reply_lead(words: OutlineWords) -> re.Pattern[str]:
    return re.compile(any_of(words.reply_leads))


@cache
def _received(words: OutlineWords) -> re.Pattern[str]:
    return re.compile(any_of(words.received))


@cache
def _courtesy_start(words: RoleWords) -> re.Pattern[str]:
    before = rf"(?:(?:{any_of(words.before_courtesy)})[，,]?)*"
    return re.compile(
        rf"{before}(?:(?:{any_of(words.courtesy_starts)})|(?P<about>{any_of(words.courtesy_about)}))"
    )


@cache
def _courtesy(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.courtesy_words))


@cache
def _courtesy_weak(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.courtesy_weak))


@cache
def _limits(words: RoleWords) -> re.Pattern[str]:
    """A refusal that asks for patience: 由于…，暂无法实施，敬请谅解."""
    return re.compile(rf"(?:{any_of(words.limit_cues)}).*(?:{any_of(words.patience)})")


@cache
def _patience(words: RoleWords) -> re.Pattern[str]:
    return re.compile(any_of(words.patience))


@cache
def _own_action(words: RoleWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.own_organs)})[^。]{{0,20}}(?:将|已|会|拟)")

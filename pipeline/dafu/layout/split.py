"""Several letters in one file: parted where a new letterhead, title or address line starts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dafu.forms.address_lines import addressees_in, ends_with_colon
from dafu.forms.markers import marker_at
from dafu.layout.block import Block
from dafu.layout.zone_cues import (
    begins_title,
    ends_title,
    head_cue,
    is_attachment_heading,
    is_prose,
    opens_body,
    says_farewell,
    tail_cue,
)
from dafu.lexicon import Lexicon

_LONGEST_TITLE = 7
_CUT_WORD = 3
"""Characters: a shorter last line of a title is the rest of a word."""
_HEAD_LINES = 8
"""Most blocks between a new title and the words that open its body."""
_TAIL_LINES = 8
"""Most blocks between a letter's last sentence and the next letter."""
_HEAD_CUES = ("organ", "number", "mark", "signatory", "copy_number")


def split_letters(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each letter, in order; one letter where nothing shows a second.

    A second letter begins above a title or address line that an opening follows, where the letter before it
    has come to its end. Attachments, quoted letters, numbered answers and page ends begin none.
    """
    starts = [0]
    opened = _opening(blocks, 0, lexicon)
    at = opened + 1
    while at < len(blocks):
        opening = _opens_letter(blocks, at, lexicon)
        start = _head_start(blocks, at, opened, lexicon) if opening is not None else at
        if opening is not None and start > opened and _has_ended(blocks, opened, start, lexicon):
            starts.append(start)
            opened = opening
            at = opening
        at += 1
    ends = [*starts[1:], len(blocks)]
    return tuple(tuple(blocks[start:end]) for start, end in zip(starts, ends, strict=True))


def _opening(blocks: Sequence[Block], start: int, lexicon: Lexicon) -> int:
    """The first block of running text from `start` on."""
    for at in range(start, len(blocks)):
        if is_prose(blocks[at].text, lexicon) and not _is_address(blocks[at].text, lexicon):
            return at
    return len(blocks)


def _opens_letter(blocks: Sequence[Block], at: int, lexicon: Lexicon) -> int | None:
    """The block that opens the body below a title or address line at `at`; None if there is none."""
    text = blocks[at].text
    if blocks[at].table is not None or marker_at(text):
        return None
    if _is_address(text, lexicon):
        lines = 3
    elif _ends_title(blocks, at, lexicon) and _is_title(blocks, at, lexicon):
        lines = _HEAD_LINES
    else:
        return None
    for below in range(at + 1, min(at + 1 + lines, len(blocks))):
        following = blocks[below].text
        if opens_body(following, lexicon):
            return below
        if marker_at(following) or (is_prose(following, lexicon) and not _is_address(following, lexicon)):
            return None
    return None


def _is_address(text: str, lexicon: Lexicon) -> bool:
    return ends_with_colon(text) and bool(addressees_in(text, lexicon.letterhead, lexicon.organs))


def _ends_title(blocks: Sequence[Block], at: int, lexicon: Lexicon) -> bool:
    """Whether a title ends here, its last word perhaps cut by the line's end: `…建议的答` `复`."""
    text = blocks[at].text
    if at and len(text) <= _CUT_WORD:
        text = blocks[at - 1].text + text
    return ends_title(text, lexicon.zones)


def _is_title(blocks: Sequence[Block], at: int, lexicon: Lexicon) -> bool:
    """Whether the lines that end at `at` make a title: from one that begins like it, all of them short."""
    for first in range(at, max(-1, at - _LONGEST_TITLE), -1):
        text = blocks[first].text
        if is_prose(text, lexicon) and first < at:
            return False
        if begins_title("".join(block.text for block in blocks[first : at + 1]), lexicon):
            return True
    return False


def _head_start(blocks: Sequence[Block], at: int, opened: int, lexicon: Lexicon) -> int:
    """The first block of the head that the title or address line at `at` belongs to."""
    start = _title_start(blocks, at, lexicon)
    while start - 1 > opened and not blocks[start].page_break:
        above = blocks[start - 1].text
        if _ends_title(blocks, start - 1, lexicon) and _is_title(blocks, start - 1, lexicon):
            start = _title_start(blocks, start - 1, lexicon)
            continue
        if head_cue(above, lexicon) not in _HEAD_CUES or re.search(r"[(（].*公开.*[)）]。?$", above):
            break
        if not _is_above_title(blocks, start - 1, lexicon):
            break
        start -= 1
    return start


def _is_above_title(blocks: Sequence[Block], at: int, lexicon: Lexicon) -> bool:
    """Whether a line of a letterhead is this letter's, and not the signature of the one before."""
    organ = head_cue(blocks[at].text, lexicon) == "organ"
    return not (organ and tail_cue(blocks[at + 1].text, lexicon) in ("date", "stamp"))


def _title_start(blocks: Sequence[Block], at: int, lexicon: Lexicon) -> int:
    if not _ends_title(blocks, at, lexicon):
        return at
    for first in range(at, max(-1, at - _LONGEST_TITLE), -1):
        if begins_title("".join(block.text for block in blocks[first : at + 1]), lexicon):
            return first
    return at


def _has_ended(blocks: Sequence[Block], opened: int, start: int, lexicon: Lexicon) -> bool:
    """Whether what stands above `start` is a letter's end, and no heading of an attachment."""
    above = blocks[max(opened, start - _TAIL_LINES) : start]
    if any(is_attachment_heading(block.text) for block in above):
        return False
    ended = any(
        tail_cue(block.text, lexicon) in ("date", "contact", "copies", "stamp")
        or says_farewell(block.text, lexicon)
        for block in above
    )
    return ended or blocks[start].page_break

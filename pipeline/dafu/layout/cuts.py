"""Paragraphs that a carrier without lines cut in two, as at the page ends of the print it was made from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dafu.forms.markers import marker_at
from dafu.layout.block import Block
from dafu.lexicon import Lexicon
from dafu.text import cells

_ENDED = re.compile(r"[。！？!?；;：:…．.][”’」』）)》】]*$")
_HALF_SAID = re.compile(r"[，、,（(《“‘〔【][”’]?$")
_GOES_ON = re.compile(r"[，。、；：？！）》”’】〕]")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,10}[：:]")
_LETTERS = re.compile(r"[A-Za-z]$")
_PAIRS = (("《", "》"), ("（", "）"), ("“", "”"), ("〔", "〕"))
SENTENCE = 15
"""Cells: a shorter paragraph that ends in a comma is a form of address."""
PROSE = 60
"""Cells: a longer paragraph is no heading, though it has no full stop."""


def join_cuts(
    blocks: Sequence[Block], forced: Sequence[bool], lexicon: Lexicon, *, trusted: bool
) -> list[Block]:
    """The blocks, those that end in mid-sentence joined with the next.

    Args:
        blocks: Paragraphs and table rows.
        forced: For each block, whether only a forced line break parts it from the one before.
        lexicon: Words that begin a paragraph.
        trusted: The carrier marks paragraphs, so that a missing final stop alone is a slip of the pen.
    """
    indented = _are_indented(blocks)
    joined: list[Block] = []
    for block, by_break in zip(blocks, forced, strict=True):
        above = joined[-1] if joined else None
        if above and _is_cut(above, block, lexicon, indented=indented, trusted=trusted and not by_break):
            seam = bool(_LETTERS.search(above.text)) and block.text[:1].isascii() and block.text[:1].isalpha()
            joined[-1] = (_with_space(above) if seam else above).joined(block)
        else:
            joined.append(block)
    return joined


def _with_space(block: Block) -> Block:
    last = block.pieces[-1]
    return replace(block, pieces=(*block.pieces[:-1], replace(last, text=last.text + " ")))


def _are_indented(blocks: Sequence[Block]) -> bool:
    """Whether paragraphs of more than one sentence begin with white space."""
    prose = [block for block in blocks if "。" in block.text and block.table is None]
    return 2 * sum((block.indent or 0) >= 1 for block in prose) > len(prose)


def _is_cut(above: Block, below: Block, lexicon: Lexicon, *, indented: bool, trusted: bool) -> bool:
    before, after = above.text, below.text
    if not (before and after and _is_prose(above) and _is_prose(below)) or _ENDED.search(before):
        return False
    if _GOES_ON.match(after):
        return True
    if marker_at(after) or _begins(lexicon).match(after):
        return False
    across = below.page_break and "，" in before and not marker_at(before)
    return _breaks_off(before) or not (
        trusted or (indented and (below.indent or 0) >= 1) or not (across or _needs_stop(before))
    )


def _breaks_off(text: str) -> bool:
    """Whether a paragraph cannot end so: inside brackets, or with a comma."""
    if any(text.count(opening) > text.count(closing) for opening, closing in _PAIRS):
        return True
    return _HALF_SAID.search(text) is not None and ("。" in text or cells(text) >= SENTENCE)


def _needs_stop(text: str) -> bool:
    """Whether a paragraph is prose: a heading and a field have no final stop."""
    return not _LABEL.match(text) and ("。" in text or cells(text) >= PROSE)


def _is_prose(block: Block) -> bool:
    return block.table is None and not block.heading and block.align not in ("center", "right")


@cache
def _begins(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.layout.paragraph_starts
    return re.compile("|".join(map(re.escape, words)) + r"|[\u4e00-\u9fff]{2,8}[：:]")

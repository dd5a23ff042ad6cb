"""Signature, attachment and imprint: the blocks after the body's last sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dafu.forms.markers import marker_at
from dafu.layout.block import Block
from dafu.layout.model import Zone
from dafu.layout.zone_cues import is_attachment_heading, is_form_heading, is_printing_line, is_prose, tail_cue
from dafu.lexicon import Lexicon
from dafu.text import fold

_LONGEST_LIST_ITEM = 60
_LONGEST_ORGAN = 30
_TRAILING_SENTENCES = 3
_SIGNED = ("date", "organ", "contact", "copies", "note", "stamp")


def tail_zones(blocks: Sequence[Block], start: int, lexicon: Lexicon) -> dict[int, Zone]:
    """The zones of the blocks after the body, which begins at `start`; the others stay body."""
    zones: dict[int, Zone] = {}
    end = len(blocks)
    attachment = _attachment(blocks, start, lexicon)
    if attachment is not None:
        imprint = end
        while imprint > attachment and tail_cue(blocks[imprint - 1].text, lexicon) == "copies":
            imprint -= 1
        zones.update(dict.fromkeys(range(attachment, imprint), "attachment"))
        zones.update(dict.fromkeys(range(imprint, end), "imprint"))
        end = attachment
    zones.update(_signature(blocks, start, end, lexicon))
    return zones


def _attachment(blocks: Sequence[Block], start: int, lexicon: Lexicon) -> int | None:
    """First block of the attachments' bodies; a list of attachments above the signature is none."""
    for at in range(start, len(blocks)):
        text = blocks[at].text
        if is_form_heading(text, lexicon) and _follows_signature(blocks, at, lexicon):
            return at
        if is_attachment_heading(text):
            if _has_content(blocks, at + 1, lexicon) or (
                _follows_signature(blocks, at, lexicon) and at + 1 < len(blocks)
            ):
                return at
        elif (
            len(text) <= _LONGEST_LIST_ITEM
            and tail_cue(text, lexicon) == "attachment"
            and (blocks[at].page_break or _follows_signature(blocks, at, lexicon))
            and _has_content(blocks, at + 1, lexicon)
        ):
            return at
    return None


def _has_content(blocks: Sequence[Block], start: int, lexicon: Lexicon) -> bool:
    """Whether a body follows: a table, or sentences before any line of a signature."""
    for block in blocks[start:]:
        if block.table is not None:
            return True
        cue = tail_cue(block.text, lexicon)
        if cue in ("date", "organ", "copies", "contact"):
            return False
        if cue is None and is_prose(block.text, lexicon):
            return True
    return False


def _follows_signature(blocks: Sequence[Block], at: int, lexicon: Lexicon) -> bool:
    return at > 0 and tail_cue(blocks[at - 1].text, lexicon) in _SIGNED


def _signature(blocks: Sequence[Block], start: int, end: int, lexicon: Lexicon) -> dict[int, Zone]:
    zones: dict[int, Zone] = {}
    at = end
    sentences = 0
    while at > start:
        cue = _cue(blocks[at - 1], lexicon)
        if cue is not None:
            zones[at - 1] = (
                "imprint"
                if cue == "copies" or _is_in_imprint(zones, blocks, at - 1, cue, lexicon)
                else "signature"
            )
            at -= 1
        elif (head := _list_start(blocks, start, at, lexicon)) is not None:
            zones.update(dict.fromkeys(range(head, at), "signature"))
            at = head
        elif _signs(blocks, at, zones, lexicon) or _continues_copies(blocks, start, at, lexicon):
            zones[at - 1] = "imprint" if _continues_copies(blocks, start, at, lexicon) else "signature"
            at -= 1
        elif sentences < _TRAILING_SENTENCES and _signed_above(blocks, start, at, lexicon):
            sentences += 1
            at -= 1
        else:
            break
    return zones


def _cue(block: Block, lexicon: Lexicon) -> str | None:
    """The cue of a block; a table's row counts by its first cell, and only as a contact."""
    if block.table is None:
        return tail_cue(block.text, lexicon)
    first = block.text.split("\t")[0]
    return "contact" if tail_cue(f"{first}：", lexicon) == "contact" else None


def _is_in_imprint(
    zones: dict[int, Zone], blocks: Sequence[Block], at: int, cue: str, lexicon: Lexicon
) -> bool:
    """Whether a field stands between lines of the 版记: 公开属性 below the copies, above 共印."""
    return (
        cue in ("mark", "contact")
        and zones.get(at + 1) == "imprint"
        and at > 0
        and tail_cue(blocks[at - 1].text, lexicon) == "copies"
    )


def _list_start(blocks: Sequence[Block], start: int, at: int, lexicon: Lexicon) -> int | None:
    """Where the list of attachments begins whose last item is the block before `at`."""
    first = at - 1
    while first > start and _is_list_item(blocks[first]):
        first -= 1
    return first if first < at - 1 and tail_cue(blocks[first].text, lexicon) == "attachment" else None


def _is_list_item(block: Block) -> bool:
    return (
        marker_at(block.text) is not None
        and len(block.text) <= _LONGEST_LIST_ITEM
        and not re.search(r"[。；]", block.text)
    )


def _signs(blocks: Sequence[Block], at: int, zones: dict[int, Zone], lexicon: Lexicon) -> bool:
    """Whether a short line is what signs, though no organ known: it stands directly above the date."""
    block = blocks[at - 1]
    if zones.get(at) != "signature" or block.table is not None or marker_at(block.text):
        return False
    if tail_cue(blocks[at].text, lexicon) not in ("date", "stamp") and zones.get(at + 1) is None:
        return False
    folded = fold(block.text).text
    if not 3 < len(folded) <= _LONGEST_ORGAN or re.search(r"[。!?;:,、]", folded):
        return False
    if folded.endswith(lexicon.closing.formulas):
        return False
    return tail_cue(blocks[at].text, lexicon) == "date"


def _continues_copies(blocks: Sequence[Block], start: int, at: int, lexicon: Lexicon) -> bool:
    """A further line of 抄送: organs and commas below it."""
    if at - 2 < start or tail_cue(blocks[at - 2].text, lexicon) != "copies":
        return False
    text = blocks[at - 1].text
    return (
        not is_printing_line(blocks[at - 2].text, lexicon)
        and bool(re.search(r"[，,、。]$", text))
        and len(text) < 80
        and not marker_at(text)
    )


def _signed_above(blocks: Sequence[Block], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the date stands a few blocks above: a sentence printed below it asks for an opinion."""
    if marker_at(blocks[at - 1].text) or blocks[at - 1].table is not None:
        return False
    for above in range(at - 2, max(start, at - 2 - _TRAILING_SENTENCES) - 1, -1):
        cue = tail_cue(blocks[above].text, lexicon)
        if cue == "date":
            return True
        if marker_at(blocks[above].text):
            return False
    return False

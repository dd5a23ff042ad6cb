"""Letterhead, title and address lines: the blocks before the body's first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dafu.forms.address_lines import addressees_in, ends_with_colon
from dafu.forms.markers import marker_at
from dafu.forms.wording import any_of
from dafu.layout.block import Block
from dafu.layout.zone_cues import begins_title, ends_title, head_cue, is_prose, opens_body
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import ZoneWords
from dafu.text import fold

_LONGEST_HEAD = 40
_LONGEST_TITLE = 7
_SHORT_REST = 3
_LARGER = 1.5
"""Points by which one size of type is seen to differ from another."""
_LINES_BELOW_TITLE = re.compile(r"[(（][^()（）]*[第编号件][^()（）]*[)）]|[—–-]{1,2}.+")


class Head(NamedTuple):
    """Extents, in blocks, of what stands before the body."""

    title: tuple[int, int]
    """Lines of the title; empty (n, n) if there is none."""
    below_title: int
    """End of the lines that belong to the title and stand below it: （第119号）."""
    addressees: tuple[int, int]
    end: int
    """First block of the body."""


def find_head(blocks: Sequence[Block], lexicon: Lexicon) -> Head:
    """Where title, address lines and body begin; words and, where the carrier has it, geometry decide."""
    stop = _first_prose(blocks, lexicon)
    addressees = _address_lines(blocks, stop, lexicon)
    title = _title(blocks, addressees[0] if addressees[1] == stop else stop, addressees, lexicon)
    if title[0] == title[1] and addressees[0] == addressees[1]:
        stop = _without_title(blocks, stop, lexicon)
        return Head((stop, stop), stop, (stop, stop), stop)
    below = title[1]
    while (
        title[0] < below < stop
        and below not in range(*addressees)
        and _belongs_to_title(blocks[below], lexicon)
    ):
        below += 1
    return Head(title, below, addressees, stop)


def _first_prose(blocks: Sequence[Block], lexicon: Lexicon) -> int:
    for at, block in enumerate(blocks[:_LONGEST_HEAD]):
        if block.table is not None and not _is_field_row(block, lexicon):
            return at
        if ends_title(block.text, lexicon.zones) and not _SENTENCE.search(block.text):
            continue
        if addressees_in(block.text, lexicon.letterhead, lexicon.organs):
            continue
        if head_cue(block.text, lexicon):
            continue
        if is_prose(block.text, lexicon) or marker_at(block.text) or opens_body(block.text, lexicon):
            return at
    return min(len(blocks), _LONGEST_HEAD)


_SENTENCE = re.compile(r"。")


def _is_field_row(block: Block, lexicon: Lexicon) -> bool:
    return head_cue(block.text.split("\t")[0] + "：", lexicon) is not None


def _without_title(blocks: Sequence[Block], stop: int, lexicon: Lexicon) -> int:
    """End of the letterhead of a letter with neither title nor address: its last line written like one."""
    end = 0
    for at in range(stop):
        if head_cue(blocks[at].text, lexicon):
            end = at + 1
    return end


def _address_lines(blocks: Sequence[Block], stop: int, lexicon: Lexicon) -> tuple[int, int]:
    """The address lines: those directly above the body, else the only ones above it that end in a colon."""
    first = stop
    while first > 0 and (
        _is_address(blocks, first - 1, stop, lexicon) or _lists_names(blocks, first, stop, lexicon)
    ):
        first -= 1
    if first < stop:
        return first, stop
    for at in range(stop - 1, -1, -1):
        if ends_with_colon(blocks[at].text) and _addressed(blocks[at].text, lexicon):
            return at, at + 1
    return stop, stop


def _is_address(blocks: Sequence[Block], at: int, stop: int, lexicon: Lexicon) -> bool:
    text = blocks[at].text
    if not _addressed(text, lexicon):
        return False
    if ends_with_colon(text):
        return True
    if head_cue(text, lexicon) == "organ":
        return _is_organ_address(blocks, at, stop, lexicon)
    return True


def _lists_names(blocks: Sequence[Block], first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the line above the address lines begins their list: 温某某、韦某某、."""
    above = blocks[first - 1].text
    if first == stop or not above.endswith(("、", "，", ",")):
        return False
    return bool(addressees_in(above + blocks[first].text, lexicon.letterhead, lexicon.organs))


def _is_organ_address(blocks: Sequence[Block], at: int, stop: int, lexicon: Lexicon) -> bool:
    """An organ without a colon is addressed if it stands between the title and the body's opening."""
    block = blocks[at]
    if block.align in ("center", "right") or at == 0:
        return False
    above = blocks[at - 1].text
    listed = _addressed(above, lexicon) and not head_cue(above, lexicon)
    return (ends_title(above, lexicon.zones) or listed) and (
        at + 1 < stop or (stop < len(blocks) and opens_body(blocks[stop].text, lexicon))
    )


def _addressed(text: str, lexicon: Lexicon) -> bool:
    folded = fold(text).text
    if head_cue(text, lexicon) not in (None, "organ") or ends_title(text, lexicon.zones):
        return False
    return bool(addressees_in(text, lexicon.letterhead, lexicon.organs)) or _is_unknown_address(
        folded, lexicon.zones
    )


def _is_unknown_address(folded: str, words: ZoneWords) -> bool:
    """A short line that ends in a colon and announces nothing: the address of a body not in the vocabulary."""
    if not folded.endswith(":") or len(folded) > 40 or marker_at(folded):
        return False
    return not re.search(rf"[。;,《]|{any_of(words.not_addressed)}", folded)


def _title(
    blocks: Sequence[Block], stop: int, addressees: tuple[int, int], lexicon: Lexicon
) -> tuple[int, int]:
    last = _title_end(blocks, stop, addressees, lexicon)
    if last is None:
        return stop, stop
    while _is_rest(blocks, last, stop, addressees, lexicon):
        last += 1
    first = last
    while (
        first > 0 and last - first < _LONGEST_TITLE and _continues(blocks, first, last, addressees, lexicon)
    ):
        first -= 1
    return first, last + 1


def _is_rest(
    blocks: Sequence[Block], last: int, stop: int, addressees: tuple[int, int], lexicon: Lexicon
) -> bool:
    """Whether the line below is the last characters of the title: 关于…提案的复 ⏎ 函."""
    below = last + 1
    if below >= stop or below in range(*addressees) or _differ(blocks[last], blocks[below]):
        return False
    rest = blocks[below].text
    return len(rest) <= _SHORT_REST and ends_title(blocks[last].text + rest, lexicon.zones)


def _title_end(
    blocks: Sequence[Block], stop: int, addressees: tuple[int, int], lexicon: Lexicon
) -> int | None:
    """The title's last line: the last one that ends like a title, else the one printed or worded like one."""
    free = [
        at for at in range(stop) if at not in range(*addressees) and not head_cue(blocks[at].text, lexicon)
    ]
    for at in reversed(free):
        if ends_title(blocks[at].text, lexicon.zones):
            return at
    for at in reversed(free):
        if blocks[at].heading or _is_printed_as_title(blocks, at):
            return at
    ends = re.compile(rf"(?:{any_of(lexicon.zones.other_title_ends)})(?:\([^()]*\))?$")
    for at in reversed(free):
        if ends.search(fold(blocks[at].text).text) and any(
            begins_title(blocks[above].text, lexicon) for above in free if at - _LONGEST_TITLE < above <= at
        ):
            return at
    return None


def _is_printed_as_title(blocks: Sequence[Block], at: int) -> bool:
    """Centred and larger than most of the document's type."""
    sizes = sorted(block.size for block in blocks if block.size is not None)
    size = blocks[at].size
    return (
        bool(sizes)
        and size is not None
        and blocks[at].align == "center"
        and size - sizes[len(sizes) // 2] > _LARGER
    )


def _continues(
    blocks: Sequence[Block], first: int, last: int, addressees: tuple[int, int], lexicon: Lexicon
) -> bool:
    """Whether the block above `first` is the title's line before it."""
    above, block = blocks[first - 1], blocks[first]
    if first - 1 in range(*addressees) or _differ(above, block) or above.table is not None:
        return False
    joined = "".join(block.text for block in blocks[first : last + 1])
    if head_cue(above.text, lexicon) == "organ":
        return begins_title(joined, lexicon) and _heads_title(blocks, first, lexicon)
    if head_cue(above.text, lexicon) == "mark" and first > 1:
        return _is_inside_title(blocks, first, lexicon)
    if begins_title(joined, lexicon) and not (
        begins_title(above.text, lexicon) and not ends_title(above.text, lexicon.zones)
    ):
        return False
    return head_cue(above.text, lexicon) is None and not is_prose(above.text, lexicon)


def _is_inside_title(blocks: Sequence[Block], first: int, lexicon: Lexicon) -> bool:
    """Whether a class that fills the line above is a word of the title: `…第8号建议` `（B类）` `的答复`."""
    mark, start = blocks[first - 1], blocks[first - 2]
    bracketed = mark.text.startswith(("（", "("))
    return bracketed and begins_title(start.text, lexicon) and not _differ(start, mark)


def _heads_title(blocks: Sequence[Block], first: int, lexicon: Lexicon) -> bool:
    """Whether an organ's line directly above 关于… is the title's first line and not the letterhead.

    It is if it is set like the title, or, where the carrier tells no sizes, if another line above it is the
    letterhead's organ or it follows the document number.
    """
    above, block = blocks[first - 1], blocks[first]
    if block.space_before > above.space_before and block.space_before > 0:
        return False
    if above.size is not None and block.size is not None:
        return above.bold == block.bold
    earlier = [head_cue(other.text, lexicon) for other in blocks[: first - 1]]
    return "organ" in earlier or "number" in earlier


def _differ(above: Block, block: Block) -> bool:
    if above.size is not None and block.size is not None and abs(above.size - block.size) > _LARGER:
        return True
    if above.color != block.color:
        return True
    return "center" in (above.align, block.align) and {above.align, block.align} & {"left", "right"} != set()


def _belongs_to_title(block: Block, lexicon: Lexicon) -> bool:
    return _LINES_BELOW_TITLE.fullmatch(block.text) is not None and head_cue(block.text, lexicon) is None

"""Zones of a letter: what each block is for, by its words, its place and how it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from dafu.layout.block import Block
from dafu.layout.zone_head import find_head
from dafu.layout.zone_tail import tail_zones
from dafu.lexicon import Lexicon


def assign_zones(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """The blocks of one letter with their zones, in order; the lines of the title joined to one block.

    Letterhead is all that stands above the body and is neither title nor address; a letter may lack any of
    them, and begin with its body.
    """
    head = find_head(blocks, lexicon)
    tail = tail_zones(blocks, head.end, lexicon)
    zoned: list[Block] = []
    for at, block in enumerate(blocks):
        if head.title[0] < at < head.title[1]:
            continue
        if at == head.title[0] < head.title[1]:
            zoned.append(replace(reduce(Block.joined, blocks[slice(*head.title)]), zone="title"))
        elif head.title[1] <= at < head.below_title:
            zoned.append(replace(block, zone="title"))
        elif head.addressees[0] <= at < head.addressees[1]:
            zoned.append(replace(block, zone="addressee"))
        elif at < head.end:
            zoned.append(replace(block, zone="letterhead"))
        else:
            zoned.append(replace(block, zone=tail.get(at, "body")))
    return tuple(zoned)

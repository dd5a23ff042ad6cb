"""What the first half of layout gives: the document's blocks, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from dafu.layout.block import Block
from dafu.layout.model import RemovedText


@dataclass(frozen=True, slots=True)
class Removed:
    """Something left out, and the number of the block it stands next to: it goes with that block's letter."""

    text: RemovedText
    beside: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()

"""Layout: from the characters of a document to the text of its letters."""

from __future__ import annotations

from dafu.layout.assemble import assemble, shared_out
from dafu.layout.gathered import Gathered
from dafu.layout.model import LetterText
from dafu.layout.paged import gather_paged
from dafu.layout.split import split_letters
from dafu.layout.unpaged import gather_blocks, gather_lines
from dafu.layout.zones import assign_zones
from dafu.lexicon import Lexicon
from dafu.read.model import Document

__all__ = ["compose"]


def compose(document: Document, lexicon: Lexicon) -> tuple[LetterText, ...]:
    """The letters of a document, in reading order, each with its text, line map, zones and tables."""
    gathered = _gather(document, lexicon)
    letters = split_letters(gathered.blocks, lexicon)
    shares = shared_out(gathered.removed, letters)
    zoned = [assign_zones(blocks, lexicon) for blocks in letters]
    return assemble(zoned, shares, document)


def _gather(document: Document, lexicon: Lexicon) -> Gathered:
    match document.flow:
        case "paged":
            return gather_paged(document, lexicon)
        case "lines":
            return gather_lines(document, lexicon)
        case "blocks":
            return gather_blocks(document, lexicon)

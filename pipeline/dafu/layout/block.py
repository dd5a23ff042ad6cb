"""Blocks: the paragraphs of a document while layout still works on them, before there is a `text`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from dafu.layout.model import Zone
from dafu.read.model import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The part of a paragraph that one printed line (or source line) holds, white space already tidied."""

    text: str
    page: int | None = None
    box: Box | None = None
    stops: tuple[float, ...] = ()
    """Right edge of each character of `text`, points from the left of `box`; empty without pages."""
    confidence: float | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCell:
    """A cell of a table row: which characters of the row's text it holds."""

    row: int
    column: int
    row_span: int
    column_span: int
    start: int
    end: int
    boxes: tuple[tuple[int, Box], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, or one row of a table (`table` tells which; its cells' texts are joined by tabs)."""

    pieces: tuple[Piece, ...]
    breaks: tuple[int, ...] = ()
    """Offsets in the block's text where a forced line break of the source was joined."""
    align: Literal["left", "center", "right"] | None = None
    indent: float | None = None
    size: float | None = None
    bold: bool = False
    color: str | None = None
    heading: bool = False
    zone: Zone = "body"
    page_break: bool = False
    """A new page starts with this block."""
    space_before: float = 0.0
    """Blank lines printed before it."""
    table: int | None = None
    """Number of the table that this row belongs to, from 0 in the document."""
    cells: tuple[RowCell, ...] = field(default=())

    @property
    def text(self) -> str:
        """The paragraph's words."""
        return "".join(piece.text for piece in self.pieces)

    def joined(self, other: Block) -> Block:
        """This block continued by `other`, with nothing between; the place is kept in `breaks`."""
        seam = len(self.text)
        breaks = (*self.breaks, seam, *(seam + at for at in other.breaks))
        return replace(self, pieces=(*self.pieces, *other.pieces), breaks=breaks)

"""What reading gives: a document of pages, runs of characters with boxes, rules and grids.

Coordinates are points of the page as displayed (after rotation and crop) from its top left.
Carriers without pages have one page without size; `Document.flow` says how its runs are to be taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from dafu.errors import InvalidRecord

Box = tuple[float, float, float, float]
Flow = Literal["paged", "lines", "blocks"]
"""paged: characters with boxes. lines: plain text, one run a source line, possibly wrapped by hand.
blocks: DOCX, HTML, Markdown; one run a paragraph."""
RunKind = Literal["body", "header", "footer", "footnote", "text_box"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that follow one another: part of a printed line, a source line, or a paragraph.

    Paged: no gap wider than about one character inside; order of the content stream. White space
    is kept as the carrier has it, radicals are unified, control characters dropped. In `blocks` a
    forced line break (`w:br`, `<br>`) inside a paragraph is a newline.
    """

    text: str
    box: Box | None = None
    left: tuple[float, ...] = ()
    """Left edge of each character, points; empty without pages."""
    right: tuple[float, ...] = ()
    """Right edge of each character, points; empty without pages."""
    size: float | None = None
    """Font size, points, if the carrier tells."""
    font: str | None = None
    bold: bool = False
    color: str | None = None
    """`#rrggbb` of the fill; None if black or not told."""
    align: Literal["left", "center", "right"] | None = None
    """Blocks only: alignment of the paragraph, where the carrier tells."""
    heading: bool = False
    """Blocks only: the carrier calls it a title or heading (style, h1, #)."""
    kind: RunKind = "body"
    confidence: float | None = None
    """OCR only: mean confidence of its characters, 0 to 1."""
    page_break: bool = False
    """Blocks and lines: the carrier breaks the page before this run (w:br type=page, form feed)."""
    at: str | None = None
    """Where it stands in a carrier without pages: `line 12`, `paragraph 3`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line or thin filled rectangle."""

    box: Box
    color: str | None
    """`#rrggbb`; None if black."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a grid; `text` only in carriers without pages (paged: the runs inside `box`)."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None
    text: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table by its lines (paged) or by its markup."""

    cells: tuple[Cell, ...]
    box: Box | None = None
    after: int | None = None
    """Blocks: number of runs of the page that stand before it. None in paged carriers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A character that OCR read in one way and a rule wrote in another."""

    box: Box
    read: str
    chosen: str
    by: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """A digit that OCR is not certain of."""

    box: Box
    read: str
    other: str
    """The next best reading."""
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page; number 1 and no size for carriers without pages."""

    number: int
    width: float | None = None
    height: float | None = None
    rotation: int = 0
    text_origin: Literal["embedded", "ocr", "markup"] = "markup"
    ocr_confidence: float | None = None
    runs: tuple[Run, ...] = ()
    rules: tuple[Rule, ...] = ()
    grids: tuple[Grid, ...] = ()
    image_share: float = 0.0
    """Share of the page that images cover, 0 to 1."""
    seals: tuple[Box, ...] = ()
    """Extents of the seals (印章) on it."""
    decided: tuple[Decided, ...] = ()
    doubted: tuple[Doubted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Text of the file that is not to be part of the letter (deletions, comments, hidden text, words of a seal)."""

    raw: str
    reason: Literal["deleted_text", "hidden_text", "comment", "seal", "unknown"]
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something about the carrier that a reader of the record should know; becomes a source finding."""

    code: Literal[
        "text_layer_rejected", "no_text", "lost_text", "low_ocr_confidence", "unread_part", "unsupported_script"
    ]  # fmt: skip
    severity: Literal["info", "warning", "error"]
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalLine:
    """A field or line that a web portal put around the letter."""

    raw: str
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file as read; serialises, so that a later stage can start from a stored one."""

    file_name: str
    media_type: str
    sha256: str
    size_bytes: int
    flow: Flow
    pages: tuple[Page, ...]
    dropped: tuple[Dropped, ...] = ()
    portal: tuple[PortalLine, ...] = ()
    notices: tuple[Notice, ...] = ()

    def to_json(self) -> bytes:
        """The document as JSON bytes; equal documents give equal bytes."""
        return _adapter().dump_json(self)

    @classmethod
    def from_json(cls, stored: bytes) -> Document:
        """The document that `to_json` stored; raises `InvalidRecord` if it does not fit."""
        try:
            return _adapter().validate_json(stored)
        except ValueError as error:
            raise InvalidRecord(f"stored document does not fit: {error}") from error


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)

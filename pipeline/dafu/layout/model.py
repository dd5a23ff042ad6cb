"""What layout gives: the letter's text with its printed lines, paragraphs, zones and tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from dafu.errors import InvalidRecord
from dafu.read.model import Box, Notice, PortalLine

Span = tuple[int, int]
Zone = Literal["letterhead", "title", "addressee", "body", "signature", "attachment", "imprint"]
"""letterhead: what stands above and around the title (organ, number, class, disclosure, signatory).
body: opening to thanks. signature: organ, date, contacts, notes, attachment list after the body.
attachment: body of an attachment. imprint: 版记, copies and printing office.
A paragraph belongs to one zone; zones may alternate where a letter prints its parts in odd order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A printed line (paged), or a source line or paragraph, and the part of `text` it holds.

    `stops`: right edge of each code point of `span`, points from the left of `box`; zero width for
    what is not printed. In carriers without pages `page` and `box` are None, `stops` empty, `at` set.
    """

    span: Span
    page: int | None = None
    box: Box | None = None
    stops: tuple[float, ...] = ()
    confidence: float | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One line of `text`, without its newline, and how it was printed."""

    span: Span
    zone: Zone = "body"
    align: Literal["left", "center", "right"] | None = None
    indent: float | None = None
    """Indent of the first line in cells; None if the carrier does not tell."""
    size: float | None = None
    bold: bool = False
    """The whole first line is bold or set in 黑体."""
    color: str | None = None
    heading: bool = False
    """The carrier calls it a title or heading."""
    in_table: bool = False
    breaks: tuple[int, ...] = ()
    """Offsets in `text` where the source forced a line break inside the paragraph, now joined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCell:
    """A table cell and the part of `text` it holds."""

    row: int
    column: int
    row_span: int
    column_span: int
    span: Span
    boxes: tuple[tuple[int, Box], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """A table: rows are lines of `text`, cells separated by a tab."""

    span: Span
    cells: tuple[TextCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedText:
    """Furniture and other text left out of `text`."""

    raw: str
    reason: Literal[
        "page_number", "running_head", "page_footer", "stationery", "watermark", "deleted_text",
        "hidden_text", "comment", "image_caption", "blank_mark", "seal", "unknown",
    ]  # fmt: skip
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReading:
    """A character that OCR read in one way and a rule wrote in another."""

    span: Span
    page: int
    read: str
    chosen: str
    by: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDoubt:
    """A digit that OCR is not certain of."""

    span: Span
    read: str
    other: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """A page that the letter covers."""

    number: int
    width: float | None
    height: float | None
    rotation: int
    text_origin: Literal["embedded", "ocr", "markup"]
    ocr_confidence: float | None
    seals: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """One letter of a document: `text` by rule 1 of the contract, and where all of it stands."""

    file_name: str
    media_type: str
    sha256: str
    size_bytes: int
    index: int
    """1 for the first letter of the file."""
    of: int
    """Number of letters in the file."""
    paged: bool
    pages: tuple[PageFrame, ...]
    text: str
    lines: tuple[TextLine, ...]
    paragraphs: tuple[Paragraph, ...]
    """In reading order; their spans and the newlines between them are all of `text`."""
    tables: tuple[TextTable, ...] = ()
    removed: tuple[RemovedText, ...] = ()
    portal: tuple[PortalLine, ...] = ()
    notices: tuple[Notice, ...] = ()
    readings: tuple[TextReading, ...] = ()
    doubts: tuple[TextDoubt, ...] = ()

    def raw(self, paragraph: Paragraph) -> str:
        """The words of a paragraph."""
        return self.text[paragraph.span[0] : paragraph.span[1]]

    def in_zone(self, *zones: Zone) -> tuple[Paragraph, ...]:
        """The paragraphs of these zones, in reading order."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.zone in zones)

    def to_json(self) -> bytes:
        """The letter as JSON bytes; equal letters give equal bytes."""
        return _adapter().dump_json(self)

    @classmethod
    def from_json(cls, stored: bytes) -> LetterText:
        """The letter that `to_json` stored; raises `InvalidRecord` if it does not fit."""
        try:
            return _adapter().validate_json(stored)
        except ValueError as error:
            raise InvalidRecord(f"stored letter does not fit: {error}") from error


@cache
def _adapter() -> TypeAdapter[LetterText]:
    return TypeAdapter(LetterText)

"""A line as it was set: what layout works on before lines become paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dafu.read.model import Box

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A printed line, or a line of plain text set on a grid of cells; equal only to itself.

    `left`, `right`, `top`, `bottom` are points from the top left of the page; in plain text cells
    from the margin and lines from the top.
    """

    text: str
    """No white space at its ends; inside, one space for each stretch of white space."""
    blanks: tuple[float, ...] = ()
    """Width in cells of each space of `text`."""
    open_end: bool = False
    """White space stood at its end."""
    left: float
    right: float
    top: float
    bottom: float
    size: float = 1.0
    """A cell: the font size in points; 1 in plain text."""
    sheet: int = 0
    """Number, in the document, of the page or column it stands on."""
    page: int | None = None
    stops: tuple[float, ...] = ()
    """Right edge of each character of `text`, points from `left`; empty in plain text."""
    bold: bool = False
    color: str | None = None
    confidence: float | None = None
    """OCR only: mean confidence of its characters."""
    at: str | None = None

    @property
    def box(self) -> Box | None:
        """Where it is printed; None in plain text."""
        return None if self.page is None else (self.left, self.top, self.right, self.bottom)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a page, or of one column of it, from top to bottom."""

    number: int
    page: int | None
    height: float
    lines: tuple[Line, ...]

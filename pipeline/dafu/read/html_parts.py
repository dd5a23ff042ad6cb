"""What a page is made of for the search of its letter: paragraphs, tables, words that it hides."""

from __future__ import annotations

from dataclasses import dataclass

from dafu.read.html_style import Reason, Style
from dafu.read.model import Cell


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; forced line breaks are newlines."""

    text: str
    path: tuple[int, ...]
    """Ids of the elements around it, the outermost first."""
    style: Style
    linked: float
    """Share of its characters that are links."""
    file_link: bool = False
    """A link in it leads to a file."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data."""

    cells: tuple[Cell, ...]
    path: tuple[int, ...]

    @property
    def text(self) -> str:
        """The words of its cells."""
        return "".join(cell.text or "" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Unseen:
    """Words that the page hides."""

    text: str
    path: tuple[int, ...]
    reason: Reason

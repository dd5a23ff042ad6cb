"""A story of a DOCX (body, header, note, text box, cell): its paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from dafu.errors import TooLarge
from dafu.read.docx_inline import Fields, Inline, Piece, alternative
from dafu.read.docx_numbering import Numbering
from dafu.read.docx_styles import Look, Styles
from dafu.read.docx_xml import Element, attribute, child, children, local, number
from dafu.read.frames import WIDEST, is_place_for_text, trimmed
from dafu.read.model import Cell, Dropped, Grid, Run, RunKind
from dafu.text import canonical_characters

MOST_PARAGRAPHS = 100_000
"""Of a file, and as many cells; 2000 pages have some 40 000."""
_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body"))


@dataclass(slots=True)
class Context:
    """What all stories of a file share."""

    styles: Styles
    numbering: Numbering
    file_name: str
    paragraphs: int = 0
    cells: int = 0
    dropped: list[Dropped] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Notes in the order they are referred to."""
    pictures: int = 0
    unread: int = 0
    """Parts in other formats that Word would merge in."""

    def check_size(self) -> None:
        """Raises `TooLarge` beyond the limits."""
        if self.paragraphs > MOST_PARAGRAPHS or self.cells > MOST_PARAGRAPHS:
            what = f"超过 {MOST_PARAGRAPHS} 段 / more than {MOST_PARAGRAPHS} paragraphs or cells."
            raise TooLarge(what, file=self.file_name)


@dataclass(slots=True)
class Story:
    """Runs, one a paragraph, and grids."""

    context: Context
    kind: RunKind = "body"
    runs: list[Run] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    _fields: Fields = field(default_factory=Fields)
    _carried: list[Piece] = field(default_factory=list)
    """Words of a paragraph whose end is deleted or hidden: they run on in the next."""
    _new_page: bool = False

    def over(self, element: Element) -> Story:
        """Takes the blocks below an element; returns itself."""
        for each in children(element):
            name = local(each)
            if name == "p":
                self._paragraph(each)
            elif name == "tbl":
                self._table(each)
            elif name in _THROUGH:
                self.over(each)
            elif name == "AlternateContent":
                self.over(alternative(each))
            elif name == "altChunk":
                self.context.unread += 1
        return self

    @property
    def text(self) -> str:
        """The words of a cell: paragraphs on lines, cells of tables inside parted by blanks."""
        lines = [run.text for run in self.runs]
        for grid in reversed(self.grids):
            rows = groupby(grid.cells, key=lambda cell: cell.row)
            lines[grid.after : grid.after] = [" ".join(cell.text or "" for cell in row) for _, row in rows]
        return "\n".join(lines)

    def take(self, other: Story) -> None:
        """Appends another story's runs and grids."""
        base = len(self.runs)
        self.grids += [replace(grid, after=(grid.after or 0) + base) for grid in other.grids]
        self.runs += other.runs

    def _paragraph(self, element: Element) -> None:
        context = self.context
        context.paragraphs += 1
        context.check_size()
        at = f"paragraph {context.paragraphs}"
        properties = child(element, "pPr")
        style = context.styles.style_of(properties)
        inline = Inline(context.styles, self._fields, style).over(element)
        self._fields.end_paragraph()
        pieces = [*self._carried, *inline.shown()]
        context.dropped += inline.dropped
        context.notes += inline.notes
        context.pictures += inline.pictures
        for box in inline.boxes:
            self.take(Story(context, "text_box" if self.kind == "body" else self.kind).over(box))
        if _runs_on(properties):
            self._carried = pieces
            return
        self._carried = []
        label = self._label(properties)
        self._new_page = self._new_page or context.styles.breaks_page(properties)
        self._emit(label, pieces, properties, at)
        self._new_page = self._new_page or _ends_section(properties)

    def _label(self, properties: Element | None) -> str:
        """The number that Word prints before a paragraph."""
        reference = self.context.styles.numbering(properties)
        if reference is None:
            return ""
        list_id, level, style = reference
        if level is None:
            level = self.context.numbering.level_of_style(list_id, style)
        return self.context.numbering.label(list_id, level)

    def _emit(self, label: str, pieces: Sequence[Piece], properties: Element | None, at: str) -> None:
        """The paragraph as runs: one, or more where it breaks the page."""
        styles = self.context.styles
        align, heading = styles.align(properties), styles.is_heading(properties)
        for part in _between_breaks(pieces):
            self._new_page = self._new_page or part[0].page_break
            words = canonical_characters("".join(piece.text for piece in part))
            if not words.strip():
                continue
            look = _look_of(part)
            self.runs.append(
                Run(
                    text=(label + words.lstrip(" \t\u3000") if label else words).strip("\n"),
                    size=look.size,
                    font=look.font,
                    bold=look.bold,
                    color=look.color,
                    align=align,
                    heading=heading,
                    kind=self.kind,
                    page_break=self._new_page,
                    at=at,
                )
            )
            label, self._new_page = "", False

    def _table(self, element: Element) -> None:
        rows = [row for row in _within(element, "tr") if not self._is_deleted(row)]
        stories: list[Story] = []
        cells: list[Cell] = []
        above: dict[int, int] = {}
        for at, row in enumerate(rows):
            column = max(0, min(number(child(row, "trPr", "gridBefore")) or 0, WIDEST))
            for cell in _within(row, "tc"):
                self.context.cells += 1
                self.context.check_size()
                properties = child(cell, "tcPr")
                width = max(1, min(number(child(properties, "gridSpan")) or 1, WIDEST))
                merged = child(properties, "vMerge")
                if merged is not None and attribute(merged) != "restart" and column in above:
                    spanned = cells[above[column]]
                    cells[above[column]] = replace(spanned, row_span=at - spanned.row + 1)
                elif attribute(child(properties, "hMerge")) == "continue" and cells and cells[-1].row == at:
                    cells[-1] = replace(cells[-1], column_span=cells[-1].column_span + width)
                else:
                    first = f"paragraph {self.context.paragraphs + 1}"
                    story = Story(self.context, self.kind).over(cell)
                    stories.append(story)
                    above[column] = len(cells)
                    if merged is None:
                        del above[column]
                    cells.append(Cell(row=at, column=column, column_span=width, text=story.text, at=first))
                column += width
        if _is_frame(cells) or self.kind in ("header", "footer"):
            for story in stories:
                self.take(story)
        elif any(cell.text for cell in cells):
            self.grids.append(Grid(cells=trimmed(cells), after=len(self.runs)))

    def _is_deleted(self, row: Element) -> bool:
        if child(row, "trPr", "del") is None:
            return False
        raw = canonical_characters("".join(each.text or "" for each in row.iter("{*}t", "{*}delText")))
        if raw.strip():
            self.context.dropped.append(Dropped(raw=raw, reason="deleted_text"))
        return True


def _runs_on(properties: Element | None) -> bool:
    """Whether a paragraph's end mark is deleted, moved away or hidden, so that the next goes on on its line."""
    mark = child(properties, "rPr")
    gone = next(children(mark, "del", "moveFrom", "vanish", "specVanish"), None)
    return gone is not None and attribute(gone) not in ("0", "false", "off")


def _ends_section(properties: Element | None) -> bool:
    section = child(properties, "sectPr")
    return section is not None and attribute(child(section, "type")) not in ("continuous", "nextColumn")


def _between_breaks(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    part: list[Piece] = []
    for piece in pieces:
        if piece.page_break and part:
            yield part
            part = []
        part.append(piece)
    if part:
        yield part


def _look_of(pieces: Sequence[Piece]) -> Look:
    """How the first line is set: bold if all of it is, of the size and face of most of it."""
    first: list[Piece] = []
    for piece in pieces:
        first.append(piece._replace(text=piece.text.lstrip("\n").partition("\n")[0]))
        if "\n" in piece.text.strip("\n"):
            break
    worded = [piece for piece in first if piece.text.strip()] or list(pieces[:1])
    longest: dict[Look, int] = {}
    for piece in worded:
        longest[piece.look] = longest.get(piece.look, 0) + len(piece.text)
    usual = max(longest, key=lambda look: longest[look])
    color = usual.color if len({piece.look.color for piece in worded}) == 1 else None
    return usual._replace(bold=all(piece.look.bold for piece in worded), color=color)


def _within(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls and insertions too."""
    for each in children(element):
        if local(each) == name:
            yield each
        elif local(each) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _within(each, name)


def _is_frame(cells: Sequence[Cell]) -> bool:
    """Whether a table only sets text in place: one column, or sentences upon sentences in a cell.

    More columns than a page has room for are a file made to exhaust what comes after.
    """
    width = max((cell.column + cell.column_span for cell in cells), default=0)
    if len({cell.column for cell in cells}) < 2 or width > WIDEST:
        return True
    return any(is_place_for_text(cell.text or "") for cell in cells)

"""Plain text and Markdown: one run a source line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dafu.errors import EmptyFile, UnsupportedFormat
from dafu.read.encoding import Decoded, decoded
from dafu.read.markdown import Marked, is_markdown, read_markdown
from dafu.read.model import Cell, Document, Dropped, Grid, Notice, Page, Run
from dafu.read.names import says_markdown
from dafu.read.text_portal import without_portal
from dafu.settings import Settings
from dafu.text import canonical_characters

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_FIELD = re.compile(r"[：:]")
_FRAME = re.compile(r"[\s┌┬┐├┼┤└┴┘─━┏┳┓┣╋┫┗┻┛═╔╦╗╠╬╣╚╩╝╭╮╰╯+=|│┃-]+")
_UPRIGHT = re.compile(r"[│┃║|]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A source line; `sheet` counts the form feeds before it."""

    text: str
    number: int
    sheet: int


def read_text(data: bytes, *, file_name: str, settings: Settings) -> Document:
    """The lines of a text file in UTF-8, GB18030, UTF-16 or Big5, told by its bytes.

    Emphasis marks, escapes and the like of Markdown are left out; its tables, and tables set with tabs or
    frames, become grids. Form feeds begin a page.

    Raises:
        EmptyFile: no text.
        UnsupportedFormat: no text in a known encoding.
    """
    del settings  # the file is in memory already, and costs no more than its size
    found = decoded(data)
    if found is None:
        raise UnsupportedFormat("编码无法识别 / an unknown encoding.", file=file_name)
    lines = list(_lines(found.text))
    if not any(line.text.strip() for line in lines):
        raise EmptyFile("文件没有文字 / the file has no text.", file=file_name)
    markdown = says_markdown(file_name) or is_markdown(line.text for line in lines)
    marked = read_markdown([line.text for line in lines]) if markdown else _unmarked(lines)
    marked.lines, portal = without_portal(marked.lines)
    sheets = [0, *(line.sheet for line in lines)]
    runs, grids = _runs(lines, sheets, marked)
    return Document(
        file_name=file_name,
        media_type="text/markdown" if markdown else "text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        flow="lines",
        pages=(Page(number=1, runs=tuple(runs), grids=tuple(grids)),),
        portal=tuple(portal),
        dropped=tuple(Dropped(raw=comment, reason="comment") for comment in marked.comments),
        notices=tuple(_notices(found)),
    )


def _lines(text: str) -> Iterator[_Line]:
    """The lines, blank ones too; a form feed ends a line as well."""
    sheet = 0
    for number, whole in enumerate(_LINE_END.split(text.replace("\x1a", "")), start=1):
        for at, part in enumerate(whole.split("\f")):
            sheet += at > 0
            if part.strip() or "\f" not in whole:
                yield _Line(canonical_characters(part), number, sheet)


def _notices(found: Decoded) -> Iterator[Notice]:
    if found.lost:
        message = (
            f"{found.lost} 个字符无法按 {found.encoding} 解码 / {found.lost} characters cannot be decoded."
        )
        yield Notice(code="lost_text", severity="warning", message=message)


def _runs(lines: Sequence[_Line], sheets: Sequence[int], marked: Marked) -> tuple[list[Run], list[Grid]]:
    runs: list[Run] = []
    grids: list[Grid] = []
    tables = {table.start: table for table in marked.tables}
    inside = 0
    for at, line in enumerate(lines):
        if table := tables.get(at):
            grids.append(_grid(table.rows, line.number, len(runs)))
            inside = table.end
        if at < inside:
            continue
        runs.append(
            Run(
                text=marked.lines[at],
                heading=at in marked.headings,
                page_break=sheets[at + 1] > sheets[at],
                at=f"line {line.number}",
            )
        )
    return runs, grids


def _grid(rows: Sequence[Sequence[str]], number: int, after: int) -> Grid:
    cells = tuple(
        Cell(row=row, column=column, text=text, at=f"line {number + row}")
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Grid(cells=cells, after=after)


def _unmarked(lines: Sequence[_Line]) -> Marked:
    marked = Marked([line.text for line in lines])
    marked.find_tables(_tabbed)
    marked.find_tables(_framed)
    return marked


def _tabbed(line: str) -> tuple[str, ...] | None:
    """The cells of a row parted by tabs; a line with labels is one of fields."""
    cells = tuple(cell.strip() for cell in line.strip("\n \u3000").split("\t"))
    if len(cells) < 2 or not cells[0] or _FIELD.search(line) or sum(map(bool, cells)) < 2:
        return None
    return cells


def _framed(line: str) -> tuple[str, ...] | None:
    """The cells of a row between the uprights of a frame drawn with characters; nothing for its rules."""
    bare = line.strip()
    if len(bare) < 3:
        return None
    if _FRAME.fullmatch(bare) and not bare.strip("|│┃ "):
        return None
    if _FRAME.fullmatch(bare):
        return () if bare[0] in "┌├└┏┣┗╔╠╚╭╰+|" else None
    if bare[0] in "│┃║|" and bare[-1] in "│┃║|":
        return tuple(cell.strip() for cell in _UPRIGHT.split(bare[1:-1]))
    return None

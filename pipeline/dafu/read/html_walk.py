"""From the elements of a page to its paragraphs and tables, in reading order, as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from selectolax.lexbor import LexborNode

from dafu.read.frames import WIDEST, is_place_for_text, trimmed
from dafu.read.html_parts import Para, Table, Unseen
from dafu.read.html_style import PLAIN, Hidden, Style, is_block_styled, styled
from dafu.read.model import Cell
from dafu.text import canonical_characters

DEEPEST = 200
"""Elements in elements: deeper ones are a page made to exhaust the reader; their words are taken as they are."""
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav",
    "ol", "optgroup", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))  # fmt: skip
_SKIPPED = frozenset((
    "script", "style", "head", "noscript", "template", "iframe", "object", "embed", "svg", "math",
    "canvas", "audio", "video", "select", "button", "textarea", "input", "rt", "rp", "rtc", "map",
    "noframes", "title", "link", "meta",
))  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINE = re.compile(r"\n[ \t\u00a0\u3000\u200b]*\n\s*?(?=\S|[ \u00a0\u3000])")
_MOST_CELLS = 20_000


@dataclass(slots=True)
class Walk:
    """The paragraphs and tables met so far."""

    hidden: Hidden
    found: list[Para | Table | Unseen] = field(default_factory=list)
    names: dict[int, tuple[str, frozenset[str]]] = field(default_factory=dict)
    """Of each block element: its tag and the words of its id and class, in lower case."""
    _segments: list[tuple[str, Style]] = field(default_factory=list)
    _path: tuple[int, ...] = ()
    _file_link: bool = False

    def over(self, node: LexborNode, style: Style = PLAIN) -> Walk:
        """Takes the words of an element; returns itself."""
        self._element(node, style, 0)
        self._end_paragraph()
        return self

    def _element(self, node: LexborNode, style: Style, depth: int) -> None:
        tag = node.tag or ""
        if tag in _SKIPPED:
            return
        if tag == "br":
            self._segments.append(("\n", style))
            return
        if tag == "table" and depth and (cells := self._data_table(node, style)):
            self._end_paragraph()
            self.found.append(Table(cells, self._path))
            return
        attributes = node.attributes
        style = styled(style, tag, attributes, self.hidden)
        block = tag in _BLOCKS or is_block_styled(attributes.get("style"))
        if tag == "a" and _leads_to_file(attributes.get("href")):
            self._file_link = True
        if not block:
            self._children(node, style, depth)
            return
        self._end_paragraph()
        outer = self._path
        self._path = (*outer, node.mem_id)
        words = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".casefold().split()
        self.names[node.mem_id] = (tag, frozenset(words))
        self._children(node, style, depth)
        self._end_paragraph()
        self._path = outer

    def _children(self, node: LexborNode, style: Style, depth: int) -> None:
        if depth > DEEPEST:
            self._text(node.text() or "", style)
            return
        number = _first_number(node)
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                self._text(child.text_content or "", style)
            elif number is not None and child.tag == "li":
                self._end_paragraph()
                item = child.attributes.get("value") or ""
                number = int(item) if item.isdecimal() else number
                self._segments.append((f"{number}. ", style))
                number += 1
                self._children(child, styled(style, "li", child.attributes, self.hidden), depth + 1)
                self._end_paragraph()
            else:
                self._element(child, style, depth + 1)

    def _text(self, raw: str, style: Style) -> None:
        text = raw if style.kept_space else _SPACE.sub(" ", raw)
        if text:
            self._segments.append((text, style))

    def _end_paragraph(self) -> None:
        segments, self._segments = self._segments, []
        file_link, self._file_link = self._file_link, False
        if not segments:
            return
        for reason, group in groupby(segments, key=lambda segment: segment[1].hidden):
            unseen = canonical_characters("".join(text for text, _ in group)).strip() if reason else ""
            if reason and unseen:
                self.found.append(Unseen(unseen, self._path, reason))
        seen = [segment for segment in segments if segment[1].hidden is None]
        if seen:
            self.found += _paras(seen, self._path, file_link)

    def _data_table(self, node: LexborNode, style: Style) -> tuple[Cell, ...]:
        """The cells of a table of data; none for a table that only sets text in place."""
        if _holds_table(node) or node.attributes.get("role") == "presentation":
            return ()
        style = styled(style, "table", node.attributes, self.hidden)
        if style.hidden:
            return ()
        unseen: list[Unseen] = []
        cells = self._cells(node, style, unseen)
        columns = {cell.column for cell in cells}
        if len(columns) < 2 or any(is_place_for_text(cell.text or "") for cell in cells):
            return ()
        self.found += unseen
        return trimmed(cells)

    def _cells(self, node: LexborNode, style: Style, unseen: list[Unseen]) -> list[Cell]:
        """The cells of a table, hidden words put into `unseen`; none if there are too many."""
        taken: set[tuple[int, int]] = set()
        cells: list[Cell] = []
        rows = [row for row in node.css("tr") if row.css_first("td, th")]
        for row, element in enumerate(rows):
            column = 0
            for cell in element.iter():
                if cell.tag not in ("td", "th"):
                    continue
                while (row, column) in taken:
                    column += 1
                if column >= WIDEST or len(taken) > _MOST_CELLS:
                    return []
                width = min(_span(cell, "colspan"), WIDEST - column)
                height = min(_span(cell, "rowspan"), len(rows) - row)
                taken |= {(row + down, column + right) for down in range(height) for right in range(width)}
                found = Walk(self.hidden).over(cell, style._replace(align=None)).found
                unseen += [replace(each, path=self._path) for each in found if isinstance(each, Unseen)]
                text = "\n".join(each.text.strip() for each in found if not isinstance(each, Unseen))
                cells.append(Cell(row=row, column=column, row_span=height, column_span=width, text=text))
                column += width
        return cells


def _holds_table(node: LexborNode) -> bool:
    """Whether another table stands in a table; a selector would also find the table itself in one around it."""
    return any(inner.mem_id != node.mem_id for inner in node.css("table"))


def _paras(segments: list[tuple[str, Style]], path: tuple[int, ...], file_link: bool) -> Iterator[Para]:
    """The paragraphs between blank lines; style is that of the first line with words."""
    whole = "".join(text for text, _ in segments)
    starts = [0, *(match.end() for match in _BLANK_LINE.finditer(whole)), len(whole)]
    for start, end in pairwise(starts):
        raw = whole[start:end]
        if not raw.strip():
            continue
        inside = list(_between(segments, start, end))
        first = list(_first_line(inside))
        styles = [style for text, style in first if text.strip()] or [inside[0][1]]
        linked = sum(len(text.strip()) for text, style in inside if style.link)
        style = styles[0]._replace(
            bold=all(style.bold for style in styles),
            color=styles[0].color if len({style.color for style in styles}) == 1 else None,
            size=_usual_size(first),
        )
        yield Para(_tidied(raw), path, style, linked / len(raw.strip()), file_link)


def _tidied(raw: str) -> str:
    lines = [line.strip(" \t\r\n") for line in canonical_characters(raw.replace("\r", "")).split("\n")]
    return "\n".join(lines).strip("\n")


def _between(segments: list[tuple[str, Style]], start: int, end: int) -> Iterator[tuple[str, Style]]:
    at = 0
    for text, style in segments:
        part = text[max(start - at, 0) : max(end - at, 0)]
        if part:
            yield part, style
        at += len(text)


def _first_line(segments: list[tuple[str, Style]]) -> Iterator[tuple[str, Style]]:
    begun = False
    for text, style in segments:
        head, stop, _ = (text.lstrip("\n") if not begun else text).partition("\n")
        begun = begun or bool(head.strip())
        yield head, style
        if stop and begun:
            return


def _usual_size(segments: list[tuple[str, Style]]) -> float | None:
    counts: dict[float | None, int] = {}
    for text, style in segments:
        counts[style.size] = counts.get(style.size, 0) + len(text.strip())
    return max(counts, key=lambda size: counts[size]) if counts else None


def _first_number(node: LexborNode) -> int | None:
    """The number that a browser prints before the first item of an ordered list; None for other elements."""
    if node.tag != "ol" or "none" in (node.attributes.get("style") or ""):
        return None
    start = node.attributes.get("start") or "1"
    return int(start) if start.isdecimal() else 1


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return max(1, min(int(value), 1000)) if value.isdecimal() and len(value) < 6 else 1


def _leads_to_file(href: str | None) -> bool:
    return (
        href is not None
        and re.search(r"\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|jpe?g|png)(?:$|\?)", href, re.I) is not None
    )

"""Tables of HTML inside other text."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from dafu.read.html_parts import Table
from dafu.read.html_style import Hidden
from dafu.read.html_walk import Walk


def rows_of_markup(markup: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the first table in a piece of HTML, equally wide; what a cell spans is blank."""
    body = LexborHTMLParser(markup).body
    if body is None:
        return ()
    found = Walk(Hidden(frozenset(), frozenset())).over(body).found
    table = next((each for each in found if isinstance(each, Table)), None)
    if table is None:
        return ()
    texts = {(cell.row, cell.column): cell.text or "" for cell in table.cells}
    height = max(cell.row + cell.row_span for cell in table.cells)
    width = max(cell.column + cell.column_span for cell in table.cells)
    return tuple(tuple(texts.get((row, column), "") for column in range(width)) for row in range(height))

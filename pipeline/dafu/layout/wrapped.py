"""Text wrapped by hand: lines broken at one width, as on the print they were typed from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dafu.forms.markers import marker_at
from dafu.layout.line import Line
from dafu.layout.paragraphs import first_word
from dafu.layout.type_grid import FULL, TypeGrid, type_grid
from dafu.text import cells

WIDEST = 64.0
"""Cells: text wrapped by hand has no longer line."""
NARROWEST = 15.0
"""Cells: lines that end nearer to the margin are a list of fields."""
CANDIDATES = 8
"""Line ends, from the outermost, that are tried as the right edge."""
LEAST = 2
"""Lines broken in mid-sentence at the edge that wrapped text has at least."""
LEAST_OF_PARAGRAPHS = 4
"""The same, where the carrier marks paragraphs and each would be a line."""
_HANGING = "，。、；：？！）》”’】〕"
_ENDED = re.compile(r"[。！？!?；;：:][”’」』）)》】]*$")


def wrapped_grid(lines: Sequence[Line], *, trusted: bool) -> TypeGrid | None:
    """The grid of lines that were wrapped by hand; None if a line is a paragraph.

    Wrapped text shows by lines that end in mid-sentence where the next word would not have fitted, while
    hardly one is longer. `trusted`: the carrier marks paragraphs.
    """
    if max((line.right for line in lines), default=0.0) > WIDEST:
        return None
    least = LEAST_OF_PARAGRAPHS if trusted else LEAST
    for pitch in (1.0, 2.0):
        pairs = [(above, below) for above, below in pairwise(lines) if _are_near(above, below, pitch)]
        found = [(len(list(_broken(pairs, edge))), edge) for edge in _edges(lines)]
        count, edge = max(found, key=lambda each: (each[0], -each[1]), default=(0, 0.0))
        longer = sum(_slack(line, edge) < -FULL for line in lines)
        if count >= least and 4 * longer <= count and count >= sum(1 for _ in _whole(lines, edge)):
            return replace(type_grid(lines, 1.0, right=edge), pitch=pitch)
    return None


def _edges(lines: Sequence[Line]) -> list[float]:
    ends = {line.right for line in lines if line.right - line.left > NARROWEST}
    return sorted(ends, reverse=True)[:CANDIDATES]


def _are_near(above: Line, below: Line, pitch: float) -> bool:
    return below.sheet != above.sheet or below.top - above.top <= pitch


def _broken(pairs: Sequence[tuple[Line, Line]], edge: float) -> Iterator[Line]:
    """The lines that the edge alone can have broken."""
    for above, below in pairs:
        slack = _slack(above, edge)
        fits = slack >= cells(below.text[: first_word(below.text)]) + FULL
        if not fits and slack > -FULL and not _ENDED.search(above.text) and not marker_at(below.text):
            yield above


def _slack(line: Line, edge: float) -> float:
    """Cells from a line's end to the edge; one mark of punctuation may hang over it."""
    slack = edge - line.right
    return 0.0 if -1 - FULL < slack < 0 and line.text[-1] in _HANGING else slack


def _whole(lines: Sequence[Line], edge: float) -> Iterator[Line]:
    """The lines near the edge that end with a sentence: each a paragraph, or a line that chanced to end so."""
    for line in lines:
        if (
            edge - 1 <= line.right <= edge + FULL
            and cells(line.text) > NARROWEST
            and _ENDED.search(line.text)
        ):
            yield line

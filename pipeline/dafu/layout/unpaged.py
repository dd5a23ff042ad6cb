"""Blocks of carriers without pages: plain text, DOCX, HTML, Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from dafu.layout.block import Block
from dafu.layout.cuts import join_cuts
from dafu.layout.gathered import Gathered, Removed
from dafu.layout.line import Line
from dafu.layout.model import RemovedText
from dafu.layout.page_marks import page_mark
from dafu.layout.paragraphs import paragraphs
from dafu.layout.spaces import text_line, tidy
from dafu.layout.tables import marked_table, row_blocks
from dafu.layout.type_grid import TypeGrid
from dafu.layout.wrapped import wrapped_grid
from dafu.lexicon import Lexicon
from dafu.read.model import Document, Run


@dataclass(frozen=True, slots=True)
class _Part:
    """A line of text between two line breaks of the source."""

    run: Run
    place: int
    """Number of its run."""
    line: Line
    forced: bool
    """Only a forced line break parts it from the line before."""


def gather_lines(document: Document, lexicon: Lexicon) -> Gathered:
    """The blocks of plain text: wrapped by hand, or one paragraph a line; tables as marked."""
    return _gathered(document, lexicon, trusted=False)


def gather_blocks(document: Document, lexicon: Lexicon) -> Gathered:
    """The blocks of marked-up text: one paragraph a run; tables as marked."""
    return _gathered(document, lexicon, trusted=True)


def _gathered(document: Document, lexicon: Lexicon, *, trusted: bool) -> Gathered:
    runs = [run for page in document.pages for run in page.runs]
    grids = [grid for page in document.pages for grid in page.grids]
    parts, gone = _without_page_marks(list(_parts(runs)), trusted=trusted)
    typed = wrapped_grid([part.line for part in parts], trusted=trusted)
    blocks: list[Block] = []
    start = 0
    for number, grid in enumerate(grids):
        end = start + sum(part.place < (grid.after or 0) for part in parts[start:])
        blocks += _blocks(parts[start:end], lexicon, trusted=trusted, typed=typed)
        blocks += row_blocks(marked_table(grid, lexicon), number)
        start = end
    blocks += _blocks(parts[start:], lexicon, trusted=trusted, typed=typed)
    furniture = [
        (at, _removed(run)) for at, run in enumerate(runs) if _is_furniture(run) and run.text.strip()
    ]
    starts = _starts(blocks, {run.at: at for at, run in enumerate(runs)})
    removed = [Removed(text, max(bisect_right(starts, at) - 1, 0)) for at, text in (*gone, *furniture)]
    return Gathered(tuple(blocks), tuple(removed))


def _starts(blocks: Sequence[Block], places: dict[str | None, int]) -> list[int]:
    """For each block, the number of the run that it begins with; a table's row has that of what is above."""
    starts: list[int] = []
    for block in blocks:
        place = next((places[piece.at] for piece in block.pieces if piece.at in places), 0)
        starts.append(max(place, starts[-1] if starts else 0))
    return starts


def _is_furniture(run: Run) -> bool:
    return run.kind in ("header", "footer")


def _removed(run: Run) -> RemovedText:
    raw = run.text.strip()
    if page_mark(raw):
        return RemovedText(raw=raw, reason="page_number")
    return RemovedText(raw=raw, reason="running_head" if run.kind == "header" else "page_footer")


def _parts(runs: Sequence[Run]) -> Iterator[_Part]:
    """The lines of runs that are not blank, numbered from the top; a page break begins a new sheet."""
    number = sheet = 0
    for place, run in enumerate(runs):
        if _is_furniture(run):
            continue
        sheet += run.page_break
        for at, raw in enumerate(run.text.split("\n")):
            number += 1
            if raw.strip():
                line = text_line(raw, at=run.at, number=number, sheet=sheet)
                yield _Part(run, place, replace(line, bold=run.bold, color=run.color), at > 0)


def _blocks(
    parts: Sequence[_Part], lexicon: Lexicon, *, trusted: bool, typed: TypeGrid | None
) -> list[Block]:
    """The blocks of lines between tables; `typed` is the grid of text that was wrapped by hand."""
    if typed:
        return paragraphs([part.line for part in parts], typed, lexicon)
    blocks = [_block(part, parts[at - 1] if at else None, lexicon) for at, part in enumerate(parts)]
    forced = [part.forced or block.page_break for part, block in zip(parts, blocks, strict=True)]
    return join_cuts(blocks, forced, lexicon, trusted=trusted)


def _block(part: _Part, above: _Part | None, lexicon: Lexicon) -> Block:
    run, line = part.run, part.line
    return Block(
        pieces=tidy([line], lexicon),
        align=run.align,
        indent=line.left or None,
        size=run.size,
        bold=run.bold,
        color=run.color,
        heading=run.heading,
        page_break=above is not None and above.line.sheet != line.sheet,
        space_before=line.top - above.line.top - 1 if above else 0.0,
    )


def _without_page_marks(
    parts: Sequence[_Part], *, trusted: bool
) -> tuple[list[_Part], list[tuple[int, RemovedText]]]:
    """The lines without page numbers, and what stands beside them again and again; a new sheet after each.

    What is left out comes with the number of its run.
    """
    marks = _page_numbers(parts, trusted=trusted)
    heads = _running(parts, marks)
    kept: list[_Part] = []
    removed: list[tuple[int, RemovedText]] = []
    sheet = 0
    for at, part in enumerate(parts):
        if at in marks or at in heads:
            reason: Literal["page_number", "running_head"] = "page_number" if at in marks else "running_head"
            removed.append((part.place, RemovedText(raw=part.line.text, reason=reason)))
            sheet += at in marks
            continue
        kept.append(replace(part, line=replace(part.line, sheet=part.line.sheet + sheet)))
    return kept, removed


def _page_numbers(parts: Sequence[_Part], *, trusted: bool) -> set[int]:
    """Lines written like page numbers that count up.

    In plain text they stand alone between blank lines; where paragraphs are marked up they have none, and
    only what nothing else is written like counts.
    """
    found = [
        (at, mark)
        for at, part in enumerate(parts)
        if (mark := page_mark(part.line.text)) and (mark.sure if trusted else _is_alone(parts, at))
    ]
    numbers: set[int] = set()
    for (at, mark), (then, following) in pairwise(found):
        if following.number == mark.number + 1 and then > at + 1:
            numbers |= {at, then}
    last = len(parts) - 1
    numbers |= {at for at, mark in found if mark.sure and (numbers or at == last or mark.number == 1)}
    return numbers


def _is_alone(parts: Sequence[_Part], at: int) -> bool:
    """Whether a blank line, a page break or the file's end stands on both sides."""
    here = parts[at].line
    above = at == 0 or here.top - parts[at - 1].line.top > 1 or here.sheet != parts[at - 1].line.sheet
    below = at + 1 == len(parts) or (
        parts[at + 1].line.top - here.top > 1 or here.sheet != parts[at + 1].line.sheet
    )
    return above and below


def _running(parts: Sequence[_Part], marks: set[int]) -> set[int]:
    """Lines next to page ends whose words, digits aside, come again at most of them."""
    ends = [at for at in range(1, len(parts)) if parts[at].line.sheet != parts[at - 1].line.sheet]
    beside = {at + 1 for at in marks} | {at - 1 for at in marks} | set(ends) | {at - 1 for at in ends}
    beside = {at for at in beside if 0 < at < len(parts) and at not in marks}
    keys = {at: re.sub(r"\d+", "0", parts[at].line.text) for at in sorted(beside)}
    again = Counter(keys.values())
    pages = max(len(marks), len(ends))
    return {at for at, key in keys.items() if again[key] >= max(2, pages // 2)}

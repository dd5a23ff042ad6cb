"""The printed lines of a page: runs put in order by where they stand, not by when they were drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dafu.layout.line import Line
from dafu.read.model import Box, Run

LETTERSPACED = 0.25
"""Ems that a gap must exceed the usual one of its line by to count as white space without a blank."""
UNSEEN = 0.08
"""Ems: a printed blank narrower than this parts nothing."""
OVERPRINT = 0.3
"""Ems: the same character twice within this is one, printed twice to look bold."""


@dataclass(slots=True)
class _Band:
    """Runs that stand beside one another."""

    top: float
    bottom: float
    runs: list[tuple[Box, Run]]

    def takes(self, box: Box) -> bool:
        """Whether a box overlaps by half the height of the lower of the two; so a superscript stays."""
        overlap = min(self.bottom, box[3]) - max(self.top, box[1])
        return overlap >= 0.5 * min(self.bottom - self.top, box[3] - box[1])

    def add(self, box: Box, run: Run) -> None:
        """Takes a run; the tallest one tells the band's height."""
        self.runs.append((box, run))
        if box[3] - box[1] > self.bottom - self.top:
            self.top, self.bottom = box[1], box[3]


def printed_lines(runs: Iterable[Run], *, page: int, sheet: int) -> list[Line]:
    """The lines that the runs make, from top to bottom; runs of nothing but white space make none."""
    boxed = [(run.box, run) for run in runs if run.box]
    bands: list[_Band] = []
    for box, run in sorted(boxed, key=lambda each: ((each[0][1] + each[0][3]) / 2, each[0][0])):
        for band in bands[:-4:-1]:
            if band.takes(box):
                band.add(box, run)
                break
        else:
            bands.append(_Band(box[1], box[3], [(box, run)]))
    lines = (_line(band, page=page, sheet=sheet) for band in bands)
    return sorted((line for line in lines if line), key=lambda line: (line.top + line.bottom, line.left))


def _line(band: _Band, *, page: int, sheet: int) -> Line | None:
    runs = [run for _, run in sorted(band.runs, key=lambda each: each[0][0])]
    size = _size(runs)
    letters, lefts, rights = _in_order(runs, size)
    shown = [at for at, letter in enumerate(letters) if not letter.isspace()]
    if not shown:
        return None
    gaps = [(lefts[there] - rights[here]) / size for here, there in pairwise(shown)]
    least = LETTERSPACED + max(sorted(gaps)[(len(gaps) - 1) // 2], 0.0) if gaps else 0.0
    start = lefts[shown[0]]
    text, stops, blanks = [letters[shown[0]]], [round(rights[shown[0]] - start, 2)], []
    for here, there, gap in zip(shown, shown[1:], gaps, strict=False):
        if gap > least or (there > here + 1 and gap > UNSEEN):
            text.append(" ")
            stops.append(round(lefts[there] - start, 2))
            blanks.append(gap)
        text.append(letters[there])
        stops.append(round(rights[there] - start, 2))
    full = [run for run in runs if run.text.strip()]
    return Line(
        text="".join(text),
        blanks=tuple(blanks),
        open_end=shown[-1] + 1 < len(letters),
        left=start,
        right=max(rights[at] for at in shown),
        top=band.top,
        bottom=band.bottom,
        size=size,
        sheet=sheet,
        page=page,
        stops=tuple(stops),
        bold=all(run.bold for run in full),
        color=max(full, key=lambda run: len(run.text)).color,
        confidence=_confidence(full),
    )


def _confidence(runs: Sequence[Run]) -> float | None:
    """Mean over the characters; None if no run was read by OCR."""
    read = [(run.confidence, len(run.text)) for run in runs if run.confidence is not None]
    if not read:
        return None
    return round(sum(confidence * count for confidence, count in read) / sum(count for _, count in read), 4)


def _size(runs: Sequence[Run]) -> float:
    """The font size of most characters of the line; the height of the boxes where none is told."""
    sizes: Counter[float] = Counter()
    for run in runs:
        if run.box:
            sizes[run.size or run.box[3] - run.box[1]] += len(run.text.strip())
    return sizes.most_common(1)[0][0] or 1.0


def _in_order(runs: Sequence[Run], size: float) -> tuple[str, list[float], list[float]]:
    """Characters of a line from left to right, and their edges; overprinted copies are left out."""
    text = "".join(run.text for run in runs)
    lefts = [left for run in runs for left in run.left]
    rights = [right for run in runs for right in run.right]
    if all(here <= there for here, there in pairwise(lefts)):
        ends = zip(rights, lefts[1:], strict=False)
        if all(there - here > -OVERPRINT * size for here, there in ends):
            return text, lefts, rights
    return _without_overprint(text, lefts, rights, size)


def _without_overprint(
    text: str, lefts: Sequence[float], rights: Sequence[float], size: float
) -> tuple[str, list[float], list[float]]:
    """Characters sorted by left edge; a character printed again on itself is left out."""

    def again(one: int, other: int) -> bool:
        nearest = min(OVERPRINT * size, 0.6 * (rights[one] - lefts[one]))
        return text[one] == text[other] and lefts[other] - lefts[one] < nearest and not text[one].isspace()

    kept: list[int] = []
    for at in sorted(range(len(text)), key=lambda at: lefts[at]):
        if not any(again(one, at) for one in kept[-3:]):
            kept.append(at)
    return "".join(text[at] for at in kept), [lefts[at] for at in kept], [rights[at] for at in kept]

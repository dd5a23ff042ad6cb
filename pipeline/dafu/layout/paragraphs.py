"""Lines into paragraphs, by the grid they are set on.

Evidence, strongest first: size and alignment, white space between the lines, whether the first word
of a line would have fitted on the line above, indent, typeface, counters and labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dafu.forms.markers import marker_at
from dafu.layout.block import Block
from dafu.layout.line import Line
from dafu.layout.spaces import tidy
from dafu.layout.type_grid import FULL, TypeGrid
from dafu.lexicon import Lexicon
from dafu.text import cells, is_wide

LOOSE = 1.45
"""Line pitches: lines farther apart are not of one paragraph."""
INDENTED = 0.6
"""Cells: less is no indent."""
SEAM = 0.25
"""Cells that word processors leave between a Chinese character and a Latin letter or digit."""
ALIGNED = 0.5
"""Cells: how well a hanging line stands below the words it hangs from."""
INSET = 1.0
"""Cells that 抄送 stands in from both edges (GB/T 9704-2012)."""
_STOP = re.compile(r"[。！？!?；;：:…][”’」』）)》]*$")
_CLOSERS = "，。、；：？！）》”’】〕」』\uff05%,.;:?!)]}·…"
_OPENERS = "（《“‘【〔「『([{"
_OPEN_QUOTES, _QUOTES = "“‘", "”’"
_WORD = re.compile(r"[A-Za-z0-9.,%/:@_+²³°‰-]+")
_INSIDE = re.compile(r"[。；;：:](?=.)")
_HANGING = re.compile(r"[\u4e00-\u9fff ]{1,12}[：:] ?")


def paragraphs(lines: Sequence[Line], grid: TypeGrid, lexicon: Lexicon) -> list[Block]:
    """The blocks that the lines, in reading order, make."""
    groups: list[list[Line]] = []
    inline = _inline_forms(lines)
    for line in lines:
        if (
            groups
            and not _opens_item(groups[-1], line, inline)
            and _continues(groups[-1], line, grid, lexicon)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks, above = [], None
    for group in groups:
        blocks.append(_block(group, above, grid, lexicon))
        above = group[-1]
    return blocks


def _inline_forms(lines: Sequence[Line]) -> frozenset[str]:
    """The forms of counters that stand inside lines: items of theirs may go on within a paragraph."""
    found = (marker_at(line.text, at.end()) for line in lines for at in _INSIDE.finditer(line.text))
    return frozenset(marker.form for marker in found if marker)


def _opens_item(group: Sequence[Line], line: Line, inline: frozenset[str]) -> bool:
    """Whether a line begins an item after a whole sentence, in a letter whose items have lines of their own."""
    marker = marker_at(line.text) if _STOP.search(group[-1].text) else None
    return marker is not None and marker.form not in inline


def _block(group: Sequence[Line], above: Line | None, grid: TypeGrid, lexicon: Lexicon) -> Block:
    first = group[0]
    new_sheet = above is not None and above.sheet != first.sheet
    step = 0.0 if above is None or new_sheet else (first.top - above.top) / grid.pitch - 1
    return Block(
        pieces=tidy(group, lexicon),
        align=grid.align_of(first),
        indent=round(grid.indent_of(first), 2),
        size=None if first.page is None else first.size,
        bold=first.bold,
        color=first.color,
        page_break=new_sheet and first.page != (above and above.page) if first.page else new_sheet,
        space_before=max(0.0, round(step, 1)),
    )


def _continues(group: Sequence[Line], line: Line, grid: TypeGrid, lexicon: Lexicon) -> bool:
    """Whether a line goes on with the paragraph that the lines of `group` make so far."""
    above = group[-1]
    if not _are_alike(above, line, grid):
        return False
    if _copies(lexicon).match(line.text.replace(" ", "")):
        return False
    full = is_full(above, line, grid)
    if grid.indent_of(line) > INDENTED:
        listed = _copies(lexicon).match(group[0].text.replace(" ", "")) is not None
        return (full or (listed and grid.slack_of(above) < INSET + FULL + 1)) and _hangs(group, line, grid)
    across = line.sheet != above.sheet
    if across and _starts_attachment(line, lexicon):
        return False
    if not grid.indent:
        return full and _flows_on(above, line, lexicon)
    return full or (across and _is_half_said(group, line))


def _are_alike(above: Line, line: Line, grid: TypeGrid) -> bool:
    """Whether both are lines of running text of one size with no more than the usual space between."""
    if abs(line.size - above.size) > 0.12 * above.size or not grid.is_text_size(line):
        return False
    if grid.align_of(line) or grid.align_of(above):
        return False
    return line.sheet != above.sheet or line.top - above.top <= LOOSE * grid.pitch


def _is_half_said(group: Sequence[Line], line: Line) -> bool:
    """Whether a page ends in mid-sentence, though its last line is not full."""
    above = group[-1]
    if _STOP.search(above.text) or above.bold != line.bold or marker_at(line.text):
        return False
    return len(group) > 1 or cells(above.text) > 20


def is_full(above: Line, line: Line, grid: TypeGrid) -> bool:
    """Whether the first word of `line` would not have fitted at the end of the line above."""
    text = line.text
    length = first_word(text)
    width = cells(text[:length])
    if line.stops:
        width = max(width, line.stops[length - 1] / grid.size)
    meeting = is_wide(above.text[-1]) != is_wide(text[0])  # a quarter cell is set between Han and Latin
    return grid.slack_of(above) < width + FULL + (SEAM if meeting else 0.0)


@cache
def _label(lexicon: Lexicon) -> re.Pattern[str]:
    closing, words = lexicon.closing, lexicon.layout
    labels = (
        *words.field_labels, *words.list_labels, *closing.responsible_official, *closing.case_officer,
        *closing.contact, *closing.phone, *closing.attachments,
    )  # fmt: skip
    return re.compile("(?:" + "|".join(map(re.escape, sorted(labels, key=len, reverse=True))) + ")[：:]")


@cache
def _copies(lexicon: Lexicon) -> re.Pattern[str]:
    """`抄送：` at the start of a line: no sentence goes on with it."""
    return re.compile("(?:" + "|".join(map(re.escape, lexicon.closing.copied_to)) + ")[：:]")


@cache
def _bullet(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, lexicon.outline.bullets)) + r")\s*(?=[\u4e00-\u9fff“])")


def _flows_on(above: Line, line: Line, lexicon: Lexicon) -> bool:
    """Whether a line that is not indented, in a letter without indents, goes on after a full one."""
    if _STOP.search(above.text) and (marker_at(line.text) or _bullet(lexicon).match(line.text)):
        return False
    if _label(lexicon).match(line.text.replace(" ", "")):
        return False
    return not (above.bold and not line.bold and marker_at(above.text))


def _starts_attachment(line: Line, lexicon: Lexicon) -> bool:
    return any(line.text.startswith(word) for word in lexicon.closing.attachments)


def _hangs(group: Sequence[Line], line: Line, grid: TypeGrid) -> bool:
    """Whether an indented line stands below the first word after a label or counter, or below such a line."""
    above, first = group[-1], group[0]
    if len(group) > 1 and abs(line.left - above.left) < ALIGNED * grid.size:
        return grid.indent_of(above) > INDENTED and abs(above.left - first.left) > ALIGNED * grid.size
    if len(group) > 1:
        return False
    label = _HANGING.match(first.text)
    marker = marker_at(first.text, label.end() if label else 0)
    starts = [found.end for found in (marker,) if found] + [found.end() for found in (label,) if found]
    return any(abs(line.left - _left_of(first, at)) < ALIGNED * grid.size for at in starts)


def _left_of(line: Line, at: int) -> float:
    """Left edge of a character of a line."""
    if at == 0:
        return line.left
    if line.stops:
        return line.left + line.stops[min(at, len(line.stops)) - 1]
    spaces = line.text[:at].count(" ")
    return line.left + cells(line.text[:at].replace(" ", "")) + sum(line.blanks[:spaces])


def first_word(text: str) -> int:
    """How many characters cannot be parted at the start of a line: a word, and what clings to it.

    Word processors break neither before nor after a quotation mark (Unicode line breaking, class QU).
    """
    at = 0
    while at < len(text) and text[at] in _OPENERS:
        at += 1
    word = _WORD.match(text, at)
    at = word.end() if word else at + 1
    while at < len(text) and text[at] in _CLOSERS:
        at += 1
        if text[at - 1] in _QUOTES and at < len(text) and text[at] not in _CLOSERS:
            at += 1
    if at < len(text) - 1 and text[at] in _OPEN_QUOTES:
        at += 2
    return min(at, len(text))

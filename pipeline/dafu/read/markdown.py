"""Markdown as word processors and recognisers write it: what is markup, and what is text.

A line stays a line: whether it goes on with the one before is for layout to judge, since much Markdown
of letters has one printed line, or one paragraph, a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape

from dafu.text import canonical_characters

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t\u3000]+|$)(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$")
_HEADING_UNSPACED = re.compile(r" {0,3}#{1,6}(?=[^\s#\d])(?P<text>.*?)#*[ \t]*$")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})\s*\w*\s*$")
_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_])\s*$")
_STRONG = re.compile(
    r"(?<![*\d×\\])\*\*(?=[^\s*])(?P<text>(?:[^*\n]|\*(?!\*)){1,400}?)(?<=[^\s*\\])\*\*(?!\*)"
)
_BOTH = re.compile(r"(?<![*\d×\\])\*\*\*(?=[^\s*])(?P<text>[^*\n]{1,400}?)(?<=[^\s*\\])\*\*\*(?!\*)")
_LIGHT = re.compile(r"(?<![\w*×\\])\*(?=[^\s*\d])(?P<text>[^*\n]{1,200}?)(?<=[^\s*\\])\*(?![*\d])")
_UNDERSCORED = re.compile(
    r"(?<![\w\\])(?P<mark>_{1,2})(?=[^\s_])(?P<text>[^_\n]{1,200}?)(?<=[^\s_\\])(?P=mark)(?!\w)"
)
_STRUCK = re.compile(r"~~(?=\S)(?P<text>[^~\n]+?)~~")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?P<text>.+?)(?<!`)\1(?!`)")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\n]*)\]\((?:https?:|mailto:|/|#|\.)[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
)
_AUTOLINK = re.compile(r"<(?P<text>(?:https?://|mailto:)[^<>\s]+)>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(
    r"</?(?:b|i|u|strong|em|sup|sub|span|font|center|p|div|small|big|s|del|ins|mark|a)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_BULLET = re.compile(r"^\s{0,6}[-*+•][ \t]+(?=\S)(?!\d{1,3}\s*[-*—]\s*$)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_RULE_CELL = re.compile(r"\s*:?-+:?\s*")
_BAR = re.compile(r"(?<!\\)\|")
_MASKED = re.compile(r"(?:^|[^\w])\w$")
"""Before asterisks: a family name alone, the given name is masked (`王**`)."""
_TABLE_RULE = re.compile(r"\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+(?:[ \t]*:?-{3,}:?)?")


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table in the lines [start, end)."""

    start: int
    end: int
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Marked:
    """Lines without their markup, and what the markup said."""

    lines: list[str]
    headings: set[int] = field(default_factory=set)
    tables: list[MarkedTable] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def find_tables(self, cells_of: Callable[[str], tuple[str, ...] | None]) -> None:
        """Adds the tables of lines that follow one another and have equally many cells.

        `cells_of` gives a row's cells, an empty tuple for a rule between rows, None for any other line.
        """
        at = 0
        taken = {line for table in self.tables for line in range(table.start, table.end)}
        while at < len(self.lines):
            rows: list[tuple[str, ...]] = []
            end = at
            while end < len(self.lines) and end not in taken:
                cells = cells_of(self.lines[end])
                if cells is None or (cells and rows and len(cells) != len(rows[0])):
                    break
                rows += [cells] if cells else []
                end += 1
            if len(rows) > 1 and len(rows[0]) > 1:
                self.tables.append(MarkedTable(at, end, tuple(rows)))
            at = max(end, at + 1)


def is_markdown(lines: Iterable[str]) -> bool:
    """Whether text has marks that nobody types without meaning them: headings, strong text, tables, links."""
    for line in lines:
        bare = line.strip()
        if _HEADING.match(line) or _IMAGE.match(bare) or _LINK.search(bare) or _TABLE_RULE.fullmatch(bare):
            return True
        if "**" in line and _without_strong(line) != line:
            return True
        if bare[:6].casefold() == "<table":
            return True
    return False


def read_markdown(lines: Sequence[str]) -> Marked:
    """The lines without markup; rules become blank lines, so that lines keep their numbers."""
    marked = Marked(list(lines))
    _take_comments(marked)
    _take_markup_tables(marked)
    _take_pipe_tables(marked)
    inside = {at for table in marked.tables for at in range(table.start, table.end)}
    for at, line in enumerate(marked.lines):
        if at not in inside:
            marked.lines[at] = _plain_line(line, at, marked)
    return marked


def _plain_line(line: str, at: int, marked: Marked) -> str:
    if _UNDERLINE.match(line):
        if line.lstrip()[0] == "=" and at and marked.lines[at - 1].strip():
            marked.headings.add(at - 1)
        return ""
    if _FENCE.match(line):
        return ""
    heading = _HEADING.match(line) or _HEADING_UNSPACED.match(line)
    if heading:
        marked.headings.add(at)
        return plain(heading["text"])
    line = _QUOTE.sub("", line)
    bare = _BULLET.sub("", line)
    return plain(bare[:-1] if bare.endswith("\\") else bare)


def plain(text: str) -> str:
    """Words without inline marks: emphasis, links, code, escapes, tags.

    `特别是**发展规划方面**，` loses its asterisks; `6609****`, `3*4`, `张*同志` and `A_1` keep theirs.
    """
    text = _IMAGE.sub("", text)
    text = _CODE.sub(r"\g<text>", text)
    text = _LINK.sub(r"\g<text>", text)
    text = _AUTOLINK.sub(r"\g<text>", text)
    text = _without_strong(text)
    for mark in (_LIGHT, _UNDERSCORED, _STRUCK):
        text = mark.sub(lambda match: match["text"], text)
    text = _BREAK.sub("\n", _TAG.sub("", text))
    text = _ENTITY.sub(lambda match: unescape(match.group()), text)
    return canonical_characters(_ESCAPE.sub(r"\1", text))


def _without_strong(text: str) -> str:
    text = _BOTH.sub(r"\g<text>", text)
    return _STRONG.sub(_unless_masked, text)


def _unless_masked(match: re.Match[str]) -> str:
    start, words = match.start(), match["text"]
    masked = _MASKED.search(match.string[max(start - 2, 0) : start]) and _MASKED.search(words)
    return match.group() if masked else words


def _take_comments(marked: Marked) -> None:
    for at, line in enumerate(marked.lines):
        kept, done = "", 0
        while (start := line.find("<!--", done)) >= 0 and (end := line.find("-->", start + 4)) >= 0:
            marked.comments.append(line[start + 4 : end].strip())
            kept += line[done:start]
            done = end + 3
        marked.lines[at] = kept + line[done:]


def _take_pipe_tables(marked: Marked) -> None:
    """Tables of GitHub's Markdown: a row, a rule `|---|---|`, rows."""
    lines = marked.lines
    at = 1
    while at < len(lines):
        head, rule = _row(lines[at - 1]), _row(lines[at])
        if not (head and rule and len(head) == len(rule) and all(map(_RULE_CELL.fullmatch, rule))):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and "|" in lines[end] and lines[end].strip():
            end += 1
        rows = [head, *(_row(line) for line in lines[at + 1 : end])]
        width = len(head)
        filled = tuple(tuple(plain(cell.strip()) for cell in (*row, *[""] * width)[:width]) for row in rows)
        marked.tables.append(MarkedTable(at - 1, end, filled))
        at = end + 1


def _row(line: str) -> list[str]:
    bare = line.strip()
    if "|" not in bare:
        return []
    bare = bare.removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return [cell.replace("\\|", "|") for cell in _BAR.split(bare)]


def _take_markup_tables(marked: Marked) -> None:
    """Tables in HTML, as recognisers write them; rows in reading order, spans filled with blank cells."""
    lines = marked.lines
    at = 0
    while at < len(lines):
        end = at + 1
        if lines[at].lstrip()[:6].casefold() == "<table":
            while end < len(lines) and "</table>" not in lines[end - 1].casefold():
                end += 1
            from dafu.read.html_tables import rows_of_markup  # noqa: PLC0415

            rows = rows_of_markup("\n".join(lines[at:end]))
            if rows:
                marked.tables.append(MarkedTable(at, end, rows))
        at = end

"""The notation that a sample letter is written in: text, print roles and annotation in one file.

A file `NAME.letter` has TOML between two `+++` lines (what it shows, carriers, the gold of the header)
and then one paragraph a line, each opened by a letter and a space that say how it is printed:

    h organ mark · n document number · m label at the left (`m> ` at the right) · t title (` // ` is a
    printed line break) · a addressee · p body · s signature · d date · c contact or note · i imprint
    (`I ` with the printing office) · x attachment label · X attachment title · `| ` row of a table,
    cells parted by ` || `, the first row its head; `|= ` what the numbers of the columns are, as figure fields

Inline annotation, all of which vanishes from the text:

    §1*done[一、|heading]      a section begins: level, style letter (h, r, p; by default r for one
                               without heading, p without marker), `*` if its text is a work item
    {f:139家|i=…|c=…|p=1}      figure; value, unit and dimension come from the raw where not given
    {p1:截至2022年|as_of /2022}  period 1, kind, start/end, anchor; a plain year or month needs none
    {w:一} {nm:…} {q:…} …      type of the numbers inside (see `runs.TAGS`)
    «n s=4 d=1» … «/»          a next step that is no section; «m» for a measure
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Span = tuple[int, int]
_ROLES = "opening|basic|consultation|done|effect|problem|response|plan|explanation|request|closing|attachment|unknown"
_SECTION = re.compile(rf"§(\d)([hrp]?)(\*?)({_ROLES})(?:\(([^)]*)\))?\[([^|\]]*)\|?([^\]]*)\]")
_ITEM = re.compile(r"«(/|[mn])([^»]*)»")
_INLINE = re.compile(r"\{([a-z]+\d*):")
_KIND = re.compile(r"(m>|[hnmtapsdciIxX|]) ?")
_PLAIN = re.compile(r"[^§«{ ]+")
"""What opens no annotation and no printed line break."""
_BAR = re.compile(r"\s*\|\|\s*")
_COUNT = re.compile(r"-?[\d.,]+%?")


@dataclass(frozen=True)
class Tag:
    """An annotated stretch of the canonical text."""

    kind: str
    span: Span
    fields: dict[str, str]


@dataclass(frozen=True)
class SectionMark:
    """Where a section's own text begins, and what an annotator says of it."""

    start: int
    level: int
    style: str
    role: str
    marker: str | None
    heading: str | None
    item: bool
    fields: dict[str, str]


@dataclass(frozen=True)
class Paragraph:
    """One line of the canonical text and how carriers print it."""

    kind: str
    span: Span
    text: str
    breaks: tuple[int, ...] = ()
    """Offsets in `text` where the print breaks the line."""
    bold: tuple[Span, ...] = ()
    """Headings inside `text`: printed in another face."""
    cells: tuple[str, ...] = ()
    """Cells of a table row."""
    section: SectionMark | None = None
    """The section that opens this paragraph."""


@dataclass
class Letter:
    """A sample letter: canonical text, paragraphs for the carriers, annotation for the gold."""

    name: str
    head: dict[str, Any]
    text: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[SectionMark] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)

    def raw(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def tagged(self, kind: str) -> list[Tag]:
        return sorted((tag for tag in self.tags if tag.kind == kind), key=lambda tag: tag.span)


def load_letter(path: Path) -> Letter:
    """The letter written in `NAME.letter`."""
    _, head, body = path.read_text("utf-8").split("+++\n", 2)
    return letter_of(path.stem, tomllib.loads(head), body.splitlines())


def letter_of(name: str, head: dict[str, Any], lines: Iterable[str]) -> Letter:
    """The letter of a head and of annotated lines; raises `ValueError` where the notation is broken."""
    letter = Letter(name, head)
    reader = _Reader(letter)
    for line in lines:
        if line.strip():
            reader.paragraph(line)
    if reader.open_items:
        raise ValueError(f"{name}: an item is not closed")
    return letter


class _Reader:
    """Takes the annotation out of one line after another and remembers where it stood."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        self.open_items: list[tuple[str, int, dict[str, str]]] = []
        self.out: list[str] = []
        self.at = 0
        self.pending_breaks: list[int] = []
        self.bold: list[Span] = []
        self.columns: list[dict[str, str]] = []

    def paragraph(self, line: str) -> None:
        if line.startswith("|="):
            self.columns = [_fields(column, "|") for column in _BAR.split(line[2:])]
            return
        match = _KIND.match(line)
        if match is None:
            raise ValueError(f"{self.letter.name}: no kind: {line[:20]}")
        if self.letter.paragraphs:
            self._put("\n")
        start, sections = self.at, len(self.letter.sections)
        self.pending_breaks, self.bold = [], []
        body = line[match.end() :]
        cells: tuple[str, ...] = ()
        if match[1] == "|":
            ends: list[Span] = []
            for number, cell in enumerate(_BAR.split(body)):
                if number:
                    self._put("\t")
                cell_start = self.at
                self._inline(cell.strip())
                ends.append((cell_start, self.at))
                self._column_figure(number, ends)
            whole = "".join(self.out)
            cells = tuple(whole[first:last] for first, last in ends)
        else:
            self._inline(body)
        text = "".join(self.out)[start : self.at]
        opened = self.letter.sections[sections:]
        self.letter.paragraphs.append(
            Paragraph(
                kind=match[1],
                span=(start, self.at),
                text=text,
                breaks=tuple(self.pending_breaks),
                bold=tuple((first - start, last - start) for first, last in self.bold),
                cells=cells,
                section=next((mark for mark in opened if mark.start == start), None),
            )
        )
        self.letter.text = "".join(self.out)

    def _column_figure(self, number: int, ends: list[Span]) -> None:
        """Tags a bare number in a column whose figures are described, its row's head as coverage."""
        whole = "".join(self.out)
        raw = whole[slice(*ends[number])]
        fields = self.columns[number] if number < len(self.columns) else {}
        if fields and _COUNT.fullmatch(raw):
            self.letter.tags.append(Tag("f", ends[number], {"c": whole[slice(*ends[0])], **fields}))

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.at += len(text)

    def _inline(self, source: str) -> None:
        at = 0
        while at < len(source):
            section, item, inline = (pattern.match(source, at) for pattern in (_SECTION, _ITEM, _INLINE))
            if section:
                self._section(section)
                at = section.end()
            elif item:
                self._item(item)
                at = item.end()
            elif inline:
                end = _closing_brace(source, at)
                self._tag(inline[1], source[inline.end() : end])
                at = end + 1
            elif source.startswith(" // ", at):
                self.pending_breaks.append(self.at - self._paragraph_start())
                at += 4
            else:
                plain = _PLAIN.match(source, at + 1)
                end = plain.end() if plain else at + 1
                self._put(source[at:end])
                at = end

    def _paragraph_start(self) -> int:
        text = "".join(self.out)
        return text.rfind("\n") + 1

    def _section(self, match: re.Match[str]) -> None:
        level, style, star, role, fields, marker, heading = match.groups()
        default = (
            "p" if not marker else "h" if marker[0] in "第（(0123456789①②③④⑤" or marker[-1] == "、" else "r"
        )
        style = {"h": "heading", "r": "run_in", "p": "plain"}[style or default]
        start = self.at
        self._put(marker)
        self._inline(heading)
        heading = "".join(self.out)[start + len(marker) : self.at]
        if heading or style == "heading":
            self.bold.append((start, self.at))
        self.letter.sections.append(
            SectionMark(
                start,
                int(level),
                style,
                role,
                marker or None,
                heading or None,
                bool(star),
                _fields(fields or "", " "),
            )
        )

    def _item(self, match: re.Match[str]) -> None:
        if match[1] == "/":
            kind, start, fields = self.open_items.pop()
            self.letter.tags.append(Tag(f"item_{kind}", (start, self.at), fields))
        else:
            self.open_items.append((match[1], self.at, _fields(match[2].strip(), " ")))

    def _tag(self, kind: str, body: str) -> None:
        parts = _split_outside(body)
        start = self.at
        self._inline(parts[0])
        fields = _fields("|".join(parts[1:]), "|")
        number = re.fullmatch(r"p(\d+)", kind)
        if number:
            kind, fields["id"] = "p", number[1]
        self.letter.tags.append(Tag(kind, (start, self.at), fields))


def _closing_brace(source: str, at: int) -> int:
    end = source.find("}", at)
    if source.find("{", at + 1, end) == -1:
        return end
    depth = 0
    for index in range(at, len(source)):
        depth += {"{": 1, "}": -1}.get(source[index], 0)
        if depth == 0:
            return index
    raise ValueError(f"no closing brace: {source[at : at + 30]}")


def _split_outside(body: str) -> list[str]:
    """`body` split at the bars that stand in no inner brace."""
    if "{" not in body:
        return body.split("|")
    parts, depth = [""], 0
    for char in body:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _fields(source: str, separator: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in source.split(separator):
        if part.strip():
            key, _, value = part.partition("=")
            found[key.strip() if value or "=" in part else f"_{key.strip()}"] = value.strip()
    return found

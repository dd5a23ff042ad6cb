"""A letter as plain text and as Markdown."""

from __future__ import annotations

from itertools import groupby

from samples.carriers.lines import Run, break_lines
from samples.notation import Letter, Paragraph

_LOOKS = {
    "utf8": ("utf-8", "\n"),
    "gb18030": ("gb18030", "\r\n"),
    "utf16": ("utf-16", "\r\n"),
    "bom": ("utf-8-sig", "\r\n"),
    "wrapped": ("utf-8", "\n"),
}
_CELLS, _LINES = 28.0, 22
_LAST_NARROW = 0x2000
_SET_RIGHT = {"s": 20, "d": 22, "m>": 24}


def text_of(letters: list[Letter], look: str) -> bytes:
    """Lines as a person saves them from an editor: indents of two full-width spaces, blank lines between parts."""
    encoding, newline = _LOOKS[look]
    lines: list[str] = []
    for letter in letters:
        if lines:
            lines += ["", ""]
        plain = [line for paragraph in letter.paragraphs for line in _plain(paragraph)]
        lines += _wrapped(plain) if look == "wrapped" else plain
    whole = newline.join(lines) + newline
    # `utf-16` writes a mark and the machine's order; the order is fixed so that bytes are the same everywhere.
    return b"\xff\xfe" + whole.encode("utf-16-le") if encoding == "utf-16" else whole.encode(encoding)


def markdown_of(letters: list[Letter]) -> bytes:
    """Markdown as a page model writes it: title as a heading, run-in headings bold, tables with pipes."""
    parts: list[str] = []
    for letter in letters:
        for kind, group in groupby(letter.paragraphs, key=lambda paragraph: paragraph.kind):
            paragraphs = list(group)
            if kind == "|":
                rows = ["| " + " | ".join(paragraph.cells) + " |" for paragraph in paragraphs]
                parts.append("\n".join([rows[0], "|" + " --- |" * len(paragraphs[0].cells), *rows[1:]]))
            elif kind in ("t", "X"):
                parts += [f"# {paragraph.text}" for paragraph in paragraphs]
            else:
                parts += [_bold(paragraph) for paragraph in paragraphs]
    return ("\n\n".join(parts) + "\n").encode()


def _plain(paragraph: Paragraph) -> list[str]:
    if paragraph.kind == "|":
        return ["\t".join(paragraph.cells)]
    if paragraph.kind in ("t", "X"):
        return ["", "　　　　" + paragraph.text, ""]
    if paragraph.kind in ("p", "c"):
        return ["　　" + paragraph.text]
    if paragraph.kind == "x":
        return ["", paragraph.text]
    text = paragraph.text.replace(" ", "    ") if paragraph.kind == "s" else paragraph.text
    return [" " * _SET_RIGHT.get(paragraph.kind, 0) + text]


def _wrapped(lines: list[str]) -> list[str]:
    """The lines as they are copied out of a printed page: 28 cells each, page numbers between them."""
    printed: list[str] = []
    for line in lines:
        if "\t" in line:
            printed.append(line)
            continue
        broken = break_lines([Run(line, "")], first=_CELLS, other=_CELLS, measure=lambda text, _: cells(text))
        printed += ["".join(run.text for run in one.runs) for one in broken]
    pages = [printed[start : start + _LINES] for start in range(0, len(printed), _LINES)]
    return [line for number, page in enumerate(pages, start=1) for line in (*page, "", f"— {number} —", "")]


def cells(text: str) -> float:
    """Width in cells: half a cell for what is not set full width."""
    return sum(1.0 if ord(char) > _LAST_NARROW else 0.5 for char in text)


def _bold(paragraph: Paragraph) -> str:
    text, at, parts = paragraph.text, 0, []
    if paragraph.kind == "h":
        return f"**{text}**"
    for start, end in paragraph.bold:
        parts += [text[at:start], f"**{text[start:end]}**"]
        at = end
    return "".join(parts) + text[at:]

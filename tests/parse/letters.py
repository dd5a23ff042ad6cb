"""Letters for tests: plain lines in, `LetterText` with zones out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from textwrap import dedent

from dafu.layout.block import Block, Piece
from dafu.layout.model import LetterText, Paragraph, TextLine
from dafu.layout.zones import assign_zones
from dafu.lexicon import Lexicon, load_lexicon

PAGE_BREAK = "\f"


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


def blocks_from(lines: str) -> tuple[Block, ...]:
    """One block a line; blank lines are space before it, a form feed at its start is a page break."""
    blocks: list[Block] = []
    blank = 0
    for number, line in enumerate(dedent(lines).strip("\n").split("\n"), start=1):
        text = line.strip(f" \t{PAGE_BREAK}")
        if not text:
            blank += 1
            continue
        blocks.append(
            Block(
                pieces=(Piece(text=text, at=f"line {number}"),),
                page_break=line.lstrip(" ").startswith(PAGE_BREAK),
                space_before=float(blank),
            )
        )
        blank = 0
    return tuple(blocks)


def letter_of(blocks: tuple[Block, ...]) -> LetterText:
    """The letter whose paragraphs are these blocks, zones as they are."""
    text = ""
    lines: list[TextLine] = []
    paragraphs: list[Paragraph] = []
    for block in blocks:
        start = len(text) + 1 if paragraphs else 0
        text = f"{text}\n{block.text}" if paragraphs else block.text
        at = start
        for piece in block.pieces:
            lines.append(TextLine(span=(at, at + len(piece.text)), at=piece.at))
            at += len(piece.text)
        paragraphs.append(
            Paragraph(
                span=(start, at),
                zone=block.zone,
                align=block.align,
                indent=block.indent,
                size=block.size,
                bold=block.bold,
                color=block.color,
                heading=block.heading,
                breaks=tuple(start + offset for offset in block.breaks),
            )
        )
    return LetterText(
        file_name="letter.txt",
        media_type="text/plain",
        sha256="0" * 64,
        size_bytes=len(text.encode()),
        index=1,
        of=1,
        paged=False,
        pages=(),
        text=text,
        lines=tuple(lines),
        paragraphs=tuple(paragraphs),
    )


def letter_from(lines: str) -> LetterText:
    """The letter printed in these lines, one paragraph a line, zones assigned by `assign_zones`."""
    return letter_of(assign_zones(blocks_from(lines), lexicon()))


def zoned(lines: str) -> list[tuple[str, str]]:
    """Zone and words of every paragraph of the letter printed in these lines."""
    letter = letter_from(lines)
    return [(paragraph.zone, letter.raw(paragraph)) for paragraph in letter.paragraphs]


def moved(block: Block, **changes: object) -> Block:
    """The block as another carrier gives it: with other geometry."""
    return replace(block, **changes)  # type: ignore[arg-type]

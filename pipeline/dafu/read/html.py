"""HTML: the letter on an agency's page, apart from what the page puts around it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from dafu.errors import EmptyFile, UnsupportedFormat
from dafu.read.encoding import decoded
from dafu.read.html_content import Found, find_content
from dafu.read.html_parts import Para, Table, Unseen
from dafu.read.html_style import hidden_by_sheets
from dafu.read.html_walk import Walk
from dafu.read.html_words import PageWords, page_words
from dafu.read.model import Document, Dropped, Grid, Notice, Page, PortalLine, Run
from dafu.settings import Settings

MEDIA_TYPE = "text/html"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096


def read_html(data: bytes, *, file_name: str, settings: Settings) -> Document:
    """The paragraphs and tables of the letter on a page; what is around them as `portal`.

    Hidden words inside the letter go to `dropped`. The encoding is told by the bytes; the page's own word
    counts where they leave a choice.

    Raises:
        EmptyFile: no visible words.
        UnsupportedFormat: an unknown encoding.
    """
    del settings  # the file is in memory already, and its paragraphs cost no more than its size
    declared = _CHARSET.search(data[:_HEAD])
    found = decoded(data, declared=declared[1].decode("ascii") if declared else None)
    if found is None:
        raise UnsupportedFormat("编码无法识别 / an unknown encoding.", file=file_name)
    tree = LexborHTMLParser(found.text.replace("\x00", ""))
    hidden = hidden_by_sheets([sheet.text() or "" for sheet in tree.css("style")])
    walk = Walk(hidden)
    if tree.body is not None:
        walk.over(tree.body)
    words = page_words()
    content = find_content(walk.found, walk.names, words)
    if not any(isinstance(each, Para | Table) for each in content.letter):
        raise EmptyFile("页面没有文字 / the page has no text.", file=file_name)
    runs, grids = _runs(content.letter)
    return Document(
        file_name=file_name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        flow="blocks",
        pages=(Page(number=1, runs=tuple(runs), grids=tuple(grids)),),
        dropped=tuple(_dropped(content.letter)),
        portal=tuple(_portal(content.around, words)),
        notices=tuple(_notices(found.lost, found.encoding)),
    )


def _runs(letter: Sequence[Found]) -> tuple[list[Run], list[Grid]]:
    runs: list[Run] = []
    grids: list[Grid] = []
    number = 0
    for each in letter:
        if isinstance(each, Unseen):
            continue
        number += 1
        at = f"paragraph {number}"
        if isinstance(each, Table):
            cells = tuple(replace(cell, at=at) for cell in each.cells)
            grids.append(Grid(cells=cells, after=len(runs)))
            continue
        style = each.style
        runs.append(
            Run(
                text=each.text,
                size=style.size,
                bold=style.bold,
                color=style.color,
                align=style.align,
                heading=style.heading,
                at=at,
            )
        )
    return runs, grids


def _portal(around: Sequence[Para | Table], words: PageWords) -> Iterator[PortalLine]:
    """Fields and lines around the letter; a label alone on its line takes the next line for its value."""
    open_label: PortalLine | None = None
    for each in around:
        lines = list(words.portal_of_table(each) if isinstance(each, Table) else words.portal_of(each))
        if open_label and lines and lines[0].label is None:
            lines[0] = replace(lines[0], label=open_label.label)
        elif open_label:
            yield open_label
        open_label = None
        if isinstance(each, Para) and lines and lines[-1].label and not lines[-1].raw:
            open_label = lines.pop()
        yield from lines
    if open_label:
        yield open_label


def _dropped(letter: Sequence[Found]) -> Iterator[Dropped]:
    return (Dropped(raw=each.text, reason=each.reason) for each in letter if isinstance(each, Unseen))


def _notices(lost: int, encoding: str) -> Iterator[Notice]:
    if lost:
        message = f"{lost} 个字符无法按 {encoding} 解码 / {lost} characters cannot be decoded."
        yield Notice(code="lost_text", severity="warning", message=message)

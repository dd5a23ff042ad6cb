"""A last font for PDFium: without it, text in fonts that a file names but does not embed can be lost.

Where a machine has no Chinese font, PDFium takes a face without Chinese glyphs for STSong-Light and its like.
Every glyph is then empty, and PDFium leaves out a text object that covers no area: a single character, or a
line set sideways. `fonts/cells.ttf` (made by `tests/read/make_cells_font.py`, 700 bytes) answers every
character with a full cell. It is offered only where the machine's own fonts have no answer.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import memmove
from functools import cache
from importlib.resources import files
from typing import Any

from dafu.read.pdf_calls import pdfium

_CELLS = files("dafu.read").joinpath("fonts/cells.ttf").read_bytes()
_HANDLE = 0x0DAF
"""Stands for the font in PDFium's calls; no address, so that no font of the machine has it."""
_NAME = b"dafu cells\0"
_CHINESE_SIMPLIFIED = 134
_CJK = {128, 129, _CHINESE_SIMPLIFIED, 136}
"""Character sets of Windows: Japanese, Korean, simplified and traditional Chinese."""


class _LastFont:
    """The machine's fonts as PDFium knows them, with one more behind them."""

    def __init__(self) -> None:
        self._machine = pdfium.FPDF_GetDefaultSystemFontInfo()
        answers: dict[str, Callable[..., Any]] = {
            "Release": self._release,
            "EnumFonts": self._enumerate,
            "MapFont": self._map,
            "GetFont": self._named,
            "GetFontData": self._data,
            "GetFaceName": self._face,
            "GetFontCharset": self._charset,
            "DeleteFont": self._delete,
        }
        kinds = {name: kind for name, kind, *_ in pdfium.FPDF_SYSFONTINFO._fields_}
        self.info = pdfium.FPDF_SYSFONTINFO(
            version=self._machine.contents.version,
            **{name: kinds[name](answer) for name, answer in answers.items()},
        )

    def _release(self, _: Any) -> None:
        """Nothing to give back: the object lives as long as the process."""

    def _enumerate(self, _: Any, mapper: Any) -> None:
        self._machine.contents.EnumFonts(self._machine, mapper)

    def _map(self, _: Any, *wish: Any) -> Any:
        """A font for weight, italic, charset, pitch, face, and whether it must be exact."""
        found = self._machine.contents.MapFont(self._machine, *wish)
        return found or (_HANDLE if wish[2] in _CJK else None)

    def _named(self, _: Any, face: Any) -> Any:
        return self._machine.contents.GetFont(self._machine, face)

    def _data(self, _: Any, font: int, table: int, buffer: Any, size: int) -> int:
        if font != _HANDLE:
            return int(self._machine.contents.GetFontData(self._machine, font, table, buffer, size))
        data = _table(table)
        return _filled(buffer, size, data)

    def _face(self, _: Any, font: int, buffer: Any, size: int) -> int:
        if font != _HANDLE:
            return int(self._machine.contents.GetFaceName(self._machine, font, buffer, size))
        return _filled(buffer, size, _NAME)

    def _charset(self, _: Any, font: int) -> int:
        if font != _HANDLE:
            return int(self._machine.contents.GetFontCharset(self._machine, font))
        return _CHINESE_SIMPLIFIED

    def _delete(self, _: Any, font: int) -> None:
        if font != _HANDLE:
            self._machine.contents.DeleteFont(self._machine, font)


def _table(tag: int) -> bytes:
    """A table of the font; the whole file for tag 0."""
    if not tag:
        return _CELLS
    count = int.from_bytes(_CELLS[4:6])
    for entry in (_CELLS[at : at + 16] for at in range(12, 12 + 16 * count, 16)):
        if int.from_bytes(entry[:4]) == tag:
            start, length = int.from_bytes(entry[8:12]), int.from_bytes(entry[12:])
            return _CELLS[start : start + length]
    return b""


def _filled(buffer: Any, size: int, data: bytes) -> int:
    if buffer and size >= len(data):
        memmove(buffer, data, len(data))
    return len(data)


@cache
def offer_last_font() -> object:
    """Tell PDFium of the font, once in a process; the answers to its calls live in what is returned."""
    last = _LastFont()
    pdfium.FPDF_SetSystemFontInfo(last.info)
    return last

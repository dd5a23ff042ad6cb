"""Make `pipeline/dafu/read/fonts/cells.ttf`: every character is a box, a slim one for Latin.

pip install fonttools && python -m tests.read.make_cells_font
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

TARGET = Path(__file__).parents[2] / "pipeline" / "dafu" / "read" / "fonts" / "cells.ttf"
RANGES = {"slim": ((0x21, 0x2000),), "cell": ((0x2000, 0xD800), (0xE000, 0xFFFE), (0x20000, 0x32000))}
BOXES = {".notdef": (40, 960), "cell": (40, 960), "slim": (40, 160)}
"""Left and right edge. PDFium never lets a character be narrower than its ink, whatever width a file gives it."""


def _box(left: int, right: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((left, -100))
    for corner in ((left, 860), (right, 860), (right, -100)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _every_character() -> CmapSubtable:
    """Format 13 maps a whole range to one glyph, so that the file stays below a kilobyte."""
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.format, table.reserved, table.length, table.nGroups = 13, 0, 0, 0
    table.cmap = {
        code: glyph for glyph, ranges in RANGES.items() for first, end in ranges for code in range(first, end)
    }
    return table


def main() -> None:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(BOXES))
    builder.setupCharacterMap({0x4E00: "cell"})
    builder.setupGlyf({name: _box(*edges) for name, edges in BOXES.items()})
    builder.setupHorizontalMetrics(dict.fromkeys(BOXES, (1000, 40)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "dafu cells", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost(keepGlyphNames=False)
    builder.font["cmap"].tables = [_every_character()]
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(TARGET)


if __name__ == "__main__":
    main()

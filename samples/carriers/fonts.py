"""The open Chinese typefaces that the PDF carriers embed (Debian: fonts-arphic-*, fonts-wqy-zenhei)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FOLDER = Path("/usr/share/fonts/truetype")
FACES = {
    "song": ("arphic/uming.ttc", 0),
    "kai": ("arphic/ukai.ttc", 0),
    "hei": ("wqy/wqy-zenhei.ttc", 0),
    "print": ("arphic-gbsn00lp/gbsn00lp.ttf", 0),
}
"""Role of a typeface in the carriers → file and index: song and print for text, kai and hei for headings."""


@cache
def register_faces() -> None:
    """Makes the typefaces known to reportlab; raises `TTFError` where a package is missing."""
    for name, (file, index) in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(_FOLDER / file), subfontIndex=index))


def width(text: str, face: str, size: float) -> float:
    """Width of `text` in points; a wide character takes a full cell whatever the font's advance."""
    return float(pdfmetrics.stringWidth(text, face, size))

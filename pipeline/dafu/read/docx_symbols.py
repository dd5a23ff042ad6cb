"""Characters of symbol fonts, which have codes of their own, as Unicode."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆",
    0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA2: "○", 0xA4: "◉", 0xA7: "▪",
    0xA8: "□", 0xAB: "★", 0xB2: "☆", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x2D: "☐", 0x28: "☎", 0x29: "✆",
    **{0x81 + at: chr(ord("①") + at) for at in range(10)},
    **{0x8C + at: chr(ord("❶") + at) for at in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0xA3: "□", 0x97: "●", 0x98: "●"}
_SYMBOL = {
    0xB7: "•", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0xB2: "″",
    0xA2: "′", 0xAE: "→", 0xAC: "←", 0x61: "\u03b1", 0x62: "β", 0x6D: "μ", 0x70: "π", 0x57: "Ω", 0xA5: "∞", 0x25: "%",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = range(0xF000, 0xF100)


def symbol(font: str, char: str) -> str:
    """A character of a symbol font in Unicode; the character itself if it is one, nothing if it is unknown."""
    code = ord(char)
    private = code in _PRIVATE
    table = _FONTS.get(font.casefold())
    if table is None:
        return "" if private else char
    return table.get(code - _PRIVATE.start if private else code, "" if private else char)

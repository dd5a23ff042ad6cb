"""Punctuation by its neighbours: the recogniser returns half-width marks between Chinese characters."""

from __future__ import annotations

import re

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_HAN = re.compile(r"[\u3400-\u9fff〇“”‘’《》〔〕【】、。，：；？！（）…—]")
_OPEN, _CLOSE = {"(": "（", "[": "〔"}, {")": "）", "]": "〕"}
_YEAR = re.compile(r"[\[(〔（【]((?:19|20)\d{2})[\])〕）】](?=\s?第?\s?[\dA-Za-z\-—]*\s?号)")


def widened(text: str) -> str:
    """`text` with marks beside Chinese characters in full width; as many characters as before."""
    text = _brackets(text)
    letters = list(text)
    for at, char in enumerate(letters):
        if char not in _WIDE or char in "()":
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        between_digits = before.isdigit() and after.isdigit()
        if not between_digits and (_HAN.match(before) or _HAN.match(after)):
            letters[at] = _WIDE[char]
    return _YEAR.sub(lambda found: f"〔{found[1]}〕", "".join(letters))


def _brackets(text: str) -> str:
    """Round brackets in pairs: both wide if Chinese stands in or before them, or if either is."""
    letters = list(text)
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in "(（":
            opened.append(at)
        elif char in ")）":
            start = opened.pop() if opened else None
            inside = text[start + 1 : at] if start is not None else text[max(at - 3, 0) : at]
            before = text[start - 1 : start] if start else ""
            wide = "（" in text[start or at] or char == "）" or _HAN.search(inside) or _HAN.match(before)
            if wide or (start == 0 and not before):
                letters[at] = "）"
                if start is not None:
                    letters[start] = "（"
    for start in opened:
        if _HAN.match(text[start + 1 : start + 2]) or _HAN.match(text[start - 1 : start]):
            letters[start] = "（"
    return "".join(letters)

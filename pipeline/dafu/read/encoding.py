"""Bytes of a text to characters: which encoding, told by byte order mark, by form and by plausibility."""

from __future__ import annotations

import codecs
import re
from functools import cache
from itertools import chain
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""The longer ones first: the mark of UTF-32 LE begins with that of UTF-16 LE."""
_ALIASES = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cn-big5": "big5hkscs", "utf8": "utf-8", "unicode": "utf-16-le",
}  # fmt: skip
"""Names as pages give them, to the widest encoding that they stand for (WHATWG Encoding, 4.2)."""
_LEAST_FAMILIAR = 0.6
"""Share of common characters in a text decoded rightly; decoded wrongly it is below 0.4."""
_MOST_LOST = 0.02
"""Share of characters that may be damaged in a text that is still one."""
SAMPLE = 1 << 16
"""Bytes on which encodings are tried."""
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_WIDE_ZEROS = 0.2
"""Share of zero bytes at every other place from which a text of Latin script is UTF-16."""
_MOST_CONTROLS = 0.02
"""Share of control characters from which bytes are no text."""


class Decoded(NamedTuple):
    """A text, and what decoding it cost."""

    text: str
    encoding: str
    lost: int
    """Characters that could not be decoded; each is U+FFFD in `text`."""


def decoded(data: bytes, *, declared: str | None = None) -> Decoded | None:
    """The text that bytes hold; None if they hold none, or no encoding fits.

    A byte order mark decides, then valid UTF-8 (nothing else is valid UTF-8 by chance), then what the file
    declares, then the encoding that gives the most common characters: GB18030, UTF-16, Big5. They are tried
    on the first characters beyond ASCII.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _if_text(_loosely(data[len(mark) :], marked))
    encoding = _is_wide(data) or _told_by_sample(data, declared)
    if encoding is None:
        return None
    return _if_text(_loosely(data if encoding.startswith("utf-16") else data.rstrip(b"\x00"), encoding))


def _told_by_sample(data: bytes, declared: str | None) -> str | None:
    first = _BEYOND_ASCII.search(data)
    if first is None:
        return "utf-8"
    start = first.start()
    sample = data[start : start + SAMPLE]
    if _fits(sample, "utf-8"):
        return "utf-8"
    named = _ALIASES.get((declared or "").lower())
    if named and _fits(sample, named):
        return named
    wide = data[: SAMPLE - SAMPLE % 2]
    guesses = (
        _loosely(sample, "gb18030"),
        _loosely(wide, "utf-16-le"),
        _loosely(wide, "utf-16-be"),
        _loosely(sample, "big5hkscs"),
    )
    best = max(guesses, key=_familiar)  # the first of those that do equally well
    return best.encoding if _familiar(best) >= _LEAST_FAMILIAR else None


def _fits(sample: bytes, encoding: str) -> bool:
    """Whether bytes are of an encoding, but for some damage, and the end where the sample is cut."""
    found = _loosely(sample.rstrip(b"\x00"), encoding)
    return found.lost <= max(1, _MOST_LOST * sum(char > "\x7f" for char in found.text))


def _loosely(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    written_so = data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0
    return Decoded(text, encoding, text.count("\ufffd") - written_so)


def _is_wide(data: bytes) -> str | None:
    """UTF-16 without a mark whose Latin letters, digits and newlines show as zeros at every other place."""
    head = data[:65536]
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > _WIDE_ZEROS * half and even * 10 < odd:
        return "utf-16-le"
    if even > _WIDE_ZEROS * half and odd * 10 < even:
        return "utf-16-be"
    return None


def _familiar(guess: Decoded) -> float:
    """Share of the characters beyond ASCII that are common ones, or marks, of the encoding's language."""
    beyond = [char for char in guess.text if char > "\x7f"]
    common = _common_big5() if guess.encoding == "big5hkscs" else _common_gb()
    if guess.encoding.startswith("utf-16"):
        common = common | _common_big5()
        beyond = [char for char in guess.text if char > "\x7f" or char < "\t"]
    return sum(char in common for char in beyond) / len(beyond) if beyond else 0.0


@cache
def _common_gb() -> frozenset[str]:
    """GB 2312: level 1, the 3755 most common characters, and its marks and full-width forms."""
    return frozenset(_rows("gb2312", chain(range(0xA1, 0xA4), range(0xB0, 0xD8))))


@cache
def _common_big5() -> frozenset[str]:
    """Big5: level 1, the 5401 most common traditional characters, and its marks."""
    return frozenset(_rows("big5", range(0xA1, 0xC7)))


def _rows(encoding: str, leads: range | chain[int]) -> str:
    pairs = (bytes((lead, trail)) for lead in leads for trail in range(0x40, 0xFF))
    return "".join(pair.decode(encoding, "ignore") for pair in pairs)


def _if_text(found: Decoded) -> Decoded | None:
    """The text, if hardly a control character or damage stands in it."""
    text = found.text
    controls = len(_CONTROL.findall(text))
    is_text = controls <= max(1, _MOST_CONTROLS * len(text)) and text.count("\x00") <= len(text) / 2
    return found if is_text else None

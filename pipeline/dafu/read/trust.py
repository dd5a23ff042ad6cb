"""Whether the text of a PDF page is what is printed: wrong Unicode maps show in its characters."""

from __future__ import annotations

import re
from functools import cache

SHORT = 30
"""Characters: a shorter page (a page number, a signature) is not judged on its own."""
MOST_UNREADABLE = 0.1
"""Share of private-use code points and glyphs without Unicode: a list's bullets stay below, a missing map
is all of them."""
MOST_STRANGE = 0.25
"""Share of these and of letters that Chinese letters never use. Codes taken for Unicode spread over Latin-1
(a quarter to a half of them lands there); French and Czech stay below 0.15."""
MOST_SIGNS = 0.4
"""Share of ASCII signs on a page without Chinese: codes numbered from 0x21 give `!"#$%&`; tables of figures
stay below with their stops, commas and percent signs counted as digits."""
FEW_HAN = 0.05
"""Share of Han below which a page is not Chinese: a table of figures, English."""
ENOUGH_HAN = 30
"""Han characters needed to judge how common they are."""
LEAST_COMMON = 0.65
"""Share of common characters among the Han: 0.95 and more in letters, simplified or traditional. Of all Han
0.28 are common, of all in GB 2312 0.56; a map that is off by some code points gives 0.26 to 0.44."""

_BLANK = re.compile(r"\s+")
_UNREADABLE = re.compile(r"[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_STRANGE = re.compile(
    r"[\x80-\xa6\xa9-\xaf\xb2-\xb6\xb8-\xd6\xd8-\xf6\xf8-\u036f\u0500-\u1dff\u2c00-\u2e7f\ua000-\uabff\uac00-\ud7ff]"
)
"""Latin beyond ASCII (but for §¨°±·×÷), and the scripts of other continents; Greek, Cyrillic and kana are in
GB 2312 and stand in formulas, model numbers and names of firms."""
_SIGN = re.compile(r"[!\"#$&'*;<=>?@\[\\\]^_`{|}~]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def unreadable(text: str) -> int:
    """How many characters stand for glyphs that have no Unicode."""
    return len(_UNREADABLE.findall(text))


def can_be_judged(text: str) -> bool:
    """Whether a text has enough characters, and enough Chinese ones, for its verdict to be its own."""
    return len(_BLANK.sub("", text)) >= SHORT and len(_HAN.findall(text)) >= ENOUGH_HAN


def distrust(text: str) -> str | None:
    """Why the text of a page is not what is printed; None if it may be, or the page is too short to tell."""
    text = _BLANK.sub("", text)
    length = len(text)
    if length < SHORT:
        return None
    lost = unreadable(text)
    if lost > MOST_UNREADABLE * length:
        return f"{lost} of {length} characters have no Unicode"
    strange = lost + len(_STRANGE.findall(text))
    if strange > MOST_STRANGE * length:
        return f"{strange} of {length} characters are of no script used here"
    han = _HAN.findall(text)
    signs = len(_SIGN.findall(text))
    if len(han) < FEW_HAN * length and signs > MOST_SIGNS * length:
        return f"{signs} of {length} characters are signs"
    common = sum(map(_is_common, han))
    if len(han) >= ENOUGH_HAN and common < LEAST_COMMON * len(han):
        return f"only {common} of {len(han)} Chinese characters are common ones"
    return None


@cache
def _is_common(char: str) -> bool:
    """Level 1 of GB 2312 (rows 16 to 55), or of Big5 (from 0xA440 to 0xC67E) for traditional forms."""
    lead = char.encode("gb2312", "ignore")[:1]
    if lead:
        return b"\xb0" <= lead <= b"\xd7"
    return b"\xa4" <= char.encode("big5", "ignore")[:1] <= b"\xc6"

"""Code points: which are CJK, which are compatibility forms, and copies for matching."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

WIDE = re.compile(
    r"[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u3200-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0003ffff“”‘’—…·]"
)
"""Characters set in a full cell: Han, CJK punctuation, full-width forms, and the shared quotes and dashes."""

_DROPPED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffc\ufffe\uffff]"
)
_RADICAL = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_RADICALS_WITHOUT_DECOMPOSITION = {
    "⺀": "冫", "⺁": "厂", "⺃": "乚", "⺄": "乙", "⺅": "亻", "⺆": "冂", "⺈": "刀", "⺉": "刂", "⺊": "卜",
    "⺋": "卩", "⺌": "小", "⺍": "小", "⺎": "兀", "⺏": "尣", "⺐": "尢", "⺒": "巳", "⺓": "幺", "⺔": "彑",
    "⺖": "忄", "⺗": "心", "⺘": "扌", "⺙": "攵", "⺛": "旡", "⺜": "日", "⺝": "月", "⺞": "歹", "⺠": "民",
    "⺡": "氵", "⺢": "氺", "⺣": "灬", "⺤": "爫", "⺥": "爫", "⺦": "丬", "⺧": "牛", "⺨": "犭", "⺪": "疋",
    "⺫": "罒", "⺬": "示", "⺭": "礻", "⺮": "竹", "⺯": "糹", "⺰": "纟", "⺱": "罓", "⺲": "罒", "⺳": "网",
    "⺶": "羊", "⺷": "羊", "⺸": "羊", "⺹": "耂", "⺺": "肀", "⺼": "月", "⺽": "臼", "⺾": "艹", "⺿": "艹",
    "⻀": "艹", "⻁": "虎", "⻂": "衤", "⻃": "覀", "⻄": "西", "⻅": "见", "⻆": "角", "⻇": "角", "⻈": "讠",
    "⻉": "贝", "⻊": "足", "⻋": "车", "⻌": "辶", "⻍": "辶", "⻎": "辶", "⻏": "阝", "⻐": "钅", "⻑": "長",
    "⻒": "镸", "⻓": "长", "⻔": "门", "⻕": "阜", "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页",
    "⻛": "风", "⻜": "飞", "⻝": "食", "⻞": "飠", "⻟": "飠", "⻠": "饣", "⻡": "首", "⻢": "马", "⻣": "骨",
    "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻫": "斉", "⻬": "齐",
    "⻭": "歯", "⻮": "齿", "⻯": "竜", "⻰": "龙", "⻱": "龜", "⻲": "亀", "⻳": "龟",
}  # fmt: skip
"""CJK radicals supplement: Unicode gives no decomposition for these; the Unihan equivalents."""


def _unified(match: re.Match[str]) -> str:
    char = match.group()
    return _RADICALS_WITHOUT_DECOMPOSITION.get(char) or unicodedata.normalize("NFKC", char)


def canonical_characters(raw: str) -> str:
    """Radicals and compatibility ideographs unified; zero-width and control characters dropped.

    One code point in gives one or none out; tab and newline stay (contract, rule 1).
    """
    return _RADICAL.sub(_unified, _DROPPED.sub("", raw))


def is_wide(char: str) -> bool:
    """Whether a character fills a full cell of the Chinese type grid."""
    return WIDE.match(char) is not None


def cells(text: str) -> float:
    """Width of `text` in full cells: 1 for a full-width character, 0.5 for any other."""
    wide = len(WIDE.findall(text))
    return wide + (len(text) - wide) / 2


class Folded(NamedTuple):
    """A copy for matching and the way back: `text[i]` came from `raw[origin[i]]`."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the raw text behind `text[start:end]`."""
        if start == end:
            at = self.origin[start] if start < len(self.origin) else self.origin[-1]
            return at, at
        return self.origin[start], self.origin[end - 1] + 1


@cache
def _fold_char(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def fold(raw: str) -> Folded:
    """`raw` with full-width letters, digits and punctuation narrowed and blanks (not newlines) left out.

    `origin` has one more entry than `text`, for the end.
    """
    kept = [i for i, char in enumerate(raw) if char in "\n\t" or not char.isspace()]
    return Folded("".join(_fold_char(raw[i]) for i in kept), (*kept, len(raw)))

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


_SIMPLIFIED = dict(
    zip(
        (
            "關於會議屆號對復覆辦處廳長區縣鄉鎮員團體聯業務農財設環衛發開動請組織結節類別單電話責負經簽絡報備註說"
            "觀點條項則標準規劃圖實應當見寫謝幫們來個為與並現將後進過還時間學國際華東車門問題馬龍書記詢評價訂計認"
            "識證試驗調談論課該護讓變權機構樣橋氣漁濟災煙無獎產監盡積稅穩競築統綜綠維緊練總績繼續網職舊藝藥術補製"
            "複親訪詳貧貴買費貿質購資輛輸運達適遠選遷郵醫鐵鋪錄陽隊階隨險雙離難領頭養館驅黨齊針銀錢貸貼創勞勢協參"
            "決減轉鏈優億萬兩歲幾銷屬執擬歸僑婦殘衆眾審諮聽係徵獲籌據擴極尋導層樓場壓塊夠傳側"
        ),
        (
            "关于会议届号对复复办处厅长区县乡镇员团体联业务农财设环卫发开动请组织结节类别单电话责负经签络报备注说"
            "观点条项则标准规划图实应当见写谢帮们来个为与并现将后进过还时间学国际华东车门问题马龙书记询评价订计认"
            "识证试验调谈论课该护让变权机构样桥气渔济灾烟无奖产监尽积税稳竞筑统综绿维紧练总绩继续网职旧艺药术补制"
            "复亲访详贫贵买费贸质购资辆输运达适远选迁邮医铁铺录阳队阶随险双离难领头养馆驱党齐针银钱贷贴创劳势协参"
            "决减转链优亿万两岁几销属执拟归侨妇残众众审咨听系征获筹据扩极寻导层楼场压块够传侧"
        ),
        strict=True,
    )
)
"""Traditional characters of the words that vocabularies hold; none of them is in use in simplified text."""


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
    return _SIMPLIFIED.get(folded, folded) if len(folded) == 1 else char


def fold(raw: str) -> Folded:
    """`raw` for matching: width narrowed, traditional characters simplified, blanks (not newlines) left out.

    `origin` has one more entry than `text`, for the end.
    """
    kept = [i for i, char in enumerate(raw) if char in "\n\t" or not char.isspace()]
    return Folded("".join(_fold_char(raw[i]) for i in kept), (*kept, len(raw)))

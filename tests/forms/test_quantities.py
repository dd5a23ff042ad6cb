"""Numbers with unit, bound and range, one line a form: the quantity, then value, upper, unit, dimension, bound."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dafu.forms.number_values import decimal_string, narrowed
from dafu.forms.quantities import Quantity, find_quantities
from dafu.lexicon import Lexicon, load_lexicon


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(narrowed(text), _lexicon().units, _lexicon().numbers)


def shown(text: str) -> list[str]:
    """Each quantity as `raw value upper unit dimension bound`, what is missing as `-`, exact bounds left out."""
    return [
        " ".join(
            part
            for part in (
                text[quantity.start : quantity.end],
                decimal_string(quantity.value),
                decimal_string(quantity.upper) if quantity.upper is not None else "-",
                (quantity.unit.name if quantity.unit else None) or "-",
                quantity.dimension,
                quantity.bound if quantity.bound != "exact" else "",
            )
            if part
        )
        for quantity in quantities(text)
    ]


FORMS = """
共有139家企业 | 139家 139 - 家 count
面积3.06万平方米 | 3.06万平方米 30600 - 平方米 area
发放1830万元 | 1830万元 18300000 - 元 money
种植近3万亩 | 近3万亩 30000 - 亩 area under
扶持5—8家 | 5—8家 5 8 家 count range
聘用60余人 | 60余人 60 - 人 count over
占三分之一 | 三分之一 0.3333 - - share
近3000余名群众 | 近3000余名 3000 - 名 count about
十几万元资金 | 十几万元 100000 - 元 money over
10万余元资金 | 10万余元 100000 - 元 money over
10余万元资金 | 10余万元 100000 - 元 money over
约30%的村 | 约30% 30 - % share about
不少于50个 | 不少于50个 50 - 个 count at_least
50个以上 | 50个以上 50 - 个 count at_least
控制在5%以内 | 5%以内 5 - % share at_most
突破50亿元 | 突破50亿元 5000000000 - 元 money over
逾两千户 | 逾两千户 2000 - 户 count over
将近40公里 | 将近40公里 40 - 公里 length under
20分钟左右 | 20分钟左右 20 - 分钟 duration about
百余家单位 | 百余家 100 - 家 count over
上万人 | 上万人 10000 - 人 count over
60%—80% | 60%—80% 60 80 % share range
5000-8000元 | 5000-8000元 5000 8000 元 money range
三到五个 | 三到五个 3 5 个 count range
2至3名 | 2至3名 2 3 名 count range
三五人 | 三五人 3 5 人 count range
三四十户 | 三四十户 30 40 户 count range
十八至三十万元 | 十八至三十万元 180000 300000 元 money range
1万元-5万元 | 1万元-5万元 10000 50000 元 money range
产值翻一番 | 翻一番 2 - 倍 multiple
税收翻两番 | 翻两番 4 - 倍 multiple
增长三成 | 三成 3 - 成 share
百分之三十 | 百分之三十 30 - % share
千分之五 | 千分之五 5 - ‰ share
百分之百 | 百分之百 100 - % share
四分之三 | 四分之三 0.75 - - share
下降-3.2% | -3.2% -3.2 - % share
负3.9% | 负3.9% -3.9 - % share
提高3.5个百分点 | 3.5个百分点 3.5 - 个百分点 percentage_point
是2.5倍 | 2.5倍 2.5 - 倍 multiple
每人2000元/人·年 | 2000元/人·年 2000 - 元/人·年 money
补贴500元/亩 | 500元/亩 500 - 元/亩 money
装机120KW | 120KW 120 - 千瓦 power
用电12.5万kW·h | 12.5万kW·h 125000 - 千瓦时 energy
道路23784km | 23784km 23784 - 公里 length
面积3500㎡ | 3500㎡ 3500 - 平方米 area
土方1385方 | 1385方 1385 - 立方米 volume
清运3.2万t | 3.2万t 32000 - 吨 mass
处理能力5万吨/日 | 5万吨/日 50000 - 吨/日 mass
共1 122条 | 1 122条 1122 - 条 count
共１２３人 | １２３人 123 - 人 count
共1,122家 | 1,122家 1122 - 家 count
购置农机100台（套） | 100台（套） 100 - 台（套） count
师生比1:15 | 1:15 0.0667 - - ratio
二百零三座 | 二百零三座 203 - 座 count
一百余萬元 | 一百余萬元 1000000 - 元 money over
历时2个多月 | 2个多月 2 - 个月 duration over
三成半 | 三成半 3.5 - 成 share
1/3的村 | 1/3 0.3333 - - share
负百分之五 | 负百分之五 -5 - % share
"""


@pytest.mark.parametrize("line", FORMS.strip().split("\n"))
def test_forms(line: str) -> None:
    text, _, expected = line.partition(" | ")
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("节约500万元", ["500万元"]), ("签约12个", ["12个"]), ("附近3个村", ["3个"]), ("数十家单位", []), ("12项目", ["12"]),
        ("3部门", ["3部门"]), ("百姓", []), ("万元", []), ("9:00至17:30", []), ("10..1万", []),
    ],
)  # fmt: skip
def test_words_that_look_like_bounds_and_units(text: str, raws: list[str]) -> None:
    assert [text[quantity.start : quantity.end] for quantity in quantities(text)] == raws


@settings(deadline=None)
@given(st.integers(1, 10**9), st.integers(1, 10**9), st.sampled_from("—-~至到"))
def test_ranges_read_back(first: int, second: int, dash: str) -> None:
    low, high = sorted((first, second))
    (quantity,) = quantities(f"扶持{low}{dash}{high}家")
    assert (quantity.value, quantity.upper, quantity.bound) == (low, high, "range")


@settings(deadline=None)
@given(st.text(alphabet="0123456789一二三十百千万亿点分之约近余多%元家年月、，。-—至 ", max_size=40))
def test_quantities_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for quantity in quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.start <= quantity.number[0] < quantity.number[1] <= quantity.end
        end = quantity.end

"""Times of a letter: what they mean, and what is none. The letter is dated 16 October 2023 unless said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.letters import lexicon
from tests.parse.marked import marked

from dafu.parse.outline.markers_apart import markers_apart
from dafu.parse.periods.periods import find_periods
from dafu.records import Period, Section

_LETTER_DATE = "2023-10-16"


def periods(
    line: str, *, letter_date: str | None = _LETTER_DATE, sections: tuple[Section, ...] = ()
) -> tuple[Period, ...]:
    letter = marked(line if line[:2] in ("b ", "h ", "t ") else f"b {line}")
    found = find_periods(
        letter,
        apart=markers_apart(letter.text, sections),
        sections=sections,
        letter_date=letter_date,
        lexicon=lexicon(),
    )
    for period in found:
        assert letter.text[slice(*period.span)] == period.raw
    return found


def meant(line: str, letter_date: str | None = _LETTER_DATE) -> list[str]:
    """Every period as `words kind start..end`."""
    return [
        f"{period.raw} {period.kind} {period.start or ''}..{period.end or ''}"
        for period in periods(line, letter_date=letter_date)
    ]


def annotated(sentence: str) -> tuple[str, list[str]]:
    """The plain sentence, and its `<p kind start..end>words</p>` as `words kind start..end`."""
    marks = re.findall(r"<p ([^>]+)>([^<]+)</p>", sentence)
    return re.sub(r"</?p[^>]*>", "", sentence), [f"{words} {meaning}" for meaning, words in marks]


YEARS = """
<p during 2022..2022>2022年</p>，全县新建公路12公里。
<p during 2022..2022>2022 年</p>，全县新建公路12公里。
<p during 2022..2022>２０２２年</p>，全县新建公路12公里。
<p during 2022..2022>二〇二二年</p>，全县新建公路12公里。
<p during 2022..2022>二○二二年度</p>，全县新建公路12公里。
<p during 2022..2022>2022年底</p>建成投用。
<p during 2022..2022>2022年年末</p>竣工。
<p during 2024..2024>2024年春季学期</p>投入使用。
我县于<p during 2019..2019>2019年</p>、<p during 2021..2021>2021年</p>两次被评为先进。
<p during 2021..2021>2021</p>、<p during 2022..2022>2022年</p>各投入300万元。
已列入<p during 2024..2024>2024年</p>养护计划。
东湖环线	续建	8600	<p during 2024..2026>2024—2026</p>
<p by ..2024>明年新茶上市前</p>建成20座，<p by ..2024>2024年秋季学期开学前</p>投用。
企业研发经费由<p during 2021..2021>2021年</p>的3亿元提高<p during 2022..2022>到2022年</p>的5亿元。
较<p during 2020..2020>2020年</p>增长9%。
<p during 2022-09..2022-09>22年9月</p>完工。
<p during 1990..1999>上世纪九十年代</p>建成的老旧小区。
<p during 2000..2009>21世纪00年代</p>
"""

RANGES = """
<p during 2021..2025>2021—2025年</p>，规划建设5座。
<p during 2021..2023>2021年至2023年</p>共建成3座。
<p during 2020..2022>2020－2022年</p>，累计改造35个。
分三年实施（<p during 2023..2025>2023-2025年</p>）。
<p during 2023-03..2023-10>2023年3月至10月</p>，开展专项整治。
<p during 2023-01..2023-08>2023年1-8月</p>，完成投资3亿元。
<p during 2023-01..2023-08>1至8月份</p>，完成投资3亿元。
<p during 2022-11-03..2022-11-05>2022年11月3日至5日</p>，组织考察。
<p during 2023-03-25..2023-04-10>2023年3月25日—4月10日</p>集中整治。
<p during 2016..2023-10-16>从2016年首届“先锋奖”截止目前</p>，已举办五届。
<p during 2016..2023-10-16>2016年至今</p>，共建成9座。
<p during 2021-01..2023-10-16>2021年1月以来，截至目前</p>共办结320件。
<p during 2022..2023>2022—2023学年</p>，新增学位500个。
<p during 2022..2023>2022学年</p>，新增学位500个。
<p during 2015..2020>从2015年至2020年</p>，共建成9座。
<p as_of ..2023-09>截至上月末</p>，<p as_of ..2023-10-16>截止到目前</p>。
<p during 2023..2023>2023</p>、<p during 2024..2024>2024</p>两年。
<p during 2023..2024>今冬明春</p>开展植树。
<p during 2023-12-31..2023-12-31>2023年12月31日</p>24时。
<p during 2021-03..2023-05>2021.3—2023.5</p>实施一期。
"""

PARTS = """
<p during 2023-01..2023-06>上半年</p>，全县完成投资3亿元。
<p during 2022-07..2022-12>去年下半年</p>，全县完成投资3亿元。
<p during 2022-10..2022-12>2022年第四季度</p>，新增企业20家。
<p during 2023-07..2023-09>三季度</p>，新增企业20家。
<p during 2023-01..2023-09>前三季度</p>，新增企业20家。
<p during 2023-01..2023-05>前5个月</p>，新增企业20家。
<p during 2023-05..2023-05>5月下旬</p>完成摸排。
<p during 2023-06-20..2023-06-20>6月20日</p>，我局召开会议进行专题研究。
<p during 2022-11-20..2022-11-20>11月20日</p>，我局召开会议进行专题研究。
<p during 2022-12-31..2022-12-31>2022．12．31</p>签订协议。
<p during 2023-09-20..2023-09-20>2023年9月20日</p>上午与您面商，<p during 2023-09-28..2023-09-28>9月28日</p>实地查看。
<p during 2022-11..2022-11>2022年11月</p>启动，<p during 2022-12..2022-12>12月</p>完成。
<p during 2023-09..2023-09>上月</p>已开工。
"""

AS_OF_AND_SINCE = """
<p as_of ..2022>截至2022年底</p>，累计完成30处。
<p as_of ..2022>2022年底</p>，全县共有高新技术企业139家。
<p as_of ..2022>去年末</p>，全县总人口36万人。
<p as_of ..2023-06>截止2023年6月底</p>,全县共有养老机构12家。
<p as_of ..2023-06>截至今年6月底</p>，累计完成30处。
<p as_of ..2023-10-16>目前</p>，正在招标。
<p as_of ..2023-10-16>截止目前</p>已完成30处。
<p as_of ..2023-10-16>到目前为止</p>已完成30处。
<p as_of ..2023-10-16>截至今日</p>已完成30处。
<p as_of ..2020>到2020年底</p>，全县实现通车。
<p since 2016..>2016年以来</p>，我局先后实施项目5个。
<p since 2023..>今年以来</p>，我局先后实施项目5个。
<p since 2023-06..>今年6月以来</p>，我局先后实施项目5个。
<p since 2020..>自2020年起</p>实施。
<p since 2022-07..>从去年下半年开始</p>实施。
<p since 2019..>自2019年实施以来</p>，成效显著。
<p since 2021-01-01..>2021年1月1日起</p>施行。
<p since 2021..>“十四五”以来</p>，累计投入3亿元。
<p since 2012..>党的十八大以来</p>，累计投入3亿元。
"""

BY = """
<p by ..2025>到2025年</p>，力争达到200家。
<p by ..2024>2024年底前</p>全部完成改造。
<p by ..2023>年底前</p>全部完成改造。
<p by ..2023>年内</p>全部完成改造。
<p by ..2024>2024年内</p>全部完成改造。
<p by ..2023-10>月底前</p>启动。
<p by ..2023-09-01>2023年9月1日前</p>交付使用。
<p by ..2023-11-20>11月20日前</p>完成。
<p by ..2024-06>6月底前</p>完成。
已于<p by ..2023-06>6月底前</p>完成。
<p by ..2024>汛期前</p>完成清淤。
<p by ..2023>国庆节前</p>已通车。
<p by ..2024-09-01>2024年9月1日开学前</p>投用。
计划<p by ..2024-05>明年5月底前</p>完成主体、<p during 2024-10..2024-10>10月底</p>全面完成。
<p by ..2025>到“十四五”末</p>，全部完成。
<p by ..2024>明年国庆节前</p>完工。
<p by ..2026>三年内</p>完成整治。
力争<p by ..2026>用3年时间</p>，完成全部危桥改造。
计划<p by ..2025>利用两年左右时间</p>完成整治。
全县用三年时间建成了新水厂。
<p by ..2000>2000年以前</p>建成的住宅。
"""

RELATIVE = """
<p during 2023..2023>今年</p>计划完成投资5000万元。
<p during 2022..2022>去年</p>新增2家，<p during 2024..2024>明年</p>计划新增5家。
<p during 2022..2022>去年底</p>已投用。
<p during 2021..2023>近三年</p>累计投入5亿元。
<p during 2022..2023>近两年来</p>，累计投入5亿元。
<p during 2019..2023>五年来</p>，累计投入5亿元。
<p during 2024..2026>未来三年</p>，计划投入5亿元。
<p during ..>近年来</p>成效明显，<p during ..>近期</p>将开工。
对<p during ..>未来三到五年</p>的工作指明了方向。
<p during 2021..2025>“十四五”期间</p>，计划投入10亿元。
<p during 2016..2020>“十三五”时期</p>投入2.3亿元。
<p during 2023..2025>“十四五”后三年</p>，计划投入10亿元。
<p during 2022..2022>2022年</p>产值603亿元，<p during 2022..2022>当年</p>专利授权50件。
<p during 2018..2018>2018年</p>立项，<p during 2019..2019>次年</p>开工。
"""


@pytest.mark.parametrize(
    "sentence",
    [
        line
        for block in (YEARS, RANGES, PARTS, AS_OF_AND_SINCE, BY, RELATIVE)
        for line in block.strip().split("\n")
    ],
)
def test_times_of_a_sentence(sentence: str) -> None:
    plain, expected = annotated(sentence)
    assert meant(plain) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "目前工作进展",
        "2024—2026年水网重点项目表",
        "较上年增长5%。",
        "比去年同期增长3%。",
        "与上年相比，增长3%。",
        "同比增长8.5%。",
        "每年3月开展宣传。",
        "每年9月1日前报送。",
        "每月15日前报送。",
        "使用年限50年。",
        "连续三年获奖。",
        "在15个工作日内办结。",
        "60岁以上老年人。",
        "5年内不得转让。",
        "保修期5年内免费维修。",
        "根据《青禾县水利发展规划（2021—2035年）》。",
        "根据《青禾县水利发展规划》（2021—2035年）。",
        "依据《管理办法》（2022年修订）。",
        "青政办〔2022〕5号文件。",
        "县发改局2021年第40号令。",
        "2023年度重点提案第5号。",
        "二〇三五年远景目标",
        "达到2025座。",
        "落实好“十四五”规划。",
        "全县当年度考核。",
        "马上一年半了。",
        "三个月龄的牛。",
        "抢抓机遇、当前后衔接。",
    ],
)
def test_what_is_no_period(sentence: str) -> None:
    assert meant(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("目前，正在招标。", ["目前 as_of ..2023"]),
        ("今年，新增3家。", ["今年 during 2023..2023"]),
        ("6月20日，召开会议。", ["6月20日 during 2023-06-20..2023-06-20"]),
        ("近三年，累计投入。", ["近三年 during 2021..2023"]),
        ("月底前启动。", ["月底前 by .."]),
    ],
)
def test_an_undated_letter_counts_from_the_year_of_its_number(sentence: str, expected: list[str]) -> None:
    assert meant(sentence, "2023") == expected


@pytest.mark.parametrize(
    "sentence", ["目前，正在招标。", "今年，新增3家。", "6月20日，召开会议。", "近三年，累计投入。"]
)
def test_without_any_date_nothing_is_invented(sentence: str) -> None:
    (period,) = periods(sentence, letter_date=None)
    assert (period.start, period.end) == (None, None)


@pytest.mark.parametrize(
    "sentence",
    ["9月31日前完成。", "2023年2月29日召开会议。", "2023年13月开工。", "2023年9月31日至10月2日停水。"],
)
def test_an_impossible_date_has_no_ends(sentence: str) -> None:
    (period,) = periods(sentence)
    assert (period.start, period.end) == (None, None)


def test_the_section_tells_whether_a_month_lies_ahead() -> None:
    plan = Section(
        id="s1", parent=None, level=0, style="plain", marker=None, ordinal=None, heading=None,
        role="plan", span=(0, 20), own_span=(0, 20), rule="test",
    )  # fmt: skip
    assert periods("8月完成主体。")[0].start == "2023-08"
    assert periods("8月完成主体。", sections=(plan,))[0].start == "2024-08"


@pytest.mark.parametrize(
    "lines",
    [
        "b 感谢您的支持。\ns 青禾县水利局\ns 2023年10月16日",
        "b 感谢您的支持。2023年10月16日",
        "b 感谢您的支持。\nb 青禾县水利局2023年10月16日",
        "t 关于政协青禾县第十届委员会2023年第12号提案的答复\nb 感谢您的支持。",
        "h 青水函〔2023〕5号\nb 感谢您的支持。",
    ],
)
def test_dates_of_the_letter_itself_are_no_periods(lines: str) -> None:
    letter = marked(lines)
    assert (
        find_periods(letter, apart=letter.text, sections=(), letter_date=_LETTER_DATE, lexicon=lexicon())
        == ()
    )


def test_ids_count_in_reading_order() -> None:
    found = periods("b 2021年开工。\nb 2022年竣工。")
    assert [period.id for period in found] == ["p1", "p2"]


@given(
    st.lists(
        st.sampled_from(
            ["2023年", "5月", "十四五", "“", "”", "前", "底", "到", "至", "—", "截至", "目前", "近", "三年", "，", "。", "\n", "31日",
             "上半年", "去年", "同期", "《", "》", "以来", "自", "内", "2.5", "（", "）", "每", "学年", "当年"]
        ),
        max_size=14,
    ).map("".join)
)  # fmt: skip
def test_any_text_gives_periods_that_slice_back_and_do_not_overlap(text: str) -> None:
    letter = marked("\n".join(f"b {line}" for line in text.split("\n")))
    found = find_periods(letter, apart=letter.text, sections=(), letter_date=_LETTER_DATE, lexicon=lexicon())
    ends = 0
    for period in found:
        assert letter.text[slice(*period.span)] == period.raw
        assert ends <= period.span[0] < period.span[1]
        ends = period.span[1]

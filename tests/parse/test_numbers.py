"""The account of numbers: what each run is, in words and sentences of all kinds; all invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.annotated import differences, reading

from dafu.forms.number_runs import number_runs
from dafu.forms.number_values import narrowed

TYPES = """
市政协<n t=ordinal>五</n>届<n t=ordinal>二</n>次会议第<n t=identifier>044</n>号提案，省<n t=ordinal>十四</n>届人大<n t=ordinal>二</n>次会议第<n t=identifier>858</n>号建议，第<n t=identifier>20250688</n>号建议。
根据国发<n t=identifier>19</n>号文、省政府令第<n t=identifier>225</n>号和GB/T <n t=identifier>9704</n>—<n t=identifier>2012</n>、DB<n t=identifier>14</n>/T <n t=identifier>1234</n>—<n t=identifier>2020</n>要求。
按照《土地管理法》第<n t=identifier>四十四</n>条第<n t=identifier>三</n>款规定。
联系电话<n t=contact>0999</n>-<n t=contact>5550123</n>，邮编<n t=contact>041000</n>，热线<n t=contact>12345</n>，举报电话<n t=contact>12315</n>。
<n t=date>9</n>:<n t=date>00</n>至<n t=date>17</n>:<n t=date>30</n>开放，每周<n t=date>一</n>闭馆，第<n t=date>三</n>季度完成，上午<n t=date>9</n>点召开。
“<n t=name>111</n>”创新工程、“<n t=name>1</n>+<n t=name>2</n>+N”体系、“<n t=name>三</n>个关系”、“<n t=name>三</n>区”县、双千工程、<n t=name>211</n>、<n t=name>985</n>高校、<n t=name>5</n>G网络、PM<n t=name>2.5</n>、PM<n t=name>10</n>、N<n t=name>95</n>口罩。
<n t=name>一</n>期工程、<n t=name>一</n>号楼、<n t=name>9</n>号线、<n t=name>241</n>国道、<n t=name>3</n>#楼、G<n t=name>108</n>、S<n t=name>210</n>线、第<n t=name>三</n>小学、<n t=name>1</n>号泵站、<n t=name>三</n>甲医院、A类、<n t=name>三</n>星级、<n t=name>二</n>级公路、<n t=name>一</n>产、双<n t=name>一</n>流、<n t=name>4</n>A级景区、DN<n t=name>300</n>管道、<n t=name>220</n>kV变电站。
<n t=word>一</n>批、<n t=word>一</n>系列、<n t=word>一</n>定、<n t=word>一</n>些、<n t=word>一</n>方面、<n t=word>一</n>体化、<n t=word>一</n>站式、第<n t=word>一</n>时间、<n t=word>十</n>分重视、再<n t=word>三</n>、统<n t=word>一</n>、唯<n t=word>一</n>。
<n t=announcement>五</n>大类、<n t=announcement>六</n>项工作、<n t=announcement>三</n>个方面、<n t=announcement>四</n>项措施、<n t=announcement>十</n>条举措、前<n t=announcement>三</n>名、首批、第<n t=ordinal>二</n>批、第<n t=ordinal>3</n>位、第<n t=ordinal>12</n>位次。
<n t=word>二</n>次供水、<n t=word>两</n>岸、<n t=word>二</n>手房、<n t=word>三</n>轮车、<n t=name>七</n>夕、<n t=name>三八</n>妇女节、<n t=name>五一</n>假期、<n t=name>十一</n>长假、<n t=name>九</n>年义务教育、<n t=name>六一</n>儿童节。
习近平新时代、党的<n t=name>十九</n>届<n t=name>六</n>中全会、<n t=name>二十</n>届<n t=name>三</n>中全会、“<n t=name>十五五</n>”规划、<n t=date>2035</n>年远景目标、<n t=name>一</n>带<n t=name>一</n>路、<n t=name>四</n>个全面、<n t=name>八</n>项规定。
王<n t=name>五一</n>、李<n t=name>三</n>明代表，<n t=name>三</n>亚市、<n t=name>五</n>台县、<n t=name>六</n>安市、<n t=name>九</n>江市、<n t=name>四</n>川省、百色市、万州区。
<n t=date>一九九八</n>年，<n t=date>二〇〇八</n>年<n t=date>十二</n>月，<n t=date>八十</n>年代，<n t=date>21</n>世纪。
数<n t=approximate>十</n>家、几<n t=approximate>十</n>个、<f>上百</f>、<n t=approximate>十</n>余年、<n t=approximate>三五</n>年、<f>二三十人</f>、几百户、<n t=approximate>十</n>几天。
项目代码<n t=identifier>2023</n>-<n t=identifier>140821</n>-<n t=identifier>04</n>-<n t=identifier>01</n>-<n t=identifier>123456</n>，统<n t=word>一</n>社会信用代码，索引号<n t=identifier>000014349</n>/<n t=identifier>2025</n>-<n t=identifier>12285</n>。
<n t=name>二</n>氧化碳、<n t=name>三</n>峡、千岛湖、百度、万达广场、<n t=name>五</n>金、<n t=name>三</n>文鱼、<n t=word>四</n>季、<n t=name>八</n>角。
村“<n t=name>两</n>委”、“<n t=name>两</n>山”理论、<n t=name>两</n>会、<n t=name>两</n>办、<n t=word>两</n>侧、<n t=word>两</n>级、双方、<n t=announcement>两</n>个维度、<n t=word>两</n>手抓、<n t=name>两</n>不愁<n t=name>三</n>保障。
<n t=word>零</n>距离、<n t=word>零</n>容忍、从<n t=word>零</n>开始、清<n t=word>零</n>、<n t=word>零</n>售、<n t=word>零</n>星。
第<n t=ordinal>一</n>批、第<n t=name>一</n>产业、第<n t=name>一</n>书记、第<n t=word>一</n>责任人、第<n t=name>三</n>方、第<n t=ordinal>一</n>、第<n t=ordinal>二</n>、第<n t=ordinal>三</n>，全省第<n t=ordinal>一</n>。
<n t=word>一</n>户<n t=word>一</n>策、<n t=word>一</n>企<n t=word>一</n>档、<n t=word>一</n>村<n t=word>一</n>品、<n t=word>一</n>事<n t=word>一</n>议、<n t=word>一</n>窗受理、<n t=name>一</n>网通办、<n t=word>一</n>件事、<n t=word>一</n>次办好。
<n t=name>三</n>年级、<n t=name>九</n>年级、<n t=name>二</n>等奖、<n t=name>一</n>等奖<f>3个</f>、<n t=name>Ⅲ</n>类水质。
每<n t=quantity>10万</n>人、<n t=quantity>24</n>小时开放、<n t=quantity>7</n>×<n t=quantity>24</n>小时、等<n t=quantity>6</n>名、<n t=quantity>65</n>岁以上老年人、<n t=quantity>50</n>亩以上的基地。
"""


@pytest.mark.parametrize("sentence", TYPES.strip().split("\n"))
def test_types(sentence: str) -> None:
    assert differences(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "refs"),
    [
        ("截至2022年底，全县有学校12所。", ["p1", "f1"]),
        ("为65岁以上老年人免费体检3200人次。", ["f1", "f1"]),
        ("其中三分之一的村通了客车。", ["f1", "f1"]),
        ("第三方机构出具了报告。", [None]),
    ],
)
def test_refs_name_what_explains_a_number(sentence: str, refs: list[str | None]) -> None:
    assert [number.ref for number in reading(sentence).numbers] == refs


@pytest.mark.parametrize(
    "sentence",
    [
        "较大事故死亡率为0，投诉量下降至0，合格率保持在100。",
        "绿化率0.35，pH值7.2，户均床位配比为0.31，贷款利率3.85。",
        "考核得分96.5，满分100，覆盖率由85提升至92。",
        "其中A类12、B类3、C类1，每千人口床位6.8。",
        "每日8时至20时开放，17—19时为高峰，闭馆时间延至22时15分。",
    ],
)
def test_ordinary_prose_leaves_no_number_unexplained(sentence: str) -> None:
    assert [number.raw for number in reading(sentence).numbers if number.type == "unexplained"] == []


def test_a_bare_number_in_the_body_is_unexplained() -> None:
    assert [number.type for number in reading("详见材料 37 。").numbers] == ["unexplained"]


def test_numbers_outside_the_body_are_names_or_identifiers() -> None:
    kinds = {number.raw: number.type for number in reading("联系电话：0999-5550123").numbers}
    assert kinds == {"0999": "contact", "5550123": "contact"}


@settings(deadline=None)
@given(
    st.text(
        alphabet="0123456789①Ⅲ〇一二两三十百千万亿第年月号届次家个元%“”《》（）、，。：-—.·全市共有新建",
        max_size=60,
    )
)
def test_every_run_is_accounted_for_exactly_once(text: str) -> None:
    read = reading(text)
    runs = number_runs(narrowed(read.text))
    assert [number.span for number in read.numbers if number.span in runs] == list(runs)
    assert all(number.ref for number in read.numbers if number.span not in runs)
    assert all(read.text[slice(*number.span)] == number.raw for number in read.numbers)

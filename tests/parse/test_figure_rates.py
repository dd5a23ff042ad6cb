"""Rates with what they are per, values without a unit, terms, and works with their extent inside; all invented.

The letter is dated 16 October 2023. Every sentence is compared whole: a figure more or less fails it.
"""

from __future__ import annotations

import pytest
from tests.parse.annotated import differences

RATES = """
高龄补贴由每人每月<f v=50 u=元/人·月 i=高龄补贴>50元</f>提高到<f v=80 u=元/人·月 i=高龄补贴 ch=inc.to>80元</f>。
养护经费由每公里每年<f v=3000 u=元/公里·年 i=养护经费>3000元</f>调整为<f v=4500 u=元/公里·年 i=养护经费>4500元</f>。
购房补贴由每平方米<f v=200 u=元/平方米 i=购房补贴>200元</f>上调至<f v=300 u=元/平方米 i=购房补贴 ch=inc.to>300元</f>。
主干道洒水时间由每天<f v=6 u=小时/天>6小时</f>延长至<f v=9 u=小时/天 ch=inc.to>9小时</f>，图书馆每周开放<f v=56 u=小时 b=at_least>不少于56小时</f>。
对困难学生按每月每人<f v=400 u=元/人·月 i=资助>400元</f>给予资助，每年<f v=4000 u=元/年 i=资助 b=at_most>最高4000元</f>。
给予见习生活补助，每月最高<f v=1500 u=元/月 i=见习生活补助 b=at_most>不超过1500元</f>。
新建储能项目按每千瓦<f v=300 u=元/千瓦 i=补贴>300元</f>给予补贴，退役军人公益岗位每月补助<f v=900 u=元/月>900元</f>。
运营补贴按每张每月<f v=200 u=元/张·月 i=运营补贴>200元</f>发放，改造户厕每座奖补<f v=1200 u=元/座>1200元</f>。
县财政每年安排<f v=5000000 u=元>500万元</f>用于管护，村医补助由每村每年<f v=6000 u=元/村·年 i=村医补助>6000元</f>提高到<f v=8000 u=元/村·年 i=村医补助>8000元</f>。
自2022年9月起，公办高中生均公用经费由每生每年<f v=800 u=元/生·年 i=公办高中生均公用经费 p=->800元</f>提高到<f v=1000 u=元/生·年 p=自2022年9月起>1000元</f>，惠及学生<f v=6200 i=惠及学生 p=自2022年9月起>6200人</f>。
按照每人每月<f v=600 u=元/人·月 p=->600元</f>的标准发放，2022年惠及<f v=310 p=2022年>310人</f>。
"""

BARE = """
城乡居民收入比缩小到<f v=1.85 u=- dim=ratio i=城乡居民收入比 ch=dec.to>1.85</f>，亡人事故数下降到<f v=0 u=- i=亡人事故数 ch=dec.to>0</f>。
校际差异系数由<f v=0.42 u=- dim=ratio>0.42</f>缩小到<f v=0.31 u=- dim=ratio ch=dec.to>0.31</f>，矿难死亡人数降为<f v=0 dim=count>0</f>。
水质综合指数由2019年的<f v=5.1 u=- dim=other p=2019年>5.1</f>降至2022年的<f v=3.8 u=- dim=other p=至2022年 ch=dec.to>3.8</f>。
细颗粒物平均浓度下降到<f v=32 u=- i=细颗粒物平均浓度 ch=dec.to>32</f>，容积率提高到<f v=2.5 u=- dim=ratio>2.5</f>。
"""

TERMS = """
投诉举报事项<f v=30 u=个工作日 dim=duration b=at_most i=投诉举报事项办结 p=->30个工作日</f>内办结。
群众诉求<f v=24 u=小时 b=at_most i=群众诉求响应>24小时</f>内响应，自受理之日起<f v=10 u=个工作日 b=at_most i=审核>10个工作日</f>内完成审核。
医保基金<f v=15 u=日 b=at_most i=医保基金拨付>15日</f>内拨付到位，接警后<f v=5 u=分钟 b=at_most>5分钟</f>内到场。
<n t=quantity>24</n>小时开放自助书房<f v=12 i=24小时开放自助书房>12座</f>，<n t=date>两</n>个月内完成整改。
"""

WORKS = """
完成雨污管网<f v=12.6 u=公里 i=完成雨污管网改造>12.6公里</f>改造，完成农村危房<f v=320 u=户 i=完成农村危房改造>320户</f>改造任务。
完成公交专用道<f v=8.5 u=公里 i=完成公交专用道建设>8.5公里</f>建设。
完成干渠<f v=31.5 u=公里 i=完成干渠衬砌>31.5公里</f>衬砌，含支线<f v=3 u=公里 i=支线 part=31.5公里>3公里</f>。
新建口袋公园<f v=6 u=个 i=新建口袋公园>6个</f>（含改建<f v=2 u=个 i=改建口袋公园 part=6个>2个</f>）、广场<f v=4 u=个 i=广场 part=->4个</f>。
尚有<f v=31.5 u=公里 i=未衬砌支渠>31.5公里</f>支渠未衬砌，还有<f v=12 u=个 i=未通公交村>12个</f>村未通公交，<f v=7 u=所 i=未配备校医学校>7所</f>学校未配备校医。
城区公交站点500米覆盖率达到<f v=95 u=% i=公交站点500米覆盖率 c=城区>95%</f>。
"""

STANDING = """
现有光伏电站<f v=12 u=座>12座</f>，装机容量<f v=300 u=兆瓦 s=actual>300兆瓦</f>，占电力总装机容量的<f v=38 u=% s=actual>38%</f>。
并网风电项目<f v=5 u=个>5个</f>，装机容量<f v=450 u=兆瓦 s=actual>450兆瓦</f>；拟建风电项目装机容量<f v=80 u=兆瓦 s=forecast>80兆瓦</f>。
已投产电站<f v=1 u=座>1座</f>，装机容量<f v=1200000 u=千瓦 s=actual>120万千瓦</f>，在建<f v=1 u=座>1座</f>，装机容量<f v=1000000 u=千瓦 s=forecast>100万千瓦</f>。
水厂已通水，设计日供水<f v=30000 u=吨 s=actual>3万吨</f>，目前在建风电场装机容量<f v=200 u=兆瓦 s=forecast>200兆瓦</f>。
"""

DONE_OF_PLANNED = """
原计划更新公交车<f v=80 s=target>80辆</f>，实际更新<f v=75 s=actual part=80辆>75辆</f>，完成率<f v=93.8 s=actual>93.8%</f>，下一步继续更新剩余<f v=5 s=target>5辆</f>。
年初计划整治河道<f v=12 s=target>12公里</f>，已完成整治<f v=9 s=actual>9公里</f>，完成率<f v=75 s=actual>75%</f>。
全年计划造林<f v=30000 s=target>3万亩</f>，截至目前已完成<f v=24000 s=actual>2.4万亩</f>，占计划的<f v=80 s=actual>80%</f>。
"""

PROBED = """
药占比下降到<f v=26.4 u=% i=药占比>26.4%</f>，孕产妇死亡率降至<f v=6.8 u=/10万 dim=share i=孕产妇死亡率>6.8/10万</f>。
为<f v=32 u=家>32家</f>乡镇卫生院配备救护车<f v=40 u=辆>40辆</f>，公路密度为每百平方公里<f v=118.6 i=公路密度>118.6公里</f>。
新开通公交线路<f v=6 i=新开通公交线路>6条</f>、优化调整<f v=14 i=优化调整公交线路>14条</f>，公路里程<f v=980 i=公路里程>980公里</f>，其中高速公路<f v=41 part=980公里>41公里</f>，密度<f v=18 part=->18公里</f>。
租金不高于市场租金的<f v=85 u=% b=at_most>85%</f>，售价不低于市场价的<f v=70 u=% b=at_least>70%</f>。
亩均增产<f v=60 u=公斤 i=亩均增产>60公斤</f>、节水<f v=80 u=立方米 i=亩均节水>80立方米</f>，改造锅炉<f v=42>42台</f>、<f v=386 u=蒸吨>386蒸吨</f>，每蒸吨补助<f v=60000 u=元/蒸吨>6万元</f>。
学生资助按每生每年小学<f v=1000 u=元/生·年>1000元</f>、初中<f v=1250 u=元/生·年>1250元</f>发放。
首贷户每年新增<f v=3000 ch=- i=首贷户每年新增 b=at_least>3000户以上</f>，净增贷款<f v=1200000000>12亿元</f>。
贷款余额<f v=80000000000>800亿元</f>，增长<f v=12 u=%>12%</f>，高于全省<f v=1.8 i=贷款余额>1.8个百分点</f>。
迎宾大道全长<f v=3.2 c=迎宾大道>3.2公里</f>，我委托第三方机构检测样品<f v=120 c=迎宾大道>120批次</f>。
"""

PROBED_AGAIN = """
自然增长率下降<f v=0.7 u=个千分点 dim=percentage_point ch=dec.by>0.7个千分点</f>，出生率提高<f v=0.4 u=个百分点 dim=percentage_point>0.4个百分点</f>。
全市<n t=quantity>60</n>岁及以上老年人<f v=86400 u=人 i=60岁及以上老年人>8.64万人</f>，其中<n t=quantity>80</n>岁以上<f v=13200 u=人 i=80岁以上 part=8.64万人>1.32万人</f>。
对<n t=quantity>80</n>—<n t=quantity>89</n>岁、<n t=quantity>90</n>—<n t=quantity>99</n>岁老人每人每月分别发放高龄津贴<f v=50 u=元/人·月 i=高龄津贴>50元</f>、<f v=100 u=元/人·月 i=高龄津贴>100元</f>。
对特级、一级教练分别发放一次性奖励<f v=500000 u=元 i=一次性奖励>50万元</f>、<f v=300000 u=元 i=一次性奖励>30万元</f>，现有<n t=name>三</n>类危桥<f v=12 u=座>12座</f>。
对一级、二级残疾人每人每月分别发放护理补贴<f v=110 u=元/人·月 i=护理补贴>110元</f>、<f v=90 u=元/人·月 i=护理补贴>90元</f>。
新桥长<f v=512 u=米 i=新桥长>512米</f>、宽<f v=26.5 u=米 i=宽>26.5米</f>，路面宽<f v=7 u=米 i=路面宽>7米</f>，长<f v=3.2 u=公里 i=长>3.2公里</f>，厚<f v=20 u=厘米 i=厚>20厘米</f>。
改造后物业费收缴率由<f v=61 s=actual>61%</f>提高到<f v=88.4 s=actual ch=inc.to>88.4%</f>，改造后电费可由每月<f v=90>90元</f>下降到<f v=60 s=forecast>60元</f>。
新增就业<f v=12700 s=actual>1.27万人</f>，完成全年目标<f v=28000 s=target>2.8万人</f>的<f v=45.4 s=actual>45.4%</f>。
二期（<f v=150 u=兆瓦>150MW</f>）2025年3月底建成；全市充电桩保有量<f v=8137 u=台 p=- s=actual>8137台</f>。
感谢您<n t=quantity>二</n>位，<n t=quantity>三</n>位代表的建议已办理，走访代表<f v=3 u=位>3位</f>，排查出<n t=name>四</n>类桥<f v=12 u=座>12座</f>。
"""


def _lines(sentences: str) -> list[str]:
    return sentences.strip().split("\n")


@pytest.mark.parametrize("sentence", _lines(RATES))
def test_rates_keep_what_they_are_per(sentence: str) -> None:
    assert differences(sentence) == []


@pytest.mark.parametrize("sentence", _lines(BARE))
def test_values_without_unit_where_a_move_ends(sentence: str) -> None:
    assert differences(sentence) == []


@pytest.mark.parametrize("sentence", _lines(TERMS))
def test_terms_are_limits(sentence: str) -> None:
    assert differences(sentence) == []


@pytest.mark.parametrize("sentence", _lines(WORKS))
def test_what_is_counted_around_the_number(sentence: str) -> None:
    assert differences(sentence) == []


@pytest.mark.parametrize("sentence", _lines(STANDING))
def test_capacity_of_what_stands_is_actual(sentence: str) -> None:
    assert differences(sentence) == []


@pytest.mark.parametrize("sentence", _lines(DONE_OF_PLANNED))
def test_what_is_done_of_a_plan_is_actual_in_a_plan(sentence: str) -> None:
    assert differences(sentence, role="plan") == []


@pytest.mark.parametrize("sentence", _lines(PROBED + PROBED_AGAIN))
def test_sentences_of_many_domains(sentence: str) -> None:
    assert differences(sentence) == []

"""Figures whose noun, whole or status is told elsewhere in the sentence or the item; all invented.

The letter is dated 16 October 2023. Every sentence is compared whole: a figure more or less fails it.
"""

from __future__ import annotations

import pytest
from tests.parse.annotated import differences, reading

ELLIPSIS = """
全市现有托育机构<f v=86 u=家 i=托育机构 c=全市>86家</f>，其中公办<f v=12 u=家 i=公办托育机构 c=全市 part=86家>12家</f>、普惠性<f v=51 u=家 i=普惠性托育机构 c=全市 part=86家>51家</f>。
全区养老床位<f v=5200 u=张 i=养老床位 c=全区>5200张</f>，其中护理型<f v=3100 u=张 i=护理型养老床位 c=全区 part=5200张>3100张</f>。
建成农村公路桥梁<f v=46 u=座 i=建成农村公路桥梁>46座</f>，其中新建<f v=29 u=座 i=新建农村公路桥梁 part=46座>29座</f>、改建<f v=17 u=座 i=改建农村公路桥梁 part=46座>17座</f>。
全县划定小麦良种示范区<f v=80000 u=亩 i=划定小麦良种示范区 c=全县>8万亩</f>，其中强筋<f v=50000 u=亩 i=强筋小麦良种示范区 c=全县 part=8万亩>5万亩</f>。
认定省级专精特新企业<f v=58 u=家 i=认定省级专精特新企业>58家</f>、市级<f v=126 u=家 i=市级专精特新企业>126家</f>。
2022年以来启动改造城中村<f v=18 u=个 i=启动改造城中村 p=2022年以来>18个</f>，完工<f v=11 u=个 i=完工城中村>11个</f>，在建<f v=7 u=个 i=在建城中村>7个</f>，惠及居民<f v=6200 u=户 i=惠及居民>6200户</f>。
<f v=152 u=所 i=符合条件的学校 part=->152所</f>符合条件的学校中，已开放<f v=120 u=所 i=开放学校 part=152所>120所</f>。
排查出积水点<f v=64 u=处 i=排查出积水点>64处</f>，需治理的<f v=41 u=处 i=需治理积水点>41处</f>，已完成治理<f v=30 u=处 i=完成治理积水点>30处</f>。
约谈企业<f v=26 u=家次 i=约谈企业>26家次</f>，下发整改通知书<f v=18 u=份 i=下发整改通知书>18份</f>，关停<f v=4 u=家 i=关停企业>4家</f>，约谈<f v=9 u=家 i=约谈企业>9家</f>。
我局共征集意见建议<f v=214 u=条 i=征集意见建议 c=我局>214条</f>，采纳<f v=63 u=条 i=采纳意见建议 c=我局>63条</f>。
落实中央补助资金<f v=120000000 u=元 i=落实中央补助资金>1.2亿元</f>，已下达<f v=86000000 u=元 i=下达中央补助资金>8600万元</f>。
投入<f v=32000000 u=元 i=投入>3200万元</f>迁建卫生院<f v=3 u=所 i=迁建卫生院>3所</f>，截至目前完成<f v=57 u=部 i=完成>57部</f>。
今年新增上云企业<f v=820 u=家 i=新增上云企业>820家</f>，总量达到<f v=4100 u=家 i=上云企业总量>4100家</f>，同比增长<f v=25 u=% i=上云企业总量 ch=inc.by.yoy>25%</f>。
成交林权交易<f v=46 u=单 i=成交林权交易>46单</f>、金额<f v=10750000 u=元 i=成交林权交易金额>1075万元</f>。
每千人口执业医师<f v=3.1 u=名 i=每千人口执业医师>3.1名</f>、床位<f v=6.2 u=张 i=每千人口床位>6.2张</f>。
基层卫生人员年人均收入达<f v=92000 u=元 i=基层卫生人员人均收入>9.2万元</f>，带动农户户均增收<f v=3000 u=元 i=户均增收>3000元</f>。
上半年接待市民<f v=86000 u=人次 i=接待市民>8.6万人次</f>，日均<f v=480 u=人次 i=日均接待市民>480人次</f>。
"""

ROWS = """
经摸底，全县老旧小区共<f v=214 u=个 i=老旧小区 c=全县>214个</f>、<f v=860 u=栋 i=老旧小区 c=全县>860栋</f>，涉及居民<f v=21000 u=户 i=涉及居民 c=全县>2.1万户</f>。其中，石门镇<f v=97 u=个 i=老旧小区 c=石门镇 part=214个>97个</f>、柳树镇<f v=71 u=个 i=老旧小区 c=柳树镇 part=214个>71个</f>，分别占<f v=45.3 u=% c=石门镇>45.3%</f>、<f v=33.2 u=% c=柳树镇>33.2%</f>。
落实奖补资金<f v=26300000 u=元 i=落实奖补资金>2630万元</f>，其中改造补贴<f v=4150000 u=元 i=改造补贴 part=2630万元>415万元</f>；青禾县、望川区分别安排<f v=3860000 u=元 i=安排奖补资金 c=青禾县>386万元</f>、<f v=2970000 u=元 i=安排奖补资金 c=望川区>297万元</f>。
截至5月底,青禾县、望川区获证企业分别为<f v=64 u=家 i=获证企业 c=青禾县>64家</f>、<f v=29 u=家 i=获证企业 c=望川区>29家</f>。
培育龙头企业<f v=163 u=家 i=培育龙头企业>163家</f>（其中国家级<f v=4 u=家 i=国家级龙头企业 part=163家>4家</f>、省级<f v=41 u=家 i=省级龙头企业 part=163家>41家</f>），青禾县、望川区分别达<f v=38 u=家 i=培育龙头企业 c=青禾县>38家</f>、<f v=22 u=家 i=培育龙头企业 c=望川区>22家</f>。
小学、初中专任教师学历达标率分别为<f v=100 u=% i=小学专任教师学历达标率>100%</f>、<f v=99.8 u=% i=初中专任教师学历达标率>99.8%</f>。
县城污水处理率达<f v=96 u=% i=县城污水处理率>96%</f>，建制镇污水处理率为<f v=71 u=% i=建制镇污水处理率>71%</f>，分别比2020年提高<f v=3 u=个百分点 i=县城污水处理率 ch=inc.by>3个百分点</f>和<f v=18 u=个百分点 i=建制镇污水处理率 ch=inc.by>18个百分点</f>。
"""

EDGES = """
（2）青禾云平台注册企业突破<f v=1000000 u=家 i=注册企业 b=over c=青禾云平台>突破100万家</f>，约谈物业公司<f v=12 u=家 i=约谈物业公司>12家</f>。
参照《苹果生产规程》（DB 99/T 12—2020）建设示范果园<f v=88 u=个 i=建设示范果园>88个</f>，开展气象指数、价格指数等特色险种<f v=13 u=个 i=开展特色险种>13个</f>。
围绕产业链招引项目<f v=36 u=个 i=招引项目>36个</f>，暑假期间举办公益课堂<f v=48 u=班次 i=举办公益课堂>48班次</f>。
总投资<f v=436000000 u=元 i=总投资 s=forecast>4.36亿元</f>的河道治理工程已批复，累计完成投资<f v=120000000 u=元 i=完成投资>1.2亿元</f>，占总投资的<f v=27.5 u=% i=完成投资占总投资 s=actual>27.5%</f>。
选派骨干教师<f v=418 u=人 i=选派骨干教师>418人</f>驻校支教，为<f v=320 u=名 i=发放岗位补助乡村医生>320名</f>乡村医生发放岗位补助，标准为每人每月<f v=300 u=元/人·月 i=岗位补助标准>300元</f>。
为高龄老人发放高龄津贴，标准为80至89周岁每人每月<f v=50 u=元/人·月 i=高龄津贴标准>50元</f>、90周岁以上每人每月<f v=120 u=元/人·月 i=高龄津贴标准>120元</f>。
日均客运量<f v=213000 u=人次 i=日均客运量>21.3万人次</f>，同比回升<f v=6.8 u=% i=日均客运量 ch=inc.by.yoy>6.8%</f>、环比下降<f v=1.1 u=% i=日均客运量 ch=dec.by.pop>1.1%</f>。
受理物业投诉<f v=647 u=件 i=受理物业投诉>647件</f>，同比减少<f v=212 u=件 i=受理物业投诉 ch=dec.by.yoy>212件</f>，降幅<f v=24.7 u=% i=受理物业投诉 ch=dec.by.yoy>24.7%</f>。
师生比为<f v=0.069 dim=ratio i=师生比>1:14.5</f>，较2020年的<f dim=ratio i=师生比 p=2020年>1:15.8</f>有所改善，城乡居民收入比由2020年的<f v=2.31 dim=ratio p=2020年>2.31:1</f>缩小到<f v=2.09 dim=ratio ch=dec.to>2.09:1</f>。
签约服务费提高到每人每年<f v=150 u=元/人·年 i=签约服务费 ch=inc.to>150元</f>，车位配比平均仅为<f v=0.28 u=- dim=ratio i=车位配比>0.28</f>。
三级手术占比由2020年的<f v=26 u=% i=三级手术占比 p=2020年>26%</f>升至去年的<f v=38 u=% i=三级手术占比 ch=inc.to p=至去年>38%</f>，抵押贷款余额不到贷款总量的<f v=1 u=% b=under>1%</f>，每周至少探访<f v=1 u=次 b=at_least>1次</f>。
力争主城区500米公交站点覆盖率达到<f v=98 u=% i=500米公交站点覆盖率 c=主城区 b=at_least s=target>98%以上</f>。
结合G301、S402沿线客流变化，新增公交线路<f v=4 u=条 i=新增公交线路 c=->4条</f>，全市建成绿色工厂<f v=8 u=家 i=建成绿色工厂 c=全市>8家</f>，绿色园区<f v=3 u=个 i=绿色园区 c=全市>3个</f>。
累计坐诊<f v=2316 u=天次 i=坐诊>2316天次</f>，配备64排CT<f v=3 u=台>3台</f>、DR<f v=14 u=台 i=DR>14台</f>。
"""

STATUS = """
“十四五”期间，种业提升工程安排投资<f v=486000000 u=元 s=actual p=“十四五”期间>4.86亿元</f>，预计2025年前还将安排<f v=100000000 u=元 s=forecast>1亿元</f>。
全县2000年底前建成的老旧小区共<f v=214 u=个 s=actual>214个</f>，五年计划改造<f v=186 u=个 s=target>186个</f>。
据抽样调查，改造后企业生产效率平均提升<f v=28.6 u=% s=actual>28.6%</f>，新增污水处理能力<f v=35000 u=吨/日 s=actual>3.5万吨/日</f>。
据初步测算，全部改造到位需资金<f v=45000000 u=元 b=about s=forecast>4500万元左右</f>，而我县人均财力仅为全省平均的<f v=0.6667 s=actual>三分之二</f>。
经会同县财政局测算，若下调至<f v=65 u=周岁>65周岁</f>，每年将增加支出<f v=18000000 u=元 s=forecast>1800万元</f>。
关于增加基层编制<f v=50 u=名 s=claimed>50名</f>的建议，我局已商请县委编办研究。
您反映的情况属实，该村<f v=47 u=户 s=actual>47户</f>一直靠水窖蓄水。
您提出的设立二级医院，因服务人口不足<f v=20000 u=人 s=actual>不足2万人</f>，暂不予考虑。
"""


def _lines(block: str) -> list[str]:
    return block.strip().split("\n")


@pytest.mark.parametrize("sentence", _lines(ELLIPSIS))
def test_nouns_left_out(sentence: str) -> None:
    assert differences(sentence) == []


@pytest.mark.parametrize("sentence", _lines(ROWS))
def test_rows_of_places_and_kinds(sentence: str) -> None:
    assert differences(sentence) == []


@pytest.mark.parametrize("sentence", _lines(EDGES))
def test_edges_of_indicators(sentence: str) -> None:
    assert differences(sentence) == []


@pytest.mark.parametrize("sentence", _lines(STATUS))
def test_status(sentence: str) -> None:
    assert differences(sentence, role="response") == []


def test_a_letter_known_by_its_year_tells_facts_of_that_year() -> None:
    text = "截止2023年8月底，全县建成服务站点486处，上半年接待群众19.4万人次。"
    assert [figure.status for figure in reading(text, letter_date="2023").figures] == ["actual", "actual"]

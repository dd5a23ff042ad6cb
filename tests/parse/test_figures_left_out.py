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
全县划定油菜良种示范区<f v=80000 u=亩 i=划定油菜良种示范区 c=全县>8万亩</f>，其中双低<f v=50000 u=亩 i=双低油菜良种示范区 c=全县 part=8万亩>5万亩</f>。
认定省级专精特新企业<f v=58 u=家 i=认定省级专精特新企业>58家</f>、市级<f v=126 u=家 i=市级专精特新企业>126家</f>。
2022年以来启动改造城中村<f v=18 u=个 i=启动改造城中村 p=2022年以来>18个</f>，完工<f v=11 u=个 i=完工城中村>11个</f>，在建<f v=7 u=个 i=在建城中村>7个</f>，惠及居民<f v=6200 u=户 i=惠及居民>6200户</f>。
<f v=94 u=座 i=具备条件的体育馆 part=->94座</f>具备条件的体育馆中，已开放<f v=67 u=座 i=开放体育馆 part=94座>67座</f>。
排查出积水点<f v=64 u=处 i=排查出积水点>64处</f>，需治理的<f v=41 u=处 i=需治理积水点>41处</f>，已完成治理<f v=30 u=处 i=完成治理积水点>30处</f>。
检查加油站<f v=26 u=家次 i=检查加油站>26家次</f>，下达告知书<f v=18 u=份 i=下达告知书>18份</f>，关停<f v=4 u=家 i=关停加油站>4家</f>，约谈<f v=9 u=家 i=约谈加油站>9家</f>。
我局共征集意见建议<f v=214 u=条 i=征集意见建议 c=我局>214条</f>，采纳<f v=63 u=条 i=采纳意见建议 c=我局>63条</f>。
落实中央补助资金<f v=120000000 u=元 i=落实中央补助资金>1.2亿元</f>，已下达<f v=86000000 u=元 i=下达中央补助资金>8600万元</f>。
投入<f v=32000000 u=元 i=投入>3200万元</f>迁建派出所<f v=3 u=所 i=迁建派出所>3所</f>，截至目前完成<f v=57 u=部 i=完成>57部</f>。
今年新增入会商户<f v=820 u=家 i=新增入会商户>820家</f>，总量达到<f v=4100 u=家 i=入会商户总量>4100家</f>，同比增长<f v=25 u=% i=入会商户总量 ch=inc.by.yoy>25%</f>。
成交林权交易<f v=46 u=单 i=成交林权交易>46单</f>、金额<f v=10750000 u=元 i=成交林权交易金额>1075万元</f>。
每万人口全科医生<f v=3.8 u=名 i=每万人口全科医生>3.8名</f>、药师<f v=5.1 u=名 i=每万人口药师>5.1名</f>。
护林员年人均收入达<f v=31000 u=元 i=护林员人均收入>3.1万元</f>，带动农户户均增收<f v=3000 u=元 i=户均增收>3000元</f>。
上半年接待读者<f v=54000 u=人次 i=接待读者>5.4万人次</f>，日均<f v=300 u=人次 i=日均接待读者>300人次</f>。
建成并投用邻里中心<f v=15 u=处 i=建成并投用邻里中心>15处</f>，在建<f v=6 u=处 i=在建邻里中心>6处</f>。
图书总藏量<f v=2600000 u=册 i=图书总藏量>260万册</f>，人均<f v=0.8 u=册 i=人均图书总藏量>0.8册</f>。
接待游客<f v=11200000 u=人次 i=接待游客>1120万人次</f>，恢复到2019年的<f v=108 u=% i=接待游客>108%</f>，平均利率<f v=4.1 u=% i=利率>4.1%</f>，较基准下浮<f v=0.3 u=个百分点 i=利率 ch=dec.by>0.3个百分点</f>。
"""

ROWS = """
经普查，全县农村危桥共<f v=58 u=座 i=农村危桥 c=全县>58座</f>，涉及行政村<f v=41 u=个 i=涉及行政村 c=全县>41个</f>。其中，石门镇<f v=33 u=座 i=农村危桥 c=石门镇 part=58座>33座</f>、柳树镇<f v=14 u=座 i=农村危桥 c=柳树镇 part=58座>14座</f>，分别占<f v=56.9 u=% c=石门镇>56.9%</f>、<f v=24.1 u=% c=柳树镇>24.1%</f>。
下达林业奖补资金<f v=18200000 u=元 i=下达林业奖补资金>1820万元</f>，其中管护补助<f v=6400000 u=元 i=管护补助 part=1820万元>640万元</f>；青禾县、望川区分别安排<f v=2750000 u=元 i=安排林业奖补资金 c=青禾县>275万元</f>、<f v=1930000 u=元 i=安排林业奖补资金 c=望川区>193万元</f>。
截至3月底,青禾县、望川区获证茶园分别为<f v=52 u=处 i=获证茶园 c=青禾县>52处</f>、<f v=17 u=处 i=获证茶园 c=望川区>17处</f>。
认定示范社<f v=96 u=家 i=认定示范社>96家</f>（其中国家级<f v=7 u=家 i=国家级示范社 part=96家>7家</f>、省级<f v=25 u=家 i=省级示范社 part=96家>25家</f>），青禾县、望川区分别达<f v=31 u=家 i=认定示范社 c=青禾县>31家</f>、<f v=18 u=家 i=认定示范社 c=望川区>18家</f>。
小学、初中专任教师学历达标率分别为<f v=100 u=% i=小学专任教师学历达标率>100%</f>、<f v=99.8 u=% i=初中专任教师学历达标率>99.8%</f>。
城市燃气普及率达<f v=98 u=% i=城市燃气普及率>98%</f>，乡村燃气普及率为<f v=43 u=% i=乡村燃气普及率>43%</f>，分别比2019年提高<f v=2 u=个百分点 i=城市燃气普及率 ch=inc.by>2个百分点</f>和<f v=21 u=个百分点 i=乡村燃气普及率 ch=inc.by>21个百分点</f>。
全市有企业<f v=79000 u=户 i=企业 c=全市>7.9万户</f>、个体工商户<f v=203000 u=户 i=个体工商户 c=全市>20.3万户</f>，较上年末分别增长<f v=11 u=% i=企业 ch=inc.by.yoy c=全市>11%</f>和<f v=6.4 u=% i=个体工商户 ch=inc.by.yoy c=全市>6.4%</f>。
"""

EDGES = """
（2）青禾云平台注册商户<f v=20000 u=户 i=注册商户 b=over c=青禾云平台>突破2万户</f>，约谈网约车公司<f v=6 u=家 i=约谈网约车公司>6家</f>。
参照《苹果生产规程》（DB 99/T 12—2020）建设示范果园<f v=21 u=个 i=建设示范果园>21个</f>，开展龙舟、舞狮等民俗活动<f v=17 u=项 i=开展民俗活动>17项</f>。
围绕产业链招引项目<f v=36 u=个 i=招引项目>36个</f>，寒假期间举办科普讲座<f v=27 u=场 i=举办科普讲座>27场</f>。
总投资<f v=275000000 u=元 i=总投资 s=forecast>2.75亿元</f>的海堤加固工程已批复，累计完成投资<f v=110000000 u=元 i=完成投资>1.1亿元</f>，占总投资的<f v=40 u=% i=完成投资占总投资 s=actual>40%</f>。
派出农技骨干<f v=156 u=人 i=派出农技骨干>156人</f>驻村指导，为<f v=320 u=名 i=发放岗位补助乡村医生>320名</f>乡村医生发放岗位补助，标准为每人每月<f v=260 u=元/人·月 i=岗位补助标准>260元</f>。
为失独家庭发放扶助补贴，标准为49至59周岁每人每月<f v=460 u=元/人·月 i=扶助补贴标准>460元</f>、60周岁以上每人每月<f v=580 u=元/人·月 i=扶助补贴标准>580元</f>。
港口集装箱吞吐量<f v=38000 u=标箱 i=港口集装箱吞吐量>3.8万标箱</f>，同比回升<f v=4.7 u=% i=港口集装箱吞吐量 ch=inc.by.yoy>4.7%</f>、环比下降<f v=2.3 u=% i=港口集装箱吞吐量 ch=dec.by.pop>2.3%</f>。
接报火情<f v=92 u=起 i=接报火情>92起</f>，同比减少<f v=31 u=起 i=接报火情 ch=dec.by.yoy>31起</f>，降幅<f v=25.2 u=% i=接报火情 ch=dec.by.yoy>25.2%</f>。
床护比为<f v=0.625 dim=ratio i=床护比>1:1.6</f>，较2019年的<f dim=ratio i=床护比 p=2019年>1:2.4</f>下降，城乡收入比由2018年的<f v=2.75 dim=ratio p=2018年>2.75:1</f>缩小到<f v=2.4 dim=ratio ch=dec.to>2.4:1</f>。
护理补贴提高到每人每月<f v=90 u=元/人·月 i=护理补贴 ch=inc.to>90元</f>，停车位配比平均仅为<f v=0.35 u=- dim=ratio i=停车位配比>0.35</f>。
专科病种占比由2020年的<f v=17 u=% i=专科病种占比 p=2020年>17%</f>升至去年的<f v=24 u=% i=专科病种占比 ch=inc.to p=至去年>24%</f>，绿色信贷不到信贷总额的<f v=3 u=% b=under>3%</f>，每月至少巡查<f v=2 u=次 b=at_least>2次</f>。
力争主城区800米社区服务覆盖率达到<f v=90 u=% i=800米社区服务覆盖率 c=主城区 b=at_least s=target>90%以上</f>。
结合G301、S402沿线人口分布，新设文化驿站<f v=4 u=处 i=新设文化驿站 c=->4处</f>，全市建成绿色工厂<f v=8 u=家 i=建成绿色工厂 c=全市>8家</f>，绿色园区<f v=3 u=个 i=绿色园区 c=全市>3个</f>。
累计巡诊<f v=830 u=天次 i=巡诊>830天次</f>，配备128排CT<f v=2 u=台>2台</f>、DR<f v=9 u=台 i=DR>9台</f>。
"""

STATUS = """
“十四五”期间，中医药振兴工程安排投资<f v=372000000 u=元 s=actual p=“十四五”期间>3.72亿元</f>，预计2025年前还将安排<f v=100000000 u=元 s=forecast>1亿元</f>。
全县1998年底前建成的水闸共<f v=73 u=座 s=actual>73座</f>，三年计划改造<f v=46 u=座 s=target>46座</f>。
据问卷调查，改造后商户月均营业额提升<f v=16.4 u=% s=actual>16.4%</f>，新增污水处理能力<f v=20000 u=吨/日 s=actual>2万吨/日</f>。
据初步测算，管网更新需资金<f v=23000000 u=元 b=about s=forecast>2300万元左右</f>，而我镇财政收入仅为上年的<f v=0.75 s=actual>四分之三</f>。
经会同县医保局测算，若取消起付线，每年将增加支出<f v=7600000 u=元 s=forecast>760万元</f>。
关于增设校车<f v=12 u=辆 s=claimed>12辆</f>的建议，我局已提请县教育局研究。
您反映的情况属实，该组<f v=38 u=户 s=actual>38户</f>出行需绕道河堤。
您提出的开通夜班公交，因日均客流<f v=60 u=人 s=actual>不足60人</f>，暂不具备条件。
粪污利用率达<f v=91.3 u=% i=粪污利用率 c=- s=actual>91.3%</f>，高于省定目标<f v=6.3 u=个百分点 i=粪污利用率 c=- s=actual>6.3个百分点</f>，目前城市低保标准每人每月<f v=680 u=元/人·月 i=城市低保标准 c=->680元</f>。
垃圾日处理能力由<f v=300 u=吨 s=actual>300吨</f>提升到<f v=800 u=吨 ch=inc.to s=actual>800吨</f>，全年需补贴资金<f v=9600000 u=元 s=forecast>约960万元</f>。
县财政每年安排<f v=3000000 u=元 b=at_least i=专项经费>不少于300万元</f>的专项经费。
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
    text = "截止2023年8月底，全县建成邮政驿站312处，上半年收寄包裹27.6万件。"
    assert [figure.status for figure in reading(text, letter_date="2023").figures] == ["actual", "actual"]

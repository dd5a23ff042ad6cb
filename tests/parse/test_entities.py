"""Names in sentences: `<o>` organ, `<g>` organisation, `<p>` person, `<l>` place, `<r>` programme, `<m>` meeting."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.letters import lexicon
from tests.parse.marked import addressees_of, marked

from dafu.parse.closing.closing import find_closing
from dafu.parse.documents.documents import find_documents
from dafu.parse.names.entities import find_entities
from dafu.records import Closing, Entity, Letterhead, Named

_KINDS = {
    "o": "organ", "g": "organisation", "p": "person", "l": "place", "r": "programme", "m": "meeting",
}  # fmt: skip


def entities(lines: str, *, issuing: str = "") -> tuple[Entity, ...]:
    letter = marked("\n".join(line if line[1:2] == " " else f"b {line}" for line in lines.split("\n")))
    organ = Named(raw=issuing, span=(0, len(issuing)), rule="test", name=issuing)
    letterhead = Letterhead(issuing_organs=(organ,) if issuing else ())
    closing = find_closing(letter, (), lexicon()) if "\ns " in lines else Closing()
    found = find_entities(
        letter,
        letterhead=letterhead,
        submission=None,
        addressees=addressees_of(letter),
        handling=(),
        closing=closing,
        documents=find_documents(
            letter, submission=None, letterhead=letterhead, sections=(), lexicon=lexicon()
        ),
        lexicon=lexicon(),
    )
    assert [entity.raw for entity in found] == [letter.text[slice(*entity.span)] for entity in found]
    return found


def annotated(sentence: str) -> tuple[str, list[tuple[str, str]]]:
    """The plain sentence, and kind and words of its marks."""
    marks = re.findall(r"<(\w)>(.+?)</\1>", sentence)
    return re.sub(r"</?\w>", "", sentence), [(_KINDS[kind], words) for kind, words in marks]


ORGANS = """
在<o>市委</o>、<o>市政府</o>的坚强领导下，落实<o>省委</o>、<o>省政府</o>部署。
会同<o>市发改委</o>、<o>市财政局</o>、<o>市自然资源和规划局</o>开展检查。
<o>县委</o><o>县政府</o>高度重视。
由<o>青禾县水利局</o>牵头，<o>望川区人民政府</o>配合。
<o>县公安局交警大队</o>、<o>县城管执法局</o>联合整治。
<o>市生态环境局青禾分局</o>负责监测。
<o>教育部</o>、<o>国家发展改革委</o>、<o>国务院办公厅</o>印发通知。
经商<o>省财政厅</o>、<o>省人力资源和社会保障厅</o>，现答复如下。
<o>县委组织部</o>、<o>县委编办</o>、<o>县人大常委会</o>、<o>县政协提案委</o>、<o>县纪委监委</o>。
<o>县妇联</o>、<o>县残联</o>、<o>团县委</o>、<o>县总工会</o>参加。
<o>望川镇政府</o>、<o>城东街道办事处</o>负责。
成立了以县长为组长的<o>青禾县城乡供水一体化工作领导小组</o>。
成立<o>县防汛抗旱指挥部办公室</o>。
<o>市财政局</o>、<o>水利局</o>和<o>住建局</o>联合验收。
<o>民盟云陵市委会</o>提出建议。
<o>青禾县乡村建设发展局</o>负责实施。
<o>镇政府</o>、<o>镇党委</o>督促。
<o>国家税务总局青禾县税务局</o>负责征收。
<o>县水利局</o>局长办公会研究。
<o>青禾县消防救援大队</o>、<o>市安委办</o>检查。
由<o>同德区教育局</o>牵头。
我局商<o>旗水利局</o>、<o>旗林草局</o>研究。
立即会同<o>县财政局</o>办理。
<o>自治区公安厅交警总队</o>、<o>青禾县公安局刑侦大队</o>联动。
由<o>国家金融监督管理总局云陵监管分局</o>推动。
"""

INSTITUTIONS = """
组建<g>青禾县惠民供水有限责任公司</g>。
与<g>云陵市第一人民医院</g>、<g>省农业科学院</g>签订协议。
引进<g>清华大学</g>、<g>中科院</g>的成果。
依托<g>山西农业大学</g>、<g>云陵职业技术学院</g>开展培训。
<g>授渔科技（云陵）有限公司</g>投资建设。
<g>云陵市城市建设投资有限公司</g>、<g>青禾县自来水公司</g>、<g>青禾农商行</g>承建。
建成<g>青禾县第二幼儿园</g>、<g>望川镇中心小学</g>。
<g>县人民医院</g>、<g>县疾控中心</g>、<g>县融媒体中心</g>、<g>县第一小学</g>。
<g>青禾中学</g>扩建。
<g>对外经济贸易大学</g>、<g>建设银行青禾支行</g>、<g>中国移动云陵分公司</g>参加。
<g>清河康宁医养中心</g>、<g>怡康颐养院</g>运营。
<g>县三小</g>、<g>云陵市一中</g>、<g>望川派出所</g>周边。
<g>市文化和旅游发展集团</g>运营。
支持<g>云陵电子科技学院（筹）</g>建设。
<g>东坪村党支部</g>、<g>上河村村委会</g>组织群众。
在<l>青禾县望川镇东坪村</l>建设乡村振兴农业科技示范基地。
走访<g>云达通信</g>、<g>远驰重卡</g>、<g>青山纸业</g>等龙头企业。
引进<g>安吉尔电器</g>、<g>蓝鲸重工</g>等5家企业。
<g>省林科院</g>指导育苗。
<g>旗乌兰牧骑</g>下乡演出。
<g>县人民医院</g>加挂<g>青禾康宁医院</g>牌子。
学校与<g>远宏智能</g>、<g>青图电子</g>等企业共建产业学院。
<l>湖南</l>、<l>湖北</l>、<l>江西</l>三大粮食基地提质。
<l>五林镇</l>、<l>石口镇</l>污水处理厂已投运。
"""

PLACES = """
会同住建部门在<l>望川镇东坪村</l>开展调研。
<l>云陵市青禾县望川镇东坪村</l>至<l>西坪村</l>公路。
<l>青禾县</l>城区供水由<l>城关镇</l>负责。
赴<l>浙江省安吉县</l>、<l>杭州市余杭区</l>考察，学习<l>陕西</l>、<l>甘肃</l>经验。
在<l>人民路</l>、<l>滨河东路</l>设置停车位。
<l>241国道</l>、<l>G108线</l>改造。
<l>青云高铁</l>通车，<l>G60高速</l>、<l>S204省道</l>、<l>云白高速公路</l>过境。
推进<l>云陵至白水高速公路</l>、<l>青云高铁</l>二期、<l>白水至望川城际铁路</l>前期工作。
境内<l>京云高速</l>、<l>南同蒲铁路</l>、<l>漳河灌渠</l>、<l>京杭大运河</l>。
全省高速公路里程、高铁通车里程、农村公路、地方铁路、货运铁路。
建设高速公路3条，完善高速公路网，绕城高速公路、机场高速、高铁新城、铁路部门。
经济高速发展，打造信息高速公路，两条高铁、一条高速。
施划路内泊位960个。
<l>青禾河</l>治理，<l>望川水库</l>加固。
位于<l>城北街道幸福社区</l>。
<l>侯马经济开发区</l>招商。
北临<l>东湖公园</l>。
<l>马家沟村</l>、<l>段家村</l>、<l>上河村</l>通水。
<l>兴黔布依族自治州</l>试点。
<l>白马湖旅游度假区</l>、<l>阳光花园小区</l>。
融入<l>长三角</l>、<l>粤港澳大湾区</l>。
修缮<l>苍岭镇</l>、<l>大碗镇</l>等文化站6处。
按街道分，<l>北城街道</l>18处、<l>东城街道</l>25处、<l>云湖街道</l>9处。
截至去年末，<l>沛县</l>、<l>睢宁县</l>已完成。
<l>白河</l>系<l>澜江</l>支流，流域涉及6个乡镇。
<l>澄河</l>汇入<l>澜江</l>干流，<l>澄河</l>治理见效。
实施<l>澄河</l>流域生态修复。
开通至<l>白马湖</l>的旅游专线。
<l>澜水河</l>、<l>沙河</l>、<l>清水河</l>综合治理。
<l>切木尔切克镇</l>、<l>拉日马镇</l>牧道改造。
<l>上云村九石屯</l>已通硬化路，<l>巴音嘎查</l>、<l>白云嘎查</l>通水。
"""

PERSONS = """
贯彻<p>习近平</p>总书记重要讲话精神。
副县长<p>林之远</p>多次批示。
<p>苏文清</p>同志带队调研。
市委书记<p>王建国</p>、市长<p>李海涛</p>到场。
联系人：社保股 <p>苏小满</p>，电话：0999-5550001。
（联系人：<o>省民政厅</o>养老服务处 <p>林知远</p>，0999-5550001）
校长<p>苏志远</p>介绍，村支书<p>林福满</p>带领群众，<p>巴图·努尔兰</p>代表提出。
联系人：<p>阿依古丽·买买提</p>，电话：0999-5550001。
"""

PROGRAMMES = """
开展“<r>雪亮工程</r>”、<r>“清风”行动</r>、“<r>百企帮百村</r>”活动。
落实“<r>双减</r>”政策，融入“<r>一带一路</r>”。
获得“<r>市长质量奖</r>”，用好“<r>创新券</r>”。
开办“<r>银龄食堂</r>”41家，推行“<r>党建+养老</r>”模式。
实施<r>双千工程</r>、<r>农村饮水安全巩固提升工程</r>。
滚动实施<r>高新技术企业倍增计划</r>。
上线<r>青禾县智慧水务信息平台</r>。
实施<r>“千村示范、万村整治”工程</r>。
打造“<r>大青山康养</r>”“<r>白马湖温泉</r>”两大品牌。
拨打<r>12345政务服务便民热线</r>。
<r>现代渔业装备提升工程</r>分三年实施。
<r>骏马工业互联网平台</r>接入设备2100台。
第12届<r>云岭那达慕</r>在秋季举行。
开展“<r>百企连百村</r>”行动。
推动特产通过“<r>云陵好品</r>”认证，“<r>青惠保</r>”投保人数增加，“<r>长者康</r>”意外保险扩面。
市民可在“<r>云里办</r>”预约挂号。
每年举办“<r>跑起来·少年</r>”等赛事。
<r>引青入陵工程</r>开工。
"""

MEETINGS = """
贯彻<m>党的二十大</m>和<m>二十届三中全会</m>精神。
关于<m>市政协五届二次会议</m>第12号提案。
关于对<m>县十七届人大三次会议</m>第45号建议的答复。
关于<m>政协青禾县第十届委员会第二次会议</m>第1号提案。
关于<m>青禾县第十八届人民代表大会第三次会议</m>第8号建议。
对<m>十三届全国人大一次会议</m>第2016号建议的答复。
<m>市委经济工作会议</m>、<m>全市工业发展大会</m>部署。
<m>县政府第35次常务会议</m>审议通过。
"""


@pytest.mark.parametrize(
    "sentence",
    [
        line
        for block in (ORGANS, INSTITUTIONS, PLACES, PERSONS, PROGRAMMES, MEETINGS)
        for line in block.strip().split("\n")
    ],
)
def test_names_of_a_sentence(sentence: str) -> None:
    plain, expected = annotated(sentence)
    assert [(entity.kind, entity.raw) for entity in entities(plain)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "优化产业布局，着眼全局，局部改善，围绕中心工作，会同有关部门处理。",
        "教育部门要加强管理，财政部门落实资金。",
        "各级党委政府、各县区政府、乡镇政府、县直各部门。",
        "全市共有养老机构12家，城区幼儿园15所，乡镇卫生院18个。",
        "省级重点实验室5家，市级企业技术中心3家，高校院所12家。",
        "全市义务教育学校、公办幼儿园、民办学校、高等院校。",
        "农贸市场、城区道路、农村公路、老旧小区、行政村、示范村、中心镇。",
        "创建全国文明城市，建设海绵城市，超市、夜市、上市企业。",
        "处理好“三个关系”，聚焦“产业转型”，牵住“牛鼻子”，“一企一策”帮扶。",
        "实施“十四五”规划，推进民生工程、重点工程、工作计划。",
        "召开座谈会、推进会、专题会议3次。",
        "成立工作专班，建立联席会议制度。",
        "来宾众多，实现长治久安，阿里云平台。",
        "社区委员会委托第三方，城市委托管理。",
        "小区政府补贴。",
        "（二）水厂工程。",
        "成立由市长任组长的机构。",
        "县级领导包联，市级财政补贴，镇级平台，村级组织。",
        "各县区交通局、各乡镇政府。",
        "建设康养基地。",
        "代表时参考。",
        "骨干企业“搭平台”，小微企业“上平台”，组织“技术郎中”入户。",
        "化工、建材、冶金等企业，装备制造、食品加工等企业，学校、医院、商场等单位和企业。",
        "加强对园长和校长和教师的培训，优秀校长由学校推荐。",
        "开展“枫桥式”派出所创建。",
        "落实倍增计划，推进提升工程，推行信息平台共享，工业互联网平台建设。",
        "河湖管理范围划定，主要河流、水库、河道、大河、小河管护到位，小河流域治理。",
        "鼓励设“青苗”奖学金。",
        "在沿海城市举办推介会。",
        "老城区停车难，各镇、各街道、乡镇、村。",
        "各乡镇、街道97个，中心镇、重点镇12个。",
    ],
)
def test_words_that_only_look_like_names(sentence: str) -> None:
    assert [entity.raw for entity in entities(sentence) if entity.raw not in ("阿里", "阿里云")] == []


def test_nothing_inside_a_title_or_a_meeting_is_a_name() -> None:
    assert [entity.raw for entity in entities("根据《水利部 财政部关于青禾县供水的通知》。")] == []
    assert [entity.raw for entity in entities("市政协五届二次会议上。")] == ["市政协五届二次会议"]


def test_those_addressed_and_named_as_contacts_are_persons() -> None:
    lines = (
        "a 川上行委员：\nb 感谢您的支持。\ns 青禾县水利局\ns 2023年7月1日\ns 承办人：禾苗青 联系电话：5550123"
    )
    persons = [entity.raw for entity in entities(lines) if entity.kind == "person"]
    assert persons == ["川上行", "禾苗青"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云陵市水利局负责。市水利局牵头。", ["云陵市水利局", "云陵市水利局"]),
        ("云陵市科学技术局负责。市科技局牵头。", ["云陵市科学技术局", "云陵市科学技术局"]),
        ("云陵市财政局负责。市水利局牵头。", ["云陵市财政局", "市水利局"]),
        ("青禾县财政局、望川县财政局负责。县财政局牵头。", ["青禾县财政局", "望川县财政局", "县财政局"]),
        ("杭州市先行，杭州经验。", ["杭州市", "杭州市"]),
        ("“市长质量奖”和“市长质量奖”评选。", ["市长质量奖", "市长质量奖"]),
    ],
)
def test_all_mentions_of_a_thing_have_one_name(text: str, names: list[str]) -> None:
    assert [entity.name for entity in entities(text)] == names


@pytest.mark.parametrize(
    ("sentence", "issuing", "raw", "refers_to"),
    [
        ("我局高度重视。", "云陵市水利局", "我局", "云陵市水利局"),
        ("我市高度重视。", "云陵市水利局", "我市", "云陵市"),
        ("我县高度重视。", "青禾县水利局", "我县", "青禾县"),
        ("我单位高度重视。", "青禾县水利局", "我单位", "青禾县水利局"),
        ("我委高度重视。", "云陵市卫生健康委", "我委", "云陵市卫生健康委"),
    ],
)
def test_deictics_refer_to_the_letterhead(sentence: str, issuing: str, raw: str, refers_to: str) -> None:
    (entity,) = entities(sentence, issuing=issuing)
    assert (entity.raw, entity.refers_to) == (raw, refers_to)


@pytest.mark.parametrize(
    "sentence", ["我市场广阔。", "本部分内容。", "根本办法。", "我会继续努力。", "我局积极。"]
)
def test_what_refers_to_nothing_known_is_no_name(sentence: str) -> None:
    assert entities(sentence) == ()


def test_ids_count_in_reading_order() -> None:
    assert [entity.id for entity in entities("市委、市政府、省委。")] == ["e1", "e2", "e3"]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["青禾县", "市", "局", "水利", "委", "政府", "公司", "“", "”", "《", "》", "（", "）", "工程", "实施", "第一", "中学", "村", "路",
             "领导小组", "的", "、", "。", "\n", "届", "次会议", "我", "习近平", "平台", "书记", "区", "云陵", "和", "大学", "A"]
        ),
        max_size=16,
    ).map("".join)
)  # fmt: skip
def test_any_text_gives_names_that_slice_back_and_do_not_overlap(text: str) -> None:
    end = 0
    for entity in entities(text.replace("\n", "\nb ")):
        assert end <= entity.span[0] < entity.span[1]
        end = entity.span[1]

"""Work items of letters whose outline is given; all invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.letters import lexicon
from tests.parse.outlined import outlined

from dafu.parse.items.items import find_items

LETTERS: list[tuple[str, str, list[str]]] = [
    (
        "the deepest numbered item stands for those above it",
        """
        done1 一、|健全机制|。印发了方案。
        done1 二、|完善设施|
        . 近年来，投入资金2亿元。
        done2 （一）|建设水厂|。建成水厂3座。
        . 供水能力大幅提升。
        +done3 一是||改造管网20公里。
        +done3 二是||新建泵站2座；
        done2 （二）|改造管网|。更换水表1万只。
        """,
        [
            "m done 一、健全机制。印发了方案。",
            "m done 一是改造管网20公里。",
            "m done 二是新建泵站2座；",
            "m done （二）改造管网。更换水表1万只。",
        ],
    ),
    (
        "a measure of several paragraphs is one item; its last newline is not in it",
        """
        done1 一、|健全机制|
        . 印发了方案。
        . 成立了专班。
        done1 二、|加大投入|
        . 安排资金500万元。
        """,
        ["m done 一、健全机制\n印发了方案。\n成立了专班。", "m done 二、加大投入\n安排资金500万元。"],
    ),
    (
        "what a lead-in advises another to do is handed over, item for item",
        """
        request1 三、|相关建议|
        . 建议贵局：
        +request2 一是||建立项目库，于每年9月底前完成储备；
        +request2 二是||加强绩效管理。
        """,
        ["n planned 一是建立项目库，于每年9月底前完成储备；", "n planned 二是加强绩效管理。"],
    ),
    (
        "an answer that only names the points is no measure",
        """
        response1 二、|对所提建议的答复|
        . 关于建立博物馆的建议。该项工作由市文物局负责，已商请其研究。
        """,
        ["n planned 该项工作由市文物局负责，已商请其研究。"],
    ),
    (
        "a line that only names the point answered is no next step",
        """
        plan1 二、|下一步工作|
        . 关于修建高架桥的建议。因不符合规划，暂不予采纳。
        """,
        ["n refused 因不符合规划，暂不予采纳。"],
    ),
    (
        "numbered items of a plan; its lead-in is one where it states a target",
        """
        plan1 三、|下一步打算|
        . 到2025年，全县床位达到2000张。当前，我县面临难得机遇。重点抓好以下三项工作：
        plan2 （一）|加快建设|。新建中心8个。已建成的要加强管护。
        plan2 （二）|强化培训|。培训护理员300人次。
        """,
        [
            "n planned 到2025年，全县床位达到2000张。",
            "n planned （一）加快建设。新建中心8个。已建成的要加强管护。",
            "n planned （二）强化培训。培训护理员300人次。",
        ],
    ),
    (
        "a lead-in without a target is none",
        """
        plan1 下一步，我局将以此次办理为契机，不断提升服务水平。
        plan2 一是||加快建设；
        plan2 二是||强化培训。
        """,
        ["n planned 一是加快建设；", "n planned 二是强化培训。"],
    ),
    (
        "a plan that is not numbered: each sentence; background and courtesy left out",
        """
        plan1 四、|下一步工作计划|
        . 当前，我县正处于转型发展的关键时期。我局将持续加大招商力度。完善考核机制，压实责任。
        . 计划2024年新建厂房5万平方米。我们相信，明天会更好。感谢您的关注。
        """,
        [
            "n planned 我局将持续加大招商力度。",
            "n planned 完善考核机制，压实责任。",
            "n planned 计划2024年新建厂房5万平方米。",
        ],
    ),
    (
        "a lone numbered plan without a heading is split as well",
        """
        done1 一、|加强排查|。排查机构126家。
        plan1 二、||下一步，我局将加强检查。建立联动机制。
        """,
        ["m done 一、加强排查。排查机构126家。", "n planned 下一步，我局将加强检查。", "n planned 建立联动机制。"],
    ),
    (
        "a thematic heading in a plan makes the item one",
        """
        plan1 三、|下一步，加大执法力度|。开展专项检查。查处违规行为。
        plan1 四、|强化宣传引导|。组织进社区活动。
        """,
        [
            "n planned 三、下一步，加大执法力度。开展专项检查。查处违规行为。",
            "n planned 四、强化宣传引导。组织进社区活动。",
        ],
    ),
    (
        "plans at the end of an answer, point by point",
        """
        response1 一、|关于增设护学岗的建议|
        . 您建议在校门口增设护学岗。我局已在28所学校设立护学岗。下一步，我们将扩大覆盖范围。年底前再增设12个。
        response1 二、|关于加强家校联动的建议|
        . 我局将认真研究，尽快拿出方案。
        """,
        [
            "m done 一、关于增设护学岗的建议\n您建议在校门口增设护学岗。我局已在28所学校设立护学岗。",
            "n planned 下一步，我们将扩大覆盖范围。",
            "n planned 年底前再增设12个。",
            "n planned 我局将认真研究，尽快拿出方案。",
        ],
    ),
    (
        "what only praises or restates is no measure",
        """
        response1 三、|关于建设等候区的建议|
        . 您提出的建议很好。您建议在校门口建设等候区，增设座椅。我局将予以采纳。
        """,
        ["n planned 我局将予以采纳。"],
    ),
    (
        "a plan goes on with bare verbs in its paragraph, until something done is told",
        """
        done1 2.|强化管理|。建立台账。今后，我局将完善制度。加强巡查。已查处违规行为12起。组织培训3期，参训人员达到500余人次，有力提升了执法水平。
        """,
        [
            "m done 2.强化管理。建立台账。今后，我局将完善制度。加强巡查。已查处违规行为12起。组织培训3期，参训人员达到500余人次，有力提升了执法水平。",
            "n planned 今后，我局将完善制度。",
            "n planned 加强巡查。",
        ],
    ),
    (
        "a short remark after a plan does not bring the plan into the measure",
        """
        done1 2.|强化管理|。建立台账3册，开展巡查24次，整改隐患36处。今后，我局将完善制度。已有成效。
        """,
        ["m done 2.强化管理。建立台账3册，开展巡查24次，整改隐患36处。", "n planned 今后，我局将完善制度。"],
    ),
    (
        "a numbered item of one planning sentence becomes the next step, marker and all",
        """
        done1 1.||印发了《青禾县管理办法》，明确了职责。
        done1 2.||将在12个小区新增端口600个。
        """,
        ["m done 1.印发了《青禾县管理办法》，明确了职责。", "n planned 2.将在12个小区新增端口600个。"],
    ),
    (
        "a refusal is a next step wherever it stands",
        """
        explanation1 二、|有关说明|
        . 该路段涉及铁路用地，我局无权实施改造。待条件成熟后，我局将积极配合。
        plan1 三、|下一步工作|
        plan2 （一）|关于成立养护队的建议|。因编制冻结，目前无法单独设立。
        closing0 感谢您的理解。
        """,
        [
            "n refused 该路段涉及铁路用地，我局无权实施改造。",
            "n planned 待条件成熟后，我局将积极配合。",
            "n refused （一）关于成立养护队的建议。因编制冻结，目前无法单独设立。",
        ],
    ),
    (
        "a refused answer leaves no measure; what was done beside it does",
        """
        response1 一、|关于拓宽道路的建议|
        . 该路段两侧为已建住宅，不具备拓宽条件，暂无法实施。
        response1 二、|关于增设信号灯的建议|
        . 经现场勘查，该路口不符合设置条件，不宜设置。我局已增设警示标志6处。
        """,
        [
            "n refused 该路段两侧为已建住宅，不具备拓宽条件，暂无法实施。",
            "m done 二、关于增设信号灯的建议\n经现场勘查，该路口不符合设置条件，不宜设置。我局已增设警示标志6处。",
            "n refused 经现场勘查，该路口不符合设置条件，不宜设置。",
        ],
    ),
    (
        "a letter of one paragraph: the sentences that plan or refuse",
        """
        opening0 关于对第64号建议的答复
        . 苏文清代表：
        . 你提出的关于维修水库的建议收悉，现答复如下：该水库建于1978年，渗漏严重。县财政困难，我局暂时解决不了。目前只能纳入项目库，待国家有投资计划，我局将及时申报，争取早日解决。
        closing0 感谢您的支持，今后我们将继续努力。
        """,
        [
            "n refused 县财政困难，我局暂时解决不了。",
            "n planned 目前只能纳入项目库，待国家有投资计划，我局将及时申报，争取早日解决。",
        ],
    ),
    (
        "done work that is not numbered, facts, problems and attachments give no items",
        """
        opening0 现答复如下：
        done0 近年来，我局投入资金2亿元，建成水厂3座。
        basic1 一、|基本情况|。全县有水厂12座。
        problem1 二、|存在的问题|
        problem2 （一）||资金不足。部分项目难以推进。
        attachment0 附件：1.新建水厂5座。
        """,
        [],
    ),
    (
        "what a letter adds below its last item is none of it",
        """
        plan1 三、|下一步打算|
        plan2 （一）|加快建设|。新建中心8个。
        plan2 （二）|强化培训|。培训护理员300人次。
        plan2 （三）|健全机制|。落实每月调度制度。
        . 养老服务关系千家万户。我们将以您的提案为契机，为老年人幸福生活保驾护航。
        . 关于您提出的设立基金的建议，目前没有政策依据，暂无法采纳。
        closing0 感谢您的支持。
        """,
        [
            "n planned （一）加快建设。新建中心8个。",
            "n planned （二）强化培训。培训护理员300人次。",
            "n planned （三）健全机制。落实每月调度制度。",
            "n refused 关于您提出的设立基金的建议，目前没有政策依据，暂无法采纳。",
        ],
    ),
    (
        "what was asked is handed over",
        """
        response1 一、|关于整治占道经营的建议|
        . 该事项属于望川区城管局职责，我局已转请其办理。我局将做好协调。
        """,
        ["n done 该事项属于望川区城管局职责，我局已转请其办理。", "n planned 我局将做好协调。"],
    ),
    (
        "what is still wanting, told in a paragraph of its own, is no measure; nor an item left without a sentence",
        """
        done1 一、|夯实网络基础|。建成基站1200个。
        . 同时，我们也看到，部分企业意愿不强，还存在资金不足等问题。
        response1 二、|关于延时开放至22:00的问题|。我局将适时延长开放时间。
        """,
        ["m done 一、夯实网络基础。建成基站1200个。", "n planned 我局将适时延长开放时间。"],
    ),
    (
        "a measure goes on behind a refusal",
        """
        response1 一、|关于纳入补贴目录|。风险数据不足。现阶段纳入补贴的条件尚不成熟。各地可自主开展保险。
        """,
        [
            "m done 一、关于纳入补贴目录。风险数据不足。现阶段纳入补贴的条件尚不成熟。各地可自主开展保险。",
            "n refused 现阶段纳入补贴的条件尚不成熟。",
        ],
    ),
    (
        "an item that is only a heading is one",
        """
        done1 1.|建设水厂3座|
        done1 2.|改造管网20公里|
        """,
        ["m done 1.建设水厂3座", "m done 2.改造管网20公里"],
    ),
    (
        "something under way makes an ongoing measure",
        """
        done1 一、|推进立法|。目前，条例草案正在征求意见。
        effect1 二、|社会效益|。居民出行更加便利。
        response1 三、|关于降低收费的建议|。收费标准由国家规定。
        """,
        [
            "m ongoing 一、推进立法。目前，条例草案正在征求意见。",
            "m done 二、社会效益。居民出行更加便利。",
            "m unknown 三、关于降低收费的建议。收费标准由国家规定。",
        ],
    ),
    (
        "half-width typing and lost stops",
        """
        done1 1.|加强检查|,开展检查32次.查处违规行为56起.下一步,我局将继续加大力度
        """,
        ["m done 1.加强检查,开展检查32次.查处违规行为56起.", "n planned 下一步,我局将继续加大力度"],
    ),
]  # fmt: skip


def _shown(lines: str) -> list[str]:
    letter, sections = outlined(lines)
    measures, steps = find_items(letter, sections, lexicon(), letter_date="2023-06-30")
    items = sorted((*measures, *steps), key=lambda item: item.span)
    assert all(letter.text[slice(*item.span)] == item.raw for item in items)
    return [f"{item.id[0]} {item.status} {item.raw}" for item in items]


@pytest.mark.parametrize(("lines", "items"), [pytest.param(*case[1:], id=case[0]) for case in LETTERS])
def test_items(lines: str, items: list[str]) -> None:
    assert _shown(lines) == items


@pytest.mark.parametrize(
    ("heading", "split"),
    [
        ("下一步工作打算", True),
        ("下一步工作安排及主要措施", True),
        ("今后工作思路和重点", True),
        ("2024年工作计划", True),
        ("“十四五”后三年工作打算", True),
        ("意见建议采纳及下一步工作", True),
        ("拟采取的办理落实措施", True),
        ("关于下一步工作的几点考虑", True),
        ("努力方向", True),
        ("下一步，加大执法力度", False),
        ("强化下一步监管", False),
        ("加大科研投入，健全保障机制", False),
    ],
)
def test_a_heading_that_only_announces_the_plan_leaves_its_sentences_items(heading: str, split: bool) -> None:
    assert len(_shown(f"plan1 三、|{heading}|\n. 新建水厂3座。改造管网20公里。")) == (2 if split else 1)


def test_ids_count_in_reading_order() -> None:
    letter, sections = outlined(
        """
        done1 一、|健全机制|。印发了方案。我局将完善制度。
        done1 二、|加大投入|。安排资金500万元。
        plan1 三、|下一步打算|。继续努力，新建水厂。
        """
    )
    measures, steps = find_items(letter, sections, lexicon())
    assert [item.id for item in measures] == ["m1", "m2"]
    assert [(item.id, item.section_id) for item in steps] == [("n1", "s1"), ("n2", "s3")]


def test_tables_and_what_stands_above_the_body_hold_no_items() -> None:
    letter, sections = outlined("plan0 下一步，我局将新建水厂。")
    other = letter.paragraphs[0].__class__
    for changed in (
        other(span=letter.paragraphs[0].span, zone="title"),
        other(span=letter.paragraphs[0].span, in_table=True),
    ):
        moved = letter.__class__(
            **{name: getattr(letter, name) for name in letter.__slots__} | {"paragraphs": (changed,)}
        )
        assert find_items(moved, sections, lexicon()) == ((), ())


_ROLES = st.sampled_from(
    ["done", "effect", "response", "plan", "problem", "explanation", "opening", "closing"]
)
_WORDS = st.lists(
    st.sampled_from(
        ["我局将完善制度。", "已建成水厂3座。", "暂无法实施。", "加强巡查。", "感谢您的支持。", "下一步，", "“", "《", "）", "抓好以下工作：", "2024年底前完工；"]
    ),
    max_size=6,
).map("".join)  # fmt: skip
_SECTIONS = st.lists(
    st.tuples(_ROLES, st.integers(0, 3), st.sampled_from(["", "一、|标题|。", "1.||"]), _WORDS),
    min_size=1,
    max_size=6,
)


@given(_SECTIONS)
def test_items_lie_in_their_section_and_next_steps_do_not_overlap(
    parts: list[tuple[str, int, str, str]],
) -> None:
    lines = "\n".join(
        f"{role}{level} {marker if level else ''}{words}文" for role, level, marker, words in parts
    )
    letter, sections = outlined(lines)
    measures, steps = find_items(letter, sections, lexicon())
    own = {section.id: section.own_span for section in sections}
    for item in (*measures, *steps):
        assert letter.text[slice(*item.span)] == item.raw == item.raw.strip()
        assert own[item.section_id][0] <= item.span[0] < item.span[1] <= own[item.section_id][1]
    for kind in (measures, steps):
        assert all(one.span[1] <= other.span[0] for one, other in pairwise(kind))

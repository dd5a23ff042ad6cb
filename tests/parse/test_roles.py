"""Headings, lead-ins and paragraphs, one a line, and the role they tell."""

from __future__ import annotations

import pytest
from tests.parse.letters import lexicon

from dafu.parse.outline.roles import cues_in, heading_role, lead_role, opens_plan, role_of_paragraph

HEADINGS = """
    basic: 基本情况 · 总体情况 · 现状 · 有关情况 · 我县义务教育现状 · 项目概况 · 工作现状 · 目前情况 · 现行政策 · 政策规定 · 有关政策依据 ·
        相关法律法规规定 · 实施治理的必要性 · 项目背景 · 全县农村饮水基本情况 · 关于我市停车设施的基本情况 · 现有政策情况 · 我区养老服务发展现状 · 必要性
    consultation: 办理情况 · 办理过程 · 沟通情况 · 与代表沟通情况 · 与委员沟通情况 · 面商情况 · 调研情况 · 协商情况 · 会办单位意见 · 协办单位办理情况 ·
        形成的共识情况 · 提案办理情况 · 建议办理过程 · 多方沟通研究形成的共识
    done: 工作开展情况 · 主要工作 · 主要工作及成效 · 主要做法 · 工作措施 · 采取的措施 · 已开展的工作 · 已采取的措施 · 开展的主要工作 · 工作进展情况 ·
        推进情况 · 落实情况 · 工作举措 · 近年来的工作 · 前期工作 · 办理主要作法 · 目前工作进展 · 所做工作 · 做法和成效 · 建议采纳情况 · 建议落实情况 ·
        重点工作完成情况 · 今年以来的工作 · 2022年工作开展情况 · 已做的主要工作 · 主要做法及成效 · 目前开展的工作 · 近年来工作开展情况 · 工作开展情况及取得的成效 ·
        我局采取的主要措施 · 建议的采纳落实情况 · 关于工作开展情况 · 工作推进落实情况 · 资金投入情况 · 主要举措与成效 · 前期工作开展情况 · 现阶段工作进展
    effect: 取得的成效 · 取得成效 · 工作成效 · 主要成效 · 主要成果 · 阶段性成果 · 工作亮点 · 办理结果 · 办理成效 · 取得的主要成效
    problem: 存在问题 · 存在的主要问题 · 存在的问题 · 主要问题 · 存在的困难 · 存在的困难和问题 · 存在困难和问题 · 面临的困难 · 面临的形势 · 面临的挑战 · 制约因素 ·
        不足之处 · 难点堵点 · 原因分析 · 问题及原因 · 存在短板 · 差距 · 不具备条件的原因 · 目前存在的问题 · 当前存在的主要困难 · 存在的突出问题 · 问题与不足
    response: 关于加大财政投入的建议 · 关于停车难的问题 · 关于整治占道经营的问题 · 对加强监管的建议 · 针对“开通公交”的建议 · 关于建议一 ·
        就您提出的完善设施问题 · 您提出的加快立法的建议 · 关于“推进医养结合”的建议 · 关于提升教育治理水平的问题 · 关于完善政策体系 · 对于优化营商环境的意见 ·
        关于今后加强队伍建设的建议 · 关于解决存在的突出问题的建议 · 加大宣传力度的建议 · 建议一 ·
        关于推进青云铁路前期工作 · 关于加快补齐短板
    plan: 下一步工作 · 下一步工作打算 · 下一步工作计划 · 下一步工作安排 · 下步工作措施 · 下一步工作思路 · 下一步工作重点 · 下一步工作建议 · 下一阶段工作 ·
        下一步打算 · 今后工作 · 今后的打算 · 今后的措施 · 下一步改进措施 · 未来工作 · 工作打算 · 工作计划 · 工作思路 · 工作安排 · 近期计划 · 拟采取的措施 · 办理落实措施 ·
        改进措施 · 整改措施 · 对策措施 · 解决措施 · 解决方案 · 努力方向 · 2024年工作计划 · “十四五”后三年工作安排 · 下半年工作 · 落实计划 ·
        意见建议采纳及下一步工作打算 · 存在问题及下一步打算 · 关于下一步工作 · 下一步，我局将重点做好以下工作 · 我局下一步工作打算 · 拟采取的办理落实措施情况 ·
        今后工作方向和重点 · 2023年重点工作任务 · 下阶段重点任务 · 后续工作安排 · 下一步的工作
    explanation: 有关说明 · 情况说明 · 政策解释 · 未采纳原因 · 需要说明的问题 · 暂不能解决的原因 · 有关情况说明 · 关于未采纳的原因
    request: 请求事项 · 工作建议 · 有关建议 · 需要支持的事项
    slogan: 加强组织领导 · 加大资金投入，改善办学条件 · 加强顶层设计，为打造创新生态提供政策依据 · 持续打造科技创新名片 · 科技创新平台体系日趋完善 · 改善落后现状 ·
        解决突出问题 · 破解融资难问题 · 实施三年行动计划 · 制定工作计划，明确目标任务 · 聚焦主体培育，增强内生动力 · 高点谋划、高位推进 · 多措并举稳就业 ·
        坚持问题导向，补齐短板 · 编制发展规划 · 全面推进乡村振兴 · 以点带面，示范引领 · 查找不足 · 落实责任 · 提升服务水平，优化办事流程 · 围绕中心工作，狠抓落实
"""


def _headings() -> list[tuple[str, str | None]]:
    cases: list[tuple[str, str | None]] = []
    for line in HEADINGS.replace("\n        ", " ").strip().split("\n"):
        role, words = line.strip().split(": ")
        cases += [
            (word.strip(), None if role == "slogan" else role) for word in words.split("·") if word.strip()
        ]
    return cases


@pytest.mark.parametrize(("heading", "role"), _headings())
def test_the_role_that_a_heading_names(heading: str, role: str | None) -> None:
    assert heading_role(heading, lexicon().roles) == role


@pytest.mark.parametrize(
    ("lead", "role"),
    [
        ("我们主要做了以下五个方面工作", "done"),
        ("近年来，我局主要开展了以下工作", "done"),
        ("我局采取以下措施", "done"),
        ("下一步，我局将重点做好以下工作", "plan"),
        ("针对您的建议，我局将从以下三个方面推进", "plan"),
        ("今后要重点抓好三项工作", "plan"),
        ("当前主要存在以下问题", "problem"),
        ("存在的困难主要有", "problem"),
        ("未能实施的主要原因", "explanation"),
        ("理由如下", "explanation"),
        ("现就有关问题逐条答复如下", "response"),
        ("经研究，现答复如下", None),
    ],
)
def test_the_role_that_a_lead_in_announces(lead: str, role: str | None) -> None:
    assert lead_role(lead, lexicon().roles) == role


@pytest.mark.parametrize(
    "paragraph",
    [
        "下一步，我局将持续加大执法力度。",
        "下步，我们将抓好落实。",
        "下一阶段，重点推进二期工程。",
        "今后，我局将继续做好工作。",
        "在今后的工作中，我们将认真吸纳您的建议。",
        "接下来，县水利局将启动清淤。",
        "针对以上问题，下一步我们将采取以下措施：",
        "我局下一步将积极争取资金。",
        "为此，今后一个时期我县将加快建设。",
        "明年，我局计划实施改造12公里。",
        "2024年，我局将完成剩余任务。",
        "下半年，拟开展专项检查。",
    ],
)
def test_paragraphs_that_open_a_plan(paragraph: str) -> None:
    assert opens_plan(paragraph, lexicon().roles)


@pytest.mark.parametrize(
    "paragraph",
    [
        "2022年，市政府印发《三年行动计划（2022—2024年）》。",
        "2022年，全县完成投资3亿元。",
        "近期，我局组织开展了检查。",
        "为下一步工作奠定了基础。",
        "我局已完成规划编制，下一步将组织实施。",
        "未来五年是关键期。",
        "下一步工作奠定了坚实基础。",
    ],
)
def test_paragraphs_that_open_none(paragraph: str) -> None:
    assert not opens_plan(paragraph, lexicon().roles)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("全县已建成充电桩260个。", "done"),
        ("我局将于年底前建成充电桩50个。", "plan"),
        ("要强化责任，要加大投入。要严格考核。", "plan"),
        ("已将该路段列入改造计划。", "done"),
        ("我局累计争取资金3000万元，近3万群众受益。", "done"),
        ("加强领导。", None),
        ("已完成改造12公里。下一步，将实施二期工程。今后将加强管护。", "done"),
        ("印发《关于将停车设施纳入规划的通知》。", "done"),
    ],
)
def test_what_most_sentences_tell(text: str, role: str | None) -> None:
    assert cues_in(text, lexicon().roles).role == role


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("东河桥全长126米，始建于1986年。", "basic"),
        ("近年来，我局先后投入资金300万元，改造路灯260盏。", "done"),
        ("下一步，我局将积极争取资金。", "plan"),
        ("我局将结合道路改造统筹考虑。", "plan"),
        ("由于财力有限，该项目暂无法实施，敬请谅解。", "explanation"),
        ("目前存在的主要问题是管护经费不足。", "problem"),
        ("恳请市政府加大支持力度。", "request"),
        ("建议贵局会同市财政局制定补助办法。", "request"),
        ("综上，请贵委在答复时予以说明。", "request"),
        ("我局已完成摸底，建议贵局制定补助办法。", "done"),
        ("收到建议后，我局与代表进行了面商，并到现场踏勘。", "consultation"),
    ],
)
def test_the_role_of_an_unmarked_paragraph(paragraph: str, role: str) -> None:
    assert role_of_paragraph(paragraph, lexicon().roles, None) == role


def test_a_paragraph_that_tells_nothing_goes_with_the_one_before() -> None:
    assert role_of_paragraph("绿水青山。", lexicon().roles, "done") == "done"
    assert role_of_paragraph("绿水青山。", lexicon().roles, None) == "unknown"

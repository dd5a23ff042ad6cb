"""How firmly a sentence commits: 0 slogan, 1 soft, 2 intent, 3 firm, 4 with quantity or deadline, 5 with both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.letters import lexicon

from dafu.parse.items.strength import judge_strength

WORDS = lexicon().items

BARE = [
    # firm: the writer's own action, marked or not
    ("下一步，我局将加大巡查力度。", 3),
    ("持续加大财政资金引导投入力度。", 3),
    ("要抓好整改落实。", 3),
    ("完善奖补办法，落实奖励资金。", 3),
    ("将该路段列入改造计划。", 3),
    ("我局将会同公安部门开展联合整治。", 3),
    ("坚决查处违规行为。", 3),
    ("我局拟出台扶持政策。", 3),
    ("研究制定培养办法。", 2),
    ("提请县政府研究解决。", 2),
    ("我局将积极争取资金，并组织施工队伍修补坑槽。", 3),
    ("以提案办理为契机，加强队伍建设。", 3),
    ("督促施工单位倒排工期，加强现场管理。", 3),
    # what the writer only advises, whatever the verb; what it adds of its own counts
    ("建议贵局尽快确定选址，将用地需求函告我局。", 1),
    ("请贵委统筹安排资金。", 1),
    ("建议由镇政府完成清理，我局将加强指导。", 3),
    # intent
    ("积极争取上级资金。", 2),
    ("力争早日完成改造。", 2),
    ("尽快启动项目建设。", 2),
    ("我局将适时调整线路。", 2),
    ("努力改善通行条件。", 2),
    ("择机启动二期改造。", 2),
    # soft
    ("我局将认真研究。", 1),
    ("积极探索合作模式。", 1),
    ("将统筹考虑您的意见。", 1),
    ("认真吸纳您的建议。", 1),
    ("由县住建局负责实施。", 1),
    ("建议由镇政府统筹。", 1),
    ("将持续关注该问题。", 1),
    # slogans
    ("为全市高质量发展作出更大贡献。", 0),
    ("努力办好人民满意的教育。", 0),
    ("不断开创工作新局面。", 0),
    ("为乡村振兴提供坚强保障。", 0),
]  # fmt: skip

BOUND = [
    # sentence, quantity, deadline, strength
    ("到2024年底前建成充电桩50个。", True, True, 5),
    ("力争2025年建成水厂3座。", True, True, 5),
    ("考虑在2025年前增设站点2处。", True, True, 5),
    ("新建公厕12座。", True, False, 4),
    ("2024年6月底前完成改造。", False, True, 4),
    ("争取年底前开工。", False, True, 4),
    ("年底前研究该问题。", False, True, 3),
]


@pytest.mark.parametrize(("sentence", "strength"), BARE)
def test_without_quantity_and_deadline(sentence: str, strength: int) -> None:
    assert judge_strength(sentence, WORDS, quantity=False, deadline=False) == strength


@pytest.mark.parametrize(("sentence", "quantity", "deadline", "strength"), BOUND)
def test_with_quantity_or_deadline(sentence: str, quantity: bool, deadline: bool, strength: int) -> None:
    assert judge_strength(sentence, WORDS, quantity=quantity, deadline=deadline) == strength


def test_the_strongest_clause_counts() -> None:
    item = "加强研究论证。积极争取资金，2处站点完成升级改造。为发展提供保障。"
    assert judge_strength(item, WORDS, quantity=False, deadline=False) == 3


def test_what_others_demand_is_no_promise() -> None:
    item = "您建议加快建设停车场，我局将认真研究。"
    assert judge_strength(item, WORDS, quantity=False, deadline=False) == 1


@given(st.text(max_size=80), st.booleans(), st.booleans())
def test_bounds_never_weaken(item: str, quantity: bool, deadline: bool) -> None:
    bare = judge_strength(item, WORDS, quantity=False, deadline=False)
    assert 0 <= bare <= judge_strength(item, WORDS, quantity=quantity, deadline=deadline) <= 5

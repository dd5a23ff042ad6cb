"""主办, 会办 and 经商: organs named with their part in the handling."""

from __future__ import annotations

import pytest
from tests.parse.letters import letter_from, lexicon

from dafu.parse.head.handling import find_handling

IN_THE_OPENING = [
    ("已由市政府交办市科学技术局办理，现答复如下：", [("市科学技术局", "lead")]),
    ("已转交县水利局办理。现答复如下：", [("县水利局", "lead")]),
    ("由市公安局主办，我局会办。现答复如下：", [("市公安局", "lead")]),
    ("该提案由市教育局牵头办理，市财政局、市人社局协办。", [("市教育局", "lead"), ("市财政局", "joint"), ("市人社局", "joint")]),
    ("经会同市财政局、市自然资源和规划局研究，现答复如下：", [("市财政局", "joint"), ("市自然资源和规划局", "joint")]),
    ("由我委主办，省财政厅、省教育厅会办。现答复如下：", [("我委", "lead"), ("省财政厅", "joint"), ("省教育厅", "joint")]),
    ("经商财政部、人力资源社会保障部，现答复如下：", [("财政部", "consulted"), ("人力资源社会保障部", "consulted")]),
    ("经商国家发展改革委和财政部，现答复如下：", [("国家发展改革委", "consulted"), ("财政部", "consulted")]),
    ("由我局会同市财政局办理。现答复如下：", [("我局", "lead"), ("市财政局", "joint")]),
    ("经会同市交通运输局研究，现答复如下：", [("市交通运输局", "joint")]),
    ("我局会同市公安局开展整治，现答复如下：", []),
    ("已交我局办理，现答复如下：", []),
    ("由县政府办理，现答复如下：", [("县政府", "lead")]),
    ("近年来，市财政局会同各县区加大投入，现答复如下：", []),
    ("经研究，现答复如下：", []),
    # whose opinion went into the answer; what is called 会办意见 names a joint unit
    ("并综合市水利局、市农业农村局意见，现答复如下：", [("市水利局", "consulted"), ("市农业农村局", "consulted")]),
    ("经研究，并结合市水利局、市财政局的意见，现答复如下：", [("市水利局", "consulted"), ("市财政局", "consulted")]),
    ("商市财政局、市人社局后，现答复如下：", [("市财政局", "consulted"), ("市人社局", "consulted")]),
    ("征求了市民政局、团市委等单位意见，现答复如下：", [("市民政局", "consulted"), ("团市委", "consulted")]),
    ("现汇总市财政局、市教育局的会办意见，答复如下：", [("市财政局", "joint"), ("市教育局", "joint")]),
    ("根据市财政局、市生态环境局提供的意见，现答复如下：", [("市财政局", "consulted"), ("市生态环境局", "consulted")]),
    ("收到市卫生健康委会办意见后，我局认真研究，现答复如下：", [("市卫生健康委", "joint")]),
    ("吸收采纳了市财政局和市人社局的意见，现答复如下：", [("市财政局", "consulted"), ("市人社局", "consulted")]),
    ("我局与市财政局、市教育局等部门共同研究，现答复如下：", [("市财政局", "consulted"), ("市教育局", "consulted")]),
    ("及时与市交通运输局进行了会商，现答复如下：", [("市交通运输局", "consulted")]),
    ("会同协办单位市财政局、市教育局研究办理，现答复如下：", [("市财政局", "joint"), ("市教育局", "joint")]),
    ("按照市委、市政府意见，现答复如下：", []),
    ("根据县财政局安排，我局研究后答复如下：", []),
    ("结合工作实际，现答复如下：", []),
    ("我局与市公安局共同研究制定了方案。", []),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "units"), IN_THE_OPENING)
def test_in_the_opening(opening: str, units: list[tuple[str, str]]) -> None:
    letter = letter_from(
        f"关于市政协五届二次会议第9号提案的答复\n方小舟委员：\n您提出的《关于修路的提案》收悉，{opening}\n已修路。"
    )
    found = find_handling(letter, lexicon())
    assert [(unit.name, unit.role) for unit in found] == units
    assert all(letter.text[slice(*unit.span)] == unit.raw for unit in found)


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("主办单位：云陵市水利局", [("云陵市水利局", "lead")]),
        ("会办单位：市财政局、市林业局", [("市财政局", "joint"), ("市林业局", "joint")]),
        ("协办单位:市财政局 联系人：方舟", [("市财政局", "joint")]),
        ("承办科室：办公室", []),
        ("抄送：市财政局", []),
    ],
)
def test_after_a_label(line: str, units: list[tuple[str, str]]) -> None:
    letter = letter_from(
        f"方小舟委员：\n您提出的《关于修路的提案》收悉，现答复如下：\n已修路。\n云陵市水利局\n2023年5月1日\n{line}"
    )
    assert [(unit.name, unit.role) for unit in find_handling(letter, lexicon())] == units

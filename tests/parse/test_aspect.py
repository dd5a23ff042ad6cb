"""Sentences and what they say of an action; all invented. `letter` of 2023."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.letters import lexicon

from dafu.parse.items.aspect import has_perfect, judge_sentence
from dafu.parse.items.futures import begins_with_verb, find_futures, opens_plan
from dafu.parse.items.sentences import without_enclosed

WORDS = lexicon().items

# A plan of the writer's, wherever it stands; under done work, where it is hardest to tell.
PLANS = [
    "2024年，继续实施危房改造，做到应改尽改。",
    "“十四五”末，力争每千人口托位数达到4.6个。",
    "到2025年，全县力争建成示范社区12个。",
    "三年内努力实现雨污分流全覆盖。",
    "2024年底前完成绩效评价全覆盖。",
    "2023年10月底前完成改造。",
    "2022年，全县新增公交车10辆，明年拟再购置15辆。",
    "从2024年起，全县学校课后服务实现全覆盖。",
    "今年年底前完成全部安装任务。",
    "12月底前实现公交全覆盖。",
    "明年开春后组织施工。",
    "我局拟将该项目申报2024年省级重点项目。",
    "若有新的政策出台，我局将第一时间落实。",
    "县财政将优先保障该项经费。",
    "下一步，我局将加大巡查力度。",
    "下一步,我局将加大巡查力度",
    "下步，继续抓好管网维护。",
    "下一步我局会同县财政局完善补贴办法。",
    "接下来，逐村开展摸底。",
    "今后，我们将进一步加强与学校的沟通。",
    "今后工作中，严格落实巡查制度。",
    "在今后的工作中，我局将不断完善服务。",
    "同时，我局将加强宣传引导。",
    "我县将在河东片区新建停车场2处。",
    "我局将以此次提案办理为契机，加快推进管网改造。",
    "我局将按照您的建议，优化线路。",
    "将于2024年6月底前完成改造。",
    "该项目预计2024年6月底前完工。",
    "该桥即将开工建设。",
    "计划2024年新建公厕12座。",
    "我局计划在老城区增设护栏。",
    "我委拟于9月开展专项检查。",
    "拟投资300万元改造该路段。",
    "县财政拟安排专项资金用于补贴。",
    "力争年底前实现全覆盖。",
    "争取早日开工。",
    "确保2024年汛期前完工。",
    "我们会继续关注此事。",
    "我局也将积极向上级争取资金。",
    "我局准备在秋季学期试点。",
    "我们一定把好事办好。",
    "我局承诺在年底前解决。",
    "待资金落实后，尽快开工建设。",
    "待省厅下达任务后组织实施。",
    "条件成熟时，再行增设班次。",
    "已列入2024年大中修计划，待省厅下达任务后组织实施。",
    "已完成选址，将于明年3月开工。",
    "该项目将于2024年底建成，目前已完成主体。",
    "已争取资金500万元，将用于该路段改造。",
    "我局对已建成的站点将逐一评估。",
    "明年，将继续加大投入。",
    "下半年，重点抓好东片区改造。",
    "未来三年，全县将新建水厂3座。",
    "后续，我局将加强跟踪问效。",
    "因此，我局将统筹考虑您的意见。",
    "将会同公安、城管等部门开展联合整治。",
    "将对破损路面进行修补。",
    "我局已起草方案，并将适时征求意见。",
    "按照县委要求，我局将开展回头看。",
    "县委会议强调要抓好整改，我局将认真落实。",
    "您提出的增设路灯的建议，我局将予以采纳。",
    "力争到“十四五”末，实现行政村全覆盖。",
    "我市将逐步扩大试点范围。",
    "要在2024年底前全面完成，我局将倒排工期。",
    "该标准年底前印发实施。",
    "方案今年11月底前按程序报批。",
    "我局将商市财政局给予支持。",
]

# Done work: no plan stands here, whatever the verbs look like.
DONE = [
    "2022年底前，全县学校食堂完成改造。",
    "鉴于提案所提问题已基本解决，办理类别由B类转为A类。",
    "经过努力，该项目已于2023年5月竣工，预计每年可减少碳排放3000吨。",
    "严把准入关，对达不到要求的项目坚决不予审批，共否决了12个。",
    "2023年上半年，接待游客320万人次，比上年同期增加了两成，预计全年可突破700万人次。",
    "积极对接省发改委，争取到中央预算内投资4500万元。",
    "完成情况良好，为今后开展工作打下了基础。",
    "去年年底前完成整改。",
    "已建成并投入使用。",
    "我局已将该路段列入养护台账。",
    "成立了工作专班，制定了方案。",
    "2022年，将工作重心下沉到村组，共排查隐患120处。",
    "先后出台了扶持政策5项。",
    "截至目前，全县共有充电桩320个。",
    "累计发放补贴1200万元。",
    "该项目计划总投资3亿元，已完成投资1亿元。",
    "完成了倍增计划年度任务。",
    "实施高新技术企业倍增计划。",
    "为下一步发展奠定了坚实基础。",
    "有效解决了群众无法充电的问题。",
    "争取到上级资金500万元。",
    "我局会同财政局印发了《云陵市补贴办法》。",
    "组织模拟演练3次。",
    "召开推进会4次，解决问题12个。",
    "制定《青禾县培育计划》，明确将其纳入考核。",
    "2021年计划的任务已全部完成。",
    "出台了《方案》，力争用三年时间实现全覆盖。",
    "已建成的站点运行良好，全部投入使用。",
    "由县住建局牵头，完成了管网普查。",
    "建立了由教育局负责、学校实施的机制。",
    "开展了继续教育培训12期。",
    "获得建设银行贷款2000万元。",
    "正式印发了实施细则。",
    "去年以来，整治乱点32处。",
    "今年以来，新增床位120张。",
    "修订了《办法》，规定对不符合条件的不予补贴。",
    "国家明确要求将其列入目录，我局已全面执行。",
]

NO_PROMISE = [
    "我局两次会办，召开3次座谈会。",
    "我们会签了意见3份，我局会审图纸12份。",
    "市茶叶研究会办培训班5期。",
]

ONGOING = [
    "正在编制方案。",
    "目前正在施工。",
    "该项目正抓紧推进。",
    "目前正在编制方案，预计年底完成。",
    "相关工作正有序开展。",
    "前期手续仍在办理中。",
    "项目前期工作有序推进。",
]

# Neither done nor planned of themselves: slogans, other people's demands, rules.
UNTOLD = [
    "请贵委继续关心支持水利工作。",
    "您建议相关部门牵头制定方案。",
    "我市计划生育服务体系逐步健全。",
    "我市列入国家计划的项目有12个。",
    "通过招标确定单位，确保工程质量。",
    "要想富先修路。",
    "省厅表示将在资金安排上予以倾斜。",
    "我局将食品安全作为民生大事。",
    "将防汛纳入网格管理。",
    "始终将群众满意作为第一标准。",
    "市委经济工作会议明确提出要继续用好该政策。",
    "会议强调，要将安全放在首位。",
    "您建议将该路段纳入改造计划。",
    "提案提出，要加快建设停车场。",
    "你提出的下一步要增设路灯的想法很有见地。",
    "由于历史原因，部分小区不具备改造条件。",
    "食品安全关系千家万户。",
    "今年全省高校毕业生预计达42.8万人，再创新高。",
    "该建议由我局主办，市财政局会办。",
    "各方一致认为，部分楼栋不在本年度补助资金支持范围。",
    "经测算，若全部免费，每年将增加财政支出1800万元。",
    "拟建桥位位于村委会下游，河面宽86米。",
]

REFUSED = [
    ("因该政策需国家层面统一规定，我市暂无权限调整，将积极向上级反映。", "upward refusal deferred"),
    ("该路段不在改造计划内，暂不能列入今年计划。", "refusal deferred"),
    ("因资金有限，暂无法实施。", "refusal deferred"),
    ("我局暂时解决不了。", "refusal deferred"),
    ("该路段目前不具备拓宽条件。", "refusal deferred"),
    ("经研究，您的建议不符合现行政策规定，不予采纳。", "refusal"),
    ("该事项不属于我局职责范围。", "refusal"),
    ("依据相关规定，不宜在此处设置红绿灯。", "refusal"),
    ("因此，该建议难以落实。", "refusal"),
    ("目前，我县暂无新建体育馆的计划。", "refusal deferred"),
    ("关于提高补贴标准的建议，权限在省级部门，我县无权调整。", "refusal"),
    ("该地块不在本次规划范围内。", "refusal"),
    ("受土地指标限制，无法在该处增设停车场，敬请谅解。", "refusal"),
    ("我局没有相关执法权限，无法采纳您的建议。", "refusal"),
    ("暂不考虑单独立法。", "refusal deferred"),
    ("该建议留作参考。", "refusal deferred"),
    ("对该建议不予采纳。", "refusal"),
    ("您们建议中提到的西岭村，位于保护红线内，不在本次改造范围。", "refusal"),
    ("新建湿地公园因涉及永久基本农田，不具备实施条件。", ""),
    ("目前暂不具备纳入省级支持范围的条件。", "deferred"),
    ("我县无权自行调整，我局将积极向省厅反映。", "upward"),
    ("关于由财政承担服务费用，因上级无明确政策，建议暂缓实施。", "deferred"),
]  # fmt: skip

DEFERRED = [
    ("目前只能纳入项目库，待条件成熟后实施。", "conditional deferred"),
    ("因财力有限，暂无法全部实施，将分年度安排。", "deferred"),
    ("现阶段不具备建设条件，待条件成熟后再行考虑。", "conditional deferred"),
    ("由于资金缺口大，今年无法安排，明年将优先考虑。", "deferred"),
    ("提案中提出的设立产业基金的建议，需在充分论证的基础上统筹研究。", "deferred"),
    ("您提出的增设班次的建议，我局将认真研究。", "deferred"),
    ("因不符合条件，暂不纳入本年度计划，留作项目储备。", "deferred"),
    ("目前资金无法落实，我局将积极向上争取，尽快启动。", "deferred"),
    ("由于资金缺口较大，目前难以一次性全部治理。", "deferred"),
]  # fmt: skip

HANDED = [
    ("已将您的建议转交县住建局办理。", "done"),
    ("建议您向县人社局咨询。", "planned"),
    ("该问题属于县交通局职责，我局已函告其处理。", "done"),
    ("请乡、村两级做好土地协调工作。", "planned"),
    ("该工作应由乡镇负责，建议由镇政府统筹。", "planned"),
    ("关于文化设施配套问题，由县文化和旅游局结合公共服务中心建设统筹考虑。", "planned"),
    ("已致函铁路部门，商请增加停靠车次。", "planned"),
    ("关于增加编制的建议，我局已商请县委编办统筹研究。", "planned"),
    # what an assisting opinion advises the organ it goes to, or one it names
    ("建议贵局尽快确定首末站选址，9月30日前将用地需求函告我局。", "planned"),
    ("因此，建议贵委在编制规划时充分衔接。", "planned"),
    ("我局建议主办单位牵头制定方案。", "planned"),
    ("请贵厅在年度计划中统筹安排。", "planned"),
    ("建议区民政局牵头，于10月底前制定实施方案。", "planned"),
    ("建议南坪镇政府于2023年10月底前完成清理。", "planned"),
]

IN_PLAN = [
    ("2022年已完成12公里，2024年计划完成18公里。", "planned"),
    ("2022年已完成12公里，2025年底前全部完成。", "planned"),
    ("持续加大投入力度。", "planned"),
    ("要抓好落实。", "planned"),
    ("加强巡查，严肃查处违规行为。", "planned"),
    ("目前，已完成前期勘察。", "done"),
    ("目前方案正在征求意见。", "ongoing"),
    ("已建成的要加强管护。", "planned"),
    ("完善已出台的政策。", "planned"),
    ("让群众充分了解政策。", "planned"),
    ("为了方便群众，增设窗口。", "planned"),
    ("暂不实施东段改造。", "refused"),
]

FLAGS = [
    ("待资金到位后，我局将及时开工。", "conditional"),
    ("如土地手续完善，则于明年启动。", "conditional"),
    ("在财力允许的情况下，我局将逐步增加投入。", "conditional"),
    ("我局将积极向上级部门争取资金。", "upward"),
    ("我局将及时报请县政府研究。", "upward"),
    ("将督促施工单位加快进度。", "transferred"),
    ("具体工作由县交警大队负责。", "transferred"),
    ("我局将加强巡查。", ""),
]


def _done(sentence: str) -> tuple[str, bool]:
    judged = judge_sentence(sentence, WORDS, role="done", year=2023)
    return judged.status, judged.stated


@pytest.mark.parametrize("sentence", PLANS)
def test_states_a_plan_wherever_it_stands(sentence: str) -> None:
    assert _done(sentence) == ("planned", True)


@pytest.mark.parametrize("sentence", DONE)
def test_tells_of_something_done(sentence: str) -> None:
    assert _done(sentence) == ("done", False)


@pytest.mark.parametrize("sentence", NO_PROMISE)
def test_joint_work_and_societies_promise_nothing(sentence: str) -> None:
    assert not find_futures(sentence, WORDS, "done", 2023)


@pytest.mark.parametrize("sentence", ONGOING)
def test_tells_of_something_under_way(sentence: str) -> None:
    assert _done(sentence) == ("ongoing", False)


@pytest.mark.parametrize("sentence", UNTOLD)
def test_does_not_tell(sentence: str) -> None:
    assert _done(sentence) == ("unknown", False)


@pytest.mark.parametrize(
    "sentence",
    [
        "我们已将该项目上报县交通局，争取列入明年改造计划。",
        "目前正在编制方案，预计年底完成。",
        "已完成选址，计划明年3月开工。",
        "正在积极申报，力争纳入国家试点。",
    ],
)
def test_an_answer_states_a_plan_that_a_report_of_work_only_mentions(sentence: str) -> None:
    assert judge_sentence(sentence, WORDS, role="response", year=2023).stated
    assert not judge_sentence(sentence, WORDS, role="done", year=2023).stated


def test_the_effect_of_a_project_is_no_plan_of_the_writer() -> None:
    assert not judge_sentence("项目建成后，将新增床位500张，缓解住院难。", WORDS, role="response").stated
    assert judge_sentence("项目建成后，我局将加强管护。", WORDS, role="response").stated


@pytest.mark.parametrize(("sentence", "flags"), REFUSED)
def test_refuses_what_was_asked(sentence: str, flags: str) -> None:
    judged = judge_sentence(sentence, WORDS, role="response", year=2023)
    assert (judged.status, judged.stated) == ("refused", True)
    assert set(flags.split()) <= set(judged.flags)
    assert ("deferred" in judged.flags) == ("deferred" in flags)


@pytest.mark.parametrize(("sentence", "flags"), DEFERRED)
def test_puts_off_what_was_asked(sentence: str, flags: str) -> None:
    judged = judge_sentence(sentence, WORDS, role="response", year=2023)
    assert (judged.status, judged.stated) == ("planned", True)
    assert "refusal" not in judged.flags
    assert set(flags.split()) <= set(judged.flags)


@pytest.mark.parametrize(("sentence", "status"), HANDED)
def test_hands_over_what_was_asked(sentence: str, status: str) -> None:
    judged = judge_sentence(sentence, WORDS, role="response", year=2023)
    assert (judged.status, judged.stated) == (status, True)
    assert "transferred" in judged.flags


@pytest.mark.parametrize(("sentence", "status"), IN_PLAN)
def test_is_planned_in_a_plan_unless_it_says_otherwise(sentence: str, status: str) -> None:
    assert judge_sentence(sentence, WORDS, role="plan", year=2023).status == status


@pytest.mark.parametrize(("sentence", "flags"), FLAGS)
def test_flags_conditions_and_those_who_act_instead(sentence: str, flags: str) -> None:
    assert judge_sentence(sentence, WORDS, role="plan", year=2023).flags == tuple(flags.split())


@pytest.mark.parametrize(
    ("sentence", "role", "refused"),
    [
        ("部分老旧小区无法加装电梯。", "problem", False),
        ("部分路段因征地困难，难以推进。", "problem", False),
        ("您提案中提到的路段因征地困难，难以实施。", "problem", True),
        ("针对无法提供产权证明的住户，简化了手续。", "done", False),
        ("对不符合条件的企业不予支持的情形作了规定。", "done", False),
        ("如果资金无法落实的，予以调整。", "response", False),
        ("破解了偏远村无法通车的难题。", "response", False),
        ("车辆无法通行的路段较多。", "response", False),
        ("该路段因征地困难，无法实施。", "done", True),
    ],
)
def test_a_refusal_answers_what_was_asked(sentence: str, role: str, refused: bool) -> None:
    judged = judge_sentence(sentence, WORDS, role=role, year=2023)  # type: ignore[arg-type]
    assert (judged.status == "refused") is refused


@pytest.mark.parametrize(
    ("sentence", "opens"),
    [
        ("下一步，我局将加大力度。", True),
        ("同时，今后要加强管理。", True),
        ("今后的发展奠定基础。", False),
        ("为下一步工作奠定基础。", False),
        ("我局将加大力度。", False),
    ],
)
def test_opens_a_plan(sentence: str, opens: bool) -> None:
    assert opens_plan(sentence, WORDS) is opens


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("加大巡查力度。", True),
        ("同时，要抓好落实。", True),
        ("要求各乡镇上报。", False),
        ("该路段破损严重。", False),
    ],
)
def test_begins_with_a_bare_verb(sentence: str, begins: bool) -> None:
    assert begins_with_verb(sentence, WORDS) is begins


@pytest.mark.parametrize(
    ("sentence", "perfect"),
    [
        ("已完成改造。", True),
        ("建成了水厂。", True),
        ("2021年建设水厂3座。", True),
        ("2023年建设水厂3座。", False),
        ("众所周知的已知问题。", False),
        ("为了解情况，除了走访还要座谈。", False),
        ("《已建成项目管理办法》需要修改。", False),
    ],
)
def test_perfect(sentence: str, perfect: bool) -> None:
    assert has_perfect(without_enclosed(sentence), WORDS, year=2023) is perfect


@given(st.text(alphabet="将已拟计划待后了不无法予采纳我局您的《》“”（），。下一步2023年", max_size=60))
def test_judges_anything_and_a_refusal_is_always_stated(sentence: str) -> None:
    judged = judge_sentence(sentence, WORDS, role="done", year=2023)
    assert judged.stated or (judged.status not in ("planned", "refused"))
    assert ("refusal" in judged.flags) == (judged.status == "refused")

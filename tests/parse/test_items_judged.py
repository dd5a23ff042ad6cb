"""What facts add to work items: deadline, actors, figures, documents, strength; the letter is of 30 June 2023."""

from __future__ import annotations

import pytest
from tests.parse.letters import lexicon
from tests.parse.outlined import outlined

from dafu.parse.items.commitments import Facts, judge_items
from dafu.parse.items.items import find_items
from dafu.parse.periods.periods import find_periods
from dafu.records import CitedDocument, Deadline, Entity, Figure, Letterhead, Named, NextStep

DATE = "2023-06-30"


def _letterhead(*names: str) -> Letterhead:
    return Letterhead(
        issuing_organs=tuple(Named(raw=name, span=(0, 0), rule="test", name=name) for name in names)
    )


def _steps(
    text: str, *figures: str, organ: str = "云陵市望川区水利局", status: str = "target"
) -> tuple[NextStep, ...]:
    letter, sections = outlined(f"plan1 三、|下一步打算|\n. {text}")
    periods = find_periods(letter, apart=letter.text, sections=sections, letter_date=DATE, lexicon=lexicon())
    facts = Facts(
        letterhead=_letterhead(organ),
        periods=periods,
        figures=tuple(
            _figure(letter.text, raw, number, status) for number, raw in enumerate(figures, start=1)
        ),
        letter_date=DATE,
    )
    _, steps = judge_items(*find_items(letter, sections, lexicon(), letter_date=DATE), facts, lexicon())
    return steps


def _figure(text: str, raw: str, number: int, status: str) -> Figure:
    start = text.index(raw)
    return Figure.model_validate(
        {
            "id": f"f{number}", "raw": raw, "span": (start, start + len(raw)), "rule": "test", "value": "1", "upper": None,
            "unit": None, "dimension": "count", "bound": "exact", "change": None, "indicator": None, "coverage": None,
            "period_id": None, "status": status, "part_of": None, "section_id": "s1",
        }
    )  # fmt: skip


def _shown(deadline: Deadline | None) -> tuple[str, str | None, str | None] | None:
    return None if deadline is None else (deadline.raw, deadline.start, deadline.end)


DEADLINES: list[tuple[str, tuple[str, str | None, str | None] | None]] = [
    ("2024年6月底前完成改造。", ("2024年6月底前", None, "2024-06")),
    ("我局将于2024年新建水厂。", ("2024年", "2024", "2024")),
    ("力争年底前开工，2025年6月前完工。", ("2025年6月前", None, "2025-06")),
    ("如2023年9月底仍未获批，我局将先行铺设碎石。", None),
    ("建议贵局于9月30日前完成摸底，编制规划。", None),
    ("建议贵局9月底前确定选址，我局将于12月底前完成报批。", ("12月底前", None, "2023-12")),
    ("2024年内抓好落实，其中2024年6月底前完成主体。", ("2024年内", None, "2024")),
    ("2023年计划加装100部，其中62部于12月底前完成。", ("12月底前", None, "2023-12")),
    ("到“十四五”末，实现全覆盖。", ("到“十四五”末", None, "2025")),
    ("抓好今年工作，秋播前完成检修。", ("秋播前", None, "2023")),
    ("每年11月至次年3月开展集中除治。", None),
    ("9月31日前报县政府审定。", ("9月31日前", None, None)),
    ("暂不纳入本年度计划，留作项目储备。", None),
    ("我局将加大巡查力度。", None),
    ("目前已完成2022年任务，将继续推进。", None),
    ("今后三年，继续加大投入。", ("今后三年", "2024", "2026")),
    ("落实《云陵市2025年前供水规划》。", None),
    ("国务院要求2024年底前完成整改，我局将加强督导。", None),
    ("我局已将该路段上报为2024年改造项目，将予以治理。", ("2024年", "2024", "2024")),
    ("今年暂无法实施。", None),
    ("力争用3年时间完成老旧管网更新。", ("用3年时间", None, "2026")),
    ("通过两年努力，使社区食堂覆盖所有街道。", ("通过两年努力", None, "2025")),
    ("用6个月时间开展专项整治。", ("用6个月时间", None, "2023-12")),
    ("新的停车收费办法自2024年1月1日起实施。", ("自2024年1月1日起", "2024-01-01", None)),
    ("2023年秋季学期起，全区中小学推行午休躺睡。", ("2023年秋季学期起", "2023", None)),
    ("自明年起，每年安排管护经费。", ("自明年起", "2024", None)),
    ("从今年开始分批更新，到2026年底前全部更新。", ("到2026年底前", None, "2026")),
    ("2023年底前出台办法，2024年1月起执行。", ("2024年1月起", "2024-01", None)),
    ("方案年底前报批，经批准后2024年3月起执行。", ("年底前", None, "2023")),
    ("继续执行自2019年3月1日起施行的办法。", None),
    ("投诉举报30个工作日内办结。", None),
]


@pytest.mark.parametrize(("sentence", "deadline"), DEADLINES)
def test_deadline_is_the_latest_time_that_the_writer_commits_to(
    sentence: str, deadline: tuple[str, str | None, str | None] | None
) -> None:
    (step,) = _steps(sentence)
    assert _shown(step.deadline) == deadline


def test_deadline_slices_back() -> None:
    (step,) = _steps("2024年6月底前完成改造。")
    assert step.deadline is not None
    start, end = step.deadline.span
    assert step.raw[start - step.span[0] : end - step.span[0]] == step.deadline.raw


@pytest.mark.parametrize(
    ("sentence", "figures", "status", "strength"),
    [
        ("2024年6月底前建成水厂3座。", ["3座"], "target", 5),
        ("新建水厂3座。", ["3座"], "target", 4),
        ("目前已有水厂3座，将加强管护。", ["3座"], "actual", 3),
        ("2024年6月底前建成水厂。", [], "target", 4),
        ("我局将认真研究。", [], "target", 1),
        ("今年暂无法实施。", [], "target", 0),
    ],
)
def test_strength_counts_figures_to_come(
    sentence: str, figures: list[str], status: str, strength: int
) -> None:
    (step,) = _steps(sentence, *figures, status=status)
    assert step.strength == strength


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("我局将加强巡查。", ("云陵市望川区水利局",)),
        ("下一步，我们将加强巡查。", ("云陵市望川区水利局",)),
        ("我市将新建水厂。", ("云陵市",)),
        ("我区将新建水厂，我局将做好监管。", ("云陵市望川区", "云陵市望川区水利局")),
        ("我县将新建水厂。", ("我县",)),
        ("推动我区高质量发展。", ()),
        ("加强我区实际研究。", ()),
        ("加强巡查。", ()),
    ],
)
def test_actors_resolve_to_the_letterhead(sentence: str, actors: tuple[str, ...]) -> None:
    (step,) = _steps(sentence)
    assert step.actors == actors


def test_named_organs_act_where_they_open_a_clause_or_are_charged() -> None:
    letter, sections = outlined("plan0 下一步，由县财政局、县住建局组织施工，并与县水务局、省水利厅沟通。")
    entities = tuple(
        Entity(
            id=f"e{number}", raw=raw, span=(letter.text.index(raw), letter.text.index(raw) + len(raw)), rule="test",
            kind="organ", name=f"青禾{raw}", refers_to=None,
        )
        for number, raw in enumerate(("县财政局", "县住建局", "县水务局", "省水利厅"), start=1)
    )  # fmt: skip
    facts = Facts(letterhead=Letterhead(), entities=entities)
    _, (step,) = judge_items(*find_items(letter, sections, lexicon()), facts, lexicon())
    assert step.actors == ("青禾县财政局", "青禾县住建局")


def test_items_know_the_figures_and_documents_inside_them() -> None:
    letter, sections = outlined(
        "done1 一、|健全机制|。印发了《办法》，拨付500万元。\ndone1 二、|加强管护|。维修水厂3座。"
    )
    at = letter.text.index("《办法》")
    document = CitedDocument(
        id="d1",
        raw="《办法》",
        span=(at, at + 4),
        rule="test",
        title="办法",
        document_number=None,
        usage="issued",
        kind="办法",
    )
    figures = tuple(
        _figure(letter.text, raw, number, "actual") for number, raw in enumerate(("500万元", "3座"), start=1)
    )
    facts = Facts(letterhead=Letterhead(), figures=figures, documents=(document,))
    measures, _ = judge_items(*find_items(letter, sections, lexicon()), facts, lexicon())
    assert [(item.figure_ids, item.document_ids) for item in measures] == [(("f1",), ("d1",)), (("f2",), ())]

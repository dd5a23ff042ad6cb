"""The closing of letters: signature, dates, copies, attachments, request for an opinion, note."""

from __future__ import annotations

import pytest
from tests.parse.letters import lexicon
from tests.parse.marked import marked

from dafu.parse.closing.closing import find_closing
from dafu.records import Closing, Section


def _closing(lines: str, sections: tuple[Section, ...] = ()) -> Closing:
    letter = marked(lines)
    closing = find_closing(letter, sections, lexicon())
    lists = (closing.signed_by, closing.copied_to, closing.attachments)
    fields = (closing.document_date, closing.printed_on, closing.note)
    for evidence in (*(named for names in lists for named in names), *(field for field in fields if field)):
        assert letter.text[slice(*evidence.span)] == evidence.raw
    return closing


SIGNATURES: list[tuple[str, list[str], str | None]] = [
    ("s 青禾县水利局\ns 2023年7月1日", ["青禾县水利局"], "2023-07-01"),
    ("s 青禾县水利局 2023年7月1日", ["青禾县水利局"], "2023-07-01"),
    ("s 青禾县水利局2023年7月1日", ["青禾县水利局"], "2023-07-01"),
    ("s 青禾县水利局（盖章）\ns 二○二三年五月三十日", ["青禾县水利局"], "2023-05-30"),
    ("s 青禾县教育局 青禾县财政局\ns 2023.5.12", ["青禾县教育局", "青禾县财政局"], "2023-05-12"),
    ("s 青禾县教育局\ns 青禾县财政局\ns 2023年5月12日", ["青禾县教育局", "青禾县财政局"], "2023-05-12"),
    ("s 落款：云陵市水务局\ns 日期：2023年5月12日", ["云陵市水务局"], "2023-05-12"),
    ("s 云陵市望川片区专办\ns 2023年5月12日", ["云陵市望川片区专办"], "2023-05-12"),
    ("s 2023年5月", [], "2023-05"),
    ("s 特此答复\ns 2023年5月12日", [], "2023-05-12"),
    ("s 林之远\ns 2023年5月12日", [], "2023-05-12"),
    ("s 2023年 月 日", [], "2023"),
    ("s 青禾县水利局\ns 2023年9月31日", ["青禾县水利局"], None),
    ("s 2023年5月12日\ns 承办人：苏文清\ns 联系电话：5550123", [], "2023-05-12"),
    ("s 承办人：苏文清 2023年5月12日", [], "2023-05-12"),
    ("b 此复。2023年5月12日", [], "2023-05-12"),
    ("s 青禾县水利局", ["青禾县水利局"], None),
    ("s 联系单位：青禾县水利局", [], None),
    ("h （2023年5月12日）\nb 此复。", [], "2023-05-12"),
    ("h 青水函〔2023〕5号\nb 此复。", [], None),
    ("b 我局已于2023年5月12日办结。", [], None),
    ("s 青禾县水利局\ni 青禾县水利局办公室 2023年7月3日印发", ["青禾县水利局"], None),
]


@pytest.mark.parametrize(("lines", "organs", "date"), SIGNATURES, ids=[lines for lines, _, _ in SIGNATURES])
def test_signature_and_date(lines: str, organs: list[str], date: str | None) -> None:
    closing = _closing(lines)
    assert [organ.name for organ in closing.signed_by] == organs
    assert (closing.document_date.date if closing.document_date else None) == date


def test_an_impossible_date_keeps_what_is_printed() -> None:
    date = _closing("s 青禾县水利局\ns 2023年9月31日").document_date
    assert date is not None
    assert (date.raw, date.date) == ("2023年9月31日", None)


@pytest.mark.parametrize(
    "line",
    ["青禾县水利局办公室 2023年7月3日印发", "2023年7月3日印发", "印发日期：2023年7月3日"],
)
def test_date_of_printing(line: str) -> None:
    closing = _closing(f"s 青禾县水利局\ns 2023年7月1日\ni {line}")
    assert closing.printed_on is not None
    assert closing.printed_on.date == "2023-07-03"
    assert closing.document_date is not None
    assert closing.document_date.date == "2023-07-01"


@pytest.mark.parametrize(
    ("line", "receivers"),
    [
        ("抄送：县人大代表工委，县政府办公室。", ["县人大代表工委", "县政府办公室"]),
        ("抄送:市政协提案委员会、市政府督查室", ["市政协提案委员会", "市政府督查室"]),
        ("抄 报:县政府办 县政协提案委 联系单位: 县教育局", ["县政府办", "县政协提案委"]),
        ("抄报：县政府办；抄送：县财政局、县教育局。", ["县政府办", "县财政局", "县教育局"]),
        ("抄送：市政协提案委（含联络处、法制处），县府办。", ["市政协提案委（含联络处、法制处）", "县府办"]),
        ("抄送：各县（市、区）人民政府。", ["各县（市、区）人民政府"]),
        ("抄送：", []),
        ("抄送给有关单位的材料", []),
    ],
)
def test_receivers_of_copies(line: str, receivers: list[str]) -> None:
    assert [named.name for named in _closing(f"s 青禾县水利局\ni {line}").copied_to] == receivers


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("s 附件：征询意见表", ["征询意见表"]),
        (
            "s 附件：1. 青禾县河道名录\ns 2. 青禾县项目清单\ns 青禾县水利局",
            ["青禾县河道名录", "青禾县项目清单"],
        ),
        ("s 附件：1.青禾县河道名录2.青禾县项目清单", ["青禾县河道名录", "青禾县项目清单"]),
        ("s 附件1：河道名录\ns 附件2：项目清单", ["河道名录", "项目清单"]),
        ("s 附件：\ns 1. 河道名录\ns 2. 项目清单", ["河道名录", "项目清单"]),
        ("s 附：2021.5版河道名录", ["2021.5版河道名录"]),
        ("b 附件见下。\nx 附件1：河道名录", []),
    ],
)
def test_attachments(lines: str, names: list[str]) -> None:
    assert [named.name for named in _closing(lines).attachments] == names


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("以上答复是否满意，如有意见，敬请反馈。", True),
        ("以上答复，您是否满意，请填写《征询意见表》。", True),
        ("请填写在“征询意见表”中，并寄回。", True),
        ("请将意见反馈我局。", True),
        ("如对以上答复有不同意见，请及时与我局联系。", True),
        ("以上是我局的答复，如有不同意见，请及时提出。", True),
        ("希望您继续提出宝贵意见。", False),
        ("请您将《云陵市人大代表建议办理情况反馈意见表》填好后寄送市人大代表工委。", True),
        ("敬请反馈。", True),
        ("感谢您对我市水利工作的关心和支持！", False),
        ("欢迎继续提出宝贵意见。", False),
        ("如有不妥，请批评指正。", True),
        ("以上答復如有不妥，請批評指正。", True),
        ("欢迎批评指正。", False),
        ("敬请谅解。", False),
        ("希望您一如既往地关心支持我们的工作。", False),
        ("祝您身体健康、工作愉快！", False),
    ],
)
def test_request_for_an_opinion(sentence: str, asked: bool) -> None:
    letter = marked(f"b 我局已经办结。{sentence}此复。")
    feedback = find_closing(letter, (), lexicon()).feedback_requested
    assert feedback.value is asked
    assert (feedback.span and letter.text[slice(*feedback.span)]) == (sentence if asked else None)


def test_what_was_asked_of_others_in_the_body_is_no_request() -> None:
    assert not _closing(
        "b 我局向群众发放征求意见表，请其反馈意见。\nb 感谢您的支持。"
    ).feedback_requested.value


def test_a_closing_section_is_searched_wherever_it_stands() -> None:
    letter = marked("b 请将意见反馈我局。\nb 一、关于修路\nb 已经开工。")
    section = Section(
        id="s1", parent=None, level=0, style="plain", marker=None, ordinal=None, heading=None,
        role="closing", span=(0, 10), own_span=(0, 10), rule="test",
    )  # fmt: skip
    assert find_closing(letter, (section,), lexicon()).feedback_requested.span == (0, 9)
    assert not find_closing(letter, (), lexicon()).feedback_requested.value


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("（此件公开发布）", "（此件公开发布）"),
        ("(此件依申请公开)", "(此件依申请公开)"),
        ("（联系人：苏文清，电话：5550123）", "（联系人：苏文清，电话：5550123）"),
        ("联系人：苏文清，电话：5550123", None),
        ("（联系人：苏文清）\ns （此件公开发布）", "（此件公开发布）"),
        ("（盖章）", None),
        ("青禾县水利局（盖章）", None),
    ],
)
def test_note_below_the_date(line: str, note: str | None) -> None:
    found = _closing(f"s 青禾县水利局\ns 2023年7月1日\ns {line}").note
    assert (found.raw if found else None) == note

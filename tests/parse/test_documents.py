"""Documents that letters cite: title, number and use; and what stands in title marks and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.letters import lexicon
from tests.parse.marked import marked

from dafu.parse.documents.documents import find_documents
from dafu.records import CitedDocument, DocumentNumber, Letterhead, Section, Submission

_ITEM = Submission(kind="proposal", titles=("关于加快“智慧水务”建设的提案",), rule="test")


def _documents(
    line: str, *, sections: tuple[Section, ...] = (), letterhead: Letterhead | None = None
) -> tuple[CitedDocument, ...]:
    letter = marked("\n".join(f"b {part}" for part in line.split("\n")))
    found = find_documents(
        letter,
        submission=_ITEM,
        letterhead=letterhead or Letterhead(),
        sections=sections,
        lexicon=lexicon(),
    )
    for document in found:
        assert letter.text[slice(*document.span)] == document.raw
    return found


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("出台《青禾县供水管理办法》。", ["青禾县供水管理办法"]),
        ("出台《青禾县“十四五”水利，防洪、供水规划》。", ["青禾县“十四五”水利，防洪、供水规划"]),
        ("印发《关于印发〈青禾县河长制方案〉的通知》。", ["关于印发〈青禾县河长制方案〉的通知"]),
        ("印发《关于转发《云陵市河长制方案》的通知》。", ["关于转发《云陵市河长制方案》的通知"]),
        ("印发《关于转发《云陵市河长制方案的通知》。", ["关于转发《云陵市河长制方案的通知"]),
        ("印发《《青禾县河长制方案》。", ["青禾县河长制方案"]),
        ("印发≪青禾县河长制方案≫。", ["青禾县河长制方案"]),
        ("印发〈青禾县河长制方案〉。", ["青禾县河长制方案"]),
        ("印发<青禾县河长制方案>。", ["青禾县河长制方案"]),
        ("《青禾县城乡规划，要求各单位执行。", ["青禾县城乡规划"]),
        ("根据《青禾县城乡规划提出的要求。", ["青禾县城乡规划"]),
        ("根据青禾县物业管理办法》的规定。", ["青禾县物业管理办法"]),
        ("出台“青禾县人才公寓管理办法”。", ["青禾县人才公寓管理办法"]),
        ("出台《甲办法》《乙方案》，印发《丙意见》。", ["甲办法", "乙方案", "丙意见"]),
        ("依据《青禾县水价管理办法（试行）》。", ["青禾县水价管理办法（试行）"]),
        ("签订《青禾县安全生产责任书》56份。", ["青禾县安全生产责任书"]),
        ("实施“百企兴村”行动计划。", []),
        ("您提出的《关于加快智慧水务建设的提案》收悉。", []),
        ("《关于加快“智慧水务”建设的提案》由我局办理。", []),
        ("《关于加强村级供水的建议》一并答复。", []),
        ("您提出的《持续推进智慧水务》收悉。", []),
        ("在《云陵日报》刊登公告。", []),
        ("大型纪录片《青禾往昔》首映。", []),
        ("请填写《征询意见表》。", []),
        ("核发《卫生许可证》12份。", []),
        ("《中共云陵市委关于制定第十四个五年规划的建议》。", ["中共云陵市委关于制定第十四个五年规划的建议"]),
    ],
)
def test_titles_of_documents(sentence: str, titles: list[str]) -> None:
    assert [document.title for document in _documents(sentence)] == titles


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("印发《青禾县供水方案》（青政办发〔2022〕15号）。", ["青政办发〔2022〕15号"]),
        ("印发《青禾县供水方案》(青政办发[2022]15号)。", ["青政办发[2022]15号"]),
        ("印发《青禾县供水方案》青政办发〔2022〕15号。", ["青政办发〔2022〕15号"]),
        ("县政府（青政发〔2022〕5号）《关于供水的通知》。", ["青政发〔2022〕5号"]),
        ("根据云政发〔2019〕12号文的要求。", ["云政发〔2019〕12号"]),
        ("根据云政发〔2019〕12号文件、省政府令第225号。", ["云政发〔2019〕12号", "省政府令第225号"]),
        ("列入青发改〔2023〕101号批复。", ["青发改〔2023〕101号"]),
        ("按照GB 50180-2018执行。", ["GB 50180-2018"]),
        ("依据《道路设计规范》（CJJ 37-2012）。", ["CJJ 37-2012"]),
        ("执行DB99/T 1234—2020。", ["DB99/T 1234—2020"]),
        ("落实中央一号文件精神。", ["中央一号文件"]),
        ("依据《供水条例》（以下简称《条例》）。", [None]),
        ("依据《供水条例》（2022年修订）。", [None]),
        ("五届二次会议第12号提案。", []),
        ("机房位于3号楼。", []),
    ],
)
def test_numbers_of_documents(sentence: str, numbers: list[str | None]) -> None:
    assert [document.document_number for document in _documents(sentence)] == numbers


@pytest.mark.parametrize(
    ("sentence", "usages"),
    [
        ("根据《甲条例》，制定了《乙方案》。", ["basis", "issued"]),
        ("严格按照《甲条例》和《乙规范》的要求。", ["basis", "basis"]),
        ("按照省政府印发的《甲意见》要求，出台《乙条例》《丙办法》等文件。", ["basis", "issued", "issued"]),
        ("根据省水利厅《甲指南》、省能源局《乙通知》精神。", ["basis", "basis"]),
        ("先后出台《甲政策》，并配套《乙细则》。", ["issued", "mentioned"]),
        ("出台了一系列制度，包括《甲办法》《乙办法》。", ["issued", "issued"]),
        ("正在起草《甲条例》。", ["in_preparation"]),
        ("正在制定出台《甲措施》。", ["in_preparation"]),
        ("计划年底前印发《甲方案》。", ["in_preparation"]),
        ("下一步将出台《甲措施》。", ["in_preparation"]),
        ("推动《甲条例》尽快出台。", ["in_preparation"]),
        ("编制了《甲规划》，待市政府审定后印发。", ["in_preparation"]),
        ("形成了《甲条例（征求意见稿）》。", ["in_preparation"]),
        ("《甲条例》正在征求意见。", ["in_preparation"]),
        ("制定了《甲方案》，正在起草《乙条例》。", ["issued", "in_preparation"]),
        ("《甲规划》已于2022年印发实施。", ["issued"]),
        ("将该路列入《甲计划》。", ["included_in"]),
        ("转发了《甲通知》。", ["forwarded"]),
        ("废止《甲办法》。", ["repealed"]),
        ("《甲办法》同时废止。", ["repealed"]),
        ("《甲条例》明确，单位应当报批。", ["mentioned"]),
        ("教育部印发的《甲措施》明确了要求。", ["mentioned"]),
        ("自《甲条例》施行以来，成效明显。", ["mentioned"]),
        ("依据《甲法》，《乙条例》规定了标准。", ["basis", "mentioned"]),
        ("以《甲规划》为统领。", ["basis"]),
        ("宣传《甲法》。", ["mentioned"]),
    ],
)
def test_the_governing_verb_gives_the_usage(sentence: str, usages: list[str]) -> None:
    assert [document.usage for document in _documents(sentence)] == usages


def test_in_a_plan_a_document_is_still_to_be_issued() -> None:
    plan = Section(
        id="s1", parent=None, level=0, style="plain", marker=None, ordinal=None, heading=None,
        role="plan", span=(0, 20), own_span=(0, 20), rule="test",
    )  # fmt: skip
    assert [found.usage for found in _documents("出台《甲方案》。", sections=(plan,))] == ["in_preparation"]
    assert [found.usage for found in _documents("已出台《甲方案》。", sections=(plan,))] == ["issued"]


@pytest.mark.parametrize(
    "text",
    [
        "依据《云陵市供水管理条例》（以下简称《条例》）。《条例》规定。",
        "依据《云陵市供水管理条例》（云政发〔2022〕3号，以下简称“《条例》”）。《条例》规定。",
        "依据《云陵市供水管理条例》。按照《条例》规定。",
    ],
)
def test_short_titles_have_the_full_one(text: str) -> None:
    assert [document.title for document in _documents(text)] == ["云陵市供水管理条例", "云陵市供水管理条例"]


def test_the_letters_own_number_is_no_document() -> None:
    number = DocumentNumber(
        raw="青水函〔2023〕5号", span=(0, 10), rule="test", agency_code="青水函", year=2023, serial="5"
    )
    assert _documents("现将青水函〔2023〕5号送上。", letterhead=Letterhead(document_number=number)) == ()


@pytest.mark.parametrize(
    ("title", "kind"),
    [("青禾县供水实施办法（试行）", "办法"), ("青禾县规划纲要", "规划纲要"), ("致全县人民的一封信", None)],
)
def test_kind_of_a_document(title: str, kind: str | None) -> None:
    assert [document.kind for document in _documents(f"印发《{title}》。")] == [kind]


@given(
    st.lists(
        st.sampled_from(
            ["《", "》", "〈", "〉", "“", "”", "（", "）", "办法", "青禾县", "印发", "根据", "，", "。", "\n", "国发〔2019〕12号",
             "以下简称", "≪", "》》", "规划", "《《", "等文件", "、", "第3号", "令"]
        ),
        max_size=16,
    ).map("".join)
)  # fmt: skip
def test_any_text_gives_documents_that_slice_back_and_do_not_overlap(text: str) -> None:
    end = 0
    for document in _documents(text):
        assert end <= document.span[0] < document.span[1]
        end = document.span[1]

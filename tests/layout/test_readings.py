"""Decisions of OCR reach the record at the character they are about."""

from __future__ import annotations

from itertools import accumulate

import pytest

import dafu
from dafu.read.model import Box, Decided, Document, Doubted, Page, Run
from dafu.records import ReplyRecord

SIZE = 16.0


def _run(text: str, top: float, *, left: float = 80, confidence: float = 0.99) -> Run:
    rights = [left + end for end in accumulate(SIZE if ord(char) > 0x2000 else SIZE / 2 for char in text)]
    lefts = [left, *rights[:-1]]
    box = (left, top, rights[-1], top + SIZE)
    return Run(text=text, box=box, left=tuple(lefts), right=tuple(rights), size=SIZE, confidence=confidence)


def _decided(run: Run, at: int, read: str, by: str) -> Decided:
    assert run.box
    box: Box = (run.left[at], run.box[1], run.right[at], run.box[3])
    return Decided(box=box, read=read, chosen=run.text[at], by=by, confidence=0.7)


def _doubted(run: Run, at: int, other: str) -> Doubted:
    assert run.box
    box: Box = (run.left[at], run.box[1], run.right[at], run.box[3])
    return Doubted(box=box, read=run.text[at], other=other, confidence=0.81)


def _record(runs: list[Run], decided: list[Decided], doubted: list[Doubted] | None = None) -> ReplyRecord:
    page = Page(
        number=1, width=595, height=842, text_origin="ocr", ocr_confidence=0.97,
        runs=tuple(runs), decided=tuple(decided), doubted=tuple(doubted or ()),
    )  # fmt: skip
    return dafu.parse(
        Document(
            file_name="scan.pdf", media_type="application/pdf", sha256="0" * 64, size_bytes=1, flow="paged",
            pages=(page,),
        )
    )  # fmt: skip


def test_a_decision_stands_where_its_character_does() -> None:
    title = _run("青水函〔2024〕15号", 100)
    body = [_run("　　经研究，现答复如下，请予审阅并提出意见建议好", 160), _run("吧：共改造2021—2030年", 189)]
    record = _record(
        [title, *body], [_decided(body[1], 9, "一", "ocr.dash"), _decided(title, 3, "【", "ocr.year_bracket")]
    )
    assert [(one.page, one.read, one.chosen, one.by, one.confidence) for one in record.source.readings] == [
        (1, "【", "〔", "ocr.year_bracket", 0.7),
        (1, "一", "—", "ocr.dash", 0.7),
    ]
    assert [record.text[slice(*one.span)] for one in record.source.readings] == ["〔", "—"]
    assert record.text[record.source.readings[1].span[0] - 4 :].startswith("2021—2030")


def test_a_decision_about_a_page_number_is_in_no_text() -> None:
    number = _run("—2—", 790, left=280)
    record = _record([_run("青禾县水利局", 100), number], [_decided(number, 0, "一", "ocr.dash")])
    assert record.source.readings == ()


def test_lines_say_how_sure_they_were_read_and_doubtful_ones_are_found() -> None:
    record = _record([_run("青禾县水利局", 100), _run("全长18公里。", 160, confidence=0.7)], [])
    assert [line.confidence for line in record.lines] == [0.99, 0.7]
    doubts = [finding for finding in record.source.findings if finding.code == "low_ocr_confidence"]
    assert [record.text[slice(*finding.span)] for finding in doubts if finding.span] == ["全长18公里。"]


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("全市人口死亡率2.31%，与上年持平。", "2.31%"),
        ("全市人口死亡率2.31‰，与上年持平。", None),
        ("新建校舍建筑面积3860m，已经投用。", "3860m"),
        ("新建校舍建筑面积3860㎡，已经投用。", None),
        ("新建道路全长3860m，已经通车。", None),
        ("供水保证率95%，用户满意。", None),
    ],
)
def test_a_unit_that_may_lack_a_sign_is_found(line: str, doubtful: str | None) -> None:
    head = [_run("关于县政协五届二次会议第62号提案的答复", 100), _run("苏文清委员：", 130)]
    record = _record([*head, _run("　　您的提案收悉，现答复如下。", 160), _run(f"　　{line}", 190)], [])
    found = [finding for finding in record.findings if finding.code == "low_ocr_confidence"]
    assert [record.text[slice(*finding.span)] for finding in found if finding.span] == (
        [doubtful] if doubtful else []
    )


def test_a_digit_that_was_not_read_for_certain_is_found() -> None:
    organ, date = _run("青禾县水利局", 600, left=340), _run("2024年3月5日", 629, left=330)
    body = _run("　　全长18公里，已经全部完工并且交付使用。", 160, confidence=0.7)
    doubted = [_doubted(date, 5, "9"), _doubted(body, 4, "7")]
    record = _record([_run("青水函〔2024〕15号", 100), body, organ, date], [], doubted)
    found = [finding for finding in record.source.findings if finding.code == "low_ocr_confidence"]
    told = [record.text[slice(*finding.span)] for finding in found if finding.span]
    assert told == ["全长18公里，已经全部完工并且交付使用。", "3"]
    assert "9" in found[1].message


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("联系人：石磊电话：0999-5550108", "联系人：石磊 电话：0999-5550108"),
        (
            "负责人：闻人杰承办人：石磊联系电话：0999-5550108",
            "负责人：闻人杰 承办人：石磊 联系电话：0999-5550108",
        ),
        ("联系人及电话：石磊0999-5550108", "联系人及电话：石磊0999-5550108"),
        ("抄送：联系人：石磊", "抄送：联系人：石磊"),
    ],
)
def test_a_label_after_a_value_is_a_field_of_its_own(read: str, text: str) -> None:
    record = _record([_run("青禾县水利局", 100), _run(read, 160)], [])
    assert record.text.split("\n")[-1] == text
    assert len(record.lines[-1].stops) == len(text)

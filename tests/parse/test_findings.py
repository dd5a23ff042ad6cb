"""What a letter says against itself; every letter is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.parse.letters import lexicon
from tests.parse.marked import addressees_of, marked, title_of

from dafu.layout.model import LetterText
from dafu.parse.closing.closing import find_closing
from dafu.parse.findings.findings import check_letter, not_a_reply
from dafu.parse.head.submission import find_submission
from dafu.records import (
    Disclosure,
    DocumentNumber,
    Finding,
    Letterhead,
    Named,
    OutcomeClass,
    Section,
    SectionRole,
)  # fmt: skip

COMPLETE = """
    t 关于市政协五届二次会议第62号提案的答复
    a 林之远委员：
    b 您提出的《关于修路的提案》收悉，现答复如下：
    s 青禾县水利局
    s 2023年7月1日
"""
LETTERHEAD = Letterhead(
    issuing_organs=(Named(raw="青禾县水利局", name="青禾县水利局", span=(0, 6), rule="test"),),
    document_number=DocumentNumber(
        raw="青水函〔2023〕5号", agency_code="青水函", year=2023, serial="5", span=(0, 11), rule="test"
    ),
)


def _findings(
    lines: str | LetterText, letterhead: Letterhead = LETTERHEAD, sections: tuple[Section, ...] = ()
) -> tuple[Finding, ...]:
    letter = marked(lines) if isinstance(lines, str) else lines
    title, addressees = title_of(letter), addressees_of(letter)
    return check_letter(
        letter=letter,
        title=title,
        letterhead=letterhead,
        submission=find_submission(letter, title, addressees, lexicon()),
        addressees=addressees,
        sections=sections,
        closing=find_closing(letter, sections, lexicon()),
        lexicon=lexicon(),
    )


def _codes(*arguments: str | Letterhead) -> list[str]:
    return [finding.code for finding in _findings(*arguments) if finding.severity != "info"]  # type: ignore[arg-type]


def _outcome(raw: str, value: str, *carriers: str) -> Letterhead:
    found = OutcomeClass.model_validate(
        {"raw": raw, "span": (0, len(raw)), "rule": "test", "value": value, "carriers": carriers}
    )
    return LETTERHEAD.model_copy(update={"outcome_class": found})


def test_a_complete_letter_has_no_finding() -> None:
    assert _findings(COMPLETE) == ()


@pytest.mark.parametrize(
    ("left_out", "code"),
    [
        ("t 关于市政协五届二次会议第62号提案的答复", "missing_title"),
        ("a 林之远委员：", "missing_addressee"),
        ("s 2023年7月1日", "missing_document_date"),
    ],
)
def test_what_every_letter_has(left_out: str, code: str) -> None:
    assert code in _codes(COMPLETE.replace(f"    {left_out}\n", ""))


def test_letterhead_parts_that_every_letter_has() -> None:
    assert _codes(COMPLETE, Letterhead()) == ["missing_issuing_organ", "missing_document_number"]


def test_a_letter_without_signature_is_only_noted() -> None:
    [finding] = _findings(COMPLETE.replace("    s 青禾县水利局\n", ""))
    assert (finding.code, finding.severity) == ("missing_signature", "info")


@pytest.mark.parametrize(
    ("printed", "instead", "codes"),
    [
        ("第62号提案的", "提案的", ["missing_submission_number"]),
        ("第62号提案的", "第来信号提案的", ["missing_submission_number"]),
        ("第62号提案的", "教育类62号提案的", []),
        ("《关于修路的提案》", "提案", []),
        ("的提案》收悉", "的提案》（第062号）收悉", ["carrier_conflict"]),
        ("的提案》收悉", "的提案》（第62号）收悉", []),
        ("您提出", "您在市政协五届三次会议上提出", ["carrier_conflict"]),
        ("您提出", "您在市政协五届二次会议上提出", []),
        ("2023年7月1日", "2023年9月31日", ["impossible_date"]),
        ("如下：", "如下：已于6月31日完工。", ["impossible_date"]),
        ("如下：", "如下：按照青政发〔202323号执行。", ["lost_text"]),
        ("如下：", "如下：按照青政发〔2023〕23号执行。", []),
        ("如下：", "如下：按照\ufffd\ufffd执行。", ["lost_text"]),
        ("如下：", "如下：二〇二年已经完工。", ["lost_text"]),
        ("如下：", "如下：202年5月已经完工。", ["lost_text"]),
        ("2023年7月1日", "2023年 月1日", ["lost_text"]),
        ("2023年7月1日", "2023年7月 日", ["lost_text"]),
        ("如下：", "如下：二〇二一年已经完工。", []),
        ("如下：", "如下：已有二百零二年历史。", []),
    ],
)
def test_a_letter_with_one_thing_changed(printed: str, instead: str, codes: list[str]) -> None:
    assert _codes(COMPLETE.replace(printed, instead)) == codes


def test_more_items_than_the_title_names_are_no_conflict() -> None:
    lines = COMPLETE.replace("第62号提案的", "第62号等2件提案的").replace(
        "》收悉", "》（第62号、第70号）收悉"
    )
    assert _codes(lines) == []


@pytest.mark.parametrize(
    ("printed", "letterhead", "codes"),
    [
        ("B类", _outcome("B类", "B", "header", "title"), ["carrier_conflict"]),
        ("A类", _outcome("A类", "A", "header", "title"), []),
        ("甲类", _outcome("甲类", "unknown", "header", "title"), ["carrier_conflict", "unknown_value"]),
    ],
)
def test_outcome_class_in_two_places(printed: str, letterhead: Letterhead, codes: list[str]) -> None:
    lines = COMPLETE.replace("    t ", f"    h {printed}\n    t ").replace("第62号", "A类第62号")
    assert _codes(lines, letterhead) == codes


def test_a_disclosure_outside_the_vocabulary() -> None:
    disclosure = Disclosure(raw="摘要公开", value="unknown", span=(0, 4), rule="test")
    assert _codes(COMPLETE, LETTERHEAD.model_copy(update={"disclosure": disclosure})) == ["unknown_value"]


def test_a_document_that_is_no_reply() -> None:
    assert [finding.code for finding in not_a_reply(marked("b 会议通知"))] == ["not_a_reply"]


def test_one_of_several_letters_is_noted() -> None:
    [finding] = _findings(replace(marked(COMPLETE), index=2, of=3))
    assert (finding.code, finding.severity) == ("several_letters", "info")


Line = tuple[str, int, SectionRole]


def _outline(opening: str, *lines: Line) -> tuple[LetterText, tuple[Section, ...]]:
    """Sections of which each is one paragraph: its words, its level and its role; 一是 items are run-in."""
    letter = marked("\n".join(f"b {words}" for words in (opening, *(words for words, _, _ in lines))))
    sections: list[Section] = []
    parents: dict[int, str] = {}
    for at, (paragraph, (words, level, role)) in enumerate(
        zip(letter.paragraphs, ((opening, 0, "opening"), *lines), strict=True)
    ):
        run_in = words[1:2] == "是"
        marker = words[:2] if level else None
        sections.append(
            Section.model_validate({
                "id": f"s{at}", "parent": parents.get(level - 1) if level > 1 else None, "level": level,
                "style": "run_in" if run_in else "heading" if level else "plain", "marker": marker,
                "ordinal": " 一二三四五六七八".index(words[0]) if level else None, "heading": None,
                "role": role, "span": paragraph.span, "own_span": paragraph.span, "rule": "test",
            })
        )  # fmt: skip
        parents[level] = f"s{at}"
    return letter, tuple(sections)


def _outline_codes(opening: str, *lines: Line) -> list[str]:
    letter, sections = _outline(opening, *lines)
    codes = [finding.code for finding in _findings(letter, LETTERHEAD, sections)]
    return [code for code in codes if not code.startswith("missing_")]


def _done(*words: str) -> tuple[Line, ...]:
    return tuple((line, 1, "done") for line in words)


PLAN: Line = ("四、下一步打算", 1, "plan")
THREE = _done("一、修路", "二、修桥", "三、修渠")
MISCOUNT, GAP = "announced_count_mismatch", "numbering_gap"


@pytest.mark.parametrize(
    ("opening", "lines", "codes"),
    [
        ("主要做了以下三个方面工作：", (*THREE, PLAN), []),
        ("主要做了以下四个方面工作：", (*THREE, PLAN), []),
        ("主要做了以下六个方面工作：", (*THREE, PLAN), [MISCOUNT]),
        ("现将五个方面的办理情况答复如下：", (*THREE, PLAN), [MISCOUNT]),
        ("现就您提出的五个问题答复如下：", (*THREE, PLAN), []),
        ("重点抓好三项工作。", _done("一、修路", "二、修桥"), [MISCOUNT]),
        ("现将有关情况答复如下：", _done("一、修路", "二、修桥"), []),
        ("全县实施了五大工程。现答复如下：", _done("一、修路", "二、修桥"), []),
        ("主要从以下两个方面推进：", (), []),
        (
            "现答复如下：",
            (*_done("一、从三个方面推进修路工作："), ("一是选线。", 2, "done"), ("二是开工。", 2, "done")),
            [MISCOUNT],
        ),
        ("现答复如下：", _done("一、修路", "三、修桥"), [GAP]),
        ("现答复如下：", _done("一、修路", "二、修桥", "二、修渠"), [GAP]),
        ("现答复如下：", _done("二、修路", "三、修桥"), [GAP]),
        ("现答复如下：", _done("一、修路", "二、修桥", "一、修渠", "二、修坝"), []),
        (
            "现答复如下：",
            (("一、修路", 1, "done"), ("一是选线。", 2, "done"), ("三是开工。", 2, "done")),
            [GAP],
        ),
        (
            "现答复如下：",
            (*_done("一、修路"), ("一是选线。", 2, "done"), *_done("二、修桥"), ("一是选址。", 2, "done")),
            [],
        ),
        # A series that goes on under the next heading has no gap.
        (
            "现答复如下：",
            (*_done("一、修路"), ("一、选线", 2, "done"), *_done("二、修桥"), ("二、选址", 2, "done")),
            [],
        ),
    ],
)  # fmt: skip
def test_outline_against_itself(opening: str, lines: tuple[Line, ...], codes: list[str]) -> None:
    assert _outline_codes(opening, *lines) == codes

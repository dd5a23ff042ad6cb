"""The item answered, from title and opening; every title and sentence is invented."""

from __future__ import annotations

from typing import Any

import pytest
from tests.parse.letters import lexicon
from tests.parse.marked import addressees_of, marked, title_of

from dafu.parse.head.submission import find_submission
from dafu.records import Submission


def _found(lines: str) -> Submission | None:
    letter = marked(lines)
    return find_submission(letter, title_of(letter), addressees_of(letter), lexicon())


def _submission(lines: str) -> Submission:
    found = _found(lines)
    assert found is not None
    return found


def _shown(submission: Submission, **expected: Any) -> dict[str, Any]:
    return {name: getattr(submission, name) for name in expected}


TITLES: list[tuple[str, dict[str, Any]]] = [
    (
        "关于市政协五届二次会议A类第044号提案的答复",
        {
            "kind": "proposal",
            "body": "市政协",
            "term": 5,
            "session": 2,
            "numbers": ("044",),
            "outcome_class": "A",
        },
    ),
    (
        "对云陵市第九届人民代表大会第三次会议第8号建议的会办意见",
        {
            "kind": "suggestion",
            "body": "云陵市第九届人民代表大会",
            "term": 9,
            "session": 3,
            "numbers": ("8",),
        },
    ),
    (
        "关于县第十八届人大二次会议第64号建议的答复",
        {"kind": "suggestion", "body": "县第十八届人大", "term": 18, "session": 2},
    ),
    (
        "关于政协青禾县第十届委员会第二次会议第14号提案的复函",
        {"kind": "proposal", "body": "政协青禾县第十届委员会", "term": 10, "session": 2, "numbers": ("14",)},
    ),
    ("关于政协青禾县十届二次会议第14号提案的复函", {"body": "政协青禾县", "term": 10, "session": 2}),
    ("关于市政协第五届委员会第二次会议第7号提案的答复", {"body": "市政协", "term": 5, "session": 2}),
    (
        "关于政协第十三届全国委员会第三次会议第1234号（教育类123号）提案答复的函",
        {"body": "政协第十三届全国委员会", "numbers": ("1234",), "class_number": "教育类123号"},
    ),
    (
        "关于中国人民政治协商会议云陵市第五届委员会第二次会议第1号提案的答复",
        {"kind": "proposal", "body": "中国人民政治协商会议云陵市第五届委员会", "term": 5, "session": 2},
    ),
    (
        "对望川区人大第五届五次会议第057号建议的答复",
        {"body": "望川区人大", "term": 5, "session": 5, "numbers": ("057",)},
    ),
    (
        "教育部对十二届全国人大五次会议第7508号建议的答复",
        {"body": "十二届全国人大", "term": 12, "session": 5},
    ),
    (
        "关于第十四届全国人民代表大会第二次会议第1234号建议的答复",
        {"body": "第十四届全国人民代表大会", "term": 14, "session": 2},
    ),
    (
        "关于省十四届人大二次会议第858号建议的答复",
        {"body": "省十四届人大", "term": 14, "session": 2, "numbers": ("858",)},
    ),
    ("关于省十四届人大二次会议“858号”建议的答复", {"numbers": ("858",)}),
    (
        "关于市十四届三次人代会第8号建议的答复",
        {"kind": "suggestion", "body": "市十四届三次人代会", "term": 14, "session": 3},
    ),
    ("和川市政协十四届三次会议第2023-044号提案答复", {"body": "和川市政协", "numbers": ("2023-044",)}),
    (
        "关于市政协20250688号提案的答复",
        {"kind": "proposal", "body": "市政协", "numbers": ("20250688",), "term": None},
    ),
    ("关于市政协第十三届二次会议第20180329号提案的答复", {"numbers": ("20180329",)}),
    ("关于市政协2023年第54057号提案的答复", {"body": "市政协", "numbers": ("54057",)}),
    ("关于县第九届人大三次会议第四十四号建议的答复", {"numbers": ("四十四",)}),
    ("关于市政协五届二次会议第12、35、120号提案的答复", {"numbers": ("12", "35", "120")}),
    ("关于市政协五届二次会议第012号、第035号提案的答复", {"numbers": ("012", "035")}),
    ("关于市政协五届二次会议第5—8号提案的答复", {"numbers": ("5", "6", "7", "8")}),
    ("关于市政协五届二次会议第008—011号提案的答复", {"numbers": ("008", "009", "010", "011")}),
    ("关于市政协五届二次会议第5—800号提案的答复", {"numbers": ("5", "800")}),
    ("关于市政协五届二次会议第12号等3件提案的答复", {"numbers": ("12",)}),
    ("对县政协十届三次会议第来信号提案的答复", {"kind": "proposal", "body": "县政协", "numbers": ()}),
    (
        "关于区政协二届四次会议林之远委员提案的答复",
        {"kind": "proposal", "body": "区政协", "term": 2, "session": 4, "numbers": ()},
    ),
    ("市政协八届二次会议《关于第3号桥加固的提案》（第119号）的答复", {"numbers": ("119",), "session": 2}),
    ("关于市十五届人大五次会议编号：027建议的答复", {"numbers": ("027",)}),
    ("关于市政协提案No.12的答复", {"numbers": ("12",)}),
    ("关于市政协提案（第044号）的答复", {"body": "市政协", "numbers": ("044",), "term": None}),
    ("关于市政协五届二次会议第12号提案（B类）的答复", {"outcome_class": "B"}),
    ("关于市政协五届二次会议甲类第12号提案的答复", {"outcome_class": "甲", "numbers": ("12",)}),
    ("对市十五届人大三次会议第49号建议案的答复", {"kind": "suggestion", "numbers": ("49",)}),
    ("关于市十五届人大三次会议第3号议案的答复", {"kind": "motion", "numbers": ("3",)}),
    ("关于县政协2023年度第26号提案的答复", {"body": "县政协", "numbers": ("26",), "term": None}),
    ("关于市政协2023年重点提案第1号的答复", {"body": "市政协", "numbers": ("1",)}),
    ("关于市十六届人大四次会议第2023A045号建议的答复", {"numbers": ("2023A045",)}),
    ("关于市十六届人大四次会议第16·04·0094号建议的答复", {"numbers": ("16·04·0094",)}),
    ("关于第94号建议的答复", {"kind": "suggestion", "body": None, "numbers": ("94",)}),
]


@pytest.mark.parametrize(("title", "expected"), TITLES, ids=[title for title, _ in TITLES])
def test_reference_in_the_title(title: str, expected: dict[str, Any]) -> None:
    assert _shown(_submission(f"t {title}"), **expected) == expected


OPENINGS: list[tuple[str, tuple[str, ...]]] = [
    (
        "您提出的《持续打造一流河道》已经由市政府交办市水务局办理，感谢您的支持，现答复如下：",
        ("持续打造一流河道",),
    ),
    ("您提出的《关于修建村道的建议》（第94号建议）收悉，现答复如下：", ("关于修建村道的建议",)),
    ("贵支部《关于增设口袋公园的提案》（第33号）收悉，现答复如下：", ("关于增设口袋公园的提案",)),
    ("您提出的关于“关于科学规划充电桩”的提案收悉。", ("关于科学规划充电桩",)),
    ("您提出的“关于加强河道治理，改善人居环境”的提案已收悉。", ("关于加强河道治理，改善人居环境",)),
    ("您提出的关于加强河道治理，改善人居环境的提案已收悉。", ("关于加强河道治理，改善人居环境的提案",)),
    ('您提出的"关于修建村道的建议"收悉。', ("关于修建村道的建议",)),
    ("您提出的关于推进“互联网+政务”服务的建议收悉。", ("关于推进“互联网+政务”服务的建议",)),
    ("您提出的关于“双减”的建议收悉。", ("关于“双减”的建议",)),
    ("您提出的关于修改《云陵市养犬条例》的建议收悉。", ("关于修改《云陵市养犬条例》的建议",)),
    ("您提出的关于《建设城市书房》的提案收悉。", ("建设城市书房",)),
    ("您提出的《关于落实〈云陵市条例〉的建议》收悉。", ("关于落实〈云陵市条例〉的建议",)),
    ("您提出的《关于落实《云陵市条例》的建议》收悉。", ("关于落实《云陵市条例》的建议",)),
    ("《关于加强养老服务的提案》（第119号）收悉，经研究，现答复如下：", ("关于加强养老服务的提案",)),
    (
        "您提出的《关于修桥的建议》（第8号）、《关于修路的建议》（第9号）收悉。",
        ("关于修桥的建议", "关于修路的建议"),
    ),
    ("首先感谢您的关心。您提出的《关于完善公交线路的建议》收悉。", ("关于完善公交线路的建议",)),
    ("你（们）提出的关于加强水源保护的建议(第088号)悉。", ("关于加强水源保护的建议",)),
    ("你提出的解决石桥村道路破损问题的建议已收悉，现答复如下：", ("解决石桥村道路破损问题的建议",)),
    ("您提出的市政协五届二次会议第044号关于加强社区养老的提案收悉。", ("关于加强社区养老的提案",)),
    ("您提出的关于加强社区养老的第044号提案收悉。", ("关于加强社区养老的提案",)),
    (
        "现就市政协五届二次会议第044号提案《关于完善校车管理的提案》提出如下会办意见：",
        ("关于完善校车管理的提案",),
    ),
    ("由市政府办公室转来的《关于完善校车管理的提案》收悉。", ("关于完善校车管理的提案",)),
    ("贵社提出的《关于便民生活圈的提案》（以下简称《提案》）收悉。", ("关于便民生活圈的提案",)),
    ("您提出的第044号提案收悉，根据《云陵市校车管理办法》，现答复如下：", ()),
    ("您提出的建议收悉，我局高度重视，现答复如下：", ()),
]


@pytest.mark.parametrize(("opening", "titles"), OPENINGS, ids=[opening for opening, _ in OPENINGS])
def test_own_titles_of_the_items(opening: str, titles: tuple[str, ...]) -> None:
    assert _submission(f"t 关于市政协五届二次会议第044号提案的答复\nb {opening}").titles == titles


@pytest.mark.parametrize(
    ("heading", "titles"),
    [
        ("市政协八届二次会议《关于加强管理的提案》（第119号）的答复", ("关于加强管理的提案",)),
        ("关于“加快乡村旅游发展”建议的答复", ("加快乡村旅游发展",)),
        ("对关于加快路灯建设的建议的答复", ("关于加快路灯建设的建议",)),
        ("关于加快路灯建设的建议的答复", ("关于加快路灯建设的建议",)),
    ],
)
def test_own_title_in_the_letter_title(heading: str, titles: tuple[str, ...]) -> None:
    assert _submission(f"t {heading}\na 林之远代表：\nb 收到建议后，我局高度重视。").titles == titles


def test_title_and_addressee_outvote_the_words_of_the_text() -> None:
    lines = (
        "t 关于市十五届人大三次会议第49号议案转建议的答复\na 林之远代表：\nb 你提出的关于修建广场的提案收悉。"
    )
    assert _submission(lines).kind == "suggestion"


@pytest.mark.parametrize(
    ("addressee", "kind"),
    [
        ("林之远委员：", "proposal"),
        ("林之远代表：", "suggestion"),
        ("民盟云陵市委会：", "proposal"),
        ("青禾县代表团：", "suggestion"),
        ("瓦石乡政协联络组：", "proposal"),
    ],
)
def test_the_addressee_tells_the_kind_where_no_body_is_named(addressee: str, kind: str) -> None:
    assert _submission(f"a {addressee}\nb 您提出的《关于修路》（第8号）收悉。").kind == kind


def test_own_number_on_the_line_below_the_title() -> None:
    found = _submission("t 关于加快路灯建设的建议的答复\nt （自编号027号）\nb 现将提案办理情况答复如下：")
    assert _shown(found, kind=0, numbers=0) == {"kind": "suggestion", "numbers": ("027",)}


def test_the_opening_gives_what_the_title_leaves_out() -> None:
    found = _submission(
        "t 关于提案的答复\na 林之远委员：\nb 您在市政协五届二次会议上提出的《关于修路的提案》（第8号）收悉。"
    )
    assert _shown(found, body=0, term=0, session=0, numbers=0) == {
        "body": "市政协", "term": 5, "session": 2, "numbers": ("8",),
    }  # fmt: skip


def test_items_quoted_further_down_are_not_taken() -> None:
    lines = """
        t 关于林之远委员提案的答复
        b 您提出的《关于修路的提案》收悉，现答复如下：
        b 去年对市政协四届五次会议第77号提案《关于修桥的提案》，我局已经办结。
    """
    assert _shown(_submission(lines), numbers=0, titles=0) == {"numbers": (), "titles": ("关于修路的提案",)}


def test_a_document_number_is_no_number_of_an_item() -> None:
    assert _submission("t 关于林之远委员提案的答复（教提案〔2017〕第39号）").numbers == ()


def test_a_suggestion_and_a_proposal_answered_together() -> None:
    found = _submission(
        "t 关于市十五届人大三次会议第8号建议和市政协五届三次会议第44号提案的答复\n"
        "b 您提出的《关于修路的建议》和《关于修桥的提案》收悉。"
    )
    [other] = found.also
    assert _shown(found, kind=0, numbers=0, titles=0) == {
        "kind": "suggestion", "numbers": ("8",), "titles": ("关于修路的建议",),
    }  # fmt: skip
    assert _shown(other, kind=0, body=0, numbers=0, titles=0) == {
        "kind": "proposal", "body": "市政协", "numbers": ("44",), "titles": ("关于修桥的提案",),
    }  # fmt: skip


def test_numbers_of_two_kinds_share_one_title() -> None:
    found = _submission("t 关于第8号建议和第44号、第45号提案的答复")
    [other] = found.also
    assert [(item.kind, item.numbers) for item in (found, other)] == [
        ("suggestion", ("8",)),
        ("proposal", ("44", "45")),
    ]


def test_span_of_the_reference() -> None:
    letter = marked("t 关于市政协五届二次会议 A 类第 044 号提案的答复")
    found = find_submission(letter, title_of(letter), (), lexicon())
    assert found is not None
    assert found.span is not None
    assert letter.text[slice(*found.span)] == "市政协五届二次会议 A 类第 044 号提案"


def test_no_item_is_named() -> None:
    assert _found("b 今年以来，全市经济平稳运行。\nb 一、基本情况") is None

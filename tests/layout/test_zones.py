"""Zones by words, place and print: letterhead, title, address, body, signature, attachment, imprint."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.letters import blocks_from, lexicon, zoned

from dafu.layout.block import Block
from dafu.layout.zones import assign_zones

_LETTERS = {
    "h": "letterhead", "t": "title", "a": "addressee", "b": "body",
    "s": "signature", "x": "attachment", "i": "imprint",
}  # fmt: skip

WHOLE = {
    "document format": """
        h 000012
        h 云陵市教育局文件
        h 云教发〔2024〕21号 签发人：方舟
        t 关于市十五届人大四次会议第103号建议的答复
        a 李木子等12名代表：
        b 你们提出的《关于增加学位的建议》收悉。现答复如下：
        b 一、工作开展情况
        b 新增学位1200个。
        s 附件：1.学位清单
        s 2.学校名单
        s 云陵市教育局
        s 2024年6月18日
        s （联系人：苏敏，联系电话：0999-5550155）
        i 抄送：市人大常委会代表工委，市政府办公室。
        i 云陵市教育局办公室 2024年6月20日印发
    """,
    "date and contacts in odd order": """
        t 关于县政协十届二次会议第18号提案的答复
        a 杜若委员：
        b 您提出的提案收悉，现答复如下：
        b 全县配备保洁员860名。
        s 负责人：钱程
        s 承办人：柳絮
        s 联系电话：
        s 青禾县综合行政执法局
        s 2023年6月25日
        i 抄报：县政府办 县政协提案委
        s 联系单位：县综合行政执法局
    """,
    "body alone": """
        b 您提出的关于治理河道的建议收悉，现答复如下：
        b 一、已清淤6公里。
        b 二、水库已列入计划。
    """,
    "marks and body alone": """
        h 类别：B
        a 周岚代表：
        b 你提出的建议收悉，现答复如下：已列入计划。
        s 2023年8月8日
    """,
    "opinion asked below the date": """
        t 关于县政协十届二次会议第18号提案的答复
        a 杜若委员：
        b 您提出的提案收悉，现答复如下：
        b 全县配备保洁员860名。
        s 青禾县综合行政执法局
        s 2023年6月25日
        b 请您对答复提出意见，并填写征询意见表寄回。
    """,
    "attachment with its body": """
        t 关于市政协七届二次会议第156号提案的答复
        a 何静委员：
        b 您提出的提案收悉，现答复如下：
        b 建成日间照料中心86个。
        s 云陵市民政局
        s 2023年8月30日
        x 附件
        x 日间照料中心名单
        x 1.青石街道中心
        x 2.南湖街道中心
    """,
    "imprint below the attachment": """
        t 关于市政协七届二次会议第156号提案的答复
        a 何静委员：
        b 您提出的提案收悉，现答复如下：
        b 建成日间照料中心86个。
        s 云陵市民政局
        s 2023年8月30日
        x 附件1
        x 改造项目已全部开工，计划年底完工。
        i 抄送：市政协提案委。
    """,
    "sheet for the opinion": """
        t 关于市政协七届二次会议第156号提案的答复
        a 何静委员：
        b 您提出的提案收悉，现答复如下：
        b 建成日间照料中心86个。
        s 云陵市民政局
        s 2023年8月30日
        x 提案办理情况征询意见表
        x 提案编号
    """,
    "words that look like a signature inside the body": """
        t 关于市政协七届二次会议第156号提案的答复
        a 何静委员：
        b 您提出的提案收悉，现答复如下：
        b 一、关于民政局的职责
        b 2023年8月，已建成86个。
        b 列入计划。
        s 云陵市民政局
        s 2023年8月30日
    """,
    "marks in the imprint": """
        t 关于市政协七届二次会议第156号提案的答复
        a 何静委员：
        b 您提出的提案收悉，现答复如下：
        b 建成日间照料中心86个。
        s 云陵市民政局
        s 2023年8月30日
        i 抄送：市政协提案委。
        i 公开属性：主动公开
        i 共印6份
    """,
    "bureau above an address of bureaus": """
        h 望川区财政局
        t 关于区十七届人大三次会议第33号建议的会办意见
        a 区教育局：
        b 现提出会办意见如下：
        b 同意。
        s 望川区财政局
        s 2023年5月5日
    """,
}


@pytest.mark.parametrize("lines", WHOLE.values(), ids=WHOLE.keys())
def test_zones(lines: str) -> None:
    expected = [(_LETTERS[line.strip()[0]], line.strip()[2:]) for line in lines.strip().split("\n")]
    assert zoned("\n".join(words for _, words in expected)) == expected


def test_a_title_line_that_ends_like_an_organ_is_no_organ() -> None:
    found = zoned("""
        云陵市教育局
        云教函〔2024〕9号
        云陵市教育局对市八届人大
        四次会议第54057号建议的答复
        乔木生代表：
        您提出的《关于增加学位的建议》收悉。现答复如下：
    """)
    assert found[2] == ("title", "云陵市教育局对市八届人大四次会议第54057号建议的答复")


def test_a_class_alone_on_a_line_inside_the_title_is_of_the_title() -> None:
    found = zoned("""
        云陵市教育局
        云教函〔2024〕9号
        关于市八届人大四次会议第54057号建议
        （B类）
        办理情况的答复函
        乔木生代表：
        您提出的《关于增加学位的建议》收悉。现答复如下：
    """)
    assert found[2] == ("title", "关于市八届人大四次会议第54057号建议（B类）办理情况的答复函")


def _printed(block: Block, size: float, align: str | None = None, **changes: object) -> Block:
    return replace(block, size=size, align=align, **changes)  # type: ignore[arg-type]


def test_an_organ_set_like_the_title_belongs_to_it() -> None:
    """信函格式: the red name above is larger, the organ in the title is set like the title."""
    head, number, organ, title, address, body = blocks_from("""
        云陵市水利局
        云水函〔2024〕17号
        云陵市水利局
        关于市政协六届三次会议第17号提案的答复
        方小舟委员：
        您提出的提案收悉，现答复如下：
    """)
    found = assign_zones(
        (
            _printed(head, 40.0, "center", color="#ff0000"),
            _printed(number, 16.0, "right"),
            _printed(organ, 22.0, "center"),
            _printed(title, 22.0, "center"),
            _printed(address, 16.0, "left"),
            _printed(body, 16.0),
        ),
        lexicon(),
    )
    assert [(block.zone, block.text[:6]) for block in found[:3]] == [
        ("letterhead", "云陵市水利局"),
        ("letterhead", "云水函〔20"),
        ("title", "云陵市水利局"),
    ]


def test_a_title_of_other_words_is_known_by_its_print() -> None:
    head, title, address, body = blocks_from("""
        云水函〔2024〕17号
        农村供水管网改造
        方小舟委员：
        您提出的提案收悉，现答复如下：
    """)
    found = assign_zones(
        (
            _printed(head, 16.0, "right"),
            _printed(title, 22.0, "center"),
            _printed(address, 16.0, "left"),
            _printed(body, 16.0),
        ),
        lexicon(),
    )
    assert [block.zone for block in found] == ["letterhead", "title", "addressee", "body"]


def test_the_letterheads_organ_above_a_title_without_sizes() -> None:
    """Plain text tells no sizes: the first organ line is the letterhead, not the title's first line."""
    assert [zone for zone, _ in zoned("云陵市水利局\n关于市政协六届三次会议第17号提案的答复\n方小舟委员：\n您提出的提案收悉，现答复如下：")][
        :2
    ] == ["letterhead", "title"]  # fmt: skip


_LINES = [line.strip()[2:] for lines in WHOLE.values() for line in lines.strip().split("\n")]


@given(st.lists(st.sampled_from(_LINES), max_size=12))
def test_any_lines_keep_their_words_and_order(lines: list[str]) -> None:
    found = assign_zones(blocks_from("\n".join(lines)), lexicon())
    assert "".join(block.text for block in found) == "".join(lines)

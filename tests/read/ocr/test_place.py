"""Where characters stand, how wide marks are, and what the forms of letters decide: one line an example."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest

from dafu.read.ocr.decide import class_letter, decided
from dafu.read.ocr.model import ReadChar
from dafu.read.ocr.place import Seen, mark_widths, parts_of, placed, seen

CELL = 16.0


def _line(printed: str, read: str | None = None, *, confidence: float = 0.99) -> list[Seen]:
    """The characters of `read` standing where those of `printed` are set, on cells of 16 points."""
    widths = [CELL if ord(char) > 0x2000 else CELL / 2 for char in printed]
    ends = list(accumulate(widths))
    chars = [
        ReadChar(char, (end - width / 2) / ends[-1], confidence)
        for char, blank, end, width in zip(read or printed, printed, ends, widths, strict=True)
        if blank != "_"
    ]
    return seen(chars, 0.0, ends[-1], CELL)


def _text(line: list[Seen]) -> str:
    return "".join(one.char for one in line)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("方某某委员：您提出的建议收悉", "方某某委员:您提出的建议收悉"),
        ("投入资金，修建道路；完成任务", "投入资金,修建道路;完成任务"),
        ("依托平台(一期)建设道路工程", "依托平台（一期）建设道路工程"),
        ("云市科函〔2024〕15号的通知文件", "云市科函[2024]15号的通知文件"),
        ("铜山办[2009]103号的通知文件", "铜山办〔2009〕103号的通知文件"),
        ("(一)出台工作的实施方案(以下简称方案)。", "（一）出台工作的实施方案（以下简称方案）。"),
        ("（一）出台工作的实施方案（以下简称方案）。", "(一)出台工作的实施方案(以下简称方案)。"),
        ("海商函字〔２０２１〕２０号的通知", "海商函字〔2021〕20号的通知"),
        ("海商函〔２０２１〕２０号", "海商函〔2021〕20号"),
        ("海商函〔2021〕20号文通知", "海商函〔2021〕20号文通知"),
        ("投入经费1,860万元修建道路", "投入经费1,860万元修建道路"),
        ("投入经费1,860万元修建道路", "投入经费1，860万元修建道路"),
        ("编号为第3，4，5号的提案文件", "编号为第3，4，5号的提案文件"),
        ("时间由19:00延长到深夜时分", "时间由19:00延长到深夜时分"),
    ],
)
def test_marks_are_as_wide_as_the_room_they_take(printed: str, read: str) -> None:
    (line,) = mark_widths([_line(printed, read)])
    assert _text(line) == printed


def test_the_room_of_full_width_digits_may_be_read_as_blanks() -> None:
    chars = (
        (c, at)
        for at, c in zip(
            (0.5, 1.5, 2.5, 3.5, 4.5, 5, 5.5, 6.5, 7, 7.5, 8.5, 9.5), "海商函〔2 02 1〕号", strict=True
        )
    )
    line = seen([ReadChar(char, at / 10, 0.99) for char, at in chars], 0, 10 * CELL, CELL)
    assert _text(mark_widths([line])[0]) == "海商函〔２０２１〕号"


def test_a_mark_that_tells_nothing_is_as_most_of_the_page() -> None:
    half = _line("加大投入,修建道路,完成任务,改善环境,提升水平")
    end = _line("方某某委员：", "方某某委员：")
    assert _text(mark_widths([half, end])[1]) == "方某某委员:"
    assert (
        _text(mark_widths([_line("加大投入，修建道路，完成任务，改善环境，提升", None), end])[1])
        == "方某某委员："
    )


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("承办人：方舟舟__电话：五五五", ["承办人：方舟舟", "电话：五五五"]),
        ("共有高新技术企业139家", ["共有高新技术企业139家"]),
        ("共有企业_139_家参与调查研究", ["共有企业", "139", "家参与调查研究"]),
    ],
)
def test_gaps_part_a_line(printed: str, parts: list[str]) -> None:
    assert [_text(part) for part in parts_of(_line(printed), CELL)] == parts


def test_edges_lie_on_the_grid_though_places_are_rough() -> None:
    line = _line("关于加强城市公园建设的答复")
    rough = [
        Seen(one.char, one.centre + (2.5 if at % 3 else -2.0), one.width, one.confidence)
        for at, one in enumerate(line)
    ]
    edges = placed(rough, CELL)
    assert edges.size == pytest.approx(CELL, abs=0.4)
    assert edges.left == pytest.approx([CELL * at + 1 for at in range(13)], abs=1.5)


def test_digits_of_a_number_touch() -> None:
    edges = placed(_line("共1860家企业参加"), CELL)
    assert edges.right[1:4] == edges.left[2:5]


def test_a_mark_read_twice_in_one_cell_is_one() -> None:
    chars = [ReadChar(char, at, 0.9) for char, at in (("（", 0.1), ("二", 0.3), (")", 0.48), ("）", 0.52))]
    assert _text(seen(chars, 0, 4 * CELL, CELL)) in ("（二)", "（二）")


@pytest.mark.parametrize(
    ("read", "written", "by"),
    [
        ("死亡率2.31%0。", "死亡率2.31‰。", "ocr.permille"),
        ("死亡率2.31%°，下降", "死亡率2.31‰，下降", "ocr.permille"),
        ("%°。二是加强", "‰。二是加强", "ocr.permille"),
        ("%0。二是加强", "‰。二是加强", "ocr.permille"),
        ("自然增长率8.27%o，下降", "自然增长率8.27‰，下降", "ocr.permille"),
        ("2O16年4月3日", "2016年4月3日", "ocr.zero"),
        ("于202Q年建成", "于2020年建成", "ocr.zero"),
        ("电话：555Q204", "电话：5550204", "ocr.zero"),
        ("一2030年的规划", "—2030年的规划", "ocr.dash"),
        ("规划（2024一", "规划（2024—", "ocr.dash"),
        ("收入3亿元．同比增长", "收入3亿元，同比增长", "ocr.stop"),
        ("校舍面积2.1万m²。", "校舍面积2.1万㎡。", "ocr.square_metre"),
        ("2021一2030年", "2021—2030年", "ocr.dash"),
        ("二○二三年五月", "二〇二三年五月", "ocr.han_zero"),
        ("云市科函【2024】15号", "云市科函〔2024〕15号", "ocr.year_bracket"),
        ("云市科函（２０２１〕２０號", "云市科函〔２０２１〕２０號", "ocr.bracket_pair"),
        ("云市科函〔2024）15号", "云市科函〔2024〕15号", "ocr.bracket_pair"),
    ],
)
def test_forms_decide_and_what_was_read_is_kept(read: str, written: str, by: str) -> None:
    line = decided(_line(read))
    assert _text(line) == written
    assert {(one.by, one.read != one.char) for one in line if one.by} == {(by, True)}


@pytest.mark.parametrize(
    "read",
    [
        "同比增长2.3%。",
        "车牌2Q35",
        "统一规划",
        "2021年一",
        "1．加强领导",
        "第一批",
        "○○村",
        "云市科函（2024）15号",
        "完成10% 0项",
        "人均",
        "铜山办[2009]103号",
    ],
)
def test_forms_that_are_right_stay(read: str) -> None:
    assert _text(decided(_line(read))) == read


@pytest.mark.parametrize(
    ("read", "other", "written"),
    [("资金．", "，", "资金，"), ("资金．", "", "资金．"), ("15．", "，", "15．"), ("资金.", "。", "资金。")],
)
def test_a_point_after_a_chinese_character_is_the_next_best_stop(read: str, other: str, written: str) -> None:
    chars = [
        ReadChar(char, (at + 0.5) / 3, 0.8, other if at == 2 else "", 0.1) for at, char in enumerate(read)
    ]
    found = seen(chars, 0, 3 * CELL, CELL)
    assert _text(found) == written
    assert [one.read for one in found if one.by] == ([read[2]] if read != written else [])


@pytest.mark.parametrize(
    ("read", "at", "other", "written"),
    [
        ("活力竞相进发", 4, "迸", "活力竞相迸发"),
        ("向新目标进发", 4, "迸", "向新目标进发"),
        ("资金己拔付到位", 3, "拨", "资金己拨付到位"),
        ("作出部暑", 3, "署", "作出部署"),
        ("选拔干部", 1, "拨", "选拔干部"),
        ("作出部暑", 3, "", "作出部暑"),
    ],
)
def test_a_word_tells_which_look_alike_a_doubtful_character_is(
    read: str, at: int, other: str, written: str
) -> None:
    line = _line(read)
    line[at] = replace(line[at], other=other)
    found = decided(line)
    assert _text(found) == written
    assert [(one.read, one.by) for one in found if one.by] == (
        [(read[at], "ocr.phrase")] if read != written else []
    )


@pytest.mark.parametrize(("other", "written"), [("‰", "‰。"), ("%", "%。"), ("", "%。")])
def test_a_doubtful_percent_sign_is_a_per_mille_sign_if_that_is_next(other: str, written: str) -> None:
    chars = [ReadChar("%", 0.25, 0.9, other, 0.03), ReadChar("。", 0.75, 1.0)]
    assert _text(seen(chars, 0, 2 * CELL, CELL)) == written


@pytest.mark.parametrize(("confidence", "kept"), [(0.6, "负责人："), (0.9, "负责人：☑")])
def test_a_doubtful_pictorial_sign_is_none(confidence: float, kept: str) -> None:
    chars = [ReadChar(char, at / 5, confidence) for at, char in enumerate("负责人：☑")]
    assert _text(seen(chars, 0, 5 * CELL, CELL)) == kept


def test_a_doubtful_zero_or_degree_stays() -> None:
    chars = [ReadChar(char, (at + 0.5) / 5, 0.4) for at, char in enumerate("二○△°〇")]
    assert _text(seen(chars, 0, 5 * CELL, CELL)) == "二○△°〇"


@pytest.mark.parametrize(
    ("read", "letter"), [("4", "A"), ("△", "A"), ("人", "A"), ("B", "B"), ("3", "3"), ("8", "8")]
)
def test_a_lone_class_letter(read: str, letter: str) -> None:
    assert class_letter(_line(read)[0]).char == letter

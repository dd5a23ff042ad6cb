"""主送 in all its forms; every name is invented."""

from __future__ import annotations

import pytest
from tests.parse.letters import letter_from, lexicon

from dafu.parse.head.addressees import find_addressees

ONE = [
    ("方小舟委员：", "方小舟", "cppcc_member"),
    ("方小舟代表:", "方小舟", "deputy"),
    ("尊敬的方小舟委员：", "方小舟", "cppcc_member"),
    ("方 舟 委员：", "方舟", "cppcc_member"),
    ("阿依古丽·买买提代表：", "阿依古丽·买买提", "deputy"),
    ("方××委员：", "方××", "cppcc_member"),
    ("方小舟同志：", "方小舟", "unknown"),
    ("民盟云陵市委会：", "民盟云陵市委会", "group"),
    ("九三学社云陵市委：", "九三学社云陵市委", "group"),
    ("致公党云陵省委会：", "致公党云陵省委会", "group"),
    ("农工党望川区总支：", "农工党望川区总支", "group"),
    ("市工商联：", "市工商联", "group"),
    ("无党派人士界：", "无党派人士界", "group"),
    ("经济界别：", "经济界别", "group"),
    ("第三小组：", "第三小组", "group"),
    ("瓦石乡政协联络组：", "瓦石乡政协联络组", "group"),
    ("望川区代表团：", "望川区代表团", "group"),
    ("政协云陵市委员会人口资源环境委员会：", "政协云陵市委员会人口资源环境委员会", "group"),
    ("发展和改革局：", "发展和改革局", "organ"),
    ("省政府办公厅：", "省政府办公厅", "organ"),
    ("市政协提案委员会：", "市政协提案委员会", "organ"),
    ("市人大常委会代表工委：", "市人大常委会代表工委", "organ"),
]
SEVERAL = [
    ("市政协提案委员会并转方小舟委员：", [("市政协提案委员会", None), ("方小舟", None)]),
    ("市人大代表工委转李木、周岚代表：", [("市人大代表工委", None), ("李木", None), ("周岚", None)]),
    ("方小舟、李木委员：", [("方小舟", None), ("李木", None)]),
    ("阿依古丽江、李木代表：", [("阿依古丽江", None), ("李木", None)]),
    ("方小舟、李木和周岚代表：", [("方小舟", None), ("李木", None), ("周岚", None)]),
    ("方小舟委员、李木委员：", [("方小舟", None), ("李木", None)]),
    ("方小舟等3位代表：", [("方小舟", 3)]),
    ("方小舟（等10位）代表：", [("方小舟", 10)]),
    ("方小舟、李木等十二名委员：", [("方小舟", None), ("李木", 12)]),
    ("方小舟等5位省人大代表：", [("方小舟", 5)]),
    ("方小舟等代表：", [("方小舟", None)]),
    ("方小舟（领衔）、李木代表：", [("方小舟", None), ("李木", None)]),
    ("民建云陵市委会、市工商联：", [("民建云陵市委会", None), ("市工商联", None)]),
    ("方小舟、周岚、\n李木、苏和委员：", [("方小舟", None), ("周岚", None), ("李木", None), ("苏和", None)]),
]
OPENING = "您提出的《关于修路的提案》收悉，现答复如下："


def _letter(address: str) -> str:
    return f"关于市政协五届二次会议第9号提案的答复\n{address}\n{OPENING}\n已修路6公里。\n云陵市水利局\n2023年5月1日"


@pytest.mark.parametrize(("line", "name", "role"), ONE)
def test_one_addressee(line: str, name: str, role: str) -> None:
    found = find_addressees(letter_from(_letter(line)), lexicon())
    assert [(one.name, one.role) for one in found] == [(name, role)]


@pytest.mark.parametrize(("lines", "expected"), SEVERAL)
def test_several_addressees(lines: str, expected: list[tuple[str, int | None]]) -> None:
    letter = letter_from(_letter(lines))
    found = find_addressees(letter, lexicon())
    assert [(one.name, one.joint_count) for one in found] == expected
    assert all(letter.text[slice(*one.span)] == one.raw for one in found)


def test_an_address_without_its_colon() -> None:
    found = find_addressees(letter_from(_letter("方小舟委员")), lexicon())
    assert [(one.name, one.role) for one in found] == [("方小舟", "cppcc_member")]


def test_an_address_that_no_form_fits_is_unknown() -> None:
    found = find_addressees(letter_from(_letter("云陵文艺之家：")), lexicon())
    assert [(one.name, one.role) for one in found] == [("云陵文艺之家", "unknown")]


def test_an_address_on_the_first_line_of_the_body() -> None:
    letter = letter_from(
        "周岚代表：你提出的关于修建便桥的建议收悉，现答复如下：便桥已列入计划。\n2023年8月8日"
    )
    assert [(one.raw, one.role) for one in find_addressees(letter, lexicon())] == [("周岚代表", "deputy")]


def test_a_list_moved_below() -> None:
    lines = f"关于市政协五届二次会议第9号提案的答复\n{OPENING}\n已修路。\n2023年5月1日\n主送：方小舟、李木委员。\n抄送：市政协提案委。"
    found = find_addressees(letter_from(lines), lexicon())
    assert [(one.name, one.role) for one in found] == [("方小舟", "cppcc_member"), ("李木", "cppcc_member")]


@pytest.mark.parametrize(
    "lines",
    [
        "关于市政协五届二次会议第9号提案的答复\n您提出的《关于修路的提案》收悉，现答复如下：\n已修路。",
        "关于市政协五届二次会议第9号提案的答复\n现将有关情况答复如下：\n一、已修路。\n联系人：方舟",
    ],
)
def test_no_addressee(lines: str) -> None:
    assert find_addressees(letter_from(lines), lexicon()) == ()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("领衔代表：方小舟", [("方小舟", "deputy", None)]),
        ("领衔委员:方 舟", [("方舟", "cppcc_member", None)]),
        ("提案人：方小舟、李木", [("方小舟", "cppcc_member", None), ("李木", "cppcc_member", None)]),
        ("提案人：民盟云陵市委会", [("民盟云陵市委会", "group", None)]),
        ("领衔代表：方小舟等5人", [("方小舟", "deputy", 5)]),
    ],
)
def test_a_label_names_who_made_the_item_where_no_address_line_does(
    line: str, found: list[tuple[str, str, int | None]]
) -> None:
    letter = letter_from(
        f"关于县政协十一届二次会议第73号提案的复函\n{line}\n您提出的提案收悉，现答复如下：\n已经办结。"
    )
    addressees = find_addressees(letter, lexicon())
    assert [(one.name, one.role, one.joint_count) for one in addressees] == found

"""The letterhead's parts in all the forms they are printed in; every organ, number and name is invented."""

from __future__ import annotations

import pytest
from tests.parse.letters import letter_from, lexicon

from dafu.parse.head.letterhead import find_letterhead
from dafu.records import Letterhead

BODY = """
    苏小木委员：
    您提出的《关于修路的提案》收悉。根据青政发〔2022〕9号文件要求，现答复如下：
    一、办理结果
    已修路6公里，其中A类路2公里。
"""
TITLE = "    关于市政协五届二次会议第9号提案的答复"
SIGNED = """
    云陵市水利局
    2023年5月1日
"""


def _letterhead(above: str = "云陵市水利局", *, title: str = TITLE, below: str = "") -> Letterhead:
    lines = [*above.split("\n"), title.strip(), *BODY.split("\n"), *SIGNED.split("\n"), *below.split("\n")]
    return find_letterhead(letter_from("\n".join(line.strip() for line in lines)), lexicon())


NUMBERS: list[tuple[str, str, str | None, int | None, str | None]] = [
    ("云水函〔2023〕5号", "云水函〔2023〕5号", "云水函", 2023, "5"),
    ("教建议〔2021〕第27号", "教建议〔2021〕第27号", "教建议", 2021, "27"),
    ("青教提复字〔2021〕来信号B类", "青教提复字〔2021〕来信号", "青教提复字", 2021, "来信"),
    ("云政办[2010]61号", "云政办[2010]61号", "云政办", 2010, "61"),
    ("云政辦﹝2016﹞2號", "云政辦﹝2016﹞2號", "云政辦", 2016, "2"),
    ("云农提〔2023〕12-1号", "云农提〔2023〕12-1号", "云农提", 2023, "12-1"),
    ("云农提函〔2023〕007号", "云农提函〔2023〕007号", "云农提函", 2023, "007"),
    ("云卫函〔2023〕号", "云卫函〔2023〕号", "云卫函", 2023, None),
    ("云卫函〔2023〕×号", "云卫函〔2023〕×号", "云卫函", 2023, None),
    ("云交发2023第12号", "云交发2023第12号", "云交发", 2023, "12"),
    ("云交函【2023】7号", "云交函【2023】7号", "云交函", 2023, "7"),
    ("云交函（2023）7号", "云交函（2023）7号", "云交函", 2023, "7"),
    ("云交函<2023>7号", "云交函<2023>7号", "云交函", 2023, "7"),
    ("云交函〔2023]7号", "云交函〔2023]7号", "云交函", 2023, "7"),
    ("〔2023〕云交函7号", "〔2023〕云交函7号", "云交函", 2023, "7"),
    ("云交函2023〕7号", "云交函2023〕7号", "云交函", 2023, "7"),
    ("云交函〔202323", "云交函〔202323", "云交函", 2023, None),
    ("云水提复〔2023〕A15号", "云水提复〔2023〕A15号", "云水提复", 2023, "A15"),
    (
        "云水函 〔\uff12\uff10\uff12\uff13〕 15 号",
        "云水函 〔\uff12\uff10\uff12\uff13〕 15 号",
        "云水函",
        2023,
        "15",
    ),
    ("文号：云水函〔2023〕15号", "云水函〔2023〕15号", "云水函", 2023, "15"),
    ("云水函〔二〇二三〕15号", "云水函〔二〇二三〕15号", "云水函", 2023, "15"),
    ("（云水函〔2023〕15号）", "云水函〔2023〕15号", "云水函", 2023, "15"),
    ("云水函〔2023〕12、13号", "云水函〔2023〕12、13号", "云水函", 2023, "12、13"),
    ("云建字第23号", "云建字第23号", "云建字", None, "23"),
    ("云水函〔2023〕15号 签发人：方舟", "云水函〔2023〕15号", "云水函", 2023, "15"),
    ("秘密★1年 云水函〔2023〕15号", "云水函〔2023〕15号", "云水函", 2023, "15"),
]


@pytest.mark.parametrize(("line", "raw", "code", "year", "serial"), NUMBERS)
def test_document_number(line: str, raw: str, code: str, year: int | None, serial: str | None) -> None:
    number = _letterhead(line).document_number
    assert number is not None
    assert (number.raw, number.agency_code, number.year, number.serial) == (raw, code, year, serial)


@pytest.mark.parametrize(
    "above",
    ["云陵市水利局", "索引号：012345678/2023-00012", "编号：2023-015", "提案第9号", "000001", "A类"],
)
def test_no_document_number(above: str) -> None:
    assert _letterhead(above).document_number is None


CLASSES: list[tuple[str, str, str]] = [
    ("A", "A", "A"), ("\uff21", "\uff21", "A"), ("A类", "A类", "A"), ("A 类", "A 类", "A"), ("“A”", "“A”", "A"),
    ("（A）", "（A）", "A"), ("[A]", "[A]", "A"), ("【A】", "【A】", "A"), ("Α", "Α", "A"), ("А类", "А类", "A"),
    ("A类件", "A类件", "A"), ("A1", "A1", "A"), ("B2类", "B2类", "B"),
    ("办理结果：A", "A", "A"), ("办理类别：A类", "A类", "A"), ("类 别:B", "B", "B"), ("类别：\uff22", "\uff22", "B"),
    ("办理结果：（C）", "（C）", "C"), ("办理结果（B）", "（B）", "B"), ("（办理结果：B）", "B", "B"),
    ("解决程度：D", "D", "D"), ("公开（是） A", "A", "A"), ("办理结果：B 公开属性：主动公开", "B", "B"),
    ("B类转A类", "B类转A类", "A"), ("B类转为A类", "B类转为A类", "A"),
    ("甲类", "甲类", "unknown"), ("办理结果:甲", "甲", "unknown"), ("留作参考", "留作参考", "unknown"),
    ("办理结果：已解决或采纳", "已解决或采纳", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "raw", "value"), CLASSES)
def test_outcome_class(line: str, raw: str, value: str) -> None:
    outcome = _letterhead(line).outcome_class
    assert outcome is not None
    assert (outcome.raw, outcome.value, outcome.carriers) == (raw, value, ("header",))


@pytest.mark.parametrize(
    "line", ["类别：城建类", "建议类别：教育类", "办理结果：", "主办", "E类", "4", "云陵市水利局"]
)
def test_no_outcome_class(line: str) -> None:
    assert _letterhead(line).outcome_class is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("A", "关于市政协五届二次会议A类第044号提案的答复", ""), ("A", "A", ("header", "title"))),
        (("云陵市水利局", "关于市政协五届二次会议第044号（B类）提案的答复", ""), ("B", "B", ("title",))),
        (("云水函〔2023〕5号B类", TITLE, ""), ("B类", "B", ("document_number",))),
        (("云水函〔2023〕5号 B类", TITLE, ""), ("B类", "B", ("header",))),
        (("云陵市水利局", TITLE, "办理结果：B类"), ("B类", "B", ("footer",))),
        (("云陵市水利局", TITLE, "（办理结果：B类，承办人：方舟）"), ("B类", "B", ("footer",))),
        (("办理结果：A", TITLE, "办理结果：B"), ("A", "A", ("header", "footer"))),
        (
            ("云陵市水利局", "关于市政协五届二次会议C类第9号提案的答复", "类别：A"),
            ("C", "C", ("title", "footer")),
        ),
    ],
)
def test_carriers_of_the_class(
    printed: tuple[str, str, str], expected: tuple[str, str, tuple[str, ...]]
) -> None:
    above, title, below = printed
    outcome = _letterhead(above, title=title, below=below).outcome_class
    assert outcome is not None
    assert (outcome.raw, outcome.value, outcome.carriers) == expected


DISCLOSURES: list[tuple[str, str, str]] = [
    ("公开（是）", "公开（是）", "proactive"), ("公开（否）", "公开（否）", "withheld"),
    ("公开：是", "公开：是", "proactive"), ("是否公开：公开", "是否公开：公开", "proactive"),
    ("是否公开：否", "是否公开：否", "withheld"), ("是否同意公开:(是)", "是否同意公开:(是)", "proactive"),
    ("公开属性：主动公开", "主动公开", "proactive"), ("公开属性：依申请公开", "依申请公开", "on_application"),
    ("公开属性：不予公开", "不予公开", "withheld"), ("公开属性：免于公开", "免于公开", "withheld"),
    ("公开属性：☑主动公开 □依申请公开 □不予公开", "主动公开", "proactive"),
    ("公开属性：□主动公开 ☑依申请公开", "依申请公开", "on_application"),
    ("公开：是☑ 否□", "是", "proactive"), ("是否公开：是（ √ ）否（ ）", "是", "proactive"),
    ("政府信息公开选项：依申请公开", "依申请公开", "on_application"), ("公开方式: 主动公开", "主动公开", "proactive"),
    ("主动公开", "主动公开", "proactive"), ("全文公开", "全文公开", "proactive"), ("不公开", "不公开", "withheld"),
    ("（此件公开发布）", "（此件公开发布）", "proactive"), ("（此件依申请公开）", "（此件依申请公开）", "on_application"),
    ("公开类别：内部", "公开类别：内部", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "raw", "value"), DISCLOSURES)
@pytest.mark.parametrize("place", ["above", "below"])
def test_disclosure(line: str, raw: str, value: str, place: str) -> None:
    letterhead = _letterhead(line) if place == "above" else _letterhead(below=line)
    assert letterhead.disclosure is not None
    assert (letterhead.disclosure.raw, letterhead.disclosure.value) == (raw, value)


@pytest.mark.parametrize("line", ["公开属性：", "公开范围：面向全社会", "政务公开科"])
def test_no_disclosure(line: str) -> None:
    assert _letterhead(line).disclosure is None


@pytest.mark.parametrize(
    ("above", "secrecy", "urgency"),
    [
        ("机密★1年", "机密★1年", None),
        ("秘密★", "秘密★", None),
        ("特急", None, "特急"),
        ("紧急程度：加急", None, "加急"),
        ("000001\n秘密★6个月\n特 急", "秘密★6个月", "特 急"),
        ("云陵市水利局", None, None),
    ],
)
def test_secrecy_and_urgency(above: str, secrecy: str | None, urgency: str | None) -> None:
    letterhead = _letterhead(above)
    assert (letterhead.secrecy and letterhead.secrecy.raw) == secrecy
    assert (letterhead.urgency and letterhead.urgency.raw) == urgency


@pytest.mark.parametrize(
    ("above", "below", "state", "value"),
    [
        ("签发人：方 舟", "", "present", "方舟"),
        ("云水函〔2023〕5号 签发人：方舟", "", "present", "方舟"),
        ("签发人：方舟 云水函〔2023〕5号", "", "present", "方舟"),
        ("签发人：", "", "blank", None),
        ("签发人：×××", "", "redacted", None),
        ("签发：方舟 李木", "", "present", "方舟 李木"),
        ("云陵市水利局", "领导签发:方舟\n联系人：李木", "present", "方舟"),
        ("云陵市水利局", "领导签发：方舟 承办人：李木", "present", "方舟"),
    ],
)
def test_signatory(above: str, below: str, state: str, value: str | None) -> None:
    signatory = _letterhead(above, below=below).signatory
    assert signatory is not None
    assert (signatory.state, signatory.value) == (state, value)


def test_no_signatory() -> None:
    assert _letterhead(below="负责人：方舟").signatory is None


@pytest.mark.parametrize(
    ("above", "organs"),
    [
        ("云陵市水利局", ["云陵市水利局"]),
        ("云陵市水利局文件", ["云陵市水利局"]),
        ("云陵市教育局\n云陵市财政局\n文件", ["云陵市教育局", "云陵市财政局"]),
        ("云陵市教育局　云陵市财政局 文件", ["云陵市教育局", "云陵市财政局"]),
        ("中共云陵市委组织部", ["中共云陵市委组织部"]),
        ("国家税务总局云陵市税务局", ["国家税务总局云陵市税务局"]),
        ("青禾县青石镇人民政府", ["青禾县青石镇人民政府"]),
        ("省卫生健康委", ["省卫生健康委"]),
        ("A类", ["云陵市水利局"]),
    ],
)
def test_issuing_organs(above: str, organs: list[str]) -> None:
    assert [organ.name for organ in _letterhead(above).issuing_organs] == organs


@pytest.mark.parametrize(
    ("lines", "organs"),
    [
        (
            "水利部对十四届全国人大一次会议第9号建议的答复\n您提出的《修渠》收悉，现答复如下：\n已修。",
            ["水利部"],
        ),
        (
            "关于市政协五届二次会议第9号提案的答复\n苏小木委员：\n您提出的《修渠》收悉，现答复如下：\n已修。",
            [],
        ),
    ],
)
def test_issuing_organ_of_an_unsigned_letter(lines: str, organs: list[str]) -> None:
    found = find_letterhead(letter_from(lines), lexicon()).issuing_organs
    assert [organ.name for organ in found] == organs

"""Web pages saved or pasted as text: what the page put around the letter is kept apart."""

from __future__ import annotations

from pathlib import Path

from dafu.read import read
from dafu.settings import Settings

LETTER = """关于县政协十届二次会议第14号提案的答复
青水函〔2024〕9号
方舟委员：
　　您提出的《关于整治清水河的提案》收悉，现答复如下：
　　今年以来，我局投入120万元清淤3公里。
　　感谢您的关心和支持。
青禾县水利局
2024年7月1日
联系人：江映雪  电话：0999-5550101"""


def _read(text: str, tmp_path: Path) -> tuple[list[str], list[tuple[str | None, str]]]:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    document = read(path, Settings())
    lines = [run.text.strip() for run in document.pages[0].runs if run.text.strip()]
    return lines, [(line.label, line.raw) for line in document.portal]


def test_fields_above_and_buttons_and_foot_below(tmp_path: Path) -> None:
    lines, portal = _read(
        "索引号：000999014/2024-00317\n发布机构：青禾县人民政府办公室    发布日期：2024-12-18\n"
        "您当前的位置：首页 > 政务公开 > 建议提案\n" + LETTER + "\n【打印本页】【关闭窗口】\n"
        "上一篇：关于县政协第13号提案的答复\n版权所有：青禾县人民政府\n",
        tmp_path,
    )
    assert lines == [line.strip() for line in LETTER.split("\n")]
    assert portal[:3] == [
        ("索引号", "000999014/2024-00317"), ("发布机构", "青禾县人民政府办公室"), ("发布日期", "2024-12-18"),
    ]  # fmt: skip
    assert [raw for _, raw in portal[-2:]] == [
        "上一篇：关于县政协第13号提案的答复",
        "版权所有：青禾县人民政府",
    ]


def test_a_letter_alone_stays_as_it_is(tmp_path: Path) -> None:
    lines, portal = _read(LETTER, tmp_path)
    assert lines == [line.strip() for line in LETTER.split("\n")]
    assert portal == []


def test_the_letter_s_own_fields_are_no_portal_s(tmp_path: Path) -> None:
    own = "公开属性：主动公开\n类别：B\n签发人：温如玉\n"
    lines, portal = _read(own + LETTER, tmp_path)
    assert lines[:3] == own.split("\n")[:3]
    assert portal == []

"""Titles over several lines, and the genre that title, address and opening tell; all invented."""

from __future__ import annotations

import pytest
from tests.parse.letters import letter_from, lexicon

from dafu.parse.head.addressees import find_addressees
from dafu.parse.head.title import find_title, genre_of

MEMBER, DEPUTY, BUREAU = "方小舟委员：", "方小舟代表：", "市财政局："
OPENING = "您提出的《关于修路的提案》收悉，现答复如下："


def _title(lines: str) -> str | None:
    title = find_title(letter_from(lines), lexicon())
    return title and title.raw


def _genre(title: str, address: str = MEMBER, opening: str = OPENING) -> str:
    letter = letter_from(f"{title}\n{address}\n{opening}\n已修路6公里。\n云陵市水利局\n2023年5月1日")
    return genre_of(letter, find_title(letter, lexicon()), find_addressees(letter, lexicon()), lexicon())


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (["关于市政协五届二次会议第9号提案的答复"], "关于市政协五届二次会议第9号提案的答复"),
        (["对县政协十届三次会议第来信号提案的", "答复"], "对县政协十届三次会议第来信号提案的答复"),
        (["对云陵市第九届人民代表大会", "第三次会议第5号建议的会办意见"], "对云陵市第九届人民代表大会第三次会议第5号建议的会办意见"),
        (["关于对镇九届人大二次会议第2号建议", "办理情况的答复"], "关于对镇九届人大二次会议第2号建议办理情况的答复"),
        (["水利部对十四届全国人大一次会议", "第3306号建议的答复", "水建议〔2023〕7号"], "水利部对十四届全国人大一次会议第3306号建议的答复"),
        (["云陵市水利局", "云水函〔2023〕7号", "云陵市水利局", "关于市政协五届二次会议第9号提案的答复"], "云陵市水利局关于市政协五届二次会议第9号提案的答复"),
        (["云陵市水利局", "关于市政协五届二次会议第9号提案的答复"], "关于市政协五届二次会议第9号提案的答复"),
        (["市政协五届二次会议《关于修路的提案》", "（第9号）的答复"], "市政协五届二次会议《关于修路的提案》（第9号）的答复"),
        (["关于市政协五届二次会议第9号提案的答复", "（自编号027号）"], "关于市政协五届二次会议第9号提案的答复"),
        (["答复函", "云水函〔2023〕7号"], "答复函"),
        (["青禾县人大十八届三次会议第12号建议答复"], "青禾县人大十八届三次会议第12号建议答复"),
        (["云陵市水利局", "A"], None),
    ],
)  # fmt: skip
def test_title(head: list[str], title: str | None) -> None:
    assert _title("\n".join([*head, MEMBER, OPENING, "已修路6公里。"])) == title


@pytest.mark.parametrize(
    ("title", "address", "opening", "genre"),
    [
        ("关于市政协五届二次会议第9号提案的答复", MEMBER, OPENING, "reply"),
        ("关于市政协五届二次会议第9号提案的复函", MEMBER, OPENING, "reply"),
        ("关于市政协五届二次会议第9号提案办理情况的函", MEMBER, OPENING, "reply"),
        ("关于市政协五届二次会议第9号提案办理情况的报告", "市政协提案委员会：", "现将提案办理情况报告如下：", "reply"),
        ("关于市政协五届二次会议第9号提案答复的函", "市政府办公室：", OPENING, "reply"),
        ("关于市政协五届二次会议第9号提案的会办意见", BUREAU, "现提出会办意见如下：", "joint_opinion"),
        ("关于市人大五次会议第9号建议协办意见的函", BUREAU, "经研究，提出协办意见如下：", "joint_opinion"),
        ("关于市政协五届二次会议第9号提案的复函", BUREAU, "你局主办的第9号提案收悉，会办意见如下：", "joint_opinion"),
        ("关于市政协五届二次会议第9号提案的再次答复", MEMBER, OPENING, "follow_up_reply"),
        ("关于市政协五届二次会议第9号提案的补充答复", MEMBER, OPENING, "follow_up_reply"),
        ("关于市政协五届二次会议第9号提案的二次答复函", MEMBER, OPENING, "follow_up_reply"),
        ("关于市政协五届二次会议第9号提案的答复（第二次）", MEMBER, OPENING, "follow_up_reply"),
        ("关于市政协五届二次会议第9号提案的答复", MEMBER, "您提出的提案已于去年答复，现再次答复如下：", "follow_up_reply"),
        ("关于《关于城市更新中补充停车位的建议》的答复", DEPUTY, "您提出的《关于城市更新中补充停车位的建议》收悉，现答复如下：", "reply"),
        ("关于加强跟踪办理的建议的答复", DEPUTY, OPENING, "reply"),
        ("关于做好建议提案办理工作的通知", "各县区人民政府：", "现将有关事项通知如下：", "other"),
        ("关于2023年度建议提案办理情况的报告", "市人民政府：", "现将办理情况报告如下：", "other"),
        ("关于建议提案办理工作的实施方案", "各科室：", "为做好提案办理工作，制定本方案。", "other"),
        ("关于申请调整规划的复函", "青禾县水利局：", "你局来函收悉，现函复如下：", "other"),
        ("在提案办理推进会上的讲话", "同志们：", "今天召开会议，部署提案办理工作。", "other"),
    ],
)  # fmt: skip
def test_genre(title: str, address: str, opening: str, genre: str) -> None:
    assert _genre(title, address, opening) == genre


@pytest.mark.parametrize(
    ("lines", "genre"),
    [
        ("您提出的关于治理河道的建议收悉，现答复如下：\n一、已清淤6公里。", "reply"),
        ("周岚代表：\n你提出的建议收悉，现答复如下：已列入计划。", "reply"),
        ("2023年工作总结\n全年办理人大代表建议12件、政协提案8件，办复率100%。", "other"),
        ("云陵市水利局值班表\n方小舟 5550101", "other"),
    ],
)
def test_genre_without_a_reply_title(lines: str, genre: str) -> None:
    letter = letter_from(lines)
    found = genre_of(letter, find_title(letter, lexicon()), find_addressees(letter, lexicon()), lexicon())
    assert found == genre

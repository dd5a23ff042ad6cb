"""Several letters in one file; every letter is invented."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.letters import blocks_from, lexicon

from dafu.layout.split import split_letters

WATER = """
    云陵市水利局
    云水函〔2024〕17号
    关于市政协六届三次会议第17号提案的答复
    方小舟委员：
    您提出的《推进农村供水》收悉，现答复如下：
    一、基本情况
    新建水厂12座。
    感谢您对水利工作的关心。
    云陵市水利局
    2024年5月6日
"""
RIVER = """
    云陵市水利局
    云水函〔2024〕18号
    关于市政协六届三次会议第18号提案的答复
    李木委员：
    您提出的《加强河湖管护》收悉，现答复如下：
    配备河长260名。
    云陵市水利局
    2024年5月7日
    联系人：方圆
"""
FORM = """
    公开（是）
    B
    关于县政协十届三次会议第8号提案的
    答复
    刘洋委员：
    您提出的《关于修建公厕的提案》收悉，现答复如下：
    新建公厕6座。
    负责人：
    承办人：
    联系电话：
"""
BARE = """
    钱二代表：
    你提出的关于修建水渠的建议收悉，现答复如下：已列入项目库。
    2023年8月9日
"""
ASSISTING = """
    关于市十五届人大三次会议第31号建议的会办意见
    市财政局：
    你局主办的第31号建议收悉，我局会办意见如下：
    同意。
    云陵市住建局
    2023年6月2日
    抄送：市人大常委会代表工委
"""
CUT_WORD = """
    办理类别：丙类
    青水建字[2021]第08号
    青禾县水利局
    关于县第十八届人大二次会议第64号建议的答
    复
    柯望代表：
    你们提出的“关于修建水渠的建议”收悉，现答复如下：
    已修建水渠3公里。
    青禾县水利局
    2021年8月9日
"""
NO_ADDRESS = """
    云陵市民政局关于市十五届人大三次会议第21号建议的答复
    市十五届人大三次会议第21号建议《关于养老的建议》收悉，现答复如下：
    全市建成养老中心32个。
    2024年3月1日
"""
ALL = (WATER, RIVER, FORM, BARE, ASSISTING, CUT_WORD, NO_ADDRESS)


def _lines(letter: str) -> list[str]:
    return dedent(letter).strip().split("\n")


def _parted(lines: str) -> list[list[str]]:
    return [[block.text for block in letter] for letter in split_letters(blocks_from(lines), lexicon())]


@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=4))
def test_letters_one_after_another(letters: list[str]) -> None:
    assert _parted("\n".join(map(dedent, letters))) == [_lines(letter) for letter in letters]


ONE_LETTER = {
    "numbered answers": """
        关于县十八届人大三次会议代表建议的答复
        各位代表：
        你们提出的建议收悉，现一并答复如下：
        一、关于第12号建议的答复
        该渠已修复。感谢周岚代表的关心。
        二、关于第15号建议的答复
        该桥已加固。
        青禾县水利局
        2023年6月1日
    """,
    "a letter in the attachment": """
        关于市政协六届三次会议第17号提案的答复
        方小舟委员：
        您提出的《推进农村供水》收悉，现答复如下：
        新建水厂12座。
        云陵市水利局
        2024年5月6日
        附件
        关于县政协十届三次会议第8号提案的答复
        刘洋委员：
        您提出的提案收悉，现答复如下：
        新建公厕6座。
    """,
    "a quoted letter": """
        关于市政协六届三次会议第17号提案的答复
        方小舟委员：
        您提出的《推进农村供水》收悉，现将县水利局来函转告如下：
        方小舟委员：
        您提出的提案收悉，现答复如下：
        新建水厂12座。
        云陵市水利局
        2024年5月6日
    """,
    "a page break inside": """
        关于市政协六届三次会议第17号提案的答复
        方小舟委员：
        您提出的《推进农村供水》收悉，现答复如下：
        一、基本情况
        \f二、下一步工作
        感谢您的关心。
        \f云陵市水利局
        2024年5月6日
    """,
    "the title again below the address": """
        关于市政协六届三次会议第17号提案的答复
        方小舟委员：
        您提出的《推进农村供水》收悉，现答复如下：
        关于对第17号提案的答复
        新建水厂12座。
        2024年5月6日
    """,
    "a sheet for the opinion": """
        关于市政协六届三次会议第17号提案的答复
        方小舟委员：
        您提出的《推进农村供水》收悉，现答复如下：
        新建水厂12座。
        2024年5月6日
        提案办理情况征询意见表
        您对答复是否满意
    """,
    "no letter": """
        关于做好建议提案办理工作的通知
        各县区人民政府：
        现将有关事项通知如下：
        一、提高认识
        2024年5月6日
    """,
}


@pytest.mark.parametrize("lines", ONE_LETTER.values(), ids=ONE_LETTER.keys())
def test_one_letter_stays_one(lines: str) -> None:
    assert len(_parted(lines)) == 1


def test_no_blocks_are_one_empty_letter() -> None:
    assert split_letters((), lexicon()) == ((),)


def test_a_page_break_parts_letters_that_nothing_ends() -> None:
    lines = "关于第17号提案的答复\n方小舟委员：\n您提出的提案收悉，现答复如下：\n新建水厂12座。\n\f关于第18号提案的答复\n李木委员：\n您提出的提案收悉，现答复如下：\n配备河长260名。"
    assert [letter[0] for letter in _parted(lines)] == ["关于第17号提案的答复", "关于第18号提案的答复"]

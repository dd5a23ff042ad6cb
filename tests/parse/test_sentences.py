"""Where sentences end, and whose words they are; all invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.letters import lexicon

from dafu.parse.items.sentences import clauses_of, only_restates, own_words, sentences_in, without_enclosed

WORDS = lexicon().items

# The sentences of a paragraph, parted by |.
PARTED = [
    "建成水厂3座。|改造管网20公里。",
    "建成水厂3座；改造管网20公里。",
    "建成水厂3座!|效果良好？|是的",
    "印发了《关于改水的意见。试行》，效果良好。",
    "落实“先建后补。先干后奖”政策。|效果良好。",
    "他们说：“水质好了。”|群众满意。",
    "印发方案（含附件。共3份），抓好落实。",
    "完成改造. |下一步,加强管护.",
    "总长3.06公里。|投资1.2亿元。",
    "完成改造。。|继续管护。",
    "现答复如下：|该路段已列入计划。",
    "抓好以下工作：加强管护。",
    "缺了引号“的句子。|后一句。",
    "缺了书名号《的句子。|后一句。",
    "第一段没有句号\n|第二段也没有",
    "。。。",
    "1.建设水厂。|2.改造管网。",
]


@pytest.mark.parametrize("parted", PARTED)
def test_sentences(parted: str) -> None:
    text = parted.replace("|", "")
    expected = [part.strip() for part in parted.split("|") if part.strip("。")]
    assert [text[start:end] for start, end in sentences_in(text, 0, len(text))] == expected


def test_a_part_of_the_text_only() -> None:
    text = "甲。乙。丙。"
    assert sentences_in(text, 2, 4) == ((2, 4),)


@given(st.text(alphabet="甲乙1.。！\n《》“”（）() ，；", max_size=40))
def test_sentences_are_in_order_and_hold_every_word(text: str) -> None:
    spans = sentences_in(text, 0, len(text))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    held = "".join(text[start:end] for start, end in spans)
    assert [char for char in text if char.isalnum()] == [char for char in held if char.isalnum()]


@pytest.mark.parametrize(
    ("sentence", "view"),
    [
        ("印发《办法》，落实“三包”(试行).", "印发《__》，落实“__”（试行）."),
        ("共2座", "共2座"),
        ("无引号", "无引号"),
        ('关于"将来"的', '关于"__"的'),
    ],
)
def test_what_is_enclosed_is_blotted_out(sentence: str, view: str) -> None:
    seen = without_enclosed(sentence)
    assert len(seen) == len(sentence)
    assert seen == view.replace("（试行）", "（__）")


@pytest.mark.parametrize(
    ("sentence", "gone", "kept"),
    [
        ("您建议将该路纳入改造，新建泵站。", "新建泵站", "您建议"),
        ("您提出的加快建设、完善设施的建议，我局将采纳。", "加快建设", "我局将采纳"),
        ("您提出，要加快建设，我局将认真研究。", "加快建设", "我局将认真研究"),
        ("会议强调，要压实责任。", "压实责任", "会议强调"),
        ("县委要求抓好整改，下一步，将逐项落实。", "抓好整改", "下一步，将逐项落实"),
        ("按照省政府要求，将在年底前完成。", "——", "将在年底前完成"),
        ("您的建议不符合规定。", "——", "不符合规定"),
        ("我局将加强巡查。", "——", "我局将加强巡查"),
    ],
)
def test_words_of_others_are_blotted_out(sentence: str, gone: str, kept: str) -> None:
    own = own_words(without_enclosed(sentence), WORDS)
    assert len(own) == len(sentence)
    assert gone not in own
    assert kept in own


@pytest.mark.parametrize(
    ("sentence", "restates"),
    [
        ("您建议加快建设，完善设施。", True),
        ("您建议加快建设，我局将采纳。", False),
        ("您提出的建议已落实。", False),
        ("我局加快建设。", False),
    ],
)
def test_only_restates(sentence: str, restates: bool) -> None:
    assert only_restates(without_enclosed(sentence), WORDS) is restates


def test_clauses_keep_their_place() -> None:
    assert clauses_of("甲，乙；丙。") == ((0, "甲"), (2, "乙"), (4, "丙"))

from __future__ import annotations

import pytest

from dafu.read.trust import distrust, unreadable

LETTER = (
    "您提出的关于加强城市公园建设的建议收悉。近年来，我局认真落实城市更新部署，新建口袋公园12个，"
    "改造老旧绿地3.5万平方米。下一步，将继续加大投入，完善步道、照明和休息设施，方便群众出行。"
)
TRADITIONAL = (
    "您提出的關於加強城市公園建設的建議收悉。近年來，我局認真落實城市更新部署，新建口袋公園十二個，"
    "改造老舊綠地三點五萬平方米。下一步，將繼續加大投入，完善步道、照明和休息設施，方便群眾出行。"
)
ENGLISH = "The bureau thanks you for proposal No. 86 and replies as follows: 12 parks were built in 2024."
FRENCH = (
    "Le bureau vous remercie de la proposition n° 86 et répond : 12 parcs aménagés, très fréquentés, en 2024."
)
FIGURES = "1 12.5% 34.2% 1,230 2 8.75% 10.1% 980 3 9.04% 22.8% 1,004 合计 3,214 4 7.7% 5.5% 2.2% 1.1% 640"
NAMES = "、".join(
    (
        "禾青岚",
        "望云舒",
        "陵语嫣",
        "禾晓燕",
        "望梓涵",
        "陵煜祺",
        "禾婷婷",
        "望志强",
        "陵佳怡",
        "禾瑞霖",
        "望菁菁",
        "陵昊天",
    )
)
MODELS = "型号Ф20～Ф32的λ型、β型阀门，单价￥1,280元/个，规格№3、№5；пр-т型2台，ドア3扇，温度±0.5℃，面积㎡。"


def _shifted(text: str, by: int) -> str:
    return "".join(chr(ord(char) + by) if char >= "一" else char for char in text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LETTER, id="a letter"),
        pytest.param(TRADITIONAL, id="traditional characters"),
        pytest.param(ENGLISH, id="English"),
        pytest.param(FRENCH, id="French"),
        pytest.param(FIGURES, id="a table of figures"),
        pytest.param(NAMES, id="a list of names"),
        pytest.param(MODELS, id="Greek, Cyrillic, kana and signs"),
        pytest.param("\uf06c " + LETTER, id="a private-use bullet"),
        pytest.param(ENGLISH * 8 + "\uf732\uf730" * 18, id="old-style figures in private use"),
        pytest.param("— 3 —", id="a page number"),
        pytest.param("\ue000\ue001\ue002", id="too short to tell"),
        pytest.param("", id="nothing"),
        pytest.param(
            "．．．．．．．．．．．．．．．．．．．．．．．．．．．．．．．．．．．．",
            id="dots of a contents page",
        ),
        pytest.param("0999-5550123 0999-5550124 0999-5550125 ylkj@example.org", id="telephones"),
    ],
)
def test_text_that_may_be_what_is_printed(text: str) -> None:
    assert distrust(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("\ue123" * 20 + LETTER[:40], "no Unicode", id="private-use code points"),
        pytest.param("\ufffd" * 10 + LETTER[:50], "no Unicode", id="glyphs without Unicode"),
        pytest.param("íÿé÷×ÅÇ™¤Üßðþ" * 4, "no script", id="codes taken for Latin-1"),
        pytest.param("ཀཁགངཅཆཇཉཏཐད한글" * 4, "no script", id="another script"),
        pytest.param("!\"#$%&'()*+,-./" * 4, "signs", id="codes numbered from 0x21"),
        pytest.param(_shifted(LETTER, 31), "common", id="a map off by 31"),
        pytest.param(_shifted(LETTER, -1), "common", id="a map off by one"),
        pytest.param(_shifted(TRADITIONAL, 3), "common", id="a traditional one off by three"),
    ],
)
def test_text_that_cannot_be_what_is_printed(text: str, reason: str) -> None:
    found = distrust(text)
    assert found is not None
    assert reason in found


def test_unreadable_counts_what_has_no_unicode() -> None:
    assert unreadable("云\ufffd市\ue000\U000f0001局") == 3

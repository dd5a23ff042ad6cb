"""What the recogniser returns and what is printed: one line an example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dafu.read.ocr.punctuation import widened


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("方某某委员:", "方某某委员："),
        ("公开（是)", "公开（是）"),
        ("公开(是)", "公开（是）"),
        ("投入资金,修建道路;", "投入资金，修建道路；"),
        ("共1,122个", "共1,122个"),
        ("上午9:00至11:30", "上午9:00至11:30"),
        ("比例为3:1", "比例为3:1"),
        ("(一)加大投入", "（一）加大投入"),
        ("(1)完善制度", "（1）完善制度"),
        ("云市科函[2024]15号", "云市科函〔2024〕15号"),
        ("云市科函(2024)15号", "云市科函〔2024〕15号"),
        ("云市科函【2024】第8号", "云市科函〔2024〕第8号"),
        ("自2024年起(试行)", "自2024年起（试行）"),
        ("PM2.5(日均)", "PM2.5（日均）"),
        ("GB/T 9704-2012", "GB/T 9704-2012"),
        ("满意吗?请反馈!", "满意吗？请反馈！"),
        ("v2(beta)", "v2(beta)"),
    ],
)
def test_marks_by_their_neighbours(read: str, printed: str) -> None:
    assert widened(read) == printed


@given(st.text(alphabet="云陵市12(),:;?![]（）〔〕，。A ", max_size=30))
def test_nothing_but_the_width_of_marks_is_changed(text: str) -> None:
    same_width = str.maketrans("（），：；？！〔〕[]", "(),:;?!()()")
    assert widened(text).translate(same_width) == text.translate(same_width)

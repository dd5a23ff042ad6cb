from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dafu.text import canonical_characters, cells, fold, is_wide

_ANY = st.text(max_size=60)
_LETTERS = st.text(alphabet="云陵市 　\t\n，,（(）)１2３〔〕ＡＢa⼀⾦\u200b", max_size=40)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("⼀、⼯作", "一、工作"),  # Kangxi radicals, as some PDF fonts map them
        ("⻓江⻔户", "长江门户"),  # CJK radicals supplement
        ("\uf9dd", "利"),  # a compatibility ideograph
        ("㎡，①，１，Ａ，（）", "㎡，①，１，Ａ，（）"),  # no NFKC
        ("臺灣、於是", "臺灣、於是"),  # traditional characters stay
        ("云\u200b陵\ufeff市\u00ad", "云陵市"),  # zero width
        ("一\t二\n三\r四\x00五", "一\t二\n三四五"),  # control characters but tab and newline
        ("𠮷野", "𠮷野"),  # beyond the BMP
    ],
)
def test_canonical_characters(raw: str, expected: str) -> None:
    assert canonical_characters(raw) == expected


@given(_ANY)
def test_canonical_characters_are_canonical(raw: str) -> None:
    once = canonical_characters(raw)
    assert canonical_characters(once) == once
    assert len(once) <= len(raw)
    kept = [char for char in once if char not in "\t\n"]
    assert not any(unicodedata.category(char) == "Cc" for char in kept)
    assert not any("\u2e80" <= char <= "\u2fdf" and unicodedata.name(char, "") for char in kept)


@pytest.mark.parametrize(
    ("char", "wide"),
    [("云", True), ("，", True), ("（", True), ("１", True), ("“", True), ("—", True), ("1", False), ("a", False), (" ", False), ("(", False)],
)  # fmt: skip
def test_is_wide(char: str, wide: bool) -> None:
    assert is_wide(char) is wide


def test_cells_are_those_of_the_type_grid() -> None:
    assert cells("2023年，AB") == 5.0  # four digits in two cells, two letters in one, 年 and ，


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("（一） 工 作", "(一)工作"),
        ("２０２３　年", "2023年"),
        ("云 陵\n市\t局", "云陵\n市\t局"),  # paragraphs and cells stay apart
        ("㎡½", "㎡½"),  # what would become several characters stays
        ("關於第２號提案的答復", "关于第2号提案的答复"),  # traditional characters match simplified words
    ],
)
def test_fold(raw: str, expected: str) -> None:
    assert fold(raw).text == expected


@given(_LETTERS)
def test_every_folded_character_knows_where_it_came_from(raw: str) -> None:
    folded = fold(raw)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(set(folded.origin))
    assert folded.origin[-1] == len(raw)
    for at, char in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        assert unicodedata.normalize("NFKC", raw[start:end].strip(" 　")) in (
            char,
            unicodedata.normalize("NFKC", char),
        )


@given(_LETTERS, st.data())
def test_spans_of_the_copy_lead_back_to_the_raw_text(raw: str, data: st.DataObject) -> None:
    folded = fold(raw)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    from_, to = folded.span(start, end)
    assert 0 <= from_ <= to <= len(raw)
    assert fold(raw[from_:to]).text == folded.text[start:end]


@given(_LETTERS)
def test_folding_twice_changes_nothing(raw: str) -> None:
    once = fold(raw).text
    assert fold(once).text == once

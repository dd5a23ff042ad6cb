import pytest
from hypothesis import given
from hypothesis import strategies as st

from dafu.evaluate.alignment import Edit, TextMap, locate_items, locate_runs, locate_starts
from dafu.evaluate.gold import GoldItem, GoldRun, GoldSection

_TEXTS = st.text(alphabet="云陵市望川区12一二，。\n", max_size=40)


@pytest.mark.parametrize(
    ("gold", "record", "words", "expected"),
    [
        ("共有12家企业", "共有12家企业", "12家", "12家"),
        ("共有12家企业", "共有l2家企业", "12家", "l2家"),  # a misread character inside
        ("共有12家企业", "总共有了12家企业", "12家", "12家"),  # characters before it
        ("共有12家企业", "共有12多家企业", "12家", "12多家"),  # and in it
        ("共有12家企业", "共有1家企业", "12家", "1家"),
        ("共有12家企业", "共有企业", "12家", ""),  # nothing left to overlap with
    ],
)
def test_span_of_the_gold_in_the_record(gold: str, record: str, words: str, expected: str) -> None:
    start = gold.index(words)
    from_, to = TextMap(gold, record).span((start, start + len(words)))
    assert record[from_:to] == expected


def test_edits_and_distance_are_those_of_levenshtein() -> None:
    texts = TextMap("青禾县水利局", "清禾县水务利")
    assert texts.edits == [Edit((0, 1), (0, 1)), Edit((4, 4), (4, 5)), Edit((5, 6), (6, 6))]
    assert texts.distance == 3


@given(_TEXTS, _TEXTS)
def test_mapping_is_monotone_and_inside(gold: str, record: str) -> None:
    texts = TextMap(gold, record)
    starts = [texts.start(at) for at in range(len(gold) + 1)]
    assert starts == sorted(starts)
    assert starts[-1] == len(record)
    assert texts.distance <= max(len(gold), len(record))


@given(_TEXTS)
def test_equal_texts_map_to_themselves(text: str) -> None:
    texts = TextMap(text, text)
    assert [texts.start(at) for at in range(len(text))] == list(range(len(text)))
    assert not texts.edits


def test_repeated_beginnings_are_taken_in_reading_order() -> None:
    text = "一是修路。二是架桥。\n一是修路。"
    sections = [GoldSection(starts=starts, level=2) for starts in ("一是修路。", "二是", "一是修路。")]
    assert [one.span for one in locate_starts(sections, text)] == [(0, 5), (5, 7), (11, 16)]


def test_item_ends_at_the_first_ending_after_its_beginning() -> None:
    text = "完成改造。一是改造管网，完成改造。二是完成改造。"
    items = [
        GoldItem(starts="一是改造管网，", ends="完成改造。"),
        GoldItem(starts="二是完成改造。", ends="完成改造。"),
    ]
    found = [text[slice(*one.span)] for one in locate_items(items, text) if one.span]
    assert found == ["一是改造管网，完成改造。", "二是完成改造。"]


def test_before_tells_equal_runs_apart() -> None:
    text = "共有3家，其中县级3家；另有3家"
    runs = [
        GoldRun(raw="3家", before="县级"),
        GoldRun(raw="3家", before="另有"),
        GoldRun(raw="3家", before="共有"),
    ]
    assert [one.span for one in locate_runs(runs, text)] == [(9, 11), (14, 16), (2, 4)]


def test_words_that_the_gold_text_lacks_have_no_span() -> None:
    assert [one.span for one in locate_runs([GoldRun(raw="9家")], "共有3家")] == [None]
    assert [one.span for one in locate_items([GoldItem(starts="一是", ends="完")], "二是完")] == [None]
    assert [one.span for one in locate_starts([GoldSection(starts="一、", level=1)], "二、")] == [None]

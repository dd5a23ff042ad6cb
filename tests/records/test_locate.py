"""`record.locate`: where a span of the text is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluate.small import record_of

from dafu.records import Line, Place, ReplyRecord

_TEXT = "云陵市水利局\n苏文清委员："


def _printed() -> ReplyRecord:
    """Two paragraphs on three lines: 云陵市|水利局 broken across pages, then the addressee."""
    wide = (10.0, 20.0, 30.0)
    lines = [
        Line(page=1, box=(100.0, 50.0, 130.0, 60.0), span=(0, 3), stops=wide, confidence=None, at=None),
        Line(page=2, box=(100.0, 40.0, 130.0, 50.0), span=(3, 6), stops=wide, confidence=None, at=None),
        Line(
            page=2, box=(80.0, 60.0, 135.0, 70.0), span=(7, 13), stops=(10, 20, 30, 40, 50, 55), confidence=None, at=None
        ),
    ]  # fmt: skip
    return record_of(_TEXT, lines=lines)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("云陵市", [Place(1, (100.0, 50.0, 130.0, 60.0), None)]),
        ("陵", [Place(1, (110.0, 50.0, 120.0, 60.0), None)]),
        ("市水", [Place(1, (120.0, 50.0, 130.0, 60.0), None), Place(2, (100.0, 40.0, 110.0, 50.0), None)]),
        ("委员：", [Place(2, (110.0, 60.0, 135.0, 70.0), None)]),
        ("\n", []),
        ("局\n苏", [Place(2, (120.0, 40.0, 130.0, 50.0), None), Place(2, (80.0, 60.0, 90.0, 70.0), None)]),
    ],
)
def test_boxes_are_cut_to_the_span(words: str, expected: list[Place]) -> None:
    start = _TEXT.index(words)
    assert list(_printed().locate((start, start + len(words)))) == expected


def test_without_pages_the_source_line_is_told() -> None:
    lines = [
        Line(page=None, box=None, span=(0, 6), stops=(), confidence=None, at="line 1"),
        Line(page=None, box=None, span=(7, 13), stops=(), confidence=None, at="line 3"),
    ]
    assert record_of(_TEXT, lines=lines).locate((4, 9)) == (
        Place(None, None, "line 1"),
        Place(None, None, "line 3"),
    )


@pytest.mark.parametrize("span", [(-1, 2), (0, 14), (5, 4)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside the text"):
        _printed().locate(span)


@given(st.integers(0, 13), st.integers(0, 13))
def test_every_printed_character_is_in_one_place(start: int, end: int) -> None:
    start, end = sorted((start, end))
    places = _printed().locate((start, end))
    printed = sum(_TEXT[at] != "\n" for at in range(start, end))
    assert sum(place.box is not None and place.box[2] > place.box[0] for place in places) == len(places)
    assert bool(places) == bool(printed)

"""Sample letters as scans, faxes, photographs and OFD: the text within its share of errors, every figure right.

The records here are put together from recorded answers of OCR; tests marked `ocr` prove that the answers are
still those that OCR gives.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.distance import Levenshtein
from samples.make import HERE, listed_scans
from tests.conftest import WRITE_GOLDENS
from tests.read.ocr.recorded import Call, Recorder, Replay, lines_of, load, reading_with, save
from tests.samples.carriers import LETTERS, records
from tests.samples.golden import brief, golden, near

import dafu
from dafu.read.ocr.engine import engine_of
from dafu.records import ReplyRecord

SCANS = HERE / "scans"
FILES = listed_scans()
SCANNED = [name for name in FILES if not name.endswith(".characters.ofd")]
REJECTED = {name for name in FILES if ".bad" in name}
each_file = pytest.mark.parametrize("name", FILES)
each_scan = pytest.mark.parametrize("name", SCANNED)


def _recording(name: str) -> Path:
    return SCANS / f"{name}.ocr.gz"


def _golden(name: str) -> Path:
    return SCANS / f"{name}.record.json"


@cache
def _record(name: str) -> ReplyRecord:
    """The record of a file, OCR answering as it was recorded."""
    replay = Replay(load(_recording(name)) if name in SCANNED else [])
    with reading_with(replay):
        record = dafu.parse(dafu.read(SCANS / name))
    assert replay.answered == len(replay.calls)
    return record


def _made(record: ReplyRecord) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude={"producer"})


@cache
def _by_ocr(name: str, runtime: str = "auto") -> tuple[ReplyRecord, list[Call]]:
    """The record of a file as OCR reads it now, and what OCR answered."""
    recorder = Recorder(engine_of(runtime, "f32", 1))
    with reading_with(recorder):
        return dafu.parse(dafu.read(SCANS / name)), recorder.calls


@pytest.mark.ocr
@each_scan
def test_recorded_answers_are_those_of_ocr(name: str, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption(WRITE_GOLDENS):
        save(_by_ocr(name, "onnxruntime")[1], _recording(name))
    now, recorded = _by_ocr(name)[1], load(_recording(name))
    assert [(call.asked, call.shape, call.quads) for call in now] == [
        (call.asked, call.shape, call.quads) for call in recorded
    ]
    for line, kept in zip(lines_of(now), lines_of(recorded), strict=True):
        assert line.text == kept.text
        assert line.confidence == pytest.approx(kept.confidence, abs=0.01)
        assert line.quad == pytest.approx(kept.quad, abs=2)


@each_file
def test_record_is_the_golden_one(name: str, pytestconfig: pytest.Config) -> None:
    made = _made(_record(name))
    assert made == near(golden(_golden(name), brief(made), pytestconfig))


@pytest.mark.ocr
@each_scan
def test_ocr_gives_the_golden_record(name: str) -> None:
    assert _made(_by_ocr(name)[0]) == near(json.loads(_golden(name).read_text("utf-8")))


def _letter(name: str) -> str:
    return name.partition(".")[0]


def _printed(name: str) -> ReplyRecord:
    """The record of the born-digital PDF that the file was made from."""
    letter = _letter(name)
    (record,) = records(LETTERS / letter / f"{letter}.{FILES[name]['look']}.pdf")
    return record


def _figures(figures: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    fields = ("raw", "value", "upper", "unit", "bound", "change", "coverage", "status")
    return [tuple(str(_without_places(figure[field])) for field in fields) for figure in figures]


def test_every_file_is_listed() -> None:
    listed = {SCANS / name for name in (*FILES, "scans.toml")}
    assert set(SCANS.iterdir()) == listed | set(map(_golden, FILES)) | set(map(_recording, SCANNED))


@each_file
def test_text_is_the_letter(name: str) -> None:
    letter = _letter(name)
    text = (LETTERS / letter / f"{letter}.canonical.txt").read_text("utf-8")
    read = _record(name).text
    wrong = Levenshtein.distance("".join(text.split()), "".join(read.split()))
    assert wrong <= FILES[name]["wrong"] * len(text), read
    assert read.count("\n") == text.count("\n")


@each_file
def test_figures_and_header_are_those_of_the_letter(name: str) -> None:
    made, golden = (record.model_dump(mode="json") for record in (_record(name), _printed(name)))
    assert _figures(made["figures"]) == _figures(golden["figures"])
    for field in ("letter_key", "genre", "submission", "sections"):
        assert _without_places(made[field]) == _without_places(golden[field])
    assert _without_places(made["closing"]) == _without_places(golden["closing"])


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(part) for key, part in value.items() if "span" not in key}
    return [_without_places(part) for part in value] if isinstance(value, list) else value


@each_file
def test_the_source_says_where_the_text_comes_from(name: str) -> None:
    source = _record(name).source
    origin = "embedded" if name.endswith(".characters.ofd") else "ocr"
    assert {page.text_origin for page in source.pages} == {origin}
    assert {finding.code for finding in source.findings} - {"low_ocr_confidence"} == (
        {"text_layer_rejected"} if name in REJECTED else set()
    )
    assert [seal.page for seal in source.seals] == ([len(source.pages)] if ".scan" in name else [])


@pytest.mark.parametrize("name", [name for name in FILES if ".scan" in name])
def test_a_date_is_read_through_the_seal_pressed_over_it(name: str) -> None:
    record = _record(name)
    assert record.closing.document_date
    (seal,), (date,) = record.source.seals, record.locate(record.closing.document_date.span)
    assert date.page == seal.page
    assert date.box
    (left, top, right, bottom), (x0, y0, x1, y1) = seal.box, date.box
    assert left < (x0 + x1) / 2 < right
    assert top < (y0 + y1) / 2 < bottom


@each_scan
def test_the_order_in_which_lines_are_found_says_nothing(name: str) -> None:
    calls = [
        replace(call, answer=call.answer[::-1]) if call.asked in ("quads", "read") else call
        for call in load(_recording(name))
    ]
    with reading_with(Replay(calls)):
        assert dafu.parse(dafu.read(SCANS / name)).text == _record(name).text


def test_a_page_put_in_sideways_is_turned() -> None:
    (page,) = _record("wangchuan-housing-consensus.rotated.pdf").source.pages
    assert (page.rotation, page.width, page.height) == (
        270,
        pytest.approx(595.28, abs=1),
        pytest.approx(841.89, abs=1),
    )

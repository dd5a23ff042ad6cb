"""Sample letters as scans, faxes, photographs and OFD: the text within its share of errors, every figure right."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from rapidfuzz.distance import Levenshtein
from samples.make import HERE, listed_scans
from tests.samples.carriers import LETTERS, records

import dafu
from dafu.records import ReplyRecord

SCANS = HERE / "scans"
FILES = listed_scans()
REJECTED = {name for name in FILES if ".bad" in name}
each_file = pytest.mark.parametrize("name", FILES)


@cache
def _record(name: str) -> ReplyRecord:
    return dafu.parse(dafu.read(SCANS / name))


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
    assert {path.name for path in SCANS.iterdir()} - {"scans.toml"} == set(FILES)


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


def test_a_page_put_in_sideways_is_turned() -> None:
    (page,) = _record("wangchuan-housing-consensus.rotated.pdf").source.pages
    assert (page.rotation, page.width, page.height) == (
        270,
        pytest.approx(595.28, abs=1),
        pytest.approx(841.89, abs=1),
    )

"""Every sample letter in every carrier: exact text, one record, evidence for all that it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.samples.carriers import ROOT, Sample, records, samples
from tests.samples.golden import golden

import dafu
from dafu.records import ReplyRecord

SAMPLES = samples()
CARRIERS = [(sample, path) for sample in SAMPLES for path in sample.carriers]
OF_THE_CARRIER = {"record_id", "producer", "source", "lines", "tables"}
"""What may differ between carriers; of tables only the boxes (rule 2 of the contract)."""

each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
each_path = pytest.mark.parametrize("path", [path for _, path in CARRIERS], ids=lambda path: path.name)
each_carrier = pytest.mark.parametrize(("sample", "path"), CARRIERS, ids=[path.name for _, path in CARRIERS])


def _letter(record: ReplyRecord) -> dict[str, Any]:
    """The record without what belongs to the carrier."""
    kept = record.model_dump(mode="json", exclude=OF_THE_CARRIER)
    cells = [
        [cell.model_dump(mode="json", exclude={"boxes"}) for cell in table.cells] for table in record.tables
    ]
    kept["tables"] = cells
    return kept


@each_carrier
def test_text_is_the_letter_as_a_person_reads_it(sample: Sample, path: Path) -> None:
    assert tuple(record.text for record in records(path)) == sample.texts()


@each_carrier
def test_all_carriers_give_one_record(sample: Sample, path: Path) -> None:
    first = [_letter(record) for record in records(sample.carriers[0])]
    assert [_letter(record) for record in records(path)] == first


@each_sample
def test_record_is_the_golden_one(sample: Sample, pytestconfig: pytest.Config) -> None:
    made = [_letter(record) for record in records(sample.carriers[0])]
    written = json.dumps(made, ensure_ascii=False, indent=1)
    assert made == golden(sample.golden(), written, pytestconfig)


@each_path
def test_record_fits_the_published_schema(path: Path, validator: Any) -> None:
    for record in records(path):
        validator.validate(json.loads(record.to_json()))


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json.loads((ROOT / "schemas" / "reply_record-1.0.schema.json").read_text("utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


@each_path
def test_every_raw_slices_back(path: Path) -> None:
    for record in records(path):
        found = list(_evidence(record.model_dump(mode="json", exclude={"text", "source"})))
        assert found
        for raw, (start, end) in found:
            assert record.text[start:end] == raw


def _evidence(value: Any) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every `raw` with its span, wherever it stands in a record."""
    if isinstance(value, dict):
        if value.get("raw") is not None and value.get("span") is not None:
            yield value["raw"], tuple(value["span"])
        for part in value.values():
            yield from _evidence(part)
    elif isinstance(value, list):
        for part in value:
            yield from _evidence(part)


@each_path
def test_own_spans_tile_the_text(path: Path) -> None:
    for record in records(path):
        assert "".join(record.text[slice(*section.own_span)] for section in record.sections) == record.text


@each_path
def test_every_character_has_a_place(path: Path) -> None:
    for record in records(path):
        for at, char in enumerate(record.text):
            places = record.locate((at, at + 1))
            if char not in "\n\t":
                assert len(places) == 1, record.text[max(0, at - 10) : at + 5]
                assert _placed(places[0].page, places[0].box) or places[0].at


def _placed(page: int | None, box: tuple[float, float, float, float] | None) -> bool:
    return page is not None and box is not None and box[0] <= box[2] and box[1] < box[3]


@each_path
def test_two_runs_give_the_same_bytes(path: Path) -> None:
    again = dafu.parse_all(dafu.read(path))
    assert [record.to_json() for record in again] == [record.to_json() for record in records(path)]


def test_another_process_gives_the_same_bytes() -> None:
    """Rule 6 of the contract, for what one process cannot see: sets come in another order in the next one."""
    paths = [str(sample.carriers[0]) for sample in SAMPLES]
    code = (
        "import dafu, sys; [print(r.to_json()) for p in sys.argv[1:] for r in dafu.parse_all(dafu.read(p))]"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code, *paths],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0]
    assert made[0] == made[1]


@each_sample
def test_gold_is_about_the_canonical_text(sample: Sample) -> None:
    """Every annotated figure and number stands in the text after the characters that the gold names."""
    for name, text in zip(sample.letters, sample.texts(), strict=True):
        gold = json.loads((ROOT / "samples" / "letters" / name / f"{name}.gold.json").read_text("utf-8"))
        for entry in (*gold.get("figures", []), *gold.get("non_figures", []), *gold.get("periods", [])):
            assert text.count(entry["before"] + entry["raw"]) == 1, entry

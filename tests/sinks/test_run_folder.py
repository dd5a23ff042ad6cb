from __future__ import annotations

from pathlib import Path

import pytest

from dafu.errors import InvalidRecord, OutputError
from dafu.sinks.run_folder import (
    MANIFEST_FILE,
    OUTCOMES_FILE,
    Outcome,
    collect_records,
    read_manifest,
    read_outcomes,
    write_manifest,
    write_outcomes,
    write_record_file,
)

_OUTCOMES = [
    Outcome(file="甲/a.pdf", kind="done", records=("甲/a.pdf.json", "甲/a.pdf#2.json")),
    Outcome(
        file="b.pdf",
        kind="failed",
        records=(),
        error="DamagedFile",
        exit_code=12,
        stage="read",
        why="w",
        remedy="r",
    ),
    Outcome(file="c.pdf", kind="done with findings", records=("b.pdf.json",), same_as="b.pdf"),
    Outcome(file="~$d.docx", kind="skipped", why="temporary"),
]


def test_outcomes_come_back_as_they_were(tmp_path: Path) -> None:
    write_outcomes(_OUTCOMES, tmp_path)
    assert list(read_outcomes(tmp_path)) == _OUTCOMES


def test_a_folder_that_no_run_wrote_has_none(tmp_path: Path) -> None:
    assert list(read_outcomes(tmp_path)) == []


def test_a_line_that_is_no_outcome_is_named(tmp_path: Path) -> None:
    (tmp_path / OUTCOMES_FILE).write_text('{"file": "a.pdf"}\n', "utf-8")
    with pytest.raises(InvalidRecord, match=r"outcomes\.jsonl:1"):
        list(read_outcomes(tmp_path))


def test_records_are_collected_byte_by_byte_in_the_order_given(tmp_path: Path) -> None:
    for name in ("a.json", "sub/b.json"):
        write_record_file(f"{name}\n".encode(), tmp_path / name)
    collect_records([tmp_path / "sub/b.json", tmp_path / "a.json"], tmp_path)
    assert (tmp_path / "records.jsonl").read_bytes() == b"sub/b.json\na.json\n"


def test_a_record_that_is_not_there_leaves_the_collected_ones_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text("before", "utf-8")
    with pytest.raises(OutputError, match=r"gone\.json"):
        collect_records([tmp_path / "gone.json"], tmp_path)
    assert (tmp_path / "records.jsonl").read_text("utf-8") == "before"


def test_the_manifest_tells_hash_and_size_of_the_collecting_files(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_bytes(b"abc")
    (tmp_path / OUTCOMES_FILE).write_bytes(b"")
    write_manifest({"dafu": "0"}, tmp_path)
    manifest = read_manifest(tmp_path)
    assert manifest
    assert manifest["dafu"] == "0"
    assert manifest["files"]["records.jsonl"] == {
        "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "bytes": 3,
    }


@pytest.mark.parametrize("stored", ["{", "[]"])
def test_a_file_that_is_no_manifest_is_named(tmp_path: Path, stored: str) -> None:
    assert read_manifest(tmp_path) is None
    (tmp_path / MANIFEST_FILE).write_text(stored, "utf-8")
    with pytest.raises(InvalidRecord, match="manifest"):
        read_manifest(tmp_path)

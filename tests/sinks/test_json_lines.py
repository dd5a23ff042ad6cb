from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.evaluate.small import figure, record_of

from dafu.errors import InvalidRecord, UnreadableFile
from dafu.records import ReplyRecord
from dafu.sinks.json_lines import add_line, read_records, write_record

_RECORD = record_of("全县共有水库3座\n𠮷", figures=[figure("3座", value="3")])


def _stored(path: Path, **changes: object) -> Path:
    path.write_text(json.dumps({**json.loads(_RECORD.to_json()), **changes}, indent=1), "utf-8")
    return path


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    write_record(_RECORD, tmp_path / "a.json")
    assert list(read_records(tmp_path / "a.json")) == [_RECORD]
    with (tmp_path / "b.jsonl").open("w", encoding="utf-8") as file:
        add_line(_RECORD, file)
        file.write("\n")
        add_line(_RECORD, file)
    assert list(read_records(tmp_path / "b.jsonl")) == [_RECORD, _RECORD]


def test_a_record_is_one_line_of_utf8(tmp_path: Path) -> None:
    write_record(_RECORD, tmp_path / "a.json")
    stored = (tmp_path / "a.json").read_bytes()
    assert stored.count(b"\n") == 1
    assert "水库3座" in stored.decode()


def test_a_later_minor_version_is_read_without_what_it_added(tmp_path: Path) -> None:
    path = _stored(tmp_path / "a.json", schema_version="1.7", added_later=[1])
    assert list(read_records(path)) == [_as_this_version()]


def _as_this_version() -> ReplyRecord:
    return ReplyRecord.model_validate_json(_RECORD.to_json())


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"schema_version": "2.0"}, r"2\.0"),
        ({"schema_name": "proposal"}, "schema_name"),
        ({"genre": "song"}, "genre"),
        ({"surplus": 1}, "surplus"),
        ({"figures": [{"raw": "3座"}]}, r"figures\.0"),
    ],
)
def test_what_is_no_record_is_named(tmp_path: Path, changes: dict[str, object], named: str) -> None:
    with pytest.raises(InvalidRecord, match=named):
        list(read_records(_stored(tmp_path / "a.json", **changes)))


@pytest.mark.parametrize("stored", [b"", b"{", b"[]", b"\xff\xfe"])
def test_what_is_no_json_object_is_an_invalid_record(tmp_path: Path, stored: bytes) -> None:
    (tmp_path / "a.json").write_bytes(stored)
    with pytest.raises(InvalidRecord, match=r"a\.json"):
        list(read_records(tmp_path / "a.json"))


def test_the_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(_RECORD.to_json() + "\n{}\n", "utf-8")
    with pytest.raises(InvalidRecord, match=r"a\.jsonl:2"):
        list(read_records(tmp_path / "a.jsonl"))


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        list(read_records(tmp_path / "a.json"))

from __future__ import annotations

import importlib.util
import sqlite3
from pathlib import Path

import pytest
from tests.commands.calling import call
from tests.sinks.letters_in_tables import record

from dafu.commands.load import record_files
from dafu.sinks.json_lines import write_record


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """What `dafu run` leaves."""
    made = record("qinghe-road")
    write_record(made, tmp_path / "out" / "letter.txt.json")
    write_record(made, tmp_path / "out" / "records.jsonl")
    return tmp_path / "out"


def test_a_run_goes_into_sqlite_beside_it(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "load", run)
    assert called.code == 0
    assert "新增 added 1  重写 replaced 0  未变 unchanged 0  不同 differing 0  失败 failed 0" in called.out
    assert called.err == ""
    database = sqlite3.connect(run / "letters.db")
    assert database.execute("SELECT document_number FROM current_letters").fetchall() == [
        ("青交函〔2023〕34号",)
    ]
    assert database.execute(
        "SELECT count(*) FROM letter_search WHERE letter_search MATCH '重载'"
    ).fetchone() == (1,)


def test_loading_again_says_that_nothing_changed(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "load", run, "--to", run / "other.db", "--no-search")
    called = call(capsys, "load", run / "records.jsonl", "--to", f"sqlite:///{run / 'other.db'}")
    assert "新增 added 0  重写 replaced 0  未变 unchanged 1" in called.out


def test_single_files_are_records_too(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (run / "records.jsonl").unlink()
    assert "新增 added 1" in call(capsys, "load", run).out


def test_the_manifest_is_kept_with_the_run(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (run / "manifest.json").write_text('{"version": "0"}', "utf-8")
    call(capsys, "load", run)
    database = sqlite3.connect(run / "letters.db")
    assert database.execute("SELECT manifest FROM runs").fetchall() == [('{"version": "0"}',)]


def test_what_is_no_record_is_listed_and_the_rest_is_loaded(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (run / "records.jsonl").open("a", encoding="utf-8") as file:
        file.write("{}\n")
    called = call(capsys, "load", run)
    assert called.code == 3
    assert "✗ records.jsonl:2: " in called.out
    assert "新增 added 1" in called.out
    assert "失败 failed 1" in called.out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["nowhere"], 10, "no such records"),
        (["empty"], 2, "dafu run"),
        (["out", "--to", "oracle://host/x"], 2, "oracle"),
        (["out", "--to", "sqlite:////no/such/folder/x.db", "--patience", "0"], 30, "unable to open"),
        (["out", "--to", "postgresql://me:secret@127.0.0.1:1/x", "--patience", "0"], 30, "127.0.0.1"),
    ],
)
def test_errors_name_what_is_wrong(
    run: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, says: str
) -> None:
    (run.parent / "empty").mkdir()
    called = call(capsys, "load", run.parent / arguments[0], *arguments[1:])
    assert called.code == code
    assert says in called.err
    assert "secret" not in called.err


@pytest.mark.parametrize(("missing", "to"), [("sqlalchemy", "x.db"), ("psycopg", "postgresql://host/x")])
def test_a_missing_package_is_named_with_its_extra(
    run: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, missing: str, to: str
) -> None:
    plain = importlib.util.find_spec

    def without(name: str) -> object:
        return None if name == missing else plain(name)

    monkeypatch.setattr("dafu.commands.load.find_spec", without)
    monkeypatch.setattr("dafu.sinks.sql_engine.find_spec", without)
    called = call(capsys, "load", run, "--to", to)
    assert called.code == 40
    assert {"sqlalchemy": "dafu[sql]", "psycopg": "dafu[postgresql]"}[missing] in called.err


def test_record_files_prefer_the_collected_ones(run: Path) -> None:
    assert record_files(run) == [run / "records.jsonl"]

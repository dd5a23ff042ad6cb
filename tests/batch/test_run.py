from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.reply_text import NO_REPLY, REPLY

import dafu
from dafu.errors import OutputError
from dafu.pipeline import Pipeline
from dafu.sinks.json_lines import read_records
from dafu.sinks.run_folder import read_outcomes


def _letters(folder: Path) -> Path:
    (folder / "sub").mkdir(parents=True)
    (folder / "reply.txt").write_text(REPLY, "utf-8")
    (folder / "sub" / "reply.txt").write_text(REPLY, "gb18030")
    (folder / "empty.pdf").write_bytes(b"")
    return folder


def test_one_outcome_for_every_input(tmp_path: Path) -> None:
    summary = dafu.run(_letters(tmp_path / "in"), tmp_path / "out")
    assert [(one.file, one.kind, one.exit_code) for one in summary.outcomes] == [
        ("empty.pdf", "failed", 11),
        ("reply.txt", "written", 0),
        ("sub/reply.txt", "written", 0),
    ]
    assert summary.counts == {"written": 2, "flagged": 0, "failed": 1}
    assert summary.letters == 2
    assert list(read_outcomes(tmp_path / "out")) == list(summary.outcomes)
    assert {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")} == {
        "records.jsonl", "outcomes.jsonl", "reply.txt.json", "sub/reply.txt.json",
    }  # fmt: skip


def test_failures_say_what_to_do(tmp_path: Path) -> None:
    (failed,) = dafu.run(_letters(tmp_path / "in"), tmp_path / "out").failed
    assert failed.error == "EmptyFile"
    assert failed.why
    assert failed.remedy


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    source = _letters(tmp_path / "in")
    for out in ("one", "two"):
        dafu.run(source, tmp_path / out)
    for name in ("records.jsonl", "reply.txt.json", "sub/reply.txt.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_collected_records_are_those_of_the_files_in_order(tmp_path: Path) -> None:
    dafu.run(_letters(tmp_path / "in"), tmp_path / "out")
    names = ("reply.txt.json", "sub/reply.txt.json")
    single = [record for name in names for record in read_records(tmp_path / "out" / name)]
    assert list(read_records(tmp_path / "out" / "records.jsonl")) == single


def test_a_run_again_takes_away_records_that_no_longer_hold(tmp_path: Path) -> None:
    source = _letters(tmp_path / "in")
    dafu.run(source, tmp_path / "out")
    (tmp_path / "out" / "reply.txt#2.json").write_text("a second letter that is no longer there", "utf-8")
    (source / "sub" / "reply.txt").write_bytes(b"")
    dafu.run(source, tmp_path / "out")
    assert (tmp_path / "out" / "reply.txt.json").is_file()
    assert not (tmp_path / "out" / "reply.txt#2.json").exists()
    assert not (tmp_path / "out" / "sub" / "reply.txt.json").exists()


def test_a_document_that_is_no_reply_is_written_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "hours.txt").write_text(NO_REPLY, "utf-8")
    dafu.run(tmp_path / "in", tmp_path / "out")
    (record,) = read_records(tmp_path / "out" / "records.jsonl")
    assert record.genre == "other"


def test_a_bug_met_by_one_file_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Pipeline.read

    def broken(self: Pipeline, path: Path) -> object:
        if path.parent.name == "sub":
            raise KeyError("云陵")
        return read(self, path)

    monkeypatch.setattr(Pipeline, "read", broken)
    summary = dafu.run(_letters(tmp_path / "in"), tmp_path / "out")
    assert summary.counts == {"written": 1, "flagged": 0, "failed": 2}
    (bug,) = (one for one in summary.failed if one.file == "sub/reply.txt")
    assert "KeyError" in (bug.why or "")
    assert "test_run.py" in (bug.why or "")
    assert bug.exit_code == 1


def test_a_letter_that_speaks_against_itself_is_flagged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = Pipeline.records

    def doubted(self: Pipeline, document: object) -> object:
        finding = {"code": "lost_text", "severity": "error", "message": "digits lost"}
        for record in records(self, document):  # type: ignore[arg-type]
            fields = json.loads(record.to_json())
            yield type(record).model_validate({**fields, "findings": [finding]})

    monkeypatch.setattr(Pipeline, "records", lambda self, document: tuple(doubted(self, document)))
    assert dafu.run(_letters(tmp_path / "in"), tmp_path / "out").counts["flagged"] == 2


def test_a_name_that_is_no_text_is_a_failure_of_that_file(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "b.txt").write_text(REPLY, "utf-8")
    (source / "\udcff.txt").write_text(REPLY, "utf-8")
    summary = dafu.run(source, tmp_path / "out")
    assert [one.kind for one in summary.outcomes] == ["written", "failed"]


def test_an_output_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(OutputError):
        dafu.run(_letters(tmp_path / "in"), tmp_path / "out")

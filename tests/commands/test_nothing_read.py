"""Pages without a word give a record that says so, and every command takes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from tests.commands.calling import call
from tests.read.drawn_pdf import drawn, lines

from dafu.records import ReplyRecord
from dafu.sinks.json_lines import read_records


def _blank(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(drawn(lines(), lines()))
    return path


def _codes(record: ReplyRecord) -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in (*record.findings, *record.source.findings)]


def test_blank_pages_are_done_with_findings_and_pass_through_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out, gold = _blank(tmp_path / "in" / "blank.pdf").parent, tmp_path / "out", tmp_path / "gold"
    assert call(capsys, "run", source, "--out", out, "--workers", "1").code == 0
    (record,) = read_records(out / "records.jsonl")
    assert (record.genre, record.text, record.sections, record.lines) == ("other", "", (), ())
    assert len(record.source.pages) == 2
    assert _codes(record) == [("not_a_reply", "warning"), ("no_text", "error")]
    status = json.loads(call(capsys, "status", out, "--json").out)
    assert status["outcomes"] == {"done": 0, "done with findings": 1, "skipped": 0, "failed": 0}

    assert "新增 added 1" in call(capsys, "load", out).out
    assert "error no_text" in call(capsys, "show", source / "blank.pdf").out
    assert call(capsys, "searchable", source / "blank.pdf", "--out", tmp_path / "out.pdf").code == 0
    gold.mkdir()
    (gold / "blank.gold.json").write_text('{"genre": "other"}', "utf-8")
    (gold / "blank.canonical.txt").write_text("", "utf-8")
    scores = json.loads(call(capsys, "eval", gold, out, "--json").out)
    assert scores["failures"] == []


def test_a_scan_that_ocr_was_not_to_read_is_never_simply_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("L", (620, 877), 230).save(tmp_path / "scan.png")
    out = tmp_path / "out"
    assert call(capsys, "run", tmp_path / "scan.png", "--out", out, "--ocr", "never").code == 0
    (record,) = read_records(out / "records.jsonl")
    assert _codes(record) == [("not_a_reply", "warning"), ("no_text", "error"), ("no_text", "error")]

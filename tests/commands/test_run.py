"""`dafu run`, `dafu status` and `dafu failures`, with real workers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.calling import call
from tests.reply_text import REPLY


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a letter, a copy of it, an empty file and a lock file."""
    folder = tmp_path_factory.mktemp("run") / "in"
    folder.mkdir()
    (folder / "reply.txt").write_text(REPLY, "utf-8")
    (folder / "same.txt").write_text(REPLY, "utf-8")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "~$reply.docx").write_bytes(b"")
    return folder


def test_a_run_its_status_and_its_failures(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = made.parent / "out"
    called = call(capsys, "run", made, "--out", out, "--workers", "1")
    assert called.code == 3
    assert "✗ empty.pdf: " in called.out
    assert "  → 文件没有内容" in called.out
    assert "= same.txt: 内容同 / the same letter as reply.txt" in called.out
    assert "- ~$reply.docx: 跳过 / skipped (temporary)" in called.out
    assert "成功 done 2  存疑 done with findings 0  跳过 skipped 1  失败 failed 1" in called.out
    assert called.err.splitlines()[:2] == ["待处理 to do 2", "✗ empty.pdf: EmptyFile"]
    assert "1 / 4" in called.err
    assert (out / "records.jsonl").read_text("utf-8").count("\n") == 1

    status = json.loads(call(capsys, "status", out, "--json").out)
    assert status["outcomes"] == {"done": 2, "done with findings": 0, "skipped": 1, "failed": 1}
    assert (status["left"], status["duplicates"], status["running"]) == (0, 1, False)
    assert status["last_run"]["state"] == "complete"
    assert "成功 done 2" in call(capsys, "status", out).out

    assert call(capsys, "failures", out).out.startswith("✗ empty.pdf: ")
    (line,) = call(capsys, "failures", out, "--json").out.splitlines()
    failure = json.loads(line)
    assert (failure["file"], failure["error"], failure["stage"]) == ("empty.pdf", "EmptyFile", "read")
    assert failure["remedy"]


def test_a_run_again_has_nothing_to_do_and_can_be_quiet(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--out", tmp_path, "--skip", "*.pdf", "--skip", "~*", "--workers", "1")
    called = call(capsys, "run", made, *options, "--log-json", "--quiet")
    assert (called.code, called.out) == (0, "")
    events = [json.loads(line) for line in called.err.splitlines()]
    assert [event["event"] for event in events] == ["began", "finished"]
    assert (events[1]["file"], events[1]["outcome"]) == ("reply.txt", "done")
    again = call(capsys, "run", made, *options)
    assert again.code == 0
    assert again.err == "待处理 to do 0  未变 up to date 1\n"
    assert "empty.pdf" not in again.out  # nobody needs to be told what he asked for
    assert "本次处理 processed now 0" in again.out
    assert "no file has failed" in call(capsys, "failures", tmp_path).out
    assert call(capsys, "run", made, *options, "--quiet") == (0, "", "")


def test_the_selections_are_taken(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "run", made, "--out", tmp_path, "--since", "2999-01-01", "--skip", "~*")
    assert called.code == 0
    assert "成功 done 0  存疑 done with findings 0  跳过 skipped 4  失败 failed 0" in called.out
    assert "没有选中任何文件：3 个" in called.out
    called = call(capsys, "run", made, "--out", tmp_path, "--only", "failed")
    assert "skipped (not_selected)" in called.out

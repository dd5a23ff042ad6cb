from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands.calling import call
from tests.reply_text import REPLY


def _letters(folder: Path) -> Path:
    folder.mkdir()
    (folder / "reply.txt").write_text(REPLY, "utf-8")
    return folder


def test_all_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "run", _letters(tmp_path / "in"), "--out", tmp_path / "out")
    assert called.code == 0
    assert "成功 written 1  存疑 flagged 0  失败 failed 0  跳过 skipped 0" in called.out
    assert called.err == ""  # no progress bar where there is no terminal
    assert (tmp_path / "out" / "records.jsonl").is_file()


def test_failures_are_listed_with_their_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _letters(tmp_path / "in")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "~$reply.docx").write_bytes(b"")
    called = call(capsys, "run", folder, "--out", tmp_path / "out")
    assert called.code == 3
    assert "✗ empty.pdf: " in called.out
    assert "  → 文件没有内容" in called.out
    assert "- ~$reply.docx: 跳过 / skipped (temporary)" in called.out
    assert "成功 written 1  存疑 flagged 0  失败 failed 1  跳过 skipped 1" in called.out
    assert "1 / 2" in called.err


def test_files_can_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _letters(tmp_path / "in")
    (folder / "gold.json").write_text("{}", "utf-8")
    called = call(capsys, "run", folder, "--out", tmp_path / "out", "--skip", "*.json", "--skip", "*.md")
    assert called.code == 0
    assert "跳过 skipped 1" in called.out
    assert "gold.json" not in called.out  # nobody needs to be told what he asked for

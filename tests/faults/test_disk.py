"""A full disk, a file that may not grow, a ledger in other hands: a clear end, and nothing lost."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.batch.inline import Inline
from tests.faults.running import end, letters, outputs, start, told

from dafu.batch import run
from dafu.errors import FolderInUse

OUTPUT_ERROR = 30
LETTERS = 120


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 kB; it can be made larger."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)]
    try:
        made = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("no file system may be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def _is_whole(out: Path) -> bool:
    with closing(sqlite3.connect(out / "ledger.sqlite")) as ledger:
        return ledger.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(small_disk: Path, tmp_path: Path) -> None:
    source = letters(tmp_path / "in", LETTERS)
    out = small_disk / "out"
    process = start(source, out, "--workers", "1", said=tmp_path / "said")
    assert end(process) == OUTPUT_ERROR
    message = (tmp_path / "said").read_text("utf-8")
    assert "Traceback" not in message
    assert "无法写入" in message
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    assert _is_whole(out)
    done = len(list(out.rglob("letter-*.json")))
    assert 0 < done < LETTERS
    process = start(source, out, "--workers", "1", log=tmp_path / "log", said=tmp_path / "said")
    assert end(process) == 0
    assert len((tmp_path / "log").read_text("utf-8").splitlines()) <= LETTERS - done + 2
    assert end(start(source, tmp_path / "undisturbed", "--workers", "1")) == 0
    assert outputs(out) == outputs(tmp_path / "undisturbed")


def test_a_file_that_may_not_grow_ends_the_run(tmp_path: Path) -> None:
    source = letters(tmp_path / "in", 40)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (80_000, limits[1]))
    try:
        process = start(source, tmp_path / "out", "--workers", "1", said=tmp_path / "said")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert end(process) == OUTPUT_ERROR
    assert "Traceback" not in (tmp_path / "said").read_text("utf-8")
    assert _is_whole(tmp_path / "out")
    assert end(start(source, tmp_path / "out", "--workers", "1")) == 0, told(tmp_path / "out").read_text(
        "utf-8"
    )


def test_a_ledger_in_other_hands_is_an_error_that_says_so(tmp_path: Path) -> None:
    source, out = letters(tmp_path / "in", 1), tmp_path / "out"
    run(source, out, engine=Inline())
    with closing(sqlite3.connect(out / "ledger.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FolderInUse, match="locked"):
            run(source, out, engine=Inline())
    assert run(source, out, engine=Inline()).processed == 0

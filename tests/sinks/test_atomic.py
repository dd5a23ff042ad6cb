from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from dafu.errors import OutputError
from dafu.sinks.atomic import written_whole


def test_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.txt"
    with written_whole(path) as file:
        file.write("云陵\n")
        assert not path.exists()
    assert path.read_bytes() == "云陵\n".encode()
    assert [one.name for one in path.parent.iterdir()] == ["a.txt"]


def test_an_exception_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    with pytest.raises(KeyError), written_whole(path) as file:
        file.write("new")
        raise KeyError
    assert path.read_text("utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_permissions_follow_the_umask(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        with written_whole(tmp_path / "a.txt") as file:
            file.write("x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


def test_a_folder_in_the_way_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OutputError, match=r"a\.txt"), written_whole(tmp_path / "a.txt") as file:
        file.write("x")
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]

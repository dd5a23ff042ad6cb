from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands.calling import call

from dafu.records.schema import SCHEMA_FILE, schema_json


def test_schema_is_printed_as_published(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "schema") == (0, schema_json(), "")


def test_check_takes_a_file_or_its_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / SCHEMA_FILE).write_bytes(schema_json().encode())
    assert call(capsys, "schema", "--check", tmp_path).code == 0
    assert call(capsys, "schema", "--check", tmp_path / SCHEMA_FILE).code == 0
    (tmp_path / SCHEMA_FILE).write_bytes(schema_json().encode() + b" ")
    assert call(capsys, "schema", "--check", tmp_path).code == 20

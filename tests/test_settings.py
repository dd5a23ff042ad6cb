from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from dafu.errors import UsageError
from dafu.settings import Settings


def test_settings_come_from_the_table_dafu(tmp_path: Path) -> None:
    path = tmp_path / "dafu.toml"
    path.write_text("[dafu]\nmax_pages = 30\n\n[other]\nmax_pages = 1\n", "utf-8")
    assert Settings.from_toml(path).max_pages == 30


def test_an_empty_file_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "dafu.toml"
    path.write_text("", "utf-8")
    assert Settings.from_toml(path) == Settings()


@pytest.mark.parametrize(
    ("stored", "named"),
    [
        (b"[dafu]\nmax_pagse = 3\n", "max_pagse"),
        (b"[dafu]\nmax_pages = 0\n", "max_pages"),
        (b"[dafu]\nmax_pages = 'many'\n", "max_pages"),
        (b"[dafu\n", "line 1"),
        (b"dafu = 3\n", "dafu"),
        (b"\xff\xfe[", "utf-8"),
        (None, "No such file"),
    ],
)
def test_what_does_not_fit_is_a_usage_error_that_names_it(
    tmp_path: Path, stored: bytes | None, named: str
) -> None:
    path = tmp_path / "dafu.toml"
    if stored is not None:
        path.write_bytes(stored)
    with pytest.raises(UsageError, match=named) as raised:
        Settings.from_toml(path)
    assert raised.value.file == "dafu.toml"


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Settings().max_pages = 3  # type: ignore[misc]

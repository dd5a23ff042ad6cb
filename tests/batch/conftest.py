"""What tests of whole runs begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.batch.folders import letters_in


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return letters_in(tmp_path / "in")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"

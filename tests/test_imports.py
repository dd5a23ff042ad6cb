"""Which room may import which: the contracts in pyproject.toml."""

from __future__ import annotations

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

_ROOT = Path(__file__).parents[1]


def test_import_contracts_are_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(_ROOT)
    failed = lint_imports(no_cache=True)
    assert not failed, capsys.readouterr().out

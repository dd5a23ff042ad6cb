"""Options of the whole suite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn
from unittest.mock import patch

import pytest
from hypothesis import settings

from dafu.read.ocr.engine import PaddleEngine

# How long an example takes depends on what else the machine does, and says nothing about the code.
settings.register_profile("dafu", deadline=None)
settings.load_profile("dafu")

WRITE_GOLDENS = "--write-goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        WRITE_GOLDENS, action="store_true", help="write the golden records anew; the suite then fails"
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run that wrote its own expectations proves nothing, so it never passes."""
    if session.config.getoption(WRITE_GOLDENS) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Tests that run the networks of OCR say so, so that those left by `-m "not ocr"` stay fast."""
    if item.get_closest_marker("ocr"):
        return (yield)
    with patch.object(PaddleEngine, "quads", _unmarked):
        return (yield)


def _unmarked(*_: Any) -> NoReturn:
    raise AssertionError("this test runs OCR: mark it with pytest.mark.ocr")

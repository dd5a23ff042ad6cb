"""Options of the whole suite."""

from __future__ import annotations

import pytest

WRITE_GOLDENS = "--write-goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        WRITE_GOLDENS, action="store_true", help="write the golden records anew; the suite then fails"
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run that wrote its own expectations proves nothing, so it never passes."""
    if session.config.getoption(WRITE_GOLDENS) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED

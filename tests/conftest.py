"""Options of the whole suite."""

from __future__ import annotations

import pytest
from hypothesis import settings

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

"""Call the command line as a user does, in this process."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from dafu.cli import main


class Called(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> Called:
    """Exit code and output of `dafu ARGUMENTS`."""
    with pytest.raises(SystemExit) as exit_:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert isinstance(exit_.value.code, int)
    return Called(exit_.value.code, out, err)

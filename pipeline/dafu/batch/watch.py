"""What a run tells whoever watches it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dafu.batch.task import InWork
from dafu.sinks.run_folder import Outcome


class Watch(Protocol):
    """Somebody who watches a run."""

    def looked(self, files: int) -> None:
        """So many files of the folder have been looked at."""

    def began(self, todo: int, up_to_date: int) -> None:
        """The look is over: letters to be done, and letters that nothing has changed for."""

    def finished(self, outcome: Outcome, seconds: float) -> None:
        """A letter is finished; CPU time it took."""

    def waiting(self, works: Sequence[InWork]) -> None:
        """Nothing has happened for a moment; what is being worked on, the longest first."""

    def stopping(self) -> None:
        """Ctrl-C: no more letters are begun."""


class Silent:
    """Nobody watches."""

    def looked(self, files: int) -> None:
        """Tell nothing."""

    def began(self, todo: int, up_to_date: int) -> None:
        """Tell nothing."""

    def finished(self, outcome: Outcome, seconds: float) -> None:
        """Tell nothing."""

    def waiting(self, works: Sequence[InWork]) -> None:
        """Tell nothing."""

    def stopping(self) -> None:
        """Tell nothing."""

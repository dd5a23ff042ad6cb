"""The folder of a run: a JSON file a letter, all records in one file, and what became of every input."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from dafu.errors import InvalidRecord
from dafu.sinks.atomic import written_whole

RECORDS_FILE = "records.jsonl"
OUTCOMES_FILE = "outcomes.jsonl"
"""Times stand here and in no record. Neither name ends in `.json`, as those made from inputs do."""

OutcomeKind = Literal["written", "flagged", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """处理结果: what became of one input."""

    file: str
    """Path below the folder of the run, with `/`."""
    kind: OutcomeKind
    """written; flagged: written, with findings of severity error; failed: no record."""
    records: tuple[str, ...]
    """The files written, below the output folder."""
    seconds: float
    """CPU time."""
    error: str | None = None
    """Class of the error; None unless failed."""
    exit_code: int = 0
    """Exit code of the error."""
    why: str | None = None
    """What is wrong."""
    remedy: str | None = None
    """What to do."""


def write_outcomes(outcomes: Iterable[Outcome], folder: Path) -> None:
    """One line an input; raises `OutputError`."""
    with written_whole(folder / OUTCOMES_FILE) as file:
        for outcome in outcomes:
            file.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")


def read_outcomes(folder: Path) -> Iterator[Outcome]:
    """The outcomes of the run that wrote `folder`; none if it holds no such account.

    Raises `InvalidRecord` for a line that is no outcome.
    """
    ledger = folder / OUTCOMES_FILE
    if not ledger.is_file():
        return
    adapter = TypeAdapter(Outcome)
    for number, line in enumerate(ledger.read_bytes().splitlines(), start=1):
        try:
            yield adapter.validate_json(line)
        except ValidationError as error:
            what = "不是处理结果 / not the outcome of an input."
            raise InvalidRecord(what, file=f"{ledger.name}:{number}") from error

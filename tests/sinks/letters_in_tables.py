"""Records to load, and what a database holds, for tests of the SQL sink."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import text

import dafu
from dafu.records import ReplyRecord
from dafu.sinks.json_lines import Stored
from dafu.sinks.sql_engine import address, engine_of
from dafu.sinks.sql_tables import METADATA

LETTERS = Path(__file__).parents[2] / "samples" / "letters"


@cache
def record(name: str) -> ReplyRecord:
    """The record of a sample's text."""
    return dafu.parse(dafu.read(LETTERS / name / f"{name}.canonical.txt"))


@cache
def records() -> tuple[ReplyRecord, ...]:
    """Some letters that differ in form."""
    names = ("qinghe-road", "yunling-science", "nanping-refusal", "yunling-air", "ministry-irrigation")
    return tuple(map(record, names))


def made_by(made: ReplyRecord, fingerprint: str) -> ReplyRecord:
    """The same record out of another run."""
    producer = made.producer.model_copy(update={"fingerprint": fingerprint})
    return made.model_copy(update={"producer": producer})


def copies(count: int) -> list[Stored]:
    """That many different letters, as `records.jsonl` holds them."""
    bodies = [made.to_json() for made in records()]
    ids = [made.record_id for made in records()]
    return [
        Stored(
            f"records.jsonl:{number + 1}",
            bodies[number % len(ids)].replace(ids[number % len(ids)], f"{number:064x}").encode(),
        )
        for number in range(count)
    ]


def as_stored(made: Iterable[ReplyRecord]) -> list[Stored]:
    return [
        Stored(f"records.jsonl:{number}", one.to_json().encode()) for number, one in enumerate(made, start=1)
    ]


def asked(url: str, question: str) -> list[tuple[Any, ...]]:
    """The rows that answer a question in SQL."""
    engine = engine_of(address(url))
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(question))]
    finally:
        engine.dispose()


def content(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, but for the time of loading."""
    columns = {table.name: [one.name for one in table.columns] for table in METADATA.sorted_tables}
    columns["runs"].remove("first_loaded")
    columns["letter_search"] = ["record_id", "fingerprint", "title", "words"]
    return {
        name: sorted(asked(url, f"SELECT {', '.join(listed)} FROM {name}"), key=str)
        for name, listed in columns.items()
    }

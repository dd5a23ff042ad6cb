"""Records as JSON: one file a letter, and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, TextIO

from pydantic import BaseModel, ValidationError

from dafu.errors import InvalidRecord, UnreadableFile, first_fault
from dafu.records import ReplyRecord
from dafu.sinks.atomic import written_whole

_THIS_VERSION = ReplyRecord.model_fields["schema_version"].default
_MAJOR = "1."


def write_record(record: ReplyRecord, path: Path) -> None:
    """One record as a file of one line; raises `OutputError`."""
    with written_whole(path) as file:
        add_line(record, file)


def add_line(record: ReplyRecord, file: TextIO) -> None:
    """One record as a line of JSON Lines."""
    file.write(record.to_json() + "\n")


class Stored(NamedTuple):
    """A record as it was written, not yet looked into."""

    where: str
    """File name, and line in JSON Lines: `records.jsonl:7`."""
    json: bytes


def stored_records(path: Path) -> Iterator[Stored]:
    """What a `.json` file (one record, however laid out) or a `.jsonl` file (one a line) holds, line by line.

    Raises `UnreadableFile`.
    """
    try:
        with path.open("rb") as file:
            if path.suffix != ".jsonl":
                yield Stored(path.name, file.read())
                return
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield Stored(f"{path.name}:{number}", line)
    except OSError as error:
        raise UnreadableFile(f"无法读取 / cannot read: {error.strerror}.", file=path.name) from error


def record_of(stored: Stored) -> ReplyRecord:
    """A record of this major version; fields that a later minor version added are left out.

    Raises `InvalidRecord` for anything else.
    """
    try:
        header = _Header.model_validate_json(stored.json)
        if not header.schema_version.startswith(_MAJOR):
            what = (
                f"版本 {header.schema_version} 不受支持 / version {header.schema_version} is not supported."
            )
            raise InvalidRecord(what, file=stored.where)
        if header.schema_version == _THIS_VERSION:
            return ReplyRecord.model_validate_json(stored.json)
        fields = {**json.loads(stored.json), "schema_version": _THIS_VERSION}
        return ReplyRecord.model_validate(fields, extra="ignore")
    except ValidationError as error:
        what = f"不是答复记录 / no reply record: {first_fault(error)}."
        raise InvalidRecord(what, file=stored.where) from error


def read_records(path: Path) -> Iterator[ReplyRecord]:
    """The records of a `.json` or `.jsonl` file; raises `UnreadableFile` or `InvalidRecord`."""
    yield from map(record_of, stored_records(path))


class _Header(BaseModel):
    """What a stored record says it is."""

    schema_name: Literal["reply_record"]
    schema_version: str

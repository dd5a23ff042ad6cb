"""Records as JSON: one file a letter, and JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TextIO

from pydantic import BaseModel, ConfigDict, ValidationError

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


def read_records(path: Path) -> Iterator[ReplyRecord]:
    """The records of a `.json` file (one, however laid out) or a `.jsonl` file (one a line).

    Raises `UnreadableFile`, or `InvalidRecord` for what is no reply record of this major version.
    """
    try:
        stored = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"无法读取 / cannot read: {error.strerror}.", file=path.name) from error
    if path.suffix != ".jsonl":
        yield _record(stored, path.name)
        return
    for number, line in enumerate(stored.splitlines(), start=1):
        if line.strip():
            yield _record(line, f"{path.name}:{number}")


def _record(stored: bytes, where: str) -> ReplyRecord:
    """A record of this major version; fields that a later minor version added are left out."""
    try:
        header = _Header.model_validate_json(stored)
        if not header.schema_version.startswith(_MAJOR):
            what = (
                f"版本 {header.schema_version} 不受支持 / version {header.schema_version} is not supported."
            )
            raise InvalidRecord(what, file=where)
        if header.schema_version == _THIS_VERSION:
            return ReplyRecord.model_validate_json(stored)
        fields = {**(header.model_extra or {}), "schema_name": header.schema_name}
        return ReplyRecord.model_validate(fields, extra="ignore")
    except ValidationError as error:
        raise InvalidRecord(f"不是答复记录 / no reply record: {first_fault(error)}.", file=where) from error


class _Header(BaseModel):
    """What a stored record says it is."""

    model_config = ConfigDict(extra="allow")

    schema_name: Literal["reply_record"]
    schema_version: str

"""`dafu schema`: the JSON Schema of the record."""

from __future__ import annotations

from pathlib import Path

from dafu.commands.console import results
from dafu.errors import InvalidRecord, UnreadableFile
from dafu.records.schema import SCHEMA_FILE, schema_json


def print_schema() -> None:
    """The schema as it is published."""
    results().out(schema_json(), end="", highlight=False)


def check_schema(path: Path) -> None:
    """Compare a published schema with the models, byte by byte; a folder stands for the file in it."""
    file = path / SCHEMA_FILE if path.is_dir() else path
    try:
        published = file.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"无法读取 / cannot read: {error.strerror}.", file=file.name) from error
    if published != schema_json().encode():
        what = "与记录模型不一致 / differs from the record models."
        raise InvalidRecord(
            what, file=file.name, remedy="请运行 dafu schema > FILE 重新生成。 / Run dafu schema > FILE."
        )
    results().print(f"{file.name}: 一致 / up to date")

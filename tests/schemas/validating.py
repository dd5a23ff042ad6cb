"""An independent validator for records: `jsonschema` with the committed schema."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

from jsonschema import Draft202012Validator

from dafu.records import ReplyRecord
from dafu.records.schema import SCHEMA_FILE

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "schemas" / SCHEMA_FILE).read_text("utf-8"))
)


def problems(record: ReplyRecord) -> list[str]:
    """The fields of a record that do not fit the published schema, as dotted paths."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pydantic warns of values that were put in unvalidated
        stored = json.loads(record.to_json())
    return [".".join(map(str, error.absolute_path)) for error in SCHEMA.iter_errors(stored)]

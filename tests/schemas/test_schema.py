"""The published schema: generated from the models, open to later fields, and right about real records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.reply_text import NO_REPLY, REPLY
from tests.schemas.validating import SCHEMA, problems

import dafu
from dafu.records.schema import SCHEMA_FILE, schema_json

_SAMPLES = Path(__file__).parents[2] / "samples" / "letters"
_PUBLISHED = Path(__file__).parents[2] / "schemas" / SCHEMA_FILE


def test_published_schema_is_that_of_the_models() -> None:
    assert _PUBLISHED.read_bytes() == schema_json().encode(), "run: dafu schema > schemas/" + SCHEMA_FILE


def test_schema_is_a_valid_schema() -> None:
    SCHEMA.check_schema(SCHEMA.schema)


def test_unknown_fields_are_allowed_everywhere() -> None:
    assert "additionalProperties" not in schema_json()


def _objects() -> dict[str, Any]:
    schema = json.loads(schema_json())
    return {**schema["$defs"], "ReplyRecord": schema}


@pytest.mark.parametrize("name", _objects())
def test_every_object_and_field_is_titled_by_its_chinese_term(name: str) -> None:
    described = {name: _objects()[name], **_objects()[name].get("properties", {})}
    untitled = [field for field, schema in described.items() if not _has_han(schema.get("title", ""))]
    assert untitled == []


def _has_han(title: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in title)


@pytest.mark.parametrize("text", [REPLY, NO_REPLY])
def test_records_fit_the_published_schema(tmp_path: Path, text: str) -> None:
    (tmp_path / "letter.txt").write_text(text, "utf-8")
    record = dafu.parse(dafu.read(tmp_path / "letter.txt"))
    assert problems(record) == []


@pytest.mark.parametrize("letter", sorted(_SAMPLES.rglob("*.canonical.txt")), ids=lambda path: path.name)
def test_records_of_all_samples_fit_the_published_schema(letter: Path) -> None:
    assert problems(dafu.parse(dafu.read(letter))) == []


def test_a_record_with_a_wrong_value_does_not_fit(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(REPLY, "utf-8")
    record = dafu.parse(dafu.read(tmp_path / "letter.txt"))
    assert problems(record.model_copy(update={"genre": "song"})) == ["genre"]

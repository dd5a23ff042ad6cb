"""The JSON Schema of the record, for consumers: generated from the models, never read by them."""

from __future__ import annotations

import json
import re
from typing import Any

from dafu.records.record import ReplyRecord

_VERSION = ReplyRecord.model_fields["schema_version"].default
SCHEMA_FILE = f"reply_record-{_VERSION}.schema.json"
"""Name of the file in `schemas/`."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TERM = re.compile(r"\s*([^:.]*[\u4e00-\u9fff][^:.]*)[:.]")
"""The Chinese term that begins every description, with the colon or stop that ends it."""


def schema_json() -> str:
    """The published schema as text: unknown fields allowed, each object and field titled by its Chinese term."""
    schema = ReplyRecord.model_json_schema(mode="serialization")
    published = {"$schema": _DIALECT, "$id": f"urn:dafu:reply_record:{_VERSION}", **_published(schema)}
    return json.dumps(published, ensure_ascii=False, indent=2) + "\n"


def _published(node: Any) -> Any:
    """The node open to fields of later minor versions, its made-up English title replaced."""
    if isinstance(node, list):
        return [_published(member) for member in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key != "additionalProperties" or value is not False}
    description, title = kept.get("description"), kept.get("title")
    if isinstance(title, str):
        del kept["title"]
    term = _TERM.match(description) if isinstance(description, str) else None
    if term:
        kept = {"title": term[1].strip(), **kept}
    return {key: _published(value) for key, value in kept.items()}

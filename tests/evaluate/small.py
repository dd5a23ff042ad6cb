"""Records and gold of a few words, for scores that can be counted by hand."""

from __future__ import annotations

import json
from typing import Any

from dafu.evaluate import Judged, Score, judge_letter, scores_of
from dafu.evaluate.gold import GoldLetter, parse_gold
from dafu.records import Closing, Letterhead, Part, Producer, ReplyRecord, Source


def record_of(
    text: str, *, file_name: str = "small.txt", index: int = 1, of: int = 1, **parts: Any
) -> ReplyRecord:
    """A record of this text; `parts` as in the contract, spans given as the words they cover."""
    filled: dict[str, Any] = {"genre": "reply", "title": None, "submission": None}
    return ReplyRecord.model_validate(
        {
            "record_id": "0" * 64,
            "letter_key": None,
            "source": Source(
                file_name=file_name,
                media_type="text/plain",
                sha256="0" * 64,
                size_bytes=1,
                part=Part(index=index, of=of, pages=()),
                pages=(),
            ),
            "producer": Producer(version="0", fingerprint="0"),
            "text": text,
            "lines": (),
            "letterhead": Letterhead(),
            "closing": Closing(),
            **filled,
            **{name: _with_spans(text, part) for name, part in parts.items()},
        }
    )


def _with_spans(text: str, part: Any) -> Any:
    if isinstance(part, (list, tuple)):
        return tuple(_with_spans(text, member) for member in part)
    if not isinstance(part, dict):
        return part
    filled = {"rule": "test", **part} if "raw" in part else part
    if "raw" in part and "span" not in part:
        start = text.index(part["raw"])
        filled = {**filled, "span": (start, start + len(part["raw"]))}
    return {name: _with_spans(text, value) for name, value in filled.items()}


def section(text: str, starts: str, ends: str, **fields: Any) -> dict[str, Any]:
    """A section from the words `starts` to the words `ends`."""
    start = text.index(starts)
    span = (start, text.index(ends, start) + len(ends))
    return {
        "id": f"s{start}", "parent": None, "level": 1, "style": "heading", "marker": None, "ordinal": None,
        "heading": None, "role": "done", "span": span, "own_span": span, "rule": "test", **fields,
    }  # fmt: skip


def figure(raw: str, **fields: Any) -> dict[str, Any]:
    """A figure of the record: `raw` is looked up in the text."""
    return {
        "id": "f1", "raw": raw, "value": None, "upper": None, "unit": None, "dimension": "count", "bound": "exact",
        "change": None, "indicator": None, "coverage": None, "period_id": None, "status": "actual",
        "part_of": None, "section_id": "s1", **fields,
    }  # fmt: skip


def item(raw: str, **fields: Any) -> dict[str, Any]:
    """A next step of the record."""
    return {
        "id": "n1", "section_id": "s1", "marker": None, "heading": None, "raw": raw, "status": "planned", **fields,
    }  # fmt: skip


def gold_of(text: str, **parts: Any) -> GoldLetter:
    """Gold as it is read from a file."""
    return parse_gold(json.dumps(parts), "small", text)


def judged(gold: GoldLetter, record: ReplyRecord) -> Judged:
    return judge_letter(gold, record, record.source.file_name)


def score(result: Judged, part: str, field: str) -> Score:
    """The score of one field; fails if it was not judged."""
    return {(one.part, one.field): one for one in scores_of(result.verdicts)}[part, field]


def counts(one: Score) -> tuple[int, int, int, int, int]:
    """right, empty, wrong, missed, extra."""
    return one.right, one.empty, one.wrong, one.missed, one.extra

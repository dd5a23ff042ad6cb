"""The gold file of a sample: what a person annotated, in the shape of the contract's `gold.md`."""

from __future__ import annotations

from typing import Any

from samples.figures import gold_figures, gold_periods, period_of
from samples.notation import Letter, SectionMark, Span, Tag
from samples.runs import gold_numbers

_STARTS = 12
_ITEM_STARTS, _ITEM_ENDS = 15, 10
_CONTACTS = ("responsible_official", "case_officer", "contact", "phone")


def gold_of(letter: Letter) -> dict[str, Any]:
    """The complete gold of a letter; raises `ValueError` where the annotation contradicts the text."""
    head = letter.head
    if head["genre"] == "other":
        return {"id": letter.name, "genre": "other", "findings": head.get("findings", [])}
    measures, steps = _items(letter)
    return {
        "id": letter.name,
        "genre": head["genre"],
        "title": _title(letter),
        "letterhead": _letterhead(head.get("letterhead", {})),
        "submission": _submission(head["submission"]) if "submission" in head else None,
        "addressees": [_addressee(entry) for entry in head.get("addressees", [])],
        "handling": [{"name": name, "role": role} for name, role in head.get("handling", [])],
        "sections": _sections(letter),
        "measures": measures,
        "next_steps": steps,
        "figures": gold_figures(letter),
        "non_figures": gold_numbers(letter),
        "periods": gold_periods(letter),
        "entities": _checked(letter, head.get("entities", {})),
        "entities_optional": head.get("entities_optional", []),
        "cited_documents": [_document(letter, entry) for entry in head.get("documents", [])],
        "closing": _closing(head.get("closing", {})),
        "findings": head.get("findings", []),
        "findings_optional": head.get("findings_optional", []),
    }


def _title(letter: Letter) -> str | None:
    if letter.head.get("title"):
        return str(letter.head["title"])
    return next((paragraph.text for paragraph in letter.paragraphs if paragraph.kind == "t"), None)


def _letterhead(head: dict[str, Any]) -> dict[str, Any]:
    number = head.get("number")
    return {
        "issuing_organs": [{"raw": name, "name": name} for name in head.get("organs", [])],
        "document_number": dict(zip(("raw", "agency_code", "year", "serial"), number, strict=True))
        if number
        else None,
        "outcome_class": head.get("class"),
        "disclosure": head.get("disclosure"),
        "secrecy": head.get("secrecy"),
        "urgency": head.get("urgency"),
        "signatory": _state(head["signatory"]) if "signatory" in head else None,
    }


def _submission(head: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": head["kind"],
        "body": head.get("body"),
        "term": head.get("term"),
        "session": head.get("session"),
        "numbers": head.get("numbers", []),
        "titles": head.get("titles", []),
        "outcome_class": head.get("class"),
    }
    if "class_number" in head:
        found["class_number"] = head["class_number"]
    if "also" in head:
        found["also"] = [_submission(other) for other in head["also"]]
    return found


def _addressee(entry: list[Any]) -> dict[str, Any]:
    found = {"name": entry[0], "role": entry[1]}
    return found | ({"joint_count": entry[2]} if len(entry) > 2 else {})


def _state(value: str) -> dict[str, Any]:
    """`=` blank, `-` absent, `~…` redacted as printed, else present as printed; `raw|value` where they differ."""
    if value in "=-":
        return {"state": "blank" if value == "=" else "absent"}
    if value.startswith("~"):
        return {"state": "redacted", "raw": value[1:], "value": None}
    raw, _, plain = value.partition("|")
    return {"state": "present", "raw": raw, "value": plain or raw}


def _closing(head: dict[str, Any]) -> dict[str, Any]:
    dates = {
        key: {"raw": head[key][0], "date": head[key][1] or None} if key in head else None
        for key in ("document_date", "printed_on")
    }
    return {
        "signed_by": [{"raw": name, "name": name} for name in head.get("signed_by", [])],
        **dates,
        **{key: _state(head.get(key, "-")) for key in _CONTACTS},
        "copied_to": [{"raw": name, "name": name} for name in head.get("copied_to", [])],
        "attachments": [{"raw": name, "name": name} for name in head.get("attachments", [])],
        "feedback_requested": {"value": bool(head.get("feedback", False))},
        "note": {"raw": head["note"]} if "note" in head else None,
    }


def _checked(letter: Letter, entities: dict[str, list[str]]) -> dict[str, list[str]]:
    """Entity names; a name that is no mention's own words is written `name=mention`."""
    found: dict[str, list[str]] = {}
    for kind, names in entities.items():
        for name in names:
            full, _, mention = name.partition("=")
            if (mention or full) not in letter.text:
                raise ValueError(f"{letter.name}: no mention of {name}")
            found.setdefault(kind, []).append(full)
    return found


def _document(letter: Letter, entry: list[str]) -> dict[str, Any]:
    if entry[0] not in letter.text:
        raise ValueError(f"{letter.name}: no mention of 《{entry[0]}》")
    optional = {"optional": True} if entry[3:] == ["optional"] else {}
    return {"title": entry[0], "document_number": entry[1] or None, "usage": entry[2]} | optional


def _own_spans(letter: Letter) -> list[Span]:
    starts = [mark.start for mark in letter.sections]
    if not starts or starts[0] != 0:
        raise ValueError(f"{letter.name}: the first section must begin the text")
    return list(zip(starts, [*starts[1:], len(letter.text)], strict=True))


def _sections(letter: Letter) -> list[dict[str, Any]]:
    return [
        {
            "level": mark.level,
            "style": mark.style,
            "marker": mark.marker,
            "heading": mark.heading,
            "role": mark.role,
            "starts": letter.text[span[0] : span[1]][:_STARTS].split("\n")[0],
        }
        | ({"optional": True} if "_opt" in mark.fields else {})
        | ({"lenient": ["role"]} if mark.fields.get("len") == "role" else {})
        for mark, span in zip(letter.sections, _own_spans(letter), strict=True)
    ]


def _items(letter: Letter) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    steps = letter.tagged("item_n")
    found: list[tuple[int, bool, dict[str, Any]]] = []
    for mark, span in zip(letter.sections, _own_spans(letter), strict=True):
        if mark.item:
            end = _cut(letter, span, steps)
            planned = mark.role == "plan"
            found.append((span[0], planned, _item(letter, (span[0], end), mark, planned, mark.fields)))
    for tag in (*letter.tagged("item_m"), *steps):
        planned = tag.kind == "item_n"
        found.append((tag.span[0], planned, _item(letter, tag.span, None, planned, tag.fields)))
    found.sort(key=lambda entry: entry[0])
    return [item for _, planned, item in found if not planned], [
        item for _, planned, item in found if planned
    ]


def _cut(letter: Letter, span: Span, steps: list[Tag]) -> int:
    """Where a section's item ends: before the next steps that end its own text."""
    end = span[0] + len(letter.text[slice(*span)].rstrip("\n"))
    for step in reversed(steps):
        if span[0] < step.span[0] and step.span[1] == end:
            end = span[0] + len(letter.text[span[0] : step.span[0]].rstrip("\n"))
    return end


def _item(
    letter: Letter, span: Span, mark: SectionMark | None, planned: bool, fields: dict[str, str]
) -> dict[str, Any]:
    text = letter.raw(span)
    found: dict[str, Any] = {
        "starts": text[:_ITEM_STARTS],
        "ends": text[-_ITEM_ENDS:],
        "heading": mark.heading if mark else None,
    }
    if planned:
        found |= {
            "deadline": _deadline(letter, fields["d"]) if "d" in fields else None,
            "strength": int(fields.get("s", "3")),
            "flags": fields["f"].split(",") if "f" in fields else [],
            "status": fields.get("st", "planned"),
        }
    elif "st" in fields:
        found["status"] = fields["st"]
    if "_opt" in fields:
        found["optional"] = True
    if "len" in fields:
        found["lenient"] = fields["len"].split(",")
    return found


def _deadline(letter: Letter, number: str) -> dict[str, Any]:
    tag = next(tag for tag in letter.tagged("p") if tag.fields.get("id") == number)
    period = period_of(letter, tag)
    return {key: period[key] for key in ("raw", "start", "end")}

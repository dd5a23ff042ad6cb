"""The header fields of a record as a flat table, empty ones left out: what tests of whole letters compare."""

from __future__ import annotations

from dafu.records import Named, ReplyRecord, Submission
from dafu.records.letter import StateField

_OF_THE_OUTLINE = (
    "announced_count_mismatch", "numbering_gap", "unexplained_number", "fact_conflict", "parts_exceed_whole",
)  # fmt: skip


def header_fields(record: ReplyRecord) -> dict[str, str]:
    """Letterhead, submission, addressees, closing, genre, title, handling and findings, as printed or decided."""
    head, end = record.letterhead, record.closing
    number, outcome, disclosure = head.document_number, head.outcome_class, head.disclosure
    table = {
        "genre": record.genre,
        "title": record.title.raw if record.title else "",
        "organs": _names(head.issuing_organs),
        "number": f"{number.raw} | {number.agency_code} | {number.year} | {number.serial}" if number else "",
        "class": f"{outcome.raw} | {outcome.value} | {' '.join(outcome.carriers)}" if outcome else "",
        "disclosure": f"{disclosure.raw} | {disclosure.value}" if disclosure else "",
        "secrecy": head.secrecy.raw if head.secrecy else "",
        "urgency": head.urgency.raw if head.urgency else "",
        "signatory": _state(head.signatory) if head.signatory else "",
        "submission": _submission(record.submission) if record.submission else "",
        "also": "; ".join(map(_submission, record.submission.also)) if record.submission else "",
        "addressees": "; ".join(
            f"{one.name} | {one.role}" + (f" | {one.joint_count}" if one.joint_count else "")
            for one in record.addressees
        ),
        "handling": "; ".join(f"{unit.name} | {unit.role}" for unit in record.handling),
        "signed_by": _names(end.signed_by),
        "date": f"{end.document_date.raw} | {end.document_date.date}" if end.document_date else "",
        "printed_on": str(end.printed_on.date) if end.printed_on else "",
        "official": _state(end.responsible_official),
        "officer": _state(end.case_officer),
        "contact": _state(end.contact),
        "phone": _state(end.phone),
        "copied_to": _names(end.copied_to),
        "attachments": _names(end.attachments),
        "feedback": "asked" if end.feedback_requested.value else "",
        "note": end.note.raw if end.note else "",
        "findings": " ".join(
            sorted(
                {
                    finding.code
                    for finding in record.findings
                    if finding.severity != "info" and finding.code not in _OF_THE_OUTLINE
                }
            )
        ),
    }
    return {name: shown for name, shown in table.items() if shown}


def _names(named: tuple[Named, ...]) -> str:
    return "; ".join(one.name for one in named)


def _state(field: StateField) -> str:
    if field.state == "absent":
        return ""
    return field.value if field.value is not None else f"({field.state})"


def _submission(submission: Submission) -> str:
    """Kind, body, term-session, numbers, titles; a class number and an outcome class in brackets after them."""
    parts = [
        submission.kind,
        submission.body or "-",
        f"{submission.term or '-'}.{submission.session or '-'}",
        "、".join(submission.numbers) or "-",
        "、".join(f"《{title}》" for title in submission.titles) or "-",
        *(f"[{extra}]" for extra in (submission.class_number, submission.outcome_class) if extra),
    ]
    return " | ".join(parts)

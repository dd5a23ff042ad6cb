"""`dafu show`: one letter as a person wants to see it at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from dafu.commands.console import SEVERITY_STYLES, headline, results, shortened
from dafu.commands.show_facts import figures, next_steps
from dafu.pipeline import Pipeline
from dafu.records import Closing, ReplyRecord, Section, StateField
from dafu.settings import Settings
from dafu.sinks.json_lines import read_records

_STORED = (".json", ".jsonl")
_LONGEST = 60


def show_file(path: Path, settings: Settings, *, as_json: bool) -> None:
    """The letters of a file, or the records of a stored `.json` or `.jsonl` file."""
    console = results()
    for number, record in enumerate(_records(path, settings)):
        if as_json:
            console.out(record.to_json(), highlight=False)
            continue
        if number:
            console.print(Text("─" * 40, "dim"))
        show_record(record, console)


def _records(path: Path, settings: Settings) -> Iterator[ReplyRecord]:
    if path.suffix in _STORED:
        yield from read_records(path)
    else:
        pipeline = Pipeline(settings)
        yield from pipeline.records(pipeline.read(path))


def show_record(record: ReplyRecord, console: Console) -> None:
    """The record as an outline: head, sections, next steps, figures, documents, closing, findings."""
    console.print(Text(record.title.raw if record.title else "（无标题 no title）", "bold"))
    for line in (
        *_head(record),
        *_outline(record),
        *next_steps(record),
        *figures(record),
        *_documents(record),
    ):
        console.print(line)
    for line in (*_closing(record.closing), *_findings(record)):
        console.print(line)


def _field(label: str, *values: str | None) -> Iterator[Text]:
    printed = " · ".join(value for value in values if value)
    if printed:
        yield Text.assemble((f"  {label}  ", "cyan"), printed)


def _head(record: ReplyRecord) -> Iterator[Text]:
    head = record.letterhead
    yield from _field("类型 genre", record.genre)
    yield from _field("发文机关 issuing organs", *(organ.name for organ in head.issuing_organs))
    yield from _field("发文字号 document number", head.document_number.raw if head.document_number else None)
    outcome, disclosure = head.outcome_class, head.disclosure
    carriers = "、".join(outcome.carriers) if outcome else ""
    yield from _field("办理结果 outcome class", f"{outcome.value} ({carriers})" if outcome else None)
    yield from _field("公开属性 disclosure", f"{disclosure.raw} → {disclosure.value}" if disclosure else None)
    yield from _field(
        "密级、紧急程度 secrecy, urgency", *(one.raw for one in (head.secrecy, head.urgency) if one)
    )
    item = record.submission
    if item:
        session = f"{item.term or '?'}届{item.session or '?'}次" if item.term or item.session else None
        numbers = "、".join(f"第{number}号" for number in item.numbers)
        titles = "、".join(f"《{title}》" for title in item.titles)
        yield from _field("提案/建议 submission", item.kind, item.body, session, numbers, titles)
    yield from _field("主送 addressees", *(f"{one.name} ({one.role})" for one in record.addressees))
    yield from _field("承办 handling", *(f"{one.name} ({one.role})" for one in record.handling))


def _outline(record: ReplyRecord) -> Iterator[Text]:
    yield headline("段落 Outline", len(record.sections))
    for section in record.sections:
        words = shortened(_words(record, section), _LONGEST)
        yield Text.assemble(
            "  " * (section.level + 1),
            (section.marker or "", "bold"),
            (words, "bold" if section.heading else ""),
            (f"  [{section.role}]", "dim"),
        )


def _words(record: ReplyRecord, section: Section) -> str:
    """The heading, or the beginning of the section's own text behind its marker."""
    if section.heading:
        return section.heading
    start, end = section.own_span
    return record.text[start:end].removeprefix(section.marker or "").strip()


def _documents(record: ReplyRecord) -> Iterator[Text]:
    if record.cited_documents:
        yield headline("引用文件 Cited documents", len(record.cited_documents))
    for one in record.cited_documents:
        number = f" {one.document_number}" if one.document_number else ""
        yield Text.assemble(f"  {one.title or one.raw}{number}", (f"  [{one.usage}]", "dim"))


def _closing(closing: Closing) -> Iterator[Text]:
    yield headline("结尾 Closing")
    yield from _field("署名 signed by", *(one.name for one in closing.signed_by))
    for label, one in (("成文日期 date", closing.document_date), ("印发日期 printed on", closing.printed_on)):
        yield from _field(label, f"{one.raw} → {one.date or '?'}" if one else None)
    contacts = {
        "负责人 responsible official": closing.responsible_official,
        "承办人 case officer": closing.case_officer,
        "联系人 contact": closing.contact,
        "电话 phone": closing.phone,
    }
    for label, field in contacts.items():
        yield from _field(label, _state(field))
    yield from _field("抄送 copied to", *(one.name for one in closing.copied_to))
    yield from _field("附件 attachments", *(one.name for one in closing.attachments))
    yield from _field(
        "征询意见 feedback requested", "是 yes" if closing.feedback_requested.value else "否 no"
    )
    yield from _field("附注 note", closing.note.raw if closing.note else None)


def _state(field: StateField) -> str | None:
    if field.state == "absent":
        return None
    return field.value or {"blank": "（空 blank）", "redacted": f"{field.raw}（隐去 redacted）"}.get(
        field.state
    )


def _findings(record: ReplyRecord) -> Iterator[Text]:
    findings = (*record.findings, *record.source.findings)
    yield headline("问题 Findings", len(findings))
    for one in findings:
        words = f" 「{shortened(record.text[one.span[0] : one.span[1]], _LONGEST)}」" if one.span else ""
        style = SEVERITY_STYLES[one.severity]
        yield Text.assemble(
            (f"  {one.severity} {one.code}", style), f": {one.message}{words}".replace("\n", " ")
        )

"""The columns of the table `letters` that come from the record."""

from __future__ import annotations

from dafu.records import DocumentNumber, ReplyRecord
from dafu.sinks.sql_fields import (
    BOOLEAN,
    DATE,
    EXACT_JSON,
    INTEGER,
    TEXT,
    Cell,
    Field,
    as_json,
    first_day,
    last_day,
)


def _number(record: ReplyRecord, part: str) -> Cell:
    number: DocumentNumber | None = record.letterhead.document_number
    value: Cell = getattr(number, part, None)
    return value


def _submission(record: ReplyRecord, part: str) -> Cell:
    value: Cell = getattr(record.submission, part, None)
    return value


def _date(record: ReplyRecord) -> str | None:
    return record.closing.document_date.date if record.closing.document_date else None


LETTERS: tuple[Field[ReplyRecord], ...] = (
    Field(
        "letter_key",
        TEXT,
        "信函标识: the same for all editions and carriers of a letter",
        lambda r: r.letter_key,
    ),
    Field("file_name", TEXT, "文件名: of the source, without folders", lambda r: r.source.file_name, True),
    Field("media_type", TEXT, "媒体类型", lambda r: r.source.media_type, True),
    Field("sha256", TEXT, "摘要: of the source's bytes", lambda r: r.source.sha256, True),
    Field("part_index", INTEGER, "序号: which letter of the file", lambda r: r.source.part.index, True),
    Field("part_of", INTEGER, "总数: letters in the file", lambda r: r.source.part.of, True),
    Field("genre", TEXT, "文书类型: reply, joint_opinion, follow_up_reply, other", lambda r: r.genre, True),
    Field("title", TEXT, "标题", lambda r: r.title.raw if r.title else None),
    Field(
        "issuing_organ",
        TEXT,
        "发文机关: the first",
        lambda r: next((organ.name for organ in r.letterhead.issuing_organs), None),
    ),
    Field(
        "issuing_organs",
        EXACT_JSON,
        "发文机关: all, JSON list",
        lambda r: as_json(organ.name for organ in r.letterhead.issuing_organs),
    ),
    Field("document_number", TEXT, "发文字号", lambda r: _number(r, "raw")),
    Field("agency_code", TEXT, "机关代字", lambda r: _number(r, "agency_code")),
    Field("document_year", INTEGER, "年份", lambda r: _number(r, "year")),
    Field("document_serial", TEXT, "序号: text, as printed", lambda r: _number(r, "serial")),
    Field(
        "outcome_class",
        TEXT,
        "办理结果类别: the letter alone; its meaning differs by place",
        lambda r: r.letterhead.outcome_class.value if r.letterhead.outcome_class else None,
    ),
    Field(
        "disclosure",
        TEXT,
        "公开属性",
        lambda r: r.letterhead.disclosure.value if r.letterhead.disclosure else None,
    ),
    Field(
        "submission_kind",
        TEXT,
        "类型: proposal 提案, suggestion 建议, motion 议案",
        lambda r: _submission(r, "kind"),
    ),
    Field("submission_body", TEXT, "机构: 市政协", lambda r: _submission(r, "body")),
    Field("submission_term", INTEGER, "届", lambda r: _submission(r, "term")),
    Field("submission_session", INTEGER, "次", lambda r: _submission(r, "session")),
    Field(
        "submission_numbers",
        EXACT_JSON,
        "编号: text, zeros kept, JSON list",
        lambda r: as_json(r.submission.numbers if r.submission else ()),
    ),
    Field(
        "submission_titles",
        EXACT_JSON,
        "案由: JSON list",
        lambda r: as_json(r.submission.titles if r.submission else ()),
    ),
    Field(
        "addressees",
        EXACT_JSON,
        "主送: names, JSON list",
        lambda r: as_json(addressee.name for addressee in r.addressees),
    ),
    Field("document_date", TEXT, "成文日期: ISO, at the precision printed", _date),
    Field("document_date_from", DATE, "成文日期: its first day", lambda r: first_day(_date(r))),
    Field("document_date_to", DATE, "成文日期: its last day", lambda r: last_day(_date(r))),
    Field("feedback_requested", BOOLEAN, "征询意见", lambda r: r.closing.feedback_requested.value, True),
    Field("text", TEXT, "正文", lambda r: r.text, True),
)
"""Columns of `letters` that come from the record; key, number, run, digest and the record itself stand beside them."""

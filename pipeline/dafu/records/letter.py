"""Letterhead, submission, addressees and closing: what stands around the body."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dafu.records.base import Evidence, Model, PartialDate, Span

Genre = Literal["reply", "joint_opinion", "follow_up_reply", "other"]
State = Literal["present", "blank", "redacted", "absent"]
Carrier = Literal["header", "title", "document_number", "footer", "body"]
OutcomeValue = Literal["A", "B", "C", "D", "unknown"]
DisclosureValue = Literal["proactive", "on_application", "withheld", "unknown"]
AddresseeRole = Literal["cppcc_member", "deputy", "organ", "group", "unknown"]
HandlingRole = Literal["lead", "joint", "consulted"]
SubmissionKind = Literal["proposal", "suggestion", "motion", "unknown"]


class Named(Evidence):
    """具名: an organ, attachment or receiver as printed, and its name."""

    name: str
    """名称: the name without layout white space."""


class Title(Evidence):
    """标题: the full title, its lines joined."""


class DocumentNumber(Evidence):
    """发文字号: agency code, year and serial."""

    agency_code: str | None
    """机关代字: 临市科函."""
    year: int | None
    """年份: four digits."""
    serial: str | None
    """序号: text, as printed, without 号."""


class OutcomeClass(Evidence):
    """办理结果类别: the letter alone; its meaning differs by place."""

    value: OutcomeValue
    """类别: A to D, unknown for anything else."""
    carriers: tuple[Carrier, ...]
    """出现处: where it is printed."""


class Disclosure(Evidence):
    """公开属性."""

    value: DisclosureValue
    """取值: proactive 主动公开, on_application 依申请公开, withheld 不予公开."""


class StateField(Model):
    """标签栏: a labelled field that may be present, blank, redacted or absent."""

    state: State
    """状态: present 有值, blank 留空, redacted 隐去, absent 无此项."""
    raw: str | None = None
    """原文: the value as printed, label excluded; empty when blank; null when absent."""
    value: str | None = None
    """取值: without layout white space; null unless present."""
    span: Span | None = None
    """位置: of `raw`; null when absent."""
    rule: str | None = None
    """规则: name of the rule that found it; null when absent."""


class Letterhead(Model):
    """版头: the parts above the title, wherever a letter prints them."""

    issuing_organs: tuple[Named, ...] = ()
    """发文机关: from the letterhead or the signature, as printed."""
    document_number: DocumentNumber | None = None
    """发文字号."""
    outcome_class: OutcomeClass | None = None
    """办理结果类别."""
    disclosure: Disclosure | None = None
    """公开属性."""
    secrecy: Evidence | None = None
    """密级和保密期限."""
    urgency: Evidence | None = None
    """紧急程度."""
    signatory: StateField | None = None
    """签发人."""


class Submission(Model):
    """提案/建议/议案: the item that the letter answers."""

    kind: SubmissionKind
    """类型: proposal 提案, suggestion 建议, motion 议案."""
    body: str | None = None
    """机构: as printed: 市政协, 十三届全国人大."""
    term: int | None = None
    """届."""
    session: int | None = None
    """次."""
    numbers: tuple[str, ...] = ()
    """编号: text, zeros kept."""
    class_number: str | None = None
    """类别编号: 教育类410号."""
    titles: tuple[str, ...] = ()
    """案由: the items' own titles, without 《》."""
    outcome_class: str | None = None
    """类别: as printed in the title."""
    span: Span | None = None
    """位置: of the reference in the title, else in the text."""
    rule: str
    """规则: name of the rule that found it."""
    also: tuple[Submission, ...] = ()
    """并复: further submissions answered by the same letter."""


class Addressee(Evidence):
    """主送: one addressee."""

    name: str
    """名称: without title word and colon."""
    role: AddresseeRole
    """身份: cppcc_member 委员, deputy 代表, organ 机关, group 团体."""
    joint_count: int | None = None
    """联名人数: from 等32名, on the last addressee."""


class HandlingUnit(Named):
    """承办单位: an organ named as handling the submission."""

    role: HandlingRole
    """角色: lead 主办, joint 会办, consulted 经商."""


class DateField(Evidence):
    """日期: as printed; impossible dates keep `raw` and have no value."""

    date: PartialDate | None
    """日期: ISO, at the precision printed."""


class FeedbackRequest(Model):
    """征询意见: does the letter ask for the proposer's opinion?"""

    value: bool
    """取值."""
    span: Span | None = None
    """位置: of the asking sentence."""
    rule: str | None = None
    """规则."""


ABSENT = StateField(state="absent")


class Closing(Model):
    """结尾: signature, dates, contacts, copies."""

    signed_by: tuple[Named, ...] = ()
    """署名."""
    document_date: DateField | None = None
    """成文日期."""
    printed_on: DateField | None = None
    """印发日期."""
    responsible_official: StateField = ABSENT
    """负责人."""
    case_officer: StateField = ABSENT
    """承办人."""
    contact: StateField = ABSENT
    """联系人."""
    phone: StateField = ABSENT
    """电话."""
    copied_to: tuple[Named, ...] = ()
    """抄送."""
    attachments: tuple[Named, ...] = ()
    """附件."""
    feedback_requested: FeedbackRequest = Field(default=FeedbackRequest(value=False))
    """征询意见."""
    note: Evidence | None = None
    """附注."""

"""The published models: the contract of the reply record, nothing else."""

from dafu.records.base import Box, Evidence, Model, Span
from dafu.records.facts import (
    Change,
    CitedDocument,
    Coverage,
    Entity,
    Figure,
    NumberMention,
    Period,
)
from dafu.records.finding import Finding, FindingCode
from dafu.records.letter import (
    ABSENT,
    Addressee,
    Closing,
    DateField,
    Disclosure,
    DocumentNumber,
    FeedbackRequest,
    HandlingUnit,
    Letterhead,
    Named,
    OutcomeClass,
    StateField,
    Submission,
    Title,
)
from dafu.records.outline import Deadline, Measure, NextStep, Section, SectionRole
from dafu.records.record import Line, Place, ReplyRecord, Table, TableCell
from dafu.records.source import (
    PageInfo,
    Part,
    PortalField,
    Producer,
    Reading,
    Removed,
    Seal,
    Source,
)

__all__ = [
    "ABSENT", "Addressee", "Box", "Change", "CitedDocument", "Closing", "Coverage", "DateField",
    "Deadline", "Disclosure", "DocumentNumber", "Entity", "Evidence", "FeedbackRequest", "Figure",
    "Finding", "FindingCode", "HandlingUnit", "Letterhead", "Line", "Measure", "Model", "Named",
    "NextStep", "NumberMention", "OutcomeClass", "PageInfo", "Part", "Period", "Place",
    "PortalField", "Producer", "Reading", "Removed", "ReplyRecord", "Seal", "Section",
    "SectionRole", "Source", "Span", "StateField", "Submission", "Table", "TableCell", "Title",
]  # fmt: skip

"""The tables of the database: one row a letter, one for each object in it, all kept for every run."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, MetaData, PrimaryKeyConstraint, Table

from dafu.sinks.sql_fields import EXACT_JSON, INTEGER, TEXT, Part
from dafu.sinks.sql_letters import LETTERS
from dafu.sinks.sql_parts import PARTS

METADATA = MetaData()
RUNS = Table(
    "runs",
    METADATA,
    Column("fingerprint", TEXT, primary_key=True, comment="指纹: of code, lexicon, settings and models"),
    Column("number", INTEGER, nullable=False, unique=True, comment="次序: in which the database first saw them; the highest is current"),
    Column("version", TEXT, nullable=False, comment="版本: of dafu"),
    Column("first_loaded", TEXT, nullable=False, comment="首次入库: UTC, ISO"),
    Column("manifest", EXACT_JSON, comment="清单: manifest.json of the run first loaded with it"),
    comment="运行: what made the records",
)  # fmt: skip
LETTERS_TABLE = Table(
    "letters",
    METADATA,
    Column("record_id", TEXT, nullable=False, comment="记录标识: SHA-256 of the source; …#2 from the second letter of a file"),
    Column("fingerprint", TEXT, ForeignKey("runs.fingerprint"), nullable=False, comment="指纹: of the run"),
    Column("number", INTEGER, nullable=False, unique=True, comment="流水号: order of loading"),
    Column("run_number", INTEGER, nullable=False, comment="次序: of the run"),
    *(Column(field.name, field.kind, nullable=not field.required, comment=field.comment) for field in LETTERS),
    Column("digest", TEXT, nullable=False, comment="校验: SHA-256 of the stored record"),
    Column("record", EXACT_JSON, nullable=False, comment="记录: the whole of it, as it was written"),
    PrimaryKeyConstraint("record_id", "fingerprint"),
    Index("letters_current", "record_id", "run_number"),
    Index("letters_letter_key", "letter_key"),
    Index("letters_issuing_organ", "issuing_organ"),
    Index("letters_document_date_to", "document_date_to"),
    comment="信函: one row for each letter and run",
)  # fmt: skip


def _part_table(part: Part[Any]) -> Table:
    return Table(
        part.name,
        METADATA,
        Column("record_id", TEXT, nullable=False, comment="记录标识: of the letter"),
        Column("fingerprint", TEXT, nullable=False, comment="指纹: of the run"),
        *(
            Column(field.name, field.kind, nullable=not (field.required or field.name == "id"), comment=field.comment)
            for field in part.fields
        ),
        PrimaryKeyConstraint("record_id", "fingerprint", "id"),
        ForeignKeyConstraint(
            ["record_id", "fingerprint"], ["letters.record_id", "letters.fingerprint"], ondelete="CASCADE"
        ),
        *(Index(f"{part.name}_{name}", name) for name in part.indexes),
        comment=part.comment,
    )  # fmt: skip


PART_TABLES = tuple(map(_part_table, PARTS))

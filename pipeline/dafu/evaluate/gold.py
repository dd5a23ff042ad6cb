"""Gold files: what a person annotated of one letter, in the vocabulary of the record, without spans and ids.

A gold file is partial. A key that it lacks was not annotated and is not scored; a key whose value is null
was looked for and is not in the letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from dafu.errors import InvalidRecord, UnreadableFile, first_fault
from dafu.records.outline import SectionRole, SectionStyle

GOLD_SUFFIX = ".gold.json"
_TEXT_SUFFIXES = (".canonical.txt", ".txt")


class Annotated(BaseModel):
    """Anything annotated; fields beyond the contract (`in`, a note) are for the annotators and ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    optional: bool = False
    """Neither finding nor missing it counts."""
    lenient: tuple[str, ...] = ()
    """Fields that are not scored."""


class GoldSection(Annotated):
    """A section; `starts` is the beginning of its own text."""

    starts: str
    level: int
    style: SectionStyle | None = None
    marker: str | None = None
    heading: str | None = None
    role: SectionRole | None = None


class GoldDeadline(BaseModel):
    """A deadline; its words are not scored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    start: str | None = None
    end: str | None = None


class GoldItem(Annotated):
    """A measure or next step; `starts` and `ends` are its first 15 and last 10 characters."""

    starts: str
    ends: str
    deadline: GoldDeadline | None = None
    status: str | None = None
    strength: int | None = None


class GoldChange(BaseModel):
    """How a figure differs from its base."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    direction: str
    mode: str
    basis: str | None = None


class GoldPeriodOfFigure(BaseModel):
    """The period of a figure, inline."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    start: str | None = None
    end: str | None = None


class GoldRun(Annotated):
    """Something that `before` and `raw` locate: `before` is the text right before it."""

    raw: str
    before: str = ""


class GoldFigure(GoldRun):
    """A figure; `part_of_raw` is the raw of the whole that it is part of."""

    value: str | None = None
    upper: str | None = None
    unit: str | None = None
    dimension: str | None = None
    bound: str | None = None
    change: GoldChange | None = None
    indicator: str | None = None
    coverage: str | None = None
    period: GoldPeriodOfFigure | None = None
    status: str | None = None
    part_of_raw: str | None = None


class GoldNumber(GoldRun):
    """A run of digits or numerals that is no figure."""

    type: str | None = None


class GoldPeriod(GoldRun):
    """A period."""

    kind: str | None = None
    start: str | None = None
    end: str | None = None


class GoldDocument(Annotated):
    """A cited document; one without a title is known by its number."""

    title: str | None = None
    document_number: str | None = None
    usage: str | None = None


class GoldLetter(BaseModel):
    """One gold file and its letter's canonical text."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    """What file names begin with: `NAME` of `NAME.gold.json`."""
    text: str
    """正文: canonical text, without a newline at the end."""
    genre: str | None = None
    title: Any = None
    letterhead: Any = None
    submission: Any = None
    addressees: Any = None
    handling: Any = None
    closing: Any = None
    sections: tuple[GoldSection, ...] | None = None
    measures: tuple[GoldItem, ...] | None = None
    next_steps: tuple[GoldItem, ...] | None = None
    figures: tuple[GoldFigure, ...] | None = None
    non_figures: tuple[GoldNumber, ...] | None = None
    periods: tuple[GoldPeriod, ...] | None = None
    entities: dict[str, tuple[str, ...]] | None = None
    entities_optional: tuple[str, ...] = ()
    cited_documents: tuple[GoldDocument, ...] | None = None
    findings: tuple[str, ...] | None = None
    findings_optional: tuple[str, ...] = ()


def read_gold(path: Path) -> GoldLetter:
    """The gold of `NAME.gold.json`, its text from `NAME.canonical.txt` or `NAME.txt` beside it.

    Raises `UnreadableFile`, or `InvalidRecord` naming the field that does not fit.
    """
    name = path.name.removesuffix(GOLD_SUFFIX)
    texts = [path.with_name(name + suffix) for suffix in _TEXT_SUFFIXES]
    text = next((candidate for candidate in texts if candidate.is_file()), None)
    if text is None:
        raise UnreadableFile(f"缺少正文 {texts[0].name} / its text is not beside it.", file=path.name)
    try:
        annotated = path.read_text("utf-8")
        letter = text.read_text("utf-8").removesuffix("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"无法读取 / cannot read: {error}.", file=path.name) from error
    return parse_gold(annotated, name, letter)


def parse_gold(annotated: str, name: str, text: str) -> GoldLetter:
    """The gold in a JSON text; raises `InvalidRecord`."""
    try:
        fields = _Fields.model_validate_json(annotated).model_extra or {}
        return GoldLetter.model_validate({**fields, "id": name, "text": text})
    except ValidationError as error:
        what = f"不是标注文件 / no gold file: {first_fault(error)}."
        raise InvalidRecord(what, file=name + GOLD_SUFFIX) from error


class _Fields(BaseModel):
    """Any JSON object."""

    model_config = ConfigDict(extra="allow")


def gold_files(path: Path) -> Iterator[Path]:
    """The gold files that a path names: itself, or all below a folder, sorted."""
    if path.is_dir():
        yield from sorted(path.rglob(f"*{GOLD_SUFFIX}"))
    else:
        yield path

"""Judge one record by its gold."""

from __future__ import annotations

from dataclasses import dataclass

from dafu.evaluate.facts import judge_figures, judge_numbers, judge_periods
from dafu.evaluate.gold import GoldLetter
from dafu.evaluate.header import judge_header
from dafu.evaluate.names import judge_documents, judge_entities, judge_findings
from dafu.evaluate.outline import judge_items, judge_sections
from dafu.evaluate.placing import Lost, SideBySide
from dafu.evaluate.verdicts import TEXT, Outcome, Verdict, sentence
from dafu.records import ReplyRecord


@dataclass(frozen=True, slots=True)
class Judged:
    """One record and all verdicts on it."""

    label: str
    """File that the record came from."""
    gold_id: str
    verdicts: tuple[Verdict, ...]
    characters: int
    """Length of the gold text."""
    distance: int
    """Edit distance between the gold text and the record's."""
    numbers: int
    """Entries in the record's account of numbers."""
    unexplained: int
    """Those of them that no rule explains."""
    lost: tuple[Lost, ...]
    """Annotations that the gold's own text does not hold."""

    @property
    def error_rate(self) -> float:
        """Character error rate of the text."""
        return self.distance / self.characters if self.characters else float(self.distance > 0)


def judge_letter(gold: GoldLetter, record: ReplyRecord, label: str) -> Judged:
    """Every verdict that the gold allows; parts and fields that it lacks are not judged."""
    side = SideBySide(gold, record)
    verdicts = (
        *_judge_text(side),
        *judge_header(gold, record),
        *judge_sections(side),
        *judge_items(side),
        *judge_figures(side),
        *judge_periods(side),
        *judge_numbers(side),
        *judge_documents(side),
        *judge_entities(side),
        *judge_findings(side),
    )
    return Judged(
        label=label,
        gold_id=gold.id,
        verdicts=verdicts,
        characters=len(gold.text),
        distance=side.map.distance,
        numbers=len(record.numbers),
        unexplained=sum(number.type == "unexplained" for number in record.numbers),
        lost=tuple(side.lost),
    )


def _judge_text(side: SideBySide) -> tuple[Verdict, ...]:
    """One verdict a difference; none where the texts are equal."""
    return tuple(_edit_verdict(side, edit.gold, edit.record) for edit in side.map.edits)


def _edit_verdict(side: SideBySide, gold: tuple[int, int], record: tuple[int, int]) -> Verdict:
    wanted, got = side.gold.text[slice(*gold)], side.record.text[slice(*record)]
    outcome: Outcome = "wrong" if wanted and got else "missed" if wanted else "extra"
    return Verdict(
        part=TEXT,
        field="characters",
        outcome=outcome,
        key=f"{TEXT}@{gold[0]}",
        gold=wanted or None,
        found=got or None,
        where=sentence(side.record.text, record),
    )

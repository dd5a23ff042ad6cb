"""One gold letter beside one record: annotations and findings brought into the record's coordinates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from dafu.evaluate.alignment import Located, TextMap
from dafu.evaluate.comparing import Value
from dafu.evaluate.gold import Annotated, GoldLetter
from dafu.evaluate.matching import Thing
from dafu.evaluate.verdicts import sentence
from dafu.records import ReplyRecord, Span

_SHOWN = 24
A = TypeVar("A", bound=Annotated)


class Lost(NamedTuple):
    """An annotation whose words the gold text does not hold: the gold is wrong there, it is not scored."""

    part: str
    words: str


class SideBySide:
    """A gold letter and a record, their texts aligned."""

    def __init__(self, gold: GoldLetter, record: ReplyRecord) -> None:
        self.gold = gold
        self.record = record
        self.map = TextMap(gold.text, record.text)
        self.lost: list[Lost] = []

    def expected(
        self,
        part: str,
        annotated: tuple[A, ...],
        locate: Callable[[Iterable[A], str], Iterator[Located]],
        values: Callable[[A], Mapping[str, Value]],
    ) -> Iterator[Thing]:
        """The annotations of one part; those that the gold text does not hold go to `lost`."""
        for index, (one, (words, span)) in enumerate(
            zip(annotated, locate(annotated, self.gold.text), strict=True)
        ):
            if span is None:
                self.lost.append(Lost(part, words))
                continue
            unscored = {name.removesuffix("_raw") for name in one.lenient}
            yield Thing(
                key=f"{part}[{index}]",
                words=shortened(self.gold.text[span[0] : span[1]]),
                span=self.map.span(span),
                values={name: value for name, value in values(one).items() if name not in unscored},
                where=sentence(self.gold.text, span),
                optional=one.optional,
            )

    def found(self, part: str, span: Span, values: Mapping[str, Value]) -> Thing:
        """Something in the record, known by its words and the characters before them."""
        start, end = span
        text = self.record.text
        return Thing(
            key=f"{part}+{text[max(0, start - 6) : start]}|{text[start:end]}",
            words=shortened(text[start:end]),
            span=span,
            values=values,
            where=sentence(text, span),
        )


def shortened(words: str) -> str:
    """Words for one line of a report."""
    first = words.split("\n", 1)[0]
    return first if len(first) <= _SHOWN else first[:_SHOWN] + "…"


def annotated_values(one: Annotated, **values: Value) -> dict[str, Value]:
    """The values whose fields the annotator filled in or set to null."""
    return {name: value for name, value in values.items() if {name, f"{name}_raw"} & one.model_fields_set}

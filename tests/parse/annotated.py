"""Sentences with their annotation inside: `全市共有<f v=139 u=家 i=高新技术企业>139家</f>高新技术企业`.

Attributes of `<f>`: v value, up upper, u unit, dim dimension, b bound, ch change (`inc.by.yoy`), i indicator,
c coverage, p period (its words), s status, part (the raw of the whole). What is not given is not compared,
`-` stands for null. `<n t=name>` is a number that is no figure.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.parse.letters import lexicon
from tests.parse.marked import marked

from dafu.parse.figures.figures import find_figures
from dafu.parse.numbers.numbers import account_for_numbers, read_numbers
from dafu.parse.periods.periods import find_periods
from dafu.records import Closing, Figure, Letterhead, NumberMention, Period, Section, SectionRole

LETTER_DATE = "2023-10-16"
_TAG = re.compile(r"<(?P<kind>[fn])(?P<fields>[^>]*)>(?P<raw>[^<]*)</(?P=kind)>")
_FIELD = re.compile(r"(\w+)=(\S+)")
_CHANGES = {"inc": "increase", "dec": "decrease"}
_BASES = {"yoy": "year_on_year", "pop": "period_on_period", "avg": "annual_average"}


class Expected(NamedTuple):
    """An annotated stretch: its place in the plain sentence and its fields."""

    kind: str
    raw: str
    start: int
    fields: dict[str, str]


class Reading(NamedTuple):
    """What the program reads in a sentence."""

    text: str
    figures: tuple[Figure, ...]
    numbers: tuple[NumberMention, ...]
    periods: tuple[Period, ...]


def annotated(sentence: str) -> tuple[str, list[Expected]]:
    """The plain sentence and its annotations in reading order."""
    plain, found, last = "", [], 0
    for match in _TAG.finditer(sentence):
        plain += sentence[last : match.start()]
        fields = dict(_FIELD.findall(match["fields"]))
        found.append(Expected(match["kind"], match["raw"], len(plain), fields))
        plain += match["raw"]
        last = match.end()
    return plain + sentence[last:], found


def reading(text: str, *, role: SectionRole = "done", letter_date: str = LETTER_DATE) -> Reading:
    """Figures and numbers of a letter whose body is `text`, in one section of this role."""
    letter = marked("\n".join(f"b {line}" for line in text.split("\n")))
    whole = (0, len(letter.text))
    section = Section(
        id="s1", parent=None, level=0, style="plain", marker=None, ordinal=None, heading=None, role=role,
        span=whole, own_span=whole, rule="test",
    )  # fmt: skip
    words, letterhead = lexicon(), Letterhead()
    periods = find_periods(
        letter, apart=letter.text, sections=(section,), letter_date=letter_date, lexicon=words
    )
    numbers = read_numbers(
        letter,
        apart=letter.text,
        title=None,
        letterhead=letterhead,
        submission=None,
        sections=(),
        periods=periods,
        documents=(),
        closing=Closing(),
        lexicon=words,
    )
    figures, bounds = find_figures(
        letter,
        numbers,
        sections=(section,),
        periods=periods,
        letterhead=letterhead,
        letter_date=letter_date,
        lexicon=words,
    )
    return Reading(
        letter.text, figures, account_for_numbers(letter, numbers, figures=figures, bounds=bounds), periods
    )


def differences(sentence: str, *, role: SectionRole = "done") -> list[str]:
    """Where the reading differs from the annotation, in words; empty if nowhere."""
    text, expected = annotated(sentence)
    read = reading(text, role=role)
    wanted = {(item.start, item.raw) for item in expected if item.kind == "f"}
    found = {(figure.span[0], figure.raw) for figure in read.figures}
    notes = [f"no figure {raw}" for _, raw in sorted(wanted - found)]
    notes += [f"figure {raw}" for _, raw in sorted(found - wanted)]
    for item in expected:
        if item.kind == "f":
            figure = next((f for f in read.figures if f.span[0] == item.start), None)
            notes += [] if figure is None else _of_figure(item, figure, read)
        else:
            notes += _of_number(item, read)
    return notes


def _of_figure(item: Expected, figure: Figure, read: Reading) -> list[str]:
    shown = _shown(figure, read)
    return [
        f"{item.raw}: {name} is {shown[name]}, not {wanted}"
        for name, wanted in item.fields.items()
        if shown[name] != wanted
    ]


def _shown(figure: Figure, read: Reading) -> dict[str, str]:
    period = next((p.raw for p in read.periods if p.id == figure.period_id), None)
    whole = next((f.raw for f in read.figures if f.id == figure.part_of), None)
    change = figure.change
    short = change and ".".join(
        part
        for part in (
            next(key for key, name in _CHANGES.items() if name == change.direction),
            change.mode,
            next((key for key, name in _BASES.items() if name == change.basis), ""),
        )
        if part
    )
    values = {
        "v": figure.value, "up": figure.upper, "u": figure.unit, "dim": figure.dimension, "b": figure.bound,
        "ch": short, "i": figure.indicator, "c": figure.coverage and figure.coverage.raw, "p": period,
        "s": figure.status, "part": whole,
    }  # fmt: skip
    return {name: value or "-" for name, value in values.items()}


def _of_number(item: Expected, read: Reading) -> list[str]:
    end = item.start + len(item.raw)
    types = {number.type for number in read.numbers if number.span[0] < end and item.start < number.span[1]}
    return (
        [] if types == {item.fields["t"]} else [f"{item.raw}: types {sorted(types)}, not {item.fields['t']}"]
    )

"""The vocabulary of simulated letters, as written in `words.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Fact:
    """Something counted or measured, and the numbers that are likely."""

    verb: str
    noun: str
    unit: str
    low: float
    high: float
    decimals: int


@dataclass(frozen=True)
class Topic:
    """What one bureau writes about."""

    field: str
    organ: str
    code: str
    themes: tuple[str, ...]
    facts: tuple[Fact, ...]
    money: tuple[str, ...]
    shares: tuple[str, ...]
    whole: Fact
    """Counted with a part of it."""
    part: str
    documents: tuple[str, ...]
    programmes: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """All of it."""

    places: tuple[str, ...]
    towns: tuple[str, ...]
    surnames: tuple[str, ...]
    given: tuple[str, ...]
    done_plain: tuple[str, ...]
    plan_plain: tuple[str, ...]
    plan_will: tuple[str, ...]
    problems: tuple[str, ...]
    refusals: tuple[tuple[str, str], ...]
    upward: tuple[str, ...]
    headings_done: tuple[str, ...]
    headings_plan: tuple[str, ...]
    thanks: tuple[str, ...]
    topics: tuple[Topic, ...]


@cache
def load_words() -> Words:
    """The vocabulary; read once."""
    source = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    topics = []
    for field, topic in source.pop("topics").items():
        whole, part, unit, low, high = topic.pop("parts").split("|")
        lists = {key: tuple(value) for key, value in topic.items() if isinstance(value, list)}
        lists["facts"] = tuple(map(_fact, lists["facts"]))
        counted = Fact("", whole, unit, float(low), float(high), 0)
        topics.append(Topic(field, topic["organ"], topic["code"], whole=counted, part=part, **lists))
    refusals = tuple((text, flags) for text, flags in source.pop("refusals"))
    return Words(
        topics=tuple(topics), refusals=refusals, **{key: tuple(value) for key, value in source.items()}
    )


def _fact(written: str) -> Fact:
    verb, noun, unit, low, high = written.split("|")
    decimals = max(len(number.partition(".")[2]) for number in (low, high))
    return Fact(verb, noun, unit, float(low), float(high), decimals)

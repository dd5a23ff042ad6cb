"""How two values are compared, field by field: exactly unless the contract is softer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable

from dafu.evaluate.verdicts import Outcome
from dafu.text import fold

Value = Hashable
"""A compared value: a string, a number, a tuple of them, or None."""
Same = Callable[[Value, Value], bool]

_ENOUGH_IN_COMMON = 0.5
_NEAR_STRENGTH = 1
_QUOTES = re.compile(r"[《》〈〉«»<>“”‘’\"'「」『』]")


def folded(value: Value) -> Value:
    """The value with white space and width folded, inside lists too."""
    if isinstance(value, str):
        return "".join(fold(value).text.split())
    if isinstance(value, tuple):
        return tuple(folded(part) for part in value)
    return value


def name_key(name: str) -> str:
    """What names and titles are matched by: white space, width, quotes and 《》 folded."""
    return _QUOTES.sub("", str(folded(name)))


def dice(one: str, other: str) -> float:
    """Sørensen-Dice coefficient of the bigrams, as multisets; single characters agree when equal."""
    first, second = (Counter(text[i : i + 2] for i in range(len(text) - 1)) for text in (one, other))
    total = first.total() + second.total()
    if not total:
        return float(one == other)
    return 2 * (first & second).total() / total


def same(gold: Value, found: Value) -> bool:
    """Equal."""
    return gold == found


def same_folded(gold: Value, found: Value) -> bool:
    """Equal, white space and width folded."""
    return folded(gold) == folded(found)


def similar(gold: Value, found: Value) -> bool:
    """Bigrams agree to a Dice of 0.5."""
    return dice(str(folded(gold)), str(folded(found))) >= _ENOUGH_IN_COMMON


def near(gold: Value, found: Value) -> bool:
    """Numbers that differ by 1 at most."""
    return isinstance(gold, int) and isinstance(found, int) and abs(gold - found) <= _NEAR_STRENGTH


def outcome_of(gold: Value, found: Value, agree: Same) -> Outcome:
    """The outcome of one comparison; null must be null."""
    if gold is None:
        return "empty" if found is None else "extra"
    if found is None:
        return "missed"
    return "right" if agree(gold, found) else "wrong"


def printed(value: Value) -> str | None:
    """A value as reports print it."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return "、".join(printed(part) or "–" for part in value)
    return str(value)

"""Header fields: letterhead, submission, addressees, handling, closing, title and genre, leaf by leaf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dafu.evaluate.comparing import Value, outcome_of, printed, same_folded
from dafu.evaluate.gold import GoldLetter
from dafu.evaluate.verdicts import Verdict, sentence
from dafu.records import ReplyRecord

PART = "header"
_FIELDS = ("genre", "title", "letterhead", "submission", "addressees", "handling", "closing")
_ABOUT_SCORING = ("optional", "lenient")


def judge_header(gold: GoldLetter, record: ReplyRecord) -> Iterator[Verdict]:
    """One verdict for every annotated leaf; a list counts as one leaf for each field of its members."""
    found = record.model_dump(mode="json", include=set(_FIELDS))
    for name in _FIELDS:
        if name in gold.model_fields_set:
            for path, wanted, got in _leaves(name, getattr(gold, name), found[name]):
                yield Verdict(
                    part=PART,
                    field=path,
                    outcome=outcome_of(wanted, got, same_folded),
                    key=path,
                    gold=printed(wanted),
                    found=printed(got),
                    where=_where(gold.text, wanted) or _where(record.text, got),
                )


def _leaves(path: str, gold: Any, found: Any) -> Iterator[tuple[str, Value, Value]]:
    if isinstance(gold, Mapping):
        if gold.get("optional"):
            return
        unscored = (*_ABOUT_SCORING, *gold.get("lenient", ()))
        for name in gold:
            if name not in unscored:
                inner = found.get(name) if isinstance(found, Mapping) else None
                yield from _leaves(f"{path}.{name}", gold[name], inner)
    elif isinstance(gold, list) and any(isinstance(member, Mapping) for member in gold):
        members = [member for member in gold if not member.get("optional")]
        for name in dict.fromkeys(
            name for member in members for name in member if name not in _ABOUT_SCORING
        ):
            wanted = tuple(_value(member.get(name)) for member in members)
            yield f"{path}.{name}", wanted, tuple(_value(member.get(name)) for member in found or ()) or None
    else:
        yield path, _value(gold), _value(found)


def _value(leaf: Any) -> Value:
    """A leaf for comparison: an empty list is null, an object stands for its printed words."""
    if isinstance(leaf, Mapping):
        return _value(leaf.get("raw"))
    if isinstance(leaf, list):
        return tuple(_value(member) for member in leaf) or None
    return leaf  # type: ignore[no-any-return]


def _where(text: str, value: Value) -> str:
    at = text.find(value) if isinstance(value, str) else -1
    return sentence(text, (at, at + len(str(value)))) if at >= 0 else ""

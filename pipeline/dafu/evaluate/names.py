"""Cited documents, entities and findings against the gold: matched by name, not by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dafu.evaluate.comparing import Value, name_key, same_folded
from dafu.evaluate.matching import Rules, Thing, judge
from dafu.evaluate.placing import SideBySide, annotated_values
from dafu.evaluate.verdicts import Verdict, sentence
from dafu.records import CitedDocument

_NOWHERE = (0, 0)


def _same_key(wanted: Thing, got: Thing) -> float:
    return float(wanted.key == got.key)


_DOCUMENTS = Rules("documents", _same_key, same={"document_number": same_folded}, placed=False)
_ENTITIES = Rules("entities", _same_key, placed=False)
_FINDINGS = Rules("findings", _same_key, placed=False)


def judge_documents(side: SideBySide) -> Iterator[Verdict]:
    """Cited documents by title, quotes and 《》 folded; a document cited again counts where it is first cited."""
    if side.gold.cited_documents is None:
        return
    expected = [
        _named(
            title or number or "",
            side.gold.text,
            annotated_values(one, usage=one.usage, document_number=number),
            optional=one.optional,
            lenient=one.lenient,
        )
        for one in side.gold.cited_documents
        for title, number in [(one.title, one.document_number)]
    ]
    found = [_document(one, side.record.text) for one in side.record.cited_documents]
    yield from judge(_DOCUMENTS, _once(expected), _once(found))


def judge_entities(side: SideBySide) -> Iterator[Verdict]:
    """Entities by name; mentions that only refer (我局) are not listed in a gold file and are left out."""
    if side.gold.entities is None:
        return
    expected = [
        _named(name, side.gold.text, {"kind": kind})
        for kind, names in side.gold.entities.items()
        for name in names
    ]
    optional = [_named(name, side.gold.text, {}, optional=True) for name in side.gold.entities_optional]
    found = [
        _named(one.name, side.record.text, {"kind": one.kind}, at=one.span)
        for one in side.record.entities
        if one.refers_to is None
    ]
    yield from judge(_ENTITIES, _once([*expected, *optional]), _once(found))


def judge_findings(side: SideBySide) -> Iterator[Verdict]:
    """Findings about the letter by code, those of severity info left out."""
    if side.gold.findings is None:
        return
    expected = [
        *(_named(code, "", {}) for code in side.gold.findings),
        *(_named(code, "", {}, optional=True) for code in side.gold.findings_optional),
    ]
    found = [
        _named(one.code, side.record.text, {}, at=one.span or _NOWHERE)
        for one in side.record.findings
        if one.severity != "info"
    ]
    yield from judge(_FINDINGS, _once(expected), _once(found))


def _document(one: CitedDocument, text: str) -> Thing:
    values: dict[str, Value] = {"usage": one.usage, "document_number": one.document_number}
    return _named(one.title or one.document_number or one.raw, text, values, at=one.span)


def _named(
    name: str,
    text: str,
    values: dict[str, Value],
    *,
    at: tuple[int, int] = _NOWHERE,
    optional: bool = False,
    lenient: Iterable[str] = (),
) -> Thing:
    start = text.find(name) if at == _NOWHERE and name else -1
    place = (start, start + len(name)) if start >= 0 else at
    return Thing(
        key=name_key(name),
        words=name,
        span=_NOWHERE,
        values={field: value for field, value in values.items() if field not in lenient},
        where=sentence(text, place) if place != _NOWHERE else "",
        optional=optional,
    )


def _once(things: list[Thing]) -> list[Thing]:
    """The first thing of each key."""
    first: dict[str, Thing] = {}
    for thing in things:
        first.setdefault(thing.key, thing)
    return list(first.values())

"""Candidates for names from a statistical spaCy model that the user has installed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dafu.errors import UsageError
from dafu.parse.names.clauses import Name
from dafu.records.facts import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "meeting",
}
"""Labels of OntoNotes (spaCy's zh_core_web models) and of CoNLL, and the kinds they come nearest to."""
_SHORTEST = 2


class NameModel:
    """A spaCy model by package name or folder; its own tokens do not matter, names are taken by characters."""

    def __init__(self, model: str) -> None:
        import spacy  # noqa: PLC0415  (a second of loading that nobody pays who has no model)

        try:
            self._language: Language = spacy.load(model)
        except OSError as error:
            raise UsageError(
                f"无法载入 spaCy 模型 / the spaCy model {model} cannot be loaded.",
                remedy="请先安装该模型，或去掉 spacy_model 设置。 / Install it, or leave spacy_model unset.",
            ) from error

    def names(self, text: str) -> tuple[Name, ...]:
        """The names that the model finds, line by line, as candidates."""
        found: list[Name] = []
        at = 0
        for line in text.split("\n"):
            for entity in self._language(line).ents if line.strip() else ():
                kind = _KINDS.get(entity.label_)
                if kind is not None and entity.end_char - entity.start_char >= _SHORTEST:
                    found.append(Name(at + entity.start_char, at + entity.end_char, kind, "entities.model"))
            at += len(line) + 1
        return tuple(found)


def beside(names: Iterable[Name], candidates: Iterable[Name]) -> list[Name]:
    """The candidates that touch none of the names: a model adds, it never overrides."""
    taken = [(name.start, name.end) for name in names]
    return [
        candidate
        for candidate in candidates
        if not any(start < candidate.end and candidate.start < end for start, end in taken)
    ]

"""The main job, composed by name: file → Document → LetterText → ReplyRecord."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dafu.fingerprint import producer_of
from dafu.layout import compose
from dafu.lexicon import load_lexicon
from dafu.parse import parse_letter
from dafu.parse.entities_model import NameModel
from dafu.read import read
from dafu.read.extent import page_count
from dafu.settings import Settings

if TYPE_CHECKING:
    from dafu.layout.model import LetterText
    from dafu.read.model import Document
    from dafu.records import ReplyRecord


class Pipeline:
    """One lexicon, one set of settings, one producer; any number of letters."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        folder = self.settings.lexicon_folder
        self.lexicon = load_lexicon(folder) if folder else load_lexicon()
        self.producer = producer_of(self.lexicon.digest, self.settings)
        self.name_model = NameModel(self.settings.spacy_model) if self.settings.spacy_model else None

    def read(self, path: str | Path) -> Document:
        """The document in a file; raises a subclass of `UnreadableFile`."""
        return read(Path(path), self.settings)

    def page_count(self, path: str | Path) -> int:
        """How many pages reading this file may have to go through; 1 where the format does not tell."""
        return page_count(Path(path))

    def letters(self, document: Document) -> tuple[LetterText, ...]:
        """The letters of a document, in reading order."""
        return compose(document, self.lexicon)

    def record(self, letter: LetterText) -> ReplyRecord:
        """The record of one letter."""
        return parse_letter(letter, self.lexicon, self.producer, name_model=self.name_model)

    def records(self, document: Document) -> tuple[ReplyRecord, ...]:
        """The records of the letters of a document, in reading order."""
        return tuple(map(self.record, self.letters(document)))


@cache
def pipeline_of(settings: Settings | None) -> Pipeline:
    """The pipeline behind the verbs, one for each settings.

    It holds nothing that changes, so callers cannot meet in it; without it every call would load the
    vocabularies and compile their patterns anew.
    """
    return Pipeline(settings)

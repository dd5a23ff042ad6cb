"""The main job, composed by name: file → Document → LetterText → ReplyRecord."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dafu.fingerprint import producer_of
from dafu.layout import compose
from dafu.lexicon import load_lexicon
from dafu.parse import parse_letter
from dafu.parse.names.model import NameModel
from dafu.read import read
from dafu.read.extent import page_count
from dafu.read.text import read_text
from dafu.settings import Settings

if TYPE_CHECKING:
    from dafu.layout.model import LetterText
    from dafu.read.model import Document
    from dafu.records import ReplyRecord

_ANY_LETTER = """云陵市水利局
云水函〔2024〕12号
关于市政协五届三次会议第062号提案的答复
苏文清委员：
您提出的《关于修复青禾河堤防的提案》收悉，现答复如下：
一、已开展的工作
2023年新建堤防3公里，同比增长5%，投入资金1200万元。
二、下一步工作
一是到2025年底，完成望川段改造。
感谢您对水利工作的关心和支持。
云陵市水利局
2024年6月3日
联系电话：0999-5550123
""".encode()
"""Some letter, for `Pipeline.warm_up`."""


class Pipeline:
    """One lexicon, one set of settings, one producer; any number of letters."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        folder = self.settings.lexicon_folder
        self.lexicon = load_lexicon(folder) if folder else load_lexicon()
        self.producer = producer_of(self.lexicon.digest, self.settings)
        self.name_model = NameModel(self.settings.spacy_model) if self.settings.spacy_model else None

    def warm_up(self) -> None:
        """Load now what is loaded when it is first asked for: the segmenter's words, compiled patterns.

        Takes a second or two, which the first letter would take otherwise.
        """
        self.records(read_text(_ANY_LETTER, file_name="warm-up.txt", settings=self.settings))

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

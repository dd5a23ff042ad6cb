"""Words and their parts of speech: one jieba tokenizer of our own, loaded once a process."""

from __future__ import annotations

import logging
import os
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple


class Word(NamedTuple):
    """A word and its tag in jieba's set (n, v, vn, m, q …)."""

    text: str
    tag: str


class Segmenter:
    """jieba with its shipped dictionary and without its hidden Markov model, apart from the process-wide one.

    The dictionary is cached in a folder that only this user may write: jieba's default is a predictable file
    in the shared temporary folder.
    """

    def __init__(self, cache_folder: Path | None = None) -> None:
        # Imported here: it takes a second that only a letter with figures needs. Without types of its own.
        jieba: Any = import_module("jieba")
        tagging: Any = import_module("jieba.posseg")
        jieba.setLogLevel(logging.ERROR)
        tokenizer = jieba.Tokenizer()
        tokenizer.tmp_dir = str(cache_folder or _private_folder())
        # The constructor would read the tags of 350,000 words, half a second, which the module has just read.
        self._tagger = tagging.POSTokenizer.__new__(tagging.POSTokenizer)
        self._tagger.tokenizer = tokenizer
        self._tagger.word_tag_tab = tagging.dt.word_tag_tab

    def words(self, text: str) -> list[Word]:
        """The words of `text`, which they make up when joined."""
        return [Word(pair.word, pair.flag) for pair in self._tagger.cut(text, HMM=False)]

    def search_words(self, text: str) -> list[str]:
        """The words of `text` for a search index: a long word with the words inside it, punctuation too."""
        found: list[str] = self._tagger.tokenizer.lcut_for_search(text, HMM=False)
        return found


@cache
def shared_segmenter() -> Segmenter:
    """The segmenter of this process; it holds nothing that a letter changes."""
    return Segmenter()


def _private_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    folder = (Path(base) if base else Path.home() / ".cache") / "dafu" / "jieba"
    if not os.access(_nearest(folder), os.W_OK):
        return Path(tempfile.mkdtemp(prefix="dafu-jieba-"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _nearest(folder: Path) -> Path:
    """The nearest folder above that exists."""
    return folder if folder.exists() else _nearest(folder.parent)

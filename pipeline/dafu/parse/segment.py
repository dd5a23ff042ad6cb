"""分词: words of a text by jieba, in a tokenizer of our own."""

from __future__ import annotations

import logging
from functools import cache
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jieba import Tokenizer


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` in order; joined they are `text`.

    Without the hidden Markov model, so that unknown names stay single characters and no verb is glued to them.
    """
    return tuple(_tokenizer().cut(text, HMM=False))


@cache
def _tokenizer() -> Tokenizer:
    """One tokenizer a process, with jieba's dictionary and no words added, so that nothing can leak into it.

    Its cache file goes to a private folder that is removed again: jieba's default is a file of a known name
    in the shared temporary folder.
    """
    from jieba import Tokenizer  # noqa: PLC0415  (a third of a second, needed by letters only)

    logging.getLogger("jieba").setLevel(logging.WARNING)
    tokenizer = Tokenizer()
    with TemporaryDirectory(prefix="dafu-") as folder:
        tokenizer.tmp_dir = folder
        tokenizer.initialize()
    return tokenizer

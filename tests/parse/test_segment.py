"""Our own tokenizer: its words make up the text, its cache is private, the process-wide one stays as it was."""

from __future__ import annotations

from pathlib import Path

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dafu.parse.segment import Segmenter, shared_segmenter


@settings(deadline=None)  # the dictionary and patterns load with the first example
@given(st.text(alphabet="全市共有高新技术企业1393.06万平方米，。“”abc ", max_size=40))
def test_words_make_up_the_text(text: str) -> None:
    assert "".join(word.text for word in shared_segmenter().words(text)) == text


def test_the_dictionary_is_cached_where_it_is_told(tmp_path: Path) -> None:
    words = Segmenter(tmp_path).words("高新技术企业")
    assert [(word.text, word.tag) for word in words] == [("高新技术", "n"), ("企业", "n")]
    assert list(tmp_path.iterdir())


def test_the_default_cache_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    Segmenter().words("企业")
    assert (tmp_path / "dafu" / "jieba").stat().st_mode & 0o077 == 0


def test_the_process_wide_tokenizer_is_not_used() -> None:
    shared_segmenter().words("高新技术企业")
    assert not jieba.dt.initialized

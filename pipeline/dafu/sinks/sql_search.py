"""Full-text search over words: FTS5 in SQLite, `tsvector` in PostgreSQL, one way to ask both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from sqlalchemy import Connection

_LONGEST = 200_000
"""Characters of words kept for a letter: PostgreSQL takes no more than a megabyte of them."""
SEARCH_COLUMNS = ("record_id", "fingerprint", "title", "words")

_SQLITE = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS letter_search USING fts5(
    record_id UNINDEXED, fingerprint UNINDEXED, title, words, tokenize = 'unicode61 remove_diacritics 0')""",
)
_POSTGRESQL = (
    """CREATE TABLE IF NOT EXISTS letter_search (
    record_id text NOT NULL, fingerprint text NOT NULL, title text NOT NULL, words text NOT NULL,
    search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', words)) STORED,
    PRIMARY KEY (record_id, fingerprint),
    FOREIGN KEY (record_id, fingerprint) REFERENCES letters (record_id, fingerprint) ON DELETE CASCADE)""",
    "CREATE INDEX IF NOT EXISTS letter_search_words ON letter_search USING gin (search)",
    "COMMENT ON TABLE letter_search IS '检索: title and text as words parted by spaces'",
    "COMMENT ON COLUMN letter_search.search IS '检索: to match with plainto_tsquery(''simple'', …)'",
)
_ASK_SQLITE = """SELECT l.record_id, l.fingerprint, l.title FROM letter_search s
    JOIN current_letters l ON l.number = s.rowid
    WHERE letter_search MATCH ? ORDER BY bm25(letter_search, 0, 0, 5, 1), l.number LIMIT ?"""
_ASK_POSTGRESQL = """SELECT l.record_id, l.fingerprint, l.title FROM letter_search s
    JOIN current_letters l USING (record_id, fingerprint)
    WHERE s.search @@ plainto_tsquery('simple', %s)
    ORDER BY ts_rank(s.search, plainto_tsquery('simple', %s)) DESC, l.number LIMIT %s"""


class Segmenter(Protocol):
    """Who knows the words of Chinese text."""

    def __call__(self, text: str, /) -> Iterable[str]:
        """The words; they may overlap, so that a compound is found by its parts."""


class Found(NamedTuple):
    """A letter that fits the words asked for."""

    record_id: str
    fingerprint: str
    title: str | None


def create_search(connection: Connection) -> None:
    """The search table, unless it is there."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)


def words_of(text: str, segment: Segmenter) -> str:
    """The words of `text` parted by spaces, punctuation left out; at most 200,000 characters."""
    words = " ".join(word for word in segment(text) if any(map(str.isalnum, word)))
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]


def search(connection: Connection, query: str, segment: Segmenter, *, limit: int = 20) -> list[Found]:
    """Letters of the newest run that hold all words of `query`, best first."""
    words = words_of(query, segment)
    if not words:
        return []
    if connection.dialect.name == "sqlite":
        quoted = " ".join('"{}"'.format(word.replace('"', '""')) for word in words.split())
        rows = connection.exec_driver_sql(_ASK_SQLITE, (quoted, limit))
    else:
        rows = connection.exec_driver_sql(_ASK_POSTGRESQL, (words, words, limit))
    return [Found(*row) for row in rows]

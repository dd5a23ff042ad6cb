"""A look at the folder: every file by its content, for nothing else tells whether it is the same letter."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import stat
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from dafu.batch.plan import Input, Skipped
from dafu.batch.task import Failure
from dafu.errors import UnreadableFile
from dafu.read.folder import page_images
from dafu.read.names import says_markdown, writable

_THREADS = 4
"""That read and hash at the same time; both leave Python's lock."""
_TOGETHER = 64
"""Files handed to a thread at once."""
_WHOLE = 4 << 20
"""Bytes up to which a file is read at once."""
_TABLE = """
CREATE TEMP TABLE look (
  name TEXT PRIMARY KEY, content TEXT, modified REAL, bytes INTEGER, skipped TEXT, trouble TEXT
) WITHOUT ROWID
"""
Row = tuple[str, str | None, float | None, int | None, str | None, str | None]


def look_at(
    found: Iterable[Input | Skipped], ledger: sqlite3.Connection, *, checked: Callable[[int], None]
) -> str:
    """Fill the temporary table `look` with what was found, content included; a hash of all of it.

    `checked` is told how many files were looked at. Memory does not grow with the folder.
    """
    digest = hashlib.sha256()
    files = 0
    ledger.execute(_TABLE)
    with ledger, ThreadPoolExecutor(_THREADS) as threads:
        ledger.execute("BEGIN")
        for rows in _in_order(found, threads):
            ledger.executemany("INSERT OR IGNORE INTO look VALUES (?, ?, ?, ?, ?, ?)", rows)
            for name, content, _, _, skipped, trouble in rows:
                digest.update(f"{name}\0{content}\0{skipped}\0{trouble}\n".encode())
            files += len(rows)
            checked(files)
    ledger.execute("CREATE INDEX temp.look_by_content ON look (content, name)")
    return digest.hexdigest()


def content_key(name: str, sha256: str) -> str:
    """What the ledger knows a content by: its hash, and what its name says beyond it."""
    return f"{sha256}.md" if says_markdown(name) else sha256


def _in_order(found: Iterable[Input | Skipped], threads: ThreadPoolExecutor) -> Iterator[list[Row]]:
    """Rows in the order in which the files were found, several batches of them under way."""
    under_way: deque[Future[list[Row]]] = deque()
    source = iter(found)
    while batch := list(islice(source, _TOGETHER)):
        under_way.append(threads.submit(_rows, batch))
        if len(under_way) > 2 * _THREADS:
            yield under_way.popleft().result()
    for future in under_way:
        yield future.result()


def _rows(batch: Iterable[Input | Skipped]) -> list[Row]:
    return [_row(one) for one in batch]


def _row(one: Input | Skipped) -> Row:
    name = writable(one.name)
    if isinstance(one, Skipped):
        return name, None, None, None, one.reason, None
    try:
        sha256, modified, size = _hashed(one.path)
    except OSError as error:
        what = f"无法读取 / cannot be read: {error.strerror}."
        return _trouble(name, UnreadableFile(what))
    except UnreadableFile as error:
        return _trouble(name, error)
    return name, content_key(name, sha256), modified, size, None, None


def _trouble(name: str, error: UnreadableFile) -> Row:
    return name, None, None, None, None, json.dumps(asdict(Failure.of(error, "read")), ensure_ascii=False)


def _hashed(path: Path) -> tuple[str, float, int]:
    """Hash, time of change and size of a file, or of the page images of a folder one after the other."""
    status = path.stat()
    if stat.S_ISREG(status.st_mode):
        if status.st_size <= _WHOLE:
            return hashlib.sha256(path.read_bytes()).hexdigest(), status.st_mtime, status.st_size
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), status.st_mtime, status.st_size
    if not stat.S_ISDIR(status.st_mode):
        raise UnreadableFile("不是普通文件 / not a regular file.")
    whole, latest, size = hashlib.sha256(), status.st_mtime, 0
    for image in page_images(path):
        data = image.read_bytes()
        whole.update(data)
        size += len(data)
        latest = max(latest, image.stat().st_mtime)
    return whole.hexdigest(), latest, size

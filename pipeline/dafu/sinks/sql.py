"""A database of letters: loaded again and again, each letter wholly and once for every run that made it."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeVar

from pydantic import BaseModel, ValidationError
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from dafu.errors import DafuError, InvalidRecord, first_fault
from dafu.records import Producer
from dafu.sinks import json_lines
from dafu.sinks.sql_engine import address, engine_of
from dafu.sinks.sql_errors import explained, fault_of, original
from dafu.sinks.sql_schema import create_schema
from dafu.sinks.sql_search import Found, Segmenter, search, words_of
from dafu.sinks.sql_write import Letter, LetterKey, Stored, remove, rows_of, stored, write

LoadKind = Literal["added", "replaced", "unchanged", "differing", "failed"]
"""differing: there is another record under the same key, which was left as it is."""
T = TypeVar("T")

BATCH = 200
"""Letters of one transaction; a letter is always wholly in one."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0
_FIRST_PATIENCE = 5.0
"""Before anything is loaded, an address that does not answer is more likely wrong than away."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """入库结果: what became of one record."""

    where: str
    kind: LoadKind
    error: DafuError | None = None
    """Why it failed."""


class Database:
    """A database of letters under an address; holds no connection between calls.

    `patience` is how many seconds a load waits for a database that goes away or is locked; `waiting` is told each time that it does.
    """

    def __init__(
        self,
        url: str,
        *,
        segment: Segmenter | None = None,
        patience: float = 120.0,
        waiting: Callable[[DafuError], None] | None = None,
    ) -> None:
        found = address(url)
        self.name = found.render_as_string(hide_password=True)
        self._engine = engine_of(found)
        self._errors = (DBAPIError, self._engine.dialect.loaded_dbapi.Error)
        self._segment = segment
        self._patience = patience
        self._waiting = waiting

    def prepare(self) -> None:
        """Makes the tables where they are missing; raises `OutputError` or `UsageError` soon if it cannot."""
        with self._connected():
            self._transaction(create_schema, patience=min(self._patience, _FIRST_PATIENCE))

    def load(
        self, records: Iterable[json_lines.Stored], *, replace: bool = False, manifest: str | None = None
    ) -> Iterator[Loaded]:
        """Loads stored records; one outcome for each, in their order.

        A letter that is there under the same fingerprint is left as it is, or written anew with `replace`.
        Raises `OutputError` when the database stays away; all outcomes given until then are in it for good.
        """
        waiting = iter(records)
        with self._connected():
            while batch := list(islice(waiting, BATCH)):
                yield from self._load(batch, replace=replace, manifest=manifest)

    def search(self, query: str, *, limit: int = 20) -> list[Found]:
        """Letters of the newest run that hold all words of `query`, best first."""
        segment = self._segment
        if segment is None:
            raise ValueError("a database is searched with the segmenter that it was loaded with")
        with self._connected():
            return self._transaction(lambda connection: search(connection, query, segment, limit=limit))

    @contextmanager
    def _connected(self) -> Iterator[None]:
        """Keeps the connection from one transaction to the next, and closes it."""
        try:
            yield
        finally:
            self._engine.dispose()

    def _load(
        self, batch: Sequence[json_lines.Stored], *, replace: bool, manifest: str | None
    ) -> Iterator[Loaded]:
        heads = [_head(one) for one in batch]
        keys = [head.key for head in heads if isinstance(head, _Head)]
        there = self._transaction(lambda connection: stored(connection, keys))
        outcomes: dict[str, Loaded] = {}
        letters: list[Letter] = []
        for one, head in zip(batch, heads, strict=True):
            if isinstance(head, Loaded):
                outcomes[one.where] = head
            elif head.key in there and (head.digest == there[head.key].digest or not replace):
                same = head.digest == there[head.key].digest
                outcomes[one.where] = Loaded(one.where, "unchanged" if same else "differing")
            else:
                letter = self._letter(one, head)
                if isinstance(letter, Loaded):
                    outcomes[one.where] = letter
                else:
                    letters.append(letter)
        for loaded in self._written(letters, replace=replace, manifest=manifest):
            outcomes[loaded.where] = loaded
        yield from (outcomes[one.where] for one in batch)

    def _written(self, letters: list[Letter], *, replace: bool, manifest: str | None) -> Iterator[Loaded]:
        """What became of each letter; one that does not fit costs no other its place."""
        if not letters:
            return
        try:
            kinds = self._transaction(lambda connection: _write(connection, letters, replace, manifest))
        except _Misfit as misfit:
            if len(letters) == 1:
                yield Loaded(letters[0].where, "failed", misfit.error)
                return
            for letter in letters:
                yield from self._written([letter], replace=replace, manifest=manifest)
            return
        for letter, kind in zip(letters, kinds, strict=True):
            yield Loaded(letter.where, kind)

    def _transaction(self, work: Callable[[Connection], T], *, patience: float | None = None) -> T:
        """Does the work in one transaction, again from the start as often as the database goes away meanwhile.

        A commit whose answer was lost may have been done: work must look before it writes.
        """
        patience = self._patience if patience is None else patience
        pause, until = _FIRST_PAUSE, time.monotonic() + patience
        while True:
            try:
                with self._engine.begin() as connection:
                    return work(connection)
            except self._errors as error:
                fault, told = fault_of(error), explained(error, self.name)
                if fault == "letter":
                    raise _Misfit(told) from error
                if fault == "lasting" or time.monotonic() + pause > until:
                    raise told from original(error)
            self._engine.dispose()
            if self._waiting:
                self._waiting(told)
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _letter(self, one: json_lines.Stored, head: _Head) -> Letter | Loaded:
        try:
            record = json_lines.record_of(one)
        except InvalidRecord as error:
            return Loaded(one.where, "failed", error)
        fields, parts = rows_of(record)
        title, segment = record.title.raw if record.title else "", self._segment
        words = (words_of(title, segment), words_of(record.text, segment)) if segment else None
        text = one.json.strip().decode()
        return Letter(head.key, one.where, head.producer.version, head.digest, fields, parts, text, words)


class _Misfit(Exception):
    """The database will not take what is in a letter."""

    def __init__(self, error: DafuError) -> None:
        super().__init__(error.what)
        self.error = error


class _Head(BaseModel):
    """What tells a stored record from others; all that is looked at in one that is there already."""

    record_id: str
    producer: Producer
    digest: str = ""

    @property
    def key(self) -> LetterKey:
        return self.record_id, self.producer.fingerprint


def _head(one: json_lines.Stored) -> _Head | Loaded:
    try:
        head = _Head.model_validate_json(one.json)
    except ValidationError as error:
        what = f"不是答复记录 / no reply record: {first_fault(error)}."
        return Loaded(one.where, "failed", InvalidRecord(what, file=one.where))
    return head.model_copy(update={"digest": hashlib.sha256(one.json.strip()).hexdigest()})


def _write(
    connection: Connection, letters: Sequence[Letter], replace: bool, manifest: str | None
) -> list[LoadKind]:
    """What became of each letter, looked at again now that nobody else can write."""
    there = stored(connection, [letter.key for letter in letters])
    kinds: list[LoadKind] = []
    new: dict[LetterKey, Letter] = {}
    gone: list[tuple[LetterKey, Stored]] = []
    for letter in letters:
        known = there.get(letter.key)
        if letter.key in new:
            kinds.append("unchanged" if new[letter.key].digest == letter.digest else "differing")
        elif known is None:
            kinds.append("added")
            new[letter.key] = letter
        elif known.digest == letter.digest:
            kinds.append("unchanged")
        elif replace:
            kinds.append("replaced")
            new[letter.key] = letter
            gone.append((letter.key, known))
        else:
            kinds.append("differing")
    remove(connection, gone)
    if new:
        write(connection, list(new.values()), manifest=manifest)
    return kinds

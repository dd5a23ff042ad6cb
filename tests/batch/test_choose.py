"""What of a folder a run does again: selections, and what is kept of each stage."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.batch.folders import kinds, outputs, worked
from tests.batch.inline import Broken, Inline
from tests.reply_text import NO_REPLY

from dafu.batch import Options, Selection, run
from dafu.pipeline import Pipeline
from dafu.read.model import Document
from dafu.settings import Settings
from dafu.sinks.run_folder import read_outcomes


def test_only_failed(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    (source / "new.txt").write_text(NO_REPLY, "utf-8")
    assert worked(source, out, selection=Selection(only="failed")) == ["empty.pdf"]
    assert kinds(out)["new.txt"] == "skipped"
    assert worked(source, out) == ["new.txt"]


def test_only_outdated(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    (source / "new.txt").write_text(NO_REPLY, "utf-8")
    only = Options(selection=Selection(only="outdated"))
    engine = Inline(Pipeline(Settings(dpi=200)))
    run(source, out, Settings(dpi=200), only, engine=engine)
    assert engine.worked == ["empty.pdf", "reply.txt", "sub/other.txt"]


def test_since(source: Path, out: Path) -> None:
    os.utime(source / "reply.txt", (0, 0))
    since = datetime(2001, 1, 1, tzinfo=UTC).timestamp()
    assert worked(source, out, selection=Selection(since=since)) == ["empty.pdf", "sub/other.txt"]
    (skipped,) = (outcome for outcome in read_outcomes(out) if outcome.kind == "skipped")
    assert (skipped.file, skipped.why) == ("reply.txt", "not_selected")


def test_force_does_all_again(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    assert worked(source, out, selection=Selection(force=True)) == [
        "empty.pdf",
        "reply.txt",
        "sub/other.txt",
    ]


# Stages


class Scanned(Pipeline):
    """Reads what it is given as if by OCR."""

    def read(self, path: str | Path) -> Document:
        document = super().read(path)
        return replace(document, pages=tuple(replace(page, text_origin="ocr") for page in document.pages))


def _forget_records(out: Path) -> None:
    """As if the rules of parsing had changed since."""
    with sqlite3.connect(out / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE letters SET fingerprint = 'older'")
    ledger.close()


def test_changed_rules_do_not_repeat_ocr(source: Path, out: Path) -> None:
    run(source, out, engine=Inline(Scanned()))
    before = outputs(out)
    _forget_records(out)
    engine = Inline(Broken("reply.txt", AssertionError("read again")))
    run(source, out, engine=engine)
    assert engine.stored == ["reply.txt", "sub/other.txt"]
    assert outputs(out) == before


def test_changed_reading_repeats_ocr(source: Path, out: Path) -> None:
    run(source, out, engine=Inline(Scanned()))
    engine = Inline(Scanned(Settings(dpi=200)))
    run(source, out, Settings(dpi=200), engine=engine)
    assert (len(engine.worked), engine.stored) == (3, [])


def test_force_repeats_ocr(source: Path, out: Path) -> None:
    run(source, out, engine=Inline(Scanned()))
    engine = Inline(Scanned())
    run(source, out, None, Options(selection=Selection(force=True)), engine=engine)
    assert (len(engine.worked), engine.stored) == (3, [])


def test_documents_that_are_cheap_to_read_are_not_stored(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    _forget_records(out)
    engine = Inline()
    run(source, out, engine=engine)
    assert (len(engine.worked), engine.stored) == (3, [])

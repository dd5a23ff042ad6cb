"""A run as a whole, in this process: outcomes, resuming, selections, renamed and doubled files."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.batch.inline import Broken, Inline
from tests.reply_text import NO_REPLY, REPLY

from dafu.batch import Limits, Options, Selection, Summary, run
from dafu.batch.task import Failure, Finished, Task
from dafu.errors import FolderInUse, OutputError, TimeLimit, UnreadableFile, UsageError, WorkerCrash
from dafu.pipeline import Pipeline, pipeline_of
from dafu.read.model import Document
from dafu.records import Finding, ReplyRecord
from dafu.settings import Settings
from dafu.sinks.json_lines import read_records
from dafu.sinks.run_folder import read_manifest, read_outcomes

OTHER = REPLY.replace("062", "063")


def _letters(folder: Path) -> Path:
    (folder / "sub").mkdir(parents=True)
    (folder / "reply.txt").write_text(REPLY, "utf-8")
    (folder / "sub" / "other.txt").write_text(OTHER, "gb18030")
    (folder / "empty.pdf").write_bytes(b"")
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return _letters(tmp_path / "in")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def _worked(source: Path, out: Path, *, settings: Settings | None = None, **options: object) -> list[str]:
    """The names of the letters that a run works on."""
    engine = Inline(pipeline_of(settings))
    run(source, out, settings, Options(**options), engine=engine)  # type: ignore[arg-type]
    return engine.worked


def _kinds(out: Path) -> dict[str, str]:
    return {outcome.file: outcome.kind for outcome in read_outcomes(out)}


def _outputs(out: Path) -> dict[str, bytes]:
    """All that a run leaves but the ledger and the manifest, which tell times."""
    files = (path for path in out.rglob("*") if path.is_file())
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in files
        if not path.name.startswith("ledger.") and path.name != "manifest.json"
    }


def _fresh(source: Path, folder: Path) -> dict[str, bytes]:
    run(source, folder, engine=Inline())
    return _outputs(folder)


def test_one_outcome_for_every_input(source: Path, out: Path) -> None:
    (source / "~$reply.docx").write_bytes(b"")
    summary = run(source, out, engine=Inline())
    assert [
        (one.file, one.kind, one.exit_code, one.stage, one.why == "temporary") for one in summary.outcomes
    ] == [
        ("empty.pdf", "failed", 11, "read", False),
        ("reply.txt", "done", 0, None, False),
        ("sub/other.txt", "done", 0, None, False),
        ("~$reply.docx", "skipped", 0, None, True),
    ]
    assert summary.counts == {"done": 2, "done with findings": 0, "skipped": 1, "failed": 1}
    assert (summary.letters, summary.processed) == (2, 3)
    assert set(_outputs(out)) == {"records.jsonl", "outcomes.jsonl", "reply.txt.json", "sub/other.txt.json"}


def test_failures_say_what_is_wrong_and_what_to_do(source: Path, out: Path) -> None:
    (failed,) = run(source, out, engine=Inline()).failed
    assert failed.error == "EmptyFile"
    assert failed.why
    assert failed.remedy


def test_collected_records_are_those_of_the_files_in_the_order_of_their_names(
    source: Path, out: Path
) -> None:
    run(source, out, engine=Inline())
    names = ("reply.txt.json", "sub/other.txt.json")
    assert (out / "records.jsonl").read_bytes() == b"".join((out / name).read_bytes() for name in names)


def test_the_order_of_finishing_changes_nothing(source: Path, out: Path, tmp_path: Path) -> None:
    run(source, out, engine=Inline(order=lambda tasks: tasks[::-1]))
    assert _outputs(out) == _fresh(source, tmp_path / "fresh")


def test_an_unchanged_folder_does_nothing(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.json*")}
    (source / "reply.txt").touch()
    assert _worked(source, out) == []
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.json*")} == before


def test_unchanged_means_content_and_not_size_and_time(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    status = (source / "reply.txt").stat()
    (source / "reply.txt").write_text(REPLY.replace("062", "069"), "utf-8")
    os.utime(source / "reply.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert _worked(source, out) == ["reply.txt"]


def test_other_settings_are_another_fingerprint(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    settings = Settings(max_pages=7)
    assert _worked(source, out, settings=settings) == ["empty.pdf", "reply.txt", "sub/other.txt"]
    assert _worked(source, out, settings=settings) == []


@pytest.mark.parametrize("lost", ["reply.txt.json", "records.jsonl", "outcomes.jsonl", "manifest.json"])
def test_what_was_removed_from_the_output_is_written_again(source: Path, out: Path, lost: str) -> None:
    run(source, out, engine=Inline())
    before = _outputs(out)
    (out / lost).unlink()
    run(source, out, engine=Inline())
    assert _outputs(out) == before
    assert (out / lost).is_file()


def test_a_record_cut_off_is_written_again(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    before = _outputs(out)
    (out / "reply.txt.json").write_bytes(before["reply.txt.json"][:100])
    assert _worked(source, out) == ["reply.txt"]
    assert _outputs(out) == before


def test_records_that_no_longer_hold_are_taken_away(source: Path, out: Path, tmp_path: Path) -> None:
    (source / "gone.txt").write_text(NO_REPLY, "utf-8")
    run(source, out, engine=Inline())
    (out / "reply.txt#2.json").write_text("a second letter that is no longer there", "utf-8")
    (source / "reply.txt").write_text(OTHER + "\n", "utf-8")
    (source / "sub" / "other.txt").write_bytes(b"")
    (source / "gone.txt").unlink()
    run(source, out, engine=Inline())
    assert _outputs(out) == _fresh(source, tmp_path / "fresh")


# Files by content


def test_two_paths_of_one_letter_are_one_record_and_both_reported(source: Path, out: Path) -> None:
    (source / "a copy.txt").write_text(REPLY, "utf-8")
    engine = Inline()
    summary = run(source, out, engine=engine)
    assert engine.worked == ["a copy.txt", "empty.pdf", "sub/other.txt"]
    assert (summary.letters, summary.duplicates, summary.counts["done"]) == (2, 1, 3)
    by_name = {outcome.file: outcome for outcome in summary.outcomes}
    assert by_name["a copy.txt"].same_as is None
    assert by_name["reply.txt"].same_as == "a copy.txt"
    assert by_name["reply.txt"].records == by_name["a copy.txt"].records == ("a copy.txt.json",)


@pytest.mark.parametrize(
    "moves",
    [
        pytest.param({"reply.txt": "renamed.txt"}, id="renamed"),
        pytest.param({"reply.txt": "deep/down/reply.txt"}, id="moved"),
        pytest.param({"reply.txt": "other.txt", "sub/other.txt": "reply.txt"}, id="exchanged"),
        pytest.param(
            {"reply.txt": "t", "sub/other.txt": "reply.txt", "t": "sub/other.txt"}, id="exchanged names"
        ),
        pytest.param({"sub/other.txt": "a.txt", "empty.pdf": "sub/other.txt"}, id="in the place of another"),
    ],
)
def test_renamed_files_are_recognised(source: Path, out: Path, tmp_path: Path, moves: dict[str, str]) -> None:
    run(source, out, engine=Inline())
    for old, new in moves.items():
        (source / new).parent.mkdir(parents=True, exist_ok=True)
        (source / old).rename(source / new)
    worked = _worked(source, out)
    assert _outputs(out) == _fresh(source, tmp_path / "fresh")
    assert len(worked) <= ("exchanged" in str(moves) or len(moves) == 3)


def test_a_folder_that_was_moved_is_recognised(source: Path, out: Path, tmp_path: Path) -> None:
    run(source, out, engine=Inline())
    moved = source.rename(tmp_path / "moved")
    assert _worked(moved, out) == []


def test_a_first_path_that_appears_or_disappears_takes_the_record_with_it(
    source: Path, out: Path, tmp_path: Path
) -> None:
    run(source, out, engine=Inline())
    (source / "before.txt").write_text(REPLY, "utf-8")
    assert _worked(source, out) == []
    assert _outputs(out) == _fresh(source, tmp_path / "fresh")
    (source / "before.txt").unlink()
    assert _worked(source, out) == []
    assert _outputs(out) == _fresh(source, tmp_path / "fresh again")


def test_a_name_that_says_markdown_makes_another_letter(source: Path, out: Path) -> None:
    (source / "reply.md").write_text(REPLY, "utf-8")
    summary = run(source, out, engine=Inline())
    assert (summary.letters, summary.duplicates) == (3, 0)


def test_a_file_changed_between_look_and_reading_is_entered_as_what_was_read(source: Path, out: Path) -> None:
    class Late(Inline):
        def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
            waiting = list(tasks)
            (source / "reply.txt").write_text(REPLY + "附件：无\n", "utf-8")
            return super().finished(iter(waiting))

    run(source, out, engine=Late())
    assert _kinds(out)["reply.txt"] == "done"
    assert _worked(source, out) == []


# Selections


def test_only_failed(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    (source / "new.txt").write_text(NO_REPLY, "utf-8")
    assert _worked(source, out, selection=Selection(only="failed")) == ["empty.pdf"]
    assert _kinds(out)["new.txt"] == "skipped"
    assert _worked(source, out) == ["new.txt"]


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
    assert _worked(source, out, selection=Selection(since=since)) == ["empty.pdf", "sub/other.txt"]
    (skipped,) = (outcome for outcome in read_outcomes(out) if outcome.kind == "skipped")
    assert (skipped.file, skipped.why) == ("reply.txt", "not_selected")


def test_force_does_all_again(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    assert _worked(source, out, selection=Selection(force=True)) == [
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
    before = _outputs(out)
    _forget_records(out)
    engine = Inline(Broken("reply.txt", AssertionError("read again")))
    run(source, out, engine=engine)
    assert engine.stored == ["reply.txt", "sub/other.txt"]
    assert _outputs(out) == before


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


# Trouble


def test_a_bug_met_by_one_file_costs_the_others_nothing(source: Path, out: Path) -> None:
    summary = run(source, out, engine=Inline(Broken("other.txt", KeyError("云陵"))))
    assert summary.counts == {"done": 1, "done with findings": 0, "skipped": 0, "failed": 2}
    (bug,) = (one for one in summary.failed if one.file == "sub/other.txt")
    assert "KeyError" in (bug.why or "")
    assert "inline.py" in (bug.why or "")
    assert bug.exit_code == 1


class Doubted(Pipeline):
    def record(self, letter):  # type: ignore[no-untyped-def]
        record: ReplyRecord = super().record(letter)
        finding = Finding(code="lost_text", severity="error", message="digits lost")
        return record.model_copy(update={"findings": (finding,)})


def test_a_letter_that_speaks_against_itself_is_done_with_findings(source: Path, out: Path) -> None:
    assert run(source, out, engine=Inline(Doubted())).counts["done with findings"] == 2


def test_a_document_that_is_no_reply_is_done_all_the_same(source: Path, out: Path) -> None:
    (source / "hours.txt").write_text(NO_REPLY, "utf-8")
    run(source, out, engine=Inline())
    assert _kinds(out)["hours.txt"] == "done"
    (record,) = read_records(out / "hours.txt.json")
    assert record.genre == "other"


def test_a_name_that_is_no_text_is_a_failure_of_that_file(tmp_path: Path, out: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "b.txt").write_text(REPLY, "utf-8")
    (source / "\udcff.txt").write_text(REPLY, "utf-8")
    summary = run(source, out, engine=Inline())
    assert [one.kind for one in summary.outcomes] == ["failed", "done"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_a_failure_and_hangs_nothing(source: Path, out: Path) -> None:
    os.mkfifo(source / "pipe.pdf")
    (source / "dangling.pdf").symlink_to(source / "nowhere.pdf")
    run(source, out, engine=Inline())
    assert [_kinds(out)[name] for name in ("pipe.pdf", "dangling.pdf")] == ["failed", "failed"]


class Limited(Inline):
    """Every letter takes too long, or crashes."""

    def __init__(self, failure: Failure) -> None:
        super().__init__()
        self.failure = failure

    def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
        for task in tasks:
            self.worked.append(task.name)
            yield Finished(task, seconds=0.0, failure=self.failure)


@pytest.mark.parametrize(
    ("failure", "limits", "again"),
    [
        pytest.param(TimeLimit("slow"), Limits(), False, id="the same limits end the same"),
        pytest.param(TimeLimit("slow"), Limits(seconds=120), True, id="more time may help"),
        pytest.param(WorkerCrash("gone"), Limits(), True, id="a crash may have come from outside"),
    ],
)
def test_what_was_stopped_is_tried_again_where_it_may_end_otherwise(
    source: Path, out: Path, failure: TimeLimit | WorkerCrash, limits: Limits, *, again: bool
) -> None:
    run(source, out, engine=Limited(Failure.of(failure, "parse")))
    assert [outcome.error for outcome in read_outcomes(out)] == [type(failure).__name__] * 3
    assert bool(_worked(source, out, limits=limits)) == again


def test_two_runs_at_once_are_refused(source: Path, out: Path) -> None:
    class Second(Inline):
        def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
            with pytest.raises(FolderInUse):
                run(source, out, engine=Inline())
            return super().finished(tasks)

    assert run(source, out, engine=Second()).letters == 2


def test_a_ledger_that_is_none_is_an_error_that_says_so(source: Path, out: Path) -> None:
    out.mkdir()
    (out / "ledger.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(OutputError, match="ledger"):
        run(source, out, engine=Inline())


def test_ctrl_c_keeps_what_is_finished(source: Path, out: Path, tmp_path: Path) -> None:
    class Interrupted(Inline):
        def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
            for done in super().finished(tasks):
                yield done
                if done and done.task.name == "reply.txt":
                    os.kill(os.getpid(), 2)

    with pytest.raises(KeyboardInterrupt):
        run(source, out, engine=Interrupted())
    assert (out / "reply.txt.json").is_file()
    assert not (out / "records.jsonl").exists()
    assert _worked(source, out) == ["sub/other.txt"]
    assert _outputs(out) == _fresh(source, tmp_path / "fresh")


def test_an_output_folder_that_cannot_be_made_is_an_error(source: Path, out: Path) -> None:
    out.write_text("a file", "utf-8")
    with pytest.raises(OutputError):
        run(source, out, engine=Inline())


def test_nothing_to_process_is_an_error_and_takes_nothing_away(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    for path in source.rglob("*.*"):
        path.rename(path.with_name(f".{path.name}"))
    with pytest.raises(UsageError):
        run(source, out, engine=Inline())
    assert (out / "reply.txt.json").is_file()
    with pytest.raises(UnreadableFile):
        run(source / "nowhere", out, engine=Inline())


def test_another_folder_does_not_take_the_output_of_the_first(
    source: Path, out: Path, tmp_path: Path
) -> None:
    run(source, out, engine=Inline())
    with pytest.raises(UsageError, match="another input"):
        run(_letters(tmp_path / "second"), out, engine=Inline())


def test_the_manifest_tells_what_the_run_was_made_with(source: Path, out: Path) -> None:
    summary: Summary = run(source, out, engine=Inline())
    manifest = read_manifest(out)
    assert manifest
    assert manifest["outcomes"] == summary.counts
    assert manifest["fingerprints"]["parse"] == Pipeline().producer.fingerprint
    assert manifest["options"]["source"] == str(source)
    assert manifest["files"]["records.jsonl"]["bytes"] == (out / "records.jsonl").stat().st_size
    assert manifest["started"] <= manifest["ended"]
    assert json.loads((out / "manifest.json").read_text("utf-8")) == manifest


def test_an_input_called_manifest_and_the_manifest_do_not_meet(source: Path, out: Path) -> None:
    (source / "manifest").write_text(NO_REPLY, "utf-8")
    run(source, out, engine=Inline())
    assert (out / "manifest#1.json").is_file()
    assert read_manifest(out)
